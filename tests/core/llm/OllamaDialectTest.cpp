// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"
#include "tests/core/llm/DecodedBody.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

using test::byteByByte;
using test::decodeBody;
using test::Outcome;

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class OllamaDialectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void reportsFailures_data();
    void reportsFailures();
    void everyPrefixOfAStreamIsACutOrComplete();
    void linesWithoutAWordAreKeepAlives_data();
    void linesWithoutAWordAreKeepAlives();
    void refusesALineThatDoesNotEnd_data();
    void refusesALineThatDoesNotEnd();
};

namespace {

/// A line whose message has these members.
QByteArray line(const QByteArray& members)
{
    return R"({"model":"m","created_at":"2025-06-09T17:59:08Z","message":{"role":"assistant",)"
        + members + R"(},"done":false})" + '\n';
}

QByteArray say(const QByteArray& words)
{
    return line(R"("content":")" + words + '"');
}

QByteArray endWith(const QByteArray& members)
{
    return R"({"model":"m","message":{"role":"assistant","content":""},)" + members
        + R"("done":true,"prompt_eval_count":3,"eval_count":9})" + '\n';
}

const QByteArray stop = endWith(R"("done_reason":"stop",)");
const QByteArray hello = say("Hel") + say("lo");

} // namespace

void OllamaDialectTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<FinishReason>("reason");
    const auto row = [](const char* name, const QByteArray& body, const QString& text,
                         const QString& reasoning = {}, FinishReason reason = FinishReason::Stop) {
        QTest::addRow("%s", name) << body << text << reasoning << reason;
    };
    const QString helloText = u"Hello"_s;

    row("streamed", hello + stop, helloText);
    row("without the last line end", hello + stop.trimmed(), helloText);
    row("without a done_reason", hello + endWith({}), helloText);
    row("a null done_reason", hello + endWith(R"("done_reason":null,)"), helloText);
    row("at the limit", hello + endWith(R"("done_reason":"length",)"), helloText, {},
        FinishReason::Length);
    row("another done_reason", hello + endWith(R"("done_reason":"unload",)"), helloText, {},
        FinishReason::Other);
    row("words in the last line",
        say("Hel")
            + R"({"message":{"content":"lo"},"done":true,"prompt_eval_count":3,"eval_count":9})",
        helloText);
    row("thinking apart",
        line(R"("content":"","thinking":"Hm")") + line(R"("content":"","thinking":"m")") + hello
            + stop,
        helloText, u"Hmm"_s);
    row("thinking between tags", say("<think>Hm") + say(R"(m</think>\n\nHel)") + say("lo") + stop,
        helloText, u"Hmm"_s);
    row("tool calls beside text",
        line(R"("content":"","tool_calls":[{"function":{"name":"f","arguments":{}}}])") + hello
            + stop,
        helloText);
    row("null and absent members",
        "{}\n"
        R"({"model":null,"message":null,"done":null,"error":null})"
        "\n"
        R"({"message":{}})"
        "\n"
        R"({"message":{"role":null,"content":null,"thinking":null}})"
        "\n"
        R"({"error":""})"
        "\n" + hello
            + stop,
        helloText);
    row("lines that are no object", hello + "1\nnull\n[]\n\"x\"\n" + stop, helloText);
    row("CRLF and blank lines", QByteArray("\n\n" + hello + "\n" + stop).replace('\n', "\r\n"),
        helloText);
    row("an escaped pair over two lines", say(R"(a\ud83d)") + say(R"(\ude00b)") + stop, u"a😀b"_s);
    row("bytes that are no UTF-8", say("a\xff") + stop, u"a\uFFFD"_s);
    row("a byte order mark", "\xef\xbb\xbf" + hello + stop, helloText);
    row("a blank line before a byte order mark", "\n\xef\xbb\xbf" + hello + stop, helloText);
    row("words behind the end", hello + stop + say("more"), helloText);

    row("nothing", stop, {});
    row("only thinking", line(R"("content":"","thinking":"Hmm")") + stop, {}, u"Hmm"_s);

    row("whole",
        R"({"message":{"content":"Hello","thinking":"Hmm"},"done":true,"done_reason":"stop",)"
        R"("prompt_eval_count":3,"eval_count":9})",
        helloText, u"Hmm"_s);
    row("whole, written over many lines",
        "{\n  \"message\": {\n    \"content\": \"Hello\"\n  },\n  \"done\": true,\n"
        "  \"prompt_eval_count\": 3, \"eval_count\": 9\n}\n",
        helloText);
    row("a list of lines",
        '[' + say("Hel").trimmed() + ',' + say("lo").trimmed() + ',' + stop.trimmed() + ']',
        helloText);
    row("events", "data: " + say("Hello") + "\ndata: " + stop + '\n', helloText);
}

void OllamaDialectTest::readsAnswers()
{
    QFETCH(const QByteArray, body);
    const Outcome outcome = decodeBody(ApiStyle::Ollama, { body });
    QVERIFY2(!outcome.error, qUtf8Printable(outcome.error.value_or(Error {}).message));
    QVERIFY(outcome.end);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.text, "text");
    QTEST(outcome.reasoning, "reasoning");
    QTEST(outcome.end->reason, "reason");
    QCOMPARE(outcome.end->usage, (ChatUsage { .inputTokens = 3, .outputTokens = 9 }));
    QVERIFY(decodeBody(ApiStyle::Ollama, byteByByte(body)) == outcome);
}

