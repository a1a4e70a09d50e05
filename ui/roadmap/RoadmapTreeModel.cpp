// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTreeModel.h"

#include "core/base/Overload.h"
#include "ui/look/ListText.h"
#include "ui/roadmap/RoadmapCells.h"
#include "ui/roadmap/RoadmapTreeNode.h"
#include "ui/study/StudyWords.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

RoadmapTreeModel::RoadmapTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

RoadmapTreeModel::~RoadmapTreeModel() = default;

void RoadmapTreeModel::setRoadmap(const Roadmap& roadmap)
{
    begin(roadmap);
    while (!isSettled())
        settleNext();
}

QModelIndex RoadmapTreeModel::indexOf(const QString& id) const
{
    const Node* const node = m_nodes.value(id);
    return node != nullptr ? indexOfNode(*node) : QModelIndex();
}

void RoadmapTreeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellBelow(*m_root, { Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole });
}

void RoadmapTreeModel::tellBelow(Node& node, const QList<int>& roles)
{
    if (node.children.empty())
        return;
    Q_EMIT dataChanged(indexOfNode(*node.children.front()),
        indexOfNode(*node.children.back(), ColumnCount - 1), roles);
    for (const auto& child : node.children)
        tellBelow(*child, roles);
}

// --- while it is designed ---------------------------------------------------------------------

void RoadmapTreeModel::grow(const PreviewEvent& event)
{
    const bool isFinished = !m_root->children.empty() && isDesigned();
    if (isFinished || !isSettled()) {
        m_nextBranch.reset();
        m_roadmap = {};
        clearBelow(*m_root);
    }
    std::visit(Overload {
                   [](const RoadmapTitled& /*titled*/) {},
                   [this](const NodeOpened& opened) { open(opened); },
                   [this](const NodeRenamed& renamed) {
                       if (Node* const node = nodeAt(renamed.place)) {
                           RoadmapRow entry = node->entry;
                           entry.name = renamed.name;
                           update(*node, entry);
                       }
                   },
                   [this](const StageClosed& closed) {
                       close(closed.place,
                           { .kind = Kind::Stage,
                               .id = closed.stage.id,
                               .name = closed.stage.name,
                               .description = closed.stage.description });
                   },
                   [this](const ModuleClosed& closed) {
                       close(closed.place,
                           { .kind = Kind::Module,
                               .id = closed.module.id,
                               .name = closed.module.name,
                               .description = closed.module.description,
                               .plannedConcepts = closed.plannedConcepts });
                   },
                   [this](const ConceptClosed& closed) { close(closed.place, rowOf(closed.item)); },
                   [this](const Restarted& restarted) {
                       if (Node* const node = nodeAt(restarted.below))
                           clearBelow(*node);
                   },
               },
        event);
    tellHeader();
}

void RoadmapTreeModel::open(const NodeOpened& opened)
{
    NodePlace above = opened.place;
    const Kind kind = above.item >= 0 ? Kind::Concept
        : above.module >= 0           ? Kind::Module
                                      : Kind::Stage;
    int& last = kind == Kind::Concept ? above.item
        : kind == Kind::Module        ? above.module
                                      : above.stage;
    const int row = std::exchange(last, -1);
    Node* const parent = nodeAt(above);
    if (parent == nullptr || row != parent->childCount())
        return; // of a roadmap that is not shown
    auto node = std::make_unique<Node>(parent, row,
        RoadmapRow { .kind = kind, .id = opened.id, .name = opened.name, .isProvisional = true });
    beginInsertRows(indexOfNode(*parent), row, row);
    parent->children.push_back(std::move(node));
    endInsertRows();
}

void RoadmapTreeModel::close(const NodePlace& place, RoadmapRow entry)
{
    Node* const node = nodeAt(place);
    if (node == nullptr)
        return;
    const RoadmapRow before = node->entry;
    entry.isProvisional = true;
    if (entry.kind == Kind::Concept) {
        addUp(
            *node->parent, entry.hours - before.hours, entry.conceptCount - before.conceptCount, 0);
    } else {
        entry.hours = before.hours;
        entry.conceptCount = before.conceptCount;
        const int planned = entry.plannedConcepts;
        entry.plannedConcepts = std::max(planned, before.plannedConcepts);
        if (entry.kind == Kind::Module && planned > before.plannedConcepts)
            addUp(*node->parent, 0.0, 0, planned - before.plannedConcepts);
    }
    if (entry.id.isEmpty())
        entry.id = before.id;
    if (entry.name.isEmpty())
        entry.name = before.name;
    update(*node, entry);
    remember(*node);
}

