// SPDX-License-Identifier: Apache-2.0
// The rows of a roadmap and those that a filter finds, as their views show them.
#include "ui/roadmap/RoadmapTrees.h"
#include "SampleRoadmap.h"
#include "ui/roadmap/RoadmapDelegate.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// The names of the branches that are unfolded.
QStringList unfoldedIn(const QTreeView& tree, const QModelIndex& parent = {})
{
    QStringList names;
    for (int row = 0; row < tree.model()->rowCount(parent); ++row) {
        const QModelIndex index = tree.model()->index(row, 0, parent);
        if (tree.isExpanded(index) && tree.model()->hasChildren(index))
            names.append(index.data().toString());
        names += unfoldedIn(tree, index);
    }
    return names;
}

} // namespace

class RoadmapTreesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsBelowAMatchIsAsFoldedAsItWas_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("wasUnfolded");
        QTest::addColumn<QStringList>("unfolded");
        QTest::newRow("stage, folded") << u"stage 2"_s << false << QStringList();
        QTest::newRow("stage, unfolded")
            << u"stage 2"_s << true
            << QStringList { u"Stage 2"_s, u"Module 2-1"_s, u"Module 2-2"_s };
        QTest::newRow("module, folded") << u"module 1-2"_s << false << QStringList { u"Stage 1"_s };
        QTest::newRow("module, unfolded")
            << u"module 1-2"_s << true << QStringList { u"Stage 1"_s, u"Module 1-2"_s };
        QTest::newRow("concept") << u"concept 1-2-1"_s << false
                                 << QStringList { u"Stage 1"_s, u"Module 1-2"_s };
    }
    void whatIsBelowAMatchIsAsFoldedAsItWas()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, wasUnfolded);
        RoadmapTreeModel model;
        model.setRoadmap(sampleRoadmap(2, 2, 2));
        RoadmapTrees trees(model);
        if (wasUnfolded)
            trees.whole().expandAll();
        trees.setPattern(typed);
        QTEST(unfoldedIn(trees.tree()), "unfolded");
    }

    void theSignOfANoteIsInTheColourOfTheText_data()
    {
        QTest::addColumn<QStyle::State>("state");
        QTest::addColumn<QColor>("ink");
        QTest::newRow("chosen") << QStyle::State(QStyle::State_Selected) << QColor(Qt::red);
        QTest::newRow("not chosen") << QStyle::State() << QColor(Qt::blue);
    }
    void theSignOfANoteIsInTheColourOfTheText()
    {
        QFETCH(const QStyle::State, state);
        struct Opened : RoadmapDelegate {
            using RoadmapDelegate::initStyleOption;
            using RoadmapDelegate::RoadmapDelegate;
        };
        const Roadmap roadmap = sampleRoadmap(1, 1, 1);
        const StudyProgress progress(roadmap);
        RoadmapTreeModel model;
        model.setRoadmap(roadmap);
        model.setStudy(&progress);
        model.setNotes([](const QString& /*id*/) { return u"Mine"_s; });
        QStyleOptionViewItem option;
        option.state = state;
        option.palette.setColor(QPalette::HighlightedText, Qt::red);
        option.palette.setColor(QPalette::Text, Qt::blue);
        const Opened delegate;
        delegate.initStyleOption(&option, model.indexOf(u"concept-1-1-1"_s));
        const QIcon::Mode mode
            = state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
        const QImage drawn = option.icon.pixmap(QSize(32, 32), 1.0, mode)
                                 .toImage()
                                 .convertToFormat(QImage::Format_ARGB32);
        int ink = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                if (drawn.pixelColor(x, y).alpha() != 255)
                    continue;
                QTEST(drawn.pixelColor(x, y), "ink");
                ++ink;
            }
        }
        QVERIFY(ink > 0);
    }
};

QTEST_MAIN(RoadmapTreesTest)
#include "RoadmapTreesTest.moc"
