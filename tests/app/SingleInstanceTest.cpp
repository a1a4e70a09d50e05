// SPDX-License-Identifier: Apache-2.0
#include "app/SingleInstance.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

using Call = SingleInstance::Call;
using Role = SingleInstance::Role;

LearnerRequest wish()
{
    LearnerRequest request;
    request.userId = u"user"_s;
    request.additionalContext = u"I have a notebook."_s;
    request.extras["colour"] = "blue";
    LearningPreferences& preferences = request.preferences;
    preferences.learningGoal = u"学习 Python"_s;
    preferences.availableHoursPerWeek = 3;
    preferences.motivation = u"A new job"_s;
    preferences.currentLevel = LearnerLevel::Advanced;
    preferences.careerBackground = u"Cook"_s;
    preferences.contentPreference = { ContentPreference::Video };
    preferences.targetDeadline = QDate(2031, 5, 1);
    preferences.language = u"en"_s;
    preferences.extras["pace"] = "slow";
    return request;
}

/// A start of the program in a thread of its own, as a process would be.
Role startElsewhere(const QString& folder, const Call& call)
{
    Role role = Role::Alone;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        SingleInstance second(folder);
        role = second.begin(call);
    }));
    QSignalSpy ended(thread.get(), &QThread::finished);
    thread->start();
    if (!ended.wait(10'000))
        qFatal("the second start does not end");
    return role;
}

QString socketIn(const QString& folder)
{
    const QStringList sockets = QDir(folder).entryList({ u"roadloom-*"_s }, QDir::System);
    return sockets.isEmpty() ? QString() : folder + u'/' + sockets.constFirst();
}

/// The file of a socket that nobody listens to, as a killed process leaves it.
void leaveSocket(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), std::begin(address.sun_path));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qFatal("the socket cannot be left there");
    ::close(socket);
}

} // namespace

class SingleInstanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSecondGivesItsWishToTheFirst();
    void aLinkIsHandedOnAsItIs();
    void aStartWithoutAWishOnlyCalls();
    void anotherDataFolderHasItsOwnFirst();
    void whoComesAfterTheFirstHasEndedIsFirst();
    void aSocketLeftByACrashIsTakenOver();
    void oneThatDoesNotAnswerIsToldNothing();
    void whatIsNoCallIsNotTaken_data();
    void whatIsNoCallIsNotTaken();

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
    QTemporaryDir m_data;
};

void SingleInstanceTest::init()
{
    m_runtime = std::make_unique<QTemporaryDir>(u"/tmp/rlXXXXXX"_s);
    qputenv("XDG_RUNTIME_DIR", m_runtime->path().toUtf8());
}

void SingleInstanceTest::theSecondGivesItsWishToTheFirst()
{
    SingleInstance first(m_data.path());
    QCOMPARE(first.begin({}), Role::First);
    first.listen();
    QList<Call> calls;
    connect(&first, &SingleInstance::called, this, [&](const Call& call) { calls.append(call); });
    QCOMPARE(
        startElsewhere(m_data.path(),
            { .wish = wish(), .file = u"/home/我/a b.roadloom"_s, .activationToken = "token" }),
        Role::Second);
    QTRY_COMPARE(calls.size(), 1);
    QCOMPARE(calls.constFirst().wish, wish());
    QCOMPARE(calls.constFirst().file, u"/home/我/a b.roadloom"_s);
    QCOMPARE(calls.constFirst().activationToken, "token");
}

void SingleInstanceTest::aLinkIsHandedOnAsItIs()
{
    SingleInstance first(m_data.path());
    QCOMPARE(first.begin({}), Role::First);
    first.listen();
    QList<Call> calls;
    connect(&first, &SingleInstance::called, this, [&](const Call& call) { calls.append(call); });
    const QString link = u"roadloom://join/192.168.1.20:8000?code=%41&more=\u001b"_s;
    QCOMPARE(startElsewhere(m_data.path(), { .link = link }), Role::Second);
    QTRY_COMPARE(calls.size(), 1);
    QCOMPARE(calls.constFirst().link, link);
    QVERIFY(calls.constFirst().file.isEmpty());
}

void SingleInstanceTest::aStartWithoutAWishOnlyCalls()
{
    SingleInstance first(m_data.path());
    QCOMPARE(first.begin({}), Role::First);
    first.listen();
    QList<Call> calls;
    connect(&first, &SingleInstance::called, this, [&](const Call& call) { calls.append(call); });
    QCOMPARE(startElsewhere(m_data.path(), {}), Role::Second);
    QTRY_COMPARE(calls.size(), 1);
    QVERIFY(!calls.constFirst().wish);
}

void SingleInstanceTest::anotherDataFolderHasItsOwnFirst()
{
    const QTemporaryDir other;
    SingleInstance first(m_data.path());
    QCOMPARE(first.begin({}), Role::First);
    SingleInstance second(other.path());
    QCOMPARE(second.begin({}), Role::First);
}

void SingleInstanceTest::whoComesAfterTheFirstHasEndedIsFirst()
{
    {
        SingleInstance first(m_data.path());
        QCOMPARE(first.begin({}), Role::First);
        first.listen();
    }
    SingleInstance next(m_data.path());
    QCOMPARE(next.begin({}), Role::First);
}

void SingleInstanceTest::aSocketLeftByACrashIsTakenOver()
{
    QString path;
    {
        SingleInstance first(m_data.path());
        QCOMPARE(first.begin({}), Role::First);
        first.listen();
        path = socketIn(m_runtime->path());
    }
    leaveSocket(path);
    SingleInstance next(m_data.path());
    QCOMPARE(next.begin({}), Role::First);
    next.listen();
    int calls = 0;
    connect(&next, &SingleInstance::called, this, [&] { ++calls; });
    QCOMPARE(startElsewhere(m_data.path(), {}), Role::Second);
    QTRY_COMPARE(calls, 1);
}

void SingleInstanceTest::oneThatDoesNotAnswerIsToldNothing()
{
    // It stands still while the second start waits, and wakes when that has begun by itself.
    SingleInstance first(m_data.path());
    QCOMPARE(first.begin({}), Role::First);
    first.listen();
    int calls = 0;
    connect(&first, &SingleInstance::called, this, [&] { ++calls; });
    SingleInstance second(m_data.path());
    QCOMPARE(second.begin({ .wish = wish(), .activationToken = {} }), Role::Alone);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
}

void SingleInstanceTest::whatIsNoCallIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("hello\n");
    QTest::newRow("no object") << QByteArray("[]\n");
    QTest::newRow("no wish") << QByteArray("{\"wish\":{\"user_id\":3}}\n");
    QTest::newRow("a file somewhere") << QByteArray("{\"file\":\"a.roadloom\"}\n");
    QTest::newRow("another link") << QByteArray("{\"link\":\"https://example.org\"}\n");
    QTest::newRow("too long") << QByteArray(qsizetype(300) * 1024, 'x');
}

void SingleInstanceTest::whatIsNoCallIsNotTaken()
{
    QFETCH(QByteArray, bytes);
    SingleInstance first(m_data.path());
    QCOMPARE(first.begin({}), Role::First);
    first.listen();
    int calls = 0;
    connect(&first, &SingleInstance::called, this, [&] { ++calls; });
    QLocalSocket caller;
    caller.connectToServer(socketIn(m_runtime->path()));
    QVERIFY(caller.waitForConnected());
    QSignalSpy ended(&caller, &QLocalSocket::disconnected);
    caller.write(bytes);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(SingleInstanceTest)

#include "SingleInstanceTest.moc"
