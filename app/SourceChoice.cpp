// SPDX-License-Identifier: Apache-2.0
#include "app/SourceChoice.h"

#include "core/base/Overload.h"
#include "core/http/ServerOrigin.h"
#include "core/storage/Policy.h"
#include "core/workflow/OfflineSource.h"

#include <QCoreApplication>
#include <QLocale>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(SourceChoice)
};

QString modelTitle(const ModelChoice& choice)
{
    const ProviderSetup& setup = choice.setup;
    const QString place = choice.isNamed ? titleOf(setup, languageForCode(QLocale().name()))
                                         : hostAndPort(setup.baseUrl);
    return setup.model.isEmpty()
        ? Translation::tr("the model at %1").arg(place)
        : Translation::tr("%1 at %2", "a model at a host").arg(setup.model, place);
}

} // namespace

SourceChoice configuredChoice(
    const Policy& policy, const ConfiguredProviders& configured, QStringView id)
{
    RetryPolicy retries;
    retries.mostRetries = policy.retries.value_or(retries.mostRetries);
    if (const ProviderSetup* setup = configured.provider(id))
        return ModelChoice { .setup = *setup, .isNamed = true, .retries = retries };
    if (const ServiceSetup* setup = configured.service(id))
        return ServiceChoice { .setup = *setup, .retries = retries };
    return OfflineChoice {};
}

QString seatNameOf(const ServiceChoice& choice)
{
    const QString name = qEnvironmentVariable("ROADLOOM_SEAT_NAME").trimmed();
    return name.isEmpty() ? choice.setup.seatName : name;
}

int usualRuns(const SourceChoice& choice)
{
    constexpr int builtIn = 4; // as many as a small machine has cores
    if (const auto* const model = std::get_if<ModelChoice>(&choice))
        return model->setup.parallel;
    return std::holds_alternative<OfflineChoice>(choice) ? builtIn : 1;
}

QString titleOf(const SourceChoice& choice)
{
    return std::visit(Overload {
                          [](const OfflineChoice&) { return OfflineSource().title(); },
                          [](const ModelChoice& model) { return modelTitle(model); },
                          [](const ServiceChoice& service) { return titleOf(service.setup); },
                      },
        choice);
}

} // namespace roadloom
