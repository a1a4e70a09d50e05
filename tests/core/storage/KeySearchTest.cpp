// SPDX-License-Identifier: Apache-2.0
#include "core/storage/KeySearch.h"

#include "core/storage/SessionSecretStore.h"
#include "core/storage/SettledSecretJob.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class KeySearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void looksWhereItIsKept_data();
    void looksWhereItIsKept();
    void theEnvironmentWins_data();
    void theEnvironmentWins();
    void keepsAKeyFromAnotherServer_data();
    void keepsAKeyFromAnotherServer();
    void findsAKeyAtItsOwnServer_data();
    void findsAKeyAtItsOwnServer();
    void findsTheClassCodeOfItsHub_data();
    void findsTheClassCodeOfItsHub();
    void refusesWhatIsNoClassCode();
    void tellsThatThereIsNone();
    void passesOnWhatTheStoreSays();
    void refusesWhatIsNoKey();
    void refusesAVariableThatHoldsNoKey();
    void staysSilentOnceLetGo();
};

namespace {

/// A store that answers the same to whatever it is asked.
class FixedStore final : public SecretStore {
public:
    FixedStore(Result<QByteArray> answer, QString remark = {})
        : m_answer(std::move(answer))
        , m_remark(std::move(remark))
    {
    }

    std::unique_ptr<SecretJob> read(const QString& name) override
    {
        asked.append(name);
        return std::make_unique<SettledSecretJob>(m_answer, m_remark);
    }
    std::unique_ptr<SecretJob> write(const QString&, const QByteArray&) override { return {}; }
    std::unique_ptr<SecretJob> remove(const QString&) override { return {}; }

    QStringList asked;

private:
    Result<QByteArray> m_answer;
    QString m_remark;
};

ProviderSetup setupWith(KeyPlace place)
{
    ProviderSetup setup = setupFrom(*findProvider(u"deepseek"));
    setup.id = u"deepseek-2"_s;
    setup.keyPlace = place;
    return setup;
}

void keepIn(SessionSecretStore& store, const ProviderSetup& setup)
{
    static_cast<void>(store.write(secretName(setup), "store's"_ba));
}

ApiKey keyIn(const QSignalSpy& found)
{
    return found.value(0).value(0).value<ApiKey>();
}

Error errorIn(const QSignalSpy& failed)
{
    return failed.value(0).value(0).value<Error>();
}

} // namespace

void KeySearchTest::cleanup()
{
    qunsetenv("ROADLOOM_API_KEY");
    qunsetenv("DEEPSEEK_API_KEY");
    qunsetenv("ROADLOOM_CLASS_CODE");
}

void KeySearchTest::findsTheClassCodeOfItsHub_data()
{
    QTest::addColumn<QString>("hub");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("code");
    const QString own = u"http://192.168.1.20:8000/api/v1"_s;
    QTest::addRow("kept") << own << QByteArray() << "maple-42"_ba;
    QTest::addRow("the environment wins") << own << " river-7\n"_ba
                                          << "river-7"_ba;
    QTest::addRow("another hub") << u"http://192.168.1.21:8000"_s << QByteArray() << QByteArray();
    QTest::addRow("another port") << u"http://192.168.1.20:8001"_s << QByteArray() << QByteArray();
}

void KeySearchTest::findsTheClassCodeOfItsHub()
{
    QFETCH(const QString, hub);
    QFETCH(const QByteArray, variable);
    QFETCH(const QByteArray, code);
    SessionSecretStore store;
    ServiceSetup setup { .id = u"hub"_s, .url = QUrl(u"http://192.168.1.20:8000"_s) };
    static_cast<void>(store.write(secretName(setup), "maple-42"_ba));
    setup.url = QUrl(hub);
    setup.keyPlace = KeyPlace::File;
    if (!variable.isEmpty())
        qputenv("ROADLOOM_CLASS_CODE", variable);
    const KeySearch search(setup, { .file = &store });
    const QSignalSpy found(&search, &KeySearch::found);
    QTRY_COMPARE(found.count(), 1);
    const ApiKey expected { .value = code,
        .variable = u"ROADLOOM_CLASS_CODE"_s,
        .isFromEnvironment = !variable.isEmpty() };
    QCOMPARE(keyIn(found), expected);
}

