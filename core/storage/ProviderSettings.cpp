// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProviderSettings.h"

#include "core/base/PrivateFile.h"
#include "core/storage/FormatVersion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ProviderSettings)
};

constexpr qint64 mostBytes = qint64(1024) * 1024;
constexpr qsizetype mostSetups = 200;
constexpr int formatVersion = 1;

template <class Setup>
const Setup* findById(const QList<Setup>& setups, QStringView id)
{
    const auto found
        = std::ranges::find_if(setups, [id](const Setup& setup) { return setup.id == id; });
    return found != setups.cend() ? &*found : nullptr;
}

Error newer(const QString& path)
{
    return { ErrorKind::InvalidInput,
        Translation::tr("%1 was written by a newer Roadloom. Update Roadloom; the file was left as "
                        "it is.")
            .arg(QDir::toNativeSeparators(path)),
        {} };
}

/// Sets the file aside. `problem` is what is wrong with it.
Error damaged(const QString& path, const QString& problem)
{
    const Result<QString> name = setAside(path);
    if (!name)
        return name.error();
    return { ErrorKind::InvalidInput,
        Translation::tr("The file of configured providers was damaged and is now called %1. "
                        "Configure your providers again, or repair that file and give it its old "
                        "name.")
            .arg(QDir::toNativeSeparators(name.value())),
        problem };
}

template <class Read>
auto readSetups(JsonReader& reader, json::string_view key, Read read)
{
    const auto readItem = [&](const json::value& item, const QString& path) {
        return read(item, path, reader.problems());
    };
    return reader.member(key) != nullptr ? reader.requiredList(key, readItem, mostSetups)
                                         : decltype(reader.requiredList(key, readItem)) {};
}

ConfiguredProviders readAll(const json::value& value, ReadProblems& problems)
{
    JsonReader reader(value, {}, problems);
    if (reader.requiredInteger("version") != formatVersion)
        reader.problem("version", u"version %1"_s.arg(formatVersion));
    ConfiguredProviders configured {
        .defaultId = reader.string("default", offlineId),
        .providers = readSetups(reader, "providers", readProviderSetup),
        .services = readSetups(reader, "services", readServiceSetup),
        .others = reader.extras(),
    };
    QStringList ids = configured.ids();
    if (ids.removeDuplicates() > 0)
        reader.problem("providers", u"ids that are all different"_s);
    return configured;
}

json::object toJson(const ConfiguredProviders& configured)
{
    json::object object { { "version", formatVersion },
        { "default", toJsonString(configured.defaultId) } };
    json::array& providers = object["providers"].emplace_array();
    for (const ProviderSetup& setup : configured.providers)
        providers.emplace_back(toJson(setup));
    json::array& services = object["services"].emplace_array();
    for (const ServiceSetup& setup : configured.services)
        services.emplace_back(toJson(setup));
    addMissing(object, configured.others);
    return object;
}

} // namespace

const ProviderSetup* ConfiguredProviders::provider(QStringView id) const
{
    return findById(providers, id);
}

const ServiceSetup* ConfiguredProviders::service(QStringView id) const
{
    return findById(services, id);
}

QStringList ConfiguredProviders::ids() const
{
    QStringList ids { offlineId };
    for (const ProviderSetup& setup : providers)
        ids.append(setup.id);
    for (const ServiceSetup& setup : services)
        ids.append(setup.id);
    return ids;
}

ProviderSettings::ProviderSettings(const QString& folder)
    : m_path(QDir(folder).absoluteFilePath(u"providers.json"_s))
{
}

Result<ConfiguredProviders> ProviderSettings::read() const
{
    const Result<QByteArray> bytes = readPrivateFile(m_path, mostBytes);
    if (!bytes && bytes.error().kind == ErrorKind::NotFound)
        return ConfiguredProviders {};
    if (!bytes)
        return bytes.error();
    const Result<json::value> value = parseJson(bytes.value());
    if (!value)
        return damaged(m_path, value.error().message);
    if (isNewerThan(formatVersion, value.value()))
        return newer(m_path);
    ReadProblems problems;
    ConfiguredProviders configured = readAll(value.value(), problems);
    if (!problems.isEmpty())
        return damaged(m_path, problems.lines().join(u'\n'));
    return configured;
}

std::optional<Error> ProviderSettings::write(const ConfiguredProviders& configured) const
{
    // Reading sets a damaged file aside. What is still there afterwards must not be replaced.
    if (const Result<ConfiguredProviders> before = read(); !before && QFileInfo::exists(m_path))
        return before.error();
    return writePrivateFile(m_path, writeIndentedJson(toJson(configured)) + '\n');
}

} // namespace roadloom
