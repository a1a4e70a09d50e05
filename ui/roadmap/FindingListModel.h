// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapRules.h"

#include <QAbstractListModel>
#include <QHash>

#include <functional>

namespace roadloom {

/// What rules and reviewers found about a roadmap, the worst first, each group as it came. All
/// texts are untrusted: DisplayRole is plain text, cut where it is too long, and says all that a
/// row shows.
class FindingListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        SeverityRole = Qt::UserRole + 1, ///< Severity
        LocationRole, ///< QString: id of the node; empty: the whole roadmap
        PlaceRole, ///< QString, one line: where the node is, for people; "Whole roadmap"
        IssueRole, ///< QString, one line
        SuggestionRole, ///< QString, one line; may be empty
        LabelRole, ///< QString: how grave it is, as labelOf() says
    };

    using NameOf = std::function<QString(const QString& id)>;

    /// More are counted only: first those that matter least.
    static constexpr qsizetype mostShown = 300;

    /// `nameOf` says, for people, which node has an id; empty if there is none.
    explicit FindingListModel(NameOf nameOf, QObject* parent = nullptr);

    /// Nobody mends any more: what the rules would have an agent do is left out.
    void setOver(bool isOver);

    void clear();
    void add(const Finding& finding);
    /// Takes away what was found by this rule, shown or not.
    void removeRule(const QString& rule);
    /// All that there are, shown or not.
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] qsizetype count(Severity severity) const;

    /// Translated, for people: "Critical", and "Remark" for all that a roadmap can live with.
    [[nodiscard]] static QString labelOf(Severity severity);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void drop(qsizetype row);
    [[nodiscard]] QString placeOf(const Finding& finding) const;
    [[nodiscard]] QString suggestionOf(const Finding& finding) const;

    NameOf m_nameOf;
    bool m_isOver = false;
    QList<Finding> m_findings; ///< that are shown
    QHash<QString, QHash<Severity, qsizetype>> m_counts; ///< of all, by the rule
};

} // namespace roadloom
