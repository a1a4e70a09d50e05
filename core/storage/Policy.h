// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/AppearanceSettings.h"
#include "core/storage/ProviderSettings.h"

#include <QStringList>

namespace roadloom {

/// The id of the provider or service that the administrator names. None that is added has it.
inline constexpr QLatin1StringView administratorsId("administrator");

/// Who answers, whatever the learner says: the built-in courses, unless one of these is there.
struct FixedAnswerer {
    std::optional<ProviderSetup> model {};
    std::optional<ServiceSetup> service {};

    [[nodiscard]] QString id() const
    {
        return model || service ? QString(administratorsId) : QString(offlineId);
    }
    bool operator==(const FixedAnswerer&) const = default;
};

/// What the administrator of this machine has fixed. What is not set here is the learner's to say:
/// on the command line, in the environment or in the settings, in this order. See readPolicy().
struct Policy {
    std::optional<FixedAnswerer> answerer {}; ///< as a whole, with its model
    std::optional<int> timeoutSeconds {}; ///< 0: none
    std::optional<int> retries {};
    std::optional<int> parallel {};
    std::optional<int> rounds {};

    std::optional<ThemeChoice> theme {};
    std::optional<int> textPercent {};
    std::optional<MotionChoice> motion {};
    std::optional<LanguageChoice> language {};
    std::optional<SendKey> sendKey {};

    std::optional<int> hoursPerWeek {}; ///< that roadmaps are designed for
    std::optional<QString> dataFolder {}; ///< absolute; empty: the one of an untouched installation

    bool mayAddModels = true; ///< or hubs, or name ones that are not in the settings
    bool mayEnterKeys = true; ///< in the settings; a key in the environment counts all the same
    bool mayOpenLinks = true; ///< in the browser
    bool mayExport = true; ///< roadmaps that are kept
    bool mayShare = true; ///< the model with a class, from the window
    bool mayChangeSettings = true;

    /// What is wrong with the files: translated sentences that name them.
    QStringList problems {};

    bool operator==(const Policy&) const = default;

    /// Whether the learner may bring somebody new who answers.
    [[nodiscard]] bool allowsAdding() const
    {
        return mayAddModels && mayChangeSettings && !answerer;
    }
    /// The keys of what is fixed or forbidden, as policy.ini has them; no values.
    [[nodiscard]] QStringList fixedKeys() const;
};

/// What counts where a policy is there but cannot be read: the built-in courses answer, all is
/// kept where it is by itself, and nothing may be added, opened, exported or changed.
[[nodiscard]] Policy closedPolicy();

/// Settings of the learner, with what the administrator has fixed in its place.
[[nodiscard]] Appearance withPolicy(const Policy& policy, Appearance own);
/// Where it is fixed who answers, nobody else is left; the learner's times for that one, and where
/// its key is, are their own.
[[nodiscard]] ConfiguredProviders withPolicy(const Policy& policy, const ConfiguredProviders& own);

/// The other way round: what is to be written as the learner's own after a change of what
/// withPolicy() gave. What is fixed stays as it was before.
[[nodiscard]] Appearance withoutPolicy(
    const Policy& policy, Appearance changed, const Appearance& own);
[[nodiscard]] ConfiguredProviders withoutPolicy(
    const Policy& policy, const ConfiguredProviders& changed, const ConfiguredProviders& own);

/// Why the policy does not allow this change of what withPolicy() gave; nothing: it does.
[[nodiscard]] std::optional<Error> refusal(
    const Policy& policy, const ConfiguredProviders& before, const ConfiguredProviders& after);
/// That one may not change the settings.
[[nodiscard]] Error settingsAreFixed();

/// "Set by your administrator", translated: for whatever shows something that is.
[[nodiscard]] QString setByAdministrator();

} // namespace roadloom
