// SPDX-License-Identifier: Apache-2.0
#include "core/offline/UnwantedConcepts.h"

#include "core/offline/GoalText.h"

namespace roadloom {

QSet<int> conceptsAbout(const CurriculumLibrary& library, int subject, const QString& term)
{
    QSet<int> about;
    for (const int number : conceptsOf(library, subject)) {
        const CurriculumConcept& item = library.conceptAt(number);
        const CurriculumTopic& topic = library.topicOf(number);
        QStringList texts = item.keywords.english + item.keywords.chinese;
        texts << item.name.english << item.name.chinese << topic.name.english << topic.name.chinese;
        if (mentions(normalisedGoalText(texts.join(u'\n')), term))
            about.insert(number);
    }
    return about;
}

QSet<int> conceptsOf(const CurriculumLibrary& library, int subject)
{
    QSet<int> numbers;
    for (int number = 0; number < library.conceptCount(); ++number) {
        if (library.placeOf(number).subject == subject)
            numbers.insert(number);
    }
    return numbers;
}

QSet<int> withAllThatNeeds(const CurriculumLibrary& library, QSet<int> concepts)
{
    QList<QList<int>> dependents(library.conceptCount());
    for (int number = 0; number < library.conceptCount(); ++number) {
        for (const int needed : library.prerequisitesOf(number))
            dependents[needed].append(number);
    }
    QList<int> open = concepts.values();
    while (!open.isEmpty()) {
        for (const int dependent : dependents.at(open.takeLast())) {
            if (!concepts.contains(dependent)) {
                concepts.insert(dependent);
                open.append(dependent);
            }
        }
    }
    return concepts;
}

} // namespace roadloom
