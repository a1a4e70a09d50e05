// SPDX-License-Identifier: Apache-2.0
#include "core/stream/SseParser.h"

#include "core/base/Json.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
namespace json = boost::json;
using roadloom::SseEvent;
using roadloom::SseParser;

namespace {

using Sizes = QList<qsizetype>;

/// All that a parser told, in a form that QCOMPARE can print.
struct Outcome {
    QStringList events = {}; ///< "type|data|id" each
    QString lastEventId = {};
    std::optional<std::chrono::milliseconds> retry = {};
    QString unfinished = {};

    bool operator==(const Outcome&) const = default;
};

char* toString(const Outcome& outcome)
{
    const QString retry = outcome.retry ? QString::number(outcome.retry->count()) : u"none"_s;
    const QString text = u"events [%1] id [%2] retry [%3] unfinished [%4]"_s.arg(
        outcome.events.join(u"] ["_s), outcome.lastEventId, retry, outcome.unfinished);
    return QTest::toString(text);
}

/// QString::fromUtf8 would take a byte order mark away, which within an event is text.
QString decoded(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

QString described(const SseEvent& event)
{
    const QString type = event.type.isEmpty() ? u"message"_s : decoded(event.type);
    return type + u'|' + decoded(event.data) + u'|' + decoded(event.lastEventId);
}

/// Feeds pieces of the given sizes, each from memory of its own so that a sanitizer sees a view
/// that has outlived its piece; what is left after the last size comes as one more piece.
Outcome parsed(const QByteArray& input, const Sizes& sizes)
{
    SseParser parser;
    Outcome outcome;
    const auto sink
        = [&outcome](const SseEvent& event) { outcome.events.append(described(event)); };
    qsizetype from = 0;
    for (const qsizetype size : sizes) {
        parser.feed(QByteArray(input.constData() + from, size), sink);
        from += size;
    }
    parser.feed(QByteArray(input.constData() + from, input.size() - from), sink);
    outcome.lastEventId = decoded(parser.lastEventId());
    outcome.retry = parser.retry();
    outcome.unfinished = decoded(parser.unfinishedEvent().data);
    return outcome;
}

Sizes piecesOf(qsizetype size, const QByteArray& input)
{
    return Sizes(input.size() / size, size);
}

QByteArray repeated(char byte, qsizetype count)
{
    return { count, byte };
}

void addRow(const char* name, const QByteArray& input, const Outcome& outcome)
{
    QTest::newRow(name) << input << outcome;
}

QDir corpusFolder()
{
    return { qEnvironmentVariable("ROADLOOM_CORPUS") + u"/sse"_s };
}

QString textAt(const json::object& object, json::string_view key)
{
    const json::string& text = object.at(key).as_string();
    return decoded({ text.data(), qsizetype(text.size()) });
}

Outcome expectedOutcome(const json::object& row)
{
    Outcome outcome;
    for (const json::value& value : row.at("expected").as_array()) {
        const json::object& event = value.as_object();
        outcome.events.append(
            textAt(event, "event") + u'|' + textAt(event, "data") + u'|' + textAt(event, "id"));
    }
    outcome.lastEventId = textAt(row, "expected_last_event_id");
    if (const json::value* const retry = row.if_contains("expected_retry")) {
        const double milliseconds = retry->to_number<double>();
        const double longest = double(SseParser::maxRetry.count());
        outcome.retry = std::chrono::milliseconds(qint64(std::min(milliseconds, longest)));
    }
    return outcome;
}

Sizes ownPieces(const json::object& row)
{
    Sizes sizes;
    if (const json::value* const chunks = row.if_contains("chunk_sizes")) {
        for (const json::value& size : chunks->as_array())
            sizes.append(size.to_number<qsizetype>());
    }
    return sizes;
}

} // namespace

class SseParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yieldsTheSameForEverySplit_data();
    void yieldsTheSameForEverySplit();
    void corpus_data();
    void corpus();
    void handsOutASingleDataLineInPlace();
    void anEventCompletedByALaterPieceOwnsItsData();
    void dispatchesAtACarriageReturnWithoutWaitingForTheLineFeed();
    void limitsALine_data();
    void limitsALine();
    void limitsTheDataOfAnEvent();
    void theLimitMayBeAnother();
    void takesNothingAfterAFailure();
    void anEndlessLineFailsInsteadOfGrowing();
    void isLinearWhateverTheLineEnds_data();
    void isLinearWhateverTheLineEnds();
    void isLinearInOneBytePieces();

private:
    void addDataRows();
    void addLineEndRows();
    void addByteOrderMarkRows();
    void addFieldRows();
    void addIdRows();
    void addRetryRows();
    void addCutRows();
};

