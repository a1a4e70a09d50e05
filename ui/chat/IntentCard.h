// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/IntentAnalysis.h"
#include "ui/look/Card.h"

class QVBoxLayout;

namespace roadloom {

class TextLabel;

/// What was understood of the wish.
class IntentCard : public Card {
    Q_OBJECT
public:
    explicit IntentCard(const IntentAnalysis& analysis, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A part of the analysis and what it is called.
    enum class Part { Title, Difficulty, Time, Profile, Focus, Gaps, Suggestions };

    void addPart(Part part, const QStringList& lines);
    void addTags(const QStringList& words);
    void retranslate();
    [[nodiscard]] static QString nameOf(Part part);

    struct Name {
        Part part;
        TextLabel* label;
    };
    TextLabel* m_moreTags = nullptr; ///< how many tags are left out, if any are
    qsizetype m_tagsLeftOut = 0;
    QVBoxLayout* m_column;
    QList<Name> m_names;
};

} // namespace roadloom
