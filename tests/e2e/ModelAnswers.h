// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapJson.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"

#include <optional>

/// What a scripted model server says when all goes well, and the texts it is made of.
namespace roadloom::test {

inline QString fenced(const json::object& result)
{
    return QLatin1String("\n\n```json\n") + QString::fromUtf8(writeJson(result))
        + QLatin1String("\n```");
}

inline QString intentText()
{
    return QStringLiteral("You want to build web sites.") + fenced(toJson(sample::intent()));
}

inline QString designText(const Roadmap& roadmap = sample::perfectRoadmap())
{
    CurriculumDesign design;
    design.framework = roadmap;
    design.designRationale = QStringLiteral("From easy to hard.");
    return QStringLiteral("Three stages lead there.") + fenced(toJson(design));
}

/// The text in pieces of a few characters, as models give it.
inline QStringList inPieces(const QString& text)
{
    constexpr qsizetype size = 7;
    QStringList pieces;
    for (qsizetype at = 0; at < text.size(); at += size)
        pieces.append(text.mid(at, size));
    return pieces;
}

inline ScriptedAnswer streamed(const QString& text)
{
    return { .pieces = { { openAiStream(inPieces(text)) } } };
}

inline ScriptedAnswer whole(const QString& text)
{
    return { .contentType = "application/json", .pieces = { { openAiWhole(text) } } };
}

/// Lets the server answer as the agents would that make this roadmap, whatever the order of the
/// questions. Reviewers find something until an editor has made it the edited one.
inline void answerAsAgents(ScriptedHttpServer& server, const Roadmap& roadmap,
    const std::optional<Roadmap>& edited = std::nullopt)
{
    server.setResponder([=, isEdited = false](const RecordedRequest& request) mutable {
        if (request.body.contains("an editor of curricula")) {
            isEdited = true;
            return streamed(editAnswer(edited.value_or(roadmap)));
        }
        if (request.body.contains("a reviewer of curricula")) {
            const bool isFine = isEdited || !edited;
            return streamed(
                validationAnswer(isFine ? QList<ValidationIssue>() : QList { issueAt({}) }));
        }
        for (int stage = 0; stage < roadmap.stages.size(); ++stage) {
            const QByteArray asked = "Fill in the stage \\\"stage-" + QByteArray::number(stage + 1);
            if (request.body.contains(asked))
                return streamed(stageAnswer(roadmap, stage));
        }
        return streamed(request.body.contains("You begin with the outline") ? outlineAnswer(roadmap)
                                                                            : intentText());
    });
}

/// Words at once, the rest after a release.
inline ScriptedAnswer heldAfter(const QString& words, const QString& rest)
{
    return { .pieces
        = { { openAiDelta(words) }, { .bytes = openAiStream({ rest }), .held = true } } };
}

} // namespace roadloom::test
