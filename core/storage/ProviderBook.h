// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Policy.h"

#include <QObject>

namespace roadloom {

/// Who can answer, as the program knows it now: read once, written with each change, and told to
/// whoever shows or uses it. What the administrator has fixed is as that says, and stays in the
/// file as it was.
class ProviderBook final : public QObject {
    Q_OBJECT
public:
    /// Reads the settings. What is wrong with them, if anything is, readError() says; nothing is
    /// configured then.
    explicit ProviderBook(ProviderSettings settings, Policy policy = {}, QObject* parent = nullptr);

    [[nodiscard]] const ConfiguredProviders& configured() const { return m_configured; }
    [[nodiscard]] const std::optional<Error>& readError() const { return m_readError; }
    [[nodiscard]] const Policy& policy() const { return m_policy; }
    /// Nothing was ever configured or chosen.
    [[nodiscard]] bool isFresh() const { return m_isFresh; }

    /// Writes the change and tells it. If it cannot be written, it holds for this session all the
    /// same, and the error says so. What the policy does not allow is not done: see refusal().
    std::optional<Error> change(const ConfiguredProviders& configured);
    /// Remembers which form the model keeps to that was used. Nothing if it was another one than
    /// the provider of this id is configured with, or there is none.
    void noteForm(const ProviderSetup& used, StructuredOutput form);

Q_SIGNALS:
    void changed();

private:
    std::optional<Error> store(const ConfiguredProviders& configured);

    ProviderSettings m_settings;
    Policy m_policy;
    ConfiguredProviders m_own; ///< as the file has them
    ConfiguredProviders m_configured;
    std::optional<Error> m_readError;
    bool m_isFresh = true;
};

} // namespace roadloom
