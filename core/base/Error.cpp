// SPDX-License-Identifier: Apache-2.0
#include "core/base/Error.h"

using namespace Qt::StringLiterals;

namespace roadloom {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
        return u"invalid_input"_s;
    case ErrorKind::Network:
        return u"network"_s;
    case ErrorKind::Timeout:
        return u"timeout"_s;
    case ErrorKind::Authentication:
        return u"authentication"_s;
    case ErrorKind::Quota:
        return u"quota"_s;
    case ErrorKind::RateLimit:
        return u"rate_limit"_s;
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::Server:
        return u"server"_s;
    case ErrorKind::Protocol:
        return u"protocol"_s;
    case ErrorKind::Cut:
        return u"cut"_s;
    case ErrorKind::TooLarge:
        return u"too_large"_s;
    case ErrorKind::BadOutput:
        return u"bad_output"_s;
    case ErrorKind::NotCovered:
        return u"not_covered"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Internal:
        return u"internal"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorKind> errorKindFromName(QStringView name)
{
    for (int i = 0; i <= int(ErrorKind::Internal); ++i) {
        if (name == errorKindName(ErrorKind(i)))
            return ErrorKind(i);
    }
    return std::nullopt;
}

QDebug operator<<(QDebug debug, const Error& error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Error(" << errorKindName(error.kind) << ", " << error.message << ", "
                    << error.details << ")";
    return debug;
}

} // namespace roadloom
