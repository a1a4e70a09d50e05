// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Hub.h"
#include "tests/core/hub/ToldSource.h"

#include <QPointer>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

constexpr int patience = 30'000; // milliseconds, on a machine that is busy
const QString debiansPython = u"/usr/bin/python3"_s;

/// The script beside this file, in a child process.
struct Script {
    Script(const QString& what, const Hub& hub)
    {
        process.start(debiansPython,
            { QStringLiteral(ROADLOOM_SOURCE_DIR) + u"/tests/core/hub/httpx_client.py"_s, what,
                u"http://127.0.0.1:%1/api/v1/roadmaps/generate-stream"_s.arg(hub.port()) });
    }
    /// Its lines so far.
    [[nodiscard]] QByteArrayList lines()
    {
        out += process.readAllStandardOutput();
        QByteArrayList lines = out.split('\n');
        lines.removeLast(); // not whole
        return lines;
    }
    [[nodiscard]] bool hasEnded() const { return process.state() == QProcess::NotRunning; }

    QProcess process;
    QByteArray out;
};

} // namespace

/// The hub with a client that others wrote.
class HttpxTest : public QObject {
    Q_OBJECT
private:
    QPointer<ToldSource> m_source;
    std::unique_ptr<Hub> m_hub;

private Q_SLOTS:
    void initTestCase()
    {
        QProcess python;
        python.start(debiansPython, { u"-c"_s, u"import httpx"_s });
        QVERIFY2(python.waitForFinished(patience) && python.exitCode() == 0,
            "Python's HTTPX is not installed: on Debian it is the package python3-httpx");
    }

    void init()
    {
        m_hub = std::make_unique<Hub>(HubSetup { .port = 0 }, [this] {
            auto source = std::make_unique<ToldSource>();
            m_source = source.get();
            return source;
        });
        QVERIFY(!m_hub->listen());
    }

    void itFollowsARunAsItComes()
    {
        Script script(u"follow"_s, *m_hub);
        QTRY_VERIFY_WITH_TIMEOUT(m_source != nullptr, patience);
        QCOMPARE(m_source->asked.preferences.learningGoal, u"学习 SQL"_s);
        m_source->say(u"您好"_s);
        const QByteArray hello = R"({"type":"chunk","content":"您好","agent":"intent_analyzer"})";
        QTRY_COMPARE_WITH_TIMEOUT(script.lines(), QByteArrayList { hello }, patience);
        QVERIFY(!script.hasEnded());
        m_source->say(DoneEvent());
        QTRY_VERIFY_WITH_TIMEOUT(script.hasEnded(), patience);
        QVERIFY2(script.process.exitCode() == 0, script.process.readAllStandardError().constData());
        QCOMPARE(script.lines().size(), 2);
        QVERIFY(script.lines().last().startsWith(R"({"type":"done")"));
    }

    void itComesBackForTheRest()
    {
        Script script(u"resume"_s, *m_hub);
        QTRY_VERIFY_WITH_TIMEOUT(m_source != nullptr, patience);
        m_source->say(u"one"_s);
        QTRY_VERIFY_WITH_TIMEOUT(script.lines().contains("cut"), patience);
        m_source->say(u"two"_s);
        QTRY_COMPARE_WITH_TIMEOUT(script.lines().size(), 3, patience);
        QVERIFY(script.lines().last().contains("\"two\""));
        m_source->say(DoneEvent());
        QTRY_VERIFY_WITH_TIMEOUT(script.hasEnded(), patience);
        QVERIFY2(script.process.exitCode() == 0, script.process.readAllStandardError().constData());
        QCOMPARE(script.lines().size(), 4);
        QCOMPARE(m_hub->runs().all().size(), 1);
    }

    void itIsToldWhatAWishLacks()
    {
        Script script(u"refuse"_s, *m_hub);
        QTRY_VERIFY_WITH_TIMEOUT(script.hasEnded(), patience);
        QVERIFY2(script.process.exitCode() == 0, script.process.readAllStandardError().constData());
        QCOMPARE(script.lines(), QByteArrayList { "422 body/preferences/learning_goal" });
    }
};

QTEST_GUILESS_MAIN(HttpxTest)
#include "HttpxTest.moc"
