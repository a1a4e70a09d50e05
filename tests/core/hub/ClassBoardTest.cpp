// SPDX-License-Identifier: Apache-2.0
#include "core/hub/ClassBoard.h"

#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

Roadmap roadmapWith(const QString& id, const QString& title)
{
    Roadmap roadmap = sample::perfectRoadmap();
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
    void whatIsHandedInGoesToWhoListens()
    {
        ClassBoard board;
        const QSignalSpy handedIn(&board, &ClassBoard::handedIn);
        const QByteArray document = roadmap(u"r"_s, u"Mine"_s);
        QVERIFY(!board.handIn(u"a"_s, document));
        QCOMPARE(handedIn.size(), 1);
        const auto taken = handedIn.first().first().value<HandedIn>();
        QCOMPARE(taken.seat, u"a"_s);
        QCOMPARE(taken.roadmap, roadmapWith(u"r"_s, u"Mine"_s));
        QCOMPARE(taken.bytes, document.size());
    }

    void aDesignIsTakenForItsRoadmap()
    {
        ClassBoard board;
        const QSignalSpy handedIn(&board, &ClassBoard::handedIn);
        const Roadmap mine = roadmapWith(u"r"_s, u"Mine"_s);
        CurriculumDesign design;
        design.framework = mine;
        QVERIFY(!board.handIn(u"a"_s, writeJson(toJson(design))));
        QCOMPARE(handedIn.first().first().value<HandedIn>().roadmap, mine);
    }

    void aSeatHandsInSoManyOnly()
    {
        ClassBoard board;
        const QSignalSpy handedIn(&board, &ClassBoard::handedIn);
        for (qsizetype i = 0; i < ClassBoard::mostOfSeat; ++i)
            QVERIFY(!board.handIn(u"a"_s, roadmap(QString::number(i))));
        const auto error = board.handIn(u"a"_s, roadmap(u"one more"_s));
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::RateLimit);
        QVERIFY(!board.handIn(u"a"_s, roadmap(u"0"_s, u"Newer"_s))); // in the place of the older
        QVERIFY(!board.handIn(u"b"_s, roadmap(u"one more"_s)));
        QCOMPARE(handedIn.size(), ClassBoard::mostOfSeat + 2);
    }

    void aSeatHandsInSoMuchOnly()
    {
        ClassBoard board;
        const auto large = [](int id) {
            return roadmap(QString::number(id), QString(ClassBoard::mostBytes / 2, u'a'));
        };
        int taken = 0;
        while (taken < 1000 && !board.handIn(u"a"_s, large(taken)))
            ++taken;
        QCOMPARE(taken, int(ClassBoard::mostBytesOfSeat / large(0).size()));
        QVERIFY(!board.handIn(u"a"_s, roadmap(u"0"_s))); // shorter, in the place of the longer
        QVERIFY(!board.handIn(u"a"_s, large(taken)));
        QVERIFY(!board.handIn(u"b"_s, large(0)));
    }

    void whatIsNoRoadmapIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << QByteArray() << ErrorKind::BadOutput;
        QTest::newRow("no JSON") << QByteArray("{") << ErrorKind::BadOutput;
        QTest::newRow("a list") << QByteArray("[]") << ErrorKind::BadOutput;
        QTest::newRow("nested to no end") << QByteArray(100'000, '[') << ErrorKind::BadOutput;
        QTest::newRow("without a concept")
            << R"({"roadmap_id":"r","title":"T","stages":[],"total_estimated_hours":1,)"
               R"("recommended_completion_weeks":1})"_ba
            << ErrorKind::BadOutput;
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
