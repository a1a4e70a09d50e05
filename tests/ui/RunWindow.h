// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "SampleRoadmap.h"
#include "ScriptedSource.h"
#include "TestSettings.h"
#include "WidgetSearch.h"
#include "ui/MainWindow.h"
#include "ui/window/PassingRemark.h"

#include <QTest>
#include <QTreeView>

#include <algorithm>

// A window whose run a test tells, and what it shows.
namespace roadloom {

inline constexpr auto analyzer = AgentId::IntentAnalyzer;
inline constexpr auto architect = AgentId::CurriculumArchitect;

inline LearnerRequest wish()
{
    LearnerRequest request;
    request.userId = QStringLiteral("user");
    request.preferences.learningGoal = QStringLiteral("学习 Python Web 开发");
    return request;
}

inline DoneEvent doneWith(const CurriculumDesign& design)
{
    DoneEvent done;
    done.intent = sampleIntent();
    done.design = design;
    return done;
}

inline QTreeView& treeOf(const QWidget& window)
{
    return *window.findChild<QTreeView*>(QStringLiteral("roadmap"));
}

/// What is said over the window's foot; empty: nothing.
inline QString remarkIn(const QWidget& window)
{
    return window.findChild<PassingRemark*>()->sentence();
}

/// Presses keys as a keyboard does: through the window system, which gives them to an active window
/// alone.
inline void press(MainWindow& window, QKeyCombination keys)
{
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(window.windowHandle(), keys.key(), keys.keyboardModifiers());
}

} // namespace roadloom
