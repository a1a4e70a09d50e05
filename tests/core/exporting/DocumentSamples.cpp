// SPDX-License-Identifier: Apache-2.0
#include "tests/core/exporting/DocumentSamples.h"

#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace roadloom::sample {

RoadmapDocument document()
{
    RoadmapDocument document;
    document.id = u"2f1c6a52-5f0e-4c53-b0fb-6f6d9a0b7f11"_s;
    document.design.framework = perfectRoadmap();
    document.design.designRationale = u"From easy to hard."_s;
    document.request = request();
    document.request.preferences.motivation = u"a new job"_s;
    document.request.userId.clear();
    document.request.sessionId.clear();
    document.created = QDateTime::fromString(u"2026-03-01T09:30:00.250+08:00"_s, Qt::ISODateWithMs);
    document.hoursPerWeek = 6;
    document.studies = { { u"c-1-1-1"_s, { StudyState::Done, u"Use `pip`.\n\n- never *sudo*"_s } },
        { u"c-1-1-2"_s, { StudyState::Known, {} } }, { u"c-1-1-3"_s, { StudyState::Doing, {} } },
        { u"c-2-1-1"_s, { StudyState::ToDo, u"Ask Ann."_s } } };
    document.finishes = { { u"c-1-1-1"_s,
        { QDateTime::fromString(u"2026-03-03T19:30:00.000+08:00"_s, Qt::ISODateWithMs), 2.0 } } };
    return document;
}

RoadmapDocument chineseDocument()
{
    Concept first = makeConcept(u"1"_s, easy);
    first.name = u"变量与𠮷类型"_s;
    first.description = u"认识变量，给它们起名字。"_s;
    first.keywords = { u"变量"_s, u"类型"_s };
    Concept second = makeConcept(u"2"_s, hard);
    second.name = u"循环：for 与 while"_s;
    second.description = u"重复做一件事 🚀"_s;
    second.prerequisites = { first.id };
    second.keywords = { u"循环"_s };
    Module module { .id = u"mod-1"_s,
        .name = u"语法基础"_s,
        .description = u"最常用的语法。"_s,
        .concepts = { first, second },
        .extras = {} };
    Stage stage { .id = u"stage-1"_s,
        .name = u"入门阶段"_s,
        .description = u"先打好基础。"_s,
        .order = 1,
        .modules = { module },
        .extras = {} };
    RoadmapDocument document;
    document.design.framework.id = u"python-入门"_s;
    document.design.framework.title = u"学习 Python 编程"_s;
    document.design.framework.stages = { stage };
    document.design.framework.totalEstimatedHours = 6.0;
    document.design.framework.recommendedCompletionWeeks = 1;
    document.design.designRationale = u"循序渐进。"_s;
    document.request.preferences.learningGoal = u"学习 Python 编程"_s;
    document.studies = { { first.id, { StudyState::Done, u"笔记：多练习"_s } } };
    return document;
}

RoadmapDocument documentWith(const QString& text)
{
    RoadmapDocument document = sample::document();
    document.design.designRationale = text;
    Roadmap& roadmap = document.design.framework;
    roadmap.title = text;
    Stage& stage = roadmap.stages.first();
    stage.name = text;
    stage.description = text;
    Module& module = stage.modules.first();
    module.name = text;
    module.description = text;
    Concept& item = module.concepts.first();
    item.name = text;
    item.description = text;
    item.keywords = { text };
    document.request.preferences.learningGoal = text;
    document.studies[item.id].note = text;
    return document;
}

RoadmapDocument largeDocument(qsizetype concepts)
{
    RoadmapDocument document;
    document.design.framework = largeRoadmap(concepts);
    Roadmap& roadmap = document.design.framework;
    roadmap.totalEstimatedHours = hoursOf(roadmap);
    roadmap.recommendedCompletionWeeks = int(roadmap.totalEstimatedHours / 10.0);
    return document;
}

ExportOptions options()
{
    ExportOptions options;
    options.calendar.times.firstDay = firstDay();
    options.calendar.stamp = QDateTime::fromString(u"2026-03-01T09:30:00Z"_s, Qt::ISODate);
    return options;
}

QByteArray exported(
    const RoadmapDocument& document, ExportFormat format, const ExportOptions& options)
{
    const Result<QByteArray> bytes = exportDocument(document, format, options);
    if (bytes)
        return bytes.value();
    qCritical() << bytes.error();
    return {};
}

ImportedRoadmap imported(const QByteArray& bytes, const QString& fileName)
{
    const Result<ImportedRoadmap> imported = importDocument(bytes, fileName);
    if (imported)
        return imported.value();
    qCritical() << imported.error();
    return {};
}

RoadmapDocument outlinePart(const RoadmapDocument& document)
{
    RoadmapDocument part;
    part.design.framework = document.design.framework;
    part.design.framework.extras.clear();
    part.design.designRationale = document.design.designRationale;
    part.hoursPerWeek = document.hoursPerWeek;
    part.studies = document.studies;
    return part;
}

bool hasTool(const QString& program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

ToolAnswer askTool(const QString& program, QStringList arguments, const QByteArray& bytes)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return {};
    arguments.replaceInStrings(u"@"_s, file.fileName());
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished())
        return { -1, {}, process.errorString() };
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()) };
}

} // namespace roadloom::sample
