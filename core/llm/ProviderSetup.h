// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/JsonReader.h"
#include "core/http/NetworkSettings.h"
#include "core/http/Patience.h"
#include "core/llm/ModelEndpoint.h"
#include "core/llm/Provider.h"

#include <optional>

/// What the user made of the presets: plain data, kept in a file, without any key.
namespace roadloom {

struct ApiKey;

/// Whether a model should reason before it answers, where it can be told.
enum class ReasoningUse {
    Default, ///< as the model does by itself: nothing is sent
    On,
    Off,
};

inline constexpr std::array reasoningUseWords {
    EnumWord<ReasoningUse> { ReasoningUse::Default, QLatin1StringView("default") },
    EnumWord<ReasoningUse> { ReasoningUse::On, QLatin1StringView("on") },
    EnumWord<ReasoningUse> { ReasoningUse::Off, QLatin1StringView("off") },
};

/// Where the user wanted the key kept. A key in the environment wins over all of them.
enum class KeyPlace {
    None, ///< no key was given
    SecretStore, ///< the desktop's, e.g. GNOME's keyring or KWallet
    File, ///< a file only the user can read
    Session, ///< in memory, until the program ends
};

inline constexpr std::array keyPlaceWords {
    EnumWord<KeyPlace> { KeyPlace::None, QLatin1StringView("none") },
    EnumWord<KeyPlace> { KeyPlace::SecretStore, QLatin1StringView("secret_store") },
    EnumWord<KeyPlace> { KeyPlace::File, QLatin1StringView("file") },
    EnumWord<KeyPlace> { KeyPlace::Session, QLatin1StringView("session") },
};

inline constexpr int mostReviewRounds = 3;

/// A provider as configured. The same preset may be configured more than once.
struct ProviderSetup {
    QString id; ///< unique among providers and services, e.g. "deepseek" or "deepseek-2"
    QString presetId {}; ///< see presetOf()
    QString title {}; ///< the user's own name for it; empty: see titleOf()
    QUrl baseUrl {};
    ApiStyle style = ApiStyle::OpenAi;
    QString model {}; ///< empty: none chosen; see findProblem()
    Patience patience {};
    NetworkSettings network {};
    /// The strongest form that was found to work; none: not tried yet, the preset's holds.
    std::optional<StructuredOutput> structuredOutput {};
    ReasoningUse reasoning = ReasoningUse::Default;
    int parallel = 1; ///< answers at the same time, 1 to mostParallel
    int reviewRounds = mostReviewRounds; ///< in which a roadmap is reviewed and mended, from 0
    bool asksLearner = false; ///< before a roadmap counts as done
    KeyPlace keyPlace = KeyPlace::None;
    json::object others {}; ///< members of a newer version, written back as they were

    bool operator==(const ProviderSetup&) const = default;
};

/// A Roadloom hub elsewhere that designs roadmaps itself.
struct ServiceSetup {
    QString id; ///< unique among providers and services
    QString title {}; ///< empty: host and port are shown
    QUrl url {};
    Patience patience {};
    NetworkSettings network {};
    KeyPlace keyPlace = KeyPlace::None; ///< of its class code
    QString seatName {}; ///< of the learner, as the class is to see it; may be empty
    json::object others {};

    bool operator==(const ServiceSetup&) const = default;
};

/// The preset as it stands, with its first suggested model, but without an address that is only an
/// example. The id is the preset's; where that is
/// taken, see unusedId().
[[nodiscard]] ProviderSetup setupFrom(const Provider& preset);

/// The wanted id if it is free, else it with the first free number from 2: "deepseek-2".
[[nodiscard]] QString unusedId(const QString& wanted, const QStringList& taken);

/// The preset that the setup was made from; "other" if this version has none of that id.
[[nodiscard]] const Provider& presetOf(const ProviderSetup& setup);

/// What to call it: the user's own title, else the preset's name; where the preset stands for any
/// server, host and port.
[[nodiscard]] QString titleOf(const ProviderSetup& setup, Language language);
[[nodiscard]] QString titleOf(const ServiceSetup& setup);

/// Why this cannot be used as it stands, in a sentence for the learner (ErrorKind::InvalidInput):
/// no usable address or still the example's, no model where the style needs one, a wrong proxy.
/// Nothing: it can. Says nothing about keys.
[[nodiscard]] std::optional<Error> findProblem(const ProviderSetup& setup);
[[nodiscard]] std::optional<Error> findProblem(const ServiceSetup& setup);

/// Ready to be spoken to. An empty key is allowed; the preset says whether one is needed.
[[nodiscard]] ModelEndpoint endpointFor(
    const ProviderSetup& setup, const Provider& preset, const ApiKey& key);

/// Reading is the validation; `path` names the object in problems. What findProblem() says is no
/// problem here: an unfinished setup may be kept.
[[nodiscard]] ProviderSetup readProviderSetup(
    const json::value& value, const QString& path, ReadProblems& problems);
[[nodiscard]] ServiceSetup readServiceSetup(
    const json::value& value, const QString& path, ReadProblems& problems);
/// Every member in a fixed order, those of a newer version behind.
[[nodiscard]] json::object toJson(const ProviderSetup& setup);
[[nodiscard]] json::object toJson(const ServiceSetup& setup);

} // namespace roadloom
