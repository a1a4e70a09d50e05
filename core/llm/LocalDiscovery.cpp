// SPDX-License-Identifier: Apache-2.0
#include "core/llm/LocalDiscovery.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

ModelEndpoint endpointAt(const QUrl& baseUrl, ApiStyle style)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = baseUrl;
    endpoint.style = style;
    endpoint.network.proxyUse = ProxyUse::None;
    endpoint.patience = { .connecting = LocalDiscovery::limit,
        .firstWord = LocalDiscovery::limit,
        .silence = LocalDiscovery::limit };
    return endpoint;
}

Error noModel()
{
    return { ErrorKind::NotFound,
        LocalDiscovery::tr("The server runs but has no model yet. Get one with it, then look "
                           "again."),
        {} };
}

Error tooSlow()
{
    return { ErrorKind::Timeout,
        LocalDiscovery::tr("Something listens there but does not say what models it has."), {} };
}

/// How much an error tells: that a server asks for a key tells more than that nobody listens.
int tellingOf(const Error& error)
{
    if (error.kind == ErrorKind::Network)
        return 0;
    return error.kind == ErrorKind::Timeout ? 1 : 2;
}

} // namespace

QList<LocalCandidate> localCandidates()
{
    QList<LocalCandidate> candidates;
    for (const Provider& preset : providerPresets()) {
        if (!preset.localPort)
            continue;
        LocalCandidate candidate { .presetId = preset.id, .baseUrls = {} };
        for (const QString& host : { u"127.0.0.1"_s, u"::1"_s }) {
            QUrl url = preset.baseUrl;
            url.setHost(host);
            url.setPort(*preset.localPort);
            candidate.baseUrls.append(url);
        }
        candidates.append(candidate);
    }
    return candidates;
}

LocalDiscovery::LocalDiscovery(const QList<LocalCandidate>& candidates, QObject* parent)
    : QObject(parent)
    , m_open(candidates.size())
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &LocalDiscovery::endAll);
    m_limit.start(candidates.isEmpty() ? std::chrono::milliseconds(0) : limit);
    for (const LocalCandidate& candidate : candidates) {
        m_probes.push_back(std::make_unique<Probe>());
        Probe& probe = *m_probes.back();
        probe.server.presetId = candidate.presetId;
        probe.server.baseUrl = candidate.baseUrls.value(0);
        probe.unanswered = candidate.baseUrls;
        for (const QUrl& url : candidate.baseUrls)
            ask(probe, url);
    }
}

LocalDiscovery::~LocalDiscovery() = default;

void LocalDiscovery::ask(Probe& probe, const QUrl& baseUrl)
{
    const Provider* const preset = findProvider(probe.server.presetId);
    const ApiStyle style = preset != nullptr ? preset->style : ApiStyle::OpenAi;
    auto* const listing = new ModelListing(endpointAt(baseUrl, style), this);
    connect(listing, &ModelListing::listed, this,
        [this, &probe, baseUrl](const QStringList& models) { take(probe, baseUrl, models); });
    connect(listing, &ModelListing::failed, this,
        [this, &probe, baseUrl](const Error& error) { miss(probe, baseUrl, error); });
}

void LocalDiscovery::take(Probe& probe, const QUrl& baseUrl, const QStringList& models)
{
    if (models.isEmpty()) {
        miss(probe, baseUrl, noModel());
        return;
    }
    if (probe.isOver)
        return;
    probe.server.baseUrl = baseUrl;
    probe.server.models = models;
    probe.server.problem.reset();
    conclude(probe);
}

void LocalDiscovery::miss(Probe& probe, const QUrl& baseUrl, const Error& error)
{
    if (probe.isOver)
        return;
    LocalServer& server = probe.server;
    if (!server.problem || tellingOf(error) > tellingOf(*server.problem)) {
        server.problem = error;
        server.baseUrl = baseUrl;
    }
    probe.unanswered.removeOne(baseUrl);
    if (probe.unanswered.isEmpty())
        conclude(probe);
}

void LocalDiscovery::conclude(Probe& probe)
{
    probe.isOver = true;
    --m_open;
    Q_EMIT looked(probe.server);
    if (m_open == 0) {
        m_limit.stop();
        Q_EMIT finished();
    }
}

void LocalDiscovery::endAll()
{
    if (m_probes.empty()) {
        Q_EMIT finished();
        return;
    }
    for (const auto& probe : m_probes) {
        if (probe->isOver)
            continue;
        miss(*probe, probe->unanswered.takeFirst(), tooSlow());
        if (!probe->isOver)
            conclude(*probe);
    }
}

} // namespace roadloom
