// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace roadloom {

/// Somebody who has joined the class.
struct Seat {
    QString id;
    QString name; ///< as the learner gave it; may be empty
};

/// The tokens of a class's seats. Each says whose it is, signed with a key that comes from a secret
/// and the class code, so that all hubs that have both know it, and no other one does. Nothing of
/// it is kept anywhere.
class SeatTokens {
public:
    SeatTokens(const QByteArray& secret, const QByteArray& classCode);

    /// One that nobody else has.
    [[nodiscard]] static QByteArray newSecret();

    /// The same for the same client, and nobody can tell which client it is.
    [[nodiscard]] QString idOf(const QByteArray& client) const;
    [[nodiscard]] QByteArray tokenOf(const Seat& seat) const;
    /// Nothing: it is none, or signed with another key. In a time that does not tell how much of it
    /// was right.
    [[nodiscard]] std::optional<Seat> seatOf(const QByteArray& token) const;

private:
    [[nodiscard]] QByteArray signatureOf(const QByteArray& payload) const;

    QByteArray m_key;
};

/// In a time that does not tell where they differ.
[[nodiscard]] bool areEqual(const QByteArray& a, const QByteArray& b);

} // namespace roadloom
