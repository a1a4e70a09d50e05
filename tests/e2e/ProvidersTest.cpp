// SPDX-License-Identifier: Apache-2.0
// Who answers, in the terminal: providers by name, from the settings, on this machine; a service.
#include "core/storage/FileSecretStore.h"
#include "core/storage/KeySearch.h"
#include "core/storage/ProviderSettings.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/e2e/Program.h"
#include "tests/support/OpenAiWire.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using namespace test; // what a scripted server says

namespace {

/// A local model server in the settings of the program.
void configure(const Program& program, const QUrl& server, const QString& defaultId)
{
    ConfiguredProviders configured;
    ProviderSetup setup = setupFrom(*findProvider(u"vllm"));
    setup.id = u"classroom"_s;
    setup.baseUrl = server;
    setup.model = u"tiny"_s;
    setup.reviewRounds = 0;
    configured.providers.append(setup);
    configured.defaultId = defaultId;
    QVERIFY(!ProviderSettings(program.dataFolder()).write(configured));
}

QStringList generate(const QStringList& more)
{
    return QStringList { u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
        u"--format"_s, u"json"_s }
    + more;
}

/// Services in the settings of the program, none of them its default.
void configureServices(const Program& program, const QHash<QString, QUrl>& services)
{
    ConfiguredProviders configured;
    for (auto it = services.begin(); it != services.end(); ++it)
        configured.services.append({ .id = it.key(), .title = it.key(), .url = it.value() });
    QVERIFY(!ProviderSettings(program.dataFolder()).write(configured));
}

/// A whole run of a service, in the base shape.
QByteArray serviceStream(const Roadmap& roadmap = sample::perfectRoadmap())
{
    const auto event = [](const json::object& object) -> QByteArray {
        return "data: " + writeJson(object) + "\n\n";
    };
    const json::object design { { "framework", toJson(roadmap) }, { "design_rationale", "" } };
    return event({ { "type", "chunk" }, { "content", "Good." }, { "agent", "intent_analyzer" } })
        + event({ { "type", "complete" }, { "data", toJson(sample::intent()) },
            { "agent", "intent_analyzer" } })
        + event({ { "type", "complete" }, { "data", design }, { "agent", "curriculum_architect" } })
        + event({ { "type", "done" }, { "summary", json::object() } });
}

} // namespace

class ProvidersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsWhatIsKnown()
    {
        Program program;
        configure(program, QUrl(u"http://127.0.0.1:9/v1"_s), u"classroom"_s);
        program.setEnvironment(u"DEEPSEEK_API_KEY"_s, u"sk-geheim"_s);
        QVERIFY(program.run({ u"providers"_s, u"list"_s }));
        QCOMPARE(program.exitStatus(), 0);
        const QByteArray out = program.out();
        QVERIFY(out.contains("* classroom"));
        QVERIFY(out.contains("tiny · http://127.0.0.1:9/v1 · no key needed"));
        QVERIFY(out.contains("key from DEEPSEEK_API_KEY"));
        QVERIFY(out.contains("needs a key: set OPENAI_API_KEY"));
        QVERIFY(!out.contains("geheim"));
        QVERIFY(!program.err().contains("geheim"));
    }

    void theDefaultOfTheSettingsAnswers()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        Program program;
        configure(program, server.url(u"/v1"_s), u"classroom"_s);
        QVERIFY(program.run(generate({})));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(program.err().contains("Answered by: tiny at vLLM"));
        QCOMPARE(readRoadmap(parseJson(program.out()).value()).value(), sample::perfectRoadmap());
    }

    void optionsWinOverTheSettings()
    {
        ScriptedHttpServer other;
        Program program;
        configure(program, other.url(u"/v1"_s), u"classroom"_s);
        QVERIFY(program.run(generate({ u"--source"_s, u"offline"_s })));
        QCOMPARE(program.exitStatus(), 0);
        QCOMPARE(other.connectionCount(), 0);
    }

    void aProviderIsChosenByItsName()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        Program program;
        configure(program, server.url(u"/v1"_s), u"offline"_s);
        QVERIFY(
            program.run(generate({ u"--provider"_s, u"classroom"_s, u"--model"_s, u"large"_s })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(server.requests()[0].body.contains("\"model\":\"large\""));
        // The preset says what such a server can be held to.
        QVERIFY(server.requests()[0].body.contains("\"json_schema\""));
    }

    void aFormThatWasRefusedIsNotAskedForAgain()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 400,
            .contentType = "application/json",
            .pieces = { { test::openAiError(u"response_format is not supported"_s) } } });
        server.enqueue(streamed(intentText()));
        server.enqueue(streamed(designText()));
        Program program;
        configure(program, server.url(u"/v1"_s), u"classroom"_s);
        QVERIFY(program.run(generate({})));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(server.requests()[0].body.contains("\"json_schema\""));
        QVERIFY(server.requests()[1].body.contains("\"json_object\""));
        QVERIFY(server.requests()[2].body.contains("\"json_object\""));
        const auto kept = ProviderSettings(program.dataFolder()).read();
        QCOMPARE(
            kept.value().provider(u"classroom")->structuredOutput, StructuredOutput::JsonObject);
    }

    void aProviderThatNeedsAKeySaysSo()
    {
        Program program;
        QVERIFY(program.run(generate({ u"--provider"_s, u"deepseek"_s })));
        QCOMPARE(program.exitStatus(), 3);
        QVERIFY(program.err().contains("DEEPSEEK_API_KEY"));
    }

    void aStructuredAnswerStreamsItsNarration()
    {
        json::object intent = toJson(sample::intent());
        json::object answer { { "narration", "A fine goal.\nLet us begin." } };
        addMissing(answer, intent);
        ScriptedHttpServer server;
        server.enqueue(streamed(QString::fromUtf8(writeJson(answer))));
        server.enqueue(streamed(designText()));
        Program program;
        configure(program, server.url(u"/v1"_s), u"classroom"_s);
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"Web development with Python"_s }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(program.out().contains("A fine goal.\nLet us begin.\n"));
        QVERIFY(!program.out().contains("narration"));
        QVERIFY(!program.out().contains('{'));
    }

    void aServiceAnswers()
    {
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { serviceStream() } } });
        Program program;
        QVERIFY(program.run(generate({ u"--service-url"_s, server.url().toString() })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests()[0].path, "/api/v1/roadmaps/generate-stream");
        QCOMPARE(readRoadmap(parseJson(program.out()).value()).value(), sample::perfectRoadmap());
    }

    void aServiceIsChosenByItsName_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("its name") << QStringList { u"--provider"_s, u"hub"_s };
        QTest::newRow("its name and kind")
            << QStringList { u"--source"_s, u"service"_s, u"--provider"_s, u"hub"_s };
    }

    void aServiceIsChosenByItsName()
    {
        QFETCH(const QStringList, options);
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { serviceStream() } } });
        Program program;
        configureServices(
            program, { { u"hub"_s, server.url() }, { u"other"_s, QUrl(u"http://127.0.0.1:9"_s) } });
        QVERIFY(program.run(generate(options)));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests().size(), 1);
    }

    void theOnlyServiceNeedsNoName()
    {
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { serviceStream() } } });
        Program program;
        configureServices(program, { { u"hub"_s, server.url() } });
        QVERIFY(program.run(generate({ u"--source"_s, u"service"_s })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
    }

    void theClassCodeIsReadFromWhereItIsKept_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("the one that is kept") << QString() << QByteArray("Bearer maple-42-river");
        QTest::newRow("another one for this run")
            << u"stone-7-cloud"_s << QByteArray("Bearer stone-7-cloud");
    }

    void theClassCodeIsReadFromWhereItIsKept()
    {
        QFETCH(const QString, variable);
        QFETCH(const QByteArray, sent);
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { serviceStream() } } });
        Program program;
        const ServiceSetup hub {
            .id = u"hub"_s, .title = u"hub"_s, .url = server.url(), .keyPlace = KeyPlace::File
        };
        ConfiguredProviders configured;
        configured.services.append(hub);
        QVERIFY(!ProviderSettings(program.dataFolder()).write(configured));
        FileSecretStore store(program.dataFolder());
        const auto job = store.write(secretName(hub), "maple-42-river");
        QVERIFY(QSignalSpy(job.get(), &SecretJob::finished).wait());
        if (!variable.isEmpty())
            program.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, variable);
        QVERIFY(program.run(generate({ u"--provider"_s, u"hub"_s })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests()[0].header("authorization"), sent);
        QVERIFY(!program.err().contains("maple"));
    }

    void theKeyOfAProviderGoesToItsOwnServerOnly()
    {
        ScriptedHttpServer mine;
        mine.enqueue(streamed(intentText()));
        mine.enqueue(streamed(designText()));
        ScriptedHttpServer other;
        other.enqueue(streamed(intentText()));
        other.enqueue(streamed(designText()));
        Program program;
        ConfiguredProviders configured;
        ProviderSetup setup = setupFrom(*findProvider(u"vllm"));
        setup.baseUrl = mine.url(u"/v1"_s);
        setup.model = u"tiny"_s;
        setup.reviewRounds = 0;
        setup.keyPlace = KeyPlace::File;
        configured.providers.append(setup);
        QVERIFY(!ProviderSettings(program.dataFolder()).write(configured));
        FileSecretStore store(program.dataFolder());
        const auto job = store.write(secretName(setup), "sk-geheim");
        QVERIFY(QSignalSpy(job.get(), &SecretJob::finished).wait());

        QVERIFY(program.run(generate({ u"--provider"_s, u"vllm"_s })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(mine.requests()[0].header("authorization"), "Bearer sk-geheim");
        QVERIFY(program.run(generate(
            { u"--provider"_s, u"vllm"_s, u"--base-url"_s, other.url(u"/v1"_s).toString() })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(other.requests()[0].header("authorization"), QByteArray());
    }

    void aServicesRoadmapThatBreaksAHardRuleIsKeptAndMarked()
    {
        Roadmap empty = sample::perfectRoadmap();
        for (Stage& stage : empty.stages)
            stage.modules.clear();
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { serviceStream(empty) } } });
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
            u"--service-url"_s, server.url().toString() }));
        QCOMPARE(program.exitStatus(), 4);
        QVERIFY(program.out().contains("[This roadmap breaks rules that it must keep"));
        QVERIFY(program.err().contains("Note (H3, critical"));
        QVERIFY(program.err().contains("roadloom roadmap resume "));
    }

    void aServiceThatBreaksOffIsTakenUpAgain()
    {
        const QByteArrayList events = [] {
            QByteArrayList list;
            QByteArray rest = serviceStream();
            for (int id = 1; !rest.isEmpty(); ++id) {
                const qsizetype end = rest.indexOf("\n\n") + 2;
                list.append("id: " + QByteArray::number(id) + '\n' + rest.first(end));
                rest.remove(0, end);
            }
            return list;
        }();
        ScriptedHttpServer server;
        server.enqueue(
            { .pieces = { { events[0] + events[1] } }, .ending = ScriptedAnswer::Ending::Close });
        server.enqueue({ .pieces = { { events[2] + events[3] } } });
        Program program;
        QVERIFY(program.run(generate({ u"--service-url"_s, server.url().toString() })));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests()[1].header("last-event-id"), "2");
        QCOMPARE(server.requests()[1].body, server.requests()[0].body);
    }

    void thePlaceInLineIsSaidWhenItIsAnother()
    {
        const auto queued = [](int place) -> QByteArray {
            return "data: {\"type\":\"queued\",\"position\":" + QByteArray::number(place)
                + ",\"wait_s\":70}\n\n";
        };
        ScriptedHttpServer server;
        server.enqueue({ .pieces = { { queued(3) }, { .bytes = queued(3), .after = 1ms },
                             { .bytes = queued(1), .after = 1ms },
                             { .bytes = serviceStream(), .after = 1ms } } });
        Program program;
        QVERIFY(program.run({ u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
            u"--format"_s, u"ndjson"_s, u"--service-url"_s, server.url().toString() }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(program.err().count("Place 3 in line, about 2 min\n"), 1);
        QCOMPARE(program.err().count("You are next in line, about 2 min\n"), 1);
        QVERIFY(!program.out().contains("in line"));
        QVERIFY(!program.out().contains("queued"));
    }

    void triesAModel()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(u"Practice a little every day, and sleep."_s));
        server.enqueue(streamed(u"{\"narration\":\"Practice.\"}"_s));
        Program program;
        configure(program, server.url(u"/v1"_s), u"offline"_s);
        QVERIFY(program.run({ u"providers"_s, u"test"_s, u"classroom"_s }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QVERIFY(program.out().startsWith("Practice a little every day"));
        QVERIFY(program.out().contains("First word after: "));
        QVERIFY(program.out().contains("Streams: yes"));
        QVERIFY(program.out().contains("Structured output: JSON after a schema"));
    }

    void saysWhyAModelCannotBeTried_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("unknown") << QStringList { u"test"_s, u"nobody"_s } << 2
                                 << QByteArray("providers list");
        QTest::newRow("no name") << QStringList { u"test"_s } << 2
                                 << QByteArray("providers test NAME");
        QTest::newRow("another word")
            << QStringList { u"shout"_s } << 2 << QByteArray("providers list");
        for (const QString& option :
            { u"--base-url"_s, u"--model"_s, u"--api-style"_s, u"--timeout"_s }) {
            QTest::addRow("list with %s", qPrintable(option)) << QStringList { u"list"_s, option,
                u"1"_s } << 2 << QByteArray("\"providers test\" only");
        }
        QTest::newRow("nobody there") << QStringList { u"test"_s, u"classroom"_s } << 3
                                      << QByteArray("Nothing answers at 127.0.0.1:9");
    }

    void saysWhyAModelCannotBeTried()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, status);
        QFETCH(const QByteArray, said);
        Program program;
        configure(program, QUrl(u"http://127.0.0.1:9/v1"_s), u"offline"_s);
        QVERIFY(program.run(QStringList { u"providers"_s } + arguments));
        QCOMPARE(program.exitStatus(), status);
        QVERIFY2(program.err().contains(said), program.err().constData());
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ProvidersTest)
#include "ProvidersTest.moc"
