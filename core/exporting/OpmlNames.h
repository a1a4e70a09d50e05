// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

/// The names that the writer and the reader of OPML share.
namespace roadloom::opml {

inline constexpr QLatin1StringView ourNamespace("https://roadloom.org/ns/opml/1");
inline constexpr QLatin1StringView note("_note");

inline constexpr QLatin1StringView roadmap("roadmap");
inline constexpr QLatin1StringView weeks("weeks");
inline constexpr QLatin1StringView hoursPerWeek("hours-per-week");
inline constexpr QLatin1StringView rationale("rationale");

inline constexpr QLatin1StringView kind("kind");
inline constexpr QLatin1StringView id("id");
inline constexpr QLatin1StringView description("description");
inline constexpr QLatin1StringView hours("hours");
inline constexpr QLatin1StringView difficulty("difficulty");
inline constexpr QLatin1StringView state("state");
inline constexpr QLatin1StringView buildsOn("builds-on");
inline constexpr QLatin1StringView keywords("keywords");

} // namespace roadloom::opml
