// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapRules.h"
#include "core/roadmap/Validation.h"

#include <QWidget>

#include <functional>
#include <optional>

class QListView;

namespace roadloom {

class FindingListModel;
class FoldButton;

/// What was found about the roadmap: how good a reviewer finds it, how much of which severity, and,
/// unfolded, each finding with its place. Hidden while there is nothing to say.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    /// `nameOf` as FindingListModel has it.
    explicit FindingsPanel(
        std::function<QString(const QString& id)> nameOf, QWidget* parent = nullptr);

    void clear();
    void add(const Finding& finding);
    /// The findings of the review follow; those of an earlier review go.
    void setReview(const Validation& validation);

    /// When no agent mends any more, what is not critical is only worth knowing.
    void setOver(bool isOver);

    /// Each finding is there to read.
    [[nodiscard]] bool isUnfolded() const;
    void fold();
    /// For whoever asks for them; nothing if there are none.
    void unfold();

    /// What a learner would say who wants the findings mended, the worst first, as many as fit a
    /// wish; empty if there are none.
    [[nodiscard]] QString wishToMend() const;

    [[nodiscard]] QListView& list() { return *m_list; }

Q_SIGNALS:
    /// The reader chose a finding at this node.
    void nodeChosen(const QString& id);
    /// The list was opened or closed.
    void unfolded(bool isOpen);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    [[nodiscard]] QString countsText() const;
    void leaveRoomForOne();
    void retranslate();

    FindingListModel* m_model;
    FoldButton* m_fold;
    QListView* m_list;
    std::optional<double> m_score;
};

} // namespace roadloom
