// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/e2e/HubProgram.h"
#include "tests/support/ScriptedHttpServer.h"
#include "tests/support/TestCertificates.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom::test;

namespace {

/// A hub of the built-in courses.
class Hub : public HubProgram {
public:
    [[nodiscard]] bool start(const QStringList& options = {})
    {
        return HubProgram::start(QStringList { u"--source"_s, u"offline"_s } + options);
    }
};

bool hasCurl()
{
    return !QStandardPaths::findExecutable(u"curl"_s).isEmpty();
}

/// What curl prints.
QByteArray curl(const QString& url, const QStringList& options)
{
    QProcess process;
    process.start(u"curl"_s,
        QStringList { u"-s"_s, u"-N"_s, u"--noproxy"_s, u"*"_s, u"--max-time"_s, u"30"_s } + options
            + QStringList { url });
    const bool hasEnded
        = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 40'000);
    return hasEnded ? process.readAllStandardOutput() : QByteArray();
}

/// Word for word as the contract has it.
const QString contractWish = uR"({
        "user_id": "test-user",
        "session_id": "test-session",
        "preferences": {
          "learning_goal": "学习 Python Web 开发",
          "available_hours_per_week": 10,
          "motivation": "职业转型",
          "current_level": "beginner",
          "career_background": "市场营销",
          "content_preference": ["text", "interactive"]
        }
      })"_s;

struct Message {
    QByteArray id;
    QByteArray data;
};

QList<Message> messagesOf(const QByteArray& stream)
{
    QList<Message> messages;
    QByteArray id;
    for (const QByteArray& line : stream.split('\n')) {
        if (line.startsWith("id: "))
            id = line.mid(4);
        else if (line.startsWith("data: "))
            messages.append({ .id = id, .data = line.mid(6) });
    }
    return messages;
}

/// Times differ from run to run.
QByteArray withoutTimes(const QByteArray& data)
{
    static const QRegularExpression times(u"\"duration_ms\":\\d+"_s);
    return QString::fromUtf8(data).remove(times).toUtf8();
}

} // namespace

