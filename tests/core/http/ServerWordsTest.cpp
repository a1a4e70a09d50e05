// SPDX-License-Identifier: Apache-2.0
#include "core/http/ServerFailures.h"

#include "core/base/PlainText.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class ServerWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheWords_data();
    void findsTheWords();
    void findsCodeAndType();
    void readsTheRecordedErrors_data();
    void readsTheRecordedErrors();
};

void ServerWordsTest::findsTheWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& body, const QString& words = u"No."_s) {
        QTest::addRow("%s", name) << body << words;
    };
    row("error object", R"({"error":{"message":"No."}})");
    row("error text", R"({"error":"No."})");
    row("status name beside a message", R"({"error":"Bad Request","message":"No."})");
    row("detail", R"({"detail":"No."})");
    row("detail list", R"({"detail":[{"loc":["body"],"msg":"No.","type":"missing"}]})");
    row("message", R"({"message":"No."})");
    row("html-message", R"({"html-message":"No."})");
    row("OAuth", R"({"error_description":"No."})");
    row("list", R"([{"error":{"message":"No."}}])");
    row("list whose first is empty", R"([{},{"message":"No."}])");
    row("errors", R"({"errors":[{"message":"No."}]})");
    row("errors as texts", R"({"errors":["No."]})");
    row("text", R"("No.")");
    row("detail object", R"({"detail":{"error":{"message":"No."}}})");
    row("blanks around", R"({"message":" \n No. "})");
    row("half a surrogate pair", R"({"message":"\ud83d No."})", u"\uFFFD No."_s);
    row("raw byte", "{\"message\":\"\xff No.\"}", u"\uFFFD No."_s);
    row("error null", R"({"error":null,"message":"No."})");
    row("nothing said", R"({"error":{}})", {});
    row("number", "42", {});
    row("null", "null", {});
    row("empty", {}, {});
    row("no JSON", "No.", {});
    row("page", "<html>No.</html>", {});
    row("cut", R"({"error":{"message":"No)", {});
    row("too deep", R"({"error":{"error":{"error":{"error":{"error":"No."}}}}})", {});
    row("endlessly deep", QByteArray(100'000, '['), {});
}

void ServerWordsTest::findsTheWords()
{
    QFETCH(const QByteArray, body);
    QTEST(serverWordsIn(body).text, "words");
}

void ServerWordsTest::findsCodeAndType()
{
    const QByteArray named = R"({"error":{"message":"No.","code":"x","type":"y"}})";
    const ServerWords expected { .text = u"No."_s, .code = u"x"_s, .type = u"y"_s };
    QVERIFY(serverWordsIn(named) == expected);
    const QByteArray outside = R"({"error":{"message":"No."},"code":429,"type":null})";
    const ServerWords numbered { .text = u"No."_s, .code = u"429"_s, .type = {} };
    QVERIFY(serverWordsIn(outside) == numbered);
    const QByteArray about = R"({"error":{"message":"No.","param":"response_format"}})";
    QCOMPARE(serverWordsIn(about).member, u"response_format"_s);
    const QByteArray place = R"({"detail":[{"loc":["body","format"],"msg":"No."}]})";
    QCOMPARE(serverWordsIn(place).member, u"format"_s);
}

void ServerWordsTest::readsTheRecordedErrors_data()
{
    QTest::addColumn<QString>("path");
    const QString corpus = qEnvironmentVariable("ROADLOOM_CORPUS");
    const QDir folder(corpus + "/streams/http_errors"_L1);
    const QStringList names
        = corpus.isEmpty() ? QStringList() : folder.entryList({ u"*.json"_s }, QDir::Files);
    for (const QString& name : names)
        QTest::addRow("%s", qUtf8Printable(name)) << folder.filePath(name);
    if (names.isEmpty())
        QTest::addRow("none") << QString();
    qInfo("%d recorded errors", int(names.size()));
}

void ServerWordsTest::readsTheRecordedErrors()
{
    QFETCH(const QString, path);
    if (path.isEmpty())
        QSKIP("ROADLOOM_CORPUS names no folder with recorded errors.");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto parsed = parseJson(file.readAll());
    QVERIFY(parsed);
    const json::object& row = parsed.value().as_object();
    const json::object& expected = row.at("expected").as_object();
    const QByteArray body
        = QByteArray::fromBase64(toQString(row.at("body_base64").as_string()).toLatin1());

    const ServerWords words = serverWordsIn(body);
    const QString said = toQString(expected.at("message_contains").as_string());
    QVERIFY2(words.text.contains(said), qUtf8Printable(words.text));
    const Error error = ServerFailures(QUrl(u"http://model.test/v1"_s))
                            .httpStatus(int(row.at("status").as_int64()), body);
    QVERIFY2(error.message.contains(plainText(said)), qUtf8Printable(error.message));
    static const QHash<QString, ErrorKind> kinds { { u"not_found"_s, ErrorKind::NotFound },
        { u"rate_limit"_s, ErrorKind::RateLimit }, { u"auth"_s, ErrorKind::Authentication },
        { u"bad_request"_s, ErrorKind::Server }, { u"context_length"_s, ErrorKind::Server } };
    const QString kind = toQString(expected.at("kind").as_string());
    QVERIFY2(kinds.contains(kind), qUtf8Printable(kind));
    QCOMPARE(errorKindName(error.kind), errorKindName(kinds.value(kind)));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ServerWordsTest)
#include "ServerWordsTest.moc"
