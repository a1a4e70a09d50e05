// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace roadloom {

enum class RowKind { Stage, Module, Concept };

/// What a row of a roadmap's tree says. Texts are as they came: untrusted.
struct RoadmapRow {
    RowKind kind = RowKind::Stage;
    QString id {};
    QString name {};
    QString description {};
    double hours = 0.0; ///< of a branch the sum of its concepts
    int conceptCount = 0; ///< of a concept 1
    std::optional<Difficulty> difficulty {};
    QString difficultyWord {}; ///< of Difficulty::Other
    QStringList keywords {};
    QStringList prerequisites {};
    bool isProvisional = false; ///< still being designed
    int plannedConcepts = 0; ///< of a branch that is being designed

    bool operator==(const RoadmapRow&) const = default;
};

[[nodiscard]] RoadmapRow rowOf(const Concept& item);

/// Of its stages, modules, concepts.
[[nodiscard]] QList<RoadmapRow> rowsOf(const Roadmap& roadmap);
[[nodiscard]] QList<RoadmapRow> rowsOf(const Stage& stage);
[[nodiscard]] QList<RoadmapRow> rowsOf(const Module& module);

/// Their ids, made unique among them: what a row is found by when it comes again.
[[nodiscard]] QStringList keysOf(const QList<RoadmapRow>& siblings);

} // namespace roadloom
