// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/IncomingRequest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace roadloom {

/// Whether the client takes answers in the gzip coding (RFC 9110, section 12.5.3).
[[nodiscard]] bool acceptsGzip(const IncomingRequest& request);

/// Compresses a stream (RFC 1952) so that what was added so far can be decoded at once.
///
/// Costs 12 KiB for as long as it lives, with a window of 1 KiB and small tables. zlib's own choice
/// would cost 262; a model's run would become 15 % of its size instead of 18.
class GzipStream {
public:
    GzipStream();
    ~GzipStream();
    Q_DISABLE_COPY_MOVE(GzipStream)

    /// All bytes that the decoder needs to have the part, and what was before it.
    [[nodiscard]] QByteArray add(QByteArrayView part);
    /// What ends the stream; nothing is added after it.
    [[nodiscard]] QByteArray end();

private:
    struct Deflater;
    [[nodiscard]] QByteArray deflated(QByteArrayView part, int flush);

    std::unique_ptr<Deflater> m_deflater;
};

} // namespace roadloom
