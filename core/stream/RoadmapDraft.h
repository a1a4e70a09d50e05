// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "core/stream/RoadmapMembers.h"

#include <boost/json/string_view.hpp>

#include <optional>

namespace roadloom {

/// The first `most` UTF-16 units of a text, no surrogate pair cut in half.
[[nodiscard]] QString boundedText(json::string_view utf8, qsizetype most);

/// So many bytes of UTF-8 surely hold `most` UTF-16 units, whatever is cut off behind them.
[[nodiscard]] constexpr std::size_t boundedBytes(qsizetype most)
{
    return std::size_t(3 * most + 3);
}

/// The nodes whose objects are open, as far as they have been read: at most one of each kind. Reads
/// like RoadmapJson.h, but is content with anything: what has the wrong type has its default. The
/// object says which node a member belongs to; RoadmapObject::Answer is the stage.
struct RoadmapDraft {
    static constexpr qsizetype maxName = 300; ///< also of ids, words, and items of lists
    static constexpr qsizetype maxDescription = 2000;
    static constexpr qsizetype maxItems = 100; ///< of a list of texts

    Stage stage;
    Module module;
    int plannedConcepts = 0;
    Concept item;

    /// How many UTF-16 units are kept of the text that the member is due to be; 0 if it is due to
    /// be something else.
    [[nodiscard]] static qsizetype maxText(RoadmapMember member);

    [[nodiscard]] QString& id(RoadmapObject object);
    [[nodiscard]] QString& name(RoadmapObject object);
    /// Null if the member is no list of texts.
    [[nodiscard]] QStringList* texts(RoadmapMember member);

    void setText(RoadmapObject object, RoadmapMember member, json::string_view utf8);
    void setNumber(RoadmapObject object, RoadmapMember member, double number);
    /// The member was told, but not with what is due.
    void setDefault(RoadmapObject object, RoadmapMember member);

private:
    [[nodiscard]] QString* text(RoadmapObject object, RoadmapMember member);
    [[nodiscard]] QString& description(RoadmapObject object);
    [[nodiscard]] int* integer(RoadmapMember member);
    [[nodiscard]] ContentStatus* status(RoadmapMember member);
    void setWord(RoadmapMember member, std::optional<json::string_view> utf8);
};

} // namespace roadloom
