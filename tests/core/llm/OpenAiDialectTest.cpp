// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"
#include "tests/core/llm/DecodedBody.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace roadloom {

using test::byteByByte;
using test::decodeBody;
using test::Outcome;

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class OpenAiDialectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void reportsFailures_data();
    void reportsFailures();
    void yieldsTheSameForEverySplit_data();
    void yieldsTheSameForEverySplit();
    void tellsReasonModelAndUsage();
    void mapsFinishReasons_data();
    void mapsFinishReasons();
    void aRefusalEndsAsFiltered_data();
    void aRefusalEndsAsFiltered();
    void aBrokenConnectionIsACutUnlessTheAnswerHadEnded();
    void everyPrefixOfAStreamIsACutOrComplete();
    void countsPiecesButNotKeepAlives();
    void isCompleteBeforeTheEndMark();
    void wordsBeforeTheAnswerDoNotReplaceIt();
    void ignoresWhatFollowsTheEnd();
    void refusesAnEventOverTheLimit();
    void keepsTheSecretOutOfErrors();
};

namespace {

Outcome decode(const QByteArrayList& pieces, BodyEnd end = BodyEnd::Proper)
{
    return decodeBody(ApiStyle::OpenAi, pieces, end);
}

QByteArray sse(const QByteArray& data)
{
    return "data: " + data + "\n\n";
}

/// A chunk with this delta object.
QByteArray delta(const QByteArray& members)
{
    return sse(R"({"choices":[{"index":0,"delta":{)" + members + "}}]}");
}

QByteArray say(const QByteArray& text)
{
    return delta(R"("content":")" + text + '"');
}

QByteArray finishWith(const QByteArray& reason)
{
    return sse(R"({"choices":[{"index":0,"delta":{},"finish_reason":")" + reason + R"("}]})");
}

const QByteArray stop = finishWith("stop");
const QByteArray done = "data: [DONE]\n\n";
const QByteArray hello = say("Hel") + say("lo");

} // namespace

void OpenAiDialectTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reasoning");
    const auto row = [](const char* name, const QByteArray& body, const QString& text,
                         const QString& reasoning = {}) {
        QTest::addRow("%s", name) << body << text << reasoning;
    };
    const QString helloText = u"Hello"_s;

    row("plain", hello + stop + done, helloText);
    row("role-only, null and empty deltas",
        delta(R"("role":"assistant")") + delta(R"("role":null,"content":null)") + say("")
            + sse(R"({"choices":[{"index":0,"delta":{}}]})") + sse(R"({"choices":[{"index":0}]})")
            + sse(R"({"choices":[{"delta":null,"finish_reason":null}]})") + hello + stop + done,
        helloText);
    row("usage chunks without choices",
        sse(R"({"id":"","model":"","object":"","choices":[],"usage":null})") + hello + stop
            + sse(R"({"choices":[],"usage":{"prompt_tokens":1}})") + done,
        helloText);
    row("no finish reason", hello + done, helloText);
    row("finish reason with text, and twice",
        say("Hel")
            + sse(R"({"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}]})")
            + stop + done,
        helloText);
    row("no [DONE]", hello + stop, helloText);
    row("[DONE] with blanks", hello + "data:  [DONE]  \n\n", helloText);
    row("[DONE] without blank line", hello + "data: [DONE]\n", helloText);
    row("[DONE] without line end", hello + "data: [DONE]", helloText);
    row("last event without line end", say("Hel") + say("lo").trimmed() + "\n\n" + stop.trimmed(),
        helloText);
    row("comments and pings",
        ": PROCESSING\n\n:\n\n" + say("Hel") + ": x\n" + sse(R"({"type":"ping"})") + say("lo")
            + "event: ping\ndata: {}\n\ndata:\n\n" + done,
        helloText);
    row("CRLF", QByteArray(hello + stop + done).replace('\n', "\r\n"), helloText);
    row("byte order mark and blank lines", "\xef\xbb\xbf\n\n" + hello + stop, helloText);
    row("unknown members",
        sse(R"({"x":{"y":[1e400,{}]},"p":"abcd","choices":[{"index":0,"delta":{"content":"Hello",)"
            R"("zz":1},"logprobs":null}]})")
            + done,
        helloText);
    row("words behind [DONE]", hello + done + say("more") + stop + done, helloText);
    row("nothing", sse(R"({"choices":[{"index":0,"delta":{}}]})") + stop + done, {});
    row("only reasoning", delta(R"("reasoning_content":"Hmm")") + stop + done, {}, u"Hmm"_s);
    row("payloads that are no object", sse("1") + sse("[]") + sse("null") + hello + done,
        helloText);
    row("choice 0 only",
        sse(R"({"choices":[{"index":0,"delta":{"content":"Hello"}},{"index":1,"delta":)"
            R"({"content":"Other"}}]})")
            + sse(R"({"choices":[{"index":1,"delta":{"content":"Other"}}]})")
            + sse(R"({"choices":[{"delta":{"content":"!"}}]})") + done,
        u"Hello!"_s);
    row("message beside delta",
        sse(R"({"choices":[{"index":0,"delta":{"content":"Hel"},"message":{"content":"Hel"}}]})")
            + sse(
                R"({"choices":[{"index":0,"delta":{"content":"lo"},"message":{"content":"Hello"}}]})")
            + sse(R"({"choices":[{"index":0,"message":{"content":"Hello"}}]})") + stop,
        helloText);
    row("several choices without index",
        sse(R"({"choices":[{"delta":{"content":"Hel"}},{"delta":{"content":"Other"}}]})")
            + sse(R"({"choices":[{"delta":{"content":"lo"}},{"delta":{"content":"Other"}}]})")
            + done,
        helloText);
    row("an empty message, then another",
        sse(R"({"choices":[{"index":0,"message":{"role":"assistant","content":""}}]})")
            + sse(
                R"({"choices":[{"index":0,"message":{"content":"Hello"},"finish_reason":"stop"}]})"),
        helloText);
    row("a whole message without words",
        R"({"choices":[{"index":0,"message":{"content":null},"finish_reason":"stop"}]})", {});
    row("tool calls beside text",
        hello + delta(R"("tool_calls":[{"function":{"name":"f","arguments":"{}"}}])") + done,
        helloText);
    row("a refusal", delta(R"("content":null,"refusal":"I cannot help with that.")") + stop,
        u"I cannot help with that."_s);

    row("reasoning_content", delta(R"("reasoning_content":"Hmm")") + hello + done, helloText,
        u"Hmm"_s);
    row("reasoning whose beginning the prompt's template wrote",
        say(R"(Hm, {\"a\":1}?\n</th)") + say(R"(ink>\n\n)") + hello + done, helloText,
        u"Hm, {\"a\":1}?\n"_s);
    row("the same reasoning twice",
        delta(
            R"("reasoning":"Hmm","reasoning_details":[{"type":"reasoning.text","text":"Hmm"}],"content":"")")
            + delta(R"("reasoning_content":"!","reasoning":"!")") + hello + done,
        helloText, u"Hmm!"_s);
    row("reasoning_details alone",
        delta(R"("reasoning_details":[{"text":"H"},{"summary":"m"},{"data":"x"}])") + hello + done,
        helloText, u"Hm"_s);
    row("typed parts mixed with strings",
        delta(
            R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm"}]},{"type":"image"}])")
            + delta(R"("content":[{"type":"thinking","thinking":"m"},{"type":"text","text":"Hel"},)"
                    R"({"type":"reference","reference_ids":[1]}])")
            + say("lo") + done,
        helloText, u"Hmm"_s);

    row("raw UTF-8 and U+2028", say("你\xe2\x80\xa8好") + done, u"你\u2028好"_s);
    row("an escaped pair", say(R"(\ud83d\ude00!)") + done, u"😀!"_s);
    row("an escaped pair over two deltas",
        say(R"(a\ud83d)") + delta(R"("reasoning":"r")") + say(R"(\ude00b)") + done, u"a😀b"_s,
        u"r"_s);
    row("lone halves", say(R"(\ude00a\ud83d)") + say(R"(b\uD83D)") + done,
        u"\uFFFDa\uFFFDb\uFFFD"_s);
    row("an escaped backslash before u", say(R"(\\ud83d\ud83d)") + say(R"(\ude00)") + done,
        u"\\ud83d😀"_s);
    row("bytes that are no UTF-8",
        say("a\xff"
            "b\xe4")
            + say("c") + done,
        u"a\uFFFDb\uFFFDc"_s);

    row("a whole JSON body",
        R"({"choices":[{"index":0,"message":{"role":"assistant","content":"Hello",)"
        R"("reasoning_content":"Hmm"},"finish_reason":"stop"}]})",
        helloText, u"Hmm"_s);
    row("a whole JSON body, padded, without finish reason",
        "\n\n  "
        R"({ "error": null, "choices": [ { "message": { "content": "Hello" } } ] })"
        "\n",
        helloText);
    row("a whole completion as one event",
        sse(R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})"), helloText);
}

