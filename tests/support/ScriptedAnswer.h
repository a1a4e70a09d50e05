// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>
#include <utility>

namespace roadloom::test {

/// A piece of a scripted body. It is written when the piece before it has been handed to the
/// kernel, and then `after` later. Two pieces without a pause may reach the client in one read.
struct ScriptedPiece {
    QByteArray bytes {}; ///< may be empty: then the piece is only a pause or a gate
    std::chrono::milliseconds after { 0 };
    bool held = false; ///< waits for one ScriptedHttpServer::release() first
};

/// What one request is answered with. A plain value: fill in what differs from
/// "200, an event stream, chunked, ended properly".
///
///     server.enqueue({ .pieces = { { openAiStream({ u"Hel"_s, u"lo"_s }) } } });
///     server.enqueue({ .status = 401, .contentType = "application/json",
///         .pieces = { { R"({"error":{"message":"no"}})" } } });
///     server.enqueue({ .pieces = { { first }, { .bytes = second, .held = true } } });
///     server.enqueue(ScriptedAnswer { .pieces = { { stream } } }.cutAt(100));
struct ScriptedAnswer {
    enum class Framing {
        Chunked, ///< a chunk a piece
        ContentLength,
        UntilClose, ///< the body ends where the connection does
    };
    enum class Ending {
        Complete, ///< as the framing says; the connection is kept, save with UntilClose
        CompleteThenClose, ///< Complete, and closingDelay later the connection closes
        Close, ///< the connection closes (FIN) without the framing's own end
        Reset, ///< the connection is reset (RST)
        Silence, ///< the connection stays open and nothing more comes
        Repeat, ///< the pieces start over, until the client closes; not with ContentLength
    };

    int status = 200;
    QByteArray contentType = "text/event-stream"; ///< empty: no such header
    QList<std::pair<QByteArray, QByteArray>> headers {}; ///< further ones, as they are
    Framing framing = Framing::Chunked;
    QList<ScriptedPiece> pieces {};
    Ending ending = Ending::Complete;
    std::chrono::milliseconds closingDelay { 0 };
    bool sendsHead = true; ///< false: not even a status line; only the ending happens
    std::optional<qsizetype> announcedLength {}; ///< Content-Length other than the pieces' sum

    /// The same answer, ending after this many bytes of its body. Content-Length still announces
    /// all of it.
    [[nodiscard]] ScriptedAnswer cutAt(qsizetype bodyBytes, Ending how = Ending::Close) const;

    /// No answer at all: the request is read, then nothing happens (or the connection closes).
    [[nodiscard]] static ScriptedAnswer none(Ending ending = Ending::Silence);

    /// Status line and header fields, with the blank line.
    [[nodiscard]] QByteArray head() const;
    /// A piece as it goes over the wire.
    [[nodiscard]] QByteArray framed(const QByteArray& bytes) const;
};

} // namespace roadloom::test
