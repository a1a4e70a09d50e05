// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ProviderForm.h"

#include "core/http/ServerOrigin.h"
#include "ui/LinkQuestion.h"
#include "ui/look/Accents.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/KeyField.h"
#include "ui/settings/ModelField.h"
#include "ui/settings/NetworkFields.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/SetupProblems.h"
#include "ui/settings/TrialPanel.h"
#include "ui/start/FieldError.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace roadloom {

namespace {

constexpr int longestName = 200;
constexpr int longestAddress = 1000;

bool isForAnyServer(const ProviderSetup& setup)
{
    return presetOf(setup).id == QLatin1StringView("other");
}

} // namespace

ProviderForm::ProviderForm(const ModelSettings& settings, const QString& id, QWidget* parent)
    : SetupForm(parent)
    , m_settings(settings)
    , m_before(*settings.book.configured().provider(id))
    , m_keeping(settings.stores)
    , m_name(new QLineEdit(m_before.title, this))
    , m_address(new QLineEdit(m_before.baseUrl.toString(), this))
    , m_addressError(new FieldError(*m_address, this))
    , m_key(new KeyField(m_before, settings.stores, this))
    , m_model(new ModelField(m_before, settings.stores, this))
    , m_reasoning(new QComboBox(this))
    , m_patience(new PatienceFields(m_before.patience))
    , m_patienceFold(new FoldSection(m_patience, this))
    , m_network(new NetworkFields(m_before.network))
    , m_networkFold(new FoldSection(m_network, this))
    , m_style(new QComboBox)
    , m_parallel(new QSpinBox)
    , m_moreFold(new FoldSection(buildMore(), this))
    , m_trial(new TrialPanel(settings.stores, this))
    , m_remark(new TextLabel(TextLabel::Style::Small, this))
    , m_problem(new FieldError(*this, this))
{
    m_name->setMaxLength(longestName);
    m_address->setMaxLength(longestAddress);
    fillChoices();
    build();
    connectFields();
    retranslate();
    m_remark->hide();
    m_moreFold->setUnfolded(isForAnyServer(m_before));
    showProblems(m_before);
}

void ProviderForm::fillChoices()
{
    const Provider& preset = presetOf(m_before);
    m_reasoning->addItem(QString(), int(ReasoningUse::Default));
    if (!preset.reasoningOn.empty())
        m_reasoning->addItem(QString(), int(ReasoningUse::On));
    if (!preset.reasoningOff.empty())
        m_reasoning->addItem(QString(), int(ReasoningUse::Off));
    // What was set stays, even if the preset does not know how any more.
    if (m_reasoning->findData(int(m_before.reasoning)) < 0)
        m_reasoning->addItem(QString(), int(m_before.reasoning));
    m_reasoning->setCurrentIndex(m_reasoning->findData(int(m_before.reasoning)));
    for (const auto& [style, word] : apiStyleWords)
        m_style->addItem(QString(), int(style));
    m_style->setCurrentIndex(m_style->findData(int(m_before.style)));
    m_parallel->setRange(1, mostParallel);
    m_parallel->setValue(m_before.parallel);
}

QWidget* ProviderForm::buildMore()
{
    auto* const more = new QWidget(this);
    m_labels.style = new QLabel(more);
    m_labels.parallel = new QLabel(more);
    m_labels.style->setBuddy(m_style);
    m_labels.parallel->setBuddy(m_parallel);
    auto* const form = new QFormLayout(more);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(m_labels.style, m_style);
    form->addRow(m_labels.parallel, m_parallel);
    return more;
}

void ProviderForm::build()
{
    m_labels.name = new QLabel(this);
    m_labels.address = new QLabel(this);
    m_labels.reasoning = new QLabel(this);
    m_labels.name->setBuddy(m_name);
    m_labels.address->setBuddy(m_address);
    m_labels.reasoning->setBuddy(m_reasoning);

    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit / 2);
    const auto addGroup = [column](std::initializer_list<QWidget*> parts) {
        for (QWidget* const part : parts)
            column->addWidget(part);
        column->addSpacing(spacingUnit);
    };
    addGroup({ m_labels.name, m_name });
    addGroup({ m_labels.address, m_address, m_addressError });
    addGroup({ m_key });
    addGroup({ m_model });
    auto* const reasoningRow = new QHBoxLayout;
    reasoningRow->addWidget(m_labels.reasoning);
    reasoningRow->addWidget(m_reasoning);
    reasoningRow->addStretch();
    column->addLayout(reasoningRow);
    m_labels.reasoning->setVisible(m_reasoning->count() > 1);
    m_reasoning->setVisible(m_reasoning->count() > 1);
    addGroup({ m_patienceFold, m_networkFold, m_moreFold });
    addGroup({ m_remark, m_problem });
    addGroup({ m_trial });
    column->addStretch();
}

