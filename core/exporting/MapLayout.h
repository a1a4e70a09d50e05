// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exporting/RoadmapDocument.h"

#include <QRectF>

/// Where everything stands on the map of a roadmap: stages below each other, or beside each other
/// too where there are many; in a stage its modules as cards; in a card its concepts. Without
/// fonts, so that a map can be made where there is no display: widths of text are estimates, on the
/// safe side.
namespace roadloom {

/// Text of a size, in lines; the last one ends in an ellipsis if there was more.
struct MapText {
    QStringList lines;
    QPointF baseline; ///< of the first line, at its left
    double size = 0.0;

    [[nodiscard]] double lineHeight() const { return size * 1.4; }
    [[nodiscard]] double height() const { return lineHeight() * double(lines.size()); }
};

struct MapConcept {
    const Concept* item = nullptr; ///< not owned
    MapText name;
    StudyState state = StudyState::ToDo;
    QRectF place;
};

struct MapModule {
    const Module* module = nullptr; ///< not owned
    MapText name;
    QList<MapConcept> concepts;
    QRectF place;
};

struct MapStage {
    const Stage* stage = nullptr; ///< not owned
    MapText name;
    QList<MapModule> modules;
    double learnt = 0.0; ///< share of its hours, 0 to 1
    QRectF place;
};

struct MapLayout {
    QSizeF size;
    MapText title;
    MapText totals;
    QList<MapStage> stages;
};

/// `totals` is the line below the title. The document must outlive it.
[[nodiscard]] MapLayout layOutMap(const RoadmapDocument& document, const QString& totals);

/// How wide a text of a size is, roughly and rather more than less.
[[nodiscard]] double estimatedWidth(QStringView text, double size);
/// In lines of that width, at most so many. Breaks at blanks, and between characters where a word
/// has no room or its script has no blanks.
[[nodiscard]] QStringList wrappedText(
    const QString& text, double width, double size, qsizetype mostLines);

} // namespace roadloom
