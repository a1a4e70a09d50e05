// SPDX-License-Identifier: Apache-2.0
#include "core/stream/SseParser.h"

#include <algorithm>
#include <cstring>

namespace roadloom {

namespace {

constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
constexpr QByteArrayView dataPrefix = "data:";

const char* findByte(const char* from, const char* end, char byte)
{
    const void* found
        = from == end ? nullptr : std::memchr(from, byte, static_cast<std::size_t>(end - from));
    return found ? static_cast<const char*>(found) : end;
}

/// Finds the line ends of one piece in order. Remembers where the next CR and the next LF are:
/// looking for both anew at each line would scan a piece that has only one kind once a line.
class LineEnds {
public:
    explicit LineEnds(QByteArrayView piece)
        : m_end(piece.end())
        , m_lineFeed(findByte(piece.begin(), m_end, '\n'))
        , m_carriageReturn(findByte(piece.begin(), m_end, '\r'))
    {
    }

    /// The first line end at or after `from`; the piece's end if there is none.
    const char* next(const char* from)
    {
        if (m_lineFeed < from) {
            // Half of all lines are the blank ones between events: not worth a call.
            const bool isBlankLine = from != m_end && *from == '\n';
            m_lineFeed = isBlankLine ? from : findByte(from, m_end, '\n');
        }
        if (m_carriageReturn < from)
            m_carriageReturn = findByte(from, m_end, '\r');
        return std::min(m_lineFeed, m_carriageReturn);
    }

private:
    const char* m_end;
    const char* m_lineFeed;
    const char* m_carriageReturn;
};

struct Field {
    QByteArrayView name;
    QByteArrayView value;
};

QByteArrayView withoutLeadingSpace(QByteArrayView value)
{
    return value.startsWith(' ') ? value.sliced(1) : value;
}

/// Unlike QByteArrayView::startsWith() not a call into another library; each line is asked.
bool isDataWithColon(QByteArrayView line)
{
    return line.size() >= dataPrefix.size()
        && std::memcmp(line.data(), dataPrefix.data(), std::size_t(dataPrefix.size())) == 0;
}

/// A comment is a field without a name.
Field splitAtColon(QByteArrayView line)
{
    const qsizetype colon = findByte(line.begin(), line.end(), ':') - line.begin();
    if (colon == line.size())
        return { line, {} };
    return { line.first(colon), withoutLeadingSpace(line.sliced(colon + 1)) };
}

/// Keeps the capacity that target already has, unlike an assignment.
void overwrite(QByteArray& target, QByteArrayView source)
{
    target.resize(0);
    target.append(source);
}

std::optional<std::chrono::milliseconds> retryFrom(QByteArrayView value)
{
    if (value.isEmpty())
        return std::nullopt;
    std::chrono::milliseconds result { 0 };
    for (const char digit : value) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        result
            = std::min(result * 10 + std::chrono::milliseconds(digit - '0'), SseParser::maxRetry);
    }
    return result;
}

} // namespace

bool SseParser::feed(QByteArrayView bytes, const Sink& sink)
{
    if (m_failed)
        return false;
    bytes = skipByteOrderMark(bytes);
    const char* from = bytes.begin();
    const char* const end = bytes.end();
    if (m_skipLineFeed && from != end) {
        m_skipLineFeed = false;
        if (*from == '\n')
            ++from;
    }
    LineEnds lineEnds(bytes);
    for (const char* to = lineEnds.next(from); to != end; to = lineEnds.next(from)) {
        if (!takeLine(completeLine({ from, to }), sink))
            return fail();
        from = to + 1;
        if (*to == '\n')
            continue;
        if (from == end)
            m_skipLineFeed = true;
        else if (*from == '\n')
            ++from;
    }
    return keepForNextPiece({ from, end }) || fail();
}