void SseParserTest::yieldsTheSameForEverySplit_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<Outcome>("outcome");
    addDataRows();
    addLineEndRows();
    addByteOrderMarkRows();
    addFieldRows();
    addIdRows();
    addRetryRows();
    addCutRows();
}

void SseParserTest::addDataRows()
{
    addRow("nothing", "", {});
    addRow("one event", "data: hello\n\n", { .events = { u"message|hello|"_s } });
    addRow("no space after the colon", "data:hello\n\n", { .events = { u"message|hello|"_s } });
    addRow("only the first space goes", "data:  a \n\n", { .events = { u"message| a |"_s } });
    addRow("a tab is no space", "data:\ta\n\n", { .events = { u"message|\ta|"_s } });
    addRow("colons in the value", "data: a:b: c\n\n", { .events = { u"message|a:b: c|"_s } });
    const QStringList joined { u"message|a\n\nb|"_s };
    addRow("several data lines", "data: a\ndata\ndata:b\n\n", { .events = joined });
    addRow("data without a colon", "data\n\n", { .events = { u"message||"_s } });
    addRow("two empty data lines", "data\ndata:\n\n", { .events = { u"message|\n|"_s } });
    const QString nul = u"message|a"_s + QChar() + u"b|"_s;
    addRow("NUL in data", QByteArray("data: a\0b\n\n", 11), { .events = { nul } });
    const QStringList wide { u"message|你好 🧭|"_s };
    addRow("many bytes a character", "data: 你好 🧭\n\n", { .events = wide });
    const QStringList separators { u"message|a\u2028b\u0085c\v\f|"_s };
    addRow("other separators are text", "data: a\u2028b\u0085c\v\f\n\n", { .events = separators });
}

void SseParserTest::addLineEndRows()
{
    const QStringList two { u"message|a\nb|"_s, u"message|c|"_s };
    addRow("only line ends", "\n\r\n\r\r\n\n", {});
    addRow("CR", "data: a\rdata: b\r\rdata: c\r\r", { .events = two });
    addRow("CRLF", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", { .events = two });
    addRow("all at once", "data: a\r\ndata: b\n\r\n\rdata: c\r\n\r", { .events = two });
    addRow("LF CR is two", "data: a\ndata: b\n\rdata: c\r\n\r", { .events = two });
}

void SseParserTest::addByteOrderMarkRows()
{
    const QByteArray mark = "\xef\xbb\xbf";
    const QStringList first { u"message|a|"_s };
    const QStringList second { u"message|b|"_s };
    addRow("byte order mark", mark + "data: a\n\n", { .events = first });
    addRow("second mark", mark + mark + "data: a\n\ndata: b\n\n", { .events = second });
    addRow("later mark", "data: a\n\n" + mark + "data: b\n\n", { .events = first });
    addRow("half a mark", mark.first(2) + "data: a\ndata: b\n\n", { .events = second });
    addRow("mark as data", "data: " + mark + "a\n\n", { .events = { u"message|\ufeffa|"_s } });
    addRow("only a mark", mark, {});
    addRow("only half a mark", mark.first(2), {});
}

void SseParserTest::addFieldRows()
{
    const QStringList one { u"message|a|"_s };
    addRow("comments", ": hello\n:\ndata: a\n:data: b\n\n: x\n\n", { .events = one });
    const QStringList typed { u"ping|a|"_s, u"message|b|"_s };
    addRow("event type", "event: ping\ndata: a\n\ndata: b\n\n", { .events = typed });
    addRow("the last event type counts", "event: x\nevent: y\ndata: a\n\n",
        { .events = { u"y|a|"_s } });
    addRow("event type without data is forgotten", "event: ping\n\ndata: a\n\n", { .events = one });
    addRow("unknown fields", "Data: x\ndata : x\n data: x\nerror: x\nfoo\ndata: a\n\n",
        { .events = one });
    addRow("like field names", "d\nda\ndat\ndatas: a\neven: b\ni: c\nretr: 5\n\n", {});
}

void SseParserTest::addIdRows()
{
    const QStringList one { u"message|a|1"_s };
    addRow("id", "id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
        { .events = { u"message|a|7"_s, u"message|b|7"_s, u"message|c|"_s } });
    addRow("id without data", "id: 1\n\ndata: a\n\n", { .events = one, .lastEventId = u"1"_s });
    addRow("id of an unfinished event", "id: 1\ndata: a\n\nid: 2\ndata: b\n",
        { .events = one, .lastEventId = u"1"_s, .unfinished = u"b"_s });
    addRow("id with NUL", QByteArray("id: 1\nid: 2\0x\ndata: a\n\n", 24),
        { .events = one, .lastEventId = u"1"_s });
}

void SseParserTest::addRetryRows()
{
    using std::chrono::milliseconds;
    addRow("retry", "retry: 2500\n", { .retry = milliseconds(2500) });
    addRow("retry of zero", "retry: 0\n", { .retry = milliseconds(0) });
    addRow("retry that is no number", "retry: 5\nretry:\nretry: 1a\nretry: -1\nretry: 1 \n",
        { .retry = milliseconds(5) });
    addRow("retry beyond all bounds", "retry: 99999999999999999999999\n",
        { .retry = SseParser::maxRetry });
}

void SseParserTest::addCutRows()
{
    addRow("cut before the blank line", "data: a\n\ndata: [DONE]\n",
        { .events = { u"message|a|"_s }, .unfinished = u"[DONE]"_s });
    addRow("cut before the line end", "data: [DONE]", { .unfinished = u"[DONE]"_s });
    addRow("cut after CR", "data: a\r", { .unfinished = u"a"_s });
    addRow("cut in the second line", "data: a\ndata:b", { .unfinished = u"a\nb"_s });
    addRow("cut in another field", "data: a\nid: 4", { .unfinished = u"a"_s });
    addRow("cut in a field name", "dat", {});
}

void SseParserTest::yieldsTheSameForEverySplit()
{
    QFETCH(const QByteArray, input);
    QFETCH(const Outcome, outcome);

    for (qsizetype first = 0; first <= input.size(); ++first)
        QCOMPARE(parsed(input, { first }), outcome);
    for (const qsizetype size : { 1, 2, 3, 7 })
        QCOMPARE(parsed(input, piecesOf(size, input)), outcome);
}

void SseParserTest::corpus_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder = corpusFolder();
    const QStringList files = !qEnvironmentVariableIsEmpty("ROADLOOM_CORPUS")
        ? folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name)
        : QStringList();
    for (const QString& file : files)
        QTest::addRow("%s", qPrintable(file)) << folder.filePath(file);
    qInfo("Corpus of event streams: %lld rows.", qlonglong(files.size()));
    if (files.isEmpty())
        QTest::newRow("no corpus") << QString();
}

