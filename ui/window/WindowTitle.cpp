// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WindowTitle.h"

#include "ui/look/DisplayText.h"
#include "ui/run/RunController.h"

#include <QLocale>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

WindowTitle::WindowTitle(const RunController& run, QWidget& window)
    : m_run(run)
    , m_window(window)
{
    connect(&run, &RunController::phaseChanged, this, &WindowTitle::show);
    connect(&run, &RunController::progressChanged, this, &WindowTitle::show);
}

void WindowTitle::setSubject(const QString& subject)
{
    m_subject = subject;
    show();
}

void WindowTitle::show()
{
    const QString program = u"Roadloom"_s;
    if (m_subject.isEmpty()) {
        m_window.setWindowTitle(program);
        return;
    }
    const QString about = displayLine(m_subject, 60) + u" – "_s + program;
    const std::optional<ProgressEvent>& progress = m_run.progress();
    if (m_run.isRunning() && progress)
        //: %1 is a percentage, %2 what the window is about.
        m_window.setWindowTitle(tr("%1% · %2").arg(QLocale().toString(progress->percent), about));
    else
        m_window.setWindowTitle(about);
}

} // namespace roadloom
