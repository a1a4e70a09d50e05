// SPDX-License-Identifier: Apache-2.0
// Studying a roadmap in its view: by key and by mouse, filtered and unfolded, with notes.
#include "ButtonSearch.h"
#include "SampleRoadmap.h"
#include "WidgetSearch.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/NoteField.h"
#include "ui/study/PaceButton.h"
#include "ui/study/ShareBar.h"
#include "ui/study/StateChoice.h"
#include "ui/study/StudyBook.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <ctime>
#include <functional>
#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString first = u"concept-1-1-1"_s;
const QString second = u"concept-1-1-2"_s;

} // namespace

class RoadmapStudyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        QLocale::setDefault(QLocale::C);
        m_view = std::make_unique<RoadmapView>();
        m_view->resize(700, 900);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setRoadmap(sampleRoadmap(2, 2, 3));
        QTRY_VERIFY(m_view->study().has(first));
    }
    void cleanup() { m_view.reset(); }

    void spaceMarksAndTotalsFollow()
    {
        choose(first);
        QTest::keyClick(&tree(), Qt::Key_Space);
        QCOMPARE(m_view->study().state(first), StudyState::Done);
        QVERIFY(shows(*m_view, u"1 of 12 concept"_s));
        QVERIFY(shows(*m_view, u"1.5 of 18 hours"_s));
        QVERIFY(shows(*m_view, u"learnt: 1.5"_s + QChar::Nbsp + u"h"_s + QChar::Nbsp + u"today"_s));
        QVERIFY(m_view->findChild<ShareBar*>()->value() > 0);
        QCOMPARE(stateCell(tree().currentIndex().parent()), u"1 of 3"_s);
        QTest::keyClick(&tree(), Qt::Key_Space);
        QCOMPARE(m_view->study().state(first), StudyState::ToDo);
        buttonNamed(*m_view, u"Undo"_s)->click();
        QCOMPARE(m_view->study().state(first), StudyState::Done);
        // A branch has no state of its own.
        tree().setCurrentIndex(tree().model()->index(0, 0));
        QTest::keyClick(&tree(), Qt::Key_Space);
        QCOMPARE(m_view->study().progress().totals().learnt, 1);
    }

    void whatIsTakenBackIsSaidAndComesInSight_data()
    {
        using Does = std::function<void(StudyBook&)>;
        QTest::addColumn<Does>("does");
        QTest::addColumn<QString>("name");
        QTest::newRow("a note") << Does([](StudyBook& book) { book.setNote(first, u"Mine"_s); })
                                << u"Edit the note on “Concept 1-1-1”"_s;
        QTest::newRow("a state") << Does([](StudyBook& book) {
            book.setState(first, StudyState::Done);
        }) << u"Mark “Concept 1-1-1” as done"_s;
    }
    void whatIsTakenBackIsSaidAndComesInSight()
    {
        QFETCH(const std::function<void(StudyBook&)>, does);
        QFETCH(const QString, name);
        QSignalSpy told(&m_view->study(), &StudyBook::stepMoved);
        m_view->study().undo(); // there is nothing
        QCOMPARE(told.size(), 0);
        choose(first);
        does(m_view->study());
        const QString elsewhere = u"concept-2-1-1"_s;
        choose(elsewhere);
        m_view->study().undo();
        QCOMPARE(told.takeFirst(), (QVariantList { u"Undone: %1"_s.arg(name), first }));
        QCOMPARE(m_view->place().id, first);
        choose(elsewhere);
        m_view->study().redo();
        QCOMPARE(told.takeFirst(), (QVariantList { u"Done again: %1"_s.arg(name), first }));
        QCOMPARE(m_view->place().id, first);
    }

    void theHeaderSaysEachThingOnce()
    {
        int labels = 0;
        for (const QLabel* const label : m_view->findChildren<QLabel*>())
            labels += label->isVisible() && label->text().contains(u"of 12 concept"_s) ? 1 : 0;
        QCOMPARE(labels, 1);
        QVERIFY(!shows(*m_view, u"hours in about"_s));
        m_view->setOutlook(RoadmapView::Outlook::Stopped);
        QVERIFY(shows(*m_view, u"Not finished · 0 of 12 concept"_s));
        m_view->setOutlook(RoadmapView::Outlook::Expected);
        QVERIFY(!shows(*m_view, u"Not finished"_s));
    }

    void theHoursAWeekAreChangedInTheHeader()
    {
        auto* const pace = m_view->findChild<PaceButton*>();
        auto* const hours = pace->findChild<QSpinBox*>();
        QCOMPARE(hours->value(), 10);
        QVERIFY(pace->isVisible());
        QVERIFY2(pace->text().contains(u"10 h a week"_s), qPrintable(pace->text()));
        QVERIFY(pace->text().contains(u"about 2 week"_s));
        m_view->chooseHours();
        QVERIFY(hours->isVisible());
        hours->setValue(3);
        pace->menu()->close();
        QCOMPARE(m_view->study().hoursPerWeek(), 3);
        QVERIFY(pace->text().contains(u"about 6 week"_s));
        m_view->resize(300, 900);
        QVERIFY(m_view->width() < 320);
        QTRY_COMPARE(pace->text(), u"6 week(s) left"_s);
        // What the hours come to matters more than the hours, where there is room for it.
        QStringList texts;
        for (int room = 0; room < 1000; ++room) {
            pace->fitInto(room);
            texts.append(pace->text());
        }
        texts.removeDuplicates();
        QCOMPARE(texts,
            QStringList({ u"6 week(s) left"_s, u"about 6 week(s) left"_s,
                u"6 week(s) left at 3 h a week"_s, u"about 6 week(s) left at 3 h a week"_s }));
        for (int stage = 1; stage <= 2; ++stage) {
            for (int module = 1; module <= 2; ++module) {
                for (int item = 1; item <= 3; ++item)
                    m_view->study().setState(
                        u"concept-%1-%2-%3"_s.arg(stage).arg(module).arg(item), StudyState::Done);
            }
        }
        QVERIFY(!pace->isVisible()); // nothing is left
    }

    void aTreeThatGetsTheKeyboardOpensNothing()
    {
        m_view->findChild<RoadmapTools*>()->findChild<QLineEdit*>()->setFocus();
        tree().setFocus(Qt::TabFocusReason);
        QVERIFY(tree().currentIndex().isValid());
        QVERIFY(!pane().isVisible());
        QTest::keyClick(&tree(), Qt::Key_Return);
        QVERIFY(pane().isVisible());
    }

    void aClickOnTheMarkMarks()
    {
        choose(first);
        const QModelIndex mark
            = tree().currentIndex().siblingAtColumn(RoadmapTreeModel::StateColumn);
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, tree().visualRect(mark).center());
        QCOMPARE(m_view->study().state(first), StudyState::Done);
    }

    void enterOpensTheConcept()
    {
        choose(first);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QVERIFY(pane().isVisible());
        QVERIFY(pane().isAncestorOf(m_view->focusWidget()));
        QVERIFY(pane().findChild<StateChoice*>()->isAncestorOf(m_view->focusWidget()));
        // Arrow keys go from state to state.
        QTest::keyClick(m_view->focusWidget(), Qt::Key_Right);
        QTest::keyClick(m_view->focusWidget(), Qt::Key_Space);
        QCOMPARE(m_view->study().state(first), StudyState::Doing);
        QTest::keyClick(&pane(), Qt::Key_Escape);
        QVERIFY(!pane().isVisible());
        QCOMPARE(m_view->focusWidget(), &tree());
    }

    void theMenuHasTheStates()
    {
        choose(first);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&tree(), &event);
        auto* const menu = m_view->findChild<QMenu*>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(menu != nullptr);
        const auto actions = menu->actions();
        const auto known = std::ranges::find(actions, u"Known before"_s, &QAction::text);
        QVERIFY(known != actions.end());
        (*known)->trigger();
        QCOMPARE(m_view->study().state(first), StudyState::Known);
        menu->close();
    }

    void saysWhatIsBetterLearntFirst()
    {
        choose(second);
        QVERIFY(shows(pane(), u"Better learnt first: Concept 1-1-1"_s));
        QVERIFY(shows(pane(), u"Stage 1 › Module 1-1"_s));
        QVERIFY(buttonNamed(pane(), u"Concept 1-1-3"_s) != nullptr); // needs this one
        buttonNamed(pane(), u"Concept 1-1-1"_s)->click();
        QCOMPARE(idOf(tree().currentIndex()), first);
        QVERIFY(pane().isAncestorOf(m_view->focusWidget()));
        buttonNamed(pane(), u"Done"_s)->click();
        QCOMPARE(m_view->study().state(first), StudyState::Done);
        buttonNamed(pane(), u"Next concept"_s)->click();
        QCOMPARE(idOf(tree().currentIndex()), second);
        QVERIFY(!shows(pane(), u"Better learnt first"_s));
    }

    void notesAreSavedByThemselves()
    {
        choose(first);
        QPlainTextEdit& edit = pane().findChild<NoteField*>()->edit();
        edit.setFocus();
        QTest::keyClicks(&edit, u"# Mine"_s);
        QTRY_COMPARE(m_view->study().note(first), u"# Mine"_s);
        QVERIFY(shows(pane(), u"Kept until"_s));
        QTest::keyClicks(&edit, u"!"_s);
        choose(second); // at once
        QCOMPARE(m_view->study().note(first), u"# Mine!"_s);
        QCOMPARE(edit.toPlainText(), QString());
        choose(first);
        QCOMPARE(edit.toPlainText(), u"# Mine!"_s);
        m_view->study().undoStack().undo();
        QCOMPARE(edit.toPlainText(), QString());
    }

    void takingBackSavesWhatIsTypedFirst()
    {
        choose(first);
        QPlainTextEdit& edit = pane().findChild<NoteField*>()->edit();
        m_view->study().setState(second, StudyState::Done);
        QTest::keyClicks(&edit, u"Soon"_s);
        buttonNamed(*m_view, u"Undo"_s)->click(); // at once
        QCOMPARE(edit.toPlainText(), QString());
        QCOMPARE(m_view->study().state(second), StudyState::Done);
        m_view->study().redo();
        QCOMPARE(edit.toPlainText(), u"Soon"_s);
        QTest::keyClicks(&edit, u"!"_s);
        m_view->study().undo();
        m_view->study().redo();
        QVERIFY(edit.toPlainText().contains(u'!'));
    }

    void anUnfinishedNoteOutlastsTheView()
    {
        choose(first);
        QString note;
        connect(&m_view->study(), &StudyBook::noteChanged, this,
            [this, &note](const QString& id) { note = m_view->study().note(id); });
        QTest::keyClicks(&pane().findChild<NoteField*>()->edit(), u"Soon"_s);
        m_view->hide();
        QCOMPARE(note, u"Soon"_s);
    }

    void anUnfinishedNoteIsInTheBookWhenTheProgramEnds()
    {
        choose(first);
        QTest::keyClicks(&pane().findChild<NoteField*>()->edit(), u"Soon"_s);
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
        QCoreApplication::exec();
        QCOMPARE(m_view->study().note(first), u"Soon"_s);
    }

    void anUnfinishedNoteOutlastsItsConcept()
    {
        choose(first);
        QTest::keyClicks(&pane().findChild<NoteField*>()->edit(), u"Soon"_s);
        m_view->grow({ NodeOpened { .place = { .stage = 0 }, .id = u"s"_s, .name = u"New"_s } });
        QCOMPARE(m_view->study().note(first), u"Soon"_s);
        QTRY_COMPARE(tree().model()->rowCount(), 1);
        choose(u"s"_s);
        QTest::keyClicks(&pane().findChild<NoteField*>()->edit(), u"Late"_s);
        m_view->setRoadmap(sampleRoadmap(1, 1, 1));
        QTRY_VERIFY(m_view->study().has(first));
        choose(first);
        QCOMPARE(pane().findChild<NoteField*>()->edit().toPlainText(), u"Soon"_s);
    }

    void whatIsComposedStays()
    {
        choose(first);
        QPlainTextEdit& edit = pane().findChild<NoteField*>()->edit();
        edit.setFocus();
        QTest::keyClicks(&edit, u"a"_s);
        QInputMethodEvent composing(u"bian"_s, {});
        QCoreApplication::sendEvent(&edit, &composing);
        QTRY_COMPARE(m_view->study().note(first), u"a"_s);
        QInputMethodEvent committed;
        committed.setCommitString(u"变"_s);
        QCoreApplication::sendEvent(&edit, &committed);
        QCOMPARE(edit.toPlainText(), u"a变"_s);
        QTRY_COMPARE(m_view->study().note(first), u"a变"_s);
    }

    void theFilterShowsWhatMatchesAndGoesAgain()
    {
        tree().collapseAll();
        tree().expand(tree().model()->index(1, 0));
        tree().setCurrentIndex(tree().model()->index(1, 0));
        QTreeView& whole = tree();
        m_view->focusFilter();
        auto* const field = m_view->findChild<RoadmapTools*>()->findChild<QLineEdit*>();
        QCOMPARE(m_view->focusWidget(), field);
        QTest::keyClicks(field, u"2-2-3"_s);
        QVERIFY(&tree() != &whole);
        QVERIFY(tree().isVisible() && !whole.isVisible());
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(m_view->focusWidget(), &tree());
        QCOMPARE(idOf(tree().currentIndex()), u"concept-2-2-3"_s);
        QTest::keyClick(&tree(), Qt::Key_Space);
        QCOMPARE(m_view->study().state(u"concept-2-2-3"_s), StudyState::Done);
        QCOMPARE(stateCell(tree().currentIndex()), u"Done"_s);

        field->setFocus();
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString());
        QVERIFY(whole.isVisible());
        QVERIFY(whole.isExpanded(whole.model()->index(1, 0)));
        QVERIFY(!whole.isExpanded(whole.model()->index(0, 0)));
        QCOMPARE(idOf(whole.currentIndex()), u"stage-2"_s);
        QTest::keyClicks(field, u"2-2"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(&tree(), Qt::Key_Escape); // the concept
        QTest::keyClick(&tree(), Qt::Key_Escape); // what was found
        QCOMPARE(m_view->focusWidget(), &whole);
        field->setFocus();
        QTest::keyClicks(field, u"xyz"_s);
        QVERIFY(shows(*m_view, u"No concept matches “xyz”"_s));
    }

    void whatIsFoundStaysInFrontWhileTheRoadmapChanges()
    {
        m_view->focusFilter();
        auto* const field = m_view->findChild<RoadmapTools*>()->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"concept"_s);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(&tree(), Qt::Key_Down);
        const QString inFront = idOf(tree().currentIndex());
        QVERIFY(!inFront.isEmpty());
        QSignalSpy found(tree().model(), &QAbstractItemModel::modelReset);
        Roadmap renamed = sampleRoadmap(2, 2, 3);
        renamed.stages.last().modules.last().concepts.last().name = u"Another concept"_s;
        m_view->setRoadmap(renamed);
        QTRY_VERIFY(!found.isEmpty());
        QCOMPARE(idOf(tree().currentIndex()), inFront);
    }

    void aNameIsNoMarkup()
    {
        Roadmap roadmap = sampleRoadmap(1, 1, 1);
        roadmap.stages.first().modules.first().concepts.first().name
            = u"Use <img src=\"/etc/x.png\"> & <b>bold</b>"_s;
        m_view->setRoadmap(roadmap);
        QTRY_COMPARE(m_view->study().progress().totals().concepts, 1);
        m_view->study().setState(first, StudyState::Done);
        const QString tip = buttonNamed(*m_view, u"Undo"_s)->toolTip();
        QVERIFY(tip.contains(u"&lt;img"_s));
        QVERIFY(!tip.contains(u"<img"_s));
    }

    void unfoldsToLevels()
    {
        const QModelIndex stage = tree().model()->index(1, 0);
        const QModelIndex module = tree().model()->index(1, 0, stage);
        m_view->expandTo(RoadmapTools::Level::Stages);
        QVERIFY(!tree().isExpanded(stage));
        m_view->expandTo(RoadmapTools::Level::Modules);
        QVERIFY(tree().isExpanded(stage) && !tree().isExpanded(module));
        m_view->expandTo(RoadmapTools::Level::All);
        QVERIFY(tree().isExpanded(module));
    }

    void goesToWhatIsUnfinished()
    {
        const QSignalSpy shown(m_view.get(), &RoadmapView::conceptShown);
        m_view->study().setState(first, StudyState::Done);
        m_view->showNextToLearn();
        QCOMPARE(idOf(tree().currentIndex()), second);
        m_view->showNextToLearn();
        QCOMPARE(idOf(tree().currentIndex()), u"concept-1-1-3"_s);
        QCOMPARE(shown.size(), 2);
    }

    void aJumpTakesTheKeyboardToWhatIsChosenThere()
    {
        choose(first);
        QTest::keyClick(&tree(), Qt::Key_Return);
        buttonNamed(pane(), u"Done"_s)->setFocus();
        buttonNamed(pane(), u"Done"_s)->click();
        m_view->showNextToLearn();
        auto* const focused = qobject_cast<QAbstractButton*>(m_view->focusWidget());
        QVERIFY(focused != nullptr);
        QCOMPARE(focused->text(), u"To do"_s);
        QVERIFY(focused->isChecked());
    }

    void whatGrowsCannotBeMarked()
    {
        m_view->study().setState(first, StudyState::Done);
        m_view->grow({ NodeOpened { .place = { .stage = 0 }, .id = u"s"_s, .name = u"New"_s },
            NodeOpened {
                .place = { .stage = 0, .module = 0 }, .id = u"m"_s, .name = u"Module"_s } });
        QTRY_COMPARE(tree().model()->rowCount(), 1);
        tree().setCurrentIndex(tree().model()->index(0, 0));
        QVERIFY(shows(pane(), u"still being designed"_s));
        m_view->setOutlook(RoadmapView::Outlook::Stopped);
        QVERIFY(shows(pane(), u"not designed to the end"_s));
        m_view->setOutlook(RoadmapView::Outlook::Expected); // it goes on
        QVERIFY(shows(pane(), u"still being designed"_s));
        QVERIFY(!shows(pane(), u"not designed to the end"_s));
        QVERIFY(!pane().findChild<StateChoice*>()->isVisible());
        QVERIFY(!m_view->findChild<ShareBar*>()->isVisible());
        m_view->setRoadmap(sampleRoadmap(2, 2, 3));
        QTRY_COMPARE(m_view->study().progress().totals().learnt, 1); // by the id
        m_view->clear();
        QCOMPARE(m_view->study().state(first), StudyState::ToDo);
    }

    void thePaneTakesAllWhereThereIsLittleRoom()
    {
        m_view->resize(400, 400);
        choose(first);
        QVERIFY(tree().isVisible());
        QTest::keyClick(&tree(), Qt::Key_Return);
        QVERIFY(!tree().isVisible());
        QVERIFY(pane().isVisible());
        QTest::keyClick(&pane(), Qt::Key_Escape);
        QVERIFY(tree().isVisible());
        QVERIFY(!pane().isVisible());
    }

    void everyControlHasAName()
    {
        choose(second);
        const auto widgets = m_view->findChildren<QWidget*>();
        for (const QWidget* const widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
                || widget->objectName().startsWith(u"qt_"_s))
                continue;
            const auto* const button = qobject_cast<const QAbstractButton*>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty()
                || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(isNamed, widget->metaObject()->className());
        }
    }

    void aStudyThatComesIsNotLookedForRowByRow()
    {
        RoadmapTreeModel model;
        model.setRoadmap(sampleRoadmap(1500, 5, 2));
        QTreeView plain;
        RoadmapTree quick;
        const auto secondsToTell = [&model](QTreeView& view) {
            view.setModel(&model);
            view.doItemsLayout();
            const double best = bestSecondsOf([&model] { model.setStudy(nullptr); });
            view.setModel(nullptr);
            return best;
        };
        const double looked = secondsToTell(plain);
        const double painted = secondsToTell(quick);
        QVERIFY2(painted < looked / 3.0, qPrintable(u"%1 s, %2 s"_s.arg(painted).arg(looked)));
    }

private:
    [[nodiscard]] QTreeView& tree() const { return m_view->tree(); }
    [[nodiscard]] ConceptPane& pane() const { return *m_view->findChild<ConceptPane*>(); }
    static QString idOf(const QModelIndex& index)
    {
        return index.data(RoadmapTreeModel::IdRole).toString();
    }
    static QString stateCell(const QModelIndex& index)
    {
        return index.siblingAtColumn(RoadmapTreeModel::StateColumn).data().toString();
    }
    /// Processor time, the best of several tries, so that a busy machine does not matter.
    static double bestSecondsOf(const std::function<void()>& what)
    {
        double best = std::numeric_limits<double>::infinity();
        for (int i = 0; i < 5; ++i) {
            const std::clock_t begin = std::clock();
            what();
            best = std::min(best, double(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        return best;
    }
    void choose(const QString& id)
    {
        auto* const model = qobject_cast<RoadmapTreeModel*>(tree().model());
        tree().setCurrentIndex(model->indexOf(id));
        tree().setFocus();
    }

    std::unique_ptr<RoadmapView> m_view;
};

QTEST_MAIN(RoadmapStudyTest)
#include "RoadmapStudyTest.moc"
