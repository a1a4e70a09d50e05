// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapDocument.h"

#include "core/base/PlainText.h"

#include <QDebug>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// A byte order mark at a text's beginning would get lost on the way through a file.
QString plain(const QString& text)
{
    return plainText(text).remove(QChar(QChar::ByteOrderMark));
}

void makePlain(QString& text)
{
    text = plain(text);
}

void makePlain(QStringList& texts)
{
    for (QString& text : texts)
        makePlain(text);
}

template <class Node>
void makeNodePlain(Node& node)
{
    makePlain(node.id);
    makePlain(node.name);
    makePlain(node.description);
}

void makePlain(Concept& item)
{
    makeNodePlain(item);
    makePlain(item.prerequisites);
    makePlain(item.keywords);
    ConceptContent& content = item.content;
    for (QString* text : { &content.contentRef, &content.contentVersion, &content.contentSummary,
             &content.tutorialId, &content.resourcesId, &content.quizId })
        makePlain(*text);
}

void makePlain(Roadmap& roadmap)
{
    makePlain(roadmap.id);
    makePlain(roadmap.title);
    for (Stage& stage : roadmap.stages) {
        makeNodePlain(stage);
        for (Module& module : stage.modules) {
            makeNodePlain(module);
            for (Concept& item : module.concepts)
                makePlain(item);
        }
    }
}

void makePlain(LearnerRequest& request)
{
    LearningPreferences& wish = request.preferences;
    for (QString* text : { &request.userId, &request.sessionId, &request.additionalContext,
             &wish.learningGoal, &wish.motivation, &wish.careerBackground, &wish.language })
        makePlain(*text);
}

} // namespace

QDebug operator<<(QDebug debug, const RoadmapDocument& document)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "RoadmapDocument(" << document.id << ", " << document.roadmap() << ", "
                    << document.request << ", " << document.created << ", " << document.hoursPerWeek
                    << " h a week, " << document.studies.size() << " studies, "
                    << document.finishes.size() << " finishes)";
    return debug;
}

ConceptStudy studyOf(const RoadmapDocument& document, const QString& conceptId)
{
    return document.studies.value(conceptId);
}

Language languageOf(const RoadmapDocument& document)
{
    const LearningPreferences& wish = document.request.preferences;
    if (!wish.language.isEmpty() || !wish.learningGoal.isEmpty())
        return answerLanguage(wish);
    return languageOfText(document.roadmap().title);
}

QString languageTagOf(const RoadmapDocument& document)
{
    QString code = document.request.preferences.language;
    constexpr qsizetype mostCharacters = 35; // what BCP 47 advises room for
    const auto isPart
        = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-'); };
    if (!code.isEmpty() && code.size() <= mostCharacters
        && std::ranges::all_of(std::as_const(code), isPart))
        return code;
    return languageOf(document) == Language::Chinese ? u"zh-CN"_s : u"en"_s;
}

RoadmapDocument withPlainTexts(RoadmapDocument document)
{
    makePlain(document.id);
    makePlain(document.design.framework);
    makePlain(document.design.designRationale);
    makePlain(document.request);
    makePlain(document.tags);
    ConceptStudies studies;
    for (const auto& [id, study] : std::as_const(document.studies).asKeyValueRange())
        studies.insert(plain(id), { study.state, plain(study.note) });
    document.studies = std::move(studies);
    StudyFinishes finishes;
    for (const auto& [id, finish] : std::as_const(document.finishes).asKeyValueRange())
        finishes.insert(plain(id), finish);
    document.finishes = std::move(finishes);
    return document;
}

RoadmapDocument withoutPersonalParts(RoadmapDocument document)
{
    const LearningPreferences& wish = document.request.preferences;
    LearnerRequest request;
    request.preferences.learningGoal = wish.learningGoal;
    request.preferences.availableHoursPerWeek = wish.availableHoursPerWeek;
    request.preferences.currentLevel = wish.currentLevel;
    request.preferences.contentPreference = wish.contentPreference;
    request.preferences.language = wish.language;
    document.request = std::move(request);
    document.id.clear();
    document.studies.clear();
    document.finishes.clear();
    document.tags.clear();
    document.extras.clear();
    return document;
}

} // namespace roadloom
