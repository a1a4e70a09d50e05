// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QByteArray>
#include <QList>

/// Events as services of several generations write them.
namespace roadloom::wire {

inline CurriculumDesign design()
{
    CurriculumDesign design;
    design.framework = sample::perfectRoadmap();
    design.designRationale = QStringLiteral("From the ground up.");
    return design;
}

/// JSON with the sample results in the places of $INTENT, $DESIGN, $FRAMEWORK and $SUMMARY.
inline QByteArray filled(QByteArray text)
{
    text.replace("$SUMMARY",
        R"({"intent_analysis":$INTENT,"framework":$FRAMEWORK,)"
        R"("design_rationale":"From the ground up."})");
    return text.replace("$INTENT", writeJson(toJson(sample::intent())))
        .replace("$DESIGN", writeJson(toJson(design())))
        .replace("$FRAMEWORK", writeJson(toJson(sample::perfectRoadmap())));
}

/// The same JSON with a blank behind each comma and colon, as some servers write it.
inline QByteArray spaced(QByteArrayView json)
{
    QByteArray text;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        text += json[i];
        if (inString && json[i] == '\\')
            text += json[++i];
        else if (json[i] == '"')
            inString = !inString;
        else if (!inString && (json[i] == ',' || json[i] == ':'))
            text += ' ';
    }
    return text;
}

inline QByteArray stream(const QList<QByteArray>& events)
{
    QByteArray bytes;
    for (const QByteArray& event : events)
        bytes += "data: " + filled(event) + "\n\n";
    return bytes;
}

/// The same with the ids 1, 2, … (or others, beginning with `prefix`), from the event `first` on.
inline QByteArray identified(
    const QList<QByteArray>& events, qsizetype first = 1, const QByteArray& prefix = {})
{
    QByteArray bytes;
    for (qsizetype i = first; i <= events.size(); ++i)
        bytes += "id: " + prefix + QByteArray::number(i) + "\ndata: " + filled(events[i - 1])
            + "\n\n";
    return bytes;
}

/// A whole run in the base form: six events.
inline QList<QByteArray> wholeRun()
{
    return {
        R"({"type":"chunk","content":"根据您的","agent":"intent_analyzer"})",
        R"({"type":"chunk","content":"学习目标和背景","agent":"intent_analyzer"})",
        R"({"type":"complete","data":$INTENT,"agent":"intent_analyzer"})",
        R"({"type":"chunk","content":"现在开始设计","agent":"curriculum_architect"})",
        R"({"type":"complete","data":$DESIGN,"agent":"curriculum_architect"})",
        R"({"type":"done","summary":$SUMMARY})",
    };
}

} // namespace roadloom::wire
