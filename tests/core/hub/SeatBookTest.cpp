// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

const QHostAddress here(u"192.168.1.5"_s);
const QHostAddress there(u"192.168.1.6"_s);

} // namespace

/// Who may use the hub.
class SeatBookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCodeIsTakenAsPeopleTypeIt_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("as it is shown") << QByteArray("ABCD2345") << true;
        QTest::newRow("in groups, small") << QByteArray(" abcd-2345 ") << true;
        QTest::newRow("another one") << QByteArray("ABCD2346") << false;
        QTest::newRow("its beginning") << QByteArray("ABCD") << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("with more behind it") << QByteArray("ABCD2345X") << false;
    }

    void theCodeIsTakenAsPeopleTypeIt()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const bool, isTaken);
        SeatBook book("ABCD2345");
        const auto joined = book.join({ typed, u"Li"_s }, here, 0s);
        QCOMPARE(joined.ok(), isTaken);
        QCOMPARE(book.seats().size(), isTaken ? 1 : 0);
        if (!isTaken)
            QCOMPARE(joined.error().kind, ErrorKind::Authentication);
    }

    void aTokenIsOneSeats()
    {
        SeatBook book("ABCD2345");
        const auto first = book.join({ "ABCD2345", u"Li"_s }, here, 0s);
        const auto second = book.join({ "ABCD2345", u"Li"_s }, here, 0s);
        QVERIFY(first.ok() && second.ok());
        QVERIFY(first.value().token != second.value().token);
        QVERIFY(first.value().token.size() >= 40);
        QCOMPARE(book.seatWith(first.value().token, 0s)->id, first.value().seat.id);
        QVERIFY(!book.seatWith({}, 0s));
        QVERIFY(!book.seatWith("ABCD2345", 0s));
        book.remove(first.value().seat.id);
        QVERIFY(!book.seatWith(first.value().token, 0s)); // it counts no more
        QCOMPARE(book.seatWith(second.value().token, 0s)->id, second.value().seat.id);
    }

    void wrongCodesBringPausesThatGrow()
    {
        SeatBook book("ABCD2345");
        const auto isPaused = [&book](const QHostAddress& from, std::chrono::seconds now) {
            const auto joined = book.join({ "wrong" }, from, now);
            return !joined.ok() && joined.error().kind == ErrorKind::RateLimit;
        };
        for (int i = 0; i < 5; ++i)
            QVERIFY(!isPaused(here, 100s));
        QVERIFY(isPaused(here, 100s));
        QVERIFY(isPaused(QHostAddress(u"::ffff:192.168.1.5"_s), 129s)); // the same machine
        QVERIFY(!isPaused(there, 100s));
        const auto right = book.join({ "ABCD2345" }, here, 129s); // it waits as well
        QVERIFY(!right.ok() && right.error().retryAfter == 1s);
        QVERIFY(!isPaused(here, 130s));
        QVERIFY(isPaused(here, 189s));
        QVERIFY(book.join({ "ABCD2345" }, here, 190s).ok());
        QVERIFY(!isPaused(here, 191s)); // all is forgotten
    }

    void aClientKeepsItsSeat()
    {
        SeatBook book("ABCD2345");
        const SeatBook::Newcomer newcomer { "ABCD2345", u"Li"_s, u"client-1"_s };
        const auto first = book.join(newcomer, here, 0s);
        const auto again = book.join(newcomer, there, 5s);
        QVERIFY(first.ok() && again.ok());
        QCOMPARE(again.value().seat.id, first.value().seat.id);
        QCOMPARE(book.seats().size(), 1);
        for (const QByteArray& token : { first.value().token, again.value().token })
            QVERIFY(book.seatWith(token, 0s).has_value()); // both of its programs go on
        for (int i = 0; i < 8; ++i)
            QVERIFY(book.join(newcomer, here, 6s).ok());
        QVERIFY(!book.seatWith(first.value().token, 0s)); // not without bound
    }

    void whoWasSilentLongestMakesRoom()
    {
        SeatBook book("ABCD2345");
        const auto first = book.join({ "ABCD2345" }, here, 0s);
        for (qsizetype i = 1; i < SeatBook::mostSeats; ++i)
            QVERIFY(book.join({ "ABCD2345" }, here, 500s).ok());
        const auto early = book.join({ "ABCD2345" }, here, 599s);
        QVERIFY(!early.ok() && early.error().kind == ErrorKind::TooLarge);
        QVERIFY(book.join({ "ABCD2345" }, here, 600s).ok());
        QVERIFY(!book.seatWith(first.value().token, 0s));
        QCOMPARE(book.seats().size(), SeatBook::mostSeats);
        QVERIFY(!book.join({ "ABCD2345" }, here, 700s).ok()); // the others were heard of since
    }

    void namesArePlainAndShort()
    {
        SeatBook book("ABCD2345");
        const QString name = u"  Li\n\u202e\u0007 Lei "_s + QString(500, u'x');
        const auto joined = book.join({ "ABCD2345", name }, here, 0s);
        QVERIFY(joined.ok());
        QVERIFY(joined.value().seat.name.startsWith(u"Li"_s));
        QVERIFY(joined.value().seat.name.size() <= 60);
        for (const QChar c : joined.value().seat.name)
            QVERIFY(c.isPrint());
    }

    void newCodesHaveNoLettersLikeOthers()
    {
        const QByteArray code = SeatBook::newClassCode();
        QCOMPARE(code.size(), 8);
        QVERIFY(code != SeatBook::newClassCode());
        for (const char c : code)
            QVERIFY(!QByteArray("01OIL").contains(c));
    }
};

QTEST_GUILESS_MAIN(SeatBookTest)
#include "SeatBookTest.moc"
