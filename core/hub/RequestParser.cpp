// SPDX-License-Identifier: Apache-2.0
#include "core/hub/RequestParser.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

namespace http = boost::beast::http;

using Parser = http::request_parser<http::string_body>;
using Header = http::request_header<>;

QByteArray bytesOf(boost::beast::string_view text)
{
    return { text.data(), qsizetype(text.size()) };
}

RequestFault faultOf(const boost::beast::error_code& error)
{
    switch (static_cast<http::error>(error.value())) {
    case http::error::header_limit:
        return { 431, "The request's header is too long." };
    case http::error::body_limit:
        return { 413, "The request's body is too long." };
    case http::error::bad_version:
        return { 505, "Only HTTP/1.1 is spoken here." };
    default:
        return { 400, "This is no HTTP request: " + QByteArray::fromStdString(error.message()) };
    }
}

/// A character that the methods of all requests consist of.
bool isOfMethod(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

/// What another reader may take for other lines: an end that is not CR LF (RFC 9112, section 2.2),
/// and a line that begins with white space, which goes on with the one before it (section 5.2).
/// Looked for from a place on, in a header that may not be whole.
std::optional<RequestFault> faultOfLines(QByteArrayView header, qsizetype from)
{
    for (qsizetype at = from; at < header.size(); ++at) {
        const char c = header.at(at);
        const bool isAfterReturn = at > 0 && header.at(at - 1) == '\r';
        if (isAfterReturn != (c == '\n'))
            return RequestFault { 400, "The lines of a header end in CR LF." };
        if ((c == ' ' || c == '\t') && at > 0 && header.at(at - 1) == '\n')
            return RequestFault { 400, "A header field goes on in another line." };
    }
    return std::nullopt;
}

std::optional<RequestFault> faultOfFraming(const Header& header)
{
    const auto count = [&header](http::field name) { return header.count(name); };
    const auto codings = count(http::field::transfer_encoding);
    const auto lengths = count(http::field::content_length);
    if (codings > 1 || lengths > 1 || (codings > 0 && lengths > 0))
        return RequestFault { 400, "The length of the request's body is said more than once." };
    if (codings > 0 && !boost::beast::iequals(header[http::field::transfer_encoding], "chunked"))
        return RequestFault { 501, "Of transfer codings only \"chunked\" is understood." };
    if (codings > 0 && header.version() < 11)
        return RequestFault { 400, "HTTP/1.0 has no transfer codings." };
    return std::nullopt;
}

std::optional<RequestFault> faultOfHost(const Header& header)
{
    const auto hosts = header.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && header.version() >= 11))
        return RequestFault { 400, "A request names its Host once." };
    return std::nullopt;
}

/// Where the origin form of RFC 9112, section 3.2, begins in it; -1 if it is of no such form. The
/// absolute form must be understood as well.
qsizetype placeOfPath(QByteArrayView target)
{
    if (target.startsWith('/'))
        return 0;
    for (const QByteArrayView scheme : { QByteArrayView("http://"), QByteArrayView("https://") }) {
        if (target.startsWith(scheme))
            return target.indexOf('/', scheme.size());
    }
    return -1;
}

std::optional<RequestFault> faultOfHeader(const Header& header, int mostFields)
{
    if (header.version() != 11 && header.version() != 10)
        return RequestFault { 505, "Only HTTP/1.1 is spoken here." };
    if (std::distance(header.begin(), header.end()) > mostFields)
        return RequestFault { 431, "The request's header has too many fields." };
    const QByteArray target = bytesOf(header.target());
    if (placeOfPath(target) < 0)
        return RequestFault { 400, "A request names the path that it is for." };
    if (const auto fault = faultOfHost(header))
        return fault;
    return faultOfFraming(header);
}

/// The request without its body.
IncomingRequest requestOf(const Parser::value_type& message)
{
    const QByteArray target = bytesOf(message.target());
    const QByteArray origin = target.sliced(std::max(placeOfPath(target), qsizetype(0)));
    const qsizetype question = origin.indexOf('?');
    IncomingRequest request {
        .method = bytesOf(message.method_string()),
        .path = question < 0 ? origin : origin.first(question),
        .query = question < 0 ? QByteArray() : origin.sliced(question + 1),
        .fields = {},
        .body = {},
        .isKeptAlive = message.keep_alive(),
        .takesChunks = message.version() >= 11,
    };
    for (const auto& field : message)
        request.fields.emplaceBack(
            bytesOf(field.name_string()).toLower(), bytesOf(field.value()).trimmed());
    return request;
}

} // namespace

/// One request, as far as it has come.
struct RequestParser::Reading {
    explicit Reading(const Limits& limits)
    {
        parser.eager(true);
        parser.header_limit(std::uint32_t(limits.header));
        parser.body_limit(std::uint64_t(limits.body));
    }

