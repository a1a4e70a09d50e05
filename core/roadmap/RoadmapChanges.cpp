// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapChanges.h"

#include "core/roadmap/ReadingOrder.h"
#include "core/roadmap/RoadmapWords.h"

#include <QCoreApplication>
#include <QDebug>
#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using Kind = RoadmapChange::Kind;

class Translation {
    Q_DECLARE_TR_FUNCTIONS(roadloom::RoadmapChange)
};

/// A version of a roadmap, its concepts to be found by id and by name. Of several with the same the
/// first counts.
class Version {
public:
    explicit Version(const Roadmap& roadmap)
        : m_order(roadmap)
    {
        m_byId.reserve(m_order.concepts.size());
        for (qsizetype i = 0; i < m_order.concepts.size(); ++i) {
            if (!m_byId.contains(at(i).id))
                m_byId.insert(at(i).id, i);
            if (!m_byName.contains(at(i).name))
                m_byName.insert(at(i).name, i);
        }
    }

    [[nodiscard]] qsizetype count() const { return m_order.concepts.size(); }
    [[nodiscard]] const Concept& at(qsizetype index) const { return *m_order.concepts[index]; }
    [[nodiscard]] const Module& moduleOf(qsizetype index) const
    {
        return *m_order.modules[m_order.concepts[index].parent];
    }
    [[nodiscard]] qsizetype withId(const QString& id) const { return m_byId.value(id, -1); }
    [[nodiscard]] qsizetype withName(const QString& name) const { return m_byName.value(name, -1); }

    /// Whatever has that id may be missing: then it is called as the roadmap calls it.
    [[nodiscard]] QString nameOf(const QString& id) const
    {
        const qsizetype index = withId(id);
        return index >= 0 && !at(index).name.trimmed().isEmpty() ? at(index).name : id;
    }

private:
    ReadingOrder m_order;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byName;
};

/// Which concept of one version is which of the other.
class Pairs {
public:
    Pairs(const Version& before, const Version& after)
        : m_afterOf(before.count(), -1)
        , m_beforeOf(after.count(), -1)
    {
        for (qsizetype i = 0; i < after.count(); ++i)
            pair(before.withId(after.at(i).id), i);
        for (qsizetype i = 0; i < after.count(); ++i) {
            const qsizetype namesake = before.withName(after.at(i).name);
            const bool isNew = before.withId(after.at(i).id) < 0;
            if (isNew && namesake >= 0 && after.withId(before.at(namesake).id) < 0)
                pair(namesake, i);
        }
    }

    [[nodiscard]] qsizetype beforeOf(qsizetype after) const { return m_beforeOf[after]; }
    [[nodiscard]] qsizetype afterOf(qsizetype before) const { return m_afterOf[before]; }

private:
    void pair(qsizetype before, qsizetype after)
    {
        if (before < 0 || m_afterOf[before] >= 0 || m_beforeOf[after] >= 0)
            return;
        m_afterOf[before] = after;
        m_beforeOf[after] = before;
    }

    QList<qsizetype> m_afterOf;
    QList<qsizetype> m_beforeOf;
};

class Comparison {
public:
    Comparison(const Roadmap& before, const Roadmap& after)
        : m_before(before)
        , m_after(after)
        , m_pairs(m_before, m_after)
    {
    }

    [[nodiscard]] QList<RoadmapChange> changes()
    {
        for (qsizetype i = 0; i < m_after.count(); ++i) {
            const qsizetype was = m_pairs.beforeOf(i);
            if (was >= 0)
                compare(was, i);
            else
                add(Kind::Added, i,
                    { .place = m_after.moduleOf(i).name, .hours = m_after.at(i).estimatedHours });
        }
        for (qsizetype i = 0; i < m_before.count(); ++i) {
            if (m_pairs.afterOf(i) < 0)
                m_changes.append(
                    { .kind = Kind::Removed, .conceptId = {}, .name = m_before.at(i).name });
        }
        return m_changes;
    }

private:
    /// What a kind of change has to tell beside its concept.
    struct Details {
        QString nameBefore {};
        QString place {};
        double hours = 0.0;
        double hoursBefore = 0.0;
        QStringList prerequisites {};
    };