void RoadmapTreeModel::addUp(Node& node, double hours, int concepts, int planned)
{
    for (Node* branch = &node; branch->parent != nullptr; branch = branch->parent) {
        RoadmapRow entry = branch->entry;
        entry.hours += hours;
        entry.conceptCount += concepts;
        entry.plannedConcepts += planned;
        update(*branch, entry);
    }
}

void RoadmapTreeModel::clearBelow(Node& parent)
{
    if (parent.children.empty())
        return;
    beginRemoveRows(indexOfNode(parent), 0, parent.childCount() - 1);
    const auto removed = std::exchange(parent.children, {});
    m_nodes.clear();
    rememberBelow(*m_root);
    endRemoveRows();
    if (parent.parent != nullptr)
        addUp(parent, -parent.entry.hours, -parent.entry.conceptCount, 0);
}

RoadmapTreeModel::Node* RoadmapTreeModel::nodeAt(const NodePlace& place) const
{
    Node* node = m_root.get();
    for (const int row : { place.stage, place.module, place.item }) {
        if (row < 0)
            break;
        if (row >= node->childCount())
            return nullptr;
        node = node->children[std::size_t(row)].get();
    }
    return node;
}

void RoadmapTreeModel::update(Node& node, const RoadmapRow& entry)
{
    if (node.entry == entry)
        return;
    node.entry = entry;
    Q_EMIT dataChanged(indexOfNode(node), indexOfNode(node, ColumnCount - 1));
}

/// For indexOf(). Ids are unique among nodes of a kind only; whoever names one means a concept
/// before a module before a stage, see IssueLocations.
void RoadmapTreeModel::remember(Node& node)
{
    Node*& known = m_nodes[node.entry.id];
    if (known == nullptr || known->entry.kind < node.entry.kind)
        known = &node;
}

void RoadmapTreeModel::rememberBelow(Node& node)
{
    for (const auto& child : node.children) {
        remember(*child);
        rememberBelow(*child);
    }
}

// --- what views ask ---------------------------------------------------------------------------

RoadmapTreeModel::Node* RoadmapTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex RoadmapTreeModel::indexOfNode(const Node& node, int column) const
{
    return node.parent != nullptr ? createIndex(node.row, column, &node) : QModelIndex();
}

QModelIndex RoadmapTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[std::size_t(row)].get());
}

QModelIndex RoadmapTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOfNode(*nodeOf(child)->parent) : QModelIndex();
}

int RoadmapTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : nodeOf(parent)->childCount();
}

int RoadmapTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant RoadmapTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == StateColumn ? stateText(node)
                                             : cellText(node.entry, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? spokenName(node) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == StateColumn ? stateSentence(node) : toolTip(node);
    case Qt::TextAlignmentRole:
        return index.column() == HoursColumn
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    case PrerequisiteNamesRole:
        return prerequisiteNames(node.entry);
    case StudyStateRole:
        return canBeStudied(node) ? QVariant::fromValue(m_study->state(node.entry.id)) : QVariant();
    case NoteRole:
        return noteOn(node);
    case LearntCountRole:
        return totalsOf(node).learnt;
    default:
        return cellDetail(node.entry, role);
    }
}

QVariant RoadmapTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == HoursColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::TextAlignmentRole && section > HoursColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == StateColumn && !isDesigned() ? designedTitle() : columnTitle(section);
}

/// What is in the column of states: how far the learner is, or, before that, the design.
bool RoadmapTreeModel::isDesigned() const
{
    return m_root->children.empty() || !m_root->children.front()->entry.isProvisional;
}

void RoadmapTreeModel::tellHeader()
{
    if (std::exchange(m_toldDesigned, isDesigned()) != isDesigned())
        Q_EMIT headerDataChanged(Qt::Horizontal, StateColumn, StateColumn);
}

// --- how far the learner is -------------------------------------------------------------------

void RoadmapTreeModel::setStudy(const StudyProgress* study)
{
    m_study = study;
    tellStudy();
}

/// What says how far the learner is.
QList<int> RoadmapTreeModel::studyRoles()
{
    return { Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole, StudyStateRole,
        LearntCountRole };
}

void RoadmapTreeModel::setNotes(std::function<QString(const QString& conceptId)> noteOf)
{
    m_noteOf = std::move(noteOf);
    tellStudy();
}

