// SPDX-License-Identifier: Apache-2.0
#include "core/offline/GoalMatcher.h"

#include "core/offline/PlanGraph.h"
#include "core/offline/UnwantedConcepts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// A subject builds on another one if it needs at least so many of its concepts.
constexpr int leastFoundation = 5;
constexpr qsizetype mostNearest = 3;

/// Two Han characters are seldom enough to be sure: 管道 are pipes of any kind.
bool isEveryday(const QString& term, bool isConcept)
{
    return isEverydayWord(term)
        || (isConcept && term.size() <= 2 && std::ranges::all_of(term, isHan));
}

/// As the learner wrote it, if it can be found there again.
QString asWritten(QStringView goal, const QString& term)
{
    const qsizetype at = goal.indexOf(term, 0, Qt::CaseInsensitive);
    return at >= 0 ? goal.mid(at, term.size()).toString() : term;
}

template <class T>
void addOnce(QList<T>& list, const T& item)
{
    if (!list.contains(item))
        list.append(item);
}

} // namespace

/// What was made of a goal before it becomes targets.
struct GoalMatcher::Reading {
    QSet<int> named; ///< subjects named outright
    QSet<int> barred; ///< subjects one of whose `not_for` the goal names
    QSet<int> meant; ///< subjects that a generic word stands for
    QSet<int> means; ///< named subjects that only say with what those are to be learnt
    QSet<int> concepts;
    QStringList fields;
    bool fullyExplained = false; ///< nothing in the goal is beyond the vocabulary

    [[nodiscard]] bool mayCount(int subject) const
    {
        return named.contains(subject) || !barred.contains(subject);
    }
};

bool GoalMatcher::Term::means(Role role) const
{
    return std::ranges::find(meanings, role, &Meaning::role) != meanings.end();
}

bool GoalMatcher::Term::means(Role role, int subject) const
{
    return std::ranges::any_of(meanings, [role, subject](const Meaning& meaning) {
        return meaning.role == role && meaning.subject == subject;
    });
}

GoalMatcher::GoalMatcher(const CurriculumLibrary& library)
    : m_library(library)
{
    for (int subject = 0; subject < library.subjects().size(); ++subject)
        addSubject(subject);
    for (int number = 0; number < library.conceptCount(); ++number) {
        const CurriculumConcept& item = library.conceptAt(number);
        const Meaning meaning {
            .role = Role::Concept, .subject = int(library.placeOf(number).subject), .number = number
        };
        addTerm(item.name.english, meaning);
        addTerm(item.name.chinese, meaning);
        for (const QString& alias : item.aliases)
            addTerm(alias, meaning);
    }
    for (qsizetype i = 0; i < m_terms.size(); ++i)
        m_termsByStart[m_terms.at(i).text.front()].append(i);
    countFoundations();
}

void GoalMatcher::addSubject(int subject)
{
    const Curriculum& curriculum = m_library.subjects().at(subject);
    for (const QString& text : curriculum.names)
        addTerm(text, { .role = Role::Name, .subject = subject });
    for (const QString& text : curriculum.words)
        addTerm(text, { .role = Role::Word, .subject = subject });
    for (const QString& text : curriculum.wordsBesideNames)
        addTerm(text, { .role = Role::WordBesideName, .subject = subject });
    for (const QString& text : curriculum.notFor)
        addTerm(text, { .role = Role::NotFor, .subject = subject });
}

void GoalMatcher::addTerm(const QString& text, Meaning meaning)
{
    const QString term = normalisedGoalText(text);
    if (term.isEmpty())
        return;
    const auto known = m_termByText.constFind(term);
    if (known != m_termByText.constEnd()) {
        addOnce(m_terms[*known].meanings, meaning); // an alias may repeat the concept's name
        return;
    }
    m_termByText.insert(term, m_terms.size());
    m_terms.append({ .text = term,
        .meanings = { meaning },
        .everyday = isEveryday(term, meaning.role == Role::Concept) });
}

