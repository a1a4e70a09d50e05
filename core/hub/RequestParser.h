// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/IncomingRequest.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace roadloom {

/// Bytes of one connection to requests, without I/O: Boost.Beast's HTTP/1 parser, and what must be
/// refused besides so that no proxy before the hub reads the same bytes as other requests (RFC 9112
/// sections 3.2, 5.2, 6.1 and 6.3): Transfer-Encoding but exactly "chunked", or beside a
/// Content-Length; more than one of either, or of Host; no Host; folded lines; lines that end
/// otherwise than in CR LF.
///
/// Any split of the bytes yields the same. Memory is bounded by the limits.
class RequestParser {
public:
    struct Limits {
        qsizetype header = qsizetype(16) * 1024; ///< bytes, the request line included
        qsizetype body = qsizetype(1024) * 1024; ///< bytes
        int fields = 100;
    };

    RequestParser();
    explicit RequestParser(const Limits& limits);
    ~RequestParser();
    Q_DISABLE_COPY_MOVE(RequestParser)

    /// Takes bytes up to the end of the request that is being read, and returns how many: what is
    /// left belongs to later ones, and is fed again after take(). Nothing is taken before that, nor
    /// after a fault.
    [[nodiscard]] qsizetype feed(QByteArrayView bytes);

    /// Some of a request is there, but not all.
    [[nodiscard]] bool hasBegun() const;
    /// Its header is: the body is awaited.
    [[nodiscard]] bool hasHeader() const;
    /// After that: the request without its body.
    [[nodiscard]] const IncomingRequest& header() const;
    /// The client waits for a word before it sends the body (RFC 9110, section 10.1.1).
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] const std::optional<RequestFault>& fault() const;

    /// The one that is whole, without what trails the chunks of its body; the next one is read from
    /// then on.
    [[nodiscard]] IncomingRequest take();

private:
    struct Reading;
    std::optional<qsizetype> endOfHeader(QByteArrayView bytes, qsizetype known);
    void understandHeader(QByteArrayView header);
    qsizetype understandBody(QByteArrayView bytes);

    Limits m_limits;
    std::unique_ptr<Reading> m_reading;
    std::optional<RequestFault> m_fault;
};

} // namespace roadloom
