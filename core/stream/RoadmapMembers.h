// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

/// Which members of a roadmap's JSON mean something, by the object they are in.
namespace roadloom {

enum class RoadmapObject : quint8 { Answer, Framework, Stage, Module, Concept };

enum class RoadmapMember : quint8 {
    Unknown,
    Framework,
    Title,
    Stages,
    Modules,
    Concepts,
    Id,
    Name,
    Description,
    Order,
    PlannedConcepts,
    EstimatedHours,
    Prerequisites,
    Difficulty,
    Keywords,
    TutorialStatus,
    ContentRef,
    ContentVersion,
    ContentSummary,
    TutorialId,
    ResourcesStatus,
    ResourcesId,
    ResourcesCount,
    QuizStatus,
    QuizId,
    QuizQuestionsCount,
};

/// The longest name of a member, in bytes.
inline constexpr std::size_t maxMemberName = 32;

/// Finds members by name. Fast where they come in the order in which we write them, for it looks
/// for the next one first.
class RoadmapMembers {
public:
    [[nodiscard]] RoadmapMember find(RoadmapObject object, std::string_view name);

private:
    std::array<std::size_t, 5> m_next {}; ///< by object: the place behind the one found last
};

} // namespace roadloom
