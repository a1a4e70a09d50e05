// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/IssueLocations.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RuleFindings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxLocationLength = 1000;

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

template <class IsPart>
QStringList partsOf(const QString& text, IsPart isPart)
{
    QStringList parts;
    QString part;
    const auto finish = [&] {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.append(trimmed);
        part.clear();
    };
    for (const QChar character : text) {
        if (isPart(character))
            part += character;
        else
            finish();
    }
    finish();
    return parts;
}

/// The steps of a path: "Basics > Types" is two.
QStringList stepsOf(const QString& location)
{
    constexpr QStringView separators = u">/\\→›»|,;，；、\n\"“”‘’'`「」《》()（）[]";
    return partsOf(location, [=](QChar c) { return !separators.contains(c); });
}

/// What may be ids in a sentence. A colon may be part of an id or stand behind one.
QStringList wordsOf(const QString& location)
{
    const auto isAsciiPart = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u"-_.:"_s.contains(c));
    };
    QStringList words;
    for (const QString& word : partsOf(location, isAsciiPart)) {
        words.append(word);
        for (const QString& part : partsOf(word, [](QChar c) { return c != u':'; })) {
            if (part != word)
                words.append(part);
        }
        if (word.endsWith(u'.'))
            words.append(word.chopped(1));
    }
    return words;
}

} // namespace

IssueLocations::IssueLocations(const Roadmap& roadmap)
    : m_roadmapId(roadmap.id.trimmed())
    , m_title(roadmap.title.trimmed())
    , m_concepts(roadmap.id)
    , m_modules(roadmap.id)
    , m_stages(roadmap.id)
{
    for (const Stage& stage : roadmap.stages) {
        add(m_stages, stage.id, stage.name);
        for (const Module& module : stage.modules) {
            add(m_modules, module.id, module.name);
            for (const Concept& item : module.concepts)
                add(m_concepts, item.id, item.name);
        }
    }
}

void IssueLocations::add(IdLookup& lookup, const QString& id, const QString& name)
{
    lookup.add(id, name, m_ids.size());
    m_ids.append(id);
}

QString IssueLocations::idAmong(const QStringList& texts, Match match) const
{
    for (const IdLookup* lookup : { &m_concepts, &m_modules, &m_stages }) {
        for (const QString& text : texts) {
            if (const auto found = (lookup->*match)(text))
                return m_ids[*found];
        }
    }
    return {};
}

bool IssueLocations::isWhole(const QString& location) const
{
    static const std::array words { u"roadmap"_s, u"framework"_s, u"overall"_s, u"global"_s,
        u"whole roadmap"_s, u"整体"_s, u"全局"_s, u"路线图"_s, u"整个路线图"_s };
    return location.isEmpty() || location == m_roadmapId || location == m_title
        || std::ranges::find(words, location.toLower()) != words.end();
}

QString IssueLocations::idFor(const QString& location) const
{
    const QString text = location.left(maxLocationLength).trimmed();
    if (isWhole(text))
        return {};
    struct Attempt {
        QStringList texts;
        Match match;
    };
    const QStringList whole { text };
    const QStringList words = wordsOf(text);
    const QStringList steps = stepsOf(text);
    for (const Attempt& attempt : {
             Attempt { whole, &IdLookup::withId },
             Attempt { whole, &IdLookup::withIdLike },
             Attempt { words + steps, &IdLookup::withId },
             Attempt { words + steps, &IdLookup::withIdLike },
             Attempt { whole + steps, &IdLookup::named },
         }) {
        if (QString id = idAmong(attempt.texts, attempt.match); !id.isEmpty())
            return id;
    }
    return {};
}

Finding IssueLocations::toFinding(const ValidationIssue& issue) const
{
    Finding finding { .rule = u"V"_s,
        .severity = issue.severity,
        .location = idFor(issue.location),
        .issue = issue.issue,
        .suggestion = issue.suggestion };
    if (finding.location.isEmpty() && !isWhole(issue.location.trimmed())
        && hasVisibleCharacter(issue.location))
        finding.issue = Translation::tr("At “%1”: %2").arg(shortened(issue.location), issue.issue);
    return finding;
}

QList<Finding> findingsOf(const Validation& validation, const Roadmap& roadmap)
{
    const IssueLocations locations(roadmap);
    QList<Finding> findings;
    findings.reserve(validation.issues.size());
    for (const ValidationIssue& issue : validation.issues)
        findings.append(locations.toFinding(issue));
    return findings;
}

} // namespace roadloom
