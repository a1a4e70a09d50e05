// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/offline/CurriculumLibrary.h"
#include "core/offline/GoalText.h"

#include <QSet>

namespace roadloom {

/// What a goal asks of a library.
struct GoalMatch {
    QList<int> subjects; ///< wished for as a whole; positions in the library, ascending
    QList<int> concepts; ///< asked for by their own names; numbers in the library, ascending
    /// The concepts of both without those that are not wanted, ascending; empty: the library has
    /// nothing.
    QList<int> targets;
    QList<int> meant; ///< those of `subjects` that a generic word stands for
    QStringList fields; ///< generic words of the goal that were understood, as written
    QStringList notCovered; ///< technologies the goal names that no curriculum teaches, as written
    QStringList excluded; ///< what the goal says is not wanted, as written
    QList<int> unwanted; ///< the concepts that this rules out unless asked for by name, ascending
    QStringList background; ///< X of "from X to Y", as written: not a target
    QList<int> nearest; ///< without targets: subjects with some partial evidence, best first

    bool operator==(const GoalMatch&) const = default;
};

/// Reads goals with the words that the curricula bring along: `names`, `words`,
/// `words_beside_names`, `not_for`, and the names and aliases of concepts. No understanding is
/// claimed beyond them:
/// - The longest term wins and covers its stretch of the goal ("python web" hides "python").
/// - A concept named together with its subject narrows the subject to that concept.
/// - A subject named as a means ("web development with Python") is no target of its own.
/// - Generic words and concepts do not count in a subject whose `not_for` the goal names, unless
///   the goal names the subject itself ("Java 多线程" is no wish for Python's threads).
/// - Some generic words count in a subject only beside its name or that of what it builds on: "web
///   pages" are the back end's beside Python, else the front end's alone.
/// - What the goal excludes ("without X", "不想学 X") and what builds on that is no target.
/// - Words that mean something else in everyday life ("cookies", 管道) count only where the rest of
///   the goal is understood too.
class GoalMatcher {
public:
    /// The library must outlive the matcher.
    explicit GoalMatcher(const CurriculumLibrary& library);

    [[nodiscard]] GoalMatch match(QStringView goal) const;

private:
    enum class Role { Name, Word, WordBesideName, NotFor, Concept };
    struct Meaning {
        Role role = Role::Name;
        int subject = 0;
        int number = -1; ///< of the concept

        bool operator==(const Meaning&) const = default;
    };
    struct Term {
        QString text;
        QList<Meaning> meanings;
        bool everyday = false;

        [[nodiscard]] bool means(Role role) const;
        [[nodiscard]] bool means(Role role, int subject) const;
    };
    struct Hit {
        TextSpan span;
        const Term* term = nullptr;
    };
    struct Reading;
    /// What is not wanted.
    struct Exclusion {
        QBitArray covered; ///< characters of the goal that say so
        QSet<int> concepts; ///< with all that builds on them
    };
    /// A generic word and the subjects it can stand for.
    struct Field {
        qsizetype hit = 0;
        QSet<int> subjects;
    };

    void addTerm(const QString& text, Meaning meaning);
    void addSubject(int subject);
    void countFoundations();

    [[nodiscard]] QList<Hit> hitsIn(const QString& text) const;
    [[nodiscard]] Exclusion takeExclusions(
        const QString& text, QList<Hit>& hits, QStringView goal, GoalMatch& match) const;
    [[nodiscard]] QSet<int> excludedBy(
        const QString& term, const Meaning& meaning, const QSet<int>& named) const;
    [[nodiscard]] QList<Hit> withoutStartingPoint(
        const QString& text, QList<Hit> hits, QStringView goal, GoalMatch& match) const;
    [[nodiscard]] Reading read(
        const QString& text, const QList<Hit>& hits, QBitArray covered) const;
    void readConcepts(const QString& text, const QList<Hit>& hits, Reading& reading) const;
    void readFields(const QString& text, const QList<Hit>& hits, Reading& reading) const;
    [[nodiscard]] bool buildsOnNamed(int subject, const Reading& reading) const;
    [[nodiscard]] static bool isInWhich(const QString& text, const QList<Hit>& hits, qsizetype at);
    [[nodiscard]] QSet<int> meansIn(
        const QString& text, const QList<Hit>& hits, const Field& field) const;
    [[nodiscard]] QList<Field> fieldsIn(const QList<Hit>& hits, const Reading& reading) const;
    [[nodiscard]] bool continuesName(
        const QString& text, const QList<Hit>& hits, qsizetype at) const;
    [[nodiscard]] bool borrowsForeignName(
        const QString& text, const QList<Hit>& hits, qsizetype at, int subject) const;
    [[nodiscard]] QList<int> nearestSubjects(const QString& text, const QList<Hit>& hits) const;

    const CurriculumLibrary& m_library;
    QList<Term> m_terms;
    QHash<QString, qsizetype> m_termByText;
    QHash<QChar, QList<qsizetype>> m_termsByStart;
    /// [subject][other]: how many concepts of the other subject its closure holds.
    QList<QList<int>> m_foundations;
};

} // namespace roadloom
