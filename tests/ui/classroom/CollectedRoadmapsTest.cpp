// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/CollectedRoadmaps.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class CollectedRoadmapsTest : public QObject {
    Q_OBJECT

    static CollectedRoadmaps::Row row(
        const QString& seat, const QString& id, const QString& title = u"T"_s)
    {
        CollectedRoadmaps::Row row { .seat = seat, .name = seat };
        row.roadmap.id = id;
        row.roadmap.title = title;
        row.came = QDateTime(QDate(2026, 3, 1), QTime(9, 30));
        return row;
    }
    static QString text(const CollectedRoadmaps& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private Q_SLOTS:
    void aNewerOneTakesThePlaceOfTheOlder()
    {
        CollectedRoadmaps model;
        const QAbstractItemModelTester tester(&model);
        model.take(row(u"ann"_s, u"r"_s, u"First"_s));
        model.take(row(u"ben"_s, u"r"_s, u"Theirs"_s));
        model.take(row(u"ann"_s, u"r"_s, u"Second"_s));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, CollectedRoadmaps::TitleColumn), u"Second"_s);
        QCOMPARE(text(model, 1, CollectedRoadmaps::TitleColumn), u"Theirs"_s);
    }

    void whatIsKeptIsMarked()
    {
        CollectedRoadmaps model;
        model.take(row(u"ann"_s, u"1"_s));
        model.take(row(u"ann"_s, u"2"_s));
        const QString before = text(model, 1, CollectedRoadmaps::TimeColumn);
        QCOMPARE(model.unkept(), 2);
        model.noteKept(1, u"library"_s);
        QCOMPARE(model.unkept(), 1);
        QVERIFY(text(model, 1, CollectedRoadmaps::TimeColumn) != before);
        model.noteGone(u"another"_s);
        QCOMPARE(model.unkept(), 1);
        model.noteGone(u"library"_s);
        QCOMPARE(model.unkept(), 2);
        QCOMPARE(text(model, 1, CollectedRoadmaps::TimeColumn), before);
    }

    void whatIsKeptElsewhereMakesRoomFirst()
    {
        CollectedRoadmaps model;
        for (qsizetype i = 0; i < CollectedRoadmaps::mostRows; ++i)
            model.take(row(u"ann"_s, QString::number(i)));
        model.noteKept(3, u"library"_s);
        const QString keptId = model.row(3).roadmap.id;
        for (const QString& id : { u"new"_s, u"newer"_s })
            model.take(row(u"ann"_s, id));
        QCOMPARE(model.rowCount(), int(CollectedRoadmaps::mostRows));
        QStringList ids;
        for (int i = 0; i < model.rowCount(); ++i)
            ids.append(model.row(i).roadmap.id);
        QCOMPARE(ids.first(), u"newer"_s);
        QVERIFY(!ids.contains(keptId));
        QVERIFY(!ids.contains(u"0"_s)); // then the oldest
        QCOMPARE(ids.last(), u"1"_s);
    }

    void whoHandsInMostMakesRoomForOthers()
    {
        CollectedRoadmaps model;
        const auto large = [](const QString& seat, int id) {
            CollectedRoadmaps::Row each = row(seat, QString::number(id));
            each.bytes = CollectedRoadmaps::mostBytes / 8;
            return each;
        };
        for (int id = 0; id < 3; ++id)
            model.take(large(u"ann"_s, id)); // the oldest of all
        for (int id = 0; id < 100; ++id)
            model.take(large(u"ben"_s, id));
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.row(0).roadmap.id, u"99"_s);
        QCOMPARE(model.row(4).roadmap.id, u"95"_s);
        for (int id = 0; id < 3; ++id)
            QCOMPARE(model.row(7 - id).seat, u"ann"_s);
    }

    void wordsOfSeatsAreOneShortLine()
    {
        CollectedRoadmaps model;
        CollectedRoadmaps::Row hostile
            = row(u"ann"_s, u"1"_s, u"a\n\u202Eb"_s + u"c"_s.repeated(9999));
        hostile.name = u"\n"_s;
        model.take(hostile);
        const QString title = text(model, 0, CollectedRoadmaps::TitleColumn);
        QVERIFY(title.size() <= 201);
        QVERIFY(!title.contains(u'\n') && !title.contains(QChar(0x202E)));
        QCOMPARE(text(model, 0, CollectedRoadmaps::SeatColumn), u"Without a name"_s);
        // A tool tip would be taken for markup.
        QVERIFY(!model.index(0, 1).data(Qt::ToolTipRole).isValid());
    }
};

QTEST_GUILESS_MAIN(CollectedRoadmapsTest)
#include "CollectedRoadmapsTest.moc"
