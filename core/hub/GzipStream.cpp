// SPDX-License-Identifier: Apache-2.0
#include "core/hub/GzipStream.h"

#include <optional>

#define ZLIB_CONST // what is to be compressed is only read
#include <zlib.h>

namespace roadloom {

namespace {

constexpr int windowBits = 10;
constexpr int gzipWrapper = 16; // added to the bits of the window: zlib's way to ask for it
constexpr int memoryLevel = 2;

/// How much a client wants a coding, from its parameters: "q=0" is not at all. What cannot be read
/// is no refusal.
double weightOf(const QByteArrayList& parameters)
{
    for (const QByteArray& parameter : parameters) {
        const QByteArray trimmed = parameter.trimmed().toLower();
        bool isNumber = false;
        if (const double weight = trimmed.mid(2).toDouble(&isNumber);
            trimmed.startsWith("q=") && isNumber)
            return weight;
    }
    return 1;
}

} // namespace

bool acceptsGzip(const IncomingRequest& request)
{
    std::optional<bool> gzip;
    bool others = false;
    for (const auto& [name, value] : request.fields) {
        if (name != "accept-encoding")
            continue;
        for (const QByteArray& each : value.split(',')) {
            QByteArrayList parts = each.split(';');
            const QByteArray coding = parts.takeFirst().trimmed().toLower();
            const bool isWanted = weightOf(parts) > 0;
            if (coding == "gzip" || coding == "x-gzip")
                gzip = isWanted;
            else if (coding == "*")
                others = isWanted;
        }
    }
    return gzip.value_or(others);
}

struct GzipStream::Deflater {
    Deflater()
    {
        const int result = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED,
            windowBits + gzipWrapper, memoryLevel, Z_DEFAULT_STRATEGY);
        if (result != Z_OK)
            qBadAlloc(); // the only reason there is for parameters that are right
    }
    ~Deflater() { ::deflateEnd(&stream); }
    Q_DISABLE_COPY_MOVE(Deflater)

    z_stream stream {};
};

GzipStream::GzipStream()
    : m_deflater(std::make_unique<Deflater>())
{
}

GzipStream::~GzipStream() = default;

QByteArray GzipStream::add(QByteArrayView part)
{
    return deflated(part, Z_SYNC_FLUSH);
}

QByteArray GzipStream::end()
{
    return deflated({}, Z_FINISH);
}

/// Room for all of it is made before: zlib then writes everything in one go.
QByteArray GzipStream::deflated(QByteArrayView part, int flush)
{
    constexpr qsizetype ofFlush = 64; // the head of the stream, the mark of a flush, the tail
    z_stream& stream = m_deflater->stream;
    QByteArray bytes(
        qsizetype(::deflateBound(&stream, uLong(part.size()))) + ofFlush, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef*>(part.data());
    stream.avail_in = uInt(part.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = uInt(bytes.size());
    ::deflate(&stream, flush);
    bytes.truncate(bytes.size() - qsizetype(stream.avail_out));
    return bytes;
}

} // namespace roadloom
