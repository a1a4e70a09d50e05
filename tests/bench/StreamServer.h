// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QUrl>

#include <sys/types.h>

/// A model server on 127.0.0.1, in a process of its own, so that its CPU time is not counted.
/// Answers every POST of JSON, one connection after the other, with the same stream: one HTTP chunk
/// an event, one write a chunk.
class StreamServer {
public:
    StreamServer(const QByteArray& event, int count, const QByteArray& lastEvents);
    Q_DISABLE_COPY_MOVE(StreamServer)
    ~StreamServer();

    /// An OpenAI base URL. Not valid if the system let no server be.
    [[nodiscard]] QUrl url() const;

private:
    pid_t m_child = -1;
    quint16 m_port = 0;
};
