// SPDX-License-Identifier: Apache-2.0
#include "core/agents/IntentAnalyzer.h"
#include "core/agents/RoadmapEditor.h"
#include "core/roadmap/RoadmapJson.h"
#include "tests/core/agents/ScriptedModel.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

const QString words = u"You want to build web pages. "_s;

QString text(const json::object& object)
{
    return QString::fromUtf8(writeJson(object));
}

QString fenced(const QString& result)
{
    return words + "\n\n```json\n"_L1 + result + "\n```\n"_L1;
}

/// The same in one object, as a server gives it that is asked for one.
QString structured(const json::object& result)
{
    json::object answer { { "narration", toJsonString(words) } };
    addMissing(answer, result);
    return text(answer);
}

QString goodIntent()
{
    return text(toJson(sample::intent()));
}

constexpr RetryPolicy quickly { .firstDelay = 2ms, .longestDelay = 4ms };

/// A failure after which the same request may succeed.
Error passing()
{
    return { .kind = ErrorKind::Server, .message = u"Busy."_s, .details = {}, .isTransient = true };
}

/// Everything a task tells, in order.
struct Listener {
    explicit Listener(AgentTask& task)
    {
        QObject::connect(&task, &AgentTask::chunk, &task, [this](const QString& piece) {
            said += piece;
            pieces.append(piece);
            ++chunks;
        });
        QObject::connect(&task, &AgentTask::attemptFailed, &task,
            [this](const QString& reason) { withdrawn.append(reason); });
        QObject::connect(
            &task, &AgentTask::failed, &task, [this](const Error& error) { errors.append(error); });
    }

    QString said;
    QStringList pieces;
    int chunks = 0;
    QStringList withdrawn;
    QList<Error> errors;
};

} // namespace

class AgentTaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheIntentFromAnyUsualForm_data()
    {
        QTest::addColumn<QString>("answer");
        const QString json = goodIntent();
        QTest::newRow("fenced") << fenced(json);
        QTest::newRow("fence without a tag") << QString(words + "\n```\n"_L1 + json + "\n```"_L1);
        QTest::newRow("bare") << QString(words + u'\n' + json);
        QTest::newRow("JSON alone") << json;
        QTest::newRow("fence never closed") << QString("```json\n"_L1 + json);
        QTest::newRow("another kind of JSON") << QString("```jsonc\n"_L1 + json + "\n```"_L1);
        QTest::newRow("another kind of fence") << QString("```js\n"_L1 + json + "\n```"_L1);
        QTest::newRow("in a sentence") << QString("Here it is: "_L1 + json + u'.');
        QTest::newRow("a list of one") << QString("```json\n["_L1 + json + "]\n```"_L1);
        QTest::newRow("words behind") << QString(fenced(json) + "Good luck!"_L1);
    }

    void readsTheIntentFromAnyUsualForm()
    {
        QFETCH(const QString, answer);
        ScriptedModel model({ { .deltas = answer.split(QString()) } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy mended(task.get(), &AgentTask::mended);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(listener.said, answer);
        QVERIFY(listener.errors.isEmpty() && listener.withdrawn.isEmpty());
        QCOMPARE(mended.size(), 0);
    }

    /// Of two results the first would be taken.
    void looksForNoResultInReasoning()
    {
        const QString draft = "Perhaps this?\n"_L1 + fenced(u"{\"a\":1}"_s);
        const QString answer = fenced(text(toJson(sample::intent())));
        ScriptedModel model({ { .deltas = { draft, answer }, .unmarkedReasoning = 1 } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(listener.said, QString(draft + "\n\n"_L1 + answer));
        QVERIFY(listener.errors.isEmpty() && listener.withdrawn.isEmpty());
    }

    void aStructuredAnswerIsToldInTwoParts_data()
    {
        QTest::addColumn<QString>("answer");
        const json::object intent = toJson(sample::intent());
        QTest::newRow("compact") << structured(intent);
        QTest::newRow("fenced") << QString("```json\n"_L1 + structured(intent) + "\n```"_L1);
        json::object answer { { "narration", toJsonString(words) } };
        addMissing(answer, intent);
        QTest::newRow("indented") << QString::fromUtf8(writeIndentedJson(answer));
    }

    void aStructuredAnswerIsToldInTwoParts()
    {
        QFETCH(const QString, answer);
        ScriptedModel model({ { .deltas = answer.split(QString()) } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(listener.pieces.first(words.size()).join(QString()), words); // a letter a chunk
        const qsizetype block = listener.said.indexOf("\n\n```json\n{"_L1);
        QCOMPARE(block, words.size());
        QVERIFY(listener.said.endsWith("}\n```\n"_L1));
        QVERIFY(!listener.said.contains("narration"_L1));
        QVERIFY(listener.withdrawn.isEmpty());
        QCOMPARE(model.schemaNames, { u"intent_analysis"_s });
    }

    void aStructuredEditIsRead()
    {
        RoadmapEdit edit;
        edit.framework = sample::perfectRoadmap();
        edit.modificationSummary = u"More of it."_s;
        ScriptedModel model({ { .deltas = { structured(toJson(edit)) } } });
        const auto task = RoadmapEditor({ model }).change(
            ReplyMode::Stream, sample::request(), sample::perfectRoadmap(), u"More."_s);
        QSignalSpy completed(task.get(), &EditTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<RoadmapEdit>(), edit);
        QCOMPARE(model.schemaNames.value(0), u"roadmap_edit"_s);
    }

    void aNarrationIsNoPartOfTheResultWhereverItStands()
    {
        json::object answer = toJson(sample::intent());
        answer["narration"] = toJsonString(words);
        ScriptedModel model({ { .deltas = { text(answer) } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(listener.said, text(answer));
    }

    void jsonInTheNarrationIsNotTakenForTheResult()
    {
        json::object answer { { "narration", "So:\n```json\n{\"a\":1}\n```\nand\n{\"b\":2}\n" } };
        addMissing(answer, toJson(sample::intent()));
        ScriptedModel model({ { .deltas = { text(answer) } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(model.questions.size(), 1);
    }

    void aBadStructuredAnswerIsRepairedInEitherForm_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("good");
        const json::object intent = toJson(sample::intent());
        const QString cut = structured(intent).chopped(20);
        QTest::newRow("cut, then structured") << cut << u"not valid"_s << structured(intent);
        QTest::newRow("cut, then fenced") << cut << u"not valid"_s << fenced(text(intent));
        QTest::newRow("cut in the narration")
            << u"{\"narration\":\"You w"_s << u"not valid"_s << structured(intent);
        QTest::newRow("narration alone")
            << structured({}) << u"parsed_goal: expected a text"_s << structured(intent);
    }

    void aBadStructuredAnswerIsRepairedInEitherForm()
    {
        QFETCH(const QString, bad);
        QFETCH(const QString, told);
        QFETCH(const QString, good);
        ScriptedModel model({ { .deltas = { bad } }, { .deltas = { good } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(model.questions.size(), 2);
        const QList<ChatMessage>& repair = model.questions[1];
        QCOMPARE(repair.value(2), (ChatMessage { ChatRole::Assistant, bad }));
        QVERIFY2(repair.last().text.contains(told), qPrintable(repair.last().text));
        QCOMPARE(model.schemaNames.value(1), u"intent_analysis"_s);
    }

    void anAnswerInABadFormIsMendedWithoutAskingAgain_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QStringList>("mends");
        const QString json = QString::fromUtf8(writeIndentedJson(toJson(sample::intent())));
        const auto changed = [&json](QLatin1StringView from, QLatin1StringView to) {
            return fenced(QString(json).replace(from, to));
        };
        QTest::newRow("superfluous commas")
            << changed("]"_L1, ",]"_L1) << QStringList { u"2 superfluous commas were left out."_s };
        QTest::newRow("comments") << changed(",\n"_L1, ", // so\n"_L1)
                                  << QStringList { u"5 comments were left out."_s };
        QTest::newRow("no last bracket") << QString(fenced(json).replace("\n}"_L1, "\n"_L1))
                                         << QStringList { u"1 missing brackets were added."_s };
        QTest::newRow("no last bracket, no fence")
            << json.chopped(1) << QStringList { u"1 missing brackets were added."_s };
        QTest::newRow("backquotes in a comment") << changed("{\n"_L1, "{ // covers `let`\n"_L1)
                                                 << QStringList { u"1 comments were left out."_s };
        QTest::newRow("bare, with a comment first")
            << QString("So:\n"_L1 + QString(json).replace("{\n"_L1, "{ // so\n"_L1))
            << QStringList { u"1 comments were left out."_s };
        QTest::newRow("a text for a list") << fenced(text([] {
            json::object intent = toJson(sample::intent());
            intent["recommended_focus"] = "Practice";
            return intent;
        }())) << QStringList { u"1 values without brackets were taken for lists of one."_s };
    }

    void anAnswerInABadFormIsMendedWithoutAskingAgain()
    {
        QFETCH(const QString, answer);
        QFETCH(const QStringList, mends);
        ScriptedModel model({ { .deltas = answer.split(QString()) } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy mended(task.get(), &AgentTask::mended);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), sample::intent());
        QCOMPARE(mended.size(), 1);
        QCOMPARE(mended[0][0].toStringList(), mends);
        QVERIFY(listener.withdrawn.isEmpty());
    }

    void lineEndsInTextsAreMendedIntoTheResult()
    {
        IntentAnalysis intent = sample::intent();
        intent.parsedGoal = u"One\nTwo"_s;
        QString json = text(toJson(intent));
        json.replace("One\\nTwo"_L1, "One\nTwo"_L1);
        ScriptedModel model({ { .deltas = { fenced(json) } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(completed[0][0].value<IntentAnalysis>(), intent);
    }

    void whatWouldHaveToBeGuessedIsAskedForAgain_data()
    {
        QTest::addColumn<ScriptedSpeech>("bad");
        const QString json = goodIntent();
        QTest::newRow("brackets missing at a length limit")
            << ScriptedSpeech { .deltas = { fenced(json.chopped(1)) },
                   .finishReason = FinishReason::Length };
        QTest::newRow("a fence that closes too early")
            << ScriptedSpeech { .deltas = { fenced(json.chopped(1) + ",\n```\n\"more\": 1}"_L1) } };
        QTest::newRow("a bracket that closes too early")
            << ScriptedSpeech { .deltas = { fenced(json + ",\n\"more\": [{}]}"_L1) } };
        QTest::newRow("two brackets that close too early")
            << ScriptedSpeech { .deltas = { json + "}\n, {\"id\": 2}]}"_L1 } };
        QTest::newRow("a comment that swallows the rest")
            << ScriptedSpeech { .deltas = { fenced(json.chopped(1) + " // \"more\": 1}"_L1) } };
        QTest::newRow("a value without an end")
            << ScriptedSpeech { .deltas = { fenced(json.chopped(1) + ",\"hours\":"_L1) } };
        QTest::newRow("items left out")
            << ScriptedSpeech { .deltas = { fenced(QString(json).replace(u"["_s, u"[..., "_s)) } };
    }

    void whatWouldHaveToBeGuessedIsAskedForAgain()
    {
        QFETCH(const ScriptedSpeech, bad);
        ScriptedModel model({ bad, { .deltas = { fenced(goodIntent()) } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy mended(task.get(), &AgentTask::mended);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(listener.withdrawn.size(), 1);
        QCOMPARE(mended.size(), 0);
        QVERIFY(model.questions[1].last().text.contains(u"not valid"_s));
    }

    void whatWasHeldBackIsSaidBeforeAFailure()
    {
        const Error cut { ErrorKind::Cut, u"cut"_s, {} };
        ScriptedModel model({ { .deltas = { u"{\"narr"_s }, .failure = cut } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(listener.said, u"{\"narr"_s);
        QCOMPARE(listener.errors, { cut });
    }

    void asksInTheLearnersLanguageWithTheWholeRequest()
    {
        ScriptedModel model;
        LearnerRequest request = sample::request();
        request.preferences.language.clear();
        request.preferences.learningGoal = u"学习 Python Web 开发"_s;
        request.preferences.careerBackground = u"市场营销"_s;
        const auto task = IntentAnalyzer({ model }).analyzeStream(request);
        const QList<ChatMessage> question = model.questions.value(0);
        QCOMPARE(question.size(), 2);
        QCOMPARE(question[0].role, ChatRole::System);
        QCOMPARE(languageOfText(question[0].text), Language::Chinese);
        QVERIFY(question[1].text.contains(u"学习 Python Web 开发"_s));
        QVERIFY(question[1].text.contains(u"市场营销"_s));
        QCOMPARE(model.modes.value(0), ReplyMode::Stream);
    }

    void withoutAStreamTheAnswerIsOneChunk()
    {
        ScriptedModel model({ { .deltas = fenced(goodIntent()).split(u' ') } });
        const auto task = IntentAnalyzer({ model }).analyze(sample::request());
        Listener listener(*task);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(model.modes.value(0), ReplyMode::Whole);
        QCOMPARE(listener.chunks, 1);
    }

    void aBadAnswerGetsOneRepairTurnThatSaysWhatWasWrong_data()
    {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("told");
        QTest::newRow("no JSON") << words << u"no JSON object"_s;
        QTest::newRow("empty") << QString() << u"no JSON object"_s;
        QTest::newRow("blanks") << u"\n \n"_s << u"no JSON object"_s;
        QTest::newRow("cut JSON") << fenced(goodIntent().chopped(10)) << u"not valid"_s;
        QTest::newRow("missing member")
            << fenced(u"{\"parsed_goal\":\"x\"}"_s) << u"key_technologies: expected a list"_s;
        QTest::newRow("wrong type") << fenced(
            QString(goodIntent()).replace("\"parsed_goal\":\""_L1, "\"parsed_goal\":1,\"x\":\""_L1))
                                    << u"parsed_goal: expected a text, found the number 1"_s;
    }

    void aBadAnswerGetsOneRepairTurnThatSaysWhatWasWrong()
    {
        QFETCH(const QString, bad);
        QFETCH(const QString, told);
        ScriptedModel model({ { .deltas = { bad } }, { .deltas = { fenced(goodIntent()) } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(listener.withdrawn.size(), 1);
        QCOMPARE(model.questions.size(), 2);
        const QList<ChatMessage>& repair = model.questions[1];
        QCOMPARE(repair.last().role, ChatRole::User);
        QVERIFY2(repair.last().text.contains(told), qPrintable(repair.last().text));
        QCOMPARE(repair.size(), bad.trimmed().isEmpty() ? 3 : 4);
        QCOMPARE(task->usage(), (ChatUsage { .inputTokens = 20, .outputTokens = 40 }));
    }

    void twoBadAnswersAreAnError()
    {
        ScriptedModel model({ { .deltas = { words } }, { .deltas = { words } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(listener.errors[0].kind, ErrorKind::BadOutput);
        QCOMPARE(model.questions.size(), 2);
        QCOMPARE(listener.said, QString(words + words));
    }

    void saysWhatWasMissing_data()
    {
        QTest::addColumn<ScriptedSpeech>("answer");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << ScriptedSpeech {} << u"without a single word"_s;
        QTest::newRow("blanks") << ScriptedSpeech { .deltas = { u"\n \n"_s } }
                                << u"without a single word"_s;
        QTest::newRow("only reasoning")
            << ScriptedSpeech { .reasoning = u"Hm."_s } << u"only reasoned"_s;
        QTest::newRow("reasoning up to the limit") << ScriptedSpeech { .reasoning = u"Hm."_s,
            .finishReason = FinishReason::Length } << u"only reasoned"_s;
        QTest::newRow("words alone") << ScriptedSpeech { .deltas = { words } } << u"no result"_s;
    }

    void saysWhatWasMissing()
    {
        QFETCH(const ScriptedSpeech, answer);
        QFETCH(const QString, said);
        ScriptedModel model({ answer, answer });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(listener.errors[0].kind, ErrorKind::BadOutput);
        QVERIFY2(listener.errors[0].message.contains(said), qPrintable(listener.errors[0].message));
        QVERIFY2(
            listener.withdrawn.value(0).contains(said), qPrintable(listener.withdrawn.value(0)));
    }

    void aRefusalIsToldAsOne()
    {
        ScriptedModel model({ { .finishReason = FinishReason::ContentFilter } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QVERIFY(listener.errors[0].message.contains("refuses to answer"_L1));
        QCOMPARE(model.questions.size(), 1);
    }

    void anAnswerCutAtItsLengthLimitIsAskedForMoreBriefly()
    {
        ScriptedModel model({ { .deltas = { fenced(goodIntent().chopped(20)) },
                                  .finishReason = FinishReason::Length },
            { .deltas = { fenced(goodIntent()) } } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QVERIFY(model.questions[1].last().text.contains(u"too long"_s));
    }

    void aFailedExchangeIsNotRepaired()
    {
        const Error refused { ErrorKind::Network, u"not reached"_s, {} };
        ScriptedModel model({ { .deltas = { words }, .failure = refused } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        Listener listener(*task);
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(listener.errors, { refused });
        QCOMPARE(model.questions.size(), 1);
        QCOMPARE(listener.said, words);
    }

    void whatNoRepairCanMendFailsAtOnce_data()
    {
        QTest::addColumn<ScriptedSpeech>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("filtered") << ScriptedSpeech { .deltas = { words },
            .finishReason = FinishReason::ContentFilter }
                                  << ErrorKind::Server;
        RoadmapEdit huge;
        huge.framework = sample::largeRoadmap(maxConcepts + 1);
        QTest::newRow("too many concepts")
            << ScriptedSpeech { .deltas = { fenced(text(toJson(huge))) } } << ErrorKind::TooLarge;
        const QString blabber = u"and so on "_s.repeated(10'000);
        QTest::newRow("words without end")
            << ScriptedSpeech { .deltas = { blabber }, .endless = true } << ErrorKind::TooLarge;
        QTest::newRow("a result without end") << ScriptedSpeech {
            .deltas = { u"```json\n{\"x\":\""_s, blabber.repeated(10) }, .endless = true
        } << ErrorKind::TooLarge;
    }

    void whatNoRepairCanMendFailsAtOnce()
    {
        QFETCH(const ScriptedSpeech, answer);
        QFETCH(const ErrorKind, kind);
        ScriptedModel model({ answer });
        const auto task = RoadmapEditor({ model }).change(
            ReplyMode::Stream, sample::request(), sample::perfectRoadmap(), u"More."_s);
        Listener listener(*task);
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(listener.errors[0].kind, kind);
        QVERIFY(!listener.errors[0].message.contains("second try"_L1));
        QCOMPARE(model.questions.size(), 1);
    }

    void repeatsWhatMayPass()
    {
        ScriptedModel model({ { .deltas = { u"Half a"_s }, .failure = passing() },
            { .failure = passing() }, { .deltas = { fenced(goodIntent()) } } });
        const auto task = IntentAnalyzer({ model, quickly }).analyzeStream(sample::request());
        const Listener listener(*task);
        QSignalSpy delays(task.get(), &AgentTask::attemptFailed);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(listener.withdrawn, QStringList({ u"Busy."_s, u"Busy."_s }));
        QVERIFY(delays.at(0).at(1).value<std::chrono::milliseconds>() > 0ms);
        QCOMPARE(model.questions.size(), 3);
        QCOMPARE(model.questions.at(2), model.questions.at(0));
        QVERIFY(listener.errors.isEmpty());
    }

    void givesUpAfterFourRepetitions()
    {
        ScriptedModel model(QList<ScriptedSpeech>(9, { .failure = passing() }));
        const auto task = IntentAnalyzer({ model, quickly }).analyzeStream(sample::request());
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(model.questions.size(), 5);
        QCOMPARE(failed.at(0).at(0).value<Error>().message, u"Busy. 5 tries were made."_s);
    }

    void failsAtOnceWhereTheFailureWouldComeAgain()
    {
        Error lasting = passing();
        lasting.isTransient = false;
        ScriptedModel model({ { .failure = lasting }, { .deltas = { fenced(goodIntent()) } } });
        const auto task = IntentAnalyzer({ model, quickly }).analyzeStream(sample::request());
        QSignalSpy failed(task.get(), &AgentTask::failed);
        QVERIFY(failed.wait());
        QCOMPARE(model.questions.size(), 1);
    }

    void thePauseBeforeARepetitionCanBeEnded()
    {
        ScriptedModel model({ { .failure = passing() }, { .deltas = { fenced(goodIntent()) } } });
        constexpr RetryPolicy inAnHour { .firstDelay = 1h, .longestDelay = 1h };
        const auto task = IntentAnalyzer({ model, inAnHour }).analyzeStream(sample::request());
        task->retryNow(); // nothing to end yet
        QSignalSpy failed(task.get(), &AgentTask::attemptFailed);
        QVERIFY(failed.wait());
        QSignalSpy completed(task.get(), &IntentTask::completed);
        task->retryNow();
        QVERIFY(completed.wait());
        QCOMPARE(model.questions.size(), 2);
    }

    void reasoningIsNoPartOfTheAnswer()
    {
        const QString draft = fenced(u"{\"parsed_goal\":\"draft\"}"_s);
        ScriptedModel model({ { .deltas = { fenced(goodIntent()) }, .reasoning = draft } });
        const auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        const Listener listener(*task);
        QSignalSpy reasoning(task.get(), &AgentTask::reasoning);
        QSignalSpy completed(task.get(), &IntentTask::completed);
        QVERIFY(completed.wait());
        QCOMPARE(reasoning.at(0).at(0).toString(), draft);
        QVERIFY(!listener.said.contains("draft"_L1));
        QCOMPARE(completed.at(0).at(0).value<IntentAnalysis>(), sample::intent());
    }

    void destroyingATaskEndsItsExchange()
    {
        ScriptedModel model({ { .deltas = { words }, .endless = true } });
        auto task = IntentAnalyzer({ model }).analyzeStream(sample::request());
        QSignalSpy chunks(task.get(), &AgentTask::chunk);
        QVERIFY(chunks.wait());
        QCOMPARE(model.aliveReplies, 1);
        task.reset();
        QCOMPARE(model.aliveReplies, 0);
    }

    void aTaskDeletedWhenItsAttemptFailedAsksNoMore()
    {
        ScriptedModel model({ { .deltas = { words } }, { .deltas = { words } } });
        AgentTask* task = IntentAnalyzer({ model }).analyzeStream(sample::request()).release();
        connect(task, &AgentTask::attemptFailed, task, &QObject::deleteLater);
        QSignalSpy destroyed(task, &QObject::destroyed);
        QVERIFY(destroyed.wait());
        QCOMPARE(model.questions.size(), 1);
    }
};

QTEST_GUILESS_MAIN(AgentTaskTest)
#include "AgentTaskTest.moc"
