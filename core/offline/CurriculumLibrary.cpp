// SPDX-License-Identifier: Apache-2.0
#include "core/offline/CurriculumLibrary.h"

#include "core/offline/CurriculumReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(CurriculumLibrary)
};

constexpr qsizetype maxListedProblems = 50;

QStringList builtInFiles()
{
    const QDir shelf(u":/curricula"_s);
    QStringList paths;
    for (const QString& name : shelf.entryList({ u"*.json"_s }, QDir::Files, QDir::Name))
        paths.append(shelf.filePath(name));
    return paths;
}

Error unusable(QStringList problems)
{
    const qsizetype count = problems.size();
    if (count > maxListedProblems) {
        problems.resize(maxListedProblems);
        problems.append(u"and %1 more"_s.arg(count - maxListedProblems));
    }
    return { ErrorKind::InvalidInput,
        Translation::tr("The curricula do not fit together: %1").arg(problems.join("; "_L1)),
        problems.join(u'\n') };
}

} // namespace

Result<CurriculumLibrary> CurriculumLibrary::builtIn()
{
    QList<Curriculum> subjects;
    for (const QString& path : builtInFiles()) {
        Result<Curriculum> subject = readCurriculumFile(path);
        if (!subject.ok())
            return subject.error();
        subjects.append(std::move(subject).value());
    }
    return fromSubjects(std::move(subjects));
}

QList<BilingualText> CurriculumLibrary::builtInNames()
{
    QList<BilingualText> names;
    for (const QString& path : builtInFiles())
        names.append(readCurriculumName(path));
    return names;
}

Result<CurriculumLibrary> CurriculumLibrary::fromSubjects(QList<Curriculum> subjects)
{
    CurriculumLibrary library;
    library.m_subjects = std::move(subjects);
    QStringList problems = library.index();
    problems += library.resolvePrerequisites();
    if (problems.isEmpty())
        problems = library.findCycle();
    if (!problems.isEmpty())
        return unusable(std::move(problems));
    return library;
}

QStringList CurriculumLibrary::index()
{
    QStringList problems;
    QSet<QString> groupIds;
    const auto claim = [&](const QString& id) {
        if (groupIds.contains(id))
            problems.append(Translation::tr("%1 stands there more than once").arg(id));
        groupIds.insert(id);
    };
    for (qsizetype s = 0; s < m_subjects.size(); ++s) {
        const Curriculum& subject = m_subjects.at(s);
        claim(subject.id);
        for (qsizetype t = 0; t < subject.topics.size(); ++t) {
            const CurriculumTopic& topic = subject.topics.at(t);
            claim(topic.id);
            for (qsizetype c = 0; c < topic.concepts.size(); ++c) {
                const QString& id = topic.concepts.at(c).id;
                if (m_numbers.contains(id))
                    problems.append(Translation::tr("%1 stands there more than once").arg(id));
                m_numbers.insert(id, int(m_places.size()));
                m_places.append({ .subject = s, .topic = t, .position = c });
            }
        }
    }
    return problems;
}

QStringList CurriculumLibrary::resolvePrerequisites()
{
    QStringList problems;
    m_prerequisites.resize(m_places.size());
    for (int number = 0; number < conceptCount(); ++number) {
        const CurriculumConcept& item = conceptAt(number);
        for (const QString& id : item.prerequisites) {
            const int prerequisite = numberOf(id);
            if (prerequisite < 0)
                problems.append(Translation::tr("%1 needs %2, which is nowhere").arg(item.id, id));
            else if (!m_prerequisites.at(number).contains(prerequisite))
                m_prerequisites[number].append(prerequisite);
        }
    }
    return problems;
}

/// Peels off concepts whose prerequisites are all gone; what remains lies on a cycle or behind one.
QStringList CurriculumLibrary::findCycle() const
{
    QList<int> open(conceptCount());
    QList<QList<int>> dependents(conceptCount());
    QList<int> ready;
    for (int number = 0; number < conceptCount(); ++number) {
        open[number] = int(m_prerequisites.at(number).size());
        for (const int prerequisite : m_prerequisites.at(number))
            dependents[prerequisite].append(number);
        if (open.at(number) == 0)
            ready.append(number);
    }
    while (!ready.isEmpty()) {
        for (const int dependent : std::as_const(dependents[ready.takeLast()])) {
            if (--open[dependent] == 0)
                ready.append(dependent);
        }
    }
    const auto stuck
        = std::ranges::find_if(std::as_const(open), [](int count) { return count > 0; });
    if (stuck == open.cend())
        return {};
    // Walking from stuck to stuck prerequisite must come back to a concept already seen.
    QList<int> path;
    for (int at = int(stuck - open.cbegin()); !path.contains(at);) {
        path.append(at);
        at = *std::ranges::find_if(
            m_prerequisites.at(at), [&open](int number) { return open.at(number) > 0; });
        if (const qsizetype start = path.indexOf(at); start >= 0) {
            path = path.mid(start);
            path.append(at);
            break;
        }
    }
    QStringList ids;
    for (const int number : std::as_const(path))
        ids.append(conceptAt(number).id);
    return { Translation::tr("these need each other in a circle: %1").arg(ids.join(u" → "_s)) };
}

const Curriculum* CurriculumLibrary::subject(QStringView id) const
{
    const auto found = std::ranges::find_if(
        m_subjects, [id](const Curriculum& subject) { return subject.id == id; });
    return found != m_subjects.cend() ? &*found : nullptr;
}

const CurriculumConcept* CurriculumLibrary::conceptById(const QString& id) const
{
    const int number = numberOf(id);
    return number >= 0 ? &conceptAt(number) : nullptr;
}

const CurriculumConcept& CurriculumLibrary::conceptAt(int number) const
{
    return topicOf(number).concepts.at(m_places.at(number).position);
}

const CurriculumTopic& CurriculumLibrary::topicOf(int number) const
{
    const Place& place = m_places.at(number);
    return m_subjects.at(place.subject).topics.at(place.topic);
}

} // namespace roadloom
