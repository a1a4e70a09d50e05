// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QWidget;

namespace roadloom {

class RunController;

/// The window's title, which is what the task bar shows of a run: how far it is, and what it is
/// about.
class WindowTitle : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    WindowTitle(const RunController& run, QWidget& window);

    /// A goal, or a roadmap's title; of nothing only the program is named.
    void setSubject(const QString& subject);
    [[nodiscard]] const QString& subject() const { return m_subject; }
    void show();

private:
    const RunController& m_run;
    QWidget& m_window;
    QString m_subject;
};

} // namespace roadloom
