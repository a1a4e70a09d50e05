// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/FindingListModel.h"

#include "ui/look/DisplayText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestText = 500;

} // namespace

void FindingListModel::clear()
{
    m_count = 0;
    if (m_findings.isEmpty())
        return;
    beginRemoveRows({}, 0, int(m_findings.size()) - 1);
    m_findings.clear();
    endRemoveRows();
}

void FindingListModel::add(const Finding& finding)
{
    ++m_count;
    if (m_findings.size() >= mostShown)
        return;
    const auto place
        = std::ranges::upper_bound(m_findings, finding.severity, {}, &Finding::severity);
    const auto row = int(place - m_findings.begin());
    beginInsertRows({}, row, row);
    m_findings.insert(row, finding);
    endInsertRows();
}

QString FindingListModel::severityLabel(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return tr("Critical");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Suggestion:
        return tr("Suggestion");
    }
    Q_UNREACHABLE();
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
    const QString suggestion = displayLine(finding.suggestion, longestText);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString(severityLabel(finding.severity) + u": "_s + issue + u' ' + suggestion)
            .trimmed();
    case SeverityRole:
        return QVariant::fromValue(finding.severity);
    case LocationRole:
        return finding.location;
    case IssueRole:
        return issue;
    case SuggestionRole:
        return suggestion;
    default:
        return {};
    }
}

} // namespace roadloom
