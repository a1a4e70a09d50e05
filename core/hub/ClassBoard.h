// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/hub/EventLog.h"
#include "core/roadmap/Roadmap.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

namespace roadloom {

/// A roadmap that a seat has handed in.
struct HandedIn {
    QString seat; ///< its id
    QString name {}; ///< one line, as the learner gave it; may be empty
    Roadmap roadmap {}; ///< as it came, untrusted
    qsizetype bytes = 0; ///< as it came
};

/// What goes between teacher and seats besides runs: roadmaps that the teacher hands out to all,
/// and those that a seat hands in, which are for the teacher alone and go to whoever listens here.
/// Nothing of a seat is here that it has not handed in itself.
class ClassBoard : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostBytes = qsizetype(1024) * 1024; ///< of a roadmap, as JSON
    static constexpr qsizetype mostOfSeat = 20; ///< roadmaps
    static constexpr qsizetype mostBytesOfSeat = 4 * mostBytes; ///< of all of them together
    static constexpr qsizetype mostSeats = 1000; ///< whose count is kept
    /// Of all that are handed out while the hub lives.
    static constexpr qsizetype mostHandedOut = qsizetype(16) * 1024 * 1024;

    explicit ClassBoard(QObject* parent = nullptr);

    /// For every seat, also those that come later. ErrorKind::TooLarge: this one is, or all are
    /// together.
    [[nodiscard]] std::optional<Error> handOut(const Roadmap& roadmap);
    /// What was handed out: {"type":"handed_out","roadmap_id":…,"title":…,"data":{…}} each.
    [[nodiscard]] EventLog& events() { return m_events; }

    /// A seat's roadmap as it came, or a whole design, as `roadmap export` writes it. One of the
    /// same id replaces it. ErrorKind::TooLarge: it is longer than mostBytes, or has too many
    /// concepts. ErrorKind::BadOutput: it is none; the details say why. ErrorKind::RateLimit: the
    /// seat has handed in all it may.
    [[nodiscard]] std::optional<Error> handIn(const QString& seat, const QByteArray& roadmap);

Q_SIGNALS:
    /// Without a name.
    void handedIn(const roadloom::HandedIn& handedIn);

private:
    /// Bytes of each roadmap of a seat, by its id's hash.
    using Bytes = QHash<QByteArray, qsizetype>;

    EventLog m_events;
    QHash<QString, Bytes> m_handedIn; ///< by seat
};

} // namespace roadloom
