// SPDX-License-Identifier: Apache-2.0
#include "ui/run/WorkflowPicture.h"

#include "core/workflow/AgentEvent.h"
#include "ui/look/Accents.h"
#include "ui/look/Icons.h"
#include "ui/look/ListText.h"
#include "ui/look/SpokenFaces.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using State = WorkflowTrail::State;

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
    case State::Stopped:
        return WorkflowPicture::tr("stopped");
    case State::Failed:
        return WorkflowPicture::tr("failed");
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
    case State::Stopped:
        return Icon::Stop;
    case State::Failed:
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

/// Who does a step is called as the step is.
QString WorkflowPicture::label(WorkStep step) const
{
    switch (step) {
    case WorkStep::Analyse:
        return agentTitle(AgentId::IntentAnalyzer);
    case WorkStep::Design:
        return agentTitle(AgentId::CurriculumArchitect);
    case WorkStep::Check:
        // What is mended is checked once more.
        return m_trail.rounds() > 1
            //: %1 is how often the roadmap has been checked, from 2 on.
            ? tr("Check %1×").arg(QLocale().toString(m_trail.rounds()))
            : agentTitle(AgentId::StructureValidator);
    case WorkStep::Mend:
        return agentTitle(AgentId::RoadmapEditor);
    case WorkStep::Finish:
        return m_trail.state(step) == State::Current ? tr("Your answer") : tr("Done");
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

WorkflowPicture::Measures WorkflowPicture::measures() const
{
    const int sign = iconSide(font());
    return { .sign = sign, .gap = sign / 4, .link = m_words == Words::All ? sign : sign / 2 };
}

void WorkflowPicture::setWords(Words words)
{
    if (std::exchange(m_words, words) == words)
        return;
    updateGeometry();
    update();
}

bool WorkflowPicture::isNamed(WorkStep step) const
{
    const State state = m_trail.state(step);
    const bool isWhereItIs
        = state == State::Current || state == State::Stopped || state == State::Failed;
    return m_words == Words::All || (m_words == Words::OfTheStep && isWhereItIs);
}

/// With the gap before it; in bold, as it is while the run is there.
int WorkflowPicture::labelWidth(WorkStep step) const
{
    QFont bold = font();
    bold.setBold(true);
    return measures().gap + QFontMetrics(bold).horizontalAdvance(label(step));
}

int WorkflowPicture::stepWidth(WorkStep step) const
{
    return measures().sign + (isNamed(step) ? labelWidth(step) : 0);
}

QSize WorkflowPicture::sizeHint() const
{
    const Measures size = measures();
    int width = 0;
    const QList<WorkStep> shown = shownSteps();
    for (const WorkStep step : shown)
        width += stepWidth(step);
    const int links = int(shown.size()) - 1;
    return { width + links * (size.link + 2 * size.gap),
        std::max(size.sign, fontMetrics().height()) + size.gap };
}

int WorkflowPicture::widthWith(Words words) const
{
    const int sign = iconSide(font());
    const int link = words == Words::All ? sign : sign / 2;
    const QList<WorkStep> shown = shownSteps();
    int all = 0;
    int widest = 0;
    for (const WorkStep step : shown) {
        all += labelWidth(step);
        widest = std::max(widest, labelWidth(step));
    }
    const int labels = words == Words::All ? all : words == Words::OfTheStep ? widest : 0;
    return int(shown.size()) * sign + (int(shown.size()) - 1) * (link + 2 * measures().gap)
        + labels;
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
    else if (state == State::Stopped || state == State::Failed)
        color = readable(
            tint(palette(), state == State::Failed ? Tone::Danger : Tone::Caution).text, window);
    const Measures size = measures();
    const QRect signPlace = QStyle::alignedRect(
        layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, { size.sign, size.sign }, place);
    paintIcon(painter, signPlace, sign(state), color);
    if (!isNamed(step))
        return;
    QFont own = font();
    own.setBold(state == State::Current);
    painter.setFont(own);
    painter.setPen(state == State::Current ? strong : quiet);
    const QRect words = QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter,
        { place.width() - size.sign - size.gap, place.height() }, place);
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
    const Measures size = measures();
    int left = 0;
    for (const WorkStep step : shownSteps()) {
        if (step != WorkStep::Analyse) {
            const QRect link = QStyle::visualRect(
                layoutDirection(), rect(), QRect(left + size.gap, 0, size.link, height()));
            painter.setPen(line);
            const int middle = link.center().y();
            // There and back between checking and mending.
            if (step == WorkStep::Mend) {
                painter.drawLine(link.left(), middle - 2, link.right(), middle - 2);
                painter.drawLine(link.left(), middle + 2, link.right(), middle + 2);
            } else {
                painter.drawLine(link.left(), middle, link.right(), middle);
            }
            left += size.link + 2 * size.gap;
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
