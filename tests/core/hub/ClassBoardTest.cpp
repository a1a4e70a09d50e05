// SPDX-License-Identifier: Apache-2.0
#include "core/hub/ClassBoard.h"

#include "core/roadmap/RoadmapJson.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// A roadmap of nothing but its name.
Roadmap roadmapWith(const QString& id, const QString& title)
{
    Roadmap roadmap;
    roadmap.id = id;
    roadmap.title = title;
    return roadmap;
}

} // namespace

class ClassBoardTest : public QObject {
    Q_OBJECT

    static QByteArray roadmap(const QString& id, const QString& title = u"T"_s)
    {
        return writeJson(toJson(roadmapWith(id, title)));
    }

private Q_SLOTS:
    void aNewerOneReplacesTheOlder()
    {
        ClassBoard board;
        QSignalSpy handedIn(&board, &ClassBoard::handedIn);
        QVERIFY(!board.handIn(u"a"_s, roadmap(u"r"_s, u"First"_s)));
        QVERIFY(!board.handIn(u"a"_s, roadmap(u"r"_s, u"Second"_s)));
        QVERIFY(!board.handIn(u"b"_s, roadmap(u"r"_s, u"Theirs"_s)));
        QCOMPARE(handedIn.size(), 3);
        QCOMPARE(board.handedInBy(u"a"_s).size(), 1);
        QCOMPARE(board.handedInBy(u"a"_s).first().title, u"Second"_s);
        QCOMPARE(board.handedInBy(u"b"_s).first().title, u"Theirs"_s);
        QVERIFY(board.handedInBy(u"c"_s).isEmpty());
    }

    void aSeatHandsInSoManyOnly()
    {
        ClassBoard board;
        for (qsizetype i = 0; i < ClassBoard::mostOfSeat; ++i)
            QVERIFY(!board.handIn(u"a"_s, roadmap(QString::number(i))));
        const auto error = board.handIn(u"a"_s, roadmap(u"one more"_s));
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::RateLimit);
        QVERIFY(!board.handIn(u"a"_s, roadmap(u"0"_s, u"Newer"_s)));
        QVERIFY(!board.handIn(u"b"_s, roadmap(u"one more"_s)));
        QCOMPARE(board.handedInBy(u"a"_s).size(), ClassBoard::mostOfSeat);
    }

    void theClassHandsInSoMuchOnly()
    {
        ClassBoard board;
        const QByteArray large = roadmap(u"r"_s, QString(ClassBoard::mostBytes - 1000, u'a'));
        int taken = 0;
        while (taken < 1000 && !board.handIn(QString::number(taken), large))
            ++taken;
        QCOMPARE(taken, int(ClassBoard::mostHandedIn / large.size()));
        QVERIFY(!board.handIn(u"0"_s, roadmap(u"r"_s))); // shorter, in the place of the longer
    }

    void whatIsNoRoadmapIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << QByteArray() << ErrorKind::BadOutput;
        QTest::newRow("no JSON") << QByteArray("{") << ErrorKind::BadOutput;
        QTest::newRow("a list") << QByteArray("[]") << ErrorKind::BadOutput;
        QTest::newRow("nested to no end") << QByteArray(100'000, '[') << ErrorKind::BadOutput;
        QTest::newRow("too long") << QByteArray(ClassBoard::mostBytes + 1, ' ')
                                  << ErrorKind::TooLarge;
    }

    void whatIsNoRoadmapIsNotTaken()
    {
        QFETCH(const QByteArray, body);
        ClassBoard board;
        const QSignalSpy handedIn(&board, &ClassBoard::handedIn);
        const auto error = board.handIn(u"a"_s, body);
        QVERIFY(error.has_value());
        QTEST(error->kind, "kind");
        QVERIFY(handedIn.isEmpty());
        QVERIFY(board.handedInBy(u"a"_s).isEmpty());
    }

    void onlySoMuchIsHandedOut()
    {
        ClassBoard board;
        const Roadmap large = roadmapWith(u"r"_s, QString(ClassBoard::mostBytes / 3, u'a'));
        int taken = 0;
        while (taken < 1000 && !board.handOut(large))
            ++taken;
        QVERIFY(taken > 0 && taken < 1000);
        QCOMPARE(board.events().last(), taken);
        QVERIFY(board.events().size() <= ClassBoard::mostHandedOut);
        QVERIFY(board.handOut(roadmapWith(u"l"_s, QString(ClassBoard::mostBytes, u'a'))));
    }
};

QTEST_GUILESS_MAIN(ClassBoardTest)
#include "ClassBoardTest.moc"
