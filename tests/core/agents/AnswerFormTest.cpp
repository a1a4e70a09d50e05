// SPDX-License-Identifier: Apache-2.0
#include "core/agents/AnswerForm.h"

#include "core/agents/Prompt.h"
#include "core/roadmap/IntentAnalysis.h"
#include "core/roadmap/RoadmapEdit.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/RoadmapOutline.h"
#include "core/roadmap/StageExpansion.h"
#include "core/roadmap/Validation.h"
#include "core/stream/AnswerSplitter.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What is wrong with a part of a schema, if it should keep to what OpenAI's strict mode takes;
/// empty if nothing is.
QString faultIn(const json::object& schema, const QString& path)
{
    constexpr std::array<json::string_view, 7> known { "type", "description", "enum", "properties",
        "required", "additionalProperties", "items" };
    for (const auto& [key, value] : schema) {
        if (std::ranges::find(known, json::string_view(key)) == known.end())
            return u"%1 has %2"_s.arg(path, toQString(key));
    }
    if (const json::value* items = schema.if_contains("items"))
        return faultIn(items->as_object(), path + "[]"_L1);
    if (schema.at("type") != json::value("object"))
        return {};
    if (schema.at("additionalProperties") != json::value(false))
        return u"%1 takes other members"_s.arg(path);
    json::array names;
    for (const auto& [key, value] : schema.at("properties").as_object()) {
        names.emplace_back(key);
        QString fault = faultIn(value.as_object(), path + u'.' + toQString(key));
        if (!fault.isEmpty())
            return fault;
    }
    return names == schema.at("required") ? QString()
                                          : u"%1 does not require just its members"_s.arg(path);
}

/// The smallest value that satisfies the schema: lists hold one item.
json::value sampleOf(const json::object& schema)
{
    if (const json::value* words = schema.if_contains("enum"))
        return words->as_array().at(0);
    const json::string type = schema.at("type").as_string();
    if (type == "object") {
        json::object object;
        for (const auto& [key, value] : schema.at("properties").as_object())
            object[key] = sampleOf(value.as_object());
        return object;
    }
    if (type == "array")
        return json::array({ sampleOf(schema.at("items").as_object()) });
    if (type == "number")
        return 1.5;
    return type == "integer" ? json::value(1) : json::value("x");
}

/// The value's form alone: each text "", each number 0, of each list the first item.
json::value formOf(const json::value& value)
{
    if (const json::object* object = value.if_object()) {
        json::object form;
        for (const auto& [key, member] : *object)
            form[key] = formOf(member);
        return form;
    }
    if (const json::array* array = value.if_array())
        return array->empty() ? json::array() : json::array({ formOf(array->front()) });
    return value.is_string() ? json::value("") : json::value(0);
}

/// An answer without its narration.
json::object resultOf(const AnswerSchema& form)
{
    json::object answer = sampleOf(form.schema).as_object();
    answer.stable_erase(narrationMember);
    return answer;
}

} // namespace

class AnswerFormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySchemaKeepsToTheStrictSubset_data() { addForms(); }
    void everySchemaKeepsToTheStrictSubset()
    {
        QFETCH(const QString, name);
        const AnswerSchema form = answerForm(name, Language::English);
        QCOMPARE(form.name, name);
        QCOMPARE(faultIn(form.schema, u"root"_s), QString());
        const json::object& members = form.schema.at("properties").as_object();
        QVERIFY(members.begin()->key() == narrationMember);
        QVERIFY(members.at(narrationMember).as_object().at("type") == json::value("string"));
    }

    /// What satisfies the schema satisfies the reader, so the schema has all that the reader
    /// requires; and nothing is left over, so the reader knows all that the schema has.
    void theIntentsReaderTakesWhatTheSchemaHolds()
    {
        const auto read
            = readIntentAnalysis(resultOf(answerForm(u"intent_analysis"_s, Language::English)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().details));
        QVERIFY(read.value().extras.empty());
        QVERIFY(read.value().estimatedLearningPathType.has_value());
    }

    void theIntentsReaderKnowsEachWordOfTheSchema()
    {
        const AnswerSchema form = answerForm(u"intent_analysis"_s, Language::English);
        const json::object& members = form.schema.at("properties").as_object();
        const json::array words
            = members.at("estimated_learning_path_type").as_object().at("enum").as_array();
        QCOMPARE(int(words.size()), 4);
        for (const json::value& word : words) {
            json::object answer = resultOf(form);
            answer["estimated_learning_path_type"] = word;
            QVERIFY(readIntentAnalysis(answer).value().estimatedLearningPathType.has_value());
        }
    }

    void theOutlinesReaderTakesWhatTheSchemaHolds()
    {
        json::object answer = resultOf(answerForm(u"curriculum_outline"_s, Language::English));
        const auto read = readRoadmapOutline(answer);
        QVERIFY2(read, read ? "" : qPrintable(read.error().details));
        QVERIFY(read.value().extras.empty());
        QVERIFY(read.value().stages[0].extras.empty());
        QVERIFY(read.value().stages[0].modules[0].extras.empty());
    }

    void theStagesReaderTakesWhatTheSchemaHolds()
    {
        const json::object answer = resultOf(answerForm(u"stage_design"_s, Language::English));
        RoadmapOutline outline;
        outline.stages.append({ .id = u"x"_s,
            .name = u"x"_s,
            .description = {},
            .modules = { { .id = u"x"_s, .name = u"x"_s, .description = {} } } });
        const auto read = readStageExpansion(answer, outline, 0);
        QVERIFY2(read, read ? "" : qPrintable(read.error().details));
        QVERIFY(hasNoExtras(read.value()));
        const Concept& item = read.value().modules[0].concepts[0];
        QCOMPARE(item.difficulty, Difficulty::Easy);
        QCOMPARE(item.keywords, { u"x"_s });
    }

    void theReviewsReaderTakesWhatTheSchemaHolds()
    {
        const auto read = readValidation(resultOf(answerForm(u"validation"_s, Language::English)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().details));
        QVERIFY(read.value().extras.empty());
        QVERIFY(read.value().issues[0].extras.empty());
        QVERIFY(read.value().dimensionScores[0].extras.empty());
    }

    void theEditsReaderTakesWhatTheSchemaHolds()
    {
        const auto read
            = readRoadmapEdit(resultOf(answerForm(u"roadmap_edit"_s, Language::English)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().details));
        QVERIFY(read.value().extras.empty());
        QVERIFY(read.value().framework.extras.empty());
        QVERIFY(hasNoExtras(read.value().framework.stages[0]));
    }

    void theReadersKnowEachDifficultyOfTheSchema()
    {
        const QByteArray schema
            = writeJson(answerForm(u"stage_design"_s, Language::English).schema);
        QVERIFY(schema.contains(R"("enum":["easy","medium","hard"])"));
        for (const QString& word : { u"easy"_s, u"medium"_s, u"hard"_s })
            QVERIFY(difficultyFromName(word) != Difficulty::Other);
    }

    void thePromptsDescribeWhatTheSchemaHolds_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("name");
        QTest::addColumn<Language>("language");
        for (const Language language : { Language::English, Language::Chinese }) {
            const QByteArray code = languageCode(language).toUtf8();
            QTest::addRow("intent, %s", code.constData())
                << u"intent_analyzer"_s << u"intent_analysis"_s << language;
            QTest::addRow("outline, %s", code.constData())
                << u"curriculum_outline"_s << u"curriculum_outline"_s << language;
            QTest::addRow("stage, %s", code.constData())
                << u"stage_design"_s << u"stage_design"_s << language;
        }
    }
    void thePromptsDescribeWhatTheSchemaHolds()
    {
        QFETCH(const QString, prompt);
        QFETCH(const QString, name);
        QFETCH(const Language, language);
        AnswerSplitter splitter;
        static_cast<void>(splitter.feed(renderPrompt(prompt, language)));
        const json::value described = formOf(parseJson(splitter.json().toUtf8()).value());
        QByteArray held = writeJson(formOf(resultOf(answerForm(name, language))));
        // The first of all concepts, which the prompt shows, needs none before it.
        held.replace(R"("prerequisites":[""])", R"("prerequisites":[])");
        QCOMPARE(writeJson(described), held);
    }

    void theInstructionsNameJsonAndTheNarration_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("en") << Language::English;
        QTest::newRow("zh") << Language::Chinese;
    }
    void theInstructionsNameJsonAndTheNarration()
    {
        QFETCH(const Language, language);
        const QString instructions = answerForm(u"intent_analysis"_s, language).instructions;
        QVERIFY(instructions.contains(u"JSON"_s)); // or json_object mode is refused
        QVERIFY(instructions.contains(toQString(narrationMember)));
        QCOMPARE(languageOfText(instructions), language);
    }

private:
    static bool hasNoExtras(const Stage& stage)
    {
        const Module& module = stage.modules[0];
        return stage.extras.empty() && module.extras.empty() && module.concepts[0].extras.empty();
    }

    static void addForms()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : { u"intent_analysis"_s, u"curriculum_outline"_s,
                 u"stage_design"_s, u"validation"_s, u"roadmap_edit"_s })
            QTest::addRow("%s", qPrintable(name)) << name;
    }
};

QTEST_GUILESS_MAIN(AnswerFormTest)
#include "AnswerFormTest.moc"
