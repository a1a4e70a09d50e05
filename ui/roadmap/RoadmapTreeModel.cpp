// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTreeModel.h"

#include "core/base/Overload.h"
#include "core/roadmap/RoadmapWords.h"
#include "ui/look/DisplayText.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What a row says.
struct RoadmapTreeModel::Entry {
    Kind kind = Kind::Stage;
    QString id {};
    QString name {};
    QString description {};
    double hours = 0.0;
    int conceptCount = 0;
    std::optional<Difficulty> difficulty {};
    QString difficultyWord {}; ///< of Difficulty::Other
    QStringList keywords {};
    QStringList prerequisites {};
    bool isProvisional = false;
    int plannedConcepts = 0; ///< of a branch that is being designed

    bool operator==(const Entry&) const = default;
};

struct RoadmapTreeModel::Wanted {
    QString key; ///< the id, made unique among siblings
    Entry entry;
    std::vector<Wanted> children;
};

struct RoadmapTreeModel::Node {
    Node* parent = nullptr;
    int row = 0;
    QString key;
    Entry entry;
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
    m_nodes.clear();
    synchronise(*m_root, wantedStages(roadmap));
    remember(*m_root);
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

// --- what is wanted ---------------------------------------------------------------------------

RoadmapTreeModel::Wanted RoadmapTreeModel::wanted(Entry entry, std::vector<Wanted> children)
{
    makeKeysUnique(children);
    for (const Wanted& child : children) {
        entry.hours += child.entry.hours;
        entry.conceptCount += child.entry.conceptCount;
    }
    return { entry.id, entry, std::move(children) };
}

void RoadmapTreeModel::makeKeysUnique(std::vector<Wanted>& siblings)
{
    QHash<QString, int> seen;
    for (Wanted& sibling : siblings) {
        const int earlier = seen[sibling.entry.id]++;
        if (earlier > 0)
            sibling.key += u'\0' + QString::number(earlier);
    }
}

std::vector<RoadmapTreeModel::Wanted> RoadmapTreeModel::wantedStages(const Roadmap& roadmap)
{
    std::vector<Wanted> stages;
    for (const Stage& stage : roadmap.stages)
        stages.push_back(wanted({ .kind = Kind::Stage,
                                    .id = stage.id,
                                    .name = stage.name,
                                    .description = stage.description },
            wantedModules(stage)));
    makeKeysUnique(stages);
    return stages;
}

std::vector<RoadmapTreeModel::Wanted> RoadmapTreeModel::wantedModules(const Stage& stage)
{
    std::vector<Wanted> modules;
    for (const Module& module : stage.modules)
        modules.push_back(wanted({ .kind = Kind::Module,
                                     .id = module.id,
                                     .name = module.name,
                                     .description = module.description },
            wantedConcepts(module)));
    return modules;
}

std::vector<RoadmapTreeModel::Wanted> RoadmapTreeModel::wantedConcepts(const Module& module)
{
    std::vector<Wanted> concepts;
    for (const Concept& item : module.concepts)
        concepts.push_back(wanted(entryOf(item), {}));
    return concepts;
}

RoadmapTreeModel::Entry RoadmapTreeModel::entryOf(const Concept& item)
{
    Entry entry { .kind = Kind::Concept,
        .id = item.id,
        .name = item.name,
        .description = item.description,
        .hours = item.estimatedHours,
        .conceptCount = 1,
        .difficulty = item.difficulty,
        .difficultyWord = {},
        .keywords = item.keywords,
        .prerequisites = item.prerequisites };
    const json::value* const own = item.extras.if_contains("difficulty");
    if (own != nullptr && own->is_string())
        entry.difficultyWord = toQString(own->get_string());
    return entry;
}

// --- while it is designed ---------------------------------------------------------------------

void RoadmapTreeModel::grow(const PreviewEvent& event)
{
    const bool isFinished
        = !m_root->children.empty() && !m_root->children.front()->entry.isProvisional;
    if (isFinished)
        clearBelow(*m_root);
    std::visit(
        Overload {
            [](const RoadmapTitled& /*titled*/) {},
            [this](const NodeOpened& opened) { open(opened); },
            [this](const NodeRenamed& renamed) {
                if (Node* const node = nodeAt(renamed.place)) {
                    Entry entry = node->entry;
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
            [this](const ConceptClosed& closed) { close(closed.place, entryOf(closed.item)); },
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
    auto node = std::make_unique<Node>();
    node->parent = parent;
    node->row = row;
    node->key = opened.id;
    node->entry = { .kind = kind, .id = opened.id, .name = opened.name, .isProvisional = true };
    beginInsertRows(indexOfNode(*parent), row, row);
    parent->children.push_back(std::move(node));
    endInsertRows();
}

void RoadmapTreeModel::close(const NodePlace& place, Entry entry)
{
    Node* const node = nodeAt(place);
    if (node == nullptr)
        return;
    const Entry before = node->entry;
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
    node->key = entry.id;
    update(*node, entry);
    if (!m_nodes.contains(entry.id))
        m_nodes.insert(entry.id, node);
}

void RoadmapTreeModel::addUp(Node& node, double hours, int concepts, int planned)
{
    for (Node* branch = &node; branch->parent != nullptr; branch = branch->parent) {
        Entry entry = branch->entry;
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
    remember(*m_root);
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

void RoadmapTreeModel::synchronise(Node& parent, const std::vector<Wanted>& children)
{
    adoptByPlace(parent, children);
    removeMissing(parent, children);
    reorder(parent, children);
    insertMissing(parent, children);
    updateAll(parent, children);
    for (std::size_t i = 0; i < children.size(); ++i)
        synchronise(*parent.children[i], children[i].children);
}

/// One signal for all that changed: views look for each row that they are told of.
void RoadmapTreeModel::updateAll(Node& parent, const std::vector<Wanted>& children)
{
    Node* first = nullptr;
    Node* last = nullptr;
    for (std::size_t i = 0; i < children.size(); ++i) {
        Node& node = *parent.children[i];
        if (node.entry == children[i].entry)
            continue;
        node.entry = children[i].entry;
        first = first != nullptr ? first : &node;
        last = &node;
    }
    if (first != nullptr)
        Q_EMIT dataChanged(indexOfNode(*first), indexOfNode(*last, ColumnCount - 1));
}

/// A provisional node that nobody wants by its id, at a place where a node is wanted that is not
/// there by its id, is that node.
void RoadmapTreeModel::adoptByPlace(Node& parent, const std::vector<Wanted>& children)
{
    QSet<QString> wantedKeys;
    for (const Wanted& child : children)
        wantedKeys.insert(child.key);
    QSet<QString> keys;
    for (const auto& child : parent.children)
        keys.insert(child->key);
    const std::size_t common = std::min(parent.children.size(), children.size());
    for (std::size_t i = 0; i < common; ++i) {
        Node& node = *parent.children[i];
        if (node.entry.isProvisional && !wantedKeys.contains(node.key)
            && !keys.contains(children[i].key))
            node.key = children[i].key;
    }
}

void RoadmapTreeModel::removeMissing(Node& parent, const std::vector<Wanted>& children)
{
    QSet<QString> keys;
    for (const Wanted& child : children)
        keys.insert(child.key);
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

void RoadmapTreeModel::reorder(Node& parent, const std::vector<Wanted>& children)
{
    QHash<QString, int> places;
    for (std::size_t i = 0; i < children.size(); ++i)
        places.insert(children[i].key, int(i));
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

void RoadmapTreeModel::insertMissing(Node& parent, const std::vector<Wanted>& children)
{
    for (std::size_t first = 0; first < children.size(); ++first) {
        // What is there is in the wanted order: the next child is the next that will be met.
        const QString next
            = first < parent.children.size() ? parent.children[first]->key : QString();
        const bool atEnd = first >= parent.children.size();
        std::size_t end = first;
        while (end < children.size() && (atEnd || children[end].key != next))
            ++end;
        if (end == first)
            continue;
        std::vector<std::unique_ptr<Node>> fresh;
        for (std::size_t i = first; i < end; ++i)
            fresh.push_back(makeNode(children[i], &parent, int(i)));
        beginInsertRows(indexOfNode(parent), int(first), int(end) - 1);
        parent.children.insert(parent.children.begin() + qsizetype(first),
            std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
        parent.renumber(end);
        endInsertRows();
        first = end - 1;
    }
}

std::unique_ptr<RoadmapTreeModel::Node> RoadmapTreeModel::makeNode(
    const Wanted& wanted, Node* parent, int row)
{
    auto node = std::make_unique<Node>();
    node->parent = parent;
    node->row = row;
    node->key = wanted.key;
    node->entry = wanted.entry;
    for (const Wanted& child : wanted.children)
        node->children.push_back(makeNode(child, node.get(), node->childCount()));
    return node;
}

void RoadmapTreeModel::update(Node& node, const Entry& entry)
{
    if (node.entry == entry)
        return;
    node.entry = entry;
    Q_EMIT dataChanged(indexOfNode(node), indexOfNode(node, ColumnCount - 1));
}

void RoadmapTreeModel::remember(Node& node)
{
    for (const auto& child : node.children) {
        if (!m_nodes.contains(child->entry.id))
            m_nodes.insert(child->entry.id, child.get());
        remember(*child);
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

QVariant RoadmapTreeModel::displayed(const Node& node, int column)
{
    const Entry& entry = node.entry;
    switch (column) {
    case NameColumn:
        return entry.name.trimmed().isEmpty() ? tr("(no name)") : displayLine(entry.name);
    case HoursColumn:
        if (entry.isProvisional && entry.plannedConcepts > entry.conceptCount)
            return tr("%1 of %2", "concepts that are designed, of those planned")
                .arg(entry.conceptCount)
                .arg(entry.plannedConcepts);
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
    const Entry& entry = node.entry;
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

QStringList RoadmapTreeModel::prerequisiteNames(const Entry& entry) const
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
    const Entry& entry = node.entry;
    const auto paragraph = [](const QString& text) {
        return QString(u"<p>"_s + displayLine(text, longest).toHtmlEscaped() + u"</p>"_s);
    };
    QString html = u"<p><b>"_s + displayLine(entry.name).toHtmlEscaped() + u"</b></p>"_s;
    if (!entry.description.trimmed().isEmpty())
        html += paragraph(entry.description);
    if (entry.kind != Kind::Concept)
        html += paragraph(tr("%n concept(s)", nullptr, entry.conceptCount));
    if (!entry.prerequisites.isEmpty())
        html += paragraph(tr("Learn first: %1").arg(prerequisiteNames(entry).join(u", "_s)));
    if (!entry.keywords.isEmpty())
        html += paragraph(tr("Keywords: %1").arg(entry.keywords.join(u", "_s)));
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
