// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapMembers.h"

#include <algorithm>
#include <span>

namespace roadloom {

namespace {

struct Named {
    std::string_view name;
    RoadmapMember member;
};

using enum RoadmapMember;

/// The members of a single stage are here, too, since an answer may be just that.
constexpr std::array answerMembers {
    Named { "framework", Framework },
    Named { "title", Title },
    Named { "stages", Stages },
    Named { "stage", Stages },
    Named { "stage_id", Id },
    Named { "name", Name },
    Named { "description", Description },
    Named { "order", Order },
    Named { "modules", Modules },
};

constexpr std::array frameworkMembers {
    Named { "title", Title },
    Named { "stages", Stages },
    Named { "stage", Stages },
};

constexpr std::array stageMembers {
    Named { "stage_id", Id },
    Named { "name", Name },
    Named { "description", Description },
    Named { "order", Order },
    Named { "modules", Modules },
};

constexpr std::array moduleMembers {
    Named { "module_id", Id },
    Named { "name", Name },
    Named { "description", Description },
    Named { "planned_concepts", PlannedConcepts },
    Named { "concepts", Concepts },
};

constexpr std::array conceptMembers {
    Named { "concept_id", Id },
    Named { "name", Name },
    Named { "description", Description },
    Named { "estimated_hours", EstimatedHours },
    Named { "prerequisites", Prerequisites },
    Named { "difficulty", Difficulty },
    Named { "keywords", Keywords },
    Named { "content_status", TutorialStatus },
    Named { "content_ref", ContentRef },
    Named { "content_version", ContentVersion },
    Named { "content_summary", ContentSummary },
    Named { "tutorial_id", TutorialId },
    Named { "resources_status", ResourcesStatus },
    Named { "resources_id", ResourcesId },
    Named { "resources_count", ResourcesCount },
    Named { "quiz_status", QuizStatus },
    Named { "quiz_id", QuizId },
    Named { "quiz_questions_count", QuizQuestionsCount },
};

static_assert(std::ranges::all_of(
    conceptMembers, [](const Named& entry) { return entry.name.size() <= maxMemberName; }));

constexpr std::array<std::span<const Named>, 5> tables {
    answerMembers,
    frameworkMembers,
    stageMembers,
    moduleMembers,
    conceptMembers,
};

} // namespace

RoadmapMember RoadmapMembers::find(RoadmapObject object, std::string_view name)
{
    const std::span<const Named> table = tables[std::size_t(object)];
    std::size_t& next = m_next[std::size_t(object)];
    for (std::size_t tried = 0; tried < table.size(); ++tried) {
        next = next < table.size() ? next : 0;
        const Named& entry = table[next++];
        if (entry.name == name)
            return entry.member;
    }
    return Unknown;
}

} // namespace roadloom
