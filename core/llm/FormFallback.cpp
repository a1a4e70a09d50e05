// SPDX-License-Identifier: Apache-2.0
#include "core/llm/FormFallback.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// As a whole word: "information" holds a format, too.
bool namesAForm(const QString& words)
{
    static const QRegularExpression names(
        u"\\b(response_?format|response_?schema|response_?mime_?type|json_?schema|json_?object|"
        "schemas?|formats?|structured|tools?|tool_choice|input_schema|guided\\w*|grammar)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return names.match(words).hasMatch();
}

bool mayBeAboutTheForm(const Error& failure, int httpStatus)
{
    constexpr std::array refusals { 400, 415, 422, 500, 501 };
    const bool isRefusal = std::ranges::find(refusals, httpStatus) != refusals.end();
    switch (failure.kind) {
    case ErrorKind::Protocol: // a body that is not what it should be names nothing
        return isRefusal;
    case ErrorKind::Server:
        return isRefusal || namesAForm(failure.details);
    case ErrorKind::NotFound: // "no endpoint found that supports response_format"
        return namesAForm(failure.details);
    default:
        return false;
    }
}

} // namespace

std::optional<StructuredOutput> weakerForm(
    StructuredOutput asked, const Error& failure, int httpStatus)
{
    if (asked == StructuredOutput::None || !mayBeAboutTheForm(failure, httpStatus))
        return std::nullopt;
    return asked == StructuredOutput::JsonSchema ? StructuredOutput::JsonObject
                                                 : StructuredOutput::None;
}

} // namespace roadloom
