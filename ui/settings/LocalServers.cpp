// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/LocalServers.h"

#include "ui/look/DisplayText.h"
#include "ui/settings/Settings.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

LocalServers::LocalServers(QList<LocalCandidate> candidates, QObject* parent)
    : QObject(parent)
    , m_candidates(std::move(candidates))
{
}

LocalServers::~LocalServers() = default;

void LocalServers::look()
{
    if (m_discovery)
        m_discovery.release()->deleteLater();
    m_looked.clear();
    m_found.clear();
    m_discovery = std::make_unique<LocalDiscovery>(m_candidates);
    connect(m_discovery.get(), &LocalDiscovery::looked, this, &LocalServers::take);
    connect(m_discovery.get(), &LocalDiscovery::finished, this, &LocalServers::conclude);
    Q_EMIT changed();
}

void LocalServers::take(const LocalServer& server)
{
    // Nobody listens at most of the places.
    if (!server.problem || server.problem->kind != ErrorKind::Network)
        m_looked.append(server);
}

void LocalServers::conclude()
{
    m_discovery.release()->deleteLater(); // its signal is what brought us here
    const QList<LocalCandidate>& candidates = m_candidates;
    const auto placeOf = [&candidates](const LocalServer& server) {
        const auto at = std::ranges::find(candidates, server.presetId, &LocalCandidate::presetId);
        return std::pair(!server.isUsable(), at - candidates.begin());
    };
    m_found = std::exchange(m_looked, {});
    std::ranges::stable_sort(m_found, {}, placeOf);
    Q_EMIT changed();
}

QString describe(const LocalServer& server)
{
    constexpr qsizetype mostNames = 3;
    constexpr qsizetype longestName = 60;
    const QString place = server.baseUrl.authority();
    if (server.problem)
        return place + u" · "_s + server.problem->message;
    QStringList names;
    for (const QString& model : server.models.first(std::min(mostNames, server.models.size())))
        names.append(displayLine(model, longestName));
    QString list = names.join(LocalServers::tr(", ", "between names of models"));
    if (const qsizetype rest = server.models.size() - names.size(); rest > 0)
        list = LocalServers::tr("%1 and %n more", nullptr, int(rest)).arg(list);
    return place + u" · "_s + list;
}

QString nameOf(const LocalServer& server)
{
    const Provider* const preset = findProvider(server.presetId);
    return preset != nullptr ? preset->name.in(userLanguage()) : server.presetId;
}

} // namespace roadloom
