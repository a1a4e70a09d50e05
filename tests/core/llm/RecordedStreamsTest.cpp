// SPDX-License-Identifier: Apache-2.0
#include "tests/core/llm/DecodedBody.h"

#include "core/base/Json.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(roadloom::ApiStyle)

namespace roadloom {

using test::byteByByte;
using test::decodeBody;
using test::Outcome;

/// What servers of many providers sent, and what a reader should make of it: from the folder that
/// ROADLOOM_CORPUS names.
class RecordedStreamsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areReadAsTheyAreMeant_data();
    void areReadAsTheyAreMeant();
};

namespace {

struct RecordedFolder {
    QLatin1StringView name;
    ApiStyle style;
};

constexpr RecordedFolder folders[] { { "openai-chat"_L1, ApiStyle::OpenAi },
    { "anthropic"_L1, ApiStyle::Anthropic }, { "gemini"_L1, ApiStyle::Gemini },
    { "ollama"_L1, ApiStyle::Ollama } };

std::optional<qint64> count(const json::object& usage, json::string_view key)
{
    const json::value* value = usage.if_contains(key);
    return value != nullptr && value->is_int64() ? std::optional<qint64>(value->get_int64())
                                                 : std::nullopt;
}

/// Without tags of thought and white space, which belong to neither part.
QString bare(QString text)
{
    text.remove("<think>"_L1).remove("</think>"_L1);
    text.removeIf([](QChar character) { return character.isSpace(); });
    return text;
}

} // namespace

void RecordedStreamsTest::areReadAsTheyAreMeant_data()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<QString>("path");
    const QString corpus = qEnvironmentVariable("ROADLOOM_CORPUS");
    int rows = 0;
    for (const RecordedFolder& recorded : folders) {
        if (corpus.isEmpty())
            break;
        const QDir folder(corpus + "/streams/"_L1 + recorded.name);
        for (const QString& name : folder.entryList({ u"*.stream"_s }, QDir::Files)) {
            QTest::addRow("%s", qUtf8Printable(name)) << recorded.style << folder.filePath(name);
            ++rows;
        }
    }
    if (rows == 0)
        QTest::addRow("none") << ApiStyle::OpenAi << QString();
    qInfo("%d recorded streams", rows);
}

void RecordedStreamsTest::areReadAsTheyAreMeant()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const QString, path);
    if (path.isEmpty())
        QSKIP("ROADLOOM_CORPUS names no folder with recorded streams.");
    QFile stream(path);
    QFile description(QString(path).replace(".stream"_L1, ".expected.json"_L1));
    QVERIFY(stream.open(QIODevice::ReadOnly) && description.open(QIODevice::ReadOnly));
    const QByteArray body = stream.readAll();
    const auto parsed = parseJson(description.readAll());
    QVERIFY(parsed);
    const json::object& row = parsed.value().as_object();
    const json::object& expected = row.at("expected").as_object();

    const Outcome outcome = decodeBody(style, { body });
    QVERIFY(!outcome.brokeTheOrder);
    const QString text = toQString(expected.at("text").as_string());
    if (text.trimmed().startsWith("<think>"_L1)) { // may be told apart or kept
        QVERIFY(!outcome.text.isEmpty());
        QCOMPARE(bare(outcome.reasoning + outcome.text), bare(text));
    } else {
        QCOMPARE(outcome.text, text);
        QCOMPARE(outcome.reasoning, toQString(expected.at("reasoning").as_string()));
    }
    QCOMPARE(outcome.end.has_value(), expected.at("complete").as_bool());
    if (expected.at("error").is_object() && row.contains("also_accept")) {
        QCOMPARE(outcome.error->kind, ErrorKind::Cut);
    } else if (expected.at("error").is_object()) {
        const QString said = toQString(expected.at("error").at("message").as_string());
        QVERIFY2(outcome.error->message.contains(said), qUtf8Printable(outcome.error->message));
    }
    if (outcome.end && expected.at("usage").is_object()) {
        const auto& usage = expected.at("usage").as_object();
        QCOMPARE(outcome.end->usage.inputTokens, count(usage, "input"));
        QCOMPARE(outcome.end->usage.outputTokens, count(usage, "output"));
    }
    QVERIFY(decodeBody(style, byteByByte(body)) == outcome);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RecordedStreamsTest)
#include "RecordedStreamsTest.moc"