void GoalMatcher::countFoundations()
{
    const auto subjectCount = m_library.subjects().size();
    QList<QList<int>> members(subjectCount);
    for (int number = 0; number < m_library.conceptCount(); ++number)
        members[m_library.placeOf(number).subject].append(number);
    for (const QList<int>& targets : std::as_const(members)) {
        QList<int> counts(subjectCount, 0);
        for (const int number : prerequisiteClosure(m_library, targets))
            ++counts[m_library.placeOf(number).subject];
        m_foundations.append(std::move(counts));
    }
}

/// Longest first, none overlapping another, then in the goal's order.
QList<GoalMatcher::Hit> GoalMatcher::hitsIn(const QString& text) const
{
    QList<Hit> candidates;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto terms = m_termsByStart.constFind(text.at(at));
        if (terms == m_termsByStart.constEnd())
            continue;
        for (const qsizetype index : *terms) {
            const Term& term = m_terms.at(index);
            if (QStringView(text).sliced(at).startsWith(term.text)
                && standsAlone(text, at, term.text.size()))
                candidates.append({ { .start = at, .length = term.text.size() }, &term });
        }
    }
    std::ranges::stable_sort(
        candidates, std::ranges::greater(), [](const Hit& hit) { return hit.span.length; });
    QBitArray covered(text.size());
    QList<Hit> hits;
    for (const Hit& hit : std::as_const(candidates)) {
        const qsizetype end = hit.span.start + hit.span.length;
        if (covered.testBit(hit.span.start) || covered.testBit(end - 1))
            continue; // shorter than what covers it: an overlap covers one of its ends
        covered.fill(true, hit.span.start, end);
        hits.append(hit);
    }
    std::ranges::sort(hits, {}, [](const Hit& hit) { return hit.span.start; });
    return hits;
}

/// Takes out of the hits what the goal says is not wanted.
GoalMatcher::Exclusion GoalMatcher::takeExclusions(
    const QString& text, QList<Hit>& hits, QStringView goal, GoalMatch& match) const
{
    Exclusion exclusion { .covered = QBitArray(text.size()), .concepts = {} };
    for (const TextSpan& span : exclusions(text))
        exclusion.covered.fill(true, span.start, span.start + span.length);
    const auto isExcluded
        = [&exclusion](const Hit& hit) { return exclusion.covered.testBit(hit.span.start); };
    QSet<int> named; // subjects that the goal wants nevertheless, if not all of them
    for (const Hit& hit : std::as_const(hits)) {
        for (const Meaning& meaning : hit.term->meanings) {
            if (meaning.role == Role::Name && !isExcluded(hit))
                named.insert(meaning.subject);
        }
    }
    for (const Hit& hit : std::as_const(hits)) {
        if (!isExcluded(hit))
            continue;
        addOnce(match.excluded, asWritten(goal, hit.term->text));
        for (const Meaning& meaning : hit.term->meanings)
            exclusion.concepts.unite(excludedBy(hit.term->text, meaning, named));
    }
    hits.removeIf(isExcluded);
    return exclusion;
}

/// With what builds on it. A name or word of a subject excludes what is about it; where nothing is,
/// or the rest is not asked for by another name, the whole subject. The few concepts of that which
/// a subject only leans on do not take that subject with them: the back end is taught without the
/// front end, but not without a form.
QSet<int> GoalMatcher::excludedBy(
    const QString& term, const Meaning& meaning, const QSet<int>& named) const
{
    switch (meaning.role) {
    case Role::Concept:
        return withAllThatNeeds(m_library, { meaning.number });
    case Role::NotFor:
    case Role::WordBesideName:
        return {};
    case Role::Name:
    case Role::Word:
        break;
    }
    const QSet<int> about = conceptsAbout(m_library, meaning.subject, term);
    if (named.contains(meaning.subject) || !about.isEmpty())
        return withAllThatNeeds(m_library, about);
    QSet<int> excluded = withAllThatNeeds(m_library, conceptsOf(m_library, meaning.subject));
    excluded.removeIf([this, &meaning](int number) {
        const auto subject = m_library.placeOf(number).subject;
        return subject != meaning.subject
            && m_foundations.at(subject).at(meaning.subject) < leastFoundation;
    });
    return excluded;
}

