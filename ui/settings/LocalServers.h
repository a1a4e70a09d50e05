// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/LocalDiscovery.h"

namespace roadloom {

/// The model servers on this machine, as far as it was looked for them.
class LocalServers final : public QObject {
    Q_OBJECT
public:
    explicit LocalServers(QList<LocalCandidate> candidates, QObject* parent = nullptr);
    ~LocalServers() override;
    Q_DISABLE_COPY_MOVE(LocalServers)

    /// Forgets what was found and looks again.
    void look();
    [[nodiscard]] bool isLooking() const { return m_discovery != nullptr; }
    /// Those that are there, usable or not: those of use first, else in the candidates' order,
    /// whoever answered first. None while it is looking, so that nothing moves under the mouse.
    [[nodiscard]] const QList<LocalServer>& found() const { return m_found; }

Q_SIGNALS:
    void changed();

private:
    void take(const LocalServer& server);
    void conclude();

    QList<LocalCandidate> m_candidates;
    std::unique_ptr<LocalDiscovery> m_discovery;
    QList<LocalServer> m_looked; ///< in the order of the answers
    QList<LocalServer> m_found;
};

/// Where it is and what it has, on one line: "127.0.0.1:11434 · qwen:7b, tiny and 3 more"; or why
/// it is of no use.
[[nodiscard]] QString describe(const LocalServer& server);
/// "Ollama".
[[nodiscard]] QString nameOf(const LocalServer& server);

} // namespace roadloom
