// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SetupProblems.h"

#include "core/llm/ServerUrl.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

template <class Setup>
QString problemOf(const Setup& setup)
{
    const std::optional<Error> problem = findProblem(setup);
    return problem ? problem->message : QString();
}

/// In order, but for what is set next.
ServiceSetup faultless()
{
    return { .id = u"x"_s, .url = QUrl(u"https://hub.example.org"_s) };
}

QString networkProblem(const NetworkSettings& network)
{
    ServiceSetup probe = faultless();
    probe.network = network;
    return problemOf(probe);
}

bool canBeReadBack(const QUrl& address, const NetworkSettings& network)
{
    NetworkSettings proxyAlone = network;
    proxyAlone.caFile.clear();
    return (address.isEmpty() || isServerUrl(address)) && networkProblem(proxyAlone).isEmpty();
}

bool isNearby(const QString& text)
{
    return text.startsWith("localhost"_L1, Qt::CaseInsensitive) || text.startsWith(u'[')
        || (!text.isEmpty() && text.front().isDigit());
}

} // namespace

SetupProblems findProblems(const ProviderSetup& setup)
{
    ProviderSetup addressAlone = setup;
    addressAlone.model = u"x"_s;
    addressAlone.network = {};
    ProviderSetup modelAlone = addressAlone;
    modelAlone.model = setup.model;
    SetupProblems problems { .address = problemOf(addressAlone),
        .network = networkProblem(setup.network),
        .mayBeKept = canBeReadBack(setup.baseUrl, setup.network) };
    if (problems.address.isEmpty())
        problems.model = problemOf(modelAlone);
    return problems;
}

SetupProblems findProblems(const ServiceSetup& setup)
{
    ServiceSetup addressAlone = setup;
    addressAlone.network = {};
    return { .address = problemOf(addressAlone),
        .network = networkProblem(setup.network),
        .mayBeKept = canBeReadBack(setup.url, setup.network) };
}

bool needsModel(const ProviderSetup& setup)
{
    ProviderSetup probe = setup;
    probe.baseUrl = faultless().url;
    probe.network = {};
    probe.model.clear();
    return findProblem(probe).has_value();
}

QUrl typedAddress(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.contains("://"_L1))
        return QUrl(trimmed, QUrl::StrictMode);
    const QString scheme = isNearby(trimmed) ? u"http://"_s : u"https://"_s;
    return QUrl(scheme + trimmed, QUrl::StrictMode);
}

} // namespace roadloom