void SseParserTest::corpus()
{
    QFETCH(const QString, file);
    if (file.isEmpty())
        QSKIP("There is no corpus: ROADLOOM_CORPUS names no folder with sse/*.json.");

    QFile source(file);
    QVERIFY2(source.open(QFile::ReadOnly), qPrintable(source.errorString()));
    const auto parsedRow = roadloom::parseJson(source.readAll());
    QVERIFY(parsedRow.ok());
    const json::object& row = parsedRow.value().as_object();
    const QByteArray input = QByteArray::fromBase64(textAt(row, "bytes_base64").toLatin1());
    const Outcome expected = expectedOutcome(row);
    for (const Sizes& sizes : { Sizes(), piecesOf(1, input), piecesOf(2, input), piecesOf(3, input),
             piecesOf(7, input), ownPieces(row) }) {
        Outcome outcome = parsed(input, sizes);
        outcome.unfinished.clear(); // the corpus does not speak of it
        QCOMPARE(outcome, expected);
    }
}

void SseParserTest::handsOutASingleDataLineInPlace()
{
    const QByteArray input = "event: x\ndata: first\n\ndata: second\r\n\r\n";
    QList<qsizetype> offsets;
    SseParser parser;
    QVERIFY(parser.feed(input,
        [&](const SseEvent& event) { offsets.append(event.data.data() - input.constData()); }));
    QCOMPARE(offsets, (QList<qsizetype> { input.indexOf("first"), input.indexOf("second") }));
}

void SseParserTest::anEventCompletedByALaterPieceOwnsItsData()
{
    QByteArray data;
    const auto sink = [&data](const SseEvent& event) { data = event.data.toByteArray(); };
    SseParser parser;
    QByteArray piece = "data: answer\n";
    QVERIFY(parser.feed(piece, sink));
    piece.fill('x');
    QVERIFY(parser.feed("\n", sink));
    QCOMPARE(data, "answer");
}

void SseParserTest::dispatchesAtACarriageReturnWithoutWaitingForTheLineFeed()
{
    int events = 0;
    const auto sink = [&events](const SseEvent&) { ++events; };
    SseParser parser;
    QVERIFY(parser.feed("data: a\r\n\r", sink));
    QCOMPARE(events, 1);
    QVERIFY(parser.feed("\ndata: b\n\n", sink));
    QCOMPARE(events, 2);
}

void SseParserTest::limitsALine_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<qsizetype>("pieceSize");
    for (const char* const prefix : { "data: ", ": ", "id: ", "unknown" }) {
        for (const qsizetype size : { 4096, 65536, 100'000'000 })
            QTest::addRow("%s in pieces of %lld", prefix, qlonglong(size))
                << QByteArray(prefix) << size;
    }
}