/// Takes X of "from X to Y" out, unless both belong to one subject. Y may be unknown: then the goal
/// is certainly not X.
QList<GoalMatcher::Hit> GoalMatcher::withoutStartingPoint(
    const QString& text, QList<Hit> hits, QStringView goal, GoalMatch& match) const
{
    const TextSpan span = startingPoint(text);
    const auto isInside = [&span](const Hit& hit) { return span.holds(hit.span.start); };
    QSet<int> before;
    QSet<int> after;
    for (const Hit& hit : std::as_const(hits)) {
        for (const Meaning& meaning : hit.term->meanings) {
            if (meaning.role != Role::NotFor)
                (isInside(hit) ? before : after).insert(meaning.subject);
            else if (!isInside(hit))
                after.insert(-1); // a technology that is not covered is a destination too
        }
    }
    QBitArray covered(text.size());
    covered.fill(true, span.start, span.start + span.length);
    const bool isElsewhere = !after.isEmpty() || !unexplainedText(text, covered).isEmpty();
    if (!isElsewhere || before.intersects(after))
        return hits;
    for (const Hit& hit : std::as_const(hits)) {
        if (isInside(hit))
            addOnce(match.background, asWritten(goal, hit.term->text));
    }
    hits.removeIf(isInside);
    return hits;
}

/// A word of everyday life right behind the name of another subject or technology is that one's:
/// "JavaScript variables" does not ask for Python's.
bool GoalMatcher::borrowsForeignName(
    const QString& text, const QList<Hit>& hits, qsizetype at, int subject) const
{
    if (at == 0)
        return false;
    const Hit& owner = hits.at(at - 1);
    const qsizetype end = owner.span.start + owner.span.length;
    const QStringView between = QStringView(text).sliced(end, hits.at(at).span.start - end);
    const bool foreign = (owner.term->means(Role::Name) || owner.term->means(Role::NotFor))
        && !owner.term->means(Role::Name, subject);
    return foreign && between.trimmed().isEmpty();
}

void GoalMatcher::readConcepts(const QString& text, const QList<Hit>& hits, Reading& reading) const
{
    QSet<int> evident = reading.named; // subjects in which a word of everyday life is a term
    for (const Hit& hit : hits) {
        for (const Meaning& meaning : hit.term->meanings) {
            if (meaning.role == Role::Word
                || (meaning.role == Role::Concept && !hit.term->everyday))
                evident.insert(meaning.subject);
        }
    }
    QHash<int, int> everyday;
    for (const Hit& hit : hits) {
        for (const Meaning& meaning : hit.term->meanings) {
            if (meaning.role == Role::Concept && hit.term->everyday)
                ++everyday[meaning.subject];
        }
    }
    for (qsizetype at = 0; at < hits.size(); ++at) {
        const Term& term = *hits.at(at).term;
        if (term.means(Role::Name))
            continue;
        const bool ownSubjectNamed
            = std::ranges::any_of(term.meanings, [&](const Meaning& meaning) {
                  return meaning.role == Role::Concept && reading.named.contains(meaning.subject);
              });
        for (const Meaning& meaning : term.meanings) {
            if (meaning.role != Role::Concept || !reading.mayCount(meaning.subject)
                || (ownSubjectNamed && !reading.named.contains(meaning.subject)))
                continue;
            const bool certain = !term.everyday || reading.fullyExplained
                || evident.contains(meaning.subject) || everyday.value(meaning.subject) > 1;
            if (certain && !(term.everyday && borrowsForeignName(text, hits, at, meaning.subject)))
                reading.concepts.insert(meaning.number);
        }
    }
}

bool GoalMatcher::buildsOnNamed(int subject, const Reading& reading) const
{
    return std::ranges::any_of(reading.named, [this, subject](int named) {
        return m_foundations.at(subject).at(named) >= leastFoundation;
    });
}