/// Only a mark at the very beginning counts, and it may come in three pieces. Bytes that turn out
/// not to be one belong to the first line.
QByteArrayView SseParser::skipByteOrderMark(QByteArrayView bytes)
{
    while (m_byteOrderMarkBytes < byteOrderMark.size() && !bytes.isEmpty()) {
        if (bytes.front() == byteOrderMark[m_byteOrderMarkBytes]) {
            ++m_byteOrderMarkBytes;
            bytes = bytes.sliced(1);
        } else {
            m_line.append(byteOrderMark.first(m_byteOrderMarkBytes));
            m_lineIsOpen = m_byteOrderMarkBytes > 0;
            m_byteOrderMarkBytes = int(byteOrderMark.size());
        }
    }
    return bytes;
}

QByteArrayView SseParser::completeLine(QByteArrayView endOfLine)
{
    if (!m_lineIsOpen)
        return endOfLine;
    m_lineIsOpen = false;
    // One byte over the limit is enough for takeLine() to refuse it.
    m_line.append(endOfLine.first(std::min(endOfLine.size(), m_limit + 1 - m_line.size())));
    // The text stays in m_line until the next piece's start of line replaces it, so that an event's
    // data may be a view into it, too.
    return m_line;
}

bool SseParser::keepForNextPiece(QByteArrayView startOfLine)
{
    ownData();
    if (!m_lineIsOpen)
        m_line.resize(0);
    if (m_line.size() + startOfLine.size() > m_limit)
        return false;
    m_line.append(startOfLine);
    m_lineIsOpen = !m_line.isEmpty();
    return true;
}

bool SseParser::takeLine(QByteArrayView line, const Sink& sink)
{
    if (line.isEmpty()) {
        dispatch(sink);
        return true;
    }
    if (line.size() > m_limit)
        return false;
    if (isDataWithColon(line))
        return addData(withoutLeadingSpace(line.sliced(dataPrefix.size())));
    const Field field = splitAtColon(line);
    if (field.name == "data")
        return addData(field.value);
    takeField(field.name, field.value);
    return true;
}

void SseParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "event") {
        overwrite(m_eventType, value);
    } else if (name == "id") {
        if (value.contains('\0'))
            return;
        overwrite(m_nextEventId, value);
        m_hasNextEventId = true;
    } else if (name == "retry") {
        if (const auto retry = retryFrom(value))
            m_retry = retry;
    }
}

bool SseParser::addData(QByteArrayView value)
{
    if (!m_hasData) {
        m_hasData = true;
        m_dataView = value;
        m_dataIsInPlace = true;
        return true;
    }
    ownData();
    if (m_data.size() + 1 + value.size() > m_limit)
        return false;
    m_data.append('\n').append(value);
    return true;
}

void SseParser::ownData()
{
    if (!m_dataIsInPlace)
        return;
    overwrite(m_data, m_dataView);
    m_dataView = {};
    m_dataIsInPlace = false;
}

void SseParser::dispatch(const Sink& sink)
{
    if (m_hasNextEventId) {
        m_lastEventId.swap(m_nextEventId);
        m_hasNextEventId = false;
    }
    if (m_hasData) {
        const QByteArrayView data = m_dataIsInPlace ? m_dataView : QByteArrayView(m_data);
        sink({ .type = m_eventType, .data = data, .lastEventId = m_lastEventId });
    }
    m_hasData = false;
    m_dataIsInPlace = false;
    if (!m_eventType.isEmpty())
        m_eventType.resize(0);
}

bool SseParser::fail()
{
    m_failed = true;
    m_lineIsOpen = false;
    m_hasData = false;
    m_dataIsInPlace = false;
    m_line = {};
    m_data = {};
    m_eventType = {};
    m_nextEventId = {};
    return false;
}

SseParser::UnfinishedEvent SseParser::unfinishedEvent() const
{
    SseParser finished = *this;
    UnfinishedEvent unfinished;
    finished.feed("\n\n", [&unfinished](const SseEvent& event) {
        unfinished = { .type = event.type.toByteArray(), .data = event.data.toByteArray() };
    });
    return unfinished;
}

} // namespace roadloom
