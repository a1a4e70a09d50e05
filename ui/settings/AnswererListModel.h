// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/ProviderBook.h"
#include "ui/settings/ConfiguredEdits.h"

#include <QAbstractListModel>

namespace roadloom {

/// Who can answer: the built-in courses first, then providers and services as configured. Follows
/// the book by insertions and removals, so that what is selected stays selected. One more may
/// be shown that is not in the book yet: a draft.
class AnswererListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        DetailRole, ///< QString: model, place, or what is missing
        AnswersRole, ///< bool: this is who answers unless asked otherwise
        DraftRole, ///< bool: not in the book yet
    };

    /// The book must outlive it.
    explicit AnswererListModel(const ProviderBook& book, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// None: every row is the book's.
    void setDraft(const std::optional<AnySetup>& draft);
    /// Invalid if there is none of that id.
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    /// Words of ours are in another language now.
    void retranslate();

private:
    struct Row {
        QString id;
        QString title;
        QString detail;
        bool answers = false;
        bool isDraft = false;
    };

    [[nodiscard]] QList<Row> rowsOf(const ConfiguredProviders& inBook) const;
    void follow();

    const ProviderBook& m_book;
    std::optional<AnySetup> m_draft;
    QList<Row> m_rows;
};

} // namespace roadloom
