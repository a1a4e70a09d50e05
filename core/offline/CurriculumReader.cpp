// SPDX-License-Identifier: Apache-2.0
#include "core/offline/CurriculumReader.h"

#include "core/base/JsonReader.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int formatVersion = 1;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(CurriculumReader)
};

bool isIdCharacter(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9')
        || character == u'.' || character == u'-' || character == u'_';
}

bool isId(const QString& text)
{
    return !text.isEmpty() && text.size() <= curriculumLimits::idCharacters
        && std::ranges::all_of(text, isIdCharacter);
}

QString readId(JsonReader& reader, json::string_view key)
{
    QString id = reader.requiredString(key);
    if (!isId(id))
        reader.problem(key, u"an id of a-z, 0-9, dot, hyphen and underscore"_s);
    return id;
}

QString readText(JsonReader& reader, json::string_view key)
{
    QString text = reader.requiredString(key);
    if (text.size() > curriculumLimits::textCharacters)
        reader.problem(key, u"at most %1 characters"_s.arg(curriculumLimits::textCharacters));
    return text;
}

QStringList readTexts(JsonReader& reader, json::string_view key)
{
    QStringList texts = reader.requiredStrings(key);
    const bool tooLong = std::ranges::any_of(
        texts, [](const QString& text) { return text.size() > curriculumLimits::textCharacters; });
    if (texts.size() > curriculumLimits::listItems || tooLong)
        reader.problem(key, u"at most %1 short texts"_s.arg(curriculumLimits::listItems));
    return texts;
}

QStringList readOptionalTexts(JsonReader& reader, json::string_view key)
{
    return reader.member(key) != nullptr ? readTexts(reader, key) : QStringList();
}

BilingualText readBilingualText(JsonReader& owner, json::string_view key)
{
    const json::value* value = owner.requiredMember(key);
    if (value == nullptr)
        return {};
    JsonReader reader(*value, owner.pathOf(key), owner.problems());
    return { .english = readText(reader, "en"), .chinese = readText(reader, "zh") };
}

BilingualStrings readBilingualStrings(JsonReader& owner, json::string_view key)
{
    const json::value* value = owner.requiredMember(key);
    if (value == nullptr)
        return {};
    JsonReader reader(*value, owner.pathOf(key), owner.problems());
    return { .english = readTexts(reader, "en"), .chinese = readTexts(reader, "zh") };
}

double readHours(JsonReader& reader)
{
    const double hours = reader.requiredNumber("hours");
    if (hours < curriculumLimits::minHours || hours > curriculumLimits::maxHours)
        reader.problem("hours",
            u"hours from %1 to %2"_s.arg(curriculumLimits::minHours)
                .arg(curriculumLimits::maxHours));
    return hours;
}

Difficulty readDifficulty(JsonReader& reader)
{
    const Difficulty difficulty = difficultyFromName(reader.requiredString("difficulty"));
    if (difficulty == Difficulty::Other)
        reader.problem("difficulty", u"easy, medium or hard"_s);
    return difficulty;
}

LearnerLevel readLevel(JsonReader& reader)
{
    const auto level = levelFromName(reader.requiredString("level"));
    if (!level)
        reader.problem("level", u"beginner, intermediate or advanced"_s);
    return level.value_or(LearnerLevel::Beginner);
}

CurriculumConcept readConcept(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    return {
        .id = readId(reader, "concept_id"),
        .name = readBilingualText(reader, "name"),
        .description = readBilingualText(reader, "description"),
        .hours = readHours(reader),
        .difficulty = readDifficulty(reader),
        .level = readLevel(reader),
        .keywords = readBilingualStrings(reader, "keywords"),
        .aliases = readTexts(reader, "aliases"),
        .prerequisites = readTexts(reader, "prerequisites"),
        .project = reader.boolean("project", false),
    };
}

