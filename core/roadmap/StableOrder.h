// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

/// Orders of things that need each other, by index. Time and memory are linear in the number of
/// things and needs; nothing recurses.
namespace roadloom {

/// For each thing the things that it needs.
using Needs = QList<QList<qsizetype>>;

/// A number for each thing; two have the same one if each needs the other, directly or through
/// more of them.
[[nodiscard]] QList<qsizetype> entangledGroups(const Needs& needs);

/// The indices in an order in which what is needed comes before what needs it: it is pulled
/// forward, all else stays. Entangled things keep their order among themselves, since none would be
/// right. An order that is right already, or cannot be bettered, comes back unchanged.
[[nodiscard]] QList<qsizetype> orderByNeeds(const Needs& needs);

} // namespace roadloom
