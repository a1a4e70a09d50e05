// SPDX-License-Identifier: Apache-2.0
#include "app/EventPrinter.h"

#include "core/base/EnumWords.h"
#include "core/base/PlainText.h"
#include "core/exporting/RoadmapMarkdown.h"
#include "core/exporting/RoadmapText.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/stream/AnswerSplitter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(EventPrinter)
};

class SsePrinter final : public EventPrinter {
public:
    explicit SsePrinter(Write write)
        : m_write(std::move(write))
    {
    }
    void print(const AgentEvent& event) override { m_write(toSseMessage(event)); }

private:
    Write m_write;
};

class NdJsonPrinter final : public EventPrinter {
public:
    explicit NdJsonPrinter(Write write)
        : m_write(std::move(write))
    {
    }
    void print(const AgentEvent& event) override { m_write(toJsonLine(event) + '\n'); }

private:
    Write m_write;
};

/// The finished roadmap and nothing else, rendered by a function.
class ResultPrinter final : public EventPrinter {
public:
    using Render = QByteArray (*)(const CurriculumDesign& design);

    ResultPrinter(Write write, Render render)
        : m_write(std::move(write))
        , m_render(render)
    {
    }
    void print(const AgentEvent& event) override
    {
        if (const auto* done = std::get_if<DoneEvent>(&event))
            m_write(m_render(done->design));
    }

private:
    Write m_write;
    Render m_render;
};

QByteArray renderJson(const CurriculumDesign& design)
{
    return writeIndentedJson(toJson(design.framework)) + '\n';
}

QByteArray renderMarkdown(const CurriculumDesign& design)
{
    return designAsMarkdown(design).toUtf8();
}

/// The agents' words as they come, then the roadmap as a tree.
class TextPrinter final : public EventPrinter {
public:
    explicit TextPrinter(Write write)
        : m_write(std::move(write))
    {
    }

    void print(const AgentEvent& event) override
    {
        std::visit(Overload {
                       [this](const ChunkEvent& chunk) { printChunk(chunk); },
                       [this](const CompleteEvent&) { endAnswer(); },
                       [this](const AttemptFailedEvent& attempt) { printAttempt(attempt); },
                       [this](const RefusedEvent& refused) { printRefused(refused); },
                       [this](const MendedEvent& mended) { printMended(mended); },
                       [](const StageChunkEvent&) {},
                       [](const ReasoningEvent&) {},
                       [](const ProgressEvent&) {},
                       [](const ReviewRequestedEvent&) {},
                       [](const FindingEvent&) {},
                       [this](const ErrorEvent&) { endAnswer(); },
                       [this](const DoneEvent& done) {
                           writeText(u'\n' + roadmapAsText(done.design.framework));
                       },
                   },
            event);
    }

private:
    void printChunk(const ChunkEvent& chunk)
    {
        if (m_speaker != chunk.agent) {
            endAnswer();
            m_speaker = chunk.agent;
            writeText(
                "%1[%2]\n"_L1.arg(m_wroteAnything ? u"\n"_s : QString(), agentTitle(chunk.agent)));
        } else if (m_stage != chunk.stage) {
            // Each stage is an answer of its own.
            writeProse(m_splitter.finish());
            m_splitter = AnswerSplitter();
        }
        m_stage = chunk.stage;
        writeProse(m_splitter.feed(chunk.content));
    }

    void printAttempt(const AttemptFailedEvent& attempt)
    {
        const QString reason = plainLine(attempt.reason);
        if (m_speaker && attempt.stage != m_stage) {
            writeAside(reason);
            return;
        }
        const bool hasSpoken = m_speaker.has_value();
        endAnswer();
        writeText("[%1]\n"_L1.arg(
            hasSpoken ? Translation::tr("The words above are withdrawn. %1").arg(reason) : reason));
    }

    void printMended(const MendedEvent& mended)
    {
        writeAside(Translation::tr("Corrected automatically: %1").arg(plainLine(mended.mend.what)));
    }

    /// A line of its own; the answer that is being written goes on behind it.
    void writeAside(const QString& line)
    {
        writeText("%1[%2]\n"_L1.arg(m_atLineStart ? QString() : u"\n"_s, line));
        m_pendingBreaks = 0;
    }

    void printRefused(const RefusedEvent& refused)
    {
        endAnswer();
        writeText("\n[%1]\n%2"_L1.arg(
            Translation::tr("This roadmap breaks rules that it must keep; the notes say which."),
            roadmapAsText(refused.design.framework)));
    }

    void endAnswer()
    {
        if (!m_speaker)
            return;
        writeProse(m_splitter.finish());
        if (!m_atLineStart)
            writeText(u"\n"_s);
        m_heldBack.clear();
        m_pendingBreaks = 0;
        m_splitter = AnswerSplitter();
        m_speaker.reset();
    }

    /// Writes the prose; line breaks wait for the words behind them, so that the place where the
    /// JSON stood leaves no gap.
    void writeProse(const QString& prose)
    {
        QString whole = std::exchange(m_heldBack, {}) + prose;
        if (whole.endsWith(u'\r')) { // half a line break, perhaps
            m_heldBack = u"\r"_s;
            whole.chop(1);
        }
        const QString plain = plainText(whole);
        qsizetype begin = 0;
        while (begin < plain.size()) {
            const qsizetype lineBreak = plain.indexOf(u'\n', begin);
            const qsizetype end = lineBreak < 0 ? plain.size() : lineBreak;
            if (end > begin) {
                flushBreaks();
                writeText(plain.sliced(begin, end - begin));
            }
            if (lineBreak >= 0)
                ++m_pendingBreaks;
            begin = end + 1;
        }
    }

    void flushBreaks()
    {
        if (m_pendingBreaks > 0 && !m_atLineStart)
            writeText(QString(std::min(m_pendingBreaks, 2), u'\n'));
        m_pendingBreaks = 0;
    }

    void writeText(const QString& text)
    {
        if (text.isEmpty())
            return;
        m_wroteAnything = true;
        m_atLineStart = text.endsWith(u'\n');
        m_write(text.toUtf8());
    }

    Write m_write;
    AnswerSplitter m_splitter;
    QString m_heldBack;
    std::optional<AgentId> m_speaker;
    QString m_stage; ///< of the words being written
    int m_pendingBreaks = 0;
    bool m_atLineStart = true;
    bool m_wroteAnything = false;
};

constexpr std::array formatNames {
    EnumWord<OutputFormat> { OutputFormat::Text, "text"_L1 },
    EnumWord<OutputFormat> { OutputFormat::Sse, "sse"_L1 },
    EnumWord<OutputFormat> { OutputFormat::NdJson, "ndjson"_L1 },
    EnumWord<OutputFormat> { OutputFormat::Json, "json"_L1 },
    EnumWord<OutputFormat> { OutputFormat::Markdown, "markdown"_L1 },
};

} // namespace

std::optional<OutputFormat> outputFormatFromName(QStringView name)
{
    return valueFor(name, formatNames);
}

std::unique_ptr<EventPrinter> makePrinter(OutputFormat format, EventPrinter::Write write)
{
    switch (format) {
    case OutputFormat::Text:
        return std::make_unique<TextPrinter>(std::move(write));
    case OutputFormat::Sse:
        return std::make_unique<SsePrinter>(std::move(write));
    case OutputFormat::NdJson:
        return std::make_unique<NdJsonPrinter>(std::move(write));
    case OutputFormat::Json:
        return std::make_unique<ResultPrinter>(std::move(write), renderJson);
    case OutputFormat::Markdown:
        return std::make_unique<ResultPrinter>(std::move(write), renderMarkdown);
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