/// How many items may stand under `key`; checked before they are read.
bool staysWithin(JsonReader& reader, json::string_view key, qsizetype limit)
{
    const json::value* value = reader.member(key);
    const json::array* items = value != nullptr ? value->if_array() : nullptr;
    if (items == nullptr || (!items->empty() && qsizetype(items->size()) <= limit))
        return true;
    reader.problem(key, u"1 to %1 items"_s.arg(limit));
    return false;
}

CurriculumTopic readTopic(const json::value& value, const QString& path, ReadProblems& problems)
{
    JsonReader reader(value, path, problems);
    CurriculumTopic topic {
        .id = readId(reader, "topic_id"),
        .name = readBilingualText(reader, "name"),
        .description = readBilingualText(reader, "description"),
        .concepts = {},
    };
    if (staysWithin(reader, "concepts", curriculumLimits::conceptsPerTopic))
        topic.concepts = reader.requiredList(
            "concepts", [&problems](const json::value& item, const QString& itemPath) {
                return readConcept(item, itemPath, problems);
            });
    return topic;
}

Curriculum readSubject(const json::value& value, ReadProblems& problems)
{
    JsonReader reader(value, {}, problems);
    if (reader.requiredInteger("format") != formatVersion)
        reader.problem("format", u"format %1"_s.arg(formatVersion));
    Curriculum subject {
        .id = readId(reader, "subject_id"),
        .name = readBilingualText(reader, "name"),
        .description = readBilingualText(reader, "description"),
        .names = readTexts(reader, "names"),
        .words = readTexts(reader, "words"),
        .wordsBesideNames = readOptionalTexts(reader, "words_beside_names"),
        .notFor = readTexts(reader, "not_for"),
        .technologies = readTexts(reader, "technologies"),
        .topics = {},
    };
    if (staysWithin(reader, "topics", curriculumLimits::topics))
        subject.topics = reader.requiredList(
            "topics", [&problems](const json::value& item, const QString& itemPath) {
                return readTopic(item, itemPath, problems);
            });
    return subject;
}

Error tooLarge()
{
    return { ErrorKind::TooLarge,
        Translation::tr("A curriculum file may have at most %L1 MiB. Split it into subjects.")
            .arg(curriculumLimits::fileMebibytes),
        {} };
}

} // namespace

Result<Curriculum> readCurriculum(QByteArrayView utf8)
{
    if (utf8.size() > curriculumLimits::fileBytes)
        return tooLarge();
    const Result<json::value> parsed = parseJson(utf8);
    if (!parsed.ok()) {
        return Error { ErrorKind::InvalidInput,
            Translation::tr("This is no curriculum: it is not well-formed JSON. Correct the place "
                            "that the details name."),
            QString(parsed.error().message + u'\n' + parsed.error().details).trimmed() };
    }
    ReadProblems problems;
    Curriculum subject = readSubject(parsed.value(), problems);
    if (problems.isEmpty())
        return subject;
    return Error { ErrorKind::InvalidInput,
        Translation::tr("This is no usable curriculum. First problem: %1")
            .arg(problems.lines().constFirst()),
        problems.lines().join(u'\n') };
}

Result<Curriculum> readCurriculumFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error { ErrorKind::NotFound,
            Translation::tr("The curriculum file %1 cannot be opened. Check its name and that you "
                            "may read it.")
                .arg(path),
            file.errorString() };
    }
    // One byte more than allowed: a device without a size (a pipe) is bounded as well.
    const QByteArray bytes = file.read(curriculumLimits::fileBytes + 1);
    Result<Curriculum> subject = readCurriculum(bytes);
    if (subject.ok())
        return subject;
    return Error { subject.error().kind,
        Translation::tr("%1: %2", "file name and what is wrong").arg(path, subject.error().message),
        subject.error().details };
}

BilingualText readCurriculumName(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<json::value> parsed = parseJson(file.read(curriculumLimits::fileBytes));
    if (!parsed.ok())
        return {};
    ReadProblems problems;
    JsonReader reader(parsed.value(), {}, problems);
    return readBilingualText(reader, "name");
}

} // namespace roadloom
