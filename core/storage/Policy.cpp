// SPDX-License-Identifier: Apache-2.0
#include "core/storage/Policy.h"

#include "core/http/ServerOrigin.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

void fix(const Policy& policy, Patience& patience)
{
    if (policy.timeoutSeconds)
        patience.firstWord = patience.silence = std::chrono::seconds(*policy.timeoutSeconds);
}

void fix(const Policy& policy, ProviderSetup& setup)
{
    fix(policy, setup.patience);
    setup.parallel = policy.parallel.value_or(setup.parallel);
    setup.reviewRounds = policy.rounds.value_or(setup.reviewRounds);
}

void fix(const Policy& policy, ServiceSetup& setup)
{
    fix(policy, setup.patience);
}

void unfix(const Policy& policy, Patience& patience, const Patience& own)
{
    if (policy.timeoutSeconds) {
        patience.firstWord = own.firstWord;
        patience.silence = own.silence;
    }
}

void unfix(const Policy& policy, ProviderSetup& setup, const ProviderSetup& own)
{
    unfix(policy, setup.patience, own.patience);
    setup.parallel = policy.parallel ? own.parallel : setup.parallel;
    setup.reviewRounds = policy.rounds ? own.reviewRounds : setup.reviewRounds;
}

void unfix(const Policy& policy, ServiceSetup& setup, const ServiceSetup& own)
{
    unfix(policy, setup.patience, own.patience);
}

/// The administrator's, with what the learner has said of the same server.
ProviderSetup joined(const ProviderSetup& fixed, const ProviderSetup* own)
{
    const bool isSameServer = own != nullptr && own->presetId == fixed.presetId
        && originOf(own->baseUrl) == originOf(fixed.baseUrl);
    if (!isSameServer)
        return fixed;
    ProviderSetup setup = *own;
    setup.title = fixed.title;
    if (own->model != fixed.model || own->baseUrl != fixed.baseUrl || own->style != fixed.style)
        setup.structuredOutput = fixed.structuredOutput;
    setup.baseUrl = fixed.baseUrl;
    setup.style = fixed.style;
    setup.model = fixed.model;
    return setup;
}

ServiceSetup joined(const ServiceSetup& fixed, const ServiceSetup* own)
{
    if (own == nullptr || originOf(own->url) != originOf(fixed.url))
        return fixed;
    ServiceSetup setup = *own;
    setup.title = fixed.title;
    setup.url = fixed.url;
    return setup;
}

template <class Setup>
QList<Setup> unfixed(const Policy& policy, QList<Setup> changed, const QList<Setup>& own)
{
    for (Setup& setup : changed) {
        const auto before = std::ranges::find(own, setup.id, &Setup::id);
        unfix(policy, setup, before != own.cend() ? *before : Setup { .id = setup.id });
    }
    return changed;
}

/// Takes the administrator's entry of the changed list, and nothing else of it.
template <class Setup>
void takeFixed(QList<Setup>& own, const QList<Setup>& changed, const Setup* fixed)
{
    const auto now = std::ranges::find(changed, administratorsId, &Setup::id);
    if (now == changed.cend() || fixed == nullptr)
        return;
    const auto before = std::ranges::find(own, administratorsId, &Setup::id);
    if (before != own.end())
        *before = *now;
    else if (*now != *fixed) // else nobody has said anything about it
        own.append(*now);
}

const QUrl& addressOf(const ProviderSetup& setup)
{
    return setup.baseUrl;
}

const QUrl& addressOf(const ServiceSetup& setup)
{
    return setup.url;
}

/// Another address is another server.
template <class Setup>
bool addsAny(const QList<Setup>& before, const QList<Setup>& after)
{
    return std::ranges::any_of(after, [&before](const Setup& setup) {
        const auto known = std::ranges::find(before, setup.id, &Setup::id);
        return known == before.cend() || originOf(addressOf(*known)) != originOf(addressOf(setup));
    });
}

template <class Value>
void note(QStringList& keys, const std::optional<Value>& value, QLatin1StringView key)
{
    if (value)
        keys.append(key);
}

} // namespace