void OpenAiDialectTest::readsAnswers()
{
    QFETCH(const QByteArray, body);
    const Outcome outcome = decode({ body });
    QVERIFY2(!outcome.error, qUtf8Printable(outcome.error.value_or(Error {}).message));
    QVERIFY(outcome.end);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.text, "text");
    QTEST(outcome.reasoning, "reasoning");
    QVERIFY(decode(byteByByte(body)) == outcome);
}

void OpenAiDialectTest::reportsFailures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said"); // part of the message
    QTest::addColumn<QString>("text"); // what came before
    const auto row = [](const char* name, const QByteArray& body, ErrorKind kind,
                         const QString& said, const QString& text = {}) {
        QTest::addRow("%s", name) << body << kind << said << text;
    };
    using enum ErrorKind;
    const QString helloText = u"Hello"_s;
    const QString boom = u"Boom."_s;

    row("error object", hello + sse(R"({"error":{"message":"Boom.","code":500}})"), Server, boom,
        helloText);
    row("error string", sse(R"({"error":"Boom."})"), Server, boom);
    row("error, then [DONE]", sse(R"({"error":{"message":"Boom."}})") + done, Server, boom);
    row("error beside choices and usage",
        say("Hel")
            + sse(R"({"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"length"}],)"
                  R"("usage":{},"error":{"message":"Boom."}})")
            + done,
        Server, boom, helloText);
    row("error event with object",
        hello + "event: error\n" + sse(R"({"error":{"message":"Boom."},"message":"Boom."})"),
        Server, boom, helloText);
    row("error event with a bare message", "event: error\n" + sse(R"({"message":"Boom."})"), Server,
        boom);
    row("error event without its blank line", "event: error\ndata: {\"message\":\"Boom.\"}\n",
        Server, boom);
    row("error event in plain words", "event: error\ndata: Boom.\n\n", Server, boom);
    row("typed error", sse(R"({"type":"error","message":"Boom."})"), Server, boom);
    row("[ERROR] and pings", hello + "data: [ERROR]: ping\n\n: ping\n\n", Server, {}, helloText);
    row("[ERROR] without line end", hello + "data: [ERROR]", Server, {}, helloText);
    row("finish reason error", hello + finishWith("error") + done, Server, {}, helloText);
    row("rate limit", sse(R"({"error":{"message":"Boom.","code":429}})"), RateLimit, boom);
    row("quota", sse(R"({"error":{"message":"Boom.","type":"insufficient_quota"}})"), Quota, boom);
    row("key", sse(R"({"error":{"message":"Boom.","code":"invalid_api_key"}})"), Authentication,
        boom);
    row("a message where the answer should be",
        sse(R"({"code":20012,"message":"Boom.","data":null})"), Server, boom);
    row("a detail, pings and [DONE]",
        sse(R"({"detail":"Boom."})") + sse(R"({"type":"ping"})") + done, Server, boom);
    row("a message and a cut", hello + sse(R"({"message":"Boom."})"), Cut, {}, helloText);
    row("[DONE] alone", done, Protocol, u"empty"_s);
    row("[DONE] first of all", done + hello + stop + done, Protocol, u"empty"_s);
    row("[DONE] behind pings", sse(R"({"type":"ping"})") + sse(R"({"choices":[]})") + done,
        Protocol, u"empty"_s);
    row("error field of the stream", hello + "error: Boom.\n\n", Cut, {}, helloText);

    row("cut", hello, Cut, {}, helloText);
    row("cut behind an empty message",
        sse(R"({"choices":[{"index":0,"message":{"role":"assistant","content":""}}]})"), Cut, {});
    row("cut in an event", hello + stop.left(20), Cut, {}, helloText);
    row("cut after half a character", say("Hel") + say(R"(lo\ud83d)"), Cut, {}, u"Hello\uFFFD"_s);
    row("nothing but comments", ": PROCESSING\n\n", Cut, {});
    row("malformed event", hello + sse("{\"choices\":oops}") + done, Protocol, {}, helloText);
    row("empty body", {}, Protocol, u"empty"_s);
    row("blank body", "\r\n \n", Protocol, u"empty"_s);
    row("web page", "\n<!DOCTYPE html><html><body>Sign in</body></html>", Protocol, u"web page"_s);
    row("plain words", "Ollama is running", Protocol, {});

    row("JSON error body", R"({"error":{"message":"Boom."}})", Server, boom);
    row("JSON error string", R"({"error":"Boom."})", Server, boom);
    row("JSON detail", R"({"detail":"Boom."})", Server, boom);
    row("JSON list", R"([{"error":{"message":"Boom.","code":404}}])", NotFound, boom);
    row("JSON without choices", R"({"id":"x"})", Protocol, {});
    row("JSON with empty choices", R"({"choices":[]})", Protocol, {});
    row("cut JSON", R"({"choices":[{"message":{"content":"Hel)", Cut, {});
    row("no JSON after all", R"({"choices":oops})", Protocol, {});
    row("JSON too deep", QByteArray(100'000, '['), Protocol, {});
}

void OpenAiDialectTest::reportsFailures()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    const Outcome outcome = decode({ body });
    QVERIFY(!outcome.end);
    QVERIFY(outcome.error);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.text, "text");
    QVERIFY(!outcome.error->message.isEmpty());
    QVERIFY2(outcome.error->message.contains(said), qUtf8Printable(outcome.error->message));
    QVERIFY(decode(byteByByte(body)) == outcome);
}

