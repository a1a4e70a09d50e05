// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyProgress.h"
#include "core/stream/RoadmapPreview.h"
#include "ui/roadmap/RoadmapRows.h"

#include <QAbstractItemModel>
#include <QHash>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace roadloom {

/// A roadmap as a tree: stages > modules > concepts. setRoadmap() says the whole new state; the
/// model finds by the ids what came, went, moved among its siblings or changed, and tells the views
/// only that. It is never reset, so expansion, selection and scroll position survive.
///
/// While a roadmap is being designed, grow() adds to it node by node. Such nodes are provisional
/// until setRoadmap() confirms them, corrects them or takes them away: they are found by their id,
/// else by their place.
///
/// Siblings with the same id (a defect of whoever wrote the roadmap) are told apart by their
/// order. Names, descriptions and keywords are untrusted: DisplayRole is one line of plain text of
/// at most 300 characters, ToolTipRole is escaped, the other roles are as they came.
class RoadmapTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using Kind = RowKind;

    enum Column { NameColumn, HoursColumn, DifficultyColumn, StateColumn, ColumnCount };

    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        KindRole, ///< Kind
        NameRole, ///< QString, as it came
        DescriptionRole, ///< QString, as it came
        HoursRole, ///< double; of a branch the sum of its concepts
        DifficultyRole, ///< Difficulty of a concept; invalid for branches
        KeywordsRole, ///< QStringList, as they came
        PrerequisitesRole, ///< QStringList of ids
        PrerequisiteNamesRole, ///< QStringList, the id where no node has it
        ConceptCountRole, ///< int; of a concept 1
        ProvisionalRole, ///< bool: still being designed
        PlannedConceptsRole, ///< int: of a branch that is being designed; 0: not known
        StudyStateRole, ///< StudyState of a concept that can be studied; else invalid
        NoteRole, ///< QString: the learner's, on a concept that can be studied; mostly empty
        LearntCountRole, ///< int: of the concepts of a branch, or of a concept itself
    };

    explicit RoadmapTreeModel(QObject* parent = nullptr);
    ~RoadmapTreeModel() override;

    void setRoadmap(const Roadmap& roadmap);
    /// The same in steps, so that a window stays quick: begin(), then settleNext() until all is
    /// settled. A step is about what lies right below one branch, and gives how many rows that are.
    void begin(const Roadmap& roadmap);
    [[nodiscard]] bool isSettled() const { return !m_nextBranch; }
    int settleNext();

    /// What a preview has brought. What was there of a finished roadmap, or of one that is not
    /// settled yet, makes room for it.
    void grow(const PreviewEvent& event);

    /// The row of a concept, module or stage by its id, in the name column. If several have it, a
    /// concept before a module before a stage, and the first of these. Invalid if there is none.
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

    /// How far the learner is with the roadmap that was set: not owned, and must live as long as it
    /// is here. Null: nobody studies.
    void setStudy(const StudyProgress* study);
    /// The learner's note on a concept, by its id.
    void setNotes(std::function<QString(const QString& conceptId)> noteOf);
    /// Says that all of it changed, or one concept's state, or the note on it.
    void tellStudy();
    void tellState(const QString& conceptId);
    void tellNote(const QString& conceptId);

    /// What is still provisional will not be designed any more; or it may be, after all.
    void setDesignOver(bool isOver);
    [[nodiscard]] bool isDesignOver() const { return m_isDesignOver; }

    /// Says that all translated texts changed. Call it on QEvent::LanguageChange.
    void retranslate();

    [[nodiscard]] QModelIndex index(
        int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    struct Wanted;
    struct Node;

    void open(const NodeOpened& opened);
    void close(const NodePlace& place, RoadmapRow entry);
    void clearBelow(Node& parent);
    void addUp(Node& node, double hours, int concepts, int planned);
    [[nodiscard]] Node* nodeAt(const NodePlace& place) const;
    [[nodiscard]] std::optional<NodePlace> branchAfter(NodePlace place) const;
    void tellKeys(Node& parent);
    void adoptByPlace(Node& parent, const Wanted& children);
    void updateAll(Node& parent, const Wanted& children);
    void removeMissing(Node& parent, const Wanted& children);
    void reorder(Node& parent, const Wanted& children);
    void insertMissing(Node& parent, const Wanted& children);
    void update(Node& node, const RoadmapRow& entry);
    void remember(Node& node);
    void rememberBelow(Node& node);
    [[nodiscard]] static QList<int> studyRoles();
    void tellBelow(Node& node, const QList<int>& roles);
    void tellHeader();

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfNode(const Node& node, int column = NameColumn) const;
    [[nodiscard]] bool canBeStudied(const Node& node) const;
    [[nodiscard]] StudyTotals totalsOf(const Node& node) const;
    [[nodiscard]] QString noteOn(const Node& node) const;
    [[nodiscard]] QString designText(const RoadmapRow& entry) const;
    [[nodiscard]] QString stateText(const Node& node) const;
    [[nodiscard]] QString stateSentence(const Node& node) const;
    [[nodiscard]] bool isDesigned() const;
    [[nodiscard]] QString spokenName(const Node& node) const;
    [[nodiscard]] QStringList prerequisiteNames(const RoadmapRow& entry) const;
    [[nodiscard]] QString toolTip(const Node& node) const;

    std::unique_ptr<Node> m_root;
    QHash<QString, Node*> m_nodes; ///< by their ids
    const StudyProgress* m_study = nullptr;
    std::function<QString(const QString&)> m_noteOf; ///< none: there are no notes
    bool m_isDesignOver = false;
    bool m_toldDesigned = true; ///< isDesigned(), as the header's listeners know it
    Roadmap m_roadmap; ///< until all of it is settled
    std::optional<NodePlace> m_nextBranch; ///< whose children are to be settled next
};

} // namespace roadloom
