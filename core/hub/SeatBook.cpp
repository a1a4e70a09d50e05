// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBook.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <string_view>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(SeatBook)
};

constexpr qsizetype mostSeats = 1000;
constexpr qsizetype mostNameCharacters = 60;
constexpr int freeFaults = 5; ///< of one address
constexpr std::chrono::seconds firstPause { 30 };
constexpr std::chrono::seconds longestPause { 900 };
constexpr qsizetype mostNetworks = 10'000;

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

/// As people type it: the case does not matter, nor do blanks and hyphens between groups.
QByteArray normalised(const QByteArray& code)
{
    QByteArray plain;
    for (const char c : code) {
        if (c != ' ' && c != '-')
            plain.append(c);
    }
    return plain.toUpper();
}

/// One machine has all addresses of its IPv6 network.
QHostAddress networkOf(const QHostAddress& address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes);
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

SeatBook::SeatBook(const QByteArray& classCode)
    : m_codeHash(hashOf(normalised(classCode)))
{
}

Result<SeatBook::Joined> SeatBook::join(
    const QByteArray& code, const QString& name, const QHostAddress& from, std::chrono::seconds now)
{
    const QHostAddress network = networkOf(from);
    if (const auto wait = m_faults.value(network).until - now; wait > 0s)
        return Error { .kind = ErrorKind::RateLimit,
            .message = Translation::tr(
                "Too many wrong class codes. Try again in %n seconds.", nullptr, int(wait.count())),
            .details = {},
            .isTransient = true,
            .retryAfter = wait };
    if (!areEqual(hashOf(normalised(code)), m_codeHash)) {
        noteFault(network, now);
        return Error { ErrorKind::Authentication,
            Translation::tr("This is not the class code. Look at it again, and ask your teacher "
                            "if it still is not taken."),
            {} };
    }
    if (m_seats.size() >= mostSeats)
        return Error { ErrorKind::TooLarge, Translation::tr("The class is full."), {} };
    m_faults.remove(network);
    Joined joined {
        .seat = { .id = QUuid::createUuid().toString(QUuid::WithoutBraces),
            .name = plainName(name),
            .joined = QDateTime::currentDateTimeUtc() },
        .token = newToken(),
    };
    m_seats.append(joined.seat);
    m_seatByHash.insert(hashOf(joined.token), joined.seat.id);
    return joined;
}

std::optional<Seat> SeatBook::seatWith(const QByteArray& token) const
{
    const QString id = m_seatByHash.value(hashOf(token));
    const auto seat = std::ranges::find(m_seats, id, &Seat::id);
    return seat != m_seats.end() ? std::optional(*seat) : std::nullopt;
}

void SeatBook::remove(const QString& seat)
{
    m_seats.removeIf([&seat](const Seat& each) { return each.id == seat; });
    m_seatByHash.removeIf([&seat](const auto& entry) { return entry.value() == seat; });
}

void SeatBook::noteFault(const QHostAddress& network, std::chrono::seconds now)
{
    if (m_faults.size() >= mostNetworks)
        m_faults.clear();
    Faults& faults = m_faults[network];
    if (++faults.count < freeFaults)
        return;
    const int doublings = std::min(faults.count - freeFaults, 5);
    faults.until = now + std::min(firstPause * (1 << doublings), longestPause);
}

} // namespace roadloom
