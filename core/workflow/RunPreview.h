// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/RoadmapAssembler.h"
#include "core/workflow/AgentEvent.h"

#include <map>
#include <vector>

namespace roadloom {

/// The roadmap as it grows while a run's events come, whatever the source: preview events whose
/// places are those in the whole roadmap, first of the outline or of a roadmap in one piece, then
/// of each stage that is designed by itself. A stage fills the modules of the outline, found by id,
/// else by place; a module that the outline lacks is put behind them. What is said of a stage that
/// no outline has is passed over.
///
/// Where a try is withdrawn, Restarted takes back what it brought, if it brought anything. A
/// complete roadmap ends the preview: whoever shows it takes that instead. Linear in the text.
class RunPreview {
public:
    /// Appends to `out` what the event brings.
    void take(const AgentEvent& event, QList<PreviewEvent>& out);

    /// What stages other than these brought is void: they are designed again, by another try that
    /// does not tell the rest again. Appends what that takes back.
    void keepStages(const QStringList& ids, QList<PreviewEvent>& out);

private:
    struct KnownStage {
        QString id;
        QStringList modules; ///< ids, by their place; empty where none was told
    };
    /// One stage that is designed by itself.
    struct Expansion {
        RoadmapAssembler heard;
        std::vector<int> modules; ///< where each of its modules is in the roadmap
    };

    void takeChunk(const QString& text, const QString& stage, QList<PreviewEvent>& out);
    void withdraw(const QString& stage, QList<PreviewEvent>& out);
    void learn(const PreviewEvent& event);
    void unlearn(const NodePlace& below);
    void learnId(const NodePlace& place, const QString& id);
    void place(PreviewEvent event, int stage, Expansion& expansion, QList<PreviewEvent>& out);
    static void restart(
        const NodePlace& below, int stage, Expansion& expansion, QList<PreviewEvent>& out);
    int moduleAt(const NodePlace& place, const QString& id, int stage, Expansion& expansion);
    [[nodiscard]] int stageOf(const QString& id) const;
    void forget();

    RoadmapAssembler m_whole; ///< the answer that speaks of the whole roadmap
    std::vector<KnownStage> m_stages;
    std::map<QString, Expansion> m_expansions; ///< by the stage's id, which is not empty
    bool m_hasTold = false; ///< of a roadmap that is not complete
};

} // namespace roadloom
