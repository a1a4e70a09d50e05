// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/PreviewTeller.h"
#include "core/stream/RoadmapDraft.h"

#include <QByteArray>
#include <QList>

#include <boost/json/error.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace roadloom {

namespace json = boost::json;

/// Turns the events of a JSON parser (Boost.JSON's basic_parser, whose handler this is) into those
/// of a preview. What it does not know it skips without keeping it.
///
/// Stages are in "stages" (or "stage") of the answer or of its "framework", modules in "modules" of
/// a stage or of the answer, which is then the stage unless it holds others, concepts in "concepts"
/// of a module. A single object where a list is due is its only item. Of members with the same name
/// the last one counts.
class RoadmapHandler {
public:
    // More nodes are not previewed. Whatever is in them is skipped.
    static constexpr int maxStages = 1000;
    static constexpr int maxModules = 5000; ///< in all
    static constexpr int maxConcepts = 20000; ///< in all

    /// Where events go from now on; must outlive their sending.
    void setOut(QList<PreviewEvent>* out) { m_teller.setOut(out); }
    /// Tells what has come of the name that is being read, if anything new has.
    void tellGrowth();
    /// Where the last part of a string ended, of a string that has not; null since it was
    /// forgotten.
    [[nodiscard]] const char* endOfPart() const { return m_endOfPart; }
    void forgetPart() { m_endOfPart = nullptr; }
    /// Makes all void that was told.
    void takeBack();

    // The rest is for the parser.
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    static bool on_document_begin(json::error_code& /*error*/) { return true; }
    static bool on_document_end(json::error_code& /*error*/) { return true; }
    bool on_object_begin(json::error_code& error);
    bool on_object_end(std::size_t count, json::error_code& error);
    bool on_array_begin(json::error_code& error);
    bool on_array_end(std::size_t count, json::error_code& error);
    bool on_key_part(json::string_view part, std::size_t total, json::error_code& error);
    bool on_key(json::string_view part, std::size_t total, json::error_code& error);
    bool on_string_part(json::string_view part, std::size_t total, json::error_code& error);
    bool on_string(json::string_view part, std::size_t total, json::error_code& error);
    static bool on_number_part(json::string_view /*part*/, json::error_code& /*error*/)
    {
        return true;
    }
    bool on_int64(std::int64_t number, json::string_view text, json::error_code& error);
    bool on_uint64(std::uint64_t number, json::string_view text, json::error_code& error);
    bool on_double(double number, json::string_view text, json::error_code& error);
    bool on_bool(bool value, json::error_code& error);
    bool on_null(json::error_code& error);
    static bool on_comment_part(json::string_view /*part*/, json::error_code& /*error*/)
    {
        return true;
    }
    static bool on_comment(json::string_view /*part*/, json::error_code& /*error*/) { return true; }

private:
    /// Objects in the order of RoadmapObject, then lists of nodes in the order of NodeLevel.
    enum class Container : quint8 {
        Answer,
        Framework,
        Stage,
        Module,
        Concept,
        Stages,
        Modules,
        Concepts,
        Texts,
    };
    /// Where the answer's stages are.
    enum class Form { Unknown, OneStage, StageList, Framework };

    [[nodiscard]] Container top() const { return m_containers[m_depth - 1]; }
    [[nodiscard]] bool isInObject() const { return m_depth > 0 && top() <= Container::Concept; }
    [[nodiscard]] RoadmapObject object() const { return RoadmapObject(top()); }
    void push(Container container);
    void pop();
    void skip() { m_skipped = 1; }
    [[nodiscard]] bool isSkipping() const { return m_skipped > 0; }

    [[nodiscard]] bool enterObject();
    [[nodiscard]] bool enterArray();
    [[nodiscard]] bool enterFramework();
    [[nodiscard]] bool enterList();
    [[nodiscard]] bool enterOwnModules();
    [[nodiscard]] bool enterNode(NodeLevel level);
    void becomeStage();
    void leaveObject();

    void takeKey(json::string_view key);
    void takeText(json::string_view utf8);
    void takeName(json::string_view utf8);
    void takeNumber(double number);
    void takeOther();

    [[nodiscard]] std::optional<NodeLevel> namedLevel() const;

    PreviewTeller m_teller;
    std::array<Container, 9> m_containers {}; ///< those that are open and known, outermost first
    std::size_t m_depth = 0;
    std::size_t m_skipped = 0; ///< containers that are open within one that we skip, and that one
    RoadmapMember m_member = RoadmapMember::Unknown; ///< whose value is being read
    const char* m_endOfPart = nullptr;
    bool m_keepsText = false; ///< the value is wanted if it is a text
    bool m_isNaming = false; ///< the value is a name or title
    bool m_hasGrown = false;
    std::size_t m_mostBytes = 0; ///< of the text being kept
    QByteArray m_text; ///< the parts of that text so far
    std::array<char, maxMemberName> m_key {};
    std::size_t m_keySize = 0;
    RoadmapMembers m_members;

    RoadmapDraft m_draft;
    Form m_form = Form::Unknown;
    int m_modulesInAll = 0;
    int m_conceptsInAll = 0;
};

// Called most often.

inline bool RoadmapHandler::on_key_part(
    json::string_view part, std::size_t /*total*/, json::error_code& /*error*/)
{
    if (isSkipping())
        return true;
    const std::size_t kept = std::min(part.size(), m_key.size() - m_keySize);
    std::copy_n(part.data(), kept, m_key.data() + m_keySize);
    m_keySize += kept;
    return true;
}

inline bool RoadmapHandler::on_string_part(
    json::string_view part, std::size_t /*total*/, json::error_code& /*error*/)
{
    m_endOfPart = part.data() + part.size();
    if (!m_keepsText || isSkipping())
        return true;
    const std::size_t kept = std::min(part.size(), m_mostBytes - std::size_t(m_text.size()));
    m_text.append(part.data(), qsizetype(kept));
    m_hasGrown = m_hasGrown || (m_isNaming && kept > 0);
    return true;
}

} // namespace roadloom
