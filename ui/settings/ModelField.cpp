// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ModelField.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FieldError.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/EndpointSearch.h"
#include "ui/settings/SetupProblems.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestName = 500;
constexpr qsizetype mostModels = 1000; // some hubs have thousands; nobody scrolls through them

/// A name that would look like another one, or cannot be kept, is not offered.
bool isPlainName(const QString& name)
{
    return !name.isEmpty() && name.size() <= longestName && displayLine(name, longestName) == name;
}

/// Editable before anything else is made: Shift+Tab loses its way where another widget comes
/// between the box and its line (seen with Qt 6.4.2).
QComboBox* editableBox(QWidget* parent)
{
    auto* const box = new QComboBox(parent);
    box->setEditable(true);
    return box;
}

} // namespace

ModelField::ModelField(const ProviderSetup& setup, const SecretStores& stores, QWidget* parent)
    : QWidget(parent)
    , m_stores(stores)
    , m_suggestions(presetOf(setup).models)
    , m_isNeeded(needsModel(setup))
    , m_label(new QLabel(this))
    , m_model(editableBox(this))
    , m_list(new QPushButton(this))
    , m_state(new TextLabel(TextLabel::Style::Small, this))
    , m_error(new FieldError(*m_model, this))
{
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(12);
    m_model->addItems(m_suggestions);
    m_model->setEditText(setup.model);
    m_model->lineEdit()->setMaxLength(longestName);
    m_list->setAutoDefault(false);
    m_label->setBuddy(m_model);
    build();
    connect(m_model, &QComboBox::editTextChanged, this, &ModelField::edited);
    connect(m_list, &QPushButton::clicked, this, &ModelField::listRequested);
    retranslate();
}

void ModelField::build()
{
    auto* const row = new QHBoxLayout;
    row->addWidget(m_model, 1);
    row->addWidget(m_list);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_error);
    m_state->hide();
}

QString ModelField::model() const
{
    return m_model->currentText().trimmed();
}

void ModelField::setFocusToModel()
{
    m_model->setFocus();
}

void ModelField::list(const ProviderSetup& setup, const QByteArray& typedKey, Asked asked)
{
    endListing();
    m_asked = asked;
    m_error->tell({});
    m_state->setText(tr("Asking the server for its models…"));
    m_state->show();
    ProviderSetup probe = setup;
    if (probe.model.isEmpty())
        probe.model = u"any"_s; // it does not matter here, but a setup without one is not complete
    auto* const search = new EndpointSearch(probe, m_stores, typedKey, this);
    m_listing = search;
    connect(search, &EndpointSearch::found, this, &ModelField::ask);
    connect(search, &EndpointSearch::failed, this, &ModelField::fail);
}

void ModelField::ask(const ModelEndpoint& endpoint)
{
    endListing();
    auto* const listing = new ModelListing(endpoint, this);
    m_listing = listing;
    connect(listing, &ModelListing::listed, this, &ModelField::offer);
    connect(listing, &ModelListing::failed, this, &ModelField::fail);
}

void ModelField::offer(const QStringList& models)
{
    endListing();
    const QString chosen = m_model->currentText();
    QStringList offered;
    for (const QString& name : models.first(std::min(mostModels, models.size()))) {
        if (isPlainName(name))
            offered.append(name);
    }
    m_state->setText(offered.isEmpty()
            ? tr("The server has no model yet.")
            : tr("%n model(s) to choose from", nullptr, int(offered.size())));
    const bool isFirstChoice = chosen.isEmpty() && !offered.isEmpty();
    fill(
        offered.isEmpty() ? m_suggestions : offered, isFirstChoice ? offered.constFirst() : chosen);
    if (isFirstChoice)
        Q_EMIT edited();
}

void ModelField::fill(const QStringList& models, const QString& chosen)
{
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    m_model->addItems(models);
    m_model->setEditText(chosen);
}

void ModelField::forgetListed()
{
    if (m_state->isHidden())
        return;
    endListing();
    m_state->clear();
    m_state->hide();
    fill(m_suggestions, m_model->currentText());
}

void ModelField::fail(const Error& error)
{
    endListing();
    const QString why = displayExcerpt(error.message, 1000);
    m_state->setText(why);
    m_state->setVisible(m_asked == Asked::ByItself);
    m_error->tell(m_asked == Asked::ByLearner ? why : QString());
}

/// It may be one of its own signals that brought us here.
void ModelField::endListing()
{
    if (m_listing == nullptr)
        return;
    m_listing->disconnect(this);
    m_listing->deleteLater();
    m_listing = nullptr;
}

void ModelField::tell(const QString& problem)
{
    if (problem != m_error->text())
        m_error->tell(problem);
}

void ModelField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ModelField::retranslate()
{
    m_label->setText(tr("&Model"));
    m_model->setAccessibleName(tr("Model"));
    m_model->lineEdit()->setPlaceholderText(
        m_isNeeded ? tr("Choose a model") : tr("The server chooses"));
    m_list->setText(tr("&List models"));
}

} // namespace roadloom
