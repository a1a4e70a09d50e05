// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>

#include <optional>

class QWidget;

namespace roadloom {

struct ReadingPlace;
struct ShareChoices;

/// Where the window was and how its panes shared the room, from one start to the next: an INI file
/// of its own, since losing it costs nothing. What does not fit the screen any more is brought onto
/// it; a damaged file is as none, and one too large to be ours is thrown away.
class WindowMemory {
public:
    explicit WindowMemory(const QString& file);

    /// Puts the window where it was. False if nothing is known of it.
    bool restore(QWidget& window) const;
    void keep(const QWidget& window);

    /// The roadmap that was in front, by its id in the library; empty: none was.
    [[nodiscard]] QString roadmap() const;
    void keepRoadmap(const QString& id);

    /// The wish of a run that has brought no roadmap yet; empty: there is none.
    [[nodiscard]] QString goal() const;
    /// No more of it than a request may have.
    void keepGoal(const QString& goal);

    /// Where the learner was reading in a roadmap, the last time it was in front: of the last few.
    [[nodiscard]] std::optional<ReadingPlace> place(const QString& roadmap) const;
    void keepPlace(const QString& roadmap, const ReadingPlace& place);

    /// A pane's share of the room it is in, 0 to 1, if the learner chose one.
    [[nodiscard]] std::optional<double> share(const QString& pane) const;
    void keepShare(const QString& pane, std::optional<double> share);

    /// How wide the learner made a tree's columns, in letters; 0: they did not.
    [[nodiscard]] QList<double> columns(const QString& tree) const;
    void keepColumns(const QString& tree, const QList<double>& letters);

    /// Whether a pane was hidden by the learner.
    [[nodiscard]] bool isHidden(const QString& pane) const;
    void keepHidden(const QString& pane, bool isHidden);

    /// For the next class.
    [[nodiscard]] ShareChoices shareChoices() const;
    void keepShareChoices(const ShareChoices& choices);

    /// Whether a roadmap that a teacher hands out came before: of the last some hundred, each with
    /// a mark that no other one has.
    [[nodiscard]] bool wasHandedOut(const QString& mark) const;
    void noteHandedOut(const QString& mark);

private:
    [[nodiscard]] QVariant value(const QString& key) const;
    void setValue(const QString& key, const QVariant& value);

    std::optional<QSettings> m_file; ///< none: nothing can be kept there
};

} // namespace roadloom
