// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/llm/StructuredOutput.h"

#include <optional>

namespace roadloom {

/// The next weaker form to ask for, if the failure may be that the server refuses the form asked
/// for; nothing if it is surely about something else (key, quota, rate, time, network), or if no
/// form was asked for.
///
/// `httpStatus` is that of the response, 0 if none came. An error status that servers use for
/// members they do not like is enough, since a refused request costs nothing and few servers say
/// what they refused. Anything else, such as an error inside a stream or an unknown address, must
/// name the form in the server's own words. Only for failures before the first word of the answer.
[[nodiscard]] std::optional<StructuredOutput> weakerForm(
    StructuredOutput asked, const Error& failure, int httpStatus);

} // namespace roadloom