/// The generic words that add something: neither said more precisely already nor narrowed by
/// another one ("frontend web development").
QList<GoalMatcher::Field> GoalMatcher::fieldsIn(
    const QList<Hit>& hits, const Reading& reading) const
{
    QSet<int> precise = reading.named;
    for (const int number : std::as_const(reading.concepts))
        precise.insert(int(m_library.placeOf(number).subject));
    QList<Field> fields;
    for (qsizetype at = 0; at < hits.size(); ++at) {
        const Term& term = *hits.at(at).term;
        if (term.means(Role::Name) || (term.everyday && !reading.fullyExplained))
            continue;
        Field field { .hit = at, .subjects = {} };
        for (const Meaning& meaning : term.meanings) {
            const bool counts = meaning.role == Role::Word
                || (meaning.role == Role::WordBesideName
                    && (reading.named.contains(meaning.subject)
                        || buildsOnNamed(meaning.subject, reading)));
            if (counts && !reading.barred.contains(meaning.subject))
                field.subjects.insert(meaning.subject);
        }
        if (!field.subjects.isEmpty() && !field.subjects.intersects(precise))
            fields.append(std::move(field));
    }
    const QList<Field> all = fields;
    fields.removeIf([&all](const Field& field) {
        return std::ranges::any_of(all, [&field](const Field& other) {
            return other.subjects.size() < field.subjects.size()
                && field.subjects.contains(other.subjects);
        });
    });
    return fields;
}

/// Whether a generic word stands right behind one name, as in "SQL programming". In "Python SQL
/// 前端" blanks divide a list.
bool GoalMatcher::continuesName(const QString& text, const QList<Hit>& hits, qsizetype at) const
{
    const auto touch = [&](qsizetype left) {
        const TextSpan& span = hits.at(left).span;
        const qsizetype end = span.start + span.length;
        return QStringView(text)
            .sliced(end, hits.at(left + 1).span.start - end)
            .trimmed()
            .isEmpty();
    };
    return at > 0 && hits.at(at - 1).term->means(Role::Name) && touch(at - 1)
        && !(at > 1 && touch(at - 2));
}

/// Whether the name stands behind a generic word like a means: "web pages in Python", but not
/// "interested in Python".
bool GoalMatcher::isInWhich(const QString& text, const QList<Hit>& hits, qsizetype at)
{
    if (at == 0)
        return false;
    const Hit& field = hits.at(at - 1);
    const qsizetype end = field.span.start + field.span.length;
    const QStringView between = QStringView(text).sliced(end, hits.at(at).span.start - end);
    return between.trimmed() == u"in"
        && (field.term->means(Role::Word) || field.term->means(Role::WordBesideName));
}

/// The subjects that are named as a means to the field and not as an end: "with Python", "in
/// Python", and the name right before a word that needs one, "Python 网页".
QSet<int> GoalMatcher::meansIn(
    const QString& text, const QList<Hit>& hits, const Field& field) const
{
    const bool isContinued = hits.at(field.hit).term->means(Role::WordBesideName)
        && continuesName(text, hits, field.hit);
    QSet<int> means;
    QSet<int> ends;
    for (qsizetype at = 0; at < hits.size(); ++at) {
        const Hit& hit = hits.at(at);
        const bool isMeans = isNamedAsMeans(text, hit.span.start) || isInWhich(text, hits, at)
            || (isContinued && at + 1 == field.hit);
        for (const Meaning& meaning : hit.term->meanings) {
            if (meaning.role == Role::Name)
                (isMeans ? means : ends).insert(meaning.subject);
        }
    }
    return means.subtract(ends);
}

/// Generic words: all subjects they stand for. Where a subject is named as well, only those that
/// build on it, if there are any: "web development with Python".
void GoalMatcher::readFields(const QString& text, const QList<Hit>& hits, Reading& reading) const
{
    for (const Field& field : fieldsIn(hits, reading)) {
        QSet<int> building;
        for (const int subject : field.subjects) {
            if (buildsOnNamed(subject, reading))
                building.insert(subject);
        }
        if (building.isEmpty() && continuesName(text, hits, field.hit))
            continue;
        if (!building.isEmpty())
            reading.means.unite(meansIn(text, hits, field));
        reading.meant.unite(building.isEmpty() ? field.subjects : building);
        addOnce(reading.fields, hits.at(field.hit).term->text);
    }
}

