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
/// hash is kept. Wrong codes are counted by address and bring a pause that grows. Times are those
/// of a clock that never jumps.
class SeatBook {
public:
    static constexpr qsizetype mostSeats = 1000;
    /// A code of fewer characters that count could be guessed.
    static constexpr qsizetype leastCodeCharacters = 8;

    /// The code has letters and digits, of which none can be taken for another one.
    [[nodiscard]] static QByteArray newClassCode();
    /// The characters of a code that count, however it is typed: no case, no blanks, no hyphens.
    [[nodiscard]] static QByteArray plainCode(const QByteArray& code);

    explicit SeatBook(const QByteArray& classCode);

    struct Newcomer {
        QByteArray code;
        QString name {};
        QString client {}; ///< what the learner's program calls itself, a random id; may be empty
    };
    struct Joined {
        Seat seat;
        QByteArray token;
    };
    /// A client that has a seat gets one more token of it. Where the class is full, the seat that
    /// was silent longest makes room. ErrorKind::Authentication: not this code.
    /// ErrorKind::RateLimit, with a time to wait: too many wrong ones. ErrorKind::TooLarge: the
    /// class is full, and everybody was heard of lately.
    [[nodiscard]] Result<Joined> join(
        const Newcomer& newcomer, const QHostAddress& from, std::chrono::seconds now);
    /// Nothing: the token is nobody's, or is no more.
    [[nodiscard]] std::optional<Seat> seatWith(const QByteArray& token, std::chrono::seconds now);
    /// Its tokens count no more.
    void remove(const QString& seat);

    [[nodiscard]] QList<Seat> seats() const;

private:
    struct Place {
        Seat seat;
        QString client;
        QByteArrayList tokens; ///< hashes, the oldest first
        std::chrono::seconds heard { 0 };
    };
    struct Faults {
        int count = 0;
        std::chrono::seconds until { 0 }; ///< nothing is taken before
    };
    void noteFault(const QHostAddress& from, std::chrono::seconds now);
    [[nodiscard]] Place* placeFor(const Newcomer& newcomer, std::chrono::seconds now);
    [[nodiscard]] bool makeRoom(std::chrono::seconds now);
    [[nodiscard]] QByteArray giveToken(Place& place);

    QByteArray m_codeHash;
    QList<Place> m_places;
    QHash<QByteArray, QString> m_seatByToken; ///< by its hash
    QHash<QHostAddress, Faults> m_faults;
};

} // namespace roadloom
