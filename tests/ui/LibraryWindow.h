// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "RunWindow.h"
#include "core/storage/AppearanceBook.h"
#include "core/storage/Library.h"
#include "ui/WorkView.h"
#include "ui/look/FoldButton.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/settings/ModelsPage.h"
#include "ui/start/RecentButton.h"
#include "ui/study/StudyBook.h"
#include "ui/window/WindowMemory.h"

#include <QAction>
#include <QListView>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

// A window as the program has it, with a library, and the states in which its learner sees it.
namespace roadloom {

struct LibraryWindow {
    explicit LibraryWindow(
        const LearnerRequest& first = wish(), const QSize& size = QSize(1000, 700))
    {
        settings.asksWhoAnswers = false;
        if (library.open())
            qFatal("the library cannot be opened");
        Settings all = settings.all();
        all.appearance = &appearance;
        window = std::make_unique<MainWindow>(
            source, all, first, WindowStores { .library = &library, .memory = &memory });
        window->resize(size);
        window->show();
    }

    [[nodiscard]] WorkView& work() const { return *window->findChild<WorkView*>(); }
    [[nodiscard]] RoadmapView& roadmap() const { return work().roadmap(); }
    [[nodiscard]] StudyBook& study() const { return roadmap().study(); }

    /// In front, and active.
    void activate() const
    {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    void understand()
    {
        window->start();
        source.emitEvent(ChunkEvent { QStringLiteral("I see what you want."), analyzer });
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    }
    /// Half of it is there.
    void grow()
    {
        understand();
        source.emitEvent(ProgressEvent { WorkflowStep::CurriculumDesign, 40, {} });
        source.emitEvent(ChunkEvent {
            QStringLiteral("Two stages will do.\n```json\n{\"title\":\"Web\",\"stages\":["
                           "{\"stage_id\":\"stage-1\",\"name\":\"First\",\"modules\":["
                           "{\"module_id\":\"m\",\"name\":\"Basics\",\"planned_concepts\":2}]},"
                           "{\"stage_id\":\"stage-2\",\"name\":\"Second\",\"modules\":["
                           "{\"module_id\":\"n\",\"name\":\"More\",\"planned_concepts\":3}]}"
                           "]}\n```\n"),
            architect });
        source.emitEvent(StageChunkEvent {
            QStringLiteral("```json\n{\"modules\":[{\"module_id\":\"m\",\"concepts\":["
                           "{\"concept_id\":\"c-1\",\"name\":\"HTTP\",\"estimated_hours\":2.0}"),
            architect, QStringLiteral("stage-1") });
        QTRY_COMPARE(treeOf(*window).model()->rowCount(), 2);
        QTRY_VERIFY(shows(*window, QStringLiteral("HTTP"))
            || roadmap().tree().model()->rowCount(
                   roadmap().tree().model()->index(0, 0, roadmap().tree().model()->index(0, 0)))
                == 1);
    }
    void finish()
    {
        understand();
        source.emitEvent(ChunkEvent { QStringLiteral("Here is a plan."), architect });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(doneWith(sampleDesign()));
        QTRY_VERIFY(study().has(conceptId()));
    }
    void fail()
    {
        understand();
        source.emitEvent(ErrorEvent {
            { ErrorKind::Cut, QStringLiteral("The answer was cut off."), {} }, architect });
    }
    /// Another roadmap is in the library, and the start page is in front.
    void comeBack()
    {
        finish();
        study().setState(conceptId(), StudyState::Done);
        trigger(Qt::CTRL | Qt::Key_N);
        // The list is read on another thread.
        QTRY_VERIFY(std::ranges::any_of(window->findChildren<RecentButton*>(),
            [](const RecentButton* each) { return each->isVisible(); }));
    }
    void openConcept() const
    {
        QTreeView& tree = treeOf(*window);
        const QModelIndex module = tree.model()->index(0, 0, tree.model()->index(0, 0));
        tree.setCurrentIndex(tree.model()->index(1, 0, module));
    }
    void trigger(QKeyCombination keys) const
    {
        const auto actions = window->findChildren<QAction*>();
        const auto found = std::ranges::find_if(actions, [keys](const QAction* action) {
            return action->shortcuts().contains(QKeySequence(keys));
        });
        QVERIFY(found != actions.end());
        (*found)->trigger();
    }
    /// The settings, unfolded, with that one of several that can answer.
    void openModel(int row)
    {
        ConfiguredProviders configured;
        for (const QStringView preset : { u"ollama", u"anthropic", u"other" })
            configured.providers.append(setupFrom(*findProvider(preset)));
        configured.services.append(ServiceSetup {
            .id = QStringLiteral("hub"), .url = QUrl(QStringLiteral("http://127.0.0.1:9")) });
        configured.defaultId = configured.providers.constFirst().id;
        static_cast<void>(settings.book().change(configured));
        trigger(Qt::CTRL | Qt::Key_Comma);
        auto* const list = window->findChild<ModelsPage*>()->findChild<QListView*>();
        list->setCurrentIndex(list->model()->index(row, 0));
        unfold();
    }
    void unfold() const
    {
        for (FoldButton* const fold : window->findChildren<FoldButton*>())
            fold->setChecked(true);
    }
    /// The first concept's.
    static QString conceptId() { return QStringLiteral("concept-1-1-1"); }

    QTemporaryDir folder;
    TestSettings settings;
    AppearanceBook appearance { AppearanceSettings(folder.path()) };
    ScriptedSource source;
    Library library { folder.path() };
    WindowMemory memory { folder.filePath(QStringLiteral("window.ini")) };
    std::unique_ptr<MainWindow> window;
};

} // namespace roadloom
