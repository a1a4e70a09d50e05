// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>

#include <deque>

namespace roadloom {

/// All that a run has said, as its readers get it: server-sent events, numbered from 1, which stay
/// to be read again from any of them. Bounded by its most bytes.
class EventLog : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostBytes = 64 * 1024 * 1024;

    explicit EventLog(qsizetype most = mostBytes, QObject* parent = nullptr);

    /// An event's JSON on one line. False, and nothing is added, if it has no room any more.
    [[nodiscard]] bool append(QByteArrayView json);
    /// Nothing follows.
    void end();

    [[nodiscard]] bool isEnded() const { return m_isEnded; }
    /// The number of the last one; 0: there is none.
    [[nodiscard]] qint64 last() const { return qint64(m_messages.size()); }
    [[nodiscard]] qsizetype size() const { return m_size; } ///< bytes

    struct Part {
        QByteArray messages; ///< whole ones
        qint64 last = 0; ///< number of the last of them; the one asked about if there is none
    };
    /// Those that follow a number, of about `most` bytes together, but one at least, if there is
    /// one.
    [[nodiscard]] Part after(qint64 number, qsizetype most) const;

Q_SIGNALS:
    /// There is more, or nothing will follow.
    void grew();

private:
    qsizetype m_most;
    qsizetype m_size = 0;
    std::deque<QByteArray> m_messages;
    bool m_isEnded = false;
};

} // namespace roadloom
