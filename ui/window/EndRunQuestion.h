// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QDialog;
class QWidget;

namespace roadloom {

/// What would end the run that is on.
enum class EndRunFor { AnotherGoal, AnotherRoadmap, Closing };

/// Asks before a run is lost; `then` is done if the learner agrees. Returns at once. Whoever asks
/// closes the question when the run has ended.
QDialog* askToEndRun(EndRunFor reason, QWidget* window, const std::function<void()>& then);

} // namespace roadloom
