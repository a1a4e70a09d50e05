// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace roadloom {

/// Somebody who has joined the class.
struct Seat {
    QString id;
    QString name; ///< as the learner gave it; may be empty
    QDateTime joined; ///< UTC
};

/// Who may use the hub: whoever gave the class code has a token, which nobody can guess. Only its
/// hash is kept. Wrong codes are counted by address, of IPv6 by network, and bring a pause that
/// grows.
class SeatBook {
public:
    /// The code has letters and digits, of which none can be taken for another one.
    [[nodiscard]] static QByteArray newClassCode();

    explicit SeatBook(const QByteArray& classCode);

    struct Joined {
        Seat seat;
        QByteArray token;
    };
    /// `now` is of a clock that never jumps. ErrorKind::Authentication: not this code.
    /// ErrorKind::RateLimit, with a time to wait: too many wrong ones. ErrorKind::TooLarge: the
    /// class is full.
    [[nodiscard]] Result<Joined> join(const QByteArray& code, const QString& name,
        const QHostAddress& from, std::chrono::seconds now);
    /// Nothing: the token is nobody's, or is no more.
    [[nodiscard]] std::optional<Seat> seatWith(const QByteArray& token) const;
    /// Its token counts no more.
    void remove(const QString& seat);

    [[nodiscard]] const QList<Seat>& seats() const { return m_seats; }

private:
    struct Faults {
        int count = 0;
        std::chrono::seconds until { 0 }; ///< nothing is taken before
    };
    void noteFault(const QHostAddress& network, std::chrono::seconds now);

    QByteArray m_codeHash;
    QList<Seat> m_seats;
    QHash<QByteArray, QString> m_seatByHash; ///< of the token
    QHash<QHostAddress, Faults> m_faults;
};

} // namespace roadloom
