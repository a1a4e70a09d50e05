// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/RoadmapPreview.h"

#include <QHash>

namespace roadloom {

/// A stage of the roadmap that is being designed, as the conversation speaks of it.
struct SpokenStage {
    QString id {}; ///< empty: the roadmap as a whole
    int number = 0; ///< from 1; 0: not known
    QString name {};

    bool operator==(const SpokenStage&) const = default;
};

/// "Stage 2 “Basics”"; empty where number and name are not known.
[[nodiscard]] QString stageTitle(const SpokenStage& stage);

/// The stages that outlines have told of.
class SpokenStages {
public:
    void learn(const QList<PreviewEvent>& growth);
    void clear() { m_known.clear(); }
    /// The stage with this id; with nothing but the id if it is not known.
    [[nodiscard]] SpokenStage find(const QString& id) const;

private:
    QHash<QString, SpokenStage> m_known;
};

} // namespace roadloom