QStringList Policy::fixedKeys() const
{
    QStringList keys;
    note(keys, answerer, "answers"_L1);
    note(keys, timeoutSeconds, "answers/timeout"_L1);
    note(keys, retries, "answers/retries"_L1);
    note(keys, parallel, "answers/parallel"_L1);
    note(keys, rounds, "answers/rounds"_L1);
    note(keys, theme, "appearance/theme"_L1);
    note(keys, textPercent, "appearance/text_percent"_L1);
    note(keys, motion, "appearance/motion"_L1);
    note(keys, language, "appearance/language"_L1);
    note(keys, sendKey, "appearance/send_key"_L1);
    note(keys, hoursPerWeek, "roadmaps/hours"_L1);
    note(keys, dataFolder, "program/data_dir"_L1);
    const auto noteForbidden = [&keys](bool isAllowed, QLatin1StringView key) {
        if (!isAllowed)
            keys.append(key);
    };
    noteForbidden(mayAddModels, "settings/add_models"_L1);
    noteForbidden(mayEnterKeys, "settings/enter_keys"_L1);
    noteForbidden(mayChangeSettings, "settings/change"_L1);
    noteForbidden(mayOpenLinks, "roadmaps/open_links"_L1);
    noteForbidden(mayExport, "roadmaps/export"_L1);
    noteForbidden(mayShare, "classroom/share"_L1);
    return keys;
}

Policy closedPolicy()
{
    Policy policy;
    policy.answerer = FixedAnswerer {};
    policy.dataFolder = QString();
    policy.mayAddModels = policy.mayEnterKeys = policy.mayOpenLinks = false;
    policy.mayExport = policy.mayShare = policy.mayChangeSettings = false;
    return policy;
}

Appearance withPolicy(const Policy& policy, Appearance own)
{
    own.theme = policy.theme.value_or(own.theme);
    own.textPercent = policy.textPercent.value_or(own.textPercent);
    own.motion = policy.motion.value_or(own.motion);
    own.language = policy.language.value_or(own.language);
    own.sendKey = policy.sendKey.value_or(own.sendKey);
    return own;
}

Appearance withoutPolicy(const Policy& policy, Appearance changed, const Appearance& own)
{
    changed.theme = policy.theme ? own.theme : changed.theme;
    changed.textPercent = policy.textPercent ? own.textPercent : changed.textPercent;
    changed.motion = policy.motion ? own.motion : changed.motion;
    changed.language = policy.language ? own.language : changed.language;
    changed.sendKey = policy.sendKey ? own.sendKey : changed.sendKey;
    return changed;
}

ConfiguredProviders withPolicy(const Policy& policy, const ConfiguredProviders& own)
{
    ConfiguredProviders configured = own;
    if (policy.answerer) {
        configured.defaultId = policy.answerer->id();
        configured.providers.clear();
        configured.services.clear();
        if (policy.answerer->model)
            configured.providers.append(
                joined(*policy.answerer->model, own.provider(QString(administratorsId))));
        if (policy.answerer->service)
            configured.services.append(
                joined(*policy.answerer->service, own.service(QString(administratorsId))));
    }
    for (ProviderSetup& setup : configured.providers)
        fix(policy, setup);
    for (ServiceSetup& setup : configured.services)
        fix(policy, setup);
    return configured;
}

ConfiguredProviders withoutPolicy(
    const Policy& policy, const ConfiguredProviders& changed, const ConfiguredProviders& own)
{
    const QList<ProviderSetup> providers = unfixed(policy, changed.providers, own.providers);
    const QList<ServiceSetup> services = unfixed(policy, changed.services, own.services);
    ConfiguredProviders written = own;
    if (!policy.answerer) {
        written = changed;
        written.providers = providers;
        written.services = services;
        return written;
    }
    const auto at = [](const auto& fixed) { return fixed ? &*fixed : nullptr; };
    takeFixed(written.providers, providers, at(policy.answerer->model));
    takeFixed(written.services, services, at(policy.answerer->service));
    return written;
}

std::optional<Error> refusal(
    const Policy& policy, const ConfiguredProviders& before, const ConfiguredProviders& after)
{
    if (!policy.mayChangeSettings)
        return settingsAreFixed();
    if (policy.answerer && after.defaultId != before.defaultId)
        return Error { ErrorKind::InvalidInput,
            Translation::tr("Your administrator has set who answers."), {} };
    const bool adds
        = addsAny(before.providers, after.providers) || addsAny(before.services, after.services);
    if (!policy.allowsAdding() && adds)
        return Error { ErrorKind::InvalidInput,
            Translation::tr("Your administrator allows nobody else to be added who answers."), {} };
    return std::nullopt;
}

Error settingsAreFixed()
{
    return { ErrorKind::InvalidInput,
        Translation::tr("Your administrator allows no changes of the settings."), {} };
}

QString setByAdministrator()
{
    return Translation::tr("Set by your administrator");
}

} // namespace roadloom
