// SPDX-License-Identifier: Apache-2.0
#include "core/storage/KeychainSecretStore.h"
#include "tests/core/storage/Outcome.h"

#include <QLibrary>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

using test::SecretOutcome;

/// Never touches the keyring of whoever runs it: without a bus, or, in a second process, on a bus
/// of its own with a fresh keyring.
class KeychainSecretStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesTheChoicesWithoutABackend_data();
    void namesTheChoicesWithoutABackend();
    void staysSilentOnceLetGo();
    void answersOnTheThreadThatAsks();
    void waitsForABusThatStaysSilentOnlySoLong();
    void keepsSecretsInARealKeyring();
    void roundTrip();

private:
    bool m_isInside = false; ///< this is the second process
};

namespace {

constexpr const char* nowhere = "unix:path=/nowhere/bus";
constexpr const char* insideVariable = "ROADLOOM_TEST_OWN_KEYRING";

/// Starts a keyring for the session it is run in, unlocked with some password, then the command.
constexpr const char* keyringScript = R"(
printf secret | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
keyring=$!
"$@"
status=$?
kill $keyring
exit $status
)";

/// Without this library QtKeychain asks KWallet, in calls of its own.
bool hasLibsecret()
{
    return QLibrary(u"secret-1"_s, 0).load();
}

