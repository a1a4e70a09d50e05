// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/JoinLink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// Links that anybody may have written.
class JoinLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLinkComesBackAsItWasWritten_data()
    {
        QTest::addColumn<QUrl>("hub");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("fingerprint");
        QTest::addColumn<QString>("name");
        QTest::newRow("all") << QUrl(u"https://192.168.1.5:8000"_s) << QByteArray("ABCD-2345")
                             << QByteArray(32, '\xab') << u"三年二班 & more = 100% #1"_s;
        QTest::newRow("marks in the code")
            << QUrl(u"http://teacher.local:1"_s) << QByteArray("a&b=c+d%20 e?") << QByteArray()
            << QString();
        QTest::newRow("no code") << QUrl(u"http://127.0.0.1:65535"_s) << QByteArray()
                                 << QByteArray() << QString();
        QTest::newRow("IPv6") << QUrl(u"http://[fe80::1]:8000"_s) << QByteArray("x") << QByteArray()
                              << QString();
    }

    void aLinkComesBackAsItWasWritten()
    {
        QFETCH(const QUrl, hub);
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, fingerprint);
        QFETCH(const QString, name);
        const JoinLink link { .hub = hub, .code = code, .fingerprint = fingerprint, .name = name };
        const QString text = joinLinkText(link);
        QVERIFY(isJoinLink(text));
        const auto read = readJoinLink(text);
        QVERIFY2(read.has_value(), qPrintable(text));
        QCOMPARE(read->hub, hub);
        QCOMPARE(read->code, code);
        QCOMPARE(read->fingerprint, fingerprint);
        QCOMPARE(read->name, name);
    }

    void whatIsNoLinkIsNotTaken_data()
    {
        QTest::addColumn<QString>("text");
        const QString start = u"roadloom://join/"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("another scheme") << u"http://join/a:1"_s;
        QTest::newRow("another verb") << u"roadloom://open/a:1"_s;
        QTest::newRow("no place") << start;
        QTest::newRow("no port") << start + u"host"_s;
        QTest::newRow("port 0") << start + u"host:0"_s;
        QTest::newRow("port beyond all") << start + u"host:65536"_s;
        QTest::newRow("no host") << start + u":8000"_s;
        QTest::newRow("a user") << start + u"me:secret@host:8000"_s;
        QTest::newRow("a path") << start + u"host:8000/x"_s;
        QTest::newRow("a fragment") << start + u"host:8000#x"_s;
        QTest::newRow("an escaped slash") << start + u"host%2Fx:8000"_s;
        QTest::newRow("a line end in the code") << start + u"host:1?code=a%0D%0Ab"_s;
        QTest::newRow("a letter beyond ASCII in the code") << start + u"host:1?code=%E7%8F%AD"_s;
        QTest::newRow("a code too long") << QString(start + u"host:1?code="_s + QString(129, u'a'));
        QTest::newRow("tls is a word") << start + u"host:1?tls=yes"_s;
        QTest::newRow("short fingerprint") << start + u"host:1?tls=1&fingerprint=abcd"_s;
        QTest::newRow("no hex") << QString(
            start + u"host:1?tls=1&fingerprint="_s + QString(64, u'g'));
        QTest::newRow("a fingerprint without TLS")
            << QString(start + u"host:1?fingerprint="_s + QString(64, u'a'));
        QTest::newRow("endless") << QString(start + u"host:1?name="_s + QString(5000, u'a'));
    }

    void whatIsNoLinkIsNotTaken()
    {
        QFETCH(const QString, text);
        QVERIFY(!readJoinLink(text).has_value());
    }

    void theNameIsMadeSafeToShow()
    {
        const auto link = readJoinLink(
            QString(u"RoadLoom://Join/h:1/?later=1&name=a%1B%0A%E2%80%AEb"_s + QString(200, u'c')));
        QVERIFY(link.has_value());
        QVERIFY(link->name.startsWith(u"a bccc"_s));
        QVERIFY(link->name.size() <= 101);
    }
};

QTEST_GUILESS_MAIN(JoinLinkTest)
#include "JoinLinkTest.moc"
