// SPDX-License-Identifier: Apache-2.0
#include "core/llm/FormFallback.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool finds(const QRegularExpression& pattern, const QString& words)
{
    return pattern.match(words).hasMatch();
}

/// As a whole word: "information" holds a format, too.
bool namesAForm(const QString& words)
{
    static const QRegularExpression names(
        u"\\b(response_?format|response_?schema|response_?mime_?type|json_?schema|json_?object|"
        "json mode|schemas?|formats?|structured|tools?|tool_choice|input_schema|output_config|"
        "guided\\w*|grammar)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return finds(names, words);
}

/// The question is too long for the model, or the answer it may give: "… 120 of them in the tools".
bool isAboutLength(const QString& words)
{
    static const QRegularExpression names(
        u"context[ _](length|window|size)|\\bn_ctx\\b|too long|prompt is too|"
        "max\\w*[ _]tokens|maximum number of tokens|token limit"_s,
        QRegularExpression::CaseInsensitiveOption);
    return finds(names, words);
}

bool namesSomethingElse(const QString& words)
{
    static const QRegularExpression names(
        u"\\bmodels?\\b.{0,200}(not exist|not found|not available|no access|retired|deprecated)|"
        "(unknown|invalid|no such|missing) "
        "model|model_not_found|\\b(tokens?|temperature|top_p|top_k|"
        "messages|roles?|system|prompt|images?|stream|stream_options|think\\w*|reasoning\\w*|"
        "billing|credit|balance|quota|account|region|country|location|safety|policy)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return finds(names, words);
}

} // namespace

std::optional<WeakerForm> weakerForm(
    StructuredOutput asked, const Error& failure, const RefusedRequest& refused)
{
    const bool mayBeOfTheForm = failure.kind == ErrorKind::Server
        || failure.kind == ErrorKind::NotFound; // "no endpoint found that supports response_format"
    if (asked == StructuredOutput::None || !mayBeOfTheForm || refused.isPage)
        return std::nullopt;
    const ServerWords& told = refused.words;
    const QString words = QStringList { told.text, told.code, told.type, told.member }.join(u'\n');
    if (isAboutLength(words))
        return std::nullopt;
    const bool isTold = namesAForm(words);
    constexpr std::array refusals { 400, 415, 422 };
    const bool mayHaveMeantIt = std::ranges::find(refusals, refused.httpStatus) != refusals.end()
        && !namesSomethingElse(words);
    if (!isTold && !mayHaveMeantIt)
        return std::nullopt;
    return WeakerForm { .form = asked == StructuredOutput::JsonSchema ? StructuredOutput::JsonObject
                                                                      : StructuredOutput::None,
        .isTold = isTold };
}

} // namespace roadloom
