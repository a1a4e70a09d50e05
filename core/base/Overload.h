// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// An overload set from lambdas, to visit a variant: a new alternative fails to compile wherever it
/// must be handled.
template <class... Handlers>
struct Overload : Handlers... {
    using Handlers::operator()...;
};

// Implicit in C++20, but not in every compiler that reads this.
template <class... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

} // namespace roadloom
