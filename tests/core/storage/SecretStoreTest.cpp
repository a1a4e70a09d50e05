// SPDX-License-Identifier: Apache-2.0
#include "core/storage/FileSecretStore.h"
#include "core/storage/SessionSecretStore.h"
#include "tests/core/storage/Outcome.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

using test::SecretOutcome;

/// The stores that need no desktop.
class SecretStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsSecrets_data();
    void keepsSecrets();
    void tellsFromTheEventLoop_data();
    void tellsFromTheEventLoop();
    void staysSilentOnceLetGo_data();
    void staysSilentOnceLetGo();
    void outlivesTheProgramInTheFile();
    void theFileIsForItsOwnerAlone();
    void closesAFileThatOthersCouldRead();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void leavesANewerVersionsFile();
    void keepsMembersItDoesNotKnow();
    void saysWhenTheFileCannotBeWritten();

private:
    [[nodiscard]] std::unique_ptr<SecretStore> store() const;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"keys.json"_s); }
    void fill(const QByteArray& text) const;
    [[nodiscard]] QByteArray text(const QString& suffix = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

void addStores()
{
    QTest::addColumn<bool>("isFile");
    QTest::addRow("file") << true;
    QTest::addRow("session") << false;
}

QByteArray secretIn(SecretStore& store, const QString& name)
{
    const SecretOutcome outcome(store.read(name));
    return QTest::qWaitFor([&] { return outcome.signalCount > 0; })
        ? outcome.secret.value_or("(failed)"_ba)
        : "(silent)"_ba;
}

bool succeeds(std::unique_ptr<SecretJob> job)
{
    const SecretOutcome outcome(std::move(job));
    return QTest::qWaitFor([&] { return outcome.signalCount > 0; })
        && outcome.secret == QByteArray();
}

} // namespace

void SecretStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<SecretStore> SecretStoreTest::store() const
{
    QFETCH(const bool, isFile);
    if (isFile)
        return std::make_unique<FileSecretStore>(m_folder->path());
    return std::make_unique<SessionSecretStore>();
}

void SecretStoreTest::fill(const QByteArray& text) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray SecretStoreTest::text(const QString& suffix) const
{
    QFile file(path() + suffix);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SecretStoreTest::keepsSecrets_data()
{
    addStores();
}

void SecretStoreTest::keepsSecrets()
{
    const std::unique_ptr<SecretStore> keys = store();
    QCOMPARE(secretIn(*keys, u"a"_s), QByteArray());
    QVERIFY(succeeds(keys->remove(u"a"_s)));
    QVERIFY(succeeds(keys->write(u"a"_s, "one")));
    QVERIFY(succeeds(keys->write(u"ключ \"b\""_s, "two\\\"é")));
    QCOMPARE(secretIn(*keys, u"a"_s), "one"_ba);
    QCOMPARE(secretIn(*keys, u"ключ \"b\""_s), "two\\\"é"_ba);
    QVERIFY(succeeds(keys->write(u"a"_s, "three")));
    QCOMPARE(secretIn(*keys, u"a"_s), "three"_ba);
    QVERIFY(succeeds(keys->remove(u"a"_s)));
    QCOMPARE(secretIn(*keys, u"a"_s), QByteArray());
    QVERIFY(succeeds(keys->write(u"ключ \"b\""_s, {})));
    QCOMPARE(secretIn(*keys, u"ключ \"b\""_s), QByteArray());
}

void SecretStoreTest::tellsFromTheEventLoop_data()
{
    addStores();
}

void SecretStoreTest::tellsFromTheEventLoop()
{
    const std::unique_ptr<SecretStore> keys = store();
    const SecretOutcome outcome(keys->write(u"a"_s, "one"));
    QCOMPARE(outcome.signalCount, 0);
    QTRY_COMPARE(outcome.signalCount, 1);
    QCoreApplication::processEvents();
    QCOMPARE(outcome.signalCount, 1);
}

void SecretStoreTest::staysSilentOnceLetGo_data()
{
    addStores();
}

void SecretStoreTest::staysSilentOnceLetGo()
{
    const std::unique_ptr<SecretStore> keys = store();
    std::unique_ptr<SecretJob> job = keys->read(u"a"_s);
    const QSignalSpy finished(job.get(), &SecretJob::finished);
    job.reset();
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 0);
}