void OpenAiDialectTest::yieldsTheSameForEverySplit_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("events") << QByteArray("\xef\xbb\xbf\n: x\n\n" + hello + say("你好\xff")
        + say(R"(\ud83d)") + say(R"(\ude00)") + stop + "data: [DONE]");
    QTest::addRow("events with CRLF") << QByteArray(hello + stop + done).replace('\n', "\r\n");
    QTest::addRow("cut") << QByteArray(hello + say("你好").left(50));
    QTest::addRow("error") << QByteArray(
        hello + "event: error\n" + sse(R"({"message":"Boom."})") + done);
    QTest::addRow("JSON") << QByteArray(
        " \n{\"choices\":[{\"message\":{\"content\":\"你好\"}}]}\n");
    QTest::addRow("web page") << QByteArray("\n\n<html>");
    QTest::addRow("plain words") << QByteArray("data is what I have none of");
}

void OpenAiDialectTest::yieldsTheSameForEverySplit()
{
    QFETCH(const QByteArray, body);
    const Outcome whole = decode({ body });
    for (qsizetype at = 0; at <= body.size(); ++at) {
        const Outcome split = decode({ body.left(at), body.mid(at) });
        QVERIFY2(split == whole, qPrintable(u"split at %1"_s.arg(at)));
    }
    QVERIFY(decode(byteByByte(body)) == whole);
}

