// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/http/ServerWords.h"

namespace roadloom {

/// What a failure is, by its HTTP status and the server's words. A status of 0: the failure came
/// inside an answer that began as a success, and its own code counts, if it has one.
[[nodiscard]] ErrorKind failureKind(int status, const ServerWords& words);

/// Whether it may pass by itself: a gateway or server that is busy, full or restarting. Nothing
/// that the same request would meet again: no redirect, no refusal, no want of credit.
[[nodiscard]] bool mayPassByItself(ErrorKind kind, int status, const ServerWords& words);

} // namespace roadloom
