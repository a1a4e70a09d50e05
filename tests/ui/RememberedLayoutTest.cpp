// SPDX-License-Identifier: Apache-2.0
// What a restart must not change in how a roadmap lies before its reader.
#include "ProgramStart.h"
#include "ui/chat/ChatView.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/PaneSplitter.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

RoadmapView& viewOf(const Start& start)
{
    return start.window->findChild<WorkView*>()->roadmap();
}

void readFirst(const Start& start)
{
    QTRY_VERIFY(start.study().has(firstConcept()));
    viewOf(start).showNode(firstConcept());
}

} // namespace

class RememberedLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allLiesAsBefore_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1120, 720);
        QTest::newRow("large") << QSize(1500, 900);
        QTest::newRow("low") << QSize(800, 480);
        QTest::newRow("narrow") << QSize(640, 760);
    }
    void allLiesAsBefore()
    {
        QFETCH(const QSize, size);
        const QTemporaryDir folder;
        struct Layout {
            int chat;
            QRect pane;
            QList<bool> columns;

            bool operator==(const Layout&) const = default;
        };
        const auto layoutOf = [](const Start& start) {
            const RoadmapView& view = viewOf(start);
            const auto* const pane = view.findChild<ConceptPane*>();
            Layout layout { .chat = start.window->findChild<ChatView*>()->width(),
                .pane = QRect(pane->mapTo(start.window.get(), QPoint()), pane->size()),
                .columns = {} };
            const QHeaderView& header = *treeOf(*start.window).header();
            for (int column = 0; column < RoadmapTreeModel::ColumnCount; ++column)
                layout.columns.append(header.isSectionHidden(column));
            return layout;
        };
        Layout before {};
        {
            Start today(folder.path());
            today.window->resize(size);
            today.makeRoadmap();
            readFirst(today);
            QTRY_VERIFY(viewOf(today).findChild<ConceptPane*>()->isVisible());
            QCoreApplication::sendPostedEvents();
            before = layoutOf(today);
            closeWindow(today);
        }
        const Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(tomorrow.study().has(firstConcept()));
        QTRY_VERIFY(viewOf(tomorrow).findChild<ConceptPane*>()->isVisible());
        const auto isNear = [](int one, int other) { return std::abs(one - other) <= 3; };
        const auto isAsBefore = [&] {
            const Layout now = layoutOf(tomorrow);
            return isNear(now.chat, before.chat) && isNear(now.pane.x(), before.pane.x())
                && isNear(now.pane.y(), before.pane.y())
                && isNear(now.pane.width(), before.pane.width())
                && isNear(now.pane.height(), before.pane.height()) && now.columns == before.columns;
        };
        QTRY_VERIFY2(
            isAsBefore(), qPrintable(u"%1 %2"_s.arg(before.chat).arg(layoutOf(tomorrow).chat)));
    }

    /// A signal may end the program.
    void theBorderIsKeptWhereTheWindowIsNotClosed()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        auto* const splitter = start.window->findChild<WorkView*>()->findChild<QSplitter*>();
        QVERIFY(!start.memory.share(u"conversation"_s));
        QTRY_VERIFY(start.memory.share(u"conversation-kept"_s)); // as it came
        splitter->setSizes({ 300, 800 });
        Q_EMIT splitter->splitterMoved(splitter->sizes().constFirst(), 1);
        QTRY_VERIFY(start.memory.share(u"conversation"_s));
        const QList<int> sizes = splitter->sizes();
        QCOMPARE(
            *start.memory.share(u"conversation"_s), double(sizes[0]) / double(sizes[0] + sizes[1]));
    }

    void columnsAreAsWideAsBefore()
    {
        const QTemporaryDir folder;
        int wide = 0;
        {
            Start today(folder.path());
            today.window->resize(1500, 900);
            today.makeRoadmap();
            QHeaderView& header = *treeOf(*today.window).header();
            wide = header.sectionSize(RoadmapTreeModel::StateColumn) + 40;
            header.resizeSection(RoadmapTreeModel::StateColumn, wide);
            closeWindow(today);
        }
        Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        const QHeaderView& header = *treeOf(*tomorrow.window).header();
        QTRY_VERIFY(std::abs(header.sectionSize(RoadmapTreeModel::StateColumn) - wide) <= 1);
        // Also where a filter finds rows, and in another size of text.
        for (const RoadmapTree* const tree : tomorrow.window->findChildren<RoadmapTree*>())
            QCOMPARE(tree->chosenColumns().size(), RoadmapTreeModel::ColumnCount);
        QFont larger = tomorrow.window->font();
        larger.setPointSizeF(2 * larger.pointSizeF());
        treeOf(*tomorrow.window).setFont(larger);
        QTRY_VERIFY(header.sectionSize(RoadmapTreeModel::StateColumn) > 3 * wide / 2);
    }

    void whoReadsWithAllTheHeightGoesOnSo()
    {
        const QTemporaryDir folder;
        {
            Start today(folder.path());
            today.window->resize(800, 560);
            today.makeRoadmap();
            readFirst(today);
            Q_EMIT viewOf(today).findChild<ConceptPane*>()->tallRequested(true);
            QVERIFY(viewOf(today).reading().isTall());
            closeWindow(today);
        }
        const Start tomorrow(folder.path());
        tomorrow.window->restoreRoadmap();
        QTRY_VERIFY(tomorrow.study().has(firstConcept()));
        QTRY_VERIFY(viewOf(tomorrow).reading().isTall());
        QVERIFY(viewOf(tomorrow).findChild<ConceptPane*>()->isVisible());
    }

    void columnsThatMakeNoSenseAreNone_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("words") << QByteArray("many, few");
        QTest::newRow("too wide") << QByteArray("1e9, inf");
        QTest::newRow("nothing") << QByteArray("-3, nan");
    }
    void columnsThatMakeNoSenseAreNone()
    {
        QFETCH(const QByteArray, kept);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"window.ini"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[columns]\nroadmap=" + kept + '\n');
        file.close();
        const WindowMemory memory(file.fileName());
        QCOMPARE(memory.columns(u"roadmap"_s), (QList<double> { 0.0, 0.0 }));
    }
};

QTEST_MAIN(RememberedLayoutTest)
#include "RememberedLayoutTest.moc"
