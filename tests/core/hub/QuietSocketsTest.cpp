// SPDX-License-Identifier: Apache-2.0
#include "core/hub/QuietSockets.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace roadloom;

namespace {

/// The two ends of a connection.
struct Pair {
    Pair()
    {
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("nothing can be served");
        far.connectToHost(QHostAddress::LocalHost, server.serverPort());
        if (!QTest::qWaitFor([this] { return server.hasPendingConnections(); }))
            qFatal("nobody came");
        near.reset(server.nextPendingConnection());
    }

    QTcpServer server;
    QTcpSocket far;
    std::unique_ptr<QTcpSocket> near;
};

} // namespace

/// That a socket that is put aside is heard as soon as it says something.
class QuietSocketsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoSaysSomethingIsHeard()
    {
        QuietSockets quiet;
        Pair pair;
        quiet.add(*pair.near);
        QCOMPARE(quiet.count(), 1); // or it is watched as ever, which costs what this is against
        QSignalSpy heard(pair.near.get(), &QTcpSocket::readyRead);
        pair.far.write("a");
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(quiet.count(), 0);
        QCOMPARE(pair.near->readAll(), "a");
        pair.far.write("b"); // and from then on as ever
        QTRY_COMPARE(heard.size(), 2);
    }

    void whoGoesAwayIsNoticed_data()
    {
        QTest::addColumn<bool>("isSudden");
        QTest::newRow("with an end") << false;
        QTest::newRow("suddenly") << true;
    }

    void whoGoesAwayIsNoticed()
    {
        QFETCH(const bool, isSudden);
        QuietSockets quiet;
        Pair pair;
        quiet.add(*pair.near);
        QSignalSpy ended(pair.near.get(), &QTcpSocket::disconnected);
        if (isSudden)
            pair.far.abort();
        else
            pair.far.disconnectFromHost();
        QTRY_COMPARE(ended.size(), 1);
    }

    void whatIsWrittenStillGoes()
    {
        QuietSockets quiet;
        Pair pair;
        quiet.add(*pair.near);
        pair.near->write(QByteArray(1'000'000, 'a'));
        qsizetype got = 0;
        QTRY_VERIFY((got += pair.far.readAll().size()) == 1'000'000);
        QCOMPARE(quiet.count(), 1);
    }

    void removingIsAsIfNothingHadBeen()
    {
        QuietSockets quiet;
        Pair pair;
        quiet.remove(*pair.near);
        quiet.add(*pair.near);
        quiet.add(*pair.near);
        quiet.remove(*pair.near);
        QCOMPARE(quiet.count(), 0);
        QSignalSpy heard(pair.near.get(), &QTcpSocket::readyRead);
        pair.far.write("a");
        QTRY_COMPARE(heard.size(), 1);
    }

    void aClosedOneLeavesNothingBehind()
    {
        QuietSockets quiet;
        Pair first;
        quiet.add(*first.near);
        first.near->abort();
        quiet.remove(*first.near);
        QCOMPARE(quiet.count(), 0);
        Pair second; // of the same descriptor, most likely
        quiet.add(*second.near);
        QSignalSpy heard(second.near.get(), &QTcpSocket::readyRead);
        second.far.write("a");
        QTRY_COMPARE(heard.size(), 1);
    }
};

QTEST_GUILESS_MAIN(QuietSocketsTest)
#include "QuietSocketsTest.moc"