void OpenAiDialectTest::tellsReasonModelAndUsage()
{
    const QByteArray answer = sse(R"({"model":"m-1","choices":[],"usage":{"prompt_tokens":1}})")
        + say("x") + finishWith("length");
    const QByteArray groq
        = sse(R"({"model":"","x_groq":{"usage":{"prompt_tokens":12,"completion_tokens":34}}})");
    const QByteArray counts
        = sse(R"({"choices":[],"usage":{"input_tokens":12,"output_tokens":34,"x":-1}})");
    const AnswerEnd expected { .reason = FinishReason::Length,
        .model = u"m-1"_s,
        .usage = { .inputTokens = 12, .outputTokens = 34 } };
    QCOMPARE(decode({ answer, groq, done }).end, std::optional(expected));
    QCOMPARE(decode({ answer, counts, done }).end, std::optional(expected));
    QCOMPARE(decode({ hello, done }).end, std::optional(AnswerEnd {}));
}

void OpenAiDialectTest::mapsFinishReasons_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<FinishReason>("reason");
    QTest::addRow("stop") << QByteArray("stop") << FinishReason::Stop;
    QTest::addRow("length") << QByteArray("length") << FinishReason::Length;
    QTest::addRow("tool_calls") << QByteArray("tool_calls") << FinishReason::ToolCall;
    QTest::addRow("content_filter") << QByteArray("content_filter") << FinishReason::ContentFilter;
    QTest::addRow("another") << QByteArray("sensitive") << FinishReason::Other;
}

void OpenAiDialectTest::mapsFinishReasons()
{
    QFETCH(const QByteArray, name);
    const Outcome outcome = decode({ say("x"), finishWith(name) });
    QVERIFY(outcome.end);
    QTEST(outcome.end->reason, "reason");
}

void OpenAiDialectTest::aRefusalEndsAsFiltered_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray pieces = delta(R"("content":null,"refusal":"I ca")")
        + delta(R"("refusal":"nnot.")") + delta(R"("refusal":null)");
    QTest::addRow("streamed") << QByteArray(pieces + stop + done);
    QTest::addRow("without a finish reason") << QByteArray(pieces + done);
    QTest::addRow("whole") << QByteArray(
        R"({"choices":[{"message":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"}]})");
    QTest::addRow("as a part") << QByteArray(
        R"({"choices":[{"message":{"content":[{"type":"refusal","refusal":"I cannot."}]}}]})");
}

/// Its words are the answer that the learner gets.
void OpenAiDialectTest::aRefusalEndsAsFiltered()
{
    QFETCH(const QByteArray, body);
    const Outcome outcome = decode({ body });
    QVERIFY(outcome.end);
    QCOMPARE(outcome.end->reason, FinishReason::ContentFilter);
    QCOMPARE(outcome.text, u"I cannot."_s);
    QVERIFY(decode(byteByByte(body)) == outcome);
}

void OpenAiDialectTest::aBrokenConnectionIsACutUnlessTheAnswerHadEnded()
{
    QVERIFY(decode({ hello, stop }, BodyEnd::Broken).end);
    QVERIFY(decode({ hello, done }, BodyEnd::Broken).end);
    for (const QByteArray& body : { QByteArray(), hello, QByteArray("{\"choices\":oops}") }) {
        const Outcome outcome = decode({ body }, BodyEnd::Broken);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Cut);
    }
}

void OpenAiDialectTest::everyPrefixOfAStreamIsACutOrComplete()
{
    const QByteArray body = hello + stop + done;
    const qsizetype complete = QByteArray(hello + stop).trimmed().size();
    for (qsizetype length = 1; length <= body.size(); ++length) {
        const Outcome outcome = decode({ body.left(length) });
        QVERIFY2(outcome.end.has_value() == (length >= complete),
            qPrintable(u"%1 of %2 bytes"_s.arg(length).arg(body.size())));
        QVERIFY(outcome.end || outcome.error->kind == ErrorKind::Cut);
        QVERIFY(u"Hello"_s.startsWith(outcome.text));
    }
}

