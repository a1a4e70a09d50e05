// SPDX-License-Identifier: Apache-2.0
#include "app/ProviderList.h"

#include "core/base/PlainText.h"
#include "core/llm/ApiKey.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ProviderList)
};

constexpr qsizetype idWidth = 14;
constexpr qsizetype mostNames = 8;

Language userLanguage()
{
    return languageForCode(QLocale().bcp47Name());
}

QString line(const QString& id, const QString& name, const QStringList& details, QChar mark = u' ')
{
    return "%1 %2 %3\n%4%5\n"_L1.arg(
        mark, id.leftJustified(idWidth), name, QString(idWidth + 3, u' '), details.join(u" · "_s));
}

QString keyPlaceText(const ProviderSetup& setup, const ApiKey& key)
{
    if (key.isFromEnvironment)
        return Translation::tr("key from %1").arg(key.variable);
    switch (setup.keyPlace) {
    case KeyPlace::SecretStore:
        return Translation::tr("key in the system's secret store");
    case KeyPlace::File:
        return Translation::tr("key in a file that only you can read");
    case KeyPlace::Session: // of the window, which may be over
    case KeyPlace::None:
        break;
    }
    return presetOf(setup).key.needed ? Translation::tr("needs a key: set %1").arg(key.variable)
                                      : Translation::tr("no key needed");
}

QString keyText(const ProviderSetup& setup)
{
    const Result<ApiKey> key = apiKeyFromEnvironment(setup.baseUrl, &presetOf(setup));
    return key ? keyPlaceText(setup, key.value()) : key.error().message;
}

QStringList detailsOf(const ProviderSetup& setup)
{
    const bool isExample = setup.baseUrl.isEmpty()
        || (presetOf(setup).baseUrlIsExample && setup.baseUrl == presetOf(setup).baseUrl);
    QStringList details { isExample ? Translation::tr("needs your own address: --base-url URL")
                                    : setup.baseUrl.toString() };
    if (!setup.model.isEmpty())
        details.prepend(plainLine(setup.model));
    details.append(keyText(setup));
    return details;
}

} // namespace

QString configuredText(const ConfiguredProviders& configured)
{
    const auto mark = [&](const QString& id) { return id == configured.defaultId ? u'*' : u' '; };
    QString text;
    for (const ProviderSetup& setup : configured.providers)
        text += line(
            setup.id, plainLine(titleOf(setup, userLanguage())), detailsOf(setup), mark(setup.id));
    for (const ServiceSetup& setup : configured.services)
        text += line(setup.id, plainLine(titleOf(setup)), { setup.url.toString() }, mark(setup.id));
    return text;
}

QString localServerText(const LocalServer& server)
{
    const Provider* const preset = findProvider(server.presetId);
    const QString name = preset != nullptr ? preset->name.in(userLanguage()) : QString();
    if (server.problem)
        return line(server.presetId, name, { server.problem->message });
    QStringList names = server.models.first(std::min(mostNames, server.models.size()));
    if (names.size() < server.models.size())
        names.append(
            Translation::tr("and %n more", nullptr, int(server.models.size() - names.size())));
    return line(server.presetId, name, { server.baseUrl.toString(), names.join(u", "_s) });
}

QString presetsText()
{
    QString text;
    for (const Provider& preset : providerPresets()) {
        ProviderSetup setup = setupFrom(preset);
        setup.baseUrl = preset.baseUrl; // an example's, too: its keys are looked for there
        text += line(preset.id, preset.name.in(userLanguage()), detailsOf(setup));
    }
    return text;
}

} // namespace roadloom
