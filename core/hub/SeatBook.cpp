// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBook.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(SeatBook)
};

constexpr qsizetype mostNameCharacters = 60;
constexpr int freeFaults = 5; ///< of one address
constexpr std::chrono::seconds firstPause { 30 };
constexpr std::chrono::seconds longestPause { 900 };
constexpr qsizetype mostAddresses = 10'000;
constexpr qsizetype mostTokens = 8; ///< of one seat: as many programs at a time
constexpr qsizetype mostClientCharacters = 200;
constexpr std::chrono::seconds leastSilence { 600 }; ///< before a seat makes room

QByteArray hashOf(const QByteArray& secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

/// In a time that does not tell where they differ.
bool areEqual(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(uchar(a.at(i)) ^ uchar(b.at(i)));
    return difference == 0;
}

QByteArray newToken()
{
    std::array<quint32, 8> random {};
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return QByteArray(reinterpret_cast<const char*>(random.data()), sizeof random)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// The same of a machine that comes by IPv4, whichever way it is written.
QHostAddress plainAddress(const QHostAddress& address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

QString plainName(const QString& name)
{
    QString plain;
    for (const QChar c : name.simplified())
        plain.append(c.isPrint() ? c : QChar(u' '));
    return plain.left(mostNameCharacters).trimmed();
}

} // namespace

QByteArray SeatBook::newClassCode()
{
    constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    constexpr int length = 8;
    QByteArray code;
    for (int i = 0; i < length; ++i)
        code.append(letters[QRandomGenerator::system()->bounded(quint32(letters.size()))]);
    return code;
}

QByteArray SeatBook::plainCode(const QByteArray& code)
{
    QByteArray plain;
    for (const char c : code) {
        if (c != ' ' && c != '-')
            plain.append(c);
    }
    return plain.toUpper();
}

SeatBook::SeatBook(const QByteArray& classCode)
    : m_codeHash(hashOf(plainCode(classCode)))
{
}

Result<SeatBook::Joined> SeatBook::join(
    const Newcomer& newcomer, const QHostAddress& from, std::chrono::seconds now)
{
    const QHostAddress address = plainAddress(from);
    if (const auto wait = m_faults.value(address).until - now; wait > 0s)
        return Error { .kind = ErrorKind::RateLimit,
            .message = Translation::tr(
                "Too many wrong class codes. Try again in %n seconds.", nullptr, int(wait.count())),
            .details = {},
            .isTransient = true,
            .retryAfter = wait };
    if (!areEqual(hashOf(plainCode(newcomer.code)), m_codeHash)) {
        noteFault(address, now);
        return Error { ErrorKind::Authentication,
            Translation::tr("This is not the class code. Look at it again, and ask your teacher "
                            "if it still is not taken."),
            {} };
    }
    m_faults.remove(address);
    Place* const place = placeFor(newcomer, now);
    if (place == nullptr)
        return Error { ErrorKind::TooLarge, Translation::tr("The class is full."), {} };
    place->heard = now;
    return Joined { .seat = place->seat, .token = giveToken(*place) };
}

/// Null: there is none, nor room for one.
SeatBook::Place* SeatBook::placeFor(const Newcomer& newcomer, std::chrono::seconds now)
{
    const QString client = newcomer.client.left(mostClientCharacters);
    const auto known = std::ranges::find(m_places, client, &Place::client);
    if (!client.isEmpty() && known != m_places.end())
        return &*known;
    if (m_places.size() >= mostSeats && !makeRoom(now))
        return nullptr;
    m_places.append({ .seat = { .id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                          .name = plainName(newcomer.name),
                          .joined = QDateTime::currentDateTimeUtc() },
        .client = client,
        .tokens = {},
        .heard = now });
    return &m_places.last();
}

bool SeatBook::makeRoom(std::chrono::seconds now)
{
    const auto silent = std::ranges::min_element(m_places, {}, &Place::heard);
    if (silent == m_places.end() || now - silent->heard < leastSilence)
        return false;
    remove(QString(silent->seat.id));
    return true;
}

QByteArray SeatBook::giveToken(Place& place)
{
    if (place.tokens.size() >= mostTokens)
        m_seatByToken.remove(place.tokens.takeFirst());
    QByteArray token = newToken();
    place.tokens.append(hashOf(token));
    m_seatByToken.insert(place.tokens.last(), place.seat.id);
    return token;
}

std::optional<Seat> SeatBook::seatWith(const QByteArray& token, std::chrono::seconds now)
{
    const QString id = m_seatByToken.value(hashOf(token));
    const auto place
        = std::ranges::find(m_places, id, [](const Place& each) { return each.seat.id; });
    if (place == m_places.end())
        return std::nullopt;
    place->heard = now;
    return place->seat;
}

void SeatBook::remove(const QString& seat)
{
    m_places.removeIf([&seat](const Place& each) { return each.seat.id == seat; });
    m_seatByToken.removeIf([&seat](const auto& entry) { return entry.value() == seat; });
}

QList<Seat> SeatBook::seats() const
{
    QList<Seat> seats;
    for (const Place& place : m_places)
        seats.append(place.seat);
    return seats;
}

void SeatBook::noteFault(const QHostAddress& from, std::chrono::seconds now)
{
    if (m_faults.size() >= mostAddresses)
        m_faults.erase(std::min_element(m_faults.begin(), m_faults.end(),
            [](const Faults& a, const Faults& b) { return a.until < b.until; }));
    Faults& faults = m_faults[from];
    if (++faults.count < freeFaults)
        return;
    const int doublings = std::min(faults.count - freeFaults, 5);
    faults.until = now + std::min(firstPause * (1 << doublings), longestPause);
}

} // namespace roadloom
