// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProviderSettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class ProviderSettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsNothingWithoutAFile();
    void keepsWhatWasWritten();
    void keepsMembersOfANewerVersion();
    void isForItsOwnerAlone();
    void finds();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void neverOverwritesADamagedFile();
    void leavesANewerVersionsFile();
    void leavesAFileItCannotRead();

private:
    void fill(const QByteArray& text) const;
    [[nodiscard]] QByteArray text(const QString& suffix = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

ConfiguredProviders someProviders()
{
    ConfiguredProviders configured { .defaultId = u"deepseek-2"_s };
    configured.providers.append(setupFrom(*findProvider(u"deepseek")));
    configured.providers.append(setupFrom(*findProvider(u"deepseek")));
    configured.providers.last().id = u"deepseek-2"_s;
    configured.providers.last().keyPlace = KeyPlace::SecretStore;
    configured.services.append({ .id = u"hub"_s, .url = QUrl(u"http://10.0.0.2:8100"_s) });
    return configured;
}

} // namespace

void ProviderSettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ProviderSettingsTest::fill(const QByteArray& text) const
{
    QFile file(m_folder->filePath(u"providers.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray ProviderSettingsTest::text(const QString& suffix) const
{
    QFile file(m_folder->filePath(u"providers.json"_s) + suffix);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ProviderSettingsTest::findsNothingWithoutAFile()
{
    const Result<ConfiguredProviders> read
        = ProviderSettings(m_folder->filePath(u"not/there"_s)).read();
    QVERIFY(read);
    QVERIFY(read.value() == ConfiguredProviders {});
    QCOMPARE(read.value().defaultId, QString(offlineId));
}

void ProviderSettingsTest::keepsWhatWasWritten()
{
    const ProviderSettings settings(m_folder->filePath(u"new"_s));
    QVERIFY(!settings.write(someProviders()));
    const Result<ConfiguredProviders> read = settings.read();
    QVERIFY(read);
    QVERIFY(read.value() == someProviders());
}

void ProviderSettingsTest::keepsMembersOfANewerVersion()
{
    fill(R"({"theme":"dark","version":1,"default":"hub","providers":[{"id":"a","api_style":"openai",
        "color":"green"}],"services":[{"id":"hub","room":3}]})");
    const ProviderSettings settings(m_folder->path());
    const Result<ConfiguredProviders> read = settings.read();
    QVERIFY(read);
    QVERIFY(!settings.write(read.value()));
    const json::object written = parseJson(text()).value().as_object();
    QVERIFY(written.at("theme") == json::value("dark"));
    QVERIFY(written.at("providers").at(0).at("color") == json::value("green"));
    QVERIFY(written.at("services").at(0).at("room") == json::value(3));
    QVERIFY(written.at("default") == json::value("hub"));
    QVERIFY(written.at("version") == json::value(1));
}

void ProviderSettingsTest::isForItsOwnerAlone()
{
    const ProviderSettings settings(m_folder->path());
    QVERIFY(!settings.write(someProviders()));
    QCOMPARE(QFile::permissions(settings.path())
            & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup),
        QFileDevice::Permissions());
}

void ProviderSettingsTest::finds()
{
    const ConfiguredProviders configured = someProviders();
    QCOMPARE(configured.provider(u"deepseek-2"), &configured.providers.last());
    QCOMPARE(configured.provider(u"hub"), nullptr);
    QCOMPARE(configured.service(u"hub"), &configured.services.first());
    QCOMPARE(configured.service(u"offline"), nullptr);
    QCOMPARE(unusedId(u"deepseek"_s, configured.ids()), u"deepseek-3"_s);
    QCOMPARE(unusedId(u"offline"_s, configured.ids()), u"offline-2"_s);
}

void ProviderSettingsTest::setsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* what, const char* text, const char* problem) {
        QTest::addRow("%s", what) << QByteArray(text) << QString::fromLatin1(problem);
    };
    row("empty", "", "no valid JSON");
    row("cut", R"({"version":1,"providers":[)", "no valid JSON");
    row("a list", "[]", "expected an object");
    row("no version", "{}", "version");
    row("version 0", R"({"version":0})", "version");
    row("providers that are none", R"({"version":1,"providers":{}})", "providers");
    row("a wrong setup", R"({"version":1,"providers":[{"id":"a"}]})", "providers[0].api_style");
    row("two of one name",
        R"({"version":1,"providers":[{"id":"a","api_style":"openai"}],"services":[{"id":"a"}]})",
        "all different");
    row("a wrong default", R"({"version":1,"default":7})", "default");
}

void ProviderSettingsTest::setsADamagedFileAside()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, problem);
    fill(text);
    const ProviderSettings settings(m_folder->path());
    const Result<ConfiguredProviders> read = settings.read();
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(settings.path() + u".damaged"_s));
    QVERIFY2(read.error().details.contains(problem), qUtf8Printable(read.error().details));
    QCOMPARE(this->text(u".damaged"_s), text);
    QVERIFY(settings.read());
    QVERIFY(!settings.write(someProviders()));
    QCOMPARE(this->text(u".damaged"_s), text);
}

void ProviderSettingsTest::neverOverwritesADamagedFile()
{
    fill("{\"version\":1,\"providers\":7}");
    QVERIFY(!ProviderSettings(m_folder->path()).write(someProviders()));
    QCOMPARE(text(u".damaged"_s), "{\"version\":1,\"providers\":7}"_ba);
    QVERIFY(ProviderSettings(m_folder->path()).read().value() == someProviders());
}

void ProviderSettingsTest::leavesANewerVersionsFile()
{
    const QByteArray newer = R"({"version":2,"providers":"elsewhere"})";
    fill(newer);
    const ProviderSettings settings(m_folder->path());
    QVERIFY(!settings.read());
    QVERIFY(settings.read().error().message.contains("newer"_L1));
    const std::optional<Error> error = settings.write(someProviders());
    QVERIFY(error);
    QVERIFY(error->message.contains("newer"_L1));
    QCOMPARE(text(), newer);
}

void ProviderSettingsTest::leavesAFileItCannotRead()
{
    const ProviderSettings settings(m_folder->path());
    QVERIFY(QDir().mkpath(settings.path())); // a folder in its place
    QVERIFY(!settings.read());
    QVERIFY(settings.write(someProviders()));
    QVERIFY(QFileInfo(settings.path()).isDir());
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ProviderSettingsTest)
#include "ProviderSettingsTest.moc"