void RoadmapTreeModel::tellStudy()
{
    tellBelow(*m_root, studyRoles() << NoteRole);
}

void RoadmapTreeModel::tellNote(const QString& conceptId)
{
    if (const Node* const node = m_nodes.value(conceptId))
        Q_EMIT dataChanged(indexOfNode(*node), indexOfNode(*node, ColumnCount - 1),
            { NoteRole, Qt::AccessibleTextRole });
}

void RoadmapTreeModel::setDesignOver(bool isOver)
{
    if (std::exchange(m_isDesignOver, isOver) != isOver)
        tellStudy();
}

void RoadmapTreeModel::tellState(const QString& conceptId)
{
    const Node* const known = m_nodes.value(conceptId);
    if (known == nullptr)
        return;
    for (const Node* node = known; node->parent != nullptr; node = node->parent)
        Q_EMIT dataChanged(indexOfNode(*node), indexOfNode(*node, ColumnCount - 1), studyRoles());
}

bool RoadmapTreeModel::canBeStudied(const Node& node) const
{
    return m_study != nullptr && node.entry.kind == Kind::Concept && !node.entry.isProvisional
        && m_study->has(node.entry.id);
}

QString RoadmapTreeModel::noteOn(const Node& node) const
{
    return m_noteOf && canBeStudied(node) ? m_noteOf(node.entry.id) : QString();
}

/// The study knows branches by their places, as they are here once all is settled.
StudyTotals RoadmapTreeModel::totalsOf(const Node& node) const
{
    if (m_study == nullptr || node.entry.isProvisional || node.parent == nullptr)
        return {};
    switch (node.entry.kind) {
    case Kind::Stage:
        return m_study->totals(node.row);
    case Kind::Module:
        return m_study->totals(node.parent->row, node.row);
    case Kind::Concept:
        break;
    }
    return { .concepts = 1, .learnt = isLearnt(m_study->state(node.entry.id)) ? 1 : 0 };
}

QString RoadmapTreeModel::designText(const RoadmapRow& entry) const
{
    QString state = m_isDesignOver ? tr("Not designed to the end") : tr("Still being designed");
    if (entry.plannedConcepts <= entry.conceptCount)
        return state;
    //: %1 is "Still being designed", then: so many of the concepts that are planned.
    return tr("%1: %2 of %3")
        .arg(state, QLocale().toString(entry.conceptCount),
            QLocale().toString(entry.plannedConcepts));
}

/// "In progress" of a concept, "3 of 8" of a branch.
QString RoadmapTreeModel::stateText(const Node& node) const
{
    if (node.entry.isProvisional)
        return designText(node.entry);
    if (canBeStudied(node))
        return studyStateText(m_study->state(node.entry.id));
    const StudyTotals totals = totalsOf(node);
    if (node.entry.kind == Kind::Concept || totals.concepts == 0)
        return {};
    //: So many of the concepts of a stage or module are learnt.
    return tr("%1 of %2", "learnt").arg(totals.learnt).arg(totals.concepts);
}

/// The same where no column's title says what the figures count.
QString RoadmapTreeModel::stateSentence(const Node& node) const
{
    const StudyTotals totals = totalsOf(node);
    if (node.entry.kind == Kind::Concept || totals.concepts == 0)
        return stateText(node);
    return tr("%1 of %n concept(s) learnt", nullptr, totals.concepts).arg(totals.learnt);
}

/// A reader of the screen reads the name's cell first, and often no other.
QString RoadmapTreeModel::spokenName(const Node& node) const
{
    QStringList parts;
    for (const int column : { int(NameColumn), int(HoursColumn), int(DifficultyColumn) })
        parts.append(cellText(node.entry, column));
    parts.append(stateSentence(node));
    if (!noteOn(node).isEmpty())
        //: Behind the name of a concept, which the learner has written a note on.
        parts.append(tr("with a note"));
    parts.removeAll(QString());
    return listText(parts);
}

QStringList RoadmapTreeModel::prerequisiteNames(const RoadmapRow& entry) const
{
    QStringList names;
    for (const QString& id : entry.prerequisites) {
        const Node* const node = m_nodes.value(id);
        names.append(node != nullptr ? node->entry.name : id);
    }
    return names;
}

QString RoadmapTreeModel::toolTip(const Node& node) const
{
    return rowToolTip(node.entry, prerequisiteNames(node.entry));
}

} // namespace roadloom