/// `covered` are the characters that are understood without the hits.
GoalMatcher::Reading GoalMatcher::read(
    const QString& text, const QList<Hit>& hits, QBitArray covered) const
{
    Reading reading;
    for (const Hit& hit : hits)
        covered.fill(true, hit.span.start, hit.span.start + hit.span.length);
    reading.fullyExplained = unexplainedText(text, covered).isEmpty();
    for (const Hit& hit : hits) {
        for (const Meaning& meaning : hit.term->meanings) {
            if (meaning.role == Role::Name && (!hit.term->everyday || reading.fullyExplained))
                reading.named.insert(meaning.subject);
            if (meaning.role == Role::NotFor)
                reading.barred.insert(meaning.subject);
        }
    }
    readConcepts(text, hits, reading);
    readFields(text, hits, reading);
    return reading;
}

GoalMatch GoalMatcher::match(QStringView goal) const
{
    const QString text = normalisedGoalText(goal);
    GoalMatch match;
    QList<Hit> allHits = hitsIn(text);
    const Exclusion exclusion = takeExclusions(text, allHits, goal, match);
    const QList<Hit> hits = withoutStartingPoint(text, std::move(allHits), goal, match);
    const Reading reading = read(text, hits, exclusion.covered);

    QSet<int> narrowed;
    for (const int number : std::as_const(reading.concepts))
        narrowed.insert(int(m_library.placeOf(number).subject));
    match.concepts = reading.concepts.values();
    std::ranges::sort(match.concepts);
    match.unwanted = exclusion.concepts.values();
    std::ranges::sort(match.unwanted);
    for (int subject = 0; subject < m_library.subjects().size(); ++subject) {
        const bool whole = reading.meant.contains(subject)
            || (reading.named.contains(subject) && !narrowed.contains(subject)
                && !reading.means.contains(subject));
        if (!whole || exclusion.concepts.contains(conceptsOf(m_library, subject)))
            continue;
        match.subjects.append(subject);
        if (reading.meant.contains(subject))
            match.meant.append(subject);
    }
    for (int number = 0; number < m_library.conceptCount(); ++number) {
        const bool isOfSubject = match.subjects.contains(int(m_library.placeOf(number).subject));
        if (reading.concepts.contains(number)
            || (isOfSubject && !exclusion.concepts.contains(number)))
            match.targets.append(number);
    }
    for (const QString& field : reading.fields)
        match.fields.append(asWritten(goal, field));
    for (const Hit& hit : hits) {
        if (std::ranges::all_of(hit.term->meanings,
                [](const Meaning& meaning) { return meaning.role == Role::NotFor; }))
            addOnce(match.notCovered, asWritten(goal, hit.term->text));
    }
    if (match.targets.isEmpty())
        match.nearest = nearestSubjects(text, hits);
    return match;
}

/// Partial evidence counts: a generic word or a concept that was no match after all, a technology
/// of the same kind, words shared with the subject's own texts.
QList<int> GoalMatcher::nearestSubjects(const QString& text, const QList<Hit>& hits) const
{
    constexpr int termEvidence = 4;
    constexpr int kinEvidence = 3;
    QList<int> scores(m_library.subjects().size(), 0);
    for (const Hit& hit : hits) {
        for (const Meaning& meaning : hit.term->meanings)
            scores[meaning.subject]
                += meaning.role == Role::NotFor || meaning.role == Role::WordBesideName
                ? kinEvidence
                : termEvidence;
    }
    const QStringList words = roughWords(text);
    for (int subject = 0; subject < scores.size(); ++subject) {
        const Curriculum& curriculum = m_library.subjects().at(subject);
        QStringList own = curriculum.names + curriculum.words + curriculum.technologies;
        own << curriculum.name.english << curriculum.name.chinese << curriculum.description.english
            << curriculum.description.chinese;
        const QString ownText = normalisedGoalText(own.join(u'\n'));
        for (const QString& word : words) {
            if (mentions(ownText, word))
                ++scores[subject];
        }
    }
    QList<int> nearest;
    for (int subject = 0; subject < scores.size(); ++subject) {
        if (scores.at(subject) > 0)
            nearest.append(subject);
    }
    std::ranges::stable_sort(
        nearest, std::ranges::greater(), [&scores](int subject) { return scores.at(subject); });
    nearest.resize(std::min(nearest.size(), mostNearest));
    return nearest;
}

} // namespace roadloom
