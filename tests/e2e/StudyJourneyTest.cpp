// SPDX-License-Identifier: Apache-2.0
#include "core/storage/Library.h"
#include "core/workflow/OfflineSource.h"
#include "tests/ui/ButtonSearch.h"
#include "tests/ui/TestSettings.h"
#include "tests/ui/WidgetSearch.h"
#include "ui/MainWindow.h"
#include "ui/WorkView.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/RecentButton.h"
#include "ui/start/StartPage.h"
#include "ui/study/StudyBook.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr int patience = 20'000; // milliseconds, for slow machines under a sanitizer

void click(QWidget& widget)
{
    QVERIFY2(widget.isVisible(), widget.metaObject()->className());
    QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
}

void click(QTreeView& tree, const QModelIndex& cell)
{
    QVERIFY(cell.isValid());
    tree.scrollTo(cell);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(cell).center());
}

} // namespace

/// From the wish to what was learnt and back, without a model, and with the mouse alone where
/// nothing is written. KeyboardJourneyTest goes the same way by key.
class StudyJourneyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byMouse()
    {
        makeRoadmap();
        if (!QTest::currentTestFailed())
            learn();
        if (!QTest::currentTestFailed())
            find();
        if (!QTest::currentTestFailed())
            comeBack();
    }

private:
    void makeRoadmap()
    {
        QVERIFY(!m_library.open());
        m_settings.asksWhoAnswers = false;
        m_window = std::make_unique<MainWindow>(m_source, m_settings.all(), LearnerRequest(),
            WindowStores { .library = &m_library, .memory = nullptr });
        m_window->resize(1100, 800);
        m_window->show();
        auto& goal = *m_window->findChild<GoalEdit*>();
        click(goal);
        QTest::keyClicks(&goal, u"Python"_s);
        click(*buttonNamed(*m_window->findChild<StartPage*>(), u"Start"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!study().progress().nextToLearn().isEmpty(), patience);
        roadmap().expandTo(RoadmapTools::Level::All);
        m_before = study().progress().nextToLearn();
        const QStringList next = study().progress().dependents(m_before);
        QVERIFY(!next.isEmpty());
        m_concept = next.first();
    }

    /// What comes first is pointed out, learnt, taken back, and learnt again.
    void learn()
    {
        click(roadmap().tree(), rowOf(m_concept));
        QVERIFY(shows(pane(), u"Better learnt first: "_s + study().name(m_before)));
        click(*buttonNamed(pane(), study().name(m_before)));
        QCOMPARE(idOf(roadmap().tree().currentIndex()), m_before);
        click(*buttonNamed(pane(), u"Done"_s));
        QCOMPARE(study().state(m_before), StudyState::Done);
        QVERIFY(shows(roadmap(), u"1 of "_s));
        click(*buttonNamed(roadmap(), u"Undo"_s));
        QCOMPARE(study().state(m_before), StudyState::ToDo);
        click(roadmap().tree(), rowOf(m_before).siblingAtColumn(RoadmapTreeModel::StateColumn));
        QCOMPARE(study().state(m_before), StudyState::Done);
        click(*buttonNamed(pane(), u"Next concept"_s));
        QCOMPARE(idOf(roadmap().tree().currentIndex()), m_concept);
        QVERIFY(!shows(pane(), u"Better learnt first"_s));
        click(*buttonNamed(pane(), u"Close the concept"_s));
        QVERIFY(!pane().isVisible());
    }

    /// A concept by its name, and a note on it.
    void find()
    {
        auto& filter = *m_window->findChild<RoadmapTools*>()->findChild<QLineEdit*>();
        click(filter);
        QTest::keyClicks(&filter, u"nothing such"_s);
        click(*buttonNamed(roadmap(), u"Show all"_s));
        QCOMPARE(filter.text(), QString());
        click(filter);
        QTest::keyClicks(&filter, study().name(m_concept));
        QTreeView& found = roadmap().tree();
        QModelIndex row = found.model()->index(0, 0);
        while (row.isValid() && idOf(row) != m_concept)
            row = found.indexBelow(row);
        click(found, row);
        auto* const note = pane().findChild<QPlainTextEdit*>();
        pane().area().ensureWidgetVisible(note);
        click(*note->viewport());
        QTest::keyClicks(note, u"Mine"_s);
        QTRY_COMPARE(study().note(m_concept), u"Mine"_s);
        QTRY_VERIFY(shows(pane(), u"Saved"_s));
        filter.clear();
    }

    void comeBack()
    {
        click(*buttonNamed(*m_window, u"New goal"_s));
        QVERIFY(m_window->findChild<StartPage*>()->isVisible());
        QTRY_VERIFY(m_window->findChild<RecentButton*>() != nullptr
            && m_window->findChild<RecentButton*>()->isVisible());
        click(*m_window->findChild<RecentButton*>());
        QTRY_VERIFY(m_window->findChild<WorkView*>()->isVisible());
        QTRY_COMPARE(study().state(m_before), StudyState::Done);
        QCOMPARE(study().note(m_concept), u"Mine"_s);
        QVERIFY(shows(roadmap(), u"1 of "_s));
    }

    [[nodiscard]] RoadmapView& roadmap() const { return *m_window->findChild<RoadmapView*>(); }
    [[nodiscard]] StudyBook& study() const { return roadmap().study(); }
    [[nodiscard]] ConceptPane& pane() const { return *m_window->findChild<ConceptPane*>(); }
    [[nodiscard]] QModelIndex rowOf(const QString& id) const
    {
        return qobject_cast<RoadmapTreeModel*>(roadmap().tree().model())->indexOf(id);
    }
    static QString idOf(const QModelIndex& row)
    {
        return row.data(RoadmapTreeModel::IdRole).toString();
    }

    QTemporaryDir m_folder;
    TestSettings m_settings;
    Library m_library { m_folder.path() };
    OfflineSource m_source;
    std::unique_ptr<MainWindow> m_window;
    QString m_concept; ///< needs the one before
    QString m_before;
};

QTEST_MAIN(StudyJourneyTest)
#include "StudyJourneyTest.moc"
