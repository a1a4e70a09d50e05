// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapJson.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/e2e/Program.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

const QStringList pythonWeb { u"generate"_s, u"--goal"_s, u"学习 Python Web 开发"_s, u"--hours"_s,
    u"10"_s, u"--background"_s, u"市场营销"_s };

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The `type`s of a stream of `data: …` messages; chunks in a row count as one.
QString outline(const QByteArray& stream)
{
    QStringList types;
    for (const QByteArray& message : stream.split('\n')) {
        if (message.isEmpty())
            continue;
        if (!message.startsWith("data: {\"type\":\""))
            return u"not an event: "_s + QString::fromUtf8(message.left(100));
        const QString type = QString::fromUtf8(message.mid(15, message.indexOf('"', 15) - 15));
        if (type != "chunk"_L1 || types.isEmpty() || types.last() != type)
            types.append(type);
    }
    return types.join(u' ');
}

QString withoutFindings(QString outline)
{
    return outline.remove(u" finding"_s);
}

} // namespace

/// The program in the terminal, from the wish to what it prints, as a person or script uses it.
class TerminalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAModelTheBuiltInCoursesAnswer()
    {
        Program program;
        QVERIFY(program.run(pythonWeb));
        QCOMPARE(program.exitStatus(), 0);
        const QString text = QString::fromUtf8(program.out());
        QVERIFY2(text.contains(u"内置"_s), program.out().constData());
        QVERIFY(text.contains(u"└─ "_s));
        QVERIFY(!text.contains(u'{'));
        QVERIFY(program.err().contains("Built-in courses, no model"));
        QVERIFY(QDir(program.dataFolder() + u"/runs"_s).isEmpty());
    }

    void printsTheContractsSequenceForItsExampleRequest()
    {
        Program program;
        const QByteArray request
            = contents(QStringLiteral(ROADLOOM_TEST_DATA "/example-request.json"));
        QVERIFY(!request.isEmpty());
        QVERIFY(program.run(
            { u"generate"_s, u"--format"_s, u"sse"_s, u"--request"_s, u"-"_s }, request));
        QCOMPARE(program.exitStatus(), 0);
        QCOMPARE(withoutFindings(outline(program.out())), u"chunk complete chunk complete done"_s);
        QVERIFY(program.out().endsWith("\n\n"));
        QVERIFY(program.out().contains("市场营销") || program.out().contains("Python"));
        QVERIFY(!program.out().contains("\\u"));
    }

    void ndjsonHoldsTheSameEventsAsSse()
    {
        Program program;
        QVERIFY(program.run(pythonWeb + QStringList { u"--format"_s, u"sse"_s }));
        QByteArray sse = program.out();
        QVERIFY(program.run(pythonWeb + QStringList { u"--format"_s, u"ndjson"_s }));
        const QList<QByteArray> lines = program.out().split('\n');
        const QList<QByteArray> messages = sse.replace("\n\n", "\n").split('\n');
        QCOMPARE(lines.size(), messages.size());
        // The last event carries the time the run took.
        for (qsizetype i = 0; i + 2 < lines.size(); ++i)
            QCOMPARE("data: " + lines[i], messages[i]);
    }

    void printsTheRoadmapAloneAsJson()
    {
        Program program;
        QVERIFY(program.run(pythonWeb + QStringList { u"--format"_s, u"json"_s }));
        const Result<json::value> value = parseJson(program.out());
        QVERIFY(value.ok());
        const Result<Roadmap> roadmap = readRoadmap(value.value());
        QVERIFY(roadmap.ok());
        QVERIFY(conceptCount(roadmap.value()) >= 18);
    }

    void printsTheRoadmapAloneAsMarkdown()
    {
        Program program;
        QVERIFY(program.run(pythonWeb + QStringList { u"--format"_s, u"markdown"_s }));
        QVERIFY(program.out().startsWith("# "));
        QVERIFY(program.out().contains("\n## 1. "));
        QVERIFY(program.out().contains("\n- **"));
    }

    void writesToAFileInsteadOfStandardOutput()
    {
        Program program;
        const QString file = program.dataFolder() + u"/roadmap.json"_s;
        QVERIFY(program.run(pythonWeb + QStringList { u"-f"_s, u"json"_s, u"-o"_s, file }));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY(program.out().isEmpty());
        QVERIFY(readRoadmap(parseJson(contents(file)).value()).ok());
    }

    void aFailedRunLeavesTheOldResultFileAlone()
    {
        Program program;
        const QString path = program.dataFolder() + u"/roadmap.json"_s;
        QVERIFY(write(path, "old"));
        QVERIFY(program.run(
            { u"generate"_s, u"--goal"_s, u"学钢琴"_s, u"-f"_s, u"json"_s, u"-o"_s, path }));
        QCOMPARE(program.exitStatus(), 5);
        QCOMPARE(contents(path), "old");
    }

    void aFileIsReplacedOnlyByAResult_data()
    {
        QTest::addColumn<QString>("format");
        for (const QString& format : { u"text"_s, u"sse"_s, u"ndjson"_s, u"json"_s, u"markdown"_s })
            QTest::addRow("%s", qPrintable(format)) << format;
    }

    void aFileIsReplacedOnlyByAResult()
    {
        QFETCH(const QString, format);
        Program program;
        const QString path = program.dataFolder() + u"/roadmap"_s;
        const QString fresh = program.dataFolder() + u"/fresh"_s;
        QVERIFY(write(path, "what was there before"));
        const auto into = [&](const QString& file) {
            return QStringList { u"-f"_s, format, u"-o"_s, file };
        };
        // Nothing is said where the server is not reached, but for the error event.
        const QStringList unreachable { u"generate"_s, u"--goal"_s, u"git"_s, u"--base-url"_s,
            u"http://127.0.0.1:1/v1"_s };
        QVERIFY(program.run(unreachable + into(path)));
        QCOMPARE(program.exitStatus(), 3);
        const bool tellsErrors = format == "sse"_L1 || format == "ndjson"_L1;
        QCOMPARE(contents(path).startsWith("what was there"), !tellsErrors);
        QVERIFY(program.run(unreachable + into(fresh)));
        QCOMPARE(QFile::exists(fresh), tellsErrors);

        QVERIFY(program.run(pythonWeb + into(path)));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY(contents(path).contains("Python"));
        QVERIFY(!contents(path).contains("what was there"));
    }

    void aHyphenIsStandardOutput()
    {
        Program program;
        QVERIFY(program.run(pythonWeb + QStringList { u"-f"_s, u"json"_s, u"-o"_s, u"-"_s }));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY(parseJson(program.out()).ok());
    }

    void aLinkToStandardOutputIsWrittenToAndNotReplaced()
    {
        Program program;
        QVERIFY(
            program.run(pythonWeb + QStringList { u"-f"_s, u"json"_s, u"-o"_s, u"/dev/stdout"_s }));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY(parseJson(program.out()).ok());
    }

    void theDataFolderMayStandBeforeTheCommand()
    {
        Program program;
        const QString folder = program.dataFolder() + u"/elsewhere"_s;
        QVERIFY(program.run(QStringList { u"--data-dir"_s, folder } + pythonWeb));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY(QFile::exists(folder + u"/installation-id"_s));
        QVERIFY(program.run({ QString(u"--data-dir="_s + folder), u"curriculum"_s, u"list"_s }));
        QVERIFY(program.out().contains("git-shell"));
    }

    void checkingCurriculaPrintsWhatItFinds()
    {
        Program program;
        const QString file = program.dataFolder() + u"/subject.json"_s;
        QVERIFY(write(file, "{\"format\":1}"));
        QVERIFY(program.run({ u"curriculum"_s, u"check"_s, file }));
        QCOMPARE(program.exitStatus(), 4);
        QVERIFY2(program.out().startsWith(QByteArray(file.toUtf8() + ": subject_id: expected")),
            program.out().constData());
        QVERIFY(program.err().isEmpty());
    }

    void statisticsGoToStandardError()
    {
        Program program;
        QVERIFY(program.run(pythonWeb + QStringList { u"--stats"_s, u"-f"_s, u"json"_s }));
        QVERIFY(program.err().contains("First word after: "));
        QVERIFY(program.err().contains("Roadmap: "));
        QVERIFY(parseJson(program.out()).ok());
    }

    void speaksTheUsersLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        for (const QString& locale : { u"zh_CN.UTF-8"_s, u"zh_SG.UTF-8"_s, u"zh_TW.UTF-8"_s })
            QTest::addRow("%s", qPrintable(locale)) << locale;
    }

    void speaksTheUsersLanguage()
    {
        QFETCH(const QString, locale);
        Program program;
        program.setEnvironment(u"LC_ALL"_s, locale);
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"git"_s }));
        QVERIFY(program.err().contains("内置"));
        QVERIFY(program.out().contains("小时"));
    }

    void speaksOneLanguageWhereItDoesNotKnowTheUsers()
    {
        Program program;
        program.setEnvironment(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
        QVERIFY(program.run({ u"generate"_s, u"--bogus"_s }));
        QVERIFY2(program.err().startsWith("Unknown option"), program.err().constData());
    }

    void refusesWhatTheLibraryDoesNotCover()
    {
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"学钢琴"_s }));
        QVERIFY(program.err().contains("--base-url"));
        QCOMPARE(program.exitStatus(), 5);
        QVERIFY(program.out().isEmpty());
        QVERIFY(program.err().contains("Python"));
    }

    void wrongUsageIsSaidAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QStringList& arguments, const QByteArray& said,
                             const QByteArray& input = {}) {
            QTest::newRow(name) << (QStringList { u"generate"_s } + arguments) << input << said;
        };
        const auto goal = [](const QStringList& more) {
            return QStringList { u"--goal"_s, u"git"_s } + more;
        };
        row("no goal", {}, "--goal");
        row("empty goal", { u"--goal"_s, u""_s }, "empty");
        row("blank goal", { u"--goal"_s, u" \t "_s }, "empty");
        row("long goal", { u"--goal"_s, QString(2001, u'a') }, "2,000");
        row("control characters", { u"--goal"_s, u"git\u001b[31m"_s }, "control characters");
        row("no hours", goal({ u"--hours"_s, u"0"_s }), "1 to 168");
        row("too many hours", goal({ u"--hours"_s, u"169"_s }), "1 to 168");
        row("hours in words", goal({ u"--hours"_s, u"ten"_s }), "ten");
        row("unknown level", goal({ u"--level"_s, u"expert"_s }), "beginner");
        row("past deadline", goal({ u"--deadline"_s, u"2001-01-01"_s }), "past");
        row("no date", goal({ u"--deadline"_s, u"soon"_s }), "YYYY-MM-DD");
        row("unknown preference", goal({ u"--prefer"_s, u"smell"_s }), "hands_on");
        row("unknown option", goal({ u"--gaol"_s }), "gaol");
        row("unknown format", goal({ u"--format"_s, u"yaml"_s }), "markdown");
        row("unknown source", goal({ u"--source"_s, u"oracle"_s }), "offline");
        row("no address", goal({ u"--source"_s, u"llm"_s }), "--base-url");
        row("bad address", goal({ u"--base-url"_s, u"localhost"_s }), "web address");
        row("password in the address", goal({ u"--base-url"_s, u"http://a:b@127.0.0.1/v1"_s }),
            "ROADLOOM_API_KEY");
        row("stray words", goal({ u"and"_s, u"more"_s }), "quotation marks");
        row("a model without an address", goal({ u"--model"_s, u"tiny"_s }), "--base-url");
        row("stages side by side without a model", goal({ u"--parallel"_s, u"4"_s }), "of no use");
        row("garbage behind a date", goal({ u"--deadline"_s, u"2099/01-01zzz"_s }), "YYYY-MM-DD");
        row("bad timeout",
            goal({ u"--timeout"_s, u"x"_s, u"--base-url"_s, u"http://127.0.0.1/v1"_s }),
            "--timeout");
        row("request cut", { u"--request"_s, u"-"_s }, "line 1", "{\"preferences\":");
        row("request without preferences", { u"--request"_s, u"-"_s },
            R"({"preferences": {"learning_goal": "Learn SQL"}})", "{\"goal\": \"SQL\"}");
        row("request of the wrong shape", { u"--request"_s, u"-"_s },
            "preferences.learning_goal: expected a text", R"({"preferences":{"learning_goal":7}})");
        row("request of 2 MB", { u"--request"_s, u"-"_s }, "1 MiB", QByteArray(2'000'000, ' '));
        row("no such request file", { u"--request"_s, u"/nonexistent/wish.json"_s }, "wish.json");
        row("no file", goal({ u"-o"_s, u""_s }), "-o");
        row("no language", goal({ u"--language"_s, u"\u001b[31m"_s }), "language code");
        row("no such folder", goal({ u"-o"_s, u"/nonexistent/a/b"_s }), "-o");
    }

    void wrongUsageIsSaidAndChangesNothing()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, said);
        Program program;
        QVERIFY(program.run(arguments, input));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY(program.out().isEmpty());
        QVERIFY2(program.err().contains(said), program.err().constData());
        QVERIFY(!program.err().contains('\x1b'));
    }

    void helpAndVersionNeedNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("window help") << QStringList { u"--help"_s } << QByteArray("--goal");
        QTest::newRow("version") << QStringList { u"--version"_s } << QByteArray("roadloom ");
        QTest::newRow("generate help")
            << QStringList { u"generate"_s, u"--help"_s } << QByteArray("roadloom generate");
        QTest::newRow("curriculum version")
            << QStringList { u"curriculum"_s, u"--version"_s } << QByteArray("roadloom ");
        QTest::newRow("subjects") << QStringList { u"curriculum"_s, u"list"_s }
                                  << QByteArray("web-backend");
        QTest::newRow("one subject")
            << QStringList { u"curriculum"_s, u"show"_s, u"git-shell"_s } << QByteArray("Git");
        QTest::newRow("check") << QStringList { u"curriculum"_s, u"check"_s,
            QStringLiteral(ROADLOOM_SOURCE_DIR "/resources/curricula") }
                               << QByteArray("no problem");
    }

    void helpAndVersionNeedNoDisplay()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, printed);
        Program program;
        QVERIFY(program.run(arguments));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY2(program.out().contains(printed), program.out().constData());
    }

    void theWindowRefusesWhatGenerateRefuses_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("hours") << QStringList { u"--hours"_s, u"169"_s } << QByteArray("1 to 168");
        QTest::newRow("deadline") << QStringList { u"--deadline"_s, u"2001-01-01"_s }
                                  << QByteArray("past");
        QTest::newRow("command") << QStringList { u"dance"_s } << QByteArray("no command");
    }

    void theWindowRefusesWhatGenerateRefuses()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QByteArray, said);
        Program program;
        program.setEnvironment(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        QVERIFY(program.run(QStringList { u"--goal"_s, u"git"_s } + more));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains(said), program.err().constData());
    }

    void aDisplayThatDoesNotAnswerIsAClearSentence()
    {
        Program program;
        program.setEnvironment(u"DISPLAY"_s, u":7777"_s);
        program.setEnvironment(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        QVERIFY(program.run({ u"--goal"_s, u"git"_s }));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains("generate"), program.err().constData());
    }

    void aClosedOutputEndsTheRunInOrder()
    {
        Program program;
        QVERIFY(program.runIntoClosedPipe(pythonWeb));
        QCOMPARE(program.exitStatus(), 1);
        QVERIFY(program.err().contains("cannot be written"));
    }

    void theWindowWithoutADisplayIsAClearSentence()
    {
        Program program;
        QVERIFY(program.run({ u"--goal"_s, u"git"_s }));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY(program.err().contains("generate"));
    }
};

QTEST_GUILESS_MAIN(TerminalTest)
#include "TerminalTest.moc"
