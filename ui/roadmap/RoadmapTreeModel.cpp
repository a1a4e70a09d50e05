// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTreeModel.h"

#include "core/base/Overload.h"
#include "core/roadmap/RoadmapWords.h"
#include "ui/look/DisplayText.h"
#include "ui/look/ListText.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

/// Rows as they are wanted below a branch.
struct RoadmapTreeModel::Wanted {
    QList<RoadmapRow> rows;
    QStringList keys;
};

struct RoadmapTreeModel::Node {
    Node() = default;
    Node(Node* above, int place, RoadmapRow says)
        : parent(above)
        , row(place)
        , entry(std::move(says))
    {
    }

    Node* parent = nullptr;
    int row = 0;
    QString key; ///< the id, made unique among siblings; told while these are settled
    RoadmapRow entry;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] int childCount() const { return int(children.size()); }
    void renumber(std::size_t from)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->row = int(i);
    }
};

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
    retranslateBelow(*m_root);
}

void RoadmapTreeModel::retranslateBelow(Node& node)
{
    if (node.children.empty())
        return;
    Q_EMIT dataChanged(indexOfNode(*node.children.front()),
        indexOfNode(*node.children.back(), ColumnCount - 1), { Qt::DisplayRole, Qt::ToolTipRole });
    for (const auto& child : node.children)
        retranslateBelow(*child);
}

// --- while it is designed ---------------------------------------------------------------------

