// SPDX-License-Identifier: Apache-2.0
#include "core/http/FailureKind.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// In codes and types, lower case. Servers send them with 400, 403 and 429 as well as with 402.
constexpr std::array noCreditNames { "insufficient_quota"_L1, // OpenAI
    "billing"_L1, // OpenAI, Anthropic
    "current_quota"_L1, // Moonshot: exceeded_current_quota_error
    "insufficient_user_quota"_L1, // gateways
    "insufficient_balance"_L1, "insufficient_credit"_L1, "arrearage"_L1 }; // DashScope

constexpr auto zhipuInArrears = "1113"_L1;

/// What the same request would be told again, whatever the status.
constexpr std::array lastingNames { "invalid"_L1, "too_large"_L1, "unsupported"_L1 };

template <std::size_t size>
bool holdsOneOf(const QString& text, const std::array<QLatin1StringView, size>& names)
{
    return std::ranges::any_of(
        names, [&text](QLatin1StringView name) { return text.contains(name); });
}

} // namespace

ErrorKind failureKind(int status, const ServerWords& words)
{
    // Numbers first: of a provider's words for a failure only some are telling.
    const int code = status > 0 && status != 400 ? status : words.code.toInt();
    const QString names = words.code.toLower() + u' ' + words.type.toLower();
    const auto named = [&](QLatin1StringView name) { return names.contains(name); };
    if (code == 402 || holdsOneOf(names, noCreditNames) || words.code == zhipuInArrears)
        return ErrorKind::Quota;
    if (code == 401 || code == 403 || named("invalid_api_key"_L1) || named("authentication"_L1)
        || named("permission_error"_L1)
        || words.text.startsWith("API key not valid"_L1)) // Gemini's 400, which names it only here
        return ErrorKind::Authentication;
    if (code == 404 || named("not_found"_L1))
        return ErrorKind::NotFound;
    if (code == 429 || named("rate_limit"_L1) || named("ratelimit"_L1))
        return ErrorKind::RateLimit;
    return ErrorKind::Server;
}

bool mayPassByItself(ErrorKind kind, int status, const ServerWords& words)
{
    if (kind == ErrorKind::RateLimit)
        return true;
    if (kind != ErrorKind::Server)
        return false;
    const int code = status > 0 ? status : words.code.toInt();
    if (code == 408 || code == 425)
        return true;
    if (code >= 300 && code < 500)
        return false;
    constexpr std::array lasting { 501, 505, 506, 508, 510, 511, 526 };
    return std::ranges::find(lasting, code) == lasting.end()
        && !holdsOneOf(words.type.toLower(), lastingNames);
}

} // namespace roadloom
