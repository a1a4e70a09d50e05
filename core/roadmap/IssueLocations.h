// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/IdLookup.h"
#include "core/roadmap/Validation.h"

namespace roadloom {

/// Finds the stages, modules and concepts that a validator speaks of. Models write an id, a path
/// ("stage-1 > mod-1-2"), an id within a sentence, or a name. Made once for a roadmap; keeps none
/// of it.
class IssueLocations {
public:
    explicit IssueLocations(const Roadmap& roadmap);

    /// The id meant: the text itself if it is one, else the first id inside it, else what has this
    /// name; a concept before a module before a stage. Empty: the whole roadmap, or nothing that
    /// can be told.
    [[nodiscard]] QString idFor(const QString& location) const;

    /// The issue as a finding of rule "V", so that it can be shown with those of the rules. A
    /// location that means no part of the roadmap is told within the sentence.
    [[nodiscard]] Finding toFinding(const ValidationIssue& issue) const;

private:
    using Match = std::optional<qsizetype> (IdLookup::*)(const QString&) const;

    void add(IdLookup& lookup, const QString& id, const QString& name);
    [[nodiscard]] QString idAmong(const QStringList& texts, Match match) const;
    [[nodiscard]] bool isWhole(const QString& location) const;

    QString m_roadmapId;
    QString m_title;
    QStringList m_ids;
    IdLookup m_concepts; ///< each value is an index into m_ids
    IdLookup m_modules;
    IdLookup m_stages;
};

/// All issues of a validation as findings, in their order.
[[nodiscard]] QList<Finding> findingsOf(const Validation& validation, const Roadmap& roadmap);

} // namespace roadloom