void RoadmapTreeModel::grow(const PreviewEvent& event)
{
    const bool isFinished
        = !m_root->children.empty() && !m_root->children.front()->entry.isProvisional;
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

// --- from what is to what is wanted -----------------------------------------------------------

void RoadmapTreeModel::begin(const Roadmap& roadmap)
{
    m_nodes.clear();
    m_roadmap = roadmap;
    m_nextBranch = NodePlace {};
}

int RoadmapTreeModel::settleNext()
{
    const NodePlace place = *m_nextBranch;
    Node& branch = *nodeAt(place);
    QList<RoadmapRow> rows = place.stage < 0 ? rowsOf(m_roadmap)
        : place.module < 0                   ? rowsOf(m_roadmap.stages[place.stage])
                           : rowsOf(m_roadmap.stages[place.stage].modules[place.module]);
    const Wanted children { rows, keysOf(rows) };
    tellKeys(branch);
    adoptByPlace(branch, children);
    removeMissing(branch, children);
    reorder(branch, children);
    insertMissing(branch, children);
    Q_ASSERT(branch.childCount() == int(rows.size()));
    updateAll(branch, children);
    for (const auto& child : branch.children)
        remember(*child);
    m_nextBranch = branchAfter(place);
    if (isSettled())
        m_roadmap = {};
    return int(rows.size());
}

/// The roadmap, then each stage, followed by its modules.
std::optional<NodePlace> RoadmapTreeModel::branchAfter(NodePlace place) const
{
    const int modules = place.stage < 0 ? 0 : int(m_roadmap.stages[place.stage].modules.size());
    if (place.module + 1 < modules)
        return NodePlace { .stage = place.stage, .module = place.module + 1 };
    if (place.stage + 1 < int(m_roadmap.stages.size()))
        return NodePlace { .stage = place.stage + 1 };
    return std::nullopt;
}

/// One signal for all that changed: views look for each row that they are told of.
void RoadmapTreeModel::updateAll(Node& parent, const Wanted& children)
{
    Node* first = nullptr;
    Node* last = nullptr;
    for (int i = 0; i < parent.childCount(); ++i) {
        Node& node = *parent.children[std::size_t(i)];
        if (node.entry == children.rows[i])
            continue;
        node.entry = children.rows[i];
        first = first != nullptr ? first : &node;
        last = &node;
    }
    if (first != nullptr)
        Q_EMIT dataChanged(indexOfNode(*first), indexOfNode(*last, ColumnCount - 1));
}

/// While a roadmap grows, ids come, change and come again: only the siblings as they are now tell
/// which of them have keys of their own.
void RoadmapTreeModel::tellKeys(Node& parent)
{
    QList<RoadmapRow> rows;
    rows.reserve(parent.childCount());
    for (const auto& child : parent.children)
        rows.append(child->entry);
    const QStringList keys = keysOf(rows);
    for (int i = 0; i < parent.childCount(); ++i)
        parent.children[std::size_t(i)]->key = keys[i];
}

/// A provisional node that nobody wants by its id, at a place where a node is wanted that is not
/// there by its id, is that node.
void RoadmapTreeModel::adoptByPlace(Node& parent, const Wanted& children)
{
    const QSet<QString> wantedKeys(children.keys.begin(), children.keys.end());
    QSet<QString> keys;
    for (const auto& child : parent.children)
        keys.insert(child->key);
    const int common = std::min(parent.childCount(), int(children.keys.size()));
    for (int i = 0; i < common; ++i) {
        Node& node = *parent.children[std::size_t(i)];
        const QString& key = children.keys[i];
        if (node.entry.isProvisional && !wantedKeys.contains(node.key) && !keys.contains(key))
            node.key = key;
    }
}

void RoadmapTreeModel::removeMissing(Node& parent, const Wanted& children)
{
    const QSet<QString> keys(children.keys.begin(), children.keys.end());
    for (int last = parent.childCount() - 1; last >= 0; --last) {
        if (keys.contains(parent.children[std::size_t(last)]->key))
            continue;
        int first = last;
        while (first > 0 && !keys.contains(parent.children[std::size_t(first - 1)]->key))
            --first;
        beginRemoveRows(indexOfNode(parent), first, last);
        parent.children.erase(parent.children.begin() + first, parent.children.begin() + last + 1);
        parent.renumber(std::size_t(first));
        endRemoveRows();
        last = first;
    }
}

void RoadmapTreeModel::reorder(Node& parent, const Wanted& children)
{
    QHash<QString, int> places;
    for (int i = 0; i < int(children.keys.size()); ++i)
        places.insert(children.keys[i], i);
    const auto place
        = [&places](const std::unique_ptr<Node>& node) { return places.value(node->key); };
    if (std::ranges::is_sorted(parent.children, {}, place))
        return;
    // One change of layout instead of a move a row: linear, and views keep what they remember.
    const QList<QPersistentModelIndex> parents { indexOfNode(parent) };
    Q_EMIT layoutAboutToBeChanged(parents, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::ranges::sort(parent.children, {}, place);
    parent.renumber(0);
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex& index : from)
        to.append(indexOfNode(*nodeOf(index), index.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged(parents, VerticalSortHint);
}

void RoadmapTreeModel::insertMissing(Node& parent, const Wanted& children)
{
    const int count = int(children.keys.size());
    for (int first = 0; first < count; ++first) {
        // What is there is in the wanted order: the next child is the next that will be met.
        const bool atEnd = first >= parent.childCount();
        int end = first;
        while (end < count
            && (atEnd || children.keys[end] != parent.children[std::size_t(first)]->key))
            ++end;
        if (end == first)
            continue;
        std::vector<std::unique_ptr<Node>> fresh;
        for (int i = first; i < end; ++i) {
            fresh.push_back(std::make_unique<Node>(&parent, i, children.rows[i]));
            fresh.back()->key = children.keys[i];
        }
        beginInsertRows(indexOfNode(parent), first, end - 1);
        parent.children.insert(parent.children.begin() + first,
            std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        parent.renumber(std::size_t(end));
        endInsertRows();
        first = end - 1;
    }
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
        return displayed(node, index.column());
    case Qt::ToolTipRole:
        return toolTip(node);
    case Qt::TextAlignmentRole:
        return index.column() == HoursColumn
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    default:
        return detail(node, role);
    }
}

/// Of a branch that is being filled, how far it is.
QString RoadmapTreeModel::displayedName(const RoadmapRow& entry)
{
    QString name = entry.name.trimmed().isEmpty() ? tr("(no name)") : displayLine(entry.name);
    if (!entry.isProvisional || entry.plannedConcepts <= entry.conceptCount)
        return name;
    //: %1 is the name of a stage or module, then: so many concepts are designed of those planned.
    return tr("%1 · %2 of %3")
        .arg(name, QString::number(entry.conceptCount), QString::number(entry.plannedConcepts));
}

QVariant RoadmapTreeModel::displayed(const Node& node, int column)
{
    const RoadmapRow& entry = node.entry;
    switch (column) {
    case NameColumn:
        return displayedName(entry);
    case HoursColumn:
        return entry.isProvisional && entry.hours <= 0.0 ? QString() : hoursText(entry.hours);
    case DifficultyColumn:
        if (!entry.difficulty)
            return {};
        return *entry.difficulty == Difficulty::Other ? displayLine(entry.difficultyWord, 40)
                                                      : difficultyLabel(*entry.difficulty);
    default:
        return {};
    }
}

QVariant RoadmapTreeModel::detail(const Node& node, int role) const
{
    const RoadmapRow& entry = node.entry;
    switch (role) {
    case IdRole:
        return entry.id;
    case KindRole:
        return QVariant::fromValue(entry.kind);
    case NameRole:
        return entry.name;
    case DescriptionRole:
        return entry.description;
    case HoursRole:
        return entry.hours;
    case DifficultyRole:
        return entry.difficulty ? QVariant::fromValue(*entry.difficulty) : QVariant();
    case KeywordsRole:
        return entry.keywords;
    case PrerequisitesRole:
        return entry.prerequisites;
    case PrerequisiteNamesRole:
        return prerequisiteNames(entry);
    case ConceptCountRole:
        return entry.conceptCount;
    case ProvisionalRole:
        return entry.isProvisional;
    case PlannedConceptsRole:
        return entry.plannedConcepts;
    default:
        return {};
    }
}

QVariant RoadmapTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == HoursColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::TextAlignmentRole && section == DifficultyColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Learn");
    case HoursColumn:
        return tr("Hours");
    case DifficultyColumn:
        return tr("Difficulty");
    default:
        return {};
    }
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
    constexpr qsizetype longest = 600;
    const RoadmapRow& entry = node.entry;
    const auto paragraph = [](const QString& text) {
        return QString(u"<p>"_s + displayLine(text, longest).toHtmlEscaped() + u"</p>"_s);
    };
    QString html = u"<p><b>"_s + displayLine(entry.name).toHtmlEscaped() + u"</b></p>"_s;
    if (!entry.description.trimmed().isEmpty())
        html += paragraph(entry.description);
    if (entry.kind != Kind::Concept)
        html += paragraph(tr("%n concept(s)", nullptr, entry.conceptCount));
    if (!entry.prerequisites.isEmpty())
        html += paragraph(tr("Learn first: %1").arg(listText(prerequisiteNames(entry))));
    if (!entry.keywords.isEmpty())
        html += paragraph(tr("Keywords: %1").arg(listText(entry.keywords)));
    return html;
}

QString RoadmapTreeModel::difficultyLabel(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Easy:
        return tr("Easy");
    case Difficulty::Medium:
        return tr("Medium");
    case Difficulty::Hard:
        return tr("Hard");
    case Difficulty::Other:
        break;
    }
    return {};
}

} // namespace roadloom
