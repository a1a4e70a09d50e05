// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ProviderSetup.h"

namespace roadloom {

/// What is wrong with a setup, a sentence for each part of its form; empty: nothing is.
struct SetupProblems {
    QString address {};
    QString model {};
    QString network {};
    /// It can be kept as it stands, though perhaps not be used yet. What cannot be kept would not
    /// be read back: an address that is none.
    bool mayBeKept = true;

    [[nodiscard]] bool areNone() const
    {
        return address.isEmpty() && model.isEmpty() && network.isEmpty();
    }
};

/// Parts of a form whose problems may be told: those that the learner has worked on. Nobody is to
/// blame for what was never filled in.
struct ToldParts {
    bool address = false;
    bool model = false;

    [[nodiscard]] static constexpr ToldParts all() { return { true, true }; }
};

[[nodiscard]] SetupProblems findProblems(const ProviderSetup& setup);
[[nodiscard]] SetupProblems findProblems(const ServiceSetup& setup);

/// Whether a model must be chosen, because the server does not choose one by itself.
[[nodiscard]] bool needsModel(const ProviderSetup& setup);

/// The address that was meant: without a scheme, http where it is this machine or a bare number,
/// https elsewhere.
[[nodiscard]] QUrl typedAddress(const QString& text);

} // namespace roadloom
