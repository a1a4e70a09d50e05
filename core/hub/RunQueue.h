// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace roadloom {

/// Runs that wait for the model: each seat's in the order in which it asked, and the seats by
/// turns, so that one that asks for many does not keep the others waiting.
class RunQueue {
public:
    void add(const QString& run, const QString& seat);
    /// It comes next, before all others.
    void favour(const QString& run);
    void remove(const QString& run);

    /// The one whose turn it is, which waits no more; none: nobody waits.
    [[nodiscard]] std::optional<QString> takeNext();

    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] qsizetype sizeOf(const QString& seat) const; ///< but for a favoured one
    /// All of them, in the order in which they will come if nobody else asks.
    [[nodiscard]] QStringList order() const;

private:
    struct Line {
        QString seat;
        QStringList runs; ///< never empty
    };

    QStringList m_favoured; ///< the last one first
    QList<Line> m_lines; ///< the seat whose turn is next comes first
};

} // namespace roadloom
