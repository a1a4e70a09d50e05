// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/hub/EventLog.h"
#include "core/roadmap/Roadmap.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

namespace roadloom {

/// What goes between teacher and seats besides runs: roadmaps that the teacher hands out to all,
/// and those that a seat hands in, which are for the teacher alone. Nothing of a seat is here that
/// it has not handed in itself.
class ClassBoard : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostBytes = qsizetype(1024) * 1024; ///< of a roadmap, as JSON
    static constexpr qsizetype mostOfSeat = 20; ///< roadmaps that are kept
    static constexpr qsizetype mostHandedIn = qsizetype(64) * 1024 * 1024; ///< bytes, of all seats
    /// Of all that are handed out while the hub lives.
    static constexpr qsizetype mostHandedOut = qsizetype(16) * 1024 * 1024;

    explicit ClassBoard(QObject* parent = nullptr);

    /// For every seat, also those that come later. ErrorKind::TooLarge: this one is, or all are
    /// together.
    [[nodiscard]] std::optional<Error> handOut(const Roadmap& roadmap);
    /// What was handed out: {"type":"handed_out","roadmap_id":…,"title":…,"data":{…}} each.
    [[nodiscard]] EventLog& events() { return m_events; }

    /// A seat's roadmap as it came. One of the same id replaces it. ErrorKind::TooLarge: it is
    /// longer than mostBytes, or has too many concepts. ErrorKind::BadOutput: it is none; the
    /// details say why. ErrorKind::RateLimit: the seat, or the class, has handed in all it may.
    [[nodiscard]] std::optional<Error> handIn(const QString& seat, const QByteArray& roadmap);
    /// The one handed in last comes last.
    [[nodiscard]] QList<Roadmap> handedInBy(const QString& seat) const;

Q_SIGNALS:
    void handedIn(const QString& seat, const roadloom::Roadmap& roadmap);

private:
    EventLog m_events;
    struct Kept {
        Roadmap roadmap;
        qsizetype bytes = 0; ///< as it came
    };
    QHash<QString, QList<Kept>> m_handedIn; ///< by seat
    qsizetype m_handedInBytes = 0;
};

} // namespace roadloom