void OllamaDialectTest::reportsFailures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said"); // part of the message
    QTest::addColumn<QString>("text"); // what came before
    const auto row = [](const char* name, const QByteArray& body, ErrorKind kind,
                         const QString& said = {}, const QString& text = {}) {
        QTest::addRow("%s", name) << body << kind << said << text;
    };
    using enum ErrorKind;
    const QString helloText = u"Hello"_s;
    const QString boom = u"Boom."_s;
    const QByteArray error = R"({"error":"Boom."})";

    row("an error line first", error + '\n', Server, boom);
    row("an error line", hello + error + '\n', Server, boom, helloText);
    row("an error line without its end", hello + error, Server, boom, helloText);
    row("an error object", hello + R"({"error":{"message":"Boom.","code":429}})" + '\n', RateLimit,
        boom, helloText);
    row("an error beside the end", hello + endWith(R"("error":"Boom.",)"), Server, boom, helloText);
    row("words instead of an answer",
        R"({"message":"Boom."})"
        "\n",
        Server, boom);
    row("cut", hello, Cut, {}, helloText);
    row("cut in a line", hello + stop.left(20), Cut, {}, helloText);
    row("cut in the first line", say("Hel").left(20), Cut);
    row("cut in a thought", line(R"("content":"","thinking":"Hmm")"), Cut);
    row("a line of garbage", hello + "oops\n" + stop, Protocol, {}, helloText);
    row("a line of broken JSON", hello + R"({"message":oops})" + '\n' + stop, Protocol, {},
        helloText);
    row("garbage first", "oops\n" + hello + stop, Protocol);
    row("a web page", "\n<html>", Protocol, u"web page"_s);
    row("plain words", "Ollama is running", Protocol);

    row("whole, an error", error, Server, boom);
    row("whole, cut", R"({"message":{"content":"Hello"},"done":tr)", Cut);
    row("whole, another server's", R"({"models":[]})", Protocol);
    row("empty", {}, Protocol, u"empty"_s);
}

void OllamaDialectTest::reportsFailures()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    const Outcome outcome = decodeBody(ApiStyle::Ollama, { body });
    QVERIFY(!outcome.end);
    QVERIFY(outcome.error);
    QVERIFY(!outcome.brokeTheOrder);
    QTEST(outcome.error->kind, "kind");
    QTEST(outcome.text, "text");
    QVERIFY2(outcome.error->message.contains(said), qUtf8Printable(outcome.error->message));
    QVERIFY(decodeBody(ApiStyle::Ollama, byteByByte(body)) == outcome);
}

void OllamaDialectTest::everyPrefixOfAStreamIsACutOrComplete()
{
    const QByteArray body = hello + stop;
    const qsizetype complete = body.trimmed().size();
    for (qsizetype length = 1; length <= body.size(); ++length) {
        const Outcome outcome = decodeBody(ApiStyle::Ollama, { body.left(length) });
        QVERIFY2(outcome.end.has_value() == (length >= complete),
            qPrintable(u"%1 of %2 bytes"_s.arg(length).arg(body.size())));
        QVERIFY(outcome.end || outcome.error->kind == ErrorKind::Cut);
    }
}

void OllamaDialectTest::linesWithoutAWordAreKeepAlives_data()
{
    QTest::addColumn<QByteArray>("keepAlive");
    QTest::addRow("empty objects") << "{}\n"_ba;
    QTest::addRow("empty words") << say("");
    QTest::addRow("no message") << QByteArray(R"({"done":false})"
                                              "\n");
    QTest::addRow("words of another kind") << QByteArray(R"({"status":"loading"})"
                                                         "\n");
    QTest::addRow("blanks") << " \r\n"_ba;
}

/// Whole or in parts: the silence limit counts on it.
void OllamaDialectTest::linesWithoutAWordAreKeepAlives()
{
    QFETCH(const QByteArray, keepAlive);
    const auto ignore = [](const ChatDelta&) {};
    for (const QByteArrayList& pieces : { QByteArrayList { keepAlive }, byteByByte(keepAlive) }) {
        const auto decoder = dialectFor(ApiStyle::Ollama).decoder(ServerFailures());
        decoder->feed(hello, ignore);
        for (const QByteArray& piece : pieces) // the first may be the start of something
            decoder->feed(piece, ignore);
        const qint64 before = decoder->pieceCount();
        for (int i = 0; i < 10; ++i) {
            for (const QByteArray& piece : pieces)
                decoder->feed(piece, ignore);
        }
        QCOMPARE(decoder->pieceCount(), before);
        decoder->feed(say("more"), ignore);
        QVERIFY(decoder->pieceCount() > before);
    }
}

void OllamaDialectTest::refusesALineThatDoesNotEnd_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("text");
    QTest::addRow("the first") << QByteArray() << QString();
    QTest::addRow("a later one") << hello << u"Hello"_s;
}

void OllamaDialectTest::refusesALineThatDoesNotEnd()
{
    QFETCH(const QByteArray, before);
    constexpr qsizetype total = 100'000'000;
    constexpr qsizetype pieceSize = qsizetype(1) * 1024 * 1024;
    const QByteArray piece(pieceSize, 'x');
    QString text;
    std::optional<Error> error;
    const auto sink = [&](const ChatDelta& delta) {
        if (const auto* words = std::get_if<TextDelta>(&delta))
            text += words->text;
        else if (const auto* failure = std::get_if<Error>(&delta))
            error = *failure;
    };
    const auto decoder = dialectFor(ApiStyle::Ollama).decoder(ServerFailures());
    decoder->feed(QByteArray(before + R"({"message":{"content":")"), sink);
    qsizetype taken = 0;
    for (; taken < total && !decoder->isOver(); taken += pieceSize)
        decoder->feed(piece, sink);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TooLarge);
    QVERIFY(taken <= ChatDecoder::maxWholeBytes + pieceSize);
    QTEST(text, "text");
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::OllamaDialectTest)
#include "OllamaDialectTest.moc"
