// SPDX-License-Identifier: Apache-2.0
#include "core/hub/TrustedProxies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// Whose request it is that a proxy passes on.
class TrustedProxiesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theClientIsWhomATrustedProxyNamesLast_data()
    {
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArrayList>("forwarded");
        QTest::addColumn<QString>("client");
        const QByteArrayList one { "10.0.0.7" };
        QTest::newRow("named") << u"127.0.0.1"_s << u"127.0.0.1"_s << one << u"10.0.0.7"_s;
        QTest::newRow("by an address of IPv4 that is written as one of IPv6")
            << u"127.0.0.1"_s << u"::ffff:127.0.0.1"_s << one << u"10.0.0.7"_s;
        QTest::newRow("behind what the client wrote")
            << u"127.0.0.1"_s << u"127.0.0.1"_s << QByteArrayList { "1.1.1.1, 2.2.2.2 ,10.0.0.7" }
            << u"10.0.0.7"_s;
        QTest::newRow("in a field behind the client's")
            << u"127.0.0.1"_s << u"127.0.0.1"_s << QByteArrayList { "1.1.1.1", "10.0.0.7" }
            << u"10.0.0.7"_s;
        QTest::newRow("IPv6") << u"::1"_s << u"::1"_s << QByteArrayList { "2001:db8::7" }
                              << u"2001:db8::7"_s;
        QTest::newRow("nobody named")
            << u"127.0.0.1"_s << u"127.0.0.1"_s << QByteArrayList() << u"127.0.0.1"_s;
        QTest::newRow("no address") << u"127.0.0.1"_s << u"127.0.0.1"_s
                                    << QByteArrayList { "1.1.1.1, unknown" } << u"127.0.0.1"_s;
        QTest::newRow("by somebody else")
            << u"127.0.0.1"_s << u"10.0.0.9"_s << one << u"10.0.0.9"_s;
        QTest::newRow("nobody is trusted") << QString() << u"127.0.0.1"_s << one << u"127.0.0.1"_s;
    }

    void theClientIsWhomATrustedProxyNamesLast()
    {
        QFETCH(const QString, trusted);
        QFETCH(const QString, peer);
        QFETCH(const QByteArrayList, forwarded);
        TrustedProxies proxies;
        if (!trusted.isEmpty())
            proxies.addresses.append(QHostAddress(trusted));
        IncomingRequest request;
        for (const QByteArray& value : forwarded)
            request.fields.append({ "x-forwarded-for", value });
        QTEST(proxies.clientOf(request, QHostAddress(peer)).toString(), "client");
    }
};

QTEST_GUILESS_MAIN(TrustedProxiesTest)
#include "TrustedProxiesTest.moc"
