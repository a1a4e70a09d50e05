// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/FindingListModel.h"

#include "ui/look/DisplayText.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestText = 500;

} // namespace

FindingListModel::FindingListModel(NameOf nameOf, QObject* parent)
    : QAbstractListModel(parent)
    , m_nameOf(std::move(nameOf))
{
}

void FindingListModel::setOver(bool isOver)
{
    if (isOver == m_isOver)
        return;
    Q_EMIT layoutAboutToBeChanged(); // rows say less, or more
    m_isOver = isOver;
    Q_EMIT layoutChanged();
}

/// A reviewer's may be worth a learner's while; the rules speak to whoever designs.
QString FindingListModel::suggestionOf(const Finding& finding) const
{
    const bool isOfReviewer = finding.rule == u"V"_s; // see IssueLocations::toFinding()
    return m_isOver && !isOfReviewer ? QString() : displayLine(finding.suggestion, longestText);
}

void FindingListModel::clear()
{
    m_counts.clear();
    if (m_findings.isEmpty())
        return;
    beginRemoveRows({}, 0, int(m_findings.size()) - 1);
    m_findings.clear();
    endRemoveRows();
}

void FindingListModel::add(const Finding& finding)
{
    ++m_counts[finding.rule][finding.severity];
    if (m_findings.size() >= mostShown) {
        if (finding.severity >= m_findings.constLast().severity)
            return;
        drop(m_findings.size() - 1);
    }
    const auto place
        = std::ranges::upper_bound(m_findings, finding.severity, {}, &Finding::severity);
    const auto row = int(place - m_findings.begin());
    beginInsertRows({}, row, row);
    m_findings.insert(row, finding);
    endInsertRows();
}

void FindingListModel::removeRule(const QString& rule)
{
    m_counts.remove(rule);
    for (qsizetype row = m_findings.size() - 1; row >= 0; --row) {
        if (m_findings[row].rule == rule)
            drop(row);
    }
}

void FindingListModel::drop(qsizetype row)
{
    beginRemoveRows({}, int(row), int(row));
    m_findings.removeAt(row);
    endRemoveRows();
}

qsizetype FindingListModel::count() const
{
    return count(Severity::Critical) + count(Severity::Warning) + count(Severity::Suggestion);
}

qsizetype FindingListModel::count(Severity severity) const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qsizetype(0),
        [severity](qsizetype sum, const auto& ofRule) { return sum + ofRule.value(severity); });
}

QString FindingListModel::placeOf(const Finding& finding) const
{
    if (finding.location.isEmpty())
        return tr("Whole roadmap");
    const QString name = m_nameOf(finding.location);
    return displayLine(name.isEmpty() ? finding.location : name);
}

QString FindingListModel::labelOf(Severity severity)
{
    return severity == Severity::Critical ? tr("Critical") : tr("Remark");
}

int FindingListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

QVariant FindingListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding& finding = m_findings[index.row()];
    const QString issue = displayLine(finding.issue, longestText);
    const QString suggestion = suggestionOf(finding);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        //: %1 is how grave it is, %2 where in the roadmap, %3 what is wrong and what to do.
        return tr("%1, %2: %3")
            .arg(labelOf(finding.severity), placeOf(finding),
                QString(issue + u' ' + suggestion).trimmed());
    case SeverityRole:
        return QVariant::fromValue(finding.severity);
    case LocationRole:
        return finding.location;
    case PlaceRole:
        return placeOf(finding);
    case IssueRole:
        return issue;
    case SuggestionRole:
        return suggestion;
    case LabelRole:
        return labelOf(finding.severity);
    default:
        return {};
    }
}

} // namespace roadloom
