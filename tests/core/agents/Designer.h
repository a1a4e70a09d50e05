// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/CurriculumArchitect.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/core/agents/ScriptedModel.h"

#include <map>

// A design in a test: a model that answers each stage by itself, and who listens.
namespace roadloom::test {

inline constexpr RetryPolicy quick { .firstDelay = std::chrono::milliseconds(2),
    .longestDelay = std::chrono::milliseconds(4) };

inline Error passing()
{
    return { .kind = ErrorKind::Server,
        .message = QStringLiteral("Busy."),
        .details = {},
        .isTransient = true };
}

inline QStringList inPieces(const QString& text)
{
    QStringList pieces;
    for (qsizetype at = 0; at < text.size(); at += 40)
        pieces.append(text.mid(at, 40));
    return pieces;
}

/// Which stage a question is about, from 0; -1: the outline.
inline int stageAsked(const ChatQuestion& question)
{
    if (!question.schema || question.schema->name != QStringLiteral("stage_design"))
        return -1;
    const QString& asked = question.messages[1].text;
    for (int stage = 0; stage < 9; ++stage) {
        if (asked.contains(QStringLiteral("\"stage-%1\" as you were told").arg(stage + 1)))
            return stage;
    }
    return -1;
}

/// A model that designs this roadmap; `answers` are what stages say instead, the first time.
struct Designer {
    explicit Designer(const Roadmap& wanted = sample::perfectRoadmap())
        : roadmap(wanted)
    {
        model.responder = [this](const ChatQuestion& question) -> ScriptedSpeech {
            const int stage = stageAsked(question);
            ++asked[stage];
            if (const auto other = answers.find(stage); other != answers.end()) {
                ScriptedSpeech speech = other->second;
                answers.erase(other);
                return speech;
            }
            return { .deltas
                = inPieces(stage < 0 ? outlineAnswer(roadmap) : stageAnswer(roadmap, stage)) };
        };
    }

    [[nodiscard]] std::unique_ptr<DesignTask> design(
        int parallel, const std::optional<DesignParts>& finished = {})
    {
        return CurriculumArchitect({ model, quick })
            .designStream(sample::request(), sample::intent(), parallel, finished);
    }

    void keepPartsOf(DesignTask& task)
    {
        QObject::connect(&task, &DesignTask::advanced, &task,
            [this](const DesignParts& finished) { parts = finished; });
    }

    Roadmap roadmap;
    std::map<int, ScriptedSpeech> answers;
    std::map<int, int> asked; ///< how often, by stage
    std::optional<DesignParts> parts; ///< the last that were told
    ScriptedModel model;
};

/// What a task tells.
struct Listener {
    explicit Listener(DesignTask& task)
    {
        QObject::connect(
            &task, &DesignTask::chunk, &task, [this](const QString& text, const QString& stage) {
                said += text;
                byStage[stage] += text;
                if (speakers.isEmpty() || speakers.last() != stage)
                    speakers.append(stage);
            });
        QObject::connect(&task, &DesignTask::stageChunk, &task,
            [this](const QString& text, const QString& stage) {
                background[stage] += text;
                byStage[stage] += text;
            });
        QObject::connect(&task, &DesignTask::attemptFailed, &task,
            [this](const QString&, std::chrono::milliseconds, const QString& stage) {
                withdrawn.append(stage);
            });
        QObject::connect(
            &task, &DesignTask::mended, &task, [this](const Mend& mend) { mends.append(mend); });
        QObject::connect(&task, &DesignTask::completed, &task,
            [this](const CurriculumDesign& result) { design = result; });
        QObject::connect(
            &task, &DesignTask::failed, &task, [this](const Error& problem) { error = problem; });
    }

    QString said;
    QStringList speakers; ///< ids of the stages that spoke in chunks, in order; empty: the outline
    QHash<QString, QString> byStage;
    QHash<QString, QString> background;
    QStringList withdrawn;
    QList<Mend> mends;
    std::optional<CurriculumDesign> design;
    std::optional<Error> error;
};

} // namespace roadloom::test
