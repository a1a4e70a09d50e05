// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "RunWindow.h"
#include "core/storage/Library.h"
#include "ui/WorkView.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/start/RecentButton.h"
#include "ui/study/StudyBook.h"
#include "ui/window/WindowMemory.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
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

/// As the learner does, who is not asked.
inline void closeWindow(const Start& start)
{
    start.window->close();
    QTRY_VERIFY(!start.window->isVisible());
}

inline bool isAtWork(const Start& start)
{
    const auto* const work = start.window->findChild<WorkView*>();
    return work != nullptr && work->isVisible();
}

/// What the window asks; nullptr: nothing.
inline QMessageBox* questionOf(const Start& start)
{
    for (QMessageBox* const box : start.window->findChildren<QMessageBox*>()) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}

inline QAbstractButton& button(const QMessageBox& question, QMessageBox::ButtonRole role)
{
    const QList<QAbstractButton*> buttons = question.buttons();
    const auto found = std::ranges::find_if(buttons,
        [&](QAbstractButton* candidate) { return question.buttonRole(candidate) == role; });
    if (found == buttons.cend())
        qFatal("no such answer");
    return **found;
}

inline void answer(const QMessageBox& question, QMessageBox::ButtonRole role)
{
    button(question, role).click();
}

inline void agree(const QMessageBox& question)
{
    answer(question, QMessageBox::DestructiveRole);
}

/// The command with those keys, without an event in between.
inline void trigger(const MainWindow& window, QKeyCombination keys)
{
    for (QAction* const action : window.findChildren<QAction*>()) {
        if (action->shortcuts().contains(QKeySequence(keys)))
            action->trigger();
    }
}

inline void trigger(const Start& start, QKeyCombination keys)
{
    trigger(*start.window, keys);
}

inline QString firstConcept()
{
    return sampleDesign().framework.stages.first().modules.first().concepts.first().id;
}

} // namespace roadloom
