// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "ui/look/Card.h"

#include <functional>

namespace roadloom {

class TextLabel;

/// The learner's own words.
class WishBubble : public Card {
    Q_OBJECT
public:
    explicit WishBubble(const QString& goal, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    TextLabel* m_title;
};

/// A sentence of the program itself between the words of others. It is asked for anew when the
/// language changes.
class NoteCard : public Card {
    Q_OBJECT
public:
    NoteCard(Tone tone, std::function<QString()> sentence, QWidget* parent = nullptr);

    /// A longer text below the sentence, as it came from a model.
    void addForeignText(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    std::function<QString()> m_sentence;
    TextLabel* m_label;
};

/// Says "The roadmap is designed: 4 stages, 9 modules, 31 concepts, 62 hours, in about 7 weeks at
/// 10 hours a week." The learner may study at another pace later: the weeks are those of the hours
/// that it was designed for. Keeps the figures alone: a note outlasts the roadmap.
[[nodiscard]] std::function<QString()> roadmapSummary(const Roadmap& roadmap);

} // namespace roadloom