void SecretStoreTest::outlivesTheProgramInTheFile()
{
    QVERIFY(succeeds(FileSecretStore(m_folder->path()).write(u"a"_s, "one")));
    QVERIFY(succeeds(FileSecretStore(m_folder->path()).write(u"b"_s, "two")));
    FileSecretStore later(m_folder->path());
    QCOMPARE(secretIn(later, u"a"_s), "one"_ba);
    QCOMPARE(secretIn(later, u"b"_s), "two"_ba);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList { u"keys.json"_s });
}

void SecretStoreTest::theFileIsForItsOwnerAlone()
{
    FileSecretStore keys(m_folder->filePath(u"new"_s));
    QVERIFY(succeeds(keys.write(u"a"_s, "one")));
    QCOMPARE(QFile::permissions(keys.path()),
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser
            | QFileDevice::WriteUser);
}

void SecretStoreTest::closesAFileThatOthersCouldRead()
{
    FileSecretStore keys(m_folder->path());
    QVERIFY(succeeds(keys.write(u"a"_s, "geheim")));
    QVERIFY(QFile::setPermissions(
        path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    const SecretOutcome outcome(keys.read(u"a"_s));
    QTRY_COMPARE(outcome.signalCount, 1);
    QCOMPARE(outcome.secret, "geheim"_ba);
    QCOMPARE(outcome.remarks.size(), 1);
    QVERIFY(outcome.remarks.constFirst().contains(path()));
    QVERIFY(!outcome.remarks.constFirst().contains("geheim"_L1));
    QVERIFY(!(QFile::permissions(path()) & QFileDevice::ReadOther));
    const SecretOutcome again(keys.read(u"a"_s));
    QTRY_COMPARE(again.signalCount, 1);
    QCOMPARE(again.remarks, QStringList());
}

void SecretStoreTest::setsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::addRow("no JSON") << "geheim"_ba;
    QTest::addRow("no object") << "[\"geheim\"]"_ba;
    QTest::addRow("no keys") << "{\"version\":1}"_ba;
    QTest::addRow("a key that is none") << R"({"keys":{"a":{"geheim":1}}})"_ba;
}

void SecretStoreTest::setsADamagedFileAside()
{
    QFETCH(const QByteArray, damaged);
    fill(damaged);
    FileSecretStore keys(m_folder->path());
    const SecretOutcome outcome(keys.write(u"a"_s, "one"));
    QTRY_COMPARE(outcome.signalCount, 1);
    QVERIFY(outcome.error);
    QVERIFY(outcome.error->message.contains(path() + u".damaged"_s));
    QVERIFY(!outcome.error->message.contains("geheim"_L1));
    QVERIFY(!outcome.error->details.contains("geheim"_L1));
    QCOMPARE(text(u".damaged"_s), damaged);
    QVERIFY(!(QFile::permissions(path() + u".damaged"_s) & QFileDevice::ReadOther));
    QVERIFY(succeeds(keys.write(u"a"_s, "one")));
}

void SecretStoreTest::leavesANewerVersionsFile()
{
    const QByteArray newer = R"({"version":2,"keys":{"a":"geheim"}})";
    fill(newer);
    FileSecretStore keys(m_folder->path());
    const SecretOutcome outcome(keys.write(u"a"_s, "one"));
    QTRY_COMPARE(outcome.signalCount, 1);
    QVERIFY(outcome.error);
    QVERIFY(outcome.error->message.contains("newer"_L1));
    QCOMPARE(text(), newer);
}

void SecretStoreTest::keepsMembersItDoesNotKnow()
{
    fill(R"({"version":1,"hint":"x","keys":{"z":"last"}})");
    FileSecretStore keys(m_folder->path());
    QVERIFY(succeeds(keys.write(u"a"_s, "one")));
    QVERIFY(text().contains("\"hint\": \"x\""));
    QCOMPARE(secretIn(keys, u"z"_s), "last"_ba);
}

void SecretStoreTest::saysWhenTheFileCannotBeWritten()
{
    fill("{}");
    FileSecretStore keys(path()); // a file where the folder should be
    const SecretOutcome outcome(keys.write(u"a"_s, "geheim"));
    QTRY_COMPARE(outcome.signalCount, 1);
    QVERIFY(outcome.error);
    QVERIFY(outcome.error->message.contains(path()));
    QVERIFY(!outcome.error->message.contains("geheim"_L1));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::SecretStoreTest)
#include "SecretStoreTest.moc"
