// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/HubSearch.h"
#include "core/hub/Hub.h"
#include "core/llm/ProviderSetup.h"

#include <functional>
#include <memory>
#include <optional>

namespace roadloom {

class HubThread;

/// A hub that answers the learner, with a class code that is said elsewhere than in the settings;
/// empty: it may be kept there.
struct AnsweringHub {
    ServiceSetup setup {};
    QByteArray classCode {};

    bool operator==(const AnsweringHub&) const = default;
};

/// What the window needs to share its model with a class, or to join one.
struct ClassroomParts {
    /// Makes a hub that is answered as the window is now; it is not started yet. Null: this program
    /// cannot share.
    std::function<std::unique_ptr<HubThread>(const HubSetup&)> openHub {};
    /// How many runs whoever answers now serves well at once. Null: one.
    std::function<int()> usualRuns {};
    /// What a hub at that address proves who it is with. Null: it cannot encrypt.
    std::function<Result<HubCertificate>(const QHostAddress&)> certificateFor {};
    /// The hub that answers now. Null, or nothing: none does.
    std::function<std::optional<AnsweringHub>()> answeringHub {};
    /// Looks for classes on the network. Null: this program cannot join one.
    std::function<std::unique_ptr<HubSearch>()> makeSearch {};
};

} // namespace roadloom
