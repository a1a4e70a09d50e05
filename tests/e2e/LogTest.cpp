// SPDX-License-Identifier: Apache-2.0
// What the real program writes into its log, and what it does not.
#include "core/storage/Library.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/e2e/Program.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

QByteArray logOf(const QString& folder)
{
    QByteArray text;
    for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            text += file.readAll();
    }
    return text;
}

} // namespace

class LogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunIsToldWithoutAWordOfIt()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue({ .status = 401,
            .contentType = "application/json",
            .pieces = { { openAiError(u"wrong key sk-sentinel-key for sentinel-account"_s) } } });
        Program program;
        program.setEnvironment(u"ROADLOOM_API_KEY"_s, u"sk-sentinel-key"_s);
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"sentinel-goal"_s, u"--motivation"_s,
            u"sentinel-note"_s, u"--base-url"_s,
            server.url(u"/sentinel-path/v1?q=sentinel-query"_s).toString(), u"--model"_s,
            u"/home/sentinel-model"_s, u"--retries"_s, u"0"_s, u"--rounds"_s, u"0"_s }));
        QVERIFY(program.exitStatus() != 0);
        const QByteArray log = logOf(program.dataFolder() + u"/log"_s);
        for (const char* const told :
            { "started what=terminal version=", "begins source=llm provider=other style=openai",
                "completed agent=intent_analyzer ms=", "failed agent=curriculum_architect kind=",
                "library: opened" })
            QVERIFY2(log.contains(told), log.constData());
        QVERIFY2(!log.contains("sentinel"), log.constData());
        QVERIFY(!log.contains("127.0.0.1"));
        QVERIFY(!log.contains(QDir::homePath().toUtf8()));
        QVERIFY(!log.contains("You want")); // the agent's own words
        // It is no news for who reads the terminal.
        QVERIFY(!program.err().contains("roadloom."));
    }

    void itLiesInTheStateFolder()
    {
        const QTemporaryDir state;
        const QTemporaryDir home;
        Program program;
        program.setEnvironment(u"ROADLOOM_DATA_DIR"_s, QString());
        program.setEnvironment(u"XDG_DATA_HOME"_s, home.path());
        program.setEnvironment(u"XDG_STATE_HOME"_s, state.path());
        QVERIFY(
            program.run({ u"generate"_s, u"--goal"_s, u"Python"_s, u"--source"_s, u"offline"_s }));
        QVERIFY(logOf(state.filePath(u"roadloom/log"_s)).contains("done ms="));
        // A relative one counts as none.
        program.setEnvironment(u"XDG_STATE_HOME"_s, u"relative"_s);
        program.setEnvironment(u"HOME"_s, home.path());
        QVERIFY(
            program.run({ u"generate"_s, u"--goal"_s, u"Python"_s, u"--source"_s, u"offline"_s }));
        QVERIFY(logOf(home.filePath(u".local/state/roadloom/log"_s)).contains("done ms="));
    }

    void aPlaceThatCannotBeWrittenIsSaidOnce()
    {
        Program program;
        QFile inTheWay(program.dataFolder() + u"/log"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QVERIFY(
            program.run({ u"generate"_s, u"--goal"_s, u"Python"_s, u"--source"_s, u"offline"_s }));
        QCOMPARE(program.exitStatus(), 0);
        QCOMPARE(program.err().count("The log cannot be written"), 1);
    }

    void theWindowWritesOneToo()
    {
        Program program;
        program.setEnvironment(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.start({ u"--goal"_s, u"Python sentinel"_s, u"--source"_s, u"offline"_s });
        const QString folder = program.dataFolder() + u"/log"_s;
        QTRY_VERIFY_WITH_TIMEOUT(logOf(folder).contains("done ms="), 60'000);
        program.terminate();
        QVERIFY(program.wait());
        QVERIFY(logOf(folder).contains("started what=window"));
        QVERIFY(!logOf(folder).contains("sentinel"));
    }
};

QTEST_GUILESS_MAIN(LogTest)
#include "LogTest.moc"