void KeySearchTest::refusesWhatIsNoClassCode()
{
    FixedStore file("maple\r\nX-Evil: b"_ba);
    const ServiceSetup setup {
        .id = u"hub"_s, .url = QUrl(u"http://192.168.1.20:8000"_s), .keyPlace = KeyPlace::File
    };
    const KeySearch search(setup, { .file = &file });
    const QSignalSpy failed(&search, &KeySearch::failed);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(errorIn(failed).kind, ErrorKind::InvalidInput);
    QVERIFY(errorIn(failed).message.contains("class code of hub"_L1));
    QVERIFY(!errorIn(failed).message.contains("maple"_L1));
}

void KeySearchTest::looksWhereItIsKept_data()
{
    QTest::addColumn<KeyPlace>("place");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("nowhere") << KeyPlace::None << QByteArray();
    QTest::addRow("secret store") << KeyPlace::SecretStore << "system's"_ba;
    QTest::addRow("file") << KeyPlace::File << "file's"_ba;
    QTest::addRow("session") << KeyPlace::Session << "session's"_ba;
}

void KeySearchTest::looksWhereItIsKept()
{
    QFETCH(const KeyPlace, place);
    FixedStore system("system's"_ba);
    FixedStore file(" file's\n"_ba);
    FixedStore session("session's"_ba);
    const KeySearch search(setupWith(place), { &system, &file, &session });
    const QSignalSpy found(&search, &KeySearch::found);
    const QSignalSpy failed(&search, &KeySearch::failed);
    QCOMPARE(found.count(), 0);
    QTRY_COMPARE(found.count(), 1);
    QTEST(keyIn(found).value, "expected");
    QCOMPARE(keyIn(found).variable, u"DEEPSEEK_API_KEY"_s);
    QVERIFY(!keyIn(found).isFromEnvironment);
    const QStringList asked = system.asked + file.asked + session.asked;
    QCOMPARE(asked,
        place == KeyPlace::None ? QStringList()
                                : QStringList { u"deepseek-2@https://api.deepseek.com:443"_s });
    QCoreApplication::processEvents();
    QCOMPARE(found.count() + failed.count(), 1);
}

void KeySearchTest::theEnvironmentWins_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addRow("Roadloom's") << "ROADLOOM_API_KEY"_ba;
    QTest::addRow("the provider's") << "DEEPSEEK_API_KEY"_ba;
}

void KeySearchTest::theEnvironmentWins()
{
    QFETCH(const QByteArray, variable);
    qputenv(variable.constData(), "environment's");
    FixedStore file("file's"_ba);
    const KeySearch search(setupWith(KeyPlace::File), { .file = &file });
    const QSignalSpy found(&search, &KeySearch::found);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(keyIn(found).value, "environment's"_ba);
    QCOMPARE(keyIn(found).variable, QString::fromLatin1(variable));
    QVERIFY(keyIn(found).isFromEnvironment);
    QCOMPARE(file.asked, QStringList());
}

void KeySearchTest::keepsAKeyFromAnotherServer_data()
{
    QTest::addColumn<KeyPlace>("place");
    QTest::addColumn<QUrl>("server");
    const QUrl gateway(u"https://gateway.example.org/v1"_s);
    QTest::addRow("the environment's") << KeyPlace::None << gateway;
    QTest::addRow("the secret store's") << KeyPlace::SecretStore << gateway;
    QTest::addRow("the file's") << KeyPlace::File << gateway;
    QTest::addRow("the session's") << KeyPlace::Session << gateway;
    QTest::addRow("not encrypted") << KeyPlace::File << QUrl(u"http://api.deepseek.com"_s);
    QTest::addRow("another port") << KeyPlace::File << QUrl(u"https://api.deepseek.com:444"_s);
    QTest::addRow("a longer name")
        << KeyPlace::File << QUrl(u"https://api.deepseek.com.example.org"_s);
}