/// The hub as foreign clients and our own see it.
class HubTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void curlGetsTheSequenceOfTheContract()
    {
        if (!hasCurl())
            QSKIP("curl is not there");
        Hub hub;
        QVERIFY2(hub.start(), hub.program().err().constData());
        const QByteArray stream = curl(hub.url() + u"/api/v1/roadmaps/generate-stream"_s,
            { u"-H"_s, u"Content-Type: application/json"_s, u"-d"_s, contractWish });
        const QList<Message> messages = messagesOf(stream);
        QVERIFY(messages.size() > 4);
        QString outline;
        for (const Message& message : messages) {
            QVERIFY2(message.data.startsWith("{\"type\":\""), message.data.constData());
            const QString type = QString::fromUtf8(message.data.mid(9)).section(u'"', 0, 0);
            const QString agent = message.data.contains("\"agent\":\"intent_analyzer\"}")
                ? u"intent"_s
                : message.data.contains("\"agent\":\"curriculum_architect\"}") ? u"architect"_s
                                                                               : QString();
            if (const QString word = u' ' + type + u':' + agent; !outline.endsWith(word))
                outline += word;
        }
        QCOMPARE(
            outline, u" chunk:intent complete:intent chunk:architect complete:architect done:"_s);
        QVERIFY(stream.contains("学习 Python Web 后端开发")); // UTF-8, unescaped
        QVERIFY(!stream.contains("\\u"));
    }

    void ourOwnClientGetsWhatTheHubWouldSayAtHome()
    {
        Hub hub;
        QVERIFY2(hub.start(), hub.program().err().constData());
        const QStringList wish { u"--goal"_s, u"SQL"_s, u"--format"_s, u"sse"_s };
        Program seat;
        QVERIFY(seat.run(QStringList { u"generate"_s, u"--source"_s, u"service"_s,
                             u"--service-url"_s, hub.url() }
            + wish));
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
        Program home;
        QVERIFY(home.run(QStringList { u"generate"_s, u"--source"_s, u"offline"_s } + wish));
        const auto said = [](Program& program) {
            QByteArrayList events;
            for (const Message& message : messagesOf(program.out()))
                events.append(withoutTimes(message.data));
            return events;
        };
        QCOMPARE(said(seat), said(home));
    }

    void whatHappensIsLoggedForMachinesWithoutAnybodysWords()
    {
        Hub hub;
        QVERIFY2(hub.start({ u"--log"_s, u"-"_s }), hub.program().err().constData());
        Program seat;
        QVERIFY(seat.run({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
            hub.url(), u"--goal"_s, u"SQL"_s }));
        QStringList events;
        QTRY_VERIFY(hub.program().out().contains("\"run_ended\""));
        for (const QByteArray& line : hub.program().out().trimmed().split('\n')) {
            QVERIFY2(line.startsWith("{\"time\":\"20"), line.constData());
            events.append(
                QString::fromUtf8(line).section(u"\"event\":\""_s, 1).section(u'"', 0, 0));
        }
        QCOMPARE(events, (QStringList { u"run_queued"_s, u"run_began"_s, u"run_ended"_s }));
        QVERIFY(hub.program().out().contains("\"result\":\"completed\""));
        QVERIFY(!hub.program().out().contains("SQL"));
    }

    void whatIsNoWishIsRefusedInTheServicesShape()
    {
        if (!hasCurl())
            QSKIP("curl is not there");
        Hub hub;
        QVERIFY2(hub.start(), hub.program().err().constData());
        const QByteArray answer = curl(hub.url() + u"/api/v1/roadmaps/generate-stream"_s,
            { u"-w"_s, u" %{http_code}"_s, u"-d"_s, u"{}"_s });
        QCOMPARE(answer,
            "{\"detail\":[{\"loc\":[\"body\",\"preferences\"],"
            "\"msg\":\"expected a value, found nothing\",\"type\":\"missing\"}]} 422");
    }

    void aClassIsJoinedWithItsCode()
    {
        if (!hasCurl())
            QSKIP("curl is not there");
        Hub hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(hub.start(), hub.program().err().constData());
        QTRY_VERIFY(hub.program().err().contains("QUIET-FOX"));
        const QString generate = hub.url() + u"/api/v1/roadmaps/generate-stream"_s;
        QVERIFY(curl(generate, { u"-w"_s, u" %{http_code}"_s, u"-d"_s, contractWish })
                    .endsWith(" 401"));
        const QByteArray joined = curl(hub.url() + u"/api/v1/class/join"_s,
            { u"-d"_s, u"{\"code\":\"quiet fox\",\"name\":\"Li\"}"_s });
        const QString token = QString::fromUtf8(joined).section(u'"', 3, 3);
        const QByteArray stream = curl(
            generate, { u"-H"_s, u"Authorization: Bearer "_s + token, u"-d"_s, contractWish });
        QVERIFY(stream.contains("{\"type\":\"done\""));
    }

    void theLinkWithWhichAClassIsJoinedIsPrinted()
    {
        Hub hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(hub.start({ u"--tls"_s, u"--class-name"_s, u"7b & co"_s }),
            hub.program().err().constData());
        const QString place = u"roadloom://join/127.0.0.1:%1?"_s.arg(hub.port());
        QTRY_VERIFY(hub.program().err().contains(place.toUtf8()));
        const QString said = QString::fromUtf8(hub.program().err());
        const auto link
            = roadloom::readJoinLink(said.sliced(said.indexOf(place)).section(u'\n', 0, 0));
        QVERIFY(link.has_value());
        QCOMPARE(link->hub.toString(), hub.url());
        QCOMPARE(link->code, "QUIET-FOX");
        QCOMPARE(link->name, u"7b & co"_s);
        QVERIFY(said.contains(roadloom::shownFingerprint(link->fingerprint)));
    }

    void ourOwnClientJoinsWithTheCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("the class's") << u"quiet-fox"_s << 0 << QByteArray();
        QTest::newRow("another one") << u"loud-fox"_s << 3 << QByteArray("class code");
        QTest::newRow("none") << QString() << 3 << QByteArray("ROADLOOM_CLASS_CODE");
    }

    void ourOwnClientJoinsWithTheCode()
    {
        QFETCH(const QString, code);
        QFETCH(const QByteArray, word);
        Hub hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(hub.start(), hub.program().err().constData());
        Program seat;
        seat.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, code);
        QVERIFY(seat.run({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
            hub.url(), u"--goal"_s, u"SQL"_s }));
        QTEST(seat.exitStatus(), "status");
        QVERIFY2(seat.err().contains(word), seat.err().constData());
    }

    void whoIsAtATerminalIsAskedForTheCode_data()
    {
        QTest::addColumn<QByteArrayList>("typed");
        QTest::addColumn<int>("status");
        QTest::newRow("at once") << QByteArrayList { "quiet fox" } << 0;
        QTest::newRow("after a slip") << QByteArrayList { "quiet dog", "QUIET-FOX" } << 0;
        QTest::newRow("no code at all") << QByteArrayList { "狐狸", "quiet-fox" } << 0;
        QTest::newRow("nothing") << QByteArrayList { "" } << 3;
        QTest::newRow("never") << QByteArrayList { "one", "two", "three" } << 3;
    }

    void whoIsAtATerminalIsAskedForTheCode()
    {
        QFETCH(const QByteArrayList, typed);
        Hub hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY(hub.start());
        Program seat;
        seat.startInTerminal({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
            hub.url(), u"--goal"_s, u"SQL"_s, u"--format"_s, u"json"_s });
        qsizetype said = 0;
        for (const QByteArray& line : typed) {
            const QByteArray question = said == 0 ? "as your teacher shows it:" : "once more:";
            QTRY_VERIFY2_WITH_TIMEOUT(
                seat.err().indexOf(question, said) >= 0, seat.err().constData(), 20'000);
            said = seat.err().size();
            seat.type(line + '\n');
        }
        QVERIFY(seat.wait());
        QTEST(seat.exitStatus(), "status");
        QCOMPARE(seat.out().contains("\"stages\""), seat.exitStatus() == 0);
    }

    /// Who does not let it in for another reason is not helped by a code.
    void whoWantsNoCodeIsNotAskedFor()
    {
        ScriptedHttpServer server;
        server.enqueue({ .status = 403, .contentType = {}, .pieces = {} });
        Program seat;
        seat.startInTerminal({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
            server.url().toString(), u"--goal"_s, u"SQL"_s });
        QVERIFY(seat.wait());
        QCOMPARE(seat.exitStatus(), 3);
        QVERIFY2(!seat.err().contains("as your teacher shows it"), seat.err().constData());
    }

    void ourOwnClientJoinsWithTheLink()
    {
        Hub hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(hub.start({ u"--tls"_s }), hub.program().err().constData());
        QTRY_VERIFY(hub.program().err().contains("roadloom://"));
        const QString said = QString::fromUtf8(hub.program().err());
        const QString link = said.sliced(said.indexOf(u"roadloom://"_s)).section(u'\n', 0, 0);
        Program seat;
        QVERIFY(seat.run({ u"generate"_s, u"--service-url"_s, link, u"--goal"_s, u"SQL"_s }));
        QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
        QVERIFY(!seat.err().contains("QUIET-FOX"));
    }

    void aDamagedLinkIsSaid()
    {
        Program seat;
        QVERIFY(seat.run({ u"generate"_s, u"--service-url"_s,
            u"roadloom://join/127.0.0.1?code=QUIET-FOX"_s, u"--goal"_s, u"SQL"_s }));
        QCOMPARE(seat.exitStatus(), 2);
        QVERIFY(seat.err().contains("--service-url"));
        QVERIFY(!seat.err().contains("QUIET-FOX"));
    }

    void whatIsHandedInIsKeptInTheLibrary()
    {
        if (!hasCurl())
            QSKIP("curl is not there");
        Hub hub;
        hub.program().setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        QVERIFY2(hub.start(), hub.program().err().constData());
        const QString place = hub.url() + u"/api/v1/class/"_s;
        const QByteArray joined
            = curl(place + u"join"_s, { u"-d"_s, u"{\"code\":\"quiet fox\",\"name\":\"Ada\"}"_s });
        const QString token = QString::fromUtf8(joined).section(u'"', 3, 3);
        for (const QString& title : { u"Queries"_s, u"Better queries"_s }) {
            roadloom::Roadmap roadmap = roadloom::sample::perfectRoadmap();
            roadmap.id = u"r-1"_s;
            roadmap.title = title;
            curl(place + u"roadmaps"_s,
                { u"-H"_s, u"Authorization: Bearer "_s + token, u"-d"_s,
                    QString::fromUtf8(roadloom::writeJson(roadloom::toJson(roadmap))) });
        }
        QTRY_VERIFY(hub.program().err().contains(
            "Ada has handed in “Better queries”, which is in the library now."));
        hub.program().terminate();
        QVERIFY(hub.program().wait());
        Program listing;
        QVERIFY(listing.run({ u"roadmap"_s, u"list"_s, u"--data-dir"_s, hub.program().dataFolder(),
            u"--tag"_s, u"Ada"_s }));
        QVERIFY(listing.out().contains("Better queries"));
        QVERIFY(!listing.out().contains("Queries")); // the one of before
    }

    void theTeacherIsToldWhoseSeatItIs()
    {
        ScriptedHttpServer hub;
        hub.enqueue({ .status = 401, .contentType = {}, .pieces = {} });
        hub.enqueue({ .status = 401, .contentType = {}, .pieces = {} });
        Program seat;
        seat.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, u"QUIET-FOX"_s);
        seat.setEnvironment(u"ROADLOOM_SEAT_NAME"_s, u"李雷"_s);
        QVERIFY(seat.run({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
            hub.url().toString(), u"--goal"_s, u"SQL"_s }));
        QCOMPARE(hub.requests().size(), 2);
        QVERIFY(hub.requests().last().body.contains("\"name\":\"李雷\""));
    }

    void othersAreServedOverTls()
    {
        if (!hasCurl())
            QSKIP("curl is not there");
        Hub hub;
        QVERIFY2(hub.start({ u"--tls"_s }), hub.program().err().constData());
        QVERIFY(hub.url().startsWith(u"https://"_s));
        const QString generate = hub.url() + u"/api/v1/roadmaps/generate-stream"_s;
        QCOMPARE(curl(generate, { u"-d"_s, contractWish }), QByteArray()); // nobody vouches for it
        const QStringList trusting { u"--cacert"_s,
            hub.program().dataFolder() + u"/hub-certificate.pem"_s };
        const QByteArray stream = curl(generate, trusting + QStringList { u"-d"_s, contractWish });
        QVERIFY(stream.contains("data: {\"type\":\"done\""));
    }

    void ourOwnClientGoesByTheFingerprint_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("the hub's") << QString() << 0 << QByteArray();
        QTest::newRow("another one") << QString(64, u'a') << 3 << QByteArray("another certificate");
        QTest::newRow("none that could be one")
            << u"ab:cd"_s << 2 << QByteArray("ROADLOOM_HUB_FINGERPRINT");
    }

    void ourOwnClientGoesByTheFingerprint()
    {
        QFETCH(const QString, given);
        QFETCH(const QByteArray, word);
        Hub hub;
        QVERIFY2(hub.start({ u"--tls"_s }), hub.program().err().constData());
        static const QRegularExpression shown(u"([0-9A-F]{2}:){31}[0-9A-F]{2}"_s);
        QTRY_VERIFY(shown.match(QString::fromUtf8(hub.program().err())).hasMatch());
        const QString its = shown.match(QString::fromUtf8(hub.program().err())).captured();
        Program seat;
        seat.setEnvironment(u"ROADLOOM_HUB_FINGERPRINT"_s, given.isEmpty() ? its : given);
        QVERIFY(seat.run({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
            hub.url(), u"--goal"_s, u"SQL"_s }));
        QTEST(seat.exitStatus(), "status");
        QVERIFY2(seat.err().contains(word), seat.err().constData());
    }

    void aCertificateIsGiven()
    {
        if (!hasCurl())
            QSKIP("curl is not there");
        Hub hub;
        QVERIFY2(hub.start({ u"--tls-cert"_s, certificateFile(u"server.pem"_s), u"--tls-key"_s,
                     certificateFile(u"server.key"_s) }),
            hub.program().err().constData());
        QVERIFY(curl(hub.url() + u"/health"_s, { u"--cacert"_s, certificateFile(u"ca.pem"_s) })
                    .contains("healthy"));
    }

    void itEndsWhenItIsInterrupted()
    {
        Hub hub;
        QVERIFY2(hub.start(), hub.program().err().constData());
        hub.program().interrupt();
        QVERIFY(hub.program().wait());
        QCOMPARE(hub.program().exitStatus(), 0);
    }

    void aWrongUsageIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("no port") << QStringList { u"--listen"_s, u"127.0.0.1"_s }
                                 << QByteArray("--listen");
        QTest::newRow("no address")
            << QStringList { u"--listen"_s, u"here:80"_s } << QByteArray("--listen");
        QTest::newRow("no number of runs")
            << QStringList { u"--runs"_s, u"0"_s } << QByteArray("--runs");
        QTest::newRow("no number of runs in an hour")
            << QStringList { u"--runs-per-hour"_s, u"0"_s } << QByteArray("--runs-per-hour");
        QTest::newRow("no number of tokens")
            << QStringList { u"--tokens-per-day"_s, u"many"_s } << QByteArray("--tokens-per-day");
        QTest::newRow("a certificate without its key")
            << QStringList { u"--tls-cert"_s, u"c.pem"_s } << QByteArray("--tls-key");
        QTest::newRow("a name that no task could begin with")
            << QStringList { u"--name"_s, u"Hub.1"_s } << QByteArray("--name");
        QTest::newRow("a proxy without an address")
            << QStringList { u"--trust-proxy"_s, u"all"_s } << QByteArray("--trust-proxy");
        QTest::newRow("a word") << QStringList { u"now"_s } << QByteArray("\"now\"");
    }

    void aWrongUsageIsSaid()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, word);
        Program program;
        QVERIFY(program.run(QStringList { u"serve"_s } + options));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains(word), program.err().constData());
    }

    void aSecretThatSharesNothingIsRefused_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("too short")
            << u"fifteen letters"_s << u"QUIET-FOX"_s << QByteArray("ROADLOOM_HUB_SECRET needs 16");
        QTest::newRow("without a class code")
            << u"sixteen letters."_s << QString() << QByteArray("ROADLOOM_CLASS_CODE");
    }

    void aSecretThatSharesNothingIsRefused()
    {
        QFETCH(const QString, secret);
        QFETCH(const QString, code);
        QFETCH(const QByteArray, word);
        Program program;
        program.setEnvironment(u"ROADLOOM_HUB_SECRET"_s, secret);
        program.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, code);
        QVERIFY(program.run({ u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s }));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains(word), program.err().constData());
        QVERIFY(!program.err().contains(secret.toLatin1()));
    }

    void aCodeThatIsTooShortIsRefused_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("digits") << u"1234567"_s;
        QTest::newRow("what does not count") << u"--------"_s;
    }

    void aCodeThatIsTooShortIsRefused()
    {
        QFETCH(const QString, code);
        Program program;
        program.setEnvironment(u"ROADLOOM_CLASS_CODE"_s, code);
        QVERIFY(program.run({ u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s }));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY(program.err().contains("ROADLOOM_CLASS_CODE"));
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "HubTest.moc"
