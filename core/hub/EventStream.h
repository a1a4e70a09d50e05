// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QObject>
#include <QPointer>

#include <memory>

namespace roadloom {

class HttpConnection;
class EventLog;
class GzipStream;

/// Sends a run's events to one client, from the one after the number on, as fast as the client
/// takes them and no faster: what it has not taken stays in the log. Ends the answer after the last
/// one. Goes with its connection.
class EventStream : public QObject {
    Q_OBJECT
public:
    enum class Coding { Plain, Gzip };

    /// The connection, whose child this is, waits for the answer. The log must outlive both, or end
    /// before.
    EventStream(
        HttpConnection& connection, EventLog& log, qint64 after, Coding coding = Coding::Plain);
    ~EventStream() override;
    Q_DISABLE_COPY_MOVE(EventStream)

    /// A comment where nothing else is on its way, so that the client and all proxies know that the
    /// hub is alive.
    void beat();

private:
    void send();
    void write(QByteArrayView messages);

    HttpConnection& m_connection;
    QPointer<EventLog> m_log;
    std::unique_ptr<GzipStream> m_gzip; ///< null: plain
    qint64 m_sent; ///< number of the last one
    bool m_hasEnded = false;
};

} // namespace roadloom
