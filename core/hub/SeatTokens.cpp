// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatTokens.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

namespace roadloom {

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype mostTokenBytes = 512;
constexpr qsizetype idCharacters = 36; ///< of a UUID

QByteArray mac(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

} // namespace

SeatTokens::SeatTokens(const QByteArray& secret, const QByteArray& classCode)
    : m_key(mac(secret, classCode))
{
}

QByteArray SeatTokens::newSecret()
{
    std::array<quint32, 8> random {};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return { reinterpret_cast<const char*>(random.data()), sizeof random };
}

QString SeatTokens::idOf(const QByteArray& client) const
{
    constexpr qsizetype uuidBytes = 16;
    return QUuid::fromRfc4122(mac(m_key, "seat of " + client).left(uuidBytes))
        .toString(QUuid::WithoutBraces);
}

QByteArray SeatTokens::tokenOf(const Seat& seat) const
{
    const QByteArray payload = (seat.id + seat.name).toUtf8().toBase64(base64);
    return payload + '.' + signatureOf(payload);
}

std::optional<Seat> SeatTokens::seatOf(const QByteArray& token) const
{
    const qsizetype dot = token.indexOf('.');
    if (dot < 0 || token.size() > mostTokenBytes)
        return std::nullopt;
    const QByteArray payload = token.first(dot);
    if (!areEqual(token.sliced(dot + 1), signatureOf(payload)))
        return std::nullopt;
    const QString words = QString::fromUtf8(QByteArray::fromBase64(payload, base64));
    return Seat { .id = words.left(idCharacters), .name = words.mid(idCharacters) };
}

QByteArray SeatTokens::signatureOf(const QByteArray& payload) const
{
    return mac(m_key, "token " + payload).toBase64(base64);
}

bool areEqual(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(uchar(a.at(i)) ^ uchar(b.at(i)));
    return difference == 0;
}

} // namespace roadloom
