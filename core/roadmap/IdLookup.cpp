// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/IdLookup.h"

#include "core/base/PlainText.h"

namespace roadloom {

namespace {

constexpr qsizetype several = -1;

QString foldedLine(const QString& text)
{
    return plainLine(text).toCaseFolded();
}

} // namespace

IdLookup::IdLookup(const QString& roadmapId)
{
    if (const QString folded = foldedLine(roadmapId); !folded.isEmpty())
        m_prefix = folded + u':';
}

void IdLookup::add(const QString& id, const QString& name, qsizetype value)
{
    if (!m_byId.contains(id))
        m_byId.insert(id, value);
    addTo(m_byIdKey, idKey(id), value);
    addTo(m_byName, foldedLine(name), value);
}

void IdLookup::addTo(Index& index, const QString& key, qsizetype value)
{
    if (key.isEmpty())
        return;
    if (const auto known = index.find(key); known != index.end())
        *known = several;
    else
        index.insert(key, value);
}

std::optional<qsizetype> IdLookup::only(const Index& index, const QString& key)
{
    const auto found = index.constFind(key);
    if (found == index.constEnd() || *found == several)
        return std::nullopt;
    return *found;
}

std::optional<qsizetype> IdLookup::withId(const QString& id) const
{
    return only(m_byId, id);
}

std::optional<qsizetype> IdLookup::withIdLike(const QString& text) const
{
    return only(m_byIdKey, idKey(text));
}

std::optional<qsizetype> IdLookup::named(const QString& text) const
{
    return only(m_byName, foldedLine(text));
}

QString IdLookup::idKey(const QString& id) const
{
    const QString folded = foldedLine(id);
    const bool isPrefixed = !m_prefix.isEmpty() && folded.startsWith(m_prefix);
    return isPrefixed ? folded.mid(m_prefix.size()).trimmed() : folded;
}

} // namespace roadloom
