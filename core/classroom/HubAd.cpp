// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/HubAd.h"

#include "core/base/JsonReader.h"
#include "core/base/PlainText.h"
#include "core/http/Fingerprint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype questionBytes = 800; // as long as an answer can be
constexpr qsizetype mostNonceCharacters = 64;
constexpr qsizetype mostNameCharacters = 100;
constexpr int mostPort = 65535;

bool isNonce(const QString& text)
{
    return !text.isEmpty() && text.size() <= mostNonceCharacters
        && std::ranges::all_of(
            text, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
}

/// Nothing: it is too long, or no JSON.
std::optional<json::value> valueIn(QByteArrayView datagram)
{
    if (datagram.size() > HubAd::mostBytes)
        return std::nullopt;
    Result<json::value> value = parseJson(datagram);
    return value ? std::optional(std::move(value).value()) : std::nullopt;
}

} // namespace

QByteArray hubQuestion(const QByteArray& nonce)
{
    json::object question;
    question["roadloom"] = "find";
    question["nonce"] = toJsonString(QString::fromLatin1(nonce));
    return writeJson(question).leftJustified(questionBytes, ' ');
}

std::optional<QByteArray> readHubQuestion(QByteArrayView datagram)
{
    const auto value = valueIn(datagram);
    if (!value)
        return std::nullopt;
    ReadProblems problems;
    JsonReader reader(*value, {}, problems);
    const bool isQuestion = reader.requiredString("roadloom") == "find"_L1;
    const QString nonce = reader.requiredString("nonce");
    return isQuestion && isNonce(nonce) ? std::optional(nonce.toLatin1()) : std::nullopt;
}

QByteArray hubAnswer(const HubAd& ad, const QByteArray& nonce)
{
    json::object answer;
    answer["roadloom"] = "hub";
    answer["nonce"] = toJsonString(QString::fromLatin1(nonce));
    answer["name"] = toJsonString(shortLine(ad.name, mostNameCharacters));
    answer["port"] = ad.port;
    answer["tls"] = ad.usesTls;
    answer["fingerprint"] = toJsonString(QString::fromLatin1(ad.fingerprint.toHex()));
    answer["code"] = ad.needsCode;
    return writeJson(answer);
}

std::optional<HubAd> readHubAnswer(QByteArrayView datagram, const QByteArray& nonce)
{
    const auto value = valueIn(datagram);
    if (!value)
        return std::nullopt;
    ReadProblems problems;
    JsonReader reader(*value, {}, problems);
    const bool isMeant = reader.requiredString("roadloom") == "hub"_L1
        && reader.requiredString("nonce") == QString::fromLatin1(nonce);
    const QString name = reader.string("name");
    const int port = reader.requiredInteger("port");
    const bool usesTls = reader.boolean("tls", false);
    const QString fingerprint = reader.string("fingerprint");
    const bool needsCode = reader.boolean("code", false);
    if (!isMeant || !problems.isEmpty() || port < 1 || port > mostPort)
        return std::nullopt;
    HubAd ad { .name = shortLine(name, mostNameCharacters),
        .port = quint16(port),
        .usesTls = usesTls,
        .needsCode = needsCode };
    if (fingerprint.isEmpty())
        return ad;
    // A hub that is to be known by its certificate is not asked without.
    const auto read = readFingerprint(fingerprint);
    if (!read || !usesTls)
        return std::nullopt;
    ad.fingerprint = *read;
    return ad;
}

} // namespace roadloom
