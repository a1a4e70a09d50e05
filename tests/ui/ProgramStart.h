// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "RunWindow.h"
#include "core/storage/Library.h"
#include "ui/WorkView.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/start/RecentButton.h"
#include "ui/study/StudyBook.h"
#include "ui/window/WindowMemory.h"

#include <memory>

namespace roadloom {

/// A start of the program with a data folder.
struct Start {
    explicit Start(const QString& folder, const LearnerRequest& request = wish())
        : library(folder)
        , memory(folder + QStringLiteral("/window.ini"))
    {
        if (library.open())
            qFatal("the library cannot be opened");
        window = std::make_unique<MainWindow>(source, settings.all(), request,
            WindowStores { .library = &library, .memory = &memory });
        window->show();
    }

    StudyBook& study() const { return window->findChild<WorkView*>()->roadmap().study(); }
    void makeRoadmap()
    {
        window->start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(doneWith(sampleDesign()));
    }
    QList<RecentButton*> recents() const
    {
        QList<RecentButton*> shown;
        for (RecentButton* const button : window->findChildren<RecentButton*>()) {
            if (!button->isHidden())
                shown.append(button);
        }
        return shown;
    }

    TestSettings settings;
    ScriptedSource source;
    Library library;
    WindowMemory memory;
    std::unique_ptr<MainWindow> window;
};

inline bool isAtWork(const Start& start)
{
    const auto* const work = start.window->findChild<WorkView*>();
    return work != nullptr && work->isVisible();
}

inline QString firstConcept()
{
    return sampleDesign().framework.stages.first().modules.first().concepts.first().id;
}

} // namespace roadloom
