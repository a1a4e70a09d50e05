// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/JsonReader.h"
#include "core/roadmap/Roadmap.h"

/// The roadmap's JSON, both ways. Reading is tolerant: integers or floats, optional members absent
/// or null, unknown members and enum words kept. Reading is also the validation: a failure is an
/// ErrorKind::BadOutput whose details list "path: expected …, found …". Writing is strict: every
/// member of the base model in its order, unknown members behind.
namespace roadloom {

/// Concepts a roadmap may hold; more is ErrorKind::TooLarge.
inline constexpr qsizetype maxConcepts = 20000;

[[nodiscard]] Result<Roadmap> readRoadmap(const json::value& value);
[[nodiscard]] json::object toJson(const Roadmap& roadmap);
[[nodiscard]] json::object toJson(const Stage& stage);
/// What a designer decides: without the state of the concepts' study aids.
[[nodiscard]] json::object toDesignJson(const Roadmap& roadmap);

/// One concept by itself. With `mends` as in readCurriculumDesign().
[[nodiscard]] Result<Concept> readConcept(const json::value& value, QStringList* mends = nullptr);

/// The same inside a larger text: `path` names the value in problems, which are noted in reading
/// order; a harmless value comes back in any case. The number of concepts is not looked at.
[[nodiscard]] Roadmap readRoadmapAt(
    const json::value& value, const QString& path, ReadProblems& problems);
[[nodiscard]] Stage readStageAt(
    const json::value& value, const QString& path, ReadProblems& problems);
/// Why a reading that ended with this roadmap and these problems has failed, if it has.
[[nodiscard]] std::optional<Error> findReadError(
    const Roadmap& roadmap, const ReadProblems& problems);

/// Accepts `{"framework":{…},"design_rationale":"…"}` and the bare framework.
/// With `mends`, as for a model's answer, one text or object may stand where a list of such is due;
/// what was accepted so is added to `mends`, in sentences for people.
[[nodiscard]] Result<CurriculumDesign> readCurriculumDesign(
    const json::value& value, QStringList* mends = nullptr);
[[nodiscard]] json::object toJson(const CurriculumDesign& design);

/// The wire words: "easy", "pending"; empty for Other.
[[nodiscard]] QString difficultyName(Difficulty difficulty);
[[nodiscard]] Difficulty difficultyFromName(QStringView name);
[[nodiscard]] QString contentStatusName(ContentStatus status);
[[nodiscard]] ContentStatus contentStatusFromName(QStringView name);

} // namespace roadloom
