// SPDX-License-Identifier: Apache-2.0
// How much of a roadmap's view its rows and the pane have, and what is there without any rows.
#include "SampleRoadmap.h"
#include "WidgetSearch.h"
#include "ui/look/FoldButton.h"
#include "ui/look/Icons.h"
#include "ui/look/RoomyStyle.h"
#include "ui/look/Tag.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/NothingFound.h"
#include "ui/roadmap/PaneSplitter.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/StateChoice.h"
#include "ui/study/StudyBook.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;

using Way = std::function<void()>;
Q_DECLARE_METATYPE(Way)

namespace {

Roadmap toldRoadmap()
{
    Roadmap roadmap = sampleRoadmap(2, 2, 3);
    for (Stage& stage : roadmap.stages) {
        for (Module& module : stage.modules) {
            module.description = u"In short."_s;
            for (Concept& item : module.concepts)
                item.description = u"It says a lot about what is to be learnt here. "_s.repeated(8);
        }
    }
    return roadmap;
}

} // namespace

class RoadmapRoomTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new RoomyStyle(u"Fusion"_s)); }
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_view = std::make_unique<RoadmapView>();
        m_view->resize(560, 700);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setRoadmap(toldRoadmap());
        QTRY_VERIFY(m_view->study().has(u"concept-1-1-1"_s));
        m_view->expandTo(RoadmapTools::Level::All);
        tree().setFocus();
    }
    void cleanup() { m_view.reset(); }

    void aBranchTakesTheHeightThatItNeeds_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("high") << QSize(560, 700);
        QTest::newRow("low") << QSize(430, 400);
    }
    void aBranchTakesTheHeightThatItNeeds()
    {
        QFETCH(const QSize, size);
        m_view->resize(size);
        choose(u"module-1-1"_s);
        QVERIFY(pane().isVisible());
        QVERIFY(pane().height() >= pane().neededHeight(pane().width()));
        QVERIFY(pane().height() <= std::max(pane().neededHeight(pane().width()), 100));
    }

    void thePaneKeepsItsHeightWhileKeysWalkOn()
    {
        choose(u"module-1-1"_s);
        const int ofBranch = pane().height();
        QTest::keyClick(&tree(), Qt::Key_Down);
        const int ofConcept = pane().height();
        QVERIFY(ofConcept > ofBranch);
        QVERIFY(ofConcept < tree().height() + ofConcept / 2);
        constexpr int enough = 12; // further modules, and a stage
        for (int i = 0; i < enough; ++i) {
            QTest::keyClick(&tree(), Qt::Key_Down);
            QCOMPARE(pane().height(), ofConcept);
            const QRect row = tree().visualRect(tree().currentIndex());
            QVERIFY(tree().viewport()->rect().contains(row.center()));
        }
        // Opened again, it is as high as what it shows.
        QTest::keyClick(&tree(), Qt::Key_Escape);
        choose(u"module-1-1"_s);
        QCOMPARE(pane().height(), ofBranch);
    }

    void theChosenRowStaysInSightWhenThePaneGrows()
    {
        m_view->resize(560, 600);
        choose(u"module-1-1"_s);
        // The lowest row that can be seen.
        QModelIndex lowest = tree().indexAt(QPoint(20, tree().viewport()->height() - 30));
        while (!lowest.data(RoadmapTreeModel::StudyStateRole).isValid())
            lowest = tree().indexAbove(lowest);
        QTest::mouseClick(
            tree().viewport(), Qt::LeftButton, {}, tree().visualRect(lowest).center());
        QTRY_VERIFY(tree().viewport()->rect().contains(tree().visualRect(lowest).center()));
    }

    void oneOfThemHasAllWhereThereIsNoRoomForBoth_data()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("a jump") << Way([this] { m_view->showNextToLearn(); });
        QTest::newRow("a click") << Way([this] { click(RoadmapTreeModel::NameColumn); });
        QTest::newRow("Enter") << Way([this] { QTest::keyClick(&tree(), Qt::Key_Return); });
        QTest::newRow("a place that was kept")
            << Way([this] { m_view->goTo({ .id = u"concept-1-1-2"_s, .isOpen = true }); });
    }
    void oneOfThemHasAllWhereThereIsNoRoomForBoth()
    {
        QFETCH(const Way, way);
        m_view->resize(500, 230);
        way();
        QVERIFY(pane().isVisible());
        QVERIFY(!tree().isVisible());
        QVERIFY(pane().isAncestorOf(m_view->focusWidget()));
        QTest::keyClick(m_view->focusWidget(), Qt::Key_Escape);
        QVERIFY(!pane().isVisible());
        QCOMPARE(m_view->focusWidget(), &tree());
        QVERIFY(tree().isVisible());
        way();
        m_view->focusFilter();
        QVERIFY(filter().isVisible() && filter().hasFocus());
        QVERIFY(!pane().isVisible());
        // Both, as soon as there is room.
        way();
        m_view->resize(500, 600);
        QTRY_VERIFY(tree().isVisible());
        QVERIFY(pane().isVisible());
    }

    void keysKeepTheRowsTheyWalkThrough()
    {
        m_view->resize(500, 230);
        choose(u"module-1-1"_s);
        QTest::keyClick(&tree(), Qt::Key_Down);
        QVERIFY(!pane().isVisible());
        QCOMPARE(m_view->focusWidget(), &tree());
        QVERIFY(
            tree().viewport()->height() >= 3 * tree().visualRect(tree().currentIndex()).height());
        click(RoadmapTreeModel::StateColumn); // which is no wish to read
        QVERIFY(m_view->study().state(u"concept-1-1-1"_s) == StudyState::Done);
        QVERIFY(!pane().isVisible());
        m_view->resize(500, 600);
        QTRY_VERIFY(pane().isVisible());
        m_view->resize(500, 230);
        QTRY_VERIFY(!pane().isVisible());
        QCOMPARE(m_view->focusWidget(), &tree());
    }

    void nameAndButtonsStayWhileTheRestScrolls_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("hasFactsBesideIt");
        QTest::newRow("high") << 420 << true;
        QTest::newRow("low") << 230 << false;
    }
    void nameAndButtonsStayWhileTheRestScrolls()
    {
        QFETCH(const int, height);
        QFETCH(const bool, hasFactsBesideIt);
        m_view->resize(500, height);
        choose(u"concept-1-1-2"_s);
        QTest::keyClick(&tree(), Qt::Key_Return);
        const QLabel* const name = labelOf(u"Concept 1-1-2"_s);
        const QLabel* const branches = labelOf(u"Stage 1"_s);
        QVERIFY(name != nullptr && branches != nullptr);
        QVERIFY(!pane().area().isAncestorOf(name));
        QVERIFY(!pane().area().isAncestorOf(pane().findChild<QToolButton*>(u"close"_s)));
        QTRY_COMPARE(!pane().area().isAncestorOf(branches), hasFactsBesideIt);
        QScrollBar& bar = *pane().area().verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        bar.setValue(bar.maximum());
        QTRY_VERIFY(!name->visibleRegion().isEmpty());
        QTest::keyClick(pane().findChild<QToolButton*>(u"close"_s), Qt::Key_Home);
        QCOMPARE(bar.value(), 0);
    }

    void hoursAndDifficultyAreSeenAtOnce_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(560, 700);
        QTest::newRow("below the tree") << QSize(430, 360);
        QTest::newRow("alone") << QSize(430, 230);
        QTest::newRow("hardly any room") << QSize(260, 190);
    }
    void hoursAndDifficultyAreSeenAtOnce()
    {
        QFETCH(const QSize, size);
        m_view->resize(size);
        choose(u"concept-1-1-2"_s);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QTRY_VERIFY(pane().isVisible());
        const QLabel* const facts = labelOf(QString(), u" h  ·  "_s);
        QVERIFY(facts != nullptr);
        QTRY_COMPARE(facts->visibleRegion().boundingRect(), facts->rect());
        QVERIFY(facts->height() >= facts->heightForWidth(facts->width()));
    }

    void aNameWithoutEndLeavesRoomForTheRest()
    {
        Roadmap roadmap = toldRoadmap();
        roadmap.stages.first().modules.first().concepts.first().name = u"Very long "_s.repeated(60);
        m_view->setRoadmap(roadmap);
        QTRY_VERIFY(m_view->study().has(u"concept-1-1-1"_s));
        m_view->resize(500, 230);
        choose(u"concept-1-1-1"_s);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QTRY_VERIFY(pane().area().height() * 2 > pane().height());
        QVERIFY(!pane().findChild<QToolButton*>(u"close"_s)->visibleRegion().isEmpty());
        QVERIFY(labelOf(u"Very long"_s) != nullptr);
    }

    void keywordsBelongToTheDescription()
    {
        Roadmap roadmap = toldRoadmap();
        roadmap.stages.first().modules.first().concepts.first().keywords = { u"socket"_s };
        m_view->setRoadmap(roadmap);
        QTRY_VERIFY(m_view->study().has(u"concept-1-1-1"_s));
        choose(u"concept-1-1-1"_s);
        const auto placeIn = [this](const QWidget& part) {
            return QRect(part.mapTo(pane().area().widget(), QPoint()), part.size());
        };
        const auto tag = [this]() -> const Tag* { return pane().findChild<Tag*>(); };
        QTRY_VERIFY(tag() != nullptr);
        const QRect description = placeIn(*labelOf(u"It says a lot"_s));
        QTRY_VERIFY(placeIn(*tag()).top() > description.bottom());
        QVERIFY(placeIn(*tag()).top() - description.bottom() < 2 * spacingUnit);
        QTRY_VERIFY(
            placeIn(*labelOf(u"Your notes"_s)).top() - placeIn(*tag()).bottom() >= 2 * spacingUnit);
    }

    void aBorderThatWasMovedBoundsThePane()
    {
        choose(u"concept-1-1-1"_s);
        auto& splitter = *m_view->findChild<PaneSplitter*>();
        QWidget* const handle = splitter.handle(1);
        QTRY_VERIFY(handle->isVisible());
        const QPoint middle = handle->rect().center();
        const int before = pane().height();
        QTest::mousePress(handle, Qt::LeftButton, {}, middle);
        const QPointF above = middle - QPoint(0, 60);
        QMouseEvent move(QEvent::MouseMove, above, handle->mapToGlobal(above), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, middle - QPoint(0, 60));
        const int moved = pane().height();
        QVERIFY(moved > before);
        choose(u"module-1-2"_s);
        QCOMPARE(pane().height(), moved);
        QTest::keyClick(&tree(), Qt::Key_Escape);
        choose(u"concept-1-1-2"_s);
        QVERIFY(std::abs(pane().height() - moved) <= 1);
    }

    void theConceptGivesWayToTheFindings_data()
    {
        QTest::addColumn<bool>("hasKeyboard");
        QTest::newRow("from the tree") << false;
        QTest::newRow("from the concept") << true;
    }
    void theConceptGivesWayToTheFindings()
    {
        QFETCH(const bool, hasKeyboard);
        addFindings();
        m_view->resize(430, 400);
        choose(u"concept-1-1-1"_s);
        QTRY_VERIFY(pane().isVisible());
        QVERIFY(tree().isVisible());
        if (hasKeyboard)
            pane().enter();
        fold().toggle();
        QTRY_VERIFY(!pane().isVisible());
        QVERIFY(m_view->findings().list().isVisible());
        QCOMPARE(m_view->focusWidget(), &tree());
        QTRY_VERIFY(hasRoomForRows());
        QVERIFY(filter().isVisible());
        // It comes back with the room.
        fold().toggle();
        QTRY_VERIFY(pane().isVisible());
        QTRY_VERIFY(hasRoomForRows());
    }

    void aConceptThatIsOpenedFoldsTheFindings()
    {
        addFindings();
        m_view->resize(430, 400);
        QTest::mouseClick(&fold(), Qt::LeftButton);
        choose(u"concept-1-1-1"_s); // on the way to another
        QVERIFY(!pane().isVisible());
        click(RoadmapTreeModel::NameColumn);
        QTRY_VERIFY(pane().isVisible());
        QVERIFY(!fold().isChecked());
        QTRY_VERIFY(hasRoomForRows());
    }

    void otherFindingsComeFolded()
    {
        addFindings();
        m_view->resize(430, 400);
        fold().toggle();
        m_view->findings().clear();
        choose(u"concept-1-1-1"_s);
        QTRY_VERIFY(pane().isVisible());
        addFindings();
        QVERIFY(!fold().isChecked());
        QVERIFY(pane().isVisible());
    }

    void aFindingLeadsToItsRowWhereThereIsLittleRoom()
    {
        addFindings();
        m_view->resize(430, 400);
        QTest::mouseClick(&fold(), Qt::LeftButton);
        QListView& list = m_view->findings().list();
        Q_EMIT list.clicked(list.model()->index(0, 0));
        QCOMPARE(idInFront(), u"concept-2-1-1"_s);
        QTRY_VERIFY(hasRoomForRows());
        QVERIFY(fold().isChecked());
        QVERIFY(!pane().isVisible());
        m_view->resize(430, 900);
        QTRY_VERIFY(pane().isVisible());
    }

    void theRowInFrontStaysInSightWhenRoomIsTaken()
    {
        addFindings();
        choose(u"concept-1-1-1"_s);
        QTRY_VERIFY(pane().isVisible());
        const QModelIndex last
            = tree().indexAt(QPoint(20, tree().viewport()->height() - 10)).siblingAtColumn(0);
        QVERIFY(last.isValid());
        tree().setCurrentIndex(last);
        const auto isSeen = [this] {
            const QRect row = tree().visualRect(tree().currentIndex());
            return row.top() >= 0 && row.bottom() <= tree().viewport()->height();
        };
        QTRY_VERIFY(isSeen());
        const int before = tree().viewport()->height();
        QTest::mouseClick(&fold(), Qt::LeftButton);
        QTRY_VERIFY(tree().viewport()->height() < before);
        QTRY_VERIFY(isSeen());
        m_view->resize(560, 520); // nor when the window gets lower
        QTRY_VERIFY(isSeen());
        QVERIFY(pane().isVisible());
    }

    void noLineAboveTheConceptIsCut()
    {
        addFindings();
        m_view->resize(560, 600);
        for (const QString& id : { u"module-1-1"_s, u"stage-1"_s, u"concept-1-1-1"_s }) {
            choose(id);
            for (const bool isUnfolded : { false, true }) {
                fold().setChecked(isUnfolded);
                QCoreApplication::sendPostedEvents();
                for (const QLabel* const label : pane().findChildren<QLabel*>()) {
                    if (label->isVisible() && !pane().area().isAncestorOf(label))
                        QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                            qPrintable(label->text()));
                }
            }
            fold().setChecked(false);
        }
    }

    void namesComeBeforeOtherColumns()
    {
        m_view->resize(430, 500);
        const QHeaderView& header = *tree().header();
        const int indented = 3 * tree().indentation();
        QTRY_VERIFY(header.sectionSize(RoadmapTreeModel::NameColumn)
            >= indented + 20 * tree().fontMetrics().averageCharWidth());
        QVERIFY(header.isSectionHidden(RoadmapTreeModel::DifficultyColumn));
        QVERIFY(!header.isSectionHidden(RoadmapTreeModel::HoursColumn));
        QVERIFY(!header.isSectionHidden(RoadmapTreeModel::StateColumn));
    }

    void theTreeGrowsWithTheText()
    {
        choose(u"concept-1-1-1"_s);
        const auto rowHeight = [this] { return tree().visualRect(tree().currentIndex()).height(); };
        const auto& done = *pane().findChild<StateChoice*>()->findChild<QAbstractButton*>();
        const int indentation = tree().indentation();
        const int before = rowHeight();
        const int buttons = done.sizeHint().height();
        QFont font = m_view->font();
        font.setPointSizeF(2 * font.pointSizeF());
        m_view->setFont(font);
        QVERIFY2(tree().indentation() * 2 >= indentation * 3,
            qPrintable(u"%1 after %2"_s.arg(tree().indentation()).arg(indentation)));
        QTRY_VERIFY(rowHeight() * 2 >= before * 3);
        QVERIFY(done.sizeHint().height() * 2 >= buttons * 3);
        const auto* const close = pane().findChild<QToolButton*>(u"close"_s);
        QVERIFY(close->iconSize().height() >= iconSide(font));
    }

    void whatFindsNothingSaysSoAndLeadsBack_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("mouse") << false;
        QTest::newRow("keys") << true;
    }
    void whatFindsNothingSaysSoAndLeadsBack()
    {
        QFETCH(const bool, byKey);
        QTreeView& whole = tree();
        m_view->focusFilter();
        QTest::keyClicks(&filter(), u"xyz & co"_s);
        auto& nothing = *m_view->findChild<NothingFound*>();
        QVERIFY(nothing.isVisible());
        QVERIFY(shows(nothing, u"No concept matches “xyz & co”."_s));
        auto& button = *nothing.findChild<QPushButton*>();
        if (byKey) {
            QTest::keyClick(&filter(), Qt::Key_Down);
            QCOMPARE(m_view->focusWidget(), &button);
            QTest::keyClick(&button, Qt::Key_Space);
        } else {
            QTest::mouseClick(&button, Qt::LeftButton);
        }
        QCOMPARE(filter().text(), QString());
        QVERIFY(whole.isVisible());
        QCOMPARE(m_view->focusWidget(), &whole);
    }

    void whatFindsNothingIsHeardInAPause()
    {
        m_view->focusFilter();
        QTest::keyClicks(&filter(), u"xyz"_s);
        const auto& nothing = *m_view->findChild<NothingFound*>();
        const auto isHeard = [&nothing](const QString& sentence) {
            const auto labels = nothing.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&sentence](const QLabel* label) {
                return label->text().isEmpty() && label->accessibleName() == sentence;
            });
        };
        QTRY_VERIFY(isHeard(u"No concept matches “xyz”."_s));
        filter().clear();
        QVERIFY(!isHeard(u"No concept matches “xyz”."_s));
    }

    void theHintGivesWayWhereThereIsLittleRoom()
    {
        m_view->focusFilter();
        filter().setText(u"far too long for one line "_s.repeated(4));
        const auto& nothing = *m_view->findChild<NothingFound*>();
        QVERIFY(shows(nothing, u"looks for all of the words"_s));
        m_view->resize(400, 200);
        QTRY_VERIFY(!shows(nothing, u"looks for all of the words"_s));
        const auto& button = *nothing.findChild<QPushButton*>();
        QVERIFY(nothing.rect().contains(button.geometry()));
    }

