// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HttpAnswer.h"
#include "core/roadmap/LearnerRequest.h"

#include <variant>

namespace roadloom {

/// The learner's request in a body; or the answer to one that is none: 422 and what is wrong where,
/// `{"detail":[{"loc":["body","preferences","learning_goal"],"msg":"…","type":"missing"}]}`, as the
/// services do that the hub stands in for. `today` is what deadlines are compared with.
[[nodiscard]] std::variant<LearnerRequest, HttpAnswer> readWishBody(
    const QByteArray& body, const QDate& today);

/// The same answer to another body, for what its reading found wrong: see ReadProblems.
[[nodiscard]] HttpAnswer faultyBody(const Error& error);

/// The answer to any other request that cannot be served: `{"detail":"…"}`.
[[nodiscard]] HttpAnswer refusal(int status, const QString& sentence);

} // namespace roadloom