void OpenAiDialectTest::countsPiecesButNotKeepAlives()
{
    const auto decoder = dialectFor(ApiStyle::OpenAi).decoder(ServerFailures());
    const auto ignore = [](const ChatDelta&) {};
    const QByteArray keepAlives = ": a\n\n" + sse(R"({"type":"ping"})") + ": b\n\n"
        + sse(R"({"choices":[]})") + sse(R"({"choices":[{"index":0,"delta":{"content":""}}]})");
    decoder->feed(keepAlives, ignore);
    QCOMPARE(decoder->pieceCount(), 0);
    decoder->feed(hello, ignore);
    QCOMPARE(decoder->pieceCount(), 2);
}

void OpenAiDialectTest::isCompleteBeforeTheEndMark()
{
    const auto decoder = dialectFor(ApiStyle::OpenAi).decoder(ServerFailures());
    const auto ignore = [](const ChatDelta&) {};
    decoder->feed(hello, ignore);
    QVERIFY(!decoder->isComplete());
    decoder->feed(stop, ignore);
    QVERIFY(decoder->isComplete());
    QVERIFY(!decoder->isOver());
    decoder->feed(done, ignore);
    QVERIFY(decoder->isOver());
}

void OpenAiDialectTest::wordsBeforeTheAnswerDoNotReplaceIt()
{
    const QByteArray notice = R"({"message":"Loading the model."})";
    const QByteArray half = R"({"choices":[{"delta":{"content":"Hel"}}]})";
    const Outcome cut = decode({ notice + '\n' + half + '\n' });
    QCOMPARE(cut.text, u"Hel"_s);
    QCOMPARE(cut.error->kind, ErrorKind::Cut);
    const Outcome noAnswer = decode({ notice + '\n' });
    QVERIFY(noAnswer.error->message.contains("Loading the model."_L1));
}

void OpenAiDialectTest::ignoresWhatFollowsTheEnd()
{
    const Outcome outcome = decode({ hello + done + say("more"), say("more"), done });
    QCOMPARE(outcome.text, u"Hello"_s);
    QVERIFY(!outcome.brokeTheOrder);
}

void OpenAiDialectTest::refusesAnEventOverTheLimit()
{
    const Outcome outcome
        = decode({ hello, "data: ", QByteArray(SseParser::maxBytes, 'x'), "\n\n", done });
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::TooLarge);
    QCOMPARE(outcome.text, u"Hello"_s);
}

void OpenAiDialectTest::keepsTheSecretOutOfErrors()
{
    const QByteArray secret = "sk-geheim/1+2";
    for (const QByteArray& body : { sse(R"({"error":{"message":"Wrong key sk-geheim/1+2."}})"),
             sse(R"({"error":{"message":"Wrong key sk-geheim\/1+2."}})"),
             sse(R"({"error":{"message":")" + QByteArray(290, 'x') + R"(sk-geheim/1+2"}})"),
             QByteArray("data: [ERROR] sk-geheim%2F1%2B2"), QByteArray("<html>sk-geheim/1+2") }) {
        std::optional<Error> error;
        const auto sink = [&](const ChatDelta& delta) {
            if (const auto* failure = std::get_if<Error>(&delta))
                error = *failure;
        };
        const auto decoder = dialectFor(ApiStyle::OpenAi)
                                 .decoder(ServerFailures(QUrl(u"http://model.test"_s), secret));
        decoder->feed(body, sink);
        decoder->finish(BodyEnd::Proper, sink);
        QVERIFY(error);
        QVERIFY2(!error->message.contains("geheim"_L1), qUtf8Printable(error->message));
        QVERIFY2(!error->details.contains("geheim"_L1), qUtf8Printable(error->details));
    }
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::OpenAiDialectTest)
#include "OpenAiDialectTest.moc"