private:
    [[nodiscard]] QTreeView& tree() const { return m_view->tree(); }
    [[nodiscard]] ConceptPane& pane() const { return *m_view->findChild<ConceptPane*>(); }
    [[nodiscard]] QLineEdit& filter() const
    {
        return *m_view->findChild<RoadmapTools*>()->findChild<QLineEdit*>();
    }
    [[nodiscard]] const QLabel* labelOf(const QString& text, const QString& within = {}) const
    {
        for (const QLabel* const label : pane().findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().startsWith(text)
                && label->text().contains(within))
                return label;
        }
        return nullptr;
    }
    [[nodiscard]] FoldButton& fold() const { return *m_view->findings().findChild<FoldButton*>(); }
    void addFindings()
    {
        for (const QString& id : { u"concept-2-1-1"_s, u"concept-1-1-1"_s })
            m_view->findings().add({ u"W1"_s, Severity::Warning, id, u"Issue."_s, {} });
        QTRY_VERIFY(fold().isVisible());
    }
    [[nodiscard]] bool hasRoomForRows() const
    {
        constexpr int fewest = 3;
        return tree().isVisible()
            && tree().viewport()->height()
            >= fewest * tree().visualRect(tree().currentIndex()).height();
    }
    [[nodiscard]] QString idInFront() const { return m_view->place().id; }
    /// On the row in front.
    void click(RoadmapTreeModel::Column column)
    {
        const QModelIndex cell = tree().currentIndex().siblingAtColumn(column);
        tree().scrollTo(cell);
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(cell).center());
    }
    void choose(const QString& id)
    {
        auto* const model = qobject_cast<RoadmapTreeModel*>(tree().model());
        tree().setCurrentIndex(model->indexOf(id));
        tree().setFocus();
    }
    std::unique_ptr<RoadmapView> m_view;
};

QTEST_MAIN(RoadmapRoomTest)
#include "RoadmapRoomTest.moc"