    Parser parser;
    /// Of a header that is not whole, which the parser gets at once: what it makes of a part
    /// depends on where that ends. Or of a chunk's line, which it wants again.
    QByteArray pending;
    IncomingRequest header {}; ///< once it is there: what trails the body's chunks is none of it
    bool hasHeader = false;
};

RequestParser::RequestParser()
    : RequestParser(Limits())
{
}

RequestParser::RequestParser(const Limits& limits)
    : m_limits(limits)
    , m_reading(std::make_unique<Reading>(limits))
{
}

RequestParser::~RequestParser() = default;

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    if (m_fault || isWhole() || bytes.isEmpty())
        return 0;
    // The parser wants again what it has not understood yet.
    QByteArray& pending = m_reading->pending;
    const qsizetype before = pending.size();
    if (before > 0)
        pending.append(bytes);
    const QByteArrayView all = before > 0 ? QByteArrayView(pending) : bytes;
    qsizetype understood = 0;
    if (!hasHeader()) {
        understood = endOfHeader(all, before).value_or(0);
        if (understood > 0)
            understandHeader(all.first(understood));
    }
    if (hasHeader() && !m_fault)
        understood += understandBody(all.sliced(understood));
    if (m_fault)
        return bytes.size();
    if (isWhole()) {
        pending.clear();
        return understood - before;
    }
    pending = all.sliced(understood).toByteArray();
    if (pending.size() > m_limits.header)
        m_fault = RequestFault { 431, "A line between the parts of the body is too long." };
    return bytes.size();
}

/// Where the header ends in the bytes, the first of which were known before. Nothing: it goes on,
/// or has a fault, which is told as soon as it is there.
std::optional<qsizetype> RequestParser::endOfHeader(QByteArrayView bytes, qsizetype known)
{
    constexpr QByteArrayView mark = "\r\n\r\n";
    const QByteArrayView header = bytes.first(std::min(bytes.size(), m_limits.header));
    const qsizetype found = header.indexOf(mark, std::max(known - (mark.size() - 1), qsizetype(0)));
    const qsizetype end = found < 0 ? header.size() : found + mark.size();
    if (known == 0 && !isOfMethod(header.front())) // perhaps of TLS, whose client waits for a word
        m_fault = RequestFault { 400, "This is no HTTP request." };
    else
        m_fault = faultOfLines(header.first(end), known);
    if (!m_fault && found < 0 && bytes.size() >= m_limits.header)
        m_fault = RequestFault { 431, "The request's header is too long." };
    return m_fault || found < 0 ? std::nullopt : std::optional(end);
}

/// A header that is whole.
void RequestParser::understandHeader(QByteArrayView header)
{
    boost::beast::error_code error;
    m_reading->parser.put(boost::asio::buffer(header.data(), std::size_t(header.size())), error);
    m_reading->hasHeader = m_reading->parser.is_header_done();
    if (m_reading->hasHeader) {
        m_fault = faultOfHeader(m_reading->parser.get(), m_limits.fields);
        m_reading->header = requestOf(m_reading->parser.get());
    }
    if (!m_fault && (error || !m_reading->hasHeader))
        m_fault = faultOf(error);
}

/// How many of the bytes, which follow the header.
qsizetype RequestParser::understandBody(QByteArrayView bytes)
{
    qsizetype understood = 0;
    while (understood < bytes.size() && !isWhole()) {
        const QByteArrayView rest = bytes.sliced(understood);
        boost::beast::error_code error;
        understood += qsizetype(m_reading->parser.put(
            boost::asio::buffer(rest.data(), std::size_t(rest.size())), error));
        if (error && error != http::error::need_more)
            m_fault = faultOf(error);
        if (error)
            break;
    }
    return understood;
}

bool RequestParser::hasBegun() const
{
    return !isWhole() && (m_reading->parser.got_some() || !m_reading->pending.isEmpty());
}

bool RequestParser::hasHeader() const
{
    return m_reading->hasHeader;
}

bool RequestParser::expectsContinue() const
{
    return m_reading->hasHeader && !isWhole()
        && boost::beast::iequals(m_reading->parser.get()[http::field::expect], "100-continue");
}

bool RequestParser::isWhole() const
{
    return !m_fault && m_reading->parser.is_done();
}

const std::optional<RequestFault>& RequestParser::fault() const
{
    return m_fault;
}

IncomingRequest RequestParser::take()
{
    IncomingRequest request = std::move(m_reading->header);
    request.body = QByteArray::fromStdString(m_reading->parser.get().body());
    m_reading = std::make_unique<Reading>(m_limits);
    return request;
}

const IncomingRequest& RequestParser::header() const
{
    return m_reading->header;
}

} // namespace roadloom
