// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ConfiguredEdits.h"
#include "TestSettings.h"
#include "ui/settings/AnswererListModel.h"
#include "ui/settings/SetupProblems.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class ConfiguredEditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesEachItsOwnId();
    void aFoundServerIsAddedOnce();
    void removingWhoAnswersLeavesTheLibrary();
    void whatCannotBeReadBackMayNotBeKept_data();
    void whatCannotBeReadBackMayNotBeKept();
    void completesATypedAddress_data();
    void completesATypedAddress();
    void theListSaysAnAddressOnce();
    void theListFollowsTheBook();
};

namespace {

ProviderSetup deepSeek()
{
    return setupFrom(*findProvider(u"deepseek"));
}

LocalServer ollama()
{
    return { .presetId = u"ollama"_s,
        .baseUrl = QUrl(u"http://127.0.0.1:11434"_s),
        .models = { u"qwen:7b"_s, u"tiny"_s } };
}

QStringList idsIn(const AnswererListModel& model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.index(row).data(AnswererListModel::IdRole).toString());
    return ids;
}

} // namespace

void ConfiguredEditsTest::givesEachItsOwnId()
{
    ConfiguredProviders configured;
    QCOMPARE(addProvider(configured, deepSeek()), u"deepseek"_s);
    QCOMPARE(addProvider(configured, deepSeek()), u"deepseek-2"_s);
    QCOMPARE(addService(configured), u"hub"_s);
    QCOMPARE(addService(configured), u"hub-2"_s);
    QCOMPARE(configured.ids().size(), 5);
}

void ConfiguredEditsTest::aFoundServerIsAddedOnce()
{
    ConfiguredProviders configured;
    const QString id = addFound(configured, ollama());
    QCOMPARE(configured.provider(id)->model, u"qwen:7b"_s);
    QCOMPARE(configured.provider(id)->baseUrl, ollama().baseUrl);
    configured.providers.first().model = u"tiny"_s;
    QCOMPARE(addFound(configured, ollama()), id);
    QCOMPARE(configured.providers.size(), 1);
    QCOMPARE(configured.provider(id)->model, u"tiny"_s);
    LocalServer other = ollama();
    other.baseUrl.setPort(4711);
    QVERIFY(addFound(configured, other) != id);
}

void ConfiguredEditsTest::removingWhoAnswersLeavesTheLibrary()
{
    ConfiguredProviders configured;
    const QString first = addProvider(configured, deepSeek());
    const QString second = addService(configured);
    configured.defaultId = second;
    remove(configured, first);
    QCOMPARE(answeringId(configured), second);
    remove(configured, second);
    QCOMPARE(configured.defaultId, QString(offlineId));
    QVERIFY(configured.providers.isEmpty() && configured.services.isEmpty());
}

void ConfiguredEditsTest::whatCannotBeReadBackMayNotBeKept_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<bool>("mayBeKept");
    QTest::addColumn<bool>("areNone");
    const QString good = u"https://api.deepseek.com/v1"_s;
    const QString proxy = u"http://127.0.0.1:3128"_s;
    QTest::newRow("good") << good << proxy << true << true;
    QTest::newRow("no address yet") << QString() << proxy << true << false;
    QTest::newRow("no web address") << u"ftp://x"_s << proxy << false << false;
    QTest::newRow("with a password") << u"https://me:secret@x"_s << proxy << false << false;
    QTest::newRow("proxy without port") << good << u"http://127.0.0.1"_s << false << false;
}

void ConfiguredEditsTest::whatCannotBeReadBackMayNotBeKept()
{
    QFETCH(const QString, address);
    QFETCH(const QString, proxy);
    ProviderSetup setup = deepSeek();
    setup.baseUrl = QUrl(address);
    setup.network.proxyUse = ProxyUse::Custom;
    setup.network.proxy = QUrl(proxy);
    const SetupProblems problems = findProblems(setup);
    QTEST(problems.mayBeKept, "mayBeKept");
    QTEST(problems.areNone(), "areNone");

    TestSettings settings;
    ConfiguredProviders configured;
    addProvider(configured, setup);
    if (problems.mayBeKept) {
        QVERIFY(!settings.book().change(configured));
        QCOMPARE(settings.written(), configured);
    }
}

void ConfiguredEditsTest::completesATypedAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("whole") << u"https://a.example/v1"_s << u"https://a.example/v1"_s;
    QTest::newRow("blanks") << u"  https://a.example "_s << u"https://a.example"_s;
    QTest::newRow("host") << u"hub.example.org"_s << u"https://hub.example.org"_s;
    QTest::newRow("this machine") << u"localhost:8080/v1"_s << u"http://localhost:8080/v1"_s;
    QTest::newRow("number") << u"192.168.1.7:8000"_s << u"http://192.168.1.7:8000"_s;
    QTest::newRow("nothing") << u" "_s << QString();
}

void ConfiguredEditsTest::completesATypedAddress()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, meant);
    QCOMPARE(typedAddress(typed), QUrl(meant));
}

void ConfiguredEditsTest::theListSaysAnAddressOnce()
{
    TestSettings settings;
    const AnswererListModel model(settings.book());
    ConfiguredProviders configured;
    ProviderSetup own = setupFrom(*findProvider(u"other"));
    own.baseUrl = QUrl(u"http://127.0.0.1:8123/v1"_s);
    const QString id = addProvider(configured, own);
    QVERIFY(!settings.book().change(configured));
    const QModelIndex row = model.indexOf(id);
    QCOMPARE(row.data().toString(), u"127.0.0.1:8123"_s);
    QCOMPARE(row.data(AnswererListModel::DetailRole).toString(), u"the server chooses the model"_s);
}

void ConfiguredEditsTest::theListFollowsTheBook()
{
    TestSettings settings;
    AnswererListModel model(settings.book());
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QCOMPARE(idsIn(model), QStringList { offlineId });
    QVERIFY(model.index(0).data(AnswererListModel::AnswersRole).toBool());

    ConfiguredProviders configured;
    addService(configured);
    QVERIFY(!settings.book().change(configured));
    addProvider(configured, deepSeek());
    configured.defaultId = u"deepseek"_s;
    QVERIFY(!settings.book().change(configured));
    QCOMPARE(idsIn(model), QStringList({ offlineId, u"deepseek"_s, u"hub"_s }));
    const QPersistentModelIndex hub = model.indexOf(u"hub"_s);
    QVERIFY(model.indexOf(u"deepseek"_s).data(AnswererListModel::AnswersRole).toBool());
    QCOMPARE(hub.data(AnswererListModel::DetailRole).toString(), u"not complete yet"_s);

    remove(configured, u"deepseek"_s);
    QVERIFY(!settings.book().change(configured));
    QCOMPARE(idsIn(model), QStringList({ offlineId, u"hub"_s }));
    QCOMPARE(hub.row(), 1);
    QCOMPARE(resets.size(), 0);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ConfiguredEditsTest)
#include "ConfiguredEditsTest.moc"
