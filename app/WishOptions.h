// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace roadloom {

class OptionLevels;

/// The options in which a learner says what they want: --goal, --hours, --level, … and --request.
void addWishOptions(QCommandLineParser& parser);

/// The request that the options describe: --request is read first (a file, or standard input for
/// "-"), single options go over it. Without a goal the request's goal is empty.
/// ErrorKind::InvalidInput names the option.
[[nodiscard]] Result<LearnerRequest> readWish(
    const QCommandLineParser& parser, const OptionLevels& levels);

} // namespace roadloom
