// SPDX-License-Identifier: Apache-2.0
// The real program on a machine whose administrator has said something.
#include "tests/e2e/Program.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom::test;

namespace {

/// The program below a folder of configuration, with that policy in it.
struct Policed {
    explicit Policed(const QByteArray& policy)
    {
        QDir(folder.path()).mkdir(u"roadloom"_s);
        QFile file(folder.filePath(u"roadloom/policy.ini"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(policy) != policy.size())
            qFatal("cannot be written");
        program.setEnvironment(u"XDG_CONFIG_DIRS"_s, folder.path());
    }

    QTemporaryDir folder;
    Program program;
};

} // namespace

class PolicyProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoAnswersIsNotTheLearnersToSay()
    {
        ScriptedHttpServer server;
        Policed machine("[answers]\nsource=offline\n");
        machine.program.setEnvironment(u"ROADLOOM_BASE_URL"_s, server.url(u"/v1"_s).toString());
        QVERIFY(machine.program.run({ u"generate"_s, u"--goal"_s, u"Python"_s, u"--base-url"_s,
            server.url(u"/v1"_s).toString(), u"--model"_s, u"m"_s, u"--parallel"_s, u"2"_s }));
        QCOMPARE(machine.program.exitStatus(), 0);
        QVERIFY(server.requests().isEmpty());
        QVERIFY(machine.program.err().contains("--base-url does not count"));
        QVERIFY(machine.program.err().contains("Answered by: Built-in courses"));
    }

    void theServerThatIsFixedIsAsked()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 401,
            .contentType = "application/json",
            .pieces = { { openAiError(u"no"_s) } } });
        Policed machine(
            "[answers]\nbase_url=" + server.url(u"/v1"_s).toEncoded() + "\nmodel=m1\nretries=0\n");
        QVERIFY(machine.program.run({ u"generate"_s, u"--goal"_s, u"Python"_s, u"--source"_s,
            u"offline"_s, u"--model"_s, u"m2"_s }));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().first().body.contains("\"m1\""));
        QVERIFY(machine.program.err().contains("--source does not count"));
        // Nor is another one tried.
        QVERIFY(machine.program.run({ u"providers"_s, u"test"_s, u"deepseek"_s }));
        QCOMPARE(machine.program.exitStatus(), 2);
        QVERIFY(machine.program.err().contains("administrator allows nobody else"));
        QCOMPARE(server.requests().size(), 1);
    }

    void theFolderIsNotTheLearnersToSay()
    {
        const QTemporaryDir fixed;
        Policed machine("[program]\ndata_dir=" + fixed.path().toUtf8() + '\n');
        QVERIFY(machine.program.run({ u"generate"_s, u"--data-dir"_s, machine.program.dataFolder(),
            u"--goal"_s, u"Python"_s, u"--source"_s, u"offline"_s }));
        QCOMPARE(machine.program.exitStatus(), 0);
        QVERIFY(machine.program.err().contains("--data-dir does not count"));
        QVERIFY(QFile::exists(fixed.filePath(u"library.sqlite"_s)));
        QVERIFY(!QFile::exists(machine.program.dataFolder() + u"/library.sqlite"_s));
    }

    void nothingIsExportedWhereThatIsForbidden()
    {
        Policed machine("[roadmaps]\nexport=no\n");
        QVERIFY(machine.program.run({ u"roadmap"_s, u"export"_s, u"12345678"_s }));
        QCOMPARE(machine.program.exitStatus(), 2);
        QVERIFY(machine.program.err().contains("allows no roadmaps to be exported"));
        QVERIFY(machine.program.out().isEmpty());
    }

    void hoursAreAsTheAdministratorSays()
    {
        Policed machine("[roadmaps]\nhours=4\n");
        QVERIFY(machine.program.run(
            { u"generate"_s, u"--request"_s, u"-"_s, u"--source"_s, u"offline"_s, u"--hours"_s,
                u"30"_s, u"--format"_s, u"ndjson"_s },
            R"({"preferences":{"learning_goal":"Python","available_hours_per_week":20}})"));
        QCOMPARE(machine.program.exitStatus(), 0);
        QVERIFY(machine.program.err().contains(
            "--hours does not count: your administrator has set it to 4."));
        QVERIFY(machine.program.out().contains("4 hours a week"));
    }

    void itSpeaksAsTheAdministratorSays()
    {
        Policed machine("[appearance]\nlanguage=zh_CN\n");
        QVERIFY(machine.program.run({ u"roadmap"_s, u"show"_s, u"12345678"_s }));
        QVERIFY2(machine.program.err().contains("没有"), machine.program.err().constData());
    }

    void aPolicyThatCannotBeReadClosesAndSaysSo()
    {
        ScriptedHttpServer server;
        Policed machine("no policy at all\n");
        QVERIFY(machine.program.run({ u"generate"_s, u"--goal"_s, u"Python"_s, u"--base-url"_s,
            server.url(u"/v1"_s).toString() }));
        QVERIFY(server.requests().isEmpty());
        QVERIFY(machine.program.err().contains("policy.ini cannot be read"));
        QVERIFY(machine.program.err().contains("Built-in courses"));
    }
};

QTEST_GUILESS_MAIN(PolicyProgramTest)
#include "PolicyProgramTest.moc"
