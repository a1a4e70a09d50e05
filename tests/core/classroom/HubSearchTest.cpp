// SPDX-License-Identifier: Apache-2.0
// Seats that look for hubs, and hubs that answer them.
#include "core/classroom/HubSearch.h"
#include "core/classroom/HubBeacon.h"

#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

constexpr auto shortPause = 100ms; ///< of a search

const QHostAddress here(QHostAddress::LocalHost);
const QHostAddress beside(u"127.0.0.2"_s);

HubAd ad()
{
    return { .name = u"7b"_s, .port = 8000, .needsCode = true };
}

/// Somebody on the network who answers in its own way.
class Answerer : public QObject {
public:
    using Answers = std::function<QList<QByteArray>(const QByteArray& nonce)>;

    explicit Answerer(Answers answers)
        : m_answers(std::move(answers))
    {
        if (!m_socket.bind(here, 0))
            qFatal("no UDP socket on this machine");
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] {
            while (m_socket.hasPendingDatagrams()) {
                const QNetworkDatagram question = m_socket.receiveDatagram();
                ++questions;
                for (const QByteArray& each : m_answers(*readHubQuestion(question.data())))
                    m_socket.writeDatagram(question.makeReply(each));
            }
        });
    }

    [[nodiscard]] quint16 port() const { return m_socket.localPort(); }

    int questions = 0;

private:
    Answers m_answers;
    QUdpSocket m_socket;
};

QList<FoundHub> hubsIn(const QSignalSpy& found)
{
    QList<FoundHub> hubs;
    for (const auto& arguments : found)
        hubs.append(arguments.first().value<FoundHub>());
    return hubs;
}

/// All that comes until the search has ended.
QList<FoundHub> search(quint16 port, const QHostAddress& asked = here)
{
    HubSearch search(port, { asked }, shortPause);
    const QSignalSpy found(&search, &HubSearch::found);
    QSignalSpy ended(&search, &HubSearch::ended);
    search.start();
    if (!ended.wait())
        qFatal("the search does not end");
    return hubsIn(found);
}

} // namespace

class HubSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHubIsFoundOnce_data()
    {
        QTest::addColumn<HubAd>("told");
        QTest::addColumn<FoundHub>("expected");
        QTest::newRow("plain") << ad()
                               << FoundHub { QUrl(u"http://127.0.0.1:8000"_s), u"7b"_s, {}, true };
        const QByteArray fingerprint(32, '\x01');
        QTest::newRow("TLS") << HubAd { u"7b"_s, 443, true, fingerprint,
            false } << FoundHub { QUrl(u"https://127.0.0.1:443"_s), u"7b"_s, fingerprint, false };
    }

    void aHubIsFoundOnce()
    {
        QFETCH(const HubAd, told);
        QFETCH(const FoundHub, expected);
        HubBeacon beacon(told, here, 0);
        QVERIFY(!beacon.listen());
        QCOMPARE(search(beacon.port()), QList { expected });
    }

    void aHubThatServesEverywhereAnswersEverywhere()
    {
        HubBeacon beacon(ad(), QHostAddress(QHostAddress::AnyIPv4), 0);
        QVERIFY(!beacon.listen());
        QCOMPARE(search(beacon.port(), beside).size(), 1);
        QCOMPARE(search(beacon.port(), here).size(), 1);
    }

    void aHubOfThisMachineIsFoundOnceWhateverItsAddresses()
    {
        HubBeacon beacon(ad(), QHostAddress(QHostAddress::AnyIPv4), 0);
        QVERIFY(!beacon.listen());
        HubSearch search(beacon.port(), { here, beside }, shortPause);
        const QSignalSpy found(&search, &HubSearch::found);
        QSignalSpy ended(&search, &HubSearch::ended);
        search.start();
        QVERIFY(ended.wait());
        QCOMPARE(found.size(), 1);
    }

    void whoAsksElsewhereIsNotAnswered()
    {
        HubBeacon beacon(ad(), beside, 0);
        QVERIFY(!beacon.listen());
        QCOMPARE(search(beacon.port(), here), QList<FoundHub>());
        const auto hubs = search(beacon.port(), beside); // from its own machine
        QCOMPARE(hubs.size(), 1);
        QCOMPARE(hubs.first().url, QUrl(u"http://127.0.0.2:8000"_s));
    }

    void aPortThatIsTakenIsSaid()
    {
        QUdpSocket other;
        QVERIFY(other.bind(QHostAddress(QHostAddress::AnyIPv4), 0, QUdpSocket::DontShareAddress));
        HubBeacon beacon(ad(), here, other.localPort());
        const auto error = beacon.listen();
        QVERIFY(error.has_value());
        QVERIFY(error->message.contains(QString::number(other.localPort())));
        QVERIFY(!error->details.isEmpty());
    }

    void severalHubsOfAMachineAreFoundByOneQuestion()
    {
        Answerer twoHubs([](const QByteArray& nonce) {
            HubAd other = ad();
            other.port = 8001;
            return QList { hubAnswer(ad(), nonce), hubAnswer(other, nonce) };
        });
        QCOMPARE(search(twoHubs.port()).size(), 2);
        QCOMPARE(twoHubs.questions, 3);
    }

    void whatIsNoAnswerIsPassedOver()
    {
        Answerer hostile([](const QByteArray& nonce) {
            HubAd last = ad();
            last.port = 9000;
            return QList { QByteArray("{"), QByteArray(60'000, '['), QByteArray(),
                hubAnswer(ad(), "0000"), hubAnswer(ad(), nonce).leftJustified(1201, ' '),
                hubAnswer(ad(), nonce).replace("8000", "80000"), hubQuestion(nonce),
                hubAnswer(last, nonce) };
        });
        const auto hubs = search(hostile.port());
        QCOMPARE(hubs.size(), 1);
        QCOMPARE(hubs.first().url.port(), 9000);
    }

    void aMachineIsFoundSoOftenOnly()
    {
        Answerer flood([](const QByteArray& nonce) {
            QList<QByteArray> answers;
            for (quint16 port = 1; port <= 1000; ++port)
                answers.append(hubAnswer({ .name = {}, .port = port }, nonce));
            return answers;
        });
        QCOMPARE(search(flood.port()).size(), HubSearch::mostOfMachine);
    }

    void aSearchThatIsBegunAnewFindsAnew()
    {
        HubBeacon beacon(ad(), here, 0);
        QVERIFY(!beacon.listen());
        HubSearch search(beacon.port(), { here }, shortPause);
        const QSignalSpy found(&search, &HubSearch::found);
        QSignalSpy ended(&search, &HubSearch::ended);
        search.start();
        QTRY_COMPARE(found.size(), 1);
        search.start();
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(ended.wait());
        QCOMPARE(found.size(), 2);
        QCOMPARE(ended.size(), 1);
    }

    void oneThatIsStoppedSaysNothing()
    {
        HubBeacon beacon(ad(), here, 0);
        QVERIFY(!beacon.listen());
        HubSearch stopped(beacon.port(), { here }, shortPause);
        const QSignalSpy found(&stopped, &HubSearch::found);
        const QSignalSpy ended(&stopped, &HubSearch::ended);
        stopped.start();
        stopped.stop();
        QCOMPARE(search(beacon.port()).size(), 1); // as long as the other would have taken
        QVERIFY(found.isEmpty());
        QVERIFY(ended.isEmpty());
    }

    void whatIsNoQuestionIsNotAnswered_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray(800, 'a');
        QTest::newRow("an answer") << hubAnswer(ad(), "a").leftJustified(800, ' ');
        QTest::newRow("shorter than its answer") << hubQuestion("a").trimmed();
        QTest::newRow("too long") << hubQuestion("a").leftJustified(1201, ' ');
    }

    void whatIsNoQuestionIsNotAnswered()
    {
        QFETCH(const QByteArray, datagram);
        HubBeacon beacon(ad(), here, 0);
        QVERIFY(!beacon.listen());
        QUdpSocket seat;
        QVERIFY(seat.bind(here, 0));
        seat.writeDatagram(datagram, here, beacon.port());
        seat.writeDatagram(hubQuestion("b"), here, beacon.port());
        QTRY_VERIFY(seat.hasPendingDatagrams());
        QVERIFY(readHubAnswer(seat.receiveDatagram().data(), "b").has_value());
        QVERIFY(!seat.hasPendingDatagrams());
    }

    void aFloodIsAnsweredInPartOnly()
    {
        HubBeacon beacon(ad(), here, 0);
        QVERIFY(!beacon.listen());
        QUdpSocket seat;
        QVERIFY(seat.bind(here, 0));
        QElapsedTimer clock;
        clock.start();
        int answers = 0;
        constexpr int rounds = 50;
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < 10; ++i)
                seat.writeDatagram(hubQuestion("a"), here, beacon.port());
            QCoreApplication::processEvents();
            while (seat.hasPendingDatagrams()) {
                ++answers;
                seat.receiveDatagram();
            }
        }
        const auto seconds = int(clock.elapsed() / 1000 + 1);
        QVERIFY(answers > 0);
        QVERIFY2(answers <= seconds * HubBeacon::mostAnswers, qPrintable(QString::number(answers)));
    }

    void everybodyIsAskedOnce()
    {
        const auto everybody = HubSearch::everybody();
        QVERIFY(everybody.contains(here));
        for (const QHostAddress& address : everybody) {
            QCOMPARE(address.protocol(), QAbstractSocket::IPv4Protocol);
            QCOMPARE(everybody.count(address), 1);
        }
    }
};

QTEST_GUILESS_MAIN(HubSearchTest)
#include "HubSearchTest.moc"
