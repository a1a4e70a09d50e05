// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapRules.h"

#include <QAbstractListModel>

namespace roadloom {

/// What rules and reviewers found about a roadmap, the worst first, each group as it came. All
/// texts are untrusted: DisplayRole is plain text, cut where it is too long.
class FindingListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        SeverityRole = Qt::UserRole + 1, ///< Severity
        LocationRole, ///< QString: id of the node; empty: the whole roadmap
        IssueRole, ///< QString, one line
        SuggestionRole, ///< QString, one line; may be empty
    };

    /// More are counted only.
    static constexpr qsizetype mostShown = 300;

    using QAbstractListModel::QAbstractListModel;

    void clear();
    void add(const Finding& finding);
    /// All that there are, shown or not.
    [[nodiscard]] qsizetype count() const { return m_count; }

    /// Translated, for people: "Critical".
    [[nodiscard]] static QString severityLabel(Severity severity);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<Finding> m_findings;
    qsizetype m_count = 0;
};

} // namespace roadloom
