// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/http/ServerWords.h"
#include "core/llm/StructuredOutput.h"

#include <optional>

namespace roadloom {

/// A weaker form to ask for, and why.
struct WeakerForm {
    StructuredOutput form = StructuredOutput::None;
    bool isTold = false; ///< the server named the form; else it may have meant anything

    bool operator==(const WeakerForm&) const = default;
};

/// A response that failed, before the first word of an answer.
struct RefusedRequest {
    int httpStatus = 0; ///< 0 if none came
    ServerWords words {}; ///< of the server; empty if there are none to be read
    bool isPage = false; ///< the body is HTML: a gateway's, which knows nothing of forms
};

/// The next weaker form to ask for, if the failure may be that the server refuses the form asked
/// for. Nothing if it is about something else, or if no form was asked for.
///
/// It is about the form if the server's own words name it (response_format, tools, schema …),
/// whatever the status, unless they are about length. A 400, 415 or 422 is also enough if its words
/// are none, or so vague that they name nothing else: many servers do not say what they refuse.
/// Failures of the server (500, 503 …) that do not name the form are no matter of forms; they may
/// pass, see RetryPolicy.
[[nodiscard]] std::optional<WeakerForm> weakerForm(
    StructuredOutput asked, const Error& failure, const RefusedRequest& refused);

} // namespace roadloom
