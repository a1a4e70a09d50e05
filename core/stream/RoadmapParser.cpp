// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapParser.h"

#include "core/stream/RoadmapHandler.h"

#include <QStringEncoder>

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <array>

namespace roadloom {

namespace {

constexpr std::size_t maxDepth = 64;
/// So many UTF-16 units are made UTF-8 in one go.
constexpr qsizetype chunkSize = 4096;
constexpr qsizetype mostBytesOfUnit = 3;

json::parse_options strictOptions()
{
    json::parse_options options;
    options.max_depth = maxDepth;
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

/// From UTF-16 to the parser. The one place where the text becomes bytes: what is to be mended
/// about a model's JSON is mended here.
class RoadmapParser::Reader {
public:
    /// Returns how many UTF-16 units were taken: all, unless the text is no JSON. Where it breaks
    /// off is less than chunkSize behind those.
    qsizetype take(QStringView text)
    {
        qsizetype taken = 0;
        while (taken < text.size()) {
            const QStringView chunk = text.sliced(taken, std::min(chunkSize, text.size() - taken));
            if (!takeChunk(chunk))
                break;
            taken += chunk.size();
        }
        return taken;
    }

    RoadmapHandler& handler() { return m_parser.handler(); }

private:
    bool takeChunk(QStringView chunk)
    {
        const char* const end = m_encoder.appendToBuffer(m_bytes.data(), chunk);
        const json::string_view bytes(m_bytes.data(), std::size_t(end - m_bytes.data()));
        json::error_code failure;
        if (m_isWithinString && isPlain(bytes)) {
            handler().on_string_part(bytes, 0, failure);
            return true;
        }
        handler().forgetPart();
        m_parser.write_some(true, bytes.data(), bytes.size(), failure);
        m_isWithinString = handler().endOfPart() == end && !failure;
        return !failure;
    }

    /// Joins a surrogate pair that is split over two chunks; a half without the other is U+FFFD.
    QStringEncoder m_encoder { QStringEncoder::Utf8 };
    std::array<char, std::size_t(mostBytesOfUnit*(chunkSize + 1))> m_bytes;
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
    if (m_hasFailed || m_taken == json.size())
        return;
    if (m_reader == nullptr)
        m_reader = std::make_unique<Reader>();
    m_reader->handler().setOut(&out);
    m_taken += m_reader->take(QStringView(json).sliced(m_taken));
    m_hasFailed = m_taken < json.size();
    if (m_hasFailed && m_reader->handler().isNaming())
        recoverGrowingText(json);
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

/// Where a text breaks off within a string, Boost.JSON keeps what has come of that string in the
/// same piece to itself. So that a name is told up to there whatever the pieces were, read the text
/// once more, and its last chunk unit by unit.
void RoadmapParser::recoverGrowingText(QStringView json)
{
    QList<PreviewEvent> ignored;
    const auto again = std::make_unique<Reader>();
    again->handler().setOut(&ignored);
    again->take(json.first(m_taken));
    while (m_taken < json.size() && again->take(json.sliced(m_taken, 1)) > 0)
        ++m_taken;
    m_reader->handler().setGrowingText(again->handler().growingText());
}

} // namespace roadloom
