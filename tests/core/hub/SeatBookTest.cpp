// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

const QHostAddress here(u"192.168.1.5"_s);
const QHostAddress there(u"192.168.1.6"_s);

/// A room in which everybody has an address.
QHostAddress addressOf(qsizetype pupil)
{
    return QHostAddress(0x0A000000u + quint32(pupil));
}

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
    }

    void aRemovedSeatsTokenCountsNoMore()
    {
        SeatBook book("ABCD2345");
        const SeatBook::Newcomer newcomer { "ABCD2345", u"Li"_s, u"client-1"_s };
        const auto first = book.join(newcomer, here, 0s);
        QVERIFY(first.ok());
        book.remove(first.value().seat.id);
        QVERIFY(!book.seatWith(first.value().token, 0s));
        QVERIFY(book.seats().isEmpty());
        const auto again = book.join(newcomer, here, 1s); // whoever knows the code may come again
        QVERIFY(again.ok());
        QVERIFY(again.value().seat.id != first.value().seat.id);
        QVERIFY(!book.seatWith(first.value().token, 1s));
        QCOMPARE(book.seatWith(again.value().token, 1s)->id, again.value().seat.id);
        const auto program = book.join(newcomer, here, 2s);
        QVERIFY(program.ok());
        QCOMPARE(program.value().seat.id, again.value().seat.id);
        book.remove(again.value().seat.id);
        for (const auto& joined : { first, again })
            QVERIFY(!book.seatWith(joined.value().token, 3s));
    }

    void hubsOfOneSecretShareTheirSeats()
    {
        SeatBook one("ABCD2345", "a secret of all hubs");
        SeatBook other("abcd-2345", "a secret of all hubs");
        const SeatBook::Newcomer newcomer { "ABCD2345", u"李雷"_s, u"client-1"_s };
        const auto joined = one.join(newcomer, here, 0s);
        QVERIFY(joined.ok());
        const auto seat = other.seatWith(joined.value().token, 0s);
        QVERIFY(seat.has_value());
        QCOMPARE(seat->id, joined.value().seat.id);
        QCOMPARE(seat->name, u"李雷"_s);
        QCOMPARE(other.seats().size(), 1);
        const auto second = other.join(newcomer, there, 1s);
        QVERIFY(second.ok());
        QCOMPARE(second.value().seat.id, seat->id);
        QCOMPARE(other.seats().size(), 1);
        other.remove(seat->id); // which counts there alone
        QVERIFY(!other.seatWith(joined.value().token, 2s));
        QVERIFY(one.seatWith(joined.value().token, 2s).has_value());
    }

    void otherHubsTokensAreNobodys_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("another class") << QByteArray("ABCD2346") << QByteArray("a secret of hubs");
        QTest::newRow("another secret") << QByteArray("ABCD2345") << QByteArray("another secret");
        QTest::newRow("a secret of its own") << QByteArray("ABCD2345") << SeatTokens::newSecret();
    }

    void otherHubsTokensAreNobodys()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, secret);
        SeatBook one("ABCD2345", "a secret of hubs");
        SeatBook other(code, secret);
        const auto joined = one.join({ "ABCD2345", {}, u"client-1"_s }, here, 0s);
        const auto second = other.join({ code, {}, u"client-1"_s }, here, 0s);
        QVERIFY(joined.ok() && second.ok());
        QVERIFY(!other.seatWith(joined.value().token, 0s));
        QVERIFY(!one.seatWith(second.value().token, 0s));
        QVERIFY(joined.value().seat.id != second.value().seat.id);
    }

    void aTokenThatWasChangedIsNobodys()
    {
        SeatBook book("ABCD2345");
        const auto joined = book.join({ "ABCD2345", u"Li"_s }, here, 0s);
        QVERIFY(joined.ok());
        const QByteArray token = joined.value().token;
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray changed = token;
            changed[i] = changed.at(i) == 'A' ? 'B' : 'A';
            QVERIFY2(!book.seatWith(changed, 0s), changed.constData());
        }
        const QByteArray payload = token.left(token.indexOf('.'));
        for (const QByteArray& none : QByteArrayList { token.chopped(1), token + 'A', token + '=',
                 payload, QByteArray(payload + '.'), token.mid(payload.size()), QByteArray("."),
                 QByteArray('.' + token), QByteArray(10'000'000, 'A') + token.mid(payload.size()) })
            QVERIFY2(!book.seatWith(none, 0s), none.left(100).constData());
        QVERIFY(book.seatWith(token, 0s).has_value());
    }

    void theLongestNamesTokenIsTaken()
    {
        SeatBook one("ABCD2345", "a secret of hubs");
        SeatBook other("ABCD2345", "a secret of hubs");
        const QString name(500, u'路');
        const auto joined = one.join({ "ABCD2345", name }, here, 0s);
        QVERIFY(joined.ok());
        QCOMPARE(other.seatWith(joined.value().token, 0s)->name, name.left(60));
    }

    void whoJoinedElsewhereFindsTheClassFullAsOthersDo()
    {
        SeatBook one("ABCD2345", "a secret of hubs");
        SeatBook other("ABCD2345", "a secret of hubs");
        const auto joined = one.join({ "ABCD2345", u"Li"_s }, here, 0s);
        QVERIFY(joined.ok());
        for (qsizetype i = 0; i < SeatBook::mostSeats; ++i)
            QVERIFY(other.join({ "ABCD2345" }, addressOf(i), 0s).ok());
        QVERIFY(!other.seatWith(joined.value().token, 1s));
        QCOMPARE(other.seats().size(), SeatBook::mostSeats);
        QVERIFY(other.seatWith(joined.value().token, 600s).has_value());
        QCOMPARE(other.seats().size(), SeatBook::mostSeats);
    }

    void whoWasSilentLongestMakesRoom()
    {
        SeatBook book("ABCD2345");
        const auto first = book.join({ "ABCD2345" }, here, 0s);
        for (qsizetype i = 1; i < SeatBook::mostSeats; ++i)
            QVERIFY(book.join({ "ABCD2345" }, addressOf(i), 500s).ok());
        const auto early = book.join({ "ABCD2345" }, here, 599s);
        QVERIFY(!early.ok() && early.error().kind == ErrorKind::TooLarge);
        QVERIFY(book.join({ "ABCD2345" }, here, 600s).ok());
        QVERIFY(!book.seatWith(first.value().token, 0s));
        QCOMPARE(book.seats().size(), SeatBook::mostSeats);
        QVERIFY(!book.join({ "ABCD2345" }, here, 700s).ok()); // the others were heard of since
    }

    void nobodyFillsTheClassForAll()
    {
        SeatBook book("ABCD2345");
        const auto first = book.join({ "ABCD2345" }, here, 0s);
        for (qsizetype i = 1; i < SeatBook::mostSeatsOfAddress; ++i)
            QVERIFY(book.join({ "ABCD2345" }, here, 0s).ok());
        const auto more = book.join({ "ABCD2345" }, here, 1s);
        QVERIFY(!more.ok() && more.error().kind == ErrorKind::TooLarge);
        QVERIFY(book.join({ "ABCD2345" }, there, 1s).ok());
        QVERIFY(book.seatWith(first.value().token, 500s)); // it is there still
        QVERIFY(book.join({ "ABCD2345" }, here, 600s).ok()); // another one makes room
        QCOMPARE(book.seats().size(), SeatBook::mostSeatsOfAddress + 1);
        QCOMPARE(book.seats().first().id, first.value().seat.id);
    }

    void whoIsRefusedTakesNobodysPlace()
    {
        SeatBook book("ABCD2345");
        const auto silent = book.join({ "ABCD2345" }, there, 0s);
        for (qsizetype i = 0; i < SeatBook::mostSeatsOfAddress; ++i)
            QVERIFY(book.join({ "ABCD2345" }, here, 500s).ok());
        while (book.seats().size() < SeatBook::mostSeats)
            QVERIFY(book.join({ "ABCD2345" }, addressOf(book.seats().size()), 500s).ok());
        QVERIFY(!book.join({ "ABCD2345" }, here, 700s).ok());
        QCOMPARE(book.seats().size(), SeatBook::mostSeats);
        QCOMPARE(book.seats().first().id, silent.value().seat.id);
    }

    void whoListensIsNotSilent()
    {
        SeatBook book("ABCD2345");
        const auto first = book.join({ "ABCD2345" }, here, 0s);
        for (qsizetype i = 1; i < SeatBook::mostSeatsOfAddress; ++i)
            QVERIFY(book.join({ "ABCD2345" }, here, 10s).ok());
        book.noteHeard(first.value().seat.id, 300s);
        QVERIFY(book.join({ "ABCD2345" }, here, 700s).ok());
        QCOMPARE(book.seats().first().id, first.value().seat.id);
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
