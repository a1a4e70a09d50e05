// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ModelListing.h"
#include "core/storage/KeySearch.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace roadloom {

class FieldError;
class TextLabel;

/// Which model: typed, or chosen among the preset's suggestions and those that the server has.
class ModelField : public QWidget {
    Q_OBJECT
public:
    /// The stores must outlive it.
    ModelField(const ProviderSetup& setup, const SecretStores& stores, QWidget* parent = nullptr);

    /// To stand beside it.
    [[nodiscard]] QLabel& label() { return *m_label; }
    [[nodiscard]] QString model() const;
    /// Who asks decides how a failure is shown: to somebody who did not ask it is only a hint.
    enum class Asked { ByLearner, ByItself };
    /// Asks the server, as the form stands. A key that was typed is used where none is found.
    void list(
        const ProviderSetup& setup, const QByteArray& typedKey, Asked asked = Asked::ByLearner);
    /// What a server was asked for says nothing about another one.
    void forgetListed();
    void setFocusToModel();
    /// What is wrong; empty: nothing is.
    void tell(const QString& problem);

Q_SIGNALS:
    void edited();
    void listRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void ask(const ModelEndpoint& endpoint);
    void offer(const QStringList& models);
    void fill(const QStringList& models, const QString& chosen);
    void fail(const Error& error);
    void endListing();
    void retranslate();

    SecretStores m_stores;
    QStringList m_suggestions;
    bool m_isNeeded; ///< the server does not choose one
    Asked m_asked = Asked::ByLearner;
    QLabel* m_label;
    QComboBox* m_model;
    QPushButton* m_list;
    TextLabel* m_state;
    FieldError* m_error;
    QObject* m_listing = nullptr; ///< a child, while the server is asked
};

} // namespace roadloom
