// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QObject;
class QString;
class QWidget;

namespace roadloom {

/// Asks over the window what becomes of a roadmap in front that another program has deleted for
/// good. Returns at once; `keep` is called if the learner wants it and the context still lives.
void askToKeepAnew(
    const QString& title, QWidget& window, QObject& context, const std::function<void()>& keep);

/// The same when something else, `then`, is about to take its place: it comes after either answer,
/// but not if the learner would rather stay.
void askToKeepAnewBefore(const std::function<void()>& then, const QString& title, QWidget& window,
    QObject& context, const std::function<void()>& keep);

} // namespace roadloom
