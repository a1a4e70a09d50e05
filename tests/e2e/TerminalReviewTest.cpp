// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProviderSettings.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/e2e/Program.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

const QByteArray question = "Press Enter to accept it";

QStringList unasked(const ScriptedHttpServer& server, const QStringList& more = {})
{
    return QStringList { u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
        u"--base-url"_s, server.url(u"/v1"_s).toString(), u"--retries"_s, u"0"_s, u"--rounds"_s,
        u"0"_s }
    + more;
}

QStringList asked(const ScriptedHttpServer& server, const QStringList& more = {})
{
    return unasked(server, QStringList { u"--review"_s } + more);
}

Roadmap shorter()
{
    Roadmap roadmap = sample::perfectRoadmap();
    roadmap.title = u"Shorter"_s;
    return roadmap;
}

int wishes(const ScriptedHttpServer& server)
{
    int count = 0;
    for (const RecordedRequest& request : server.requests())
        count += request.body.contains("an editor of curricula") ? 1 : 0;
    return count;
}

} // namespace

/// `generate --review`: where the answers come from.
class TerminalReviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForApprovalAndForWhatToChange_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("text") << u"text"_s;
        QTest::newRow("json") << u"json"_s;
    }

    void asksForApprovalAndForWhatToChange()
    {
        QFETCH(const QString, format);
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        Program program;
        QVERIFY(program.run(asked(server, { u"--format"_s, format }), "Make it shorter.\n\n"));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 2);
        QCOMPARE(program.err().count(shorter().stages.first().name.toUtf8()), 2);
        QVERIFY(program.out().trimmed().contains("Shorter"));
        QVERIFY(server.requests().last().body.contains("Make it shorter."));
    }

    void whoWritesYesMeansEnter_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const QByteArray& answer : { "y"_ba, "Yes"_ba, "OK"_ba, "\xE5\xA5\xBD"_ba })
            QTest::newRow(answer.constData()) << QByteArray(answer + '\n');
    }

    void whoWritesYesMeansEnter()
    {
        QFETCH(const QByteArray, answer);
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        Program program;
        QVERIFY(program.run(asked(server), answer));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 1);
        QCOMPARE(wishes(server), 0);
    }

    void aClosedInputIsAYes()
    {
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        Program program;
        program.startWithoutInput(asked(server));
        QVERIFY(program.wait());
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 1);
        QCOMPARE(wishes(server), 0);
    }

    void anInputThatStaysOpenHoldsNothingUp()
    {
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        Program program;
        program.startWithOpenInput(asked(server), "Make it shorter.\n\n");
        QVERIFY(program.wait());
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 2);
        QCOMPARE(wishes(server), 1);
    }

    void theRestOfALineThatIsTooLongIsNoAnswer()
    {
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        Program program;
        QVERIFY(program.run(asked(server), QByteArray(30'000, 'x') + "\n\n"));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 2);
        QCOMPARE(wishes(server), 1);
    }

    void whatWasTypedBeforeTheQuestionIsNoAnswer()
    {
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        server.setResponder([&, answer = server.responder()](const RecordedRequest& request) {
            return request.body.contains("You begin with the outline")
                ? heldAfter(u"Three stages"_s, outlineAnswer())
                : answer(request);
        });
        Program program;
        program.startAtTerminal(asked(server));
        QTRY_VERIFY_WITH_TIMEOUT(program.out().contains("Three stages"), 20'000);
        program.type("\n");
        server.release();
        QTRY_VERIFY_WITH_TIMEOUT(program.err().contains(question), 20'000);
        program.type("Make it shorter.\n");
        QTRY_COMPARE_WITH_TIMEOUT(program.err().count(question), 2, 20'000);
        program.type("\n");
        QVERIFY(program.wait());
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(wishes(server), 1);
    }

    void everyWishThatFailsIsSaid()
    {
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        server.setResponder([&, answer = server.responder()](const RecordedRequest& request) {
            return request.body.contains("an editor of curricula") ? streamed(u"No."_s)
                                                                   : answer(request);
        });
        Program program;
        QVERIFY(program.run(asked(server), "Shorter.\nShorter!\n\n"));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 3);
        QCOMPARE(program.err().count("What you asked for could not be done."), 2);
        QVERIFY(program.err().contains("Note (V, warning): What you asked"));
    }

    void aNoteNamesWhatItIsAbout()
    {
        Roadmap steep = sample::perfectRoadmap();
        sample::firstConcept(steep).difficulty = Difficulty::Hard;
        ScriptedHttpServer server;
        answerAsAgents(server, steep);
        Program program;
        QVERIFY(program.run(unasked(server)));
        const QString note = u"Note (W9, warning, %1): "_s.arg(sample::firstConcept(steep).name);
        QVERIFY2(program.err().count(note.toUtf8()) == 1, program.err().constData());
    }

    void theRequestAndTheAnswersCannotShareTheInput()
    {
        ScriptedHttpServer server;
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--request"_s, u"-"_s, u"--review"_s, u"--base-url"_s,
                                server.url(u"/v1"_s).toString() },
            "{}"));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains("--request FILE"), program.err().constData());
    }

    void theSettingAsksNoScript()
    {
        ScriptedHttpServer server;
        answerAsAgents(server, sample::perfectRoadmap(), shorter());
        Program program;
        ProviderSetup setup = setupFrom(*findProvider(u"vllm"));
        setup.baseUrl = server.url(u"/v1"_s);
        setup.model = u"tiny"_s;
        setup.asksLearner = true;
        setup.reviewRounds = 0;
        ConfiguredProviders configured;
        configured.providers = { setup };
        configured.defaultId = setup.id;
        QVERIFY(!ProviderSettings(program.dataFolder()).write(configured));
        const QStringList arguments { u"generate"_s, u"--goal"_s, u"Web development"_s };
        QVERIFY(program.run(arguments, "of the script\n"));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count(question), 0);
        QCOMPARE(wishes(server), 0);
    }
};

QTEST_GUILESS_MAIN(TerminalReviewTest)
#include "TerminalReviewTest.moc"