QByteArray secretIn(SecretStore& store, const QString& name)
{
    const SecretOutcome outcome(store.read(name));
    if (!QTest::qWaitFor([&] { return outcome.signalCount > 0; }, 30'000))
        return "(silent)";
    return outcome.secret ? *outcome.secret : outcome.error->details.toUtf8();
}

} // namespace

void KeychainSecretStoreTest::initTestCase()
{
    m_isInside = qEnvironmentVariableIsSet(insideVariable);
    if (!m_isInside)
        qputenv("DBUS_SESSION_BUS_ADDRESS", nowhere);
}

void KeychainSecretStoreTest::namesTheChoicesWithoutABackend_data()
{
    QTest::addColumn<int>("ask");
    QTest::addRow("read") << 0;
    QTest::addRow("write") << 1;
    QTest::addRow("remove") << 2;
}

void KeychainSecretStoreTest::namesTheChoicesWithoutABackend()
{
    if (m_isInside)
        QSKIP("there is one");
    QFETCH(const int, ask);
    KeychainSecretStore store;
    const SecretOutcome outcome(ask == 0 ? store.read(u"a"_s)
            : ask == 1                   ? store.write(u"a"_s, "geheim")
                                         : store.remove(u"a"_s));
    QCOMPARE(outcome.signalCount, 0);
    QTRY_COMPARE(outcome.signalCount, 1);
    QVERIFY(outcome.error);
    QCOMPARE(errorKindName(outcome.error->kind), errorKindName(ErrorKind::Internal));
    QVERIFY(outcome.error->message.contains("only for this session"_L1));
    QVERIFY(outcome.error->message.contains("a file only you can read"_L1));
    QVERIFY(!outcome.error->message.contains("geheim"_L1));
    QVERIFY(!outcome.error->details.contains("geheim"_L1));
}

void KeychainSecretStoreTest::staysSilentOnceLetGo()
{
    KeychainSecretStore store;
    int signalCount = 0;
    std::unique_ptr<SecretJob> job = store.read(u"a"_s);
    connect(job.get(), &SecretJob::failed, this, [&] { ++signalCount; });
    connect(job.get(), &SecretJob::finished, this, [&] { ++signalCount; });
    job.reset();
    const SecretOutcome next(store.read(u"b"_s)); // one after the other
    QTRY_COMPARE(next.signalCount, 1);
    QCOMPARE(signalCount, 0);
}

/// One whose event loop knows nothing of GLib, as the hub's does not.
void KeychainSecretStoreTest::answersOnTheThreadThatAsks()
{
    if (m_isInside)
        QSKIP("there is a backend");
    qputenv("QT_NO_THREADED_GLIB", "1");
    QThread thread;
    thread.start();
    QObject asker;
    asker.moveToThread(&thread);
    std::unique_ptr<SecretJob> job;
    std::atomic<QThread*> answeredOn = nullptr;
    QMetaObject::invokeMethod(&asker, [&] {
        job = KeychainSecretStore().read(u"a"_s);
        connect(
            job.get(), &SecretJob::failed, job.get(),
            [&] { answeredOn = QThread::currentThread(); }, Qt::DirectConnection);
    });
    QTRY_COMPARE(answeredOn.load(), &thread);
    QMetaObject::invokeMethod(
        &asker, [&] { job.reset(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    QVERIFY(thread.wait());
    qunsetenv("QT_NO_THREADED_GLIB");
}

void KeychainSecretStoreTest::waitsForABusThatStaysSilentOnlySoLong()
{
    if (m_isInside || !hasLibsecret())
        QSKIP("needs libsecret, and a bus that stays silent");
    const QTemporaryDir folder;
    QLocalServer bus;
    QVERIFY(bus.listen(folder.filePath(u"bus"_s)));
    qputenv("DBUS_SESSION_BUS_ADDRESS", QFile::encodeName(u"unix:path="_s + bus.fullServerName()));
    KeychainSecretStore store(100ms);
    const SecretOutcome outcome(store.read(u"a"_s));
    QTRY_COMPARE(outcome.signalCount, 1);
    QVERIFY(outcome.error);
    QCOMPARE(errorKindName(outcome.error->kind), errorKindName(ErrorKind::Timeout));
    QVERIFY(outcome.error->message.contains("only for this session"_L1));
    // The bus goes away: what it never answered ends, unheard, and lets others have their turn.
    qputenv("DBUS_SESSION_BUS_ADDRESS", nowhere);
    bus.close();
    while (QLocalSocket* connection = bus.nextPendingConnection())
        connection->abort();
    const SecretOutcome next(KeychainSecretStore().read(u"b"_s));
    QTRY_COMPARE(next.signalCount, 1);
    QCOMPARE(errorKindName(next.error.value_or(Error {}).kind), errorKindName(ErrorKind::Internal));
    QCOMPARE(outcome.signalCount, 1);
}

void KeychainSecretStoreTest::keepsSecretsInARealKeyring()
{
    if (m_isInside)
        QSKIP("this is inside");
    if (!hasLibsecret())
        QSKIP("libsecret is not installed");
    for (const QString& program : { u"dbus-run-session"_s, u"gnome-keyring-daemon"_s }) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
    }
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    for (const QString& name :
        { u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_RUNTIME_DIR"_s })
        environment.insert(name, home.path());
    environment.insert(QString::fromLatin1(insideVariable), u"1"_s);
    QProcess inside;
    inside.setProcessEnvironment(environment);
    inside.setProcessChannelMode(QProcess::MergedChannels);
    inside.start(u"dbus-run-session"_s,
        { u"--"_s, u"sh"_s, u"-c"_s, QString::fromLatin1(keyringScript), u"sh"_s,
            QCoreApplication::applicationFilePath(), u"roundTrip"_s });
    QVERIFY(inside.waitForFinished(120'000));
    QVERIFY2(inside.exitStatus() == QProcess::NormalExit && inside.exitCode() == 0,
        inside.readAll().constData());
}

void KeychainSecretStoreTest::roundTrip()
{
    if (!m_isInside)
        QSKIP("only on a bus of its own");
    KeychainSecretStore store;
    // The daemon takes its name on the bus in its own time.
    QTRY_COMPARE_WITH_TIMEOUT(secretIn(store, u"a"_s), QByteArray(), 30'000);
    const auto done = [](std::unique_ptr<SecretJob> job) {
        const SecretOutcome outcome(std::move(job));
        const bool told = QTest::qWaitFor([&] { return outcome.signalCount > 0; }, 30'000);
        if (outcome.error)
            qWarning() << *outcome.error;
        return told && outcome.secret == QByteArray();
    };
    QVERIFY(done(store.remove(u"a"_s)));
    QVERIFY(done(store.write(u"a"_s, "one")));
    QVERIFY(done(store.write(u"b"_s, "two \xc3\xa4")));
    QCOMPARE(secretIn(store, u"a"_s), "one"_ba);
    QCOMPARE(secretIn(store, u"b"_s), "two \xc3\xa4"_ba);
    QVERIFY(done(store.write(u"a"_s, "three")));
    QCOMPARE(secretIn(store, u"a"_s), "three"_ba);
    QVERIFY(done(store.remove(u"a"_s)));
    QCOMPARE(secretIn(store, u"a"_s), QByteArray());
    QVERIFY(done(store.write(u"b"_s, {})));
    QCOMPARE(secretIn(store, u"b"_s), QByteArray());
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::KeychainSecretStoreTest)
#include "KeychainSecretStoreTest.moc"