void ProviderForm::connectFields()
{
    connect(m_name, &QLineEdit::textChanged, this, &ProviderForm::takeEdit);
    connect(m_address, &QLineEdit::textChanged, this, &ProviderForm::takeEdit);
    connect(m_key, &KeyField::edited, this, &ProviderForm::takeEdit);
    connect(m_model, &ModelField::edited, this, &ProviderForm::takeEdit);
    connect(m_reasoning, &QComboBox::currentIndexChanged, this, &ProviderForm::takeEdit);
    connect(m_patience, &PatienceFields::edited, this, &ProviderForm::takeEdit);
    connect(m_network, &NetworkFields::edited, this, &ProviderForm::takeEdit);
    connect(m_style, &QComboBox::currentIndexChanged, this, &ProviderForm::takeEdit);
    connect(m_parallel, &QSpinBox::valueChanged, this, &ProviderForm::takeEdit);

    connect(m_model, &ModelField::listRequested, this,
        [this] { m_model->list(filledIn(), m_key->typedKey()); });
    connect(m_trial, &TrialPanel::startRequested, this,
        [this] { m_trial->start(filledIn(), m_key->typedKey()); });
    connect(m_trial, &TrialPanel::resized, this, [this] { Q_EMIT grew(m_trial); });
    connect(m_key, &KeyField::pageRequested, this,
        [this](const QUrl& page) { askAboutLink(page, window()); });
    connect(m_key, &KeyField::forgetRequested, this, &ProviderForm::forgetKey);
    connect(&m_keeping, &KeyKeeping::kept, this, &ProviderForm::finishSaving);
    connect(&m_keeping, &KeyKeeping::failed, this, &ProviderForm::failWithKey);
    connect(&m_keeping, &KeyKeeping::remarked, this, [this](const QString& sentence) {
        m_remark->setText(sentence);
        m_remark->show();
    });
    connect(&m_keeping, &KeyKeeping::forgotten, this, [this] {
        ProviderSetup without = kept();
        without.keyPlace = KeyPlace::None;
        write(without);
        m_key->setSetup(without);
    });
}

const ProviderSetup& ProviderForm::kept() const
{
    const ProviderSetup* const setup = m_settings.book.configured().provider(m_before.id);
    return setup != nullptr ? *setup : m_before;
}

ProviderSetup ProviderForm::filledIn() const
{
    const ProviderSetup& before = kept();
    ProviderSetup setup = before;
    setup.title = m_name->text().trimmed();
    // An address that nobody touched stays as exact as it was.
    if (m_address->text() != before.baseUrl.toString())
        setup.baseUrl = typedAddress(m_address->text());
    setup.model = m_model->model();
    setup.reasoning = ReasoningUse(m_reasoning->currentData().toInt());
    setup.patience = m_patience->patience();
    setup.network = m_network->network();
    setup.style = ApiStyle(m_style->currentData().toInt());
    setup.parallel = m_parallel->value();
    // What was found out about one model says nothing about another.
    if (setup.baseUrl != before.baseUrl || setup.model != before.model
        || setup.style != before.style)
        setup.structuredOutput.reset();
    // A key is for the server it was given for.
    if (originOf(setup.baseUrl) != originOf(before.baseUrl))
        setup.keyPlace = KeyPlace::None;
    return setup;
}

bool ProviderForm::isChanged() const
{
    return filledIn() != kept() || !m_key->typedKey().isEmpty();
}

void ProviderForm::takeEdit()
{
    const ProviderSetup setup = filledIn();
    m_key->setSetup(setup);
    showProblems(setup);
    m_problem->tell({});
    Q_EMIT edited();
}

