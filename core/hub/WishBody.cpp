// SPDX-License-Identifier: Apache-2.0
#include "core/hub/WishBody.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(WishBody)
};

constexpr int unprocessable = 422;
/// Of members that no wish has: they are kept for as long as the run is.
constexpr qsizetype mostExtraBytes = qsizetype(16) * 1024;

json::object fault(const QStringList& place, const QString& message, const char* type)
{
    json::array location { "body" };
    for (const QString& part : place)
        location.push_back(json::value(toJsonString(part)));
    json::object fault;
    fault["loc"] = std::move(location);
    fault["msg"] = toJsonString(message);
    fault["type"] = type;
    return fault;
}

HttpAnswer answerWith(json::array faults)
{
    json::object body;
    body["detail"] = std::move(faults);
    return HttpAnswer::ofJson(body, unprocessable);
}

/// "preferences.learning_goal: expected a text, found nothing".
json::object faultOfLine(const QString& line)
{
    const qsizetype colon = line.indexOf(u": ");
    if (colon < 0 || line.first(colon).contains(u' '))
        return fault({}, line, "value_error"); // of no place
    const bool isMissing = line.endsWith(u"found nothing");
    const QString path = line.first(colon);
    return fault(path.startsWith(u'(') ? QStringList() : path.split(u'.'), line.sliced(colon + 2),
        isMissing ? "missing" : "value_error");
}

} // namespace

std::variant<LearnerRequest, HttpAnswer> readWishBody(const QByteArray& body, const QDate& today)
{
    const Result<json::value> value = parseJson(body);
    if (!value)
        return answerWith({ fault({}, value.error().message, "json_invalid") });
    const Result<LearnerRequest> request = readLearnerRequest(value.value());
    if (!request)
        return faultyBody(request.error());
    const auto extras = writeJson(request.value().extras).size()
        + writeJson(request.value().preferences.extras).size();
    if (extras > mostExtraBytes)
        return answerWith({ fault({},
            Translation::tr("There is more in the request than the hub knows what to do with."),
            "value_error") });
    if (const auto error = findRequestError(request.value(), today))
        return answerWith({ fault({ u"preferences"_s }, error->message, "value_error") });
    return request.value();
}

HttpAnswer faultyBody(const Error& error)
{
    json::array faults;
    for (const QString& line : error.details.split(u'\n', Qt::SkipEmptyParts))
        faults.push_back(faultOfLine(line));
    if (faults.empty())
        faults.push_back(fault({}, error.message, "value_error"));
    return answerWith(std::move(faults));
}

HttpAnswer refusal(int status, const QString& sentence)
{
    json::object body;
    body["detail"] = toJsonString(sentence);
    return HttpAnswer::ofJson(body, status);
}

} // namespace roadloom
