// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapFilterModel.h"

#include "core/base/Language.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

bool hasHan(const QString& text)
{
    return std::ranges::any_of(text, isHan);
}

} // namespace

RoadmapFilterModel::RoadmapFilterModel(RoadmapTreeModel& source, QObject* parent)
    : QAbstractItemModel(parent)
    , m_source(source)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms); // while a roadmap grows, that often at most
    connect(&m_soon, &QTimer::timeout, this, &RoadmapFilterModel::refresh);
    for (const auto change :
        { &QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved })
        connect(&source, change, this, &RoadmapFilterModel::forget);
    connect(
        &source, &QAbstractItemModel::layoutAboutToBeChanged, this, &RoadmapFilterModel::forget);
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, &RoadmapFilterModel::forget);
    connect(&source, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
            if (roles.isEmpty())
                forget(); // names may have changed
            if (roles.contains(RoadmapTreeModel::NoteRole))
                takeNotes(first, last);
            tellChange(first, last, roles);
        });
    connect(&source, &QAbstractItemModel::headerDataChanged, this,
        &QAbstractItemModel::headerDataChanged);
    connect(&m_sounds, &PinyinBook::learnt, this, [this] {
        if (isActive() && m_words.hasLetters() && !m_soon.isActive())
            m_soon.start();
    });
}

void RoadmapFilterModel::prepare()
{
    if (m_isReady) {
        readNotes();
        return;
    }
    m_isReady = true;
    m_areNotesRead = false;
    m_entries.clear();
    m_entryOf.clear();
    addEntries({}, -1);
    QStringList spoken;
    for (const Entry& entry : m_entries)
        spoken += entry.spoken;
    m_sounds.learn(spoken);
    readNotes();
}

void RoadmapFilterModel::readNotes()
{
    if (m_areNotesRead)
        return;
    m_areNotesRead = true;
    for (Entry& entry : m_entries)
        readNote(entry);
}

void RoadmapFilterModel::readNote(Entry& entry) const
{
    entry.note = folded(entry.source.data(RoadmapTreeModel::NoteRole).toString());
}

/// Of one row at once: with all the others, the next key would wait. Those of a whole study when
/// the next search is likely.
void RoadmapFilterModel::takeNotes(const QModelIndex& first, const QModelIndex& last)
{
    if (!m_isReady)
        return;
    const auto entry = m_entryOf.constFind(first.internalId());
    if (first.row() == last.row() && entry != m_entryOf.constEnd())
        readNote(m_entries[std::size_t(*entry)]);
    else
        m_areNotesRead = false;
}

void RoadmapFilterModel::addEntries(const QModelIndex& sourceParent, int parent)
{
    for (int row = 0; row < m_source.rowCount(sourceParent); ++row) {
        const QModelIndex source = m_source.index(row, 0, sourceParent);
        QStringList texts = source.data(RoadmapTreeModel::KeywordsRole).toStringList();
        texts.prepend(source.data(RoadmapTreeModel::NameRole).toString());
        Entry entry { .source = source, .parent = parent, .text = {}, .note = {}, .spoken = {} };
        for (const QString& text : std::as_const(texts)) {
            entry.text += folded(text);
            entry.text += u'\n';
            if (hasHan(text))
                entry.spoken.append(text);
        }
        m_entryOf.insert(source.internalId(), int(m_entries.size()));
        m_entries.push_back(std::move(entry));
        addEntries(source, int(m_entries.size()) - 1);
    }
}

void RoadmapFilterModel::setPattern(const QString& typed)
{
    const SearchWords words(typed);
    if (words == m_words)
        return;
    m_words = words;
    search();
}

bool RoadmapFilterModel::matches(const Entry& entry) const
{
    return std::ranges::all_of(m_words.words(), [this, &entry](const SearchWords::Word& word) {
        if (entry.text.contains(word.text) || entry.note.contains(word.text))
            return true;
        return !word.sound.isEmpty()
            && std::ranges::any_of(entry.spoken, [this, &word](const QString& text) {
                   const Pinyin* const sound = m_sounds.find(text);
                   return sound != nullptr && sound->find(word.sound).length > 0;
               });
    });
}

void RoadmapFilterModel::search()
{
    beginResetModel();
    m_shown.clear();
    m_roots.clear();
    m_matchCount = 0;
    if (isActive()) {
        prepare();
        m_shownOf.assign(m_entries.size(), -1);
        std::vector<bool> isWhole(m_entries.size()); // in reading order: branches come first
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const int above = m_entries[i].parent;
            const bool isMatch = matches(m_entries[i]);
            isWhole[i] = isMatch || (above >= 0 && isWhole[std::size_t(above)]);
            if (!isWhole[i])
                continue;
            show(int(i), isMatch);
            if (isMatch) {
                leadTo(int(i));
                ++m_matchCount;
            }
        }
    }
    endResetModel();
    Q_EMIT searched();
}

