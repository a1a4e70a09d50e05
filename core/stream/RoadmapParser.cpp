// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapParser.h"

#include "core/stream/JsonMender.h"
#include "core/stream/RoadmapHandler.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>

namespace roadloom {

namespace {

/// So many UTF-16 units are mended in one go.
constexpr qsizetype chunkSize = 4096;

json::parse_options strictOptions()
{
    json::parse_options options;
    options.max_depth = JsonMender::maxDepth;
    return options;
}

/// Holds nothing that ends a string, or that means something else than itself there.
bool isPlain(json::string_view utf8)
{
    constexpr unsigned char firstPlain = 0x20;
    bool isPlain = true;
    for (const char byte : utf8)
        isPlain &= byte != '"' && byte != '\\' && static_cast<unsigned char>(byte) >= firstPlain;
    return isPlain;
}

} // namespace

/// From the model's text to the parser, through the mender: whatever the text is, the parser reads
/// strict JSON.
class RoadmapParser::Reader {
public:
    void take(QStringView text)
    {
        for (qsizetype from = 0; from < text.size() && !m_mender.hasOverflowed(); from += chunkSize)
            takeChunk(text.sliced(from, std::min(chunkSize, text.size() - from)));
    }

    RoadmapHandler& handler() { return m_parser.handler(); }

private:
    void takeChunk(QStringView chunk)
    {
        m_json.resize(0); // clear() would free it
        m_mender.feed(chunk, m_json);
        const json::string_view bytes(m_json.constData(), std::size_t(m_json.size()));
        json::error_code failure;
        if (m_isWithinString && isPlain(bytes)) {
            handler().on_string_part(bytes, 0, failure);
            return;
        }
        handler().forgetPart();
        m_parser.write_some(true, bytes.data(), bytes.size(), failure);
        m_isWithinString = handler().endOfPart() == bytes.data() + bytes.size();
    }

    JsonMender m_mender;
    QByteArray m_json; ///< of one chunk
    json::basic_parser<RoadmapHandler> m_parser { strictOptions() };
    /// The last chunk ended within a string and not within an escape. The parser then need not see
    /// what is plain text: a third less to do where pieces are words.
    bool m_isWithinString = false;
};

RoadmapParser::RoadmapParser() = default;
RoadmapParser::RoadmapParser(RoadmapParser&&) noexcept = default;
RoadmapParser& RoadmapParser::operator=(RoadmapParser&&) noexcept = default;
RoadmapParser::~RoadmapParser() = default;

void RoadmapParser::follow(const QString& json, QList<PreviewEvent>& out)
{
    if (m_taken == json.size())
        return;
    if (m_reader == nullptr)
        m_reader = std::make_unique<Reader>();
    m_reader->handler().setOut(&out);
    m_reader->take(QStringView(json).sliced(m_taken));
    m_taken = json.size();
}

void RoadmapParser::restart(QList<PreviewEvent>& out)
{
    if (m_reader != nullptr) {
        m_reader->handler().setOut(&out);
        m_reader->handler().takeBack();
    }
    *this = RoadmapParser();
}

void RoadmapParser::tellGrowth(QList<PreviewEvent>& out)
{
    if (m_reader == nullptr)
        return;
    m_reader->handler().setOut(&out);
    m_reader->handler().tellGrowth();
}

} // namespace roadloom
