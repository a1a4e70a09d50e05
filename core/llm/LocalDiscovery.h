// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ModelListing.h"
#include "core/llm/Provider.h"

#include <QList>
#include <QTimer>

#include <memory>
#include <vector>

namespace roadloom {

/// A place on this machine where a kind of model server usually listens.
struct LocalCandidate {
    QString presetId; ///< see providerPresets()
    QList<QUrl> baseUrls; ///< the same port on 127.0.0.1 and on [::1]: some listen on one only

    bool operator==(const LocalCandidate&) const = default;
};

/// What was found there.
struct LocalServer {
    QString presetId;
    QUrl baseUrl; ///< the first that answered
    QStringList models; ///< never empty without a problem
    std::optional<Error> problem {}; ///< why it is not usable; none: it is

    [[nodiscard]] bool isUsable() const { return !problem; }
    bool operator==(const LocalServer&) const = default;
};

/// The presets that have a customary port.
[[nodiscard]] QList<LocalCandidate> localCandidates();

/// Looks for model servers on this machine: asks all candidates at once for their models, without
/// any key, and is done within a second. Emits only from the event loop; destroying it ends it.
class LocalDiscovery final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds limit { 1000 };

    explicit LocalDiscovery(
        const QList<LocalCandidate>& candidates = localCandidates(), QObject* parent = nullptr);
    ~LocalDiscovery() override;
    Q_DISABLE_COPY_MOVE(LocalDiscovery)

Q_SIGNALS:
    /// Once for each candidate, as soon as it is known.
    void looked(const roadloom::LocalServer& server);
    /// After the last of them.
    void finished();

private:
    struct Probe {
        LocalServer server;
        QList<QUrl> unanswered;
        bool isOver = false;
    };

    void ask(Probe& probe, const QUrl& baseUrl);
    void take(Probe& probe, const QUrl& baseUrl, const QStringList& models);
    void miss(Probe& probe, const QUrl& baseUrl, const Error& error);
    void conclude(Probe& probe);
    void endAll();

    std::vector<std::unique_ptr<Probe>> m_probes;
    QTimer m_limit;
    qsizetype m_open = 0;
};

} // namespace roadloom
