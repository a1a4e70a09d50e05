// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/hub/SeatTokens.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace roadloom {

/// Who may use the hub: whoever gave the class code has a token, which nobody can guess, to this
/// hub or to another one of the same code and secret. Wrong codes are counted by address and bring
/// a pause that grows. Times are those of a clock that never jumps.
class SeatBook {
public:
    static constexpr qsizetype mostSeats = 1000;
    /// That joined from one address, which a whole class may share: nobody fills it for all.
    static constexpr qsizetype mostSeatsOfAddress = 64;
    /// A code of fewer characters that count could be guessed.
    static constexpr qsizetype leastCodeCharacters = 8;

    /// The code has letters and digits, of which none can be taken for another one.
    [[nodiscard]] static QByteArray newClassCode();
    /// The characters of a code that count, however it is typed: no case, no blanks, no hyphens.
    [[nodiscard]] static QByteArray plainCode(const QByteArray& code);

    /// The secret must not be one that could be guessed.
    explicit SeatBook(
        const QByteArray& classCode, const QByteArray& secret = SeatTokens::newSecret());

    struct Newcomer {
        QByteArray code;
        QString name {};
        QString client {}; ///< what the learner's program calls itself, a random id; may be empty
    };
    struct Joined {
        Seat seat;
        QByteArray token;
    };
    /// A client that has a seat gets the token of it. Where the class is full, or the address has
    /// as many seats as it may, the one of them that was silent longest makes room, and may come
    /// again. ErrorKind::Authentication: not this code. ErrorKind::RateLimit, with a time to wait:
    /// too many wrong ones. ErrorKind::TooLarge: there is no room, and everybody was heard of
    /// lately.
    [[nodiscard]] Result<Joined> join(
        const Newcomer& newcomer, const QHostAddress& from, std::chrono::seconds now);
    /// Also whoever has joined at another hub. Nothing: the token is nobody's, or is no more, or
    /// the class is full.
    [[nodiscard]] std::optional<Seat> seatWith(const QByteArray& token, std::chrono::seconds now);
    /// It is there, though it asks for nothing.
    void noteHeard(const QString& seat, std::chrono::seconds now);
    /// Its token counts no more for as long as this hub lives. With the class code it could come
    /// again, as another seat.
    void remove(const QString& seat);

    [[nodiscard]] QList<Seat> seats() const;

private:
    struct Place {
        Seat seat;
        QHostAddress from {}; ///< where it joined; null: at another hub
        std::chrono::seconds heard { 0 };
    };
    struct Faults {
        int count = 0;
        std::chrono::seconds until { 0 }; ///< nothing is taken before
    };
    void noteFault(const QHostAddress& from, std::chrono::seconds now);
    [[nodiscard]] QString idFor(const QString& client) const;
    [[nodiscard]] std::optional<Seat> seated(
        const Seat& seat, const QHostAddress& from, std::chrono::seconds now);
    template <class Counts>
    [[nodiscard]] bool makeRoom(qsizetype most, std::chrono::seconds now, Counts counts);

    QByteArray m_codeHash;
    SeatTokens m_tokens;
    QList<Place> m_places;
    QStringList m_removed; ///< their ids, the oldest first
    QHash<QHostAddress, Faults> m_faults;
};

} // namespace roadloom
