// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBook.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
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
constexpr qsizetype mostRemoved = 1000; ///< that are remembered
constexpr qsizetype mostClientCharacters = 200;
constexpr std::chrono::seconds leastSilence { 600 }; ///< before a seat makes room

QByteArray hashOf(const QByteArray& secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
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

SeatBook::SeatBook(const QByteArray& classCode, const QByteArray& secret)
    : m_codeHash(hashOf(plainCode(classCode)))
    , m_tokens(secret, plainCode(classCode))
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
    const auto seat = seated({ .id = idFor(newcomer.client.left(mostClientCharacters)),
                                 .name = plainName(newcomer.name) },
        address, now);
    if (!seat)
        return Error { ErrorKind::TooLarge,
            Translation::tr("The class is full, or too many seats have joined from this "
                            "address. Ask your teacher."),
            {} };
    return Joined { .seat = *seat, .token = m_tokens.tokenOf(*seat) };
}

/// Whoever was removed and comes again is another seat.
QString SeatBook::idFor(const QString& client) const
{
    const QString known = client.isEmpty() ? QUuid::createUuid().toString() : client;
    QString id = m_tokens.idOf(known.toUtf8());
    while (m_removed.contains(id))
        id = m_tokens.idOf(id.toUtf8());
    return id;
}

/// As it is known here, if it is; it was heard of. Nothing: there is no room for it.
std::optional<Seat> SeatBook::seated(
    const Seat& seat, const QHostAddress& from, std::chrono::seconds now)
{
    auto place
        = std::ranges::find(m_places, seat.id, [](const Place& each) { return each.seat.id; });
    if (place == m_places.end()) {
        const auto isNeighbour = [&from](const Place& each) { return each.from == from; };
        const bool hasRoom = (from.isNull() || makeRoom(mostSeatsOfAddress, now, isNeighbour))
            && makeRoom(mostSeats, now, [](const Place&) { return true; });
        if (!hasRoom)
            return std::nullopt;
        m_places.append({ .seat = seat, .from = from });
        place = m_places.end() - 1;
    }
    place->heard = now;
    return place->seat;
}

/// For one more among those places that count.
template <class Counts>
bool SeatBook::makeRoom(qsizetype most, std::chrono::seconds now, Counts counts)
{
    auto silent = m_places.cend();
    qsizetype count = 0;
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        if (!counts(*place))
            continue;
        ++count;
        if (silent == m_places.cend() || place->heard < silent->heard)
            silent = place;
    }
    if (count < most)
        return true;
    if (now - silent->heard < leastSilence)
        return false;
    m_places.erase(silent);
    return true;
}

void SeatBook::noteHeard(const QString& seat, std::chrono::seconds now)
{
    const auto place
        = std::ranges::find(m_places, seat, [](const Place& each) { return each.seat.id; });
    if (place != m_places.end())
        place->heard = now;
}

std::optional<Seat> SeatBook::seatWith(const QByteArray& token, std::chrono::seconds now)
{
    const auto seat = m_tokens.seatOf(token);
    return seat && !m_removed.contains(seat->id) ? seated(*seat, {}, now) : std::nullopt;
}

void SeatBook::remove(const QString& seat)
{
    m_places.removeIf([&seat](const Place& each) { return each.seat.id == seat; });
    m_removed.removeOne(seat);
    m_removed.append(seat);
    if (m_removed.size() > mostRemoved)
        m_removed.removeFirst();
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
