// SPDX-License-Identifier: Apache-2.0
#include "ui/run/WorkflowPicture.h"

#include "ui/look/Accents.h"
#include "ui/look/Icons.h"
#include "ui/look/ListText.h"
#include "ui/look/SpokenFaces.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <optional>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using State = WorkflowTrail::State;

constexpr int signSize = 2 * spacingUnit;
constexpr int signGap = spacingUnit / 2; // between a sign and its word
constexpr int linkLength = 2 * spacingUnit;

QString stateWord(State state)
{
    switch (state) {
    case State::ToCome:
        return WorkflowPicture::tr("to come");
    case State::Current:
        return WorkflowPicture::tr("in progress");
    case State::Passed:
        return WorkflowPicture::tr("done");
    case State::LeftOut:
        return WorkflowPicture::tr("left out");
    case State::BrokenOff:
        return WorkflowPicture::tr("broken off");
    }
    Q_UNREACHABLE();
}

Icon sign(State state)
{
    switch (state) {
    case State::Current:
        return Icon::Doing;
    case State::Passed:
        return Icon::Done;
    case State::BrokenOff:
        return Icon::Warning;
    case State::ToCome:
    case State::LeftOut:
        break;
    }
    return Icon::ToDo;
}

} // namespace

WorkflowPicture::WorkflowPicture(QWidget* parent)
    : QWidget(parent)
{
    installSpokenFaces();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void WorkflowPicture::setTrail(const WorkflowTrail& trail)
{
    if (trail == m_trail)
        return;
    m_trail = trail;
    retranslate();
    updateGeometry();
    update();
}

QString WorkflowPicture::label(WorkStep step) const
{
    switch (step) {
    case WorkStep::Analyse:
        return tr("Analyse");
    case WorkStep::Design:
        return tr("Design");
    case WorkStep::Check:
        // What is mended is checked once more.
        return m_trail.rounds() > 1
            //: %1 is how often the roadmap has been checked, from 2 on.
            ? tr("Check %1×").arg(QLocale().toString(m_trail.rounds()))
            : tr("Check");
    case WorkStep::Mend:
        return tr("Mend");
    case WorkStep::Finish:
        return tr("Done");
    }
    Q_UNREACHABLE();
}

QList<WorkStep> WorkflowPicture::shownSteps() const
{
    QList<WorkStep> shown;
    for (const WorkStep step : workSteps) {
        if (m_trail.state(step) != State::LeftOut)
            shown.append(step);
    }
    return shown;
}

int WorkflowPicture::stepWidth(WorkStep step) const
{
    QFont bold = font();
    bold.setBold(true); // as the current step is
    return signSize + signGap + QFontMetrics(bold).horizontalAdvance(label(step));
}

QSize WorkflowPicture::sizeHint() const
{
    int width = 0;
    const QList<WorkStep> shown = shownSteps();
    for (const WorkStep step : shown)
        width += stepWidth(step);
    const int links = int(shown.size()) - 1;
    return { width + links * (linkLength + 2 * signGap),
        std::max(signSize, fontMetrics().height()) + signGap };
}

void WorkflowPicture::paintStep(QPainter& painter, WorkStep step, const QRect& place) const
{
    const State state = m_trail.state(step);
    const QColor window = palette().color(QPalette::Window);
    const QColor strong = palette().color(QPalette::WindowText);
    const QColor quiet = mutedText(palette());
    QColor color = quiet;
    if (state == State::Current)
        color = readable(palette().color(QPalette::Highlight), window);
    else if (state == State::Passed)
        color = readable(tint(palette(), Tone::Good).text, window);
    else if (state == State::BrokenOff)
        color = readable(tint(palette(), Tone::Caution).text, window);
    const QRect signPlace = QStyle::alignedRect(
        layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, { signSize, signSize }, place);
    paintIcon(painter, signPlace, sign(state), color);
    QFont own = font();
    own.setBold(state == State::Current);
    painter.setFont(own);
    painter.setPen(state == State::Current ? strong : quiet);
    const QRect words = QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter,
        { place.width() - signSize - signGap, place.height() }, place);
    painter.drawText(words,
        int(Qt::AlignVCenter) | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        label(step));
}

void WorkflowPicture::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const QPen line(tint(palette(), Tone::Plain).line, 1.5);
    int left = 0;
    for (const WorkStep step : shownSteps()) {
        if (step != WorkStep::Analyse) {
            const QRect link = QStyle::visualRect(
                layoutDirection(), rect(), QRect(left + signGap, 0, linkLength, height()));
            painter.setPen(line);
            const int middle = link.center().y();
            // There and back between checking and mending.
            if (step == WorkStep::Mend) {
                painter.drawLine(link.left(), middle - 2, link.right(), middle - 2);
                painter.drawLine(link.left(), middle + 2, link.right(), middle + 2);
            } else {
                painter.drawLine(link.left(), middle, link.right(), middle);
            }
            left += linkLength + 2 * signGap;
        }
        const QRect place(left, 0, stepWidth(step), height());
        paintStep(painter, step, QStyle::visualRect(layoutDirection(), rect(), place));
        left += place.width();
    }
}

void WorkflowPicture::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
}

void WorkflowPicture::retranslate()
{
    QStringList steps;
    for (const WorkStep step : shownSteps())
        //: A step of the work and what became of it: "Design: in progress".
        steps.append(tr("%1: %2").arg(label(step), stateWord(m_trail.state(step))));
    setAccessibleName(tr("The way of the run"));
    setAccessibleDescription(listText(steps));
    setToolTip(steps.join(u'\n'));
}

} // namespace roadloom
