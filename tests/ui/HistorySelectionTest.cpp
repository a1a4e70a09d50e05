// SPDX-License-Identifier: Apache-2.0
#include "ui/history/HistorySelection.h"
#include "ui/history/HistoryListModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0));

LibraryLine line(const QString& id, const QStringList& tags = {})
{
    LibraryLine made { .id = id,
        .title = u"Title of "_s + id,
        .goal = u"Goal of "_s + id,
        .created = noon,
        .opened = noon,
        .concepts = 8,
        .learnt = 3 };
    made.tags = tags;
    return made;
}

LibraryLine archived(LibraryLine made)
{
    made.isArchived = true;
    return made;
}

LibraryLine removed(LibraryLine made)
{
    made.removed = noon;
    return made;
}

QList<LibraryLine> someLines()
{
    return { line(u"a"_s, { u"Work"_s }), line(u"b"_s),
        archived(line(u"c"_s, { u"work"_s, u"学校"_s })), removed(archived(line(u"d"_s))),
        removed(line(u"e"_s, { u"gone"_s })) };
}

QString idsOf(const QList<HistoryRow>& rows)
{
    QString ids;
    for (const HistoryRow& row : rows)
        ids += row.line.id;
    return ids;
}

} // namespace

/// Which roadmaps are shown, and what is said of them.
class HistorySelectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsLookedForIsShown_data()
    {
        using enum HistoryPlace;
        using Hits = std::optional<QList<libraryTexts::Hit>>;
        using libraryTexts::Place;
        QTest::addColumn<HistorySelection>("selection");
        QTest::addColumn<QString>("ids");
        QTest::newRow("kept") << HistorySelection { Kept, {}, {} } << u"ab"_s;
        QTest::newRow("archive") << HistorySelection { Archive, {}, {} } << u"c"_s;
        QTest::newRow("bin, also of the archived") << HistorySelection { Bin, {}, {} } << u"de"_s;
        QTest::newRow("a tag") << HistorySelection { Kept, u"work"_s, {} } << u"a"_s;
        QTest::newRow("a tag of others") << HistorySelection { Kept, u"学校"_s, {} } << QString();
        const Hits hits
            = QList<libraryTexts::Hit> { { u"b"_s, Place::Title }, { u"c"_s, Place::Notes },
                  { u"unknown"_s, Place::Notes }, { u"a"_s, Place::Conversation } };
        QTest::newRow("found, the best first") << HistorySelection { Kept, {}, hits } << u"ba"_s;
        QTest::newRow("found, with a tag") << HistorySelection { Kept, u"Work"_s, hits } << u"a"_s;
        QTest::newRow("found in the archive") << HistorySelection { Archive, {}, hits } << u"c"_s;
        QTest::newRow("nothing found")
            << HistorySelection { Kept, {}, QList<libraryTexts::Hit>() } << QString();
    }

    void whatIsLookedForIsShown()
    {
        QFETCH(HistorySelection, selection);
        QTEST(idsOf(selectedRows(someLines(), selection)), "ids");
    }

    void tagsAreThoseOfWhatIsNotThrownAway()
    {
        QCOMPARE(tagsInUse(someLines()), (QStringList { u"Work"_s, u"学校"_s }));
    }

    void theListSaysHowFarAndWhereItWasFound()
    {
        HistoryListModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(
            selectedRows(someLines(),
                { .hits = QList<libraryTexts::Hit> { { u"a"_s, libraryTexts::Place::Notes } } }),
            noon);
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex first = model.index(0);
        QCOMPARE(model.data(first, Qt::DisplayRole).toString(), u"Title of a"_s);
        QCOMPARE(model.data(first, HistoryListModel::DetailsRole).toString(),
            u"found in your notes · 3 of 8 concepts learnt · opened today · goal: Goal of a"_s);
        QVERIFY(
            model.data(first, Qt::AccessibleDescriptionRole).toString().endsWith(u"tags: Work"_s));
        QCOMPARE(model.rowOf(u"a"_s), 0);
        QCOMPARE(model.rowOf(u"b"_s), -1);

        model.setRows(selectedRows(someLines(), { .place = HistoryPlace::Bin }), noon);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.data(model.index(0), HistoryListModel::DetailsRole)
                    .toString()
                    .startsWith(u"in the bin since "_s));
    }

    void wordsOfOthersAreNoMarkup()
    {
        LibraryLine hostile = line(u"x"_s);
        hostile.title = u"<b>bold</b>\u202e\n<img src=file:///etc/passwd>"_s;
        HistoryListModel model;
        model.setRows({ { .line = hostile } }, noon);
        const QString title = model.data(model.index(0), Qt::DisplayRole).toString();
        QVERIFY(!title.contains(u'\u202e') && !title.contains(u'\n'));
        const QString tip = model.data(model.index(0), Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains("<img"_L1) && !tip.contains("<b>bold"_L1));
    }

    void whatChangesInARowLeavesTheRowsInPlace()
    {
        HistoryListModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(selectedRows(someLines(), {}), noon);
        const QPersistentModelIndex second = model.index(1);
        QList<LibraryLine> lines = someLines();
        lines[1].title = u"Another"_s;
        model.setRows(selectedRows(lines, {}), noon);
        QVERIFY(second.isValid());
        QCOMPARE(second.data().toString(), u"Another"_s);
    }
};

QTEST_GUILESS_MAIN(HistorySelectionTest)
#include "HistorySelectionTest.moc"
