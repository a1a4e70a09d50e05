// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AnswererListModel.h"

#include "ui/look/DisplayText.h"
#include "ui/settings/Settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestText = 80;

QString detailOf(const ProviderSetup& setup)
{
    if (findProblem(setup))
        return AnswererListModel::tr("not complete yet");
    if (!setup.model.isEmpty())
        return setup.model;
    const QString place = setup.baseUrl.authority();
    return titleOf(setup, userLanguage()) == place
        ? AnswererListModel::tr("the server chooses the model")
        : place;
}

QString titleInList(const ServiceSetup& setup)
{
    const QString title = titleOf(setup);
    return title.isEmpty() ? AnswererListModel::tr("A hub") : title;
}

QString detailOf(const ServiceSetup& setup)
{
    return findProblem(setup) ? AnswererListModel::tr("not complete yet")
                              : AnswererListModel::tr("hub at %1").arg(setup.url.authority());
}

} // namespace

AnswererListModel::AnswererListModel(const ProviderBook& book, QObject* parent)
    : QAbstractListModel(parent)
    , m_book(book)
    , m_rows(rowsOf(book.configured()))
{
    connect(&book, &ProviderBook::changed, this, &AnswererListModel::follow);
}

int AnswererListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AnswererListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return row.answers ? tr("%1, %2, in use").arg(row.title, row.detail)
                           : tr("%1, %2").arg(row.title, row.detail);
    case IdRole:
        return row.id;
    case DetailRole:
        return row.detail;
    case AnswersRole:
        return row.answers;
    case DraftRole:
        return row.isDraft;
    default:
        return {};
    }
}

void AnswererListModel::setDraft(const std::optional<AnySetup>& draft)
{
    m_draft = draft;
    follow();
}

QModelIndex AnswererListModel::indexOf(const QString& id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found != m_rows.cend() ? index(int(found - m_rows.cbegin())) : QModelIndex();
}

void AnswererListModel::retranslate()
{
    follow();
}

QList<AnswererListModel::Row> AnswererListModel::rowsOf(const ConfiguredProviders& inBook) const
{
    const QString answering = answeringId(inBook);
    const bool hasDraft = m_draft && !setupIn(inBook, idOf(*m_draft));
    ConfiguredProviders configured = inBook;
    if (hasDraft)
        std::visit([&configured](const auto& setup) { put(configured, setup); }, *m_draft);
    QList<Row> rows { { offlineId, tr("Built-in courses"), tr("no model, no network") } };
    for (const ProviderSetup& setup : configured.providers)
        rows.append({ setup.id, titleOf(setup, userLanguage()), detailOf(setup) });
    for (const ServiceSetup& setup : configured.services)
        rows.append({ setup.id, titleInList(setup), detailOf(setup) });
    for (Row& row : rows) {
        row.title = displayLine(row.title, longestText);
        row.detail = displayLine(row.detail, longestText);
        row.answers = row.id == answering;
        row.isDraft = hasDraft && row.id == idOf(*m_draft);
        if (row.isDraft)
            row.detail = tr("not saved yet");
    }
    return rows;
}

void AnswererListModel::follow()
{
    const QList<Row> rows = rowsOf(m_book.configured());
    const auto has = [](const QList<Row>& list, const QString& id) {
        return std::ranges::find(list, id, &Row::id) != list.cend();
    };
    for (qsizetype at = m_rows.size() - 1; at >= 0; --at) {
        if (has(rows, m_rows.at(at).id))
            continue;
        beginRemoveRows({}, int(at), int(at));
        m_rows.removeAt(at);
        endRemoveRows();
    }
    // What is left keeps its order: nothing moves, new ones come in between.
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows.at(at).id == rows.at(at).id)
            continue;
        beginInsertRows({}, int(at), int(at));
        m_rows.insert(at, rows.at(at));
        endInsertRows();
    }
    m_rows = rows;
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

} // namespace roadloom
