// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapChanges.h"
#include "ui/look/Card.h"

#include <optional>

class QLabel;

namespace roadloom {

class FoldButton;
class TextLabel;

/// What an agent changed in the roadmap.
struct RoadmapEditNote {
    QString summary; ///< in the agent's words; may be empty
    std::optional<QList<RoadmapChange>> changes {}; ///< none if the roadmap before is unknown

    /// It is known that no concept is different.
    [[nodiscard]] bool changesNothing() const { return changes && changes->isEmpty(); }
    /// Translated: that it was edited, and in how many places.
    [[nodiscard]] QString title() const;
    /// One line each, ready to be shown; not more than anybody reads.
    [[nodiscard]] QStringList lines() const;
};

/// The same as a card: a compact list, its end folded away, in which each concept that is still
/// there is a link.
class EditCard : public Card {
    Q_OBJECT
public:
    explicit EditCard(const RoadmapEditNote& note, QWidget* parent = nullptr);

Q_SIGNALS:
    void conceptChosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(const QString& link);
    [[nodiscard]] QColor linkColor() const;
    void fill();
    void retranslate();

    RoadmapEditNote m_note;
    TextLabel* m_title;
    QLabel* m_list;
    FoldButton* m_unfold;
};

} // namespace roadloom