    void compare(qsizetype was, qsizetype is)
    {
        const Concept& before = m_before.at(was);
        const Concept& after = m_after.at(is);
        if (before.name != after.name)
            add(Kind::Renamed, is, { .nameBefore = before.name });
        if (isElsewhere(was, is))
            add(Kind::Moved, is, { .place = m_after.moduleOf(is).name });
        constexpr double least = 0.005; // less than what is shown of them
        if (std::abs(before.estimatedHours - after.estimatedHours) >= least)
            add(Kind::HoursChanged, is,
                { .hours = after.estimatedHours, .hoursBefore = before.estimatedHours });
        comparePrerequisites(before, after, is);
        if (before.description != after.description)
            add(Kind::Reworded, is, {});
    }

    /// A module that was only renamed has another name, but the same id; one that was designed anew
    /// the other way round.
    [[nodiscard]] bool isElsewhere(qsizetype was, qsizetype is) const
    {
        const Module& before = m_before.moduleOf(was);
        const Module& after = m_after.moduleOf(is);
        return before.id != after.id && before.name != after.name;
    }

    void comparePrerequisites(const Concept& before, const Concept& after, qsizetype is)
    {
        QStringList came;
        for (const QString& id : after.prerequisites) {
            const qsizetype now = m_after.withId(id);
            const qsizetype then = now >= 0 ? m_pairs.beforeOf(now) : -1;
            const QString idThen = then >= 0 ? m_before.at(then).id : id;
            if (!before.prerequisites.contains(idThen))
                came.append(m_after.nameOf(id));
        }
        QStringList went;
        for (const QString& id : before.prerequisites) {
            const qsizetype then = m_before.withId(id);
            const qsizetype now = then >= 0 ? m_pairs.afterOf(then) : -1;
            const QString idNow = now >= 0 ? m_after.at(now).id : id;
            if (!after.prerequisites.contains(idNow))
                went.append(m_before.nameOf(id));
        }
        if (!came.isEmpty())
            add(Kind::PrerequisitesAdded, is, { .prerequisites = came });
        if (!went.isEmpty())
            add(Kind::PrerequisitesDropped, is, { .prerequisites = went });
    }

    void add(Kind kind, qsizetype is, const Details& details)
    {
        m_changes.append({ .kind = kind,
            .conceptId = m_after.at(is).id,
            .name = m_after.at(is).name,
            .nameBefore = details.nameBefore,
            .place = details.place,
            .hours = details.hours,
            .hoursBefore = details.hoursBefore,
            .prerequisites = details.prerequisites });
    }

    Version m_before;
    Version m_after;
    Pairs m_pairs;
    QList<RoadmapChange> m_changes;
};

} // namespace

QList<RoadmapChange> changesBetween(const Roadmap& before, const Roadmap& after)
{
    return Comparison(before, after).changes();
}

QString changeText(const RoadmapChange& change)
{
    const QString name = change.name.trimmed().isEmpty() ? change.conceptId : change.name;
    const QString prerequisites
        = change.prerequisites.join(Translation::tr(", ", "between the names of concepts"));
    switch (change.kind) {
    case Kind::Added:
        //: %1 is a concept, %2 its hours, such as "2 h", %3 the module that it is in.
        return Translation::tr("New: %1, %2, in “%3”")
            .arg(name, hoursText(change.hours), change.place);
    case Kind::Removed:
        return Translation::tr("Removed: %1").arg(name);
    case Kind::Renamed:
        //: %1 is what a concept is called now, %2 what it was called.
        return Translation::tr("Renamed: %1 (before: %2)").arg(name, change.nameBefore);
    case Kind::Moved:
        //: %1 is a concept, %2 a module.
        return Translation::tr("Moved: %1, to “%2”").arg(name, change.place);
    case Kind::HoursChanged:
        //: %1 is a concept, %2 and %3 are hours such as "2 h".
        return Translation::tr("Hours: %1, %2 instead of %3")
            .arg(name, hoursText(change.hours), hoursText(change.hoursBefore));
    case Kind::PrerequisitesAdded:
        //: %1 is a concept, %2 those that are to be learnt before it.
        return Translation::tr("To be learnt before %1: now also %2").arg(name, prerequisites);
    case Kind::PrerequisitesDropped:
        //: %1 is a concept, %2 those that are not to be learnt before it any more.
        return Translation::tr("To be learnt before %1: no longer %2").arg(name, prerequisites);
    case Kind::Reworded:
        return Translation::tr("Described anew: %1").arg(name);
    }
    Q_UNREACHABLE();
}

QDebug operator<<(QDebug debug, const RoadmapChange& change)
{
    const QDebugStateSaver saver(debug);
    return debug.noquote().nospace() << changeText(change) << " [" << change.conceptId << ']';
}

} // namespace roadloom