/// True if the form can be kept as it stands.
bool ProviderForm::showProblems(const ProviderSetup& setup)
{
    const SetupProblems problems = findProblems(setup);
    if (problems.address != m_addressError->text())
        m_addressError->tell(problems.address);
    m_model->tell(problems.model);
    m_network->tell(problems.network);
    if (!problems.network.isEmpty())
        m_networkFold->setUnfolded(true);
    return problems.mayBeKept;
}

void ProviderForm::save()
{
    if (isSaving())
        return;
    m_remark->hide();
    if (!showProblems(filledIn()) || !m_key->check()) {
        Q_EMIT refused();
        return;
    }
    const ProviderSetup before = kept();
    ProviderSetup after = filledIn();
    if (const QByteArray key = m_key->typedKey(); !key.isEmpty()) {
        after.keyPlace = m_key->place();
        m_keeping.keep(before, after, key);
        return;
    }
    if (write(after)) {
        m_keeping.drop(before, after);
        Q_EMIT saved();
    } else {
        Q_EMIT refused();
    }
}

void ProviderForm::finishSaving(KeyPlace place)
{
    ProviderSetup setup = filledIn();
    setup.keyPlace = place;
    m_key->clearTyped();
    const bool isWritten = write(setup);
    m_key->setSetup(setup);
    m_key->setKept();
    if (isWritten)
        Q_EMIT saved();
    else
        Q_EMIT refused();
}

/// False if it holds for this session only; why, is shown.
bool ProviderForm::write(const ProviderSetup& setup)
{
    ConfiguredProviders configured = m_settings.book.configured();
    replace(configured, setup);
    const std::optional<Error> problem = m_settings.book.change(configured);
    m_problem->tell(problem ? problem->message : QString());
    Q_EMIT edited();
    return !problem;
}

void ProviderForm::forgetKey()
{
    m_keeping.forget(kept());
}

void ProviderForm::failWithKey(const Error& error)
{
    m_key->tell(error.message);
    Q_EMIT grew(m_key);
    Q_EMIT refused();
}

void ProviderForm::focusFirst()
{
    const SetupProblems problems = findProblems(filledIn());
    if (!problems.address.isEmpty()) {
        m_address->setFocus();
        m_address->selectAll();
    } else if (presetOf(m_before).key.needed) {
        m_key->setFocusToKey();
    }
}

void ProviderForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProviderForm::retranslate()
{
    m_labels.name->setText(tr("&Name"));
    m_name->setPlaceholderText(presetOf(m_before).name.in(userLanguage()));
    m_labels.address->setText(tr("A&ddress"));
    m_labels.reasoning->setText(tr("Reason&ing before it answers"));
    m_labels.style->setText(tr("Way of speaking"));
    m_labels.parallel->setText(tr("Answers at the same time"));
    m_patienceFold->setTitle(tr("Pa&tience"));
    m_networkFold->setTitle(tr("Net&work"));
    m_moreFold->setTitle(tr("Mor&e"));
    retranslateChoices();
    showProblems(filledIn());
}

void ProviderForm::retranslateChoices()
{
    const auto reasoningText = [](ReasoningUse use) {
        switch (use) {
        case ReasoningUse::Default:
            return tr("As the model does by itself");
        case ReasoningUse::On:
            return tr("On");
        case ReasoningUse::Off:
            return tr("Off");
        }
        return QString();
    };
    for (int i = 0; i < m_reasoning->count(); ++i)
        m_reasoning->setItemText(i, reasoningText(ReasoningUse(m_reasoning->itemData(i).toInt())));
    const auto styleText = [](ApiStyle style) {
        switch (style) {
        case ApiStyle::OpenAi:
            return tr("As OpenAI (chat completions)");
        case ApiStyle::Anthropic:
            return tr("As Anthropic (messages)");
        case ApiStyle::Gemini:
            return tr("As Google Gemini");
        case ApiStyle::Ollama:
            return tr("As Ollama");
        }
        return QString();
    };
    for (int i = 0; i < m_style->count(); ++i)
        m_style->setItemText(i, styleText(ApiStyle(m_style->itemData(i).toInt())));
}

} // namespace roadloom