void KeySearchTest::keepsAKeyFromAnotherServer()
{
    QFETCH(const KeyPlace, place);
    QFETCH(const QUrl, server);
    if (place == KeyPlace::None)
        qputenv("DEEPSEEK_API_KEY", "environment's");
    ProviderSetup setup = setupWith(place);
    SessionSecretStore store;
    keepIn(store, setup);
    setup.baseUrl = server;
    const KeySearch search(setup, { &store, &store, &store });
    const QSignalSpy found(&search, &KeySearch::found);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(keyIn(found).value, QByteArray());
    QVERIFY(place != KeyPlace::None || keyIn(found).variable == "ROADLOOM_API_KEY"_L1);
}

void KeySearchTest::findsAKeyAtItsOwnServer_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::addRow("another path") << QUrl(u"https://api.deepseek.com/beta"_s);
    QTest::addRow("the port in words") << QUrl(u"https://api.deepseek.com:443/v1"_s);
    QTest::addRow("capitals") << QUrl(u"HTTPS://API.DeepSeek.com"_s);
}

void KeySearchTest::findsAKeyAtItsOwnServer()
{
    QFETCH(const QUrl, server);
    ProviderSetup setup = setupWith(KeyPlace::File);
    SessionSecretStore store;
    keepIn(store, setup);
    setup.baseUrl = server;
    const KeySearch search(setup, { .file = &store });
    const QSignalSpy found(&search, &KeySearch::found);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(keyIn(found).value, "store's"_ba);
}

void KeySearchTest::tellsThatThereIsNone()
{
    SessionSecretStore session;
    const KeySearch search(setupWith(KeyPlace::Session), { .session = &session });
    const QSignalSpy found(&search, &KeySearch::found);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(keyIn(found).value, QByteArray());
}

void KeySearchTest::passesOnWhatTheStoreSays()
{
    const Error none { ErrorKind::Internal, u"No store."_s, {} };
    FixedStore system(none, u"By the way."_s);
    const KeySearch search(setupWith(KeyPlace::SecretStore), { .system = &system });
    const QSignalSpy failed(&search, &KeySearch::failed);
    const QSignalSpy remarked(&search, &KeySearch::remarked);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(errorIn(failed) == none);
    QCOMPARE(remarked.value(0).value(0).toString(), u"By the way."_s);
}

void KeySearchTest::refusesWhatIsNoKey()
{
    FixedStore file("geheim\r\nX-Other: 1"_ba);
    const KeySearch search(setupWith(KeyPlace::File), { .file = &file });
    const QSignalSpy failed(&search, &KeySearch::failed);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(errorIn(failed).message.contains("deepseek-2"_L1));
    QVERIFY(!errorIn(failed).message.contains("geheim"_L1));
}

void KeySearchTest::refusesAVariableThatHoldsNoKey()
{
    qputenv("ROADLOOM_API_KEY", "ge heim");
    const KeySearch search(setupWith(KeyPlace::None), {});
    const QSignalSpy failed(&search, &KeySearch::failed);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(errorIn(failed).message.contains("ROADLOOM_API_KEY"_L1));
}

void KeySearchTest::staysSilentOnceLetGo()
{
    SessionSecretStore session;
    auto search = std::make_unique<KeySearch>(
        setupWith(KeyPlace::Session), SecretStores { .session = &session });
    const QSignalSpy found(search.get(), &KeySearch::found);
    search.reset();
    QCoreApplication::processEvents();
    QCOMPARE(found.count(), 0);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::KeySearchTest)
#include "KeySearchTest.moc"
