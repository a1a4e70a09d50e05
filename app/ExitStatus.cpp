// SPDX-License-Identifier: Apache-2.0
#include "app/ExitStatus.h"

namespace roadloom {

ExitStatus exitStatusFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return ExitStatus::WrongUsage;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Authentication:
    case ErrorKind::Quota:
    case ErrorKind::RateLimit:
    case ErrorKind::NotFound:
    case ErrorKind::Server:
    case ErrorKind::Protocol:
    case ErrorKind::Cut:
    case ErrorKind::TooLarge:
        return ExitStatus::NoAnswer;
    case ErrorKind::BadOutput:
        return ExitStatus::InvalidAnswer;
    case ErrorKind::NotCovered:
        return ExitStatus::NotCovered;
    case ErrorKind::Cancelled:
        return ExitStatus::Interrupted;
    case ErrorKind::Internal:
        return ExitStatus::UnexpectedFailure;
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