/// Its branches first: entries come in reading order, so rows do as well.
void RoadmapFilterModel::show(int entry, bool isMatch)
{
    if (m_shownOf[std::size_t(entry)] >= 0)
        return;
    const int above = m_entries[std::size_t(entry)].parent;
    int parent = -1;
    if (above >= 0) {
        show(above, false);
        parent = m_shownOf[std::size_t(above)];
    }
    const int number = int(m_shown.size());
    std::vector<int>& siblings = parent >= 0 ? m_shown[std::size_t(parent)].children : m_roots;
    const int row = int(siblings.size());
    siblings.push_back(number);
    m_shownOf[std::size_t(entry)] = number;
    m_shown.push_back({ .source = m_entries[std::size_t(entry)].source,
        .parent = parent,
        .row = row,
        .isMatch = isMatch,
        .leadsToMatch = false,
        .children = {} });
}

void RoadmapFilterModel::leadTo(int entry)
{
    int above = m_shown[std::size_t(m_shownOf[std::size_t(entry)])].parent;
    while (above >= 0 && !std::exchange(m_shown[std::size_t(above)].leadsToMatch, true))
        above = m_shown[std::size_t(above)].parent;
}

/// The rows of the source are no longer those that are known.
void RoadmapFilterModel::forget()
{
    m_isReady = false;
    if (isActive() && !m_soon.isActive())
        m_soon.start();
}

void RoadmapFilterModel::refresh()
{
    if (isActive())
        search();
}

void RoadmapFilterModel::tellChange(
    const QModelIndex& first, const QModelIndex& last, const QList<int>& roles)
{
    if (m_shown.empty() || !m_isReady)
        return; // a search follows
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex shown = shownOf(first.siblingAtRow(row));
        if (shown.isValid())
            Q_EMIT dataChanged(shown, shown.siblingAtColumn(columnCount() - 1), roles);
    }
}

QModelIndex RoadmapFilterModel::sourceOf(const QModelIndex& index) const
{
    const Shown* const shown = shownAt(index);
    return shown != nullptr ? QModelIndex(shown->source) : QModelIndex();
}

/// Siblings are in the order of the source's.
QModelIndex RoadmapFilterModel::shownOf(const QModelIndex& source) const
{
    if (!source.isValid())
        return {};
    const QModelIndex above = source.parent();
    int parent = -1;
    if (above.isValid()) {
        const QModelIndex shownAbove = shownOf(above);
        if (!shownAbove.isValid())
            return {};
        parent = int(shownAbove.internalId());
    }
    const std::vector<int>& siblings = childrenOf(parent);
    const auto rowOf = [this](int shown) { return m_shown[std::size_t(shown)].source.row(); };
    const auto found = std::ranges::lower_bound(siblings, source.row(), {}, rowOf);
    return found != siblings.end() && rowOf(*found) == source.row() ? indexOf(*found)
                                                                    : QModelIndex();
}

QModelIndex RoadmapFilterModel::firstMatch() const
{
    const auto found = std::ranges::find_if(m_shown, &Shown::isMatch);
    return found != m_shown.end() ? indexOf(int(found - m_shown.begin())) : QModelIndex();
}

const RoadmapFilterModel::Shown* RoadmapFilterModel::shownAt(const QModelIndex& index) const
{
    return index.isValid() ? &m_shown[index.internalId()] : nullptr;
}

const std::vector<int>& RoadmapFilterModel::childrenOf(int shown) const
{
    return shown >= 0 ? m_shown[std::size_t(shown)].children : m_roots;
}

QModelIndex RoadmapFilterModel::indexOf(int shown, int column) const
{
    return createIndex(m_shown[std::size_t(shown)].row, column, quintptr(shown));
}

QModelIndex RoadmapFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int above = parent.isValid() ? int(parent.internalId()) : -1;
    return createIndex(row, column, quintptr(childrenOf(above)[std::size_t(row)]));
}

QModelIndex RoadmapFilterModel::parent(const QModelIndex& child) const
{
    const Shown* const shown = shownAt(child);
    return shown != nullptr && shown->parent >= 0 ? indexOf(shown->parent) : QModelIndex();
}

int RoadmapFilterModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return int(childrenOf(parent.isValid() ? int(parent.internalId()) : -1).size());
}

int RoadmapFilterModel::columnCount(const QModelIndex& /*parent*/) const
{
    return m_source.columnCount();
}

QVariant RoadmapFilterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QModelIndex source = sourceOf(index);
    if (role == IsMatchRole)
        return shownAt(index)->isMatch;
    if (role == LeadsToMatchRole)
        return shownAt(index)->leadsToMatch;
    if (role != MatchRole)
        return source.siblingAtColumn(index.column()).data(role);
    const QString shown = source.data().toString();
    const Pinyin* const sound = m_sounds.find(source.data(RoadmapTreeModel::NameRole).toString());
    return QVariant::fromValue(m_words.rangesIn(shown, sound));
}

QVariant RoadmapFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

} // namespace roadloom
