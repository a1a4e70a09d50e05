// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>

#include <deque>

namespace roadloom {

/// All that a run has said, as its readers get it: server-sent events, which stay to be read again
/// from any of them. Their ids are the run's name, a colon and a number from 1: whoever comes back
/// with one says which run it was and how far it got. Bounded by its most bytes.
class EventLog : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostBytes = qsizetype(64) * 1024 * 1024;

    explicit EventLog(QByteArray run, qsizetype most = mostBytes, QObject* parent = nullptr);

    /// An event's JSON on one line. False, and nothing is added, if it has no room any more.
    [[nodiscard]] bool append(QByteArrayView json);
    /// The last one; there is always room for it. Nothing if it has ended.
    void endWith(QByteArrayView json);

    /// With which its events' ids begin.
    [[nodiscard]] const QByteArray& name() const { return m_run; }
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
    /// The JSON of the one with that number, which must be there; for as long as the log is.
    [[nodiscard]] QByteArrayView json(qint64 number) const;

Q_SIGNALS:
    /// There is more, or nothing will follow.
    void grew();

private:
    [[nodiscard]] QByteArray messageOf(QByteArrayView json) const;
    void add(QByteArray message);

    QByteArray m_run;
    qsizetype m_most;
    qsizetype m_size = 0;
    std::deque<QByteArray> m_messages;
    bool m_isEnded = false;
};

} // namespace roadloom
