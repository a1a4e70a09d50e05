// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapDraft.h"

#include "core/base/Json.h"
#include "core/roadmap/RoadmapJson.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using Member = RoadmapMember;
using Object = RoadmapObject;

std::optional<int> integerOf(double number)
{
    constexpr double most = std::numeric_limits<int>::max();
    if (!(std::abs(number) <= most) || std::trunc(number) != number)
        return std::nullopt;
    return int(number);
}

constexpr double defaultHours = 1.0;
constexpr int defaultOrder = 1;
constexpr auto defaultVersion = "v1"_L1;

/// A word of ASCII in lower case, without the blanks around it: no longer than any that we know.
using Word = QVarLengthArray<QChar, 16>;

Word plainWord(json::string_view utf8)
{
    constexpr std::size_t mostBytes = 64;
    Word word;
    for (const char byte : utf8.substr(0, mostBytes)) {
        const bool isUpper = byte >= 'A' && byte <= 'Z';
        word.append(QLatin1Char(isUpper ? char(byte - 'A' + 'a') : byte));
    }
    return word;
}

bool isWord(Member member)
{
    return member == Member::Difficulty || member == Member::TutorialStatus
        || member == Member::ResourcesStatus || member == Member::QuizStatus;
}

/// The member whose word is unknown, as the extras call it.
json::string_view wireName(Member member)
{
    switch (member) {
    case Member::Difficulty:
        return "difficulty";
    case Member::TutorialStatus:
        return "content_status";
    case Member::ResourcesStatus:
        return "resources_status";
    default:
        return "quiz_status";
    }
}

} // namespace

QString boundedText(json::string_view utf8, qsizetype most)
{
    const std::size_t size = std::min(utf8.size(), boundedBytes(most));
    QString text = QString::fromUtf8(utf8.data(), qsizetype(size));
    if (text.size() > most) {
        text.truncate(most);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}

qsizetype RoadmapDraft::maxText(Member member)
{
    switch (member) {
    case Member::Description:
    case Member::ContentRef:
        return maxDescription;
    case Member::Title:
    case Member::Id:
    case Member::Name:
    case Member::Difficulty:
    case Member::TutorialStatus:
    case Member::ContentVersion:
    case Member::ContentSummary:
    case Member::TutorialId:
    case Member::ResourcesStatus:
    case Member::ResourcesId:
    case Member::QuizStatus:
    case Member::QuizId:
        return maxName;
    default:
        return 0;
    }
}

QString& RoadmapDraft::id(Object object)
{
    return object == Object::Concept ? item.id : object == Object::Module ? module.id : stage.id;
}

QString& RoadmapDraft::name(Object object)
{
    return object == Object::Concept ? item.name
        : object == Object::Module   ? module.name
                                     : stage.name;
}

QString& RoadmapDraft::description(Object object)
{
    return object == Object::Concept ? item.description
        : object == Object::Module   ? module.description
                                     : stage.description;
}

QStringList* RoadmapDraft::texts(Member member)
{
    switch (member) {
    case Member::Prerequisites:
        return &item.prerequisites;
    case Member::Keywords:
        return &item.keywords;
    default:
        return nullptr;
    }
}

QString* RoadmapDraft::text(Object object, Member member)
{
    switch (member) {
    case Member::Id:
        return &id(object);
    case Member::Name:
        return &name(object);
    case Member::Description:
        return &description(object);
    case Member::ContentRef:
        return &item.content.contentRef;
    case Member::ContentVersion:
        return &item.content.contentVersion;
    case Member::ContentSummary:
        return &item.content.contentSummary;
    case Member::TutorialId:
        return &item.content.tutorialId;
    case Member::ResourcesId:
        return &item.content.resourcesId;
    case Member::QuizId:
        return &item.content.quizId;
    default:
        return nullptr;
    }
}

int* RoadmapDraft::integer(Member member)
{
    switch (member) {
    case Member::Order:
        return &stage.order;
    case Member::PlannedConcepts:
        return &plannedConcepts;
    case Member::ResourcesCount:
        return &item.content.resourcesCount;
    case Member::QuizQuestionsCount:
        return &item.content.quizQuestionsCount;
    default:
        return nullptr;
    }
}

ContentStatus* RoadmapDraft::status(Member member)
{
    switch (member) {
    case Member::TutorialStatus:
        return &item.content.tutorialStatus;
    case Member::ResourcesStatus:
        return &item.content.resourcesStatus;
    case Member::QuizStatus:
        return &item.content.quizStatus;
    default:
        return nullptr;
    }
}

void RoadmapDraft::setText(Object object, Member member, json::string_view utf8)
{
    QString* const plain = text(object, member);
    if (plain != nullptr)
        *plain = boundedText(utf8, maxText(member));
    else if (isWord(member))
        setWord(member, utf8);
}

/// An unknown word is kept in the extras, as reading the whole roadmap does. Nothing stands for the
/// default.
void RoadmapDraft::setWord(Member member, std::optional<json::string_view> utf8)
{
    const Word letters = plainWord(utf8.value_or(json::string_view()));
    const QStringView word = QStringView(letters).trimmed();
    bool isKnown = false;
    if (ContentStatus* const state = status(member)) {
        *state = !utf8 ? ContentStatus::Pending : contentStatusFromName(word);
        isKnown = *state != ContentStatus::Other;
    } else {
        item.difficulty = !utf8 ? Difficulty::Medium : difficultyFromName(word);
        isKnown = item.difficulty != Difficulty::Other;
    }
    if (!isKnown)
        item.extras[wireName(member)] = toJsonString(boundedText(*utf8, maxName));
    else if (!item.extras.empty())
        item.extras.erase(wireName(member));
}

void RoadmapDraft::setNumber(Object object, Member member, double number)
{
    const std::optional<int> whole = integerOf(number);
    int* const target = integer(member);
    if (member == Member::EstimatedHours && std::isfinite(number))
        item.estimatedHours = number;
    else if (member == Member::PlannedConcepts)
        plannedConcepts = whole && *whole > 0 && *whole <= maxConcepts ? *whole : 0;
    else if (member == Member::ContentVersion && whole)
        item.content.contentVersion = u"v%1"_s.arg(*whole);
    else if (target != nullptr && whole)
        *target = *whole;
    else
        setDefault(object, member);
}

void RoadmapDraft::setDefault(Object object, Member member)
{
    if (member == Member::EstimatedHours)
        item.estimatedHours = defaultHours;
    else if (member == Member::ContentVersion)
        item.content.contentVersion = defaultVersion;
    else if (QString* const plain = text(object, member))
        plain->clear();
    else if (int* const target = integer(member))
        *target = member == Member::Order ? defaultOrder : 0;
    else if (QStringList* const list = texts(member))
        list->clear();
    else if (isWord(member))
        setWord(member, std::nullopt);
}

} // namespace roadloom
