// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/Pinyin.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QPersistentModelIndex>
#include <QTimer>

#include <vector>

namespace roadloom {

class RoadmapTreeModel;

/// The rows of a roadmap that have what is looked for in their name, their keywords or the
/// learner's note, below the branches they are in, and of a branch that has it all that is below;
/// names and keywords in Chinese also by how they sound. A copy to be shown in a view of its own:
/// the whole roadmap's view keeps what is unfolded, selected and scrolled to.
///
/// It is reset with each search, which is a pass over texts that were folded before. When the
/// roadmap changes, it searches again soon after; not for a note that is being written, which would
/// take away the row in front.
class RoadmapFilterModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        /// QList<TextRange> of the name, in the column of names: why the row is here.
        MatchRole = Qt::UserRole + 1000,
        IsMatchRole, ///< bool: not only the branch of one, or below one
        LeadsToMatchRole, ///< bool: a branch that has a match below it
    };

    /// The source is not owned.
    explicit RoadmapFilterModel(RoadmapTreeModel& source, QObject* parent = nullptr);

    /// Gets ready for the first search: call it when one is likely.
    void prepare();
    /// What is looked for; nothing finds nothing.
    void setPattern(const QString& typed);
    [[nodiscard]] bool isActive() const { return !m_words.isEmpty(); }
    [[nodiscard]] int matchCount() const { return m_matchCount; }

    /// In the name's column, of either model; invalid if it is not there.
    [[nodiscard]] QModelIndex sourceOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex shownOf(const QModelIndex& source) const;
    /// The first row that matches.
    [[nodiscard]] QModelIndex firstMatch() const;

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// After each search, also one that the roadmap's changes or new sounds brought about.
    void searched();

private:
    /// A row of the roadmap, in reading order.
    struct Entry {
        QModelIndex source; ///< valid as long as the roadmap's rows stay as they are
        int parent = -1; ///< an entry
        QString text; ///< name and keywords, folded
        QString note; ///< folded
        QStringList spoken; ///< of these, what has Chinese characters, as it came
    };
    /// A row that is shown.
    struct Shown {
        QPersistentModelIndex source; ///< goes with the roadmap's changes until the next search
        int parent = -1; ///< a shown row
        int row = 0;
        bool isMatch = false;
        bool leadsToMatch = false;
        std::vector<int> children;
    };

    void readNotes();
    void readNote(Entry& entry) const;
    void takeNotes(const QModelIndex& first, const QModelIndex& last);
    void addEntries(const QModelIndex& sourceParent, int parent);
    [[nodiscard]] bool matches(const Entry& entry) const;
    void search();
    void show(int entry, bool isMatch);
    void leadTo(int entry);
    void forget();
    void refresh();
    void tellChange(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);
    [[nodiscard]] const Shown* shownAt(const QModelIndex& index) const;
    [[nodiscard]] const std::vector<int>& childrenOf(int shown) const;
    [[nodiscard]] QModelIndex indexOf(int shown, int column = 0) const;

    RoadmapTreeModel& m_source;
    PinyinBook m_sounds;
    SearchWords m_words;
    std::vector<Entry> m_entries;
    QHash<quintptr, int> m_entryOf; ///< by the internal id of the source's row
    std::vector<int> m_shownOf; ///< by entry; -1: not shown
    std::vector<Shown> m_shown;
    std::vector<int> m_roots;
    int m_matchCount = 0;
    bool m_areNotesRead = false; ///< the entries' are those of the study
    bool m_isReady = false; ///< the entries are those of the roadmap
    QTimer m_soon;
};

} // namespace roadloom
