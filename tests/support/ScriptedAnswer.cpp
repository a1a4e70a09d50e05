// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ScriptedAnswer.h"

#include <algorithm>
#include <numeric>

namespace roadloom::test {

namespace {

qsizetype sum(const QList<ScriptedPiece>& pieces)
{
    return std::accumulate(pieces.cbegin(), pieces.cend(), qsizetype(0),
        [](qsizetype total, const ScriptedPiece& piece) { return total + piece.bytes.size(); });
}

void appendField(QByteArray& head, const QByteArray& name, const QByteArray& value)
{
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

} // namespace

ScriptedAnswer ScriptedAnswer::cutAt(qsizetype bodyBytes, Ending how) const
{
    ScriptedAnswer cut = *this;
    cut.ending = how;
    if (!cut.announcedLength)
        cut.announcedLength = sum(pieces);
    cut.pieces.clear();
    for (ScriptedPiece piece : pieces) {
        if (bodyBytes <= 0)
            break;
        piece.bytes.truncate(bodyBytes);
        bodyBytes -= piece.bytes.size();
        cut.pieces.append(piece);
    }
    return cut;
}

ScriptedAnswer ScriptedAnswer::none(Ending ending)
{
    return { .ending = ending, .sendsHead = false };
}

QByteArray ScriptedAnswer::head() const
{
    QByteArray head = "HTTP/1.1 ";
    head += QByteArray::number(status);
    head += " Scripted\r\n";
    if (!contentType.isEmpty())
        appendField(head, "Content-Type", contentType);
    for (const auto& [name, value] : headers)
        appendField(head, name, value);
    switch (framing) {
    case Framing::Chunked:
        appendField(head, "Transfer-Encoding", "chunked");
        break;
    case Framing::ContentLength:
        appendField(
            head, "Content-Length", QByteArray::number(announcedLength.value_or(sum(pieces))));
        break;
    case Framing::UntilClose:
        appendField(head, "Connection", "close");
        break;
    }
    head += "\r\n";
    return head;
}

QByteArray ScriptedAnswer::framed(const QByteArray& bytes) const
{
    if (framing != Framing::Chunked || bytes.isEmpty())
        return bytes;
    QByteArray chunk = QByteArray::number(bytes.size(), 16);
    chunk += "\r\n";
    chunk += bytes;
    chunk += "\r\n";
    return chunk;
}

} // namespace roadloom::test
