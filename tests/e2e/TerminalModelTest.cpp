// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/KeptRuns.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/e2e/Program.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

QStringList arguments(const ScriptedHttpServer& server, const QStringList& more = {})
{
    return QStringList { u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
        u"--base-url"_s, server.url(u"/v1"_s).toString(), u"--retries"_s, u"0"_s, u"--rounds"_s,
        u"0"_s }
    + more;
}

ScriptedAnswer failure(
    int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    return { .status = status, .contentType = type, .pieces = { { body } } };
}

} // namespace

/// The program in the terminal against a model server that speaks real HTTP.
class TerminalModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesARoadmapFromAStreamingServer()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        Program program;
        QVERIFY(program.run(arguments(server, { u"--model"_s, u"tiny"_s, u"--stats"_s })));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY2(program.out().contains("You want to build web sites."), program.out().constData());
        QVERIFY(program.out().contains("Capstone: a small shop with Flask"));
        QVERIFY(!program.out().contains('{'));
        QVERIFY(program.err().contains("Tokens"));
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests()[0].path, "/v1/chat/completions");
        QVERIFY(server.requests()[0].body.contains("\"model\":\"tiny\""));
        QVERIFY(server.requests()[1].body.contains("Web development with Python"));
        QVERIFY(keptEvents(program).isEmpty());
    }

    void makesTheSameRoadmapWithoutStreaming()
    {
        ScriptedHttpServer server;
        server.enqueue(whole(intentText()));
        server.enqueue(whole(designText()));
        Program program;
        QVERIFY(program.run(arguments(server, { u"--no-stream"_s, u"--format"_s, u"json"_s })));
        QCOMPARE(program.exitStatus(), 0);
        const Result<Roadmap> roadmap = readRoadmap(parseJson(program.out()).value());
        QCOMPARE(roadmap.value(), sample::perfectRoadmap());
        QVERIFY(server.requests()[0].body.contains("\"stream\":false"));
    }

    void aStepThatFailedIsTriedAgain()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue({ .status = 503, .contentType = "text/plain", .pieces = { { "Busy" } } });
        server.enqueue(streamed(designText()));
        Program program;
        QVERIFY(program.run(arguments(server, { u"--retries"_s, u"1"_s })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY2(program.err().contains("tried again in 1 second"), program.err().constData());
        QVERIFY(!program.err().contains("\033")); // no line that is written over: no terminal
        QVERIFY(program.out().contains("HTTP 503"));
        QVERIFY(!program.out().contains("withdrawn")); // nothing had been said
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(server.requests()[2].body, server.requests()[1].body);
    }

    void makesARoadmapInEveryDialect_data()
    {
        QTest::addColumn<QString>("style");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("piece"); // %1: the words as a JSON string
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("anthropic")
            << u"anthropic"_s << "/v1/messages"_ba
            << "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":"
               "{\"type\":\"text_delta\",\"text\":%1}}\n\n"_ba
            << "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}\n\n"
               "data: {\"type\":\"message_stop\"}\n\n"_ba;
        QTest::newRow("gemini")
            << u"gemini"_s << "/v1beta/models/tiny:streamGenerateContent?alt=sse"_ba
            << "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":%1}]}}]}\r\n\r\n"_ba
            << "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\r\n\r\n"_ba;
        QTest::newRow("ollama") << u"ollama"_s << "/api/chat"_ba
                                << "{\"message\":{\"content\":%1},\"done\":false}\n"_ba
                                << "{\"done\":true,\"done_reason\":\"stop\"}\n"_ba;
    }

    void makesARoadmapInEveryDialect()
    {
        QFETCH(const QString, style);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, piece);
        QFETCH(const QByteArray, end);
        const auto answer = [&](const QString& text) {
            QByteArray body;
            for (const QString& words : inPieces(text))
                body += QByteArray(piece).replace("%1", writeJson(toJsonString(words)));
            return ScriptedAnswer { .pieces = { { body + end } } };
        };
        ScriptedHttpServer server;
        server.enqueue(answer(intentText()));
        server.enqueue(answer(designText()));
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
            u"--base-url"_s, server.url().toString(), u"--api-style"_s, style, u"--model"_s,
            u"tiny"_s, u"--format"_s, u"json"_s, u"--rounds"_s, u"0"_s }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests()[0].path, path);
        QCOMPARE(readRoadmap(parseJson(program.out()).value()).value(), sample::perfectRoadmap());
    }

    void wordsArePrintedWhileTheServerStillSpeaks()
    {
        ScriptedHttpServer server;
        server.enqueue(heldAfter(u"The first words"_s, fenced(toJson(sample::intent()))));
        server.enqueue(streamed(designText()));
        Program program;
        program.start(arguments(server));
        QTRY_VERIFY_WITH_TIMEOUT(program.out().contains("The first words"), 20'000);
        server.release();
        QVERIFY(program.wait());
        QCOMPARE(program.exitStatus(), 0);
    }

    void aBadAnswerIsRepaired()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(u"I would rather chat."_s));
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        Program program;
        QVERIFY(program.run(arguments(server)));
        QCOMPARE(program.exitStatus(), 0);
        QVERIFY(program.out().contains("withdrawn"));
        QCOMPARE(server.requests().size(), 3);
    }

    void whatGoesWrongIsSaidAndWhatWasCompleteIsKept_data()
    {
        QTest::addColumn<ScriptedAnswer>("second");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        const auto row
            = [](const char* name, const ScriptedAnswer& answer, int status,
                  const QByteArray& said) { QTest::newRow(name) << answer << status << said; };
        const QString design = designText();
        row("401", failure(401, openAiError(u"bad key"_s)), 3, "ROADLOOM_API_KEY");
        row("404", failure(404, openAiError(u"no such model"_s)), 3, "--model");
        row("429", failure(429, openAiError(u"slow down"_s)), 3, "slow down");
        row("500", failure(500, "oops", "text/plain"), 3, "500");
        row("an HTML page", failure(200, "<!DOCTYPE html><html><body>Log in", "text/html"), 3,
            "page");
        row("cut", streamed(design).cutAt(300), 3, "Error: ");
        row("reset", streamed(design).cutAt(300, ScriptedAnswer::Ending::Reset), 3, "Error: ");
        row("no answer", ScriptedAnswer::none(ScriptedAnswer::Ending::Close), 3, "Error: ");
        row("words only", streamed(u"Sorry, I cannot."_s), 4, "stronger model");
        row("truncated JSON", streamed(design.chopped(40)), 4, "stronger model");
        row("JSON of the wrong shape", streamed(u"```json\n{\"framework\":[]}\n```"_s), 4,
            "framework");
    }

    void whatGoesWrongIsSaidAndWhatWasCompleteIsKept()
    {
        QFETCH(const ScriptedAnswer, second);
        QFETCH(const int, status);
        QFETCH(const QByteArray, said);
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(second);
        server.enqueue(second); // for the repair turn
        Program program;
        program.setEnvironment(u"ROADLOOM_API_KEY"_s, u"sk-very-secret"_s);
        QVERIFY(program.run(arguments(server)));
        QCOMPARE(program.exitStatus(), status);
        QVERIFY2(program.err().contains(said), program.err().constData());
        QVERIFY(program.out().contains("You want to build web sites."));
        const QByteArray kept = keptEvents(program);
        QVERIFY(kept.contains("{\"type\":\"complete\",\"data\":{\"parsed_goal\":"));
        QVERIFY(kept.contains("{\"type\":\"error\","));
        QVERIFY(program.err().contains("roadloom roadmap resume "));
        for (const QByteArray& text : { program.out(), program.err(), kept })
            QVERIFY(!text.contains("sk-very-secret"));
    }

    void whatBreaksAHardRuleIsMendedWithoutAModel()
    {
        Roadmap circular = sample::perfectRoadmap();
        sample::firstConcept(circular).prerequisites = { sample::lastConcept(circular).id };
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText(circular)));
        Program program;
        QVERIFY(program.run(arguments(server)));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(program.out().contains("Capstone: a small shop with Flask"));
        QVERIFY(program.out().contains("[Corrected automatically: "));
        QCOMPARE(server.requests().size(), 2);
    }

    void designsStagesSideBySide()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        ScriptedHttpServer server;
        answerAsAgents(server, roadmap);
        server.setResponder([&, answer = server.responder()](const RecordedRequest& request) {
            const QString text = stageAnswer(roadmap, 0);
            return request.body.contains("Fill in the stage \\\"stage-1")
                ? heldAfter(text.first(300), text.sliced(300))
                : answer(request);
        });
        Program program;
        program.start(arguments(server, { u"--parallel"_s, u"3"_s, u"--format"_s, u"ndjson"_s }));
        QTRY_VERIFY_WITH_TIMEOUT(program.out().contains("\"stage_chunk\""), 20'000);
        server.release();
        QVERIFY(program.wait());
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests().size(), 5);
        QSet<int> connections;
        for (const RecordedRequest& request : server.requests())
            connections.insert(request.connection);
        QCOMPARE(connections.size(), 5);
        const QByteArrayList lines = program.out().trimmed().split('\n');
        QByteArrayList types;
        for (const QByteArray& line : lines)
            types.append(parseJson(line).value().at("type").as_string().c_str());
        QCOMPARE(types.count("complete"), 2);
        QVERIFY(types.contains("stage_chunk"));
        QVERIFY(types.contains("progress"));
        QCOMPARE(types.last(), "done");
        const json::value done = parseJson(lines.last()).value();
        QCOMPARE(readRoadmap(done.at("summary").at("framework")).value(), roadmap);
    }

    void aStageThatFailsLeavesTheWordsOfOthersAlone()
    {
        const Roadmap roadmap = sample::perfectRoadmap();
        ScriptedHttpServer server;
        answerAsAgents(server, roadmap);
        int askedForSecond = 0;
        server.setResponder([&, answer = server.responder()](const RecordedRequest& request) {
            if (request.body.contains("Fill in the stage \\\"stage-1")) {
                const QString text = stageAnswer(roadmap, 0);
                return heldAfter(text.first(300), text.sliced(300));
            }
            if (request.body.contains("Fill in the stage \\\"stage-2") && ++askedForSecond == 1)
                return streamed(stageAnswer(roadmap, 1)).cutAt(500);
            if (askedForSecond == 2)
                server.release();
            return answer(request);
        });
        Program program;
        QVERIFY(
            program.run(arguments(server, { u"--parallel"_s, u"3"_s, u"--retries"_s, u"1"_s })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY2(!program.out().contains('{'), program.out().constData());
        QVERIFY(program.out().contains("broke off"));
        QVERIFY(!program.out().contains("withdrawn"));
        QVERIFY(program.out().contains("Stage 3 in words."));
    }

    void reviewsAndMendsInRounds()
    {
        Roadmap better = sample::perfectRoadmap();
        sample::firstConcept(better).description += u" More of it."_s;
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), better);
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
            u"--base-url"_s, server.url(u"/v1"_s).toString(), u"--format"_s, u"json"_s }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(readRoadmap(parseJson(program.out()).value()).value(), better);
        QCOMPARE(program.err().count("Check: the roadmap scores "), 2);
        QVERIFY(program.err().contains("Mended: "));
        QVERIFY(!program.err().contains("Something is missing")); // any more
    }

    void saysWhatNumberIsWrong_data()
    {
        QTest::addColumn<QStringList>("options");
        for (const QString& wrong : { u"0"_s, u"7"_s, u"-1"_s, u"two"_s, u"1.5"_s, QString() })
            QTest::addRow("--parallel %s", qPrintable(wrong))
                << QStringList { u"--parallel"_s, wrong };
        for (const QString& wrong : { u"4"_s, u"-1"_s, u"x"_s })
            QTest::addRow("--rounds %s", qPrintable(wrong)) << QStringList { u"--rounds"_s, wrong };
    }
    void saysWhatNumberIsWrong()
    {
        QFETCH(const QStringList, options);
        ScriptedHttpServer server;
        Program program;
        QVERIFY(program.run(arguments(server, options)));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains("needs a whole number from"), program.err().constData());
        QVERIFY(server.requests().isEmpty());
    }

    /// The agent that was complete is not asked again, nor is the wish to be given again.
    void aRunThatBrokeOffGoesOn_data()
    {
        QTest::addColumn<QString>("how");
        for (const QString& how : { u"failed"_s, u"interrupted"_s, u"killed"_s })
            QTest::newRow(qPrintable(how)) << how;
    }
    void aRunThatBrokeOffGoesOn()
    {
        QFETCH(const QString, how);
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        const bool fails = how == "failed"_L1;
        server.enqueue(fails ? failure(500, "oops") : heldAfter(u"Stage one"_s, {}));
        Program program;
        program.start(arguments(server, { u"--hours"_s, u"7"_s }));
        if (!fails)
            QTRY_VERIFY_WITH_TIMEOUT(keptEvents(program).contains("Stage one"), 20'000);
        if (how == "interrupted"_L1)
            program.interrupt();
        if (how == "killed"_L1)
            program.kill();
        QVERIFY(program.wait());
        QCOMPARE(keptRows(program, u"SELECT results FROM runs"_s), "1\n");
        const QByteArray id = keptRows(program, u"SELECT id FROM runs"_s).trimmed();
        server.enqueue(streamed(designText()));
        QVERIFY(program.run({ u"roadmap"_s, u"resume"_s, QString::fromLatin1(id.first(8)),
            u"--base-url"_s, server.url(u"/v1"_s).toString(), u"--rounds"_s, u"0"_s }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests().size(), 3);
        QVERIFY(server.requests().last().body.contains("\\\"available_hours_per_week\\\": 7"));
        QVERIFY(program.out().contains("Capstone"));
        QCOMPARE(keptRows(program, u"SELECT state FROM runs"_s), "done\n");
        QCOMPARE(keptRows(program, u"SELECT hours_per_week FROM roadmaps"_s), "7\n");
        QVERIFY(program.run({ u"roadmap"_s, u"resume"_s, QString::fromLatin1(id) }));
        QCOMPARE(program.exitStatus(), 2);
    }

    void aRunThatIsOnCannotBeGoneOnWith()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(heldAfter(u"Stage one"_s, {}));
        Program patient;
        patient.start(arguments(server));
        QTRY_VERIFY_WITH_TIMEOUT(keptEvents(patient).contains("Stage one"), 20'000);
        const QByteArray id = keptRows(patient, u"SELECT id FROM runs"_s).trimmed();
        Program other;
        QVERIFY(other.run({ u"roadmap"_s, u"resume"_s, QString::fromLatin1(id), u"--data-dir"_s,
            patient.dataFolder() }));
        QCOMPARE(other.exitStatus(), 2);
        QVERIFY2(other.err().contains("still on"), other.err().constData());
        patient.interrupt();
        QVERIFY(patient.wait());
    }

    void whatARunMadeIsKept()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        Program program;
        QVERIFY(program.run(arguments(server)));
        QCOMPARE(program.exitStatus(), 0);
        const QByteArray id = keptRows(program, u"SELECT id FROM roadmaps"_s).trimmed();
        QVERIFY2(program.err().contains(QByteArray("Kept in the library as " + id)),
            program.err().constData());
        QCOMPARE(keptRows(program, u"SELECT roadmap FROM runs"_s).trimmed(), id);
        QCOMPARE(keptRows(program, u"SELECT rationale FROM roadmaps"_s), "From easy to hard.\n");
    }

    void whatIsKeptIsForItsOwnersEyesOnly()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(failure(500, "oops"));
        Program program;
        QVERIFY(program.run(arguments(server)));
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(program.dataFolder() + u"/library.sqlite"_s) & others));
    }

    void whereNothingCanBeKeptTheRunIsMadeAllTheSame()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        server.enqueue(streamed(intentText()));
        server.enqueue(failure(500, "oops"));
        QTemporaryDir folder;
        const QString file = folder.filePath(u"no folder"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        Program program;
        QVERIFY(program.run(arguments(server, { u"--data-dir"_s, file })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(program.out().contains("Capstone"));
        QVERIFY2(program.err().contains("no folder"), program.err().constData());
        QVERIFY(program.run(arguments(server, { u"--data-dir"_s, file })));
        QCOMPARE(program.exitStatus(), 3);
        QVERIFY2(program.err().contains("could not be kept"), program.err().constData());
    }

    void anUnreachableServerIsSaid()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1/v1"_s.arg(closed.serverPort());
        closed.close();
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"git"_s, u"--base-url"_s, url }));
        QCOMPARE(program.exitStatus(), 3);
        QVERIFY(program.err().contains("127.0.0.1"));
    }

    void silenceEndsAtTheGivenLimit()
    {
        ScriptedHttpServer server;
        server.enqueue(ScriptedAnswer::none());
        Program program;
        QVERIFY(program.run(arguments(server, { u"--timeout"_s, u"1"_s })));
        QCOMPARE(program.exitStatus(), 3);
        QVERIFY2(program.err().contains("--timeout"), program.err().constData());
    }

    void interruptingClosesTheConnectionAndKeepsWhatWasSaid()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(heldAfter(u"Stage one"_s, {}));
        QSignalSpy closed(&server, &ScriptedHttpServer::clientClosed);
        Program program;
        program.start(arguments(server));
        QTRY_VERIFY_WITH_TIMEOUT(program.out().contains("Stage one"), 20'000);
        program.interrupt();
        QVERIFY(program.wait());
        QCOMPARE(program.exitStatus(), 130);
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(keptEvents(program).contains("Stage one"));
        QVERIFY(program.err().contains("roadloom roadmap resume "));
    }

    void interruptingWorksWhileNobodyTakesTheOutput()
    {
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { openAiDelta(QString(1000, u'x')).repeated(1000) } },
            .ending = ScriptedAnswer::Ending::Silence });
        Program program;
        program.startIntoStalledPipe(arguments(server, { u"--stats"_s }));
        QTRY_VERIFY_WITH_TIMEOUT(keptEvents(program).size() > 1'000'000, 20'000);
        program.interrupt();
        QVERIFY(program.wait());
        QCOMPARE(program.exitStatus(), 130);
        QVERIFY(program.err().contains("roadloom roadmap resume "));
    }

    void aLineBreakInTwoPiecesIsOne()
    {
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { openAiDelta(u"line one\r"_s) + openAiDelta(u"\nline two"_s)
                             + openAiStream({ intentText() }) } } });
        server.enqueue(streamed(designText()));
        Program program;
        QVERIFY(program.run(arguments(server)));
        QVERIFY2(program.out().contains("line one\nline two"), program.out().constData());
    }

    void aServersWordsCannotSteerTheTerminal()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(u"\u001b[2Jred\u202e\u009b31m"_s + intentText()));
        Roadmap roadmap = sample::perfectRoadmap();
        sample::firstConcept(roadmap).name = u"evil\u001b]0;title\u0007"_s;
        server.enqueue(streamed(designText(roadmap)));
        Program program;
        QVERIFY(program.run(arguments(server)));
        QCOMPARE(program.exitStatus(), 0);
        const QString printed = QString::fromUtf8(program.out() + program.err());
        for (const QChar steering : { QChar(0x1b), QChar(0x9b), QChar(0x07), QChar(0x202e) })
            QVERIFY(!printed.contains(steering));
    }
};

QTEST_GUILESS_MAIN(TerminalModelTest)
#include "TerminalModelTest.moc"
