// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ModelTrial.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using roadloom::test::ScriptedAnswer;
using roadloom::test::ScriptedHttpServer;

namespace roadloom {

class ModelTrialTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatTheModelCanDo();
    void tellsThatAModelDoesNotStream();
    void doesNotClaimAFormThatWasNotKept();
    void asksOnceWhereNoFormIsToBeTried();
    void saysWhyAModelDoesNotAnswer();
    void aModelWithoutAWordHasFailed_data();
    void aModelWithoutAWordHasFailed();
    void aFailureOverTheFormIsNoFailure();
    void endsWhenItIsDestroyed();
};

namespace {

ModelEndpoint endpointAt(const ScriptedHttpServer& server)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = server.url(u"/v1"_s);
    endpoint.model = u"tiny"_s;
    endpoint.structuredOutput = StructuredOutput::JsonSchema;
    return endpoint;
}

ScriptedAnswer streamed(const QStringList& words)
{
    return { .pieces = { { test::openAiStream(words) } } };
}

std::optional<TrialResult> tryOut(const ModelEndpoint& endpoint)
{
    const ModelTrial trial(endpoint, Language::English);
    QSignalSpy finished(&trial, &ModelTrial::finished);
    if (!finished.wait())
        return std::nullopt;
    return finished.at(0).at(0).value<TrialResult>();
}

} // namespace

void ModelTrialTest::tellsWhatTheModelCanDo()
{
    ScriptedHttpServer server;
    ScriptedAnswer slow { .pieces = {} };
    slow.pieces.append({ .bytes = "data: {\"choices\":[{\"delta\":"
                                  "{\"reasoning_content\":\"Hm.\"}}]}\n\n" });
    for (int i = 0; i < 20; ++i)
        slow.pieces.append({ .bytes = test::openAiDelta(u"word "_s), .after = 20ms });
    slow.pieces.append({ .bytes = test::openAiEnd() });
    server.enqueue(slow);
    server.enqueue(streamed({ u"{\"narration\":"_s, u"\"Practice.\"}"_s }));
    const auto result = tryOut(endpointAt(server));
    QVERIFY(result);
    QVERIFY(result->streams);
    QVERIFY(result->reasons);
    QCOMPARE(result->model, u"scripted"_s);
    QVERIFY(result->structuredOutput == StructuredOutput::JsonSchema);
    QVERIFY(result->wordsPerSecond.value_or(0) > 0);
    QVERIFY(result->wordsPerSecond.value_or(1000) < 60); // 20 words in 400 ms, or in longer
    QVERIFY(result->firstWord >= 0ms);
    QCOMPARE(server.requests().size(), 2);
}

void ModelTrialTest::tellsThatAModelDoesNotStream()
{
    ScriptedHttpServer server;
    server.enqueue({ .contentType = "application/json",
        .pieces = { { test::openAiWhole(u"All at once."_s) } } });
    server.enqueue(streamed({ u"{\"narration\":\"a\"}"_s }));
    const auto result = tryOut(endpointAt(server));
    QVERIFY(result);
    QVERIFY(!result->streams);
    QVERIFY(!result->reasons);
    QVERIFY(!result->wordsPerSecond);
}

void ModelTrialTest::doesNotClaimAFormThatWasNotKept()
{
    ScriptedHttpServer server;
    server.enqueue(streamed({ u"Yes."_s }));
    server.enqueue(streamed({ u"I would say: practice."_s }));
    const auto result = tryOut(endpointAt(server));
    QVERIFY(result);
    QVERIFY(result->structuredOutput == StructuredOutput::None);
}

void ModelTrialTest::asksOnceWhereNoFormIsToBeTried()
{
    ScriptedHttpServer server;
    server.enqueue(streamed({ u"Yes."_s }));
    ModelEndpoint plain = endpointAt(server);
    plain.structuredOutput = StructuredOutput::None;
    QVERIFY(tryOut(plain));
    QCOMPARE(server.requests().size(), 1);
}

void ModelTrialTest::saysWhyAModelDoesNotAnswer()
{
    ScriptedHttpServer server;
    server.enqueue({ .status = 401, .contentType = "application/json", .pieces = { { "{}" } } });
    const ModelTrial trial(endpointAt(server), Language::Chinese);
    QSignalSpy failed(&trial, &ModelTrial::failed);
    QVERIFY(failed.wait());
    QCOMPARE(failed.at(0).at(0).value<Error>().kind, ErrorKind::Authentication);
    QVERIFY(server.requests()[0].body.contains("新技能"));
}

void ModelTrialTest::aModelWithoutAWordHasFailed_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QString>("words");
    const auto delta = [](const QByteArray& members, const QByteArray& reason) -> QByteArray {
        return "data: {\"choices\":[{\"delta\":{" + members + "},\"finish_reason\":\"" + reason
            + "\"}]}\n\ndata: [DONE]\n\n";
    };
    QTest::addRow("nothing") << delta({}, "stop") << u"without a single word"_s;
    QTest::addRow("blanks") << delta(R"("content":" \n ")", "stop") << u"without a single word"_s;
    QTest::addRow("only reasoning")
        << delta(R"("reasoning_content":"Hm.")", "stop") << u"only reasoned"_s;
    QTest::addRow("reasoning up to the limit")
        << delta(R"("reasoning_content":"Hm.")", "length") << u"only reasoned"_s;
    QTest::addRow("a filter") << delta({}, "content_filter") << u"refuses"_s;
    QTest::addRow("a filter half way")
        << delta(R"("content":"Well")", "content_filter") << u"refuses"_s;
}

void ModelTrialTest::aModelWithoutAWordHasFailed()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QString, words);
    ScriptedHttpServer server;
    server.enqueue({ .pieces = { { stream } } });
    const ModelTrial trial(endpointAt(server), Language::English);
    const QSignalSpy finished(&trial, &ModelTrial::finished);
    QSignalSpy failed(&trial, &ModelTrial::failed);
    QVERIFY(failed.wait());
    const QString message = failed.at(0).at(0).value<Error>().message;
    QVERIFY2(message.contains(words), qUtf8Printable(message));
    QCOMPARE(finished.size(), 0);
    QCOMPARE(server.requests().size(), 1);
}

void ModelTrialTest::aFailureOverTheFormIsNoFailure()
{
    ScriptedHttpServer server;
    server.enqueue(streamed({ u"Yes."_s }));
    server.enqueue({ .status = 429, .contentType = "application/json", .pieces = { { "{}" } } });
    const auto result = tryOut(endpointAt(server));
    QVERIFY(result);
    QVERIFY(!result->structuredOutput);
    QCOMPARE(server.requests().size(), 2);
}

void ModelTrialTest::endsWhenItIsDestroyed()
{
    ScriptedHttpServer server;
    server.setResponder([](const auto&) { return ScriptedAnswer::none(); });
    QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
    auto trial = std::make_unique<ModelTrial>(endpointAt(server), Language::English);
    QTRY_COMPARE(server.requests().size(), 1);
    trial.reset();
    QTRY_COMPARE(closed.size(), 1);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ModelTrialTest)
#include "ModelTrialTest.moc"
