// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// An overload set from lambdas, to visit a variant: a new alternative fails to compile wherever it
/// must be handled.
template <class... Handlers>
struct Overload : Handlers... {
    using Handlers::operator()...;
};

} // namespace roadloom