void SseParserTest::limitsALine()
{
    QFETCH(const QByteArray, prefix);
    QFETCH(const qsizetype, pieceSize);

    for (const qsizetype excess : { 0, 1, 4096 }) {
        SseParser parser;
        int events = 0;
        const auto sink = [&events](const SseEvent&) { ++events; };
        const QByteArray line
            = prefix + repeated('x', SseParser::maxBytes - prefix.size() + excess);
        const QByteArray input = "data: a\n\n" + line + "\n\ndata: b\n\n";
        bool fed = true;
        for (qsizetype from = 0; from < input.size(); from += pieceSize)
            fed = parser.feed(input.mid(from, pieceSize), sink);
        QCOMPARE(fed, excess == 0);
        QCOMPARE(parser.hasFailed(), excess > 0);
        const int whole = prefix == "data: " ? 3 : 2;
        QCOMPARE(events, excess == 0 ? whole : 1);
    }
}

void SseParserTest::limitsTheDataOfAnEvent()
{
    constexpr qsizetype lineSize = 1023; // and the line feed between two
    const QByteArray line = "data:" + repeated('x', lineSize) + '\n';
    const QByteArray longest = line.repeated(SseParser::maxBytes / (lineSize + 1));

    qsizetype size = 0;
    const auto sink = [&size](const SseEvent& event) { size = event.data.size(); };
    SseParser within;
    QVERIFY(within.feed(QByteArray(longest + "data\n\n"), sink));
    QCOMPARE(size, SseParser::maxBytes);

    size = 0;
    SseParser beyond;
    QVERIFY(!beyond.feed(QByteArray(longest + "data:x\n\n"), sink));
    QVERIFY(beyond.hasFailed());
    QCOMPARE(size, 0);
}

void SseParserTest::theLimitMayBeAnother()
{
    int events = 0;
    const auto sink = [&events](const SseEvent&) { ++events; };
    SseParser small(16);
    QVERIFY(small.feed("data: 0123456789\n\n", sink));
    QVERIFY(!small.feed("data: 0123456789x\n\n", sink));
    QCOMPARE(events, 1);
    SseParser large(SseParser::maxBytes * 2);
    QVERIFY(large.feed(QByteArray("data: " + repeated('x', SseParser::maxBytes) + "\n\n"), sink));
    QCOMPARE(events, 2);
}

void SseParserTest::takesNothingAfterAFailure()
{
    int events = 0;
    const auto sink = [&events](const SseEvent&) { ++events; };
    SseParser parser;
    QVERIFY(parser.feed("id: 5\ndata: a\n\ndata: b\n", sink));
    QVERIFY(!parser.feed(repeated('x', SseParser::maxBytes + 1), sink));
    QVERIFY(!parser.feed("\n\ndata: c\n\n", sink));
    QCOMPARE(events, 1);
    QCOMPARE(parser.unfinishedEvent().data, QByteArray());
    QCOMPARE(parser.lastEventId(), "5");
}

void SseParserTest::anEndlessLineFailsInsteadOfGrowing()
{
    const QByteArray piece = repeated('x', 1 << 20);
    const auto sink = [](const SseEvent&) {};
    SseParser parser;
    qsizetype taken = 0;
    while (parser.feed(piece, sink) && taken < 2 * SseParser::maxBytes)
        taken += piece.size();
    QCOMPARE(taken, SseParser::maxBytes);
}

void SseParserTest::isLinearWhateverTheLineEnds_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CR") << QByteArray("\r");
    QTest::newRow("CRLF") << QByteArray("\r\n");
}

/// Quadratic work would be terabytes here, and the test would never end.
void SseParserTest::isLinearWhateverTheLineEnds()
{
    QFETCH(const QByteArray, lineEnd);
    constexpr int count = 1'000'000;
    const QByteArray event = "data:x" + lineEnd + lineEnd;
    int events = 0;
    SseParser parser;
    QVERIFY(parser.feed(event.repeated(count), [&events](const SseEvent&) { ++events; }));
    QCOMPARE(events, count);
}

void SseParserTest::isLinearInOneBytePieces()
{
    const QByteArray line = "data:" + repeated('x', 4 << 20);
    qsizetype size = 0;
    const auto sink = [&size](const SseEvent& event) { size = event.data.size(); };
    SseParser parser;
    for (const char byte : line)
        parser.feed({ &byte, 1 }, sink);
    QVERIFY(parser.feed("\n\n", sink));
    QCOMPARE(size, 4 << 20);
}

QTEST_GUILESS_MAIN(SseParserTest)
#include "SseParserTest.moc"
