// SPDX-License-Identifier: Apache-2.0
#include "app/RunStatistics.h"

#include "core/roadmap/RoadmapWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RunStatistics)
};

constexpr qint64 shortestRatedSpeech = 100; // milliseconds; of less a rate says nothing

QString seconds(qint64 milliseconds)
{
    return Translation::tr("%1 s", "seconds")
        .arg(QLocale().toString(double(milliseconds) / 1000.0, 'f', 3));
}

QString secondsOrNone(const std::optional<qint64>& milliseconds)
{
    return milliseconds ? seconds(*milliseconds) : Translation::tr("none came");
}

} // namespace

RunStatistics::RunStatistics()
{
    m_clock.start();
}

void RunStatistics::observe(const AgentEvent& event)
{
    if (!m_firstConcept) {
        QList<PreviewEvent> growth;
        m_preview.take(event, growth);
        const auto isConcept = [](const PreviewEvent& grown) {
            return std::holds_alternative<ConceptClosed>(grown);
        };
        if (std::ranges::any_of(growth, isConcept))
            m_firstConcept = m_clock.elapsed();
    }
    std::visit(
        Overload {
            [this](const ChunkEvent& chunk) {
                if (!isRepetition(chunk))
                    observeWords(chunk.content);
            },
            [this](const CompleteEvent& complete) {
                endAgent(complete.agent);
                if (std::holds_alternative<CurriculumDesign>(complete.result) && !m_firstConcept)
                    m_firstConcept = m_clock.elapsed();
            },
            [this](const AttemptFailedEvent& attempt) {
                ++m_tries;
                m_background.remove(attempt.stage);
            },
            [this](
                const RefusedEvent& refused) { m_totals = totalsText(refused.design.framework); },
            [this](const StageChunkEvent& chunk) { observeBackground(chunk); },
            [](const ReasoningEvent&) {},
            [](const MendedEvent&) {},
            [](const ProgressEvent&) {},
            [](const ReviewRequestedEvent&) {},
            [](const FindingEvent&) {},
            [this](const ErrorEvent& error) { endAgent(error.agent); },
            [this](const DoneEvent& done) {
                m_usage = done.usage;
                m_totals = totalsText(done.design.framework);
            },
        },
        event);
}

void RunStatistics::observeWords(const QString& text)
{
    m_hasAgentSpoken = true;
    m_lastWord = m_clock.elapsed();
    if (!m_firstWord)
        m_firstWord = m_lastWord;
    ++m_chunks;
    m_bytes += text.toUtf8().size();
    m_words.add(text);
}

void RunStatistics::observeBackground(const StageChunkEvent& chunk)
{
    observeWords(chunk.content);
    Background& background = m_background[chunk.stage];
    const QString prose = background.splitter.feed(chunk.content);
    background.hasProse = background.hasProse || !prose.trimmed().isEmpty();
}

bool RunStatistics::isRepetition(const ChunkEvent& chunk)
{
    return m_background.take(chunk.stage).hasProse;
}

/// A result may be told again, after a later one was discarded: nobody worked on that.
void RunStatistics::endAgent(AgentId agent)
{
    const bool isToldAgain = !m_hasAgentSpoken
        && std::ranges::any_of(
            m_agentTimes, [agent](const auto& step) { return step.first == agent; });
    m_hasAgentSpoken = false;
    if (isToldAgain)
        return;
    const qint64 now = m_clock.elapsed();
    m_agentTimes.append({ agent, now - m_agentStart });
    m_agentStart = now;
}

QString RunStatistics::modelFigures() const
{
    const QLocale locale;
    QString text;
    if (m_usage.inputTokens)
        text += Translation::tr("Tokens read: %1").arg(locale.toString(*m_usage.inputTokens))
            + u'\n';
    if (m_usage.outputTokens)
        text += Translation::tr("Tokens written: %1").arg(locale.toString(*m_usage.outputTokens))
            + u'\n';
    return text;
}

QString RunStatistics::report() const
{
    const QLocale locale;
    QString text;
    const auto line = [&text](const QString& figure) { text += figure + u'\n'; };
    line(Translation::tr("First word after: %1").arg(secondsOrNone(m_firstWord)));
    line(Translation::tr("First concept after: %1").arg(secondsOrNone(m_firstConcept)));
    line(Translation::tr("Chunks: %1, bytes: %2")
             .arg(locale.toString(m_chunks), locale.toString(m_bytes)));
    const qint64 speaking = m_firstWord ? m_lastWord - *m_firstWord : 0;
    if (speaking >= shortestRatedSpeech)
        line(
            Translation::tr("Words per second: %1")
                .arg(locale.toString(double(m_words.words()) * 1000.0 / double(speaking), 'f', 1)));
    else
        line(Translation::tr("Words: %1, nearly at once").arg(locale.toString(m_words.words())));
    text += modelFigures();
    for (const auto& [agent, milliseconds] : m_agentTimes)
        line(Translation::tr("%1 took: %2").arg(agentTitle(agent), seconds(milliseconds)));
    line(Translation::tr("Repeated tries: %1").arg(locale.toString(m_tries - 1)));
    line(Translation::tr("Total time: %1").arg(seconds(m_clock.elapsed())));
    if (!m_totals.isEmpty())
        line(Translation::tr("Roadmap: %1").arg(m_totals));
    return text;
}

} // namespace roadloom
