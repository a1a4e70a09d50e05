// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ProviderForm.h"

#include "core/http/ServerOrigin.h"
#include "ui/look/Accents.h"
#include "ui/look/Choices.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/FixedHint.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/ModelField.h"
#include "ui/settings/NetworkFields.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/RunPlanFields.h"
#include "ui/settings/TrialPanel.h"
#include "ui/window/LinkQuestion.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace roadloom {

namespace {

constexpr int longestName = 200;
constexpr int longestAddress = 1000;

/// What it is called as long as nobody gives it a name.
QString nameWithoutTitle(ProviderSetup setup)
{
    setup.title.clear();
    return titleOf(setup, userLanguage());
}

bool isForAnyServer(const ProviderSetup& setup)
{
    return presetOf(setup).id == QLatin1StringView("other");
}

} // namespace

ProviderForm::ProviderForm(const Settings& settings, const ProviderSetup& setup, QWidget* parent)
    : KeptForm(settings, setup, parent)
    , m_told(isNew() ? ToldParts {} : ToldParts::all())
    , m_name(new QLineEdit(initial().title))
    , m_address(new QLineEdit(initial().baseUrl.toString(), this))
    , m_addressError(new FieldError(*m_address, this))
    , m_key(new KeyField(initial(), settings.stores, this))
    , m_model(new ModelField(initial(), settings.stores, this))
    , m_reasoning(new QComboBox(this))
    , m_patience(new PatienceFields(initial().patience))
    , m_patienceFold(new FoldSection(m_patience, this))
    , m_network(new NetworkFields(initial().network))
    , m_networkFold(new FoldSection(m_network, this))
    , m_plan(new RunPlanFields(initial()))
    , m_planFold(new FoldSection(m_plan, this))
    , m_style(new QComboBox)
    , m_moreFold(new FoldSection(buildMore(), this))
{
    m_name->setMaxLength(longestName);
    m_address->setMaxLength(longestAddress);
    m_address->setPlaceholderText(presetOf(initial()).baseUrl.toString());
    follow(*m_key);
    fillChoices();
    build();
    connectFields();
    retranslate();
    m_moreFold->setUnfolded(isForAnyServer(initial()));
    showProblems(initial());
}

void ProviderForm::fillChoices()
{
    const Provider& preset = presetOf(initial());
    m_reasoning->addItem(QString(), int(ReasoningUse::Default));
    if (!preset.reasoningOn.empty())
        m_reasoning->addItem(QString(), int(ReasoningUse::On));
    if (!preset.reasoningOff.empty())
        m_reasoning->addItem(QString(), int(ReasoningUse::Off));
    // What was set stays, even if the preset does not know how any more.
    if (m_reasoning->findData(int(initial().reasoning)) < 0)
        m_reasoning->addItem(QString(), int(initial().reasoning));
    m_reasoning->setCurrentIndex(m_reasoning->findData(int(initial().reasoning)));
    for (const auto& [style, word] : apiStyleWords)
        m_style->addItem(QString(), int(style));
    m_style->setCurrentIndex(m_style->findData(int(initial().style)));
}

QWidget* ProviderForm::buildMore()
{
    auto* const more = new QWidget(this);
    m_labels.name = new QLabel(more);
    m_labels.name->setBuddy(m_name);
    m_labels.style = new QLabel(more);
    m_labels.style->setBuddy(m_style);
    auto* const form = new QFormLayout(more);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setContentsMargins({});
    m_name->setMinimumWidth(30 * spacingUnit);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(m_labels.name, m_name);
    form->addRow(m_labels.style, m_style);
    return more;
}

void ProviderForm::build()
{
    m_labels.address = new QLabel(this);
    m_labels.reasoning = new QLabel(this);
    m_labels.address->setBuddy(m_address);
    m_labels.reasoning->setBuddy(m_reasoning);

    QFormLayout& form = rows();
    const Policy& policy = settings().policy;
    const bool isAdministrators = initial().id == administratorsId;
    form.addRow(m_labels.address,
        column({ m_address, new FixedHint(*m_address, !policy.allowsAdding()), m_addressError }));
    form.addRow(&m_key->label(), column({ m_key, new FixedHint(*m_key, !policy.mayEnterKeys) }));
    form.addRow(&m_model->label(), column({ m_model, new FixedHint(*m_model, isAdministrators) }));
    form.addRow(m_labels.reasoning, m_reasoning);
    m_reasoning->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form.setRowVisible(m_reasoning, m_reasoning->count() > 1);
    form.addRow(column({ m_planFold, m_patienceFold, m_networkFold, m_moreFold }));
    form.addRow(column({ &remark(), &problem() }));
    m_plan->obey(policy);
    m_patience->fix(policy.timeoutSeconds.has_value());
    for (QWidget* const field : { static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_style) })
        field->setEnabled(!isAdministrators);
    if (!policy.mayChangeSettings)
        lock();
}

void ProviderForm::connectFields()
{
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_told.address = true; });
    connect(m_model, &ModelField::edited, this, [this] { m_told.model = true; });
    connect(m_name, &QLineEdit::textChanged, this, &ProviderForm::takeEdit);
    connect(m_address, &QLineEdit::textChanged, this, &ProviderForm::takeEdit);
    connect(m_key, &KeyField::edited, this, &ProviderForm::takeEdit);
    connect(m_model, &ModelField::edited, this, &ProviderForm::takeEdit);
    connect(m_reasoning, &QComboBox::currentIndexChanged, this, &ProviderForm::takeEdit);
    connect(m_patience, &PatienceFields::edited, this, &ProviderForm::takeEdit);
    connect(m_network, &NetworkFields::edited, this, &ProviderForm::takeEdit);
    connect(m_style, &QComboBox::currentIndexChanged, this, &ProviderForm::takeEdit);
    connect(m_plan, &RunPlanFields::edited, this, &ProviderForm::takeEdit);

    connect(m_model, &ModelField::listRequested, this,
        [this] { m_model->list(filledIn(), m_key->typedKey()); });
    connect(m_address, &QLineEdit::textChanged, m_model, &ModelField::forgetListed);
    connect(m_style, &QComboBox::currentIndexChanged, m_model, &ModelField::forgetListed);
    // What a trial showed says nothing about another server, model or key.
    const auto forgetTrial = [this] { trial().clear(); };
    connect(m_address, &QLineEdit::textChanged, this, forgetTrial);
    connect(m_key, &KeyField::edited, this, forgetTrial);
    connect(m_model, &ModelField::edited, this, forgetTrial);
    connect(m_reasoning, &QComboBox::currentIndexChanged, this, forgetTrial);
    connect(m_network, &NetworkFields::edited, this, forgetTrial);
    connect(m_style, &QComboBox::currentIndexChanged, this, forgetTrial);
    connect(m_key, &KeyField::pageRequested, this,
        [this](const QUrl& page) { askAboutLink(page, settings().policy, window()); });
}

ProviderSetup ProviderForm::filledIn() const
{
    const ProviderSetup before = kept();
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
    m_plan->writeTo(setup);
    // What was found out about one model says nothing about another.
    if (setup.baseUrl != before.baseUrl || setup.model != before.model
        || setup.style != before.style)
        setup.structuredOutput.reset();
    // A key is for the server it was given for.
    if (originOf(setup.baseUrl) != originOf(before.baseUrl))
        setup.keyPlace = KeyPlace::None;
    return setup;
}

QString ProviderForm::shownName() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? m_name->placeholderText() : typed;
}

void ProviderForm::takeEdit()
{
    const ProviderSetup setup = filledIn();
    m_key->setSetup(setup);
    showProblems(setup);
    problem().tell({});
    Q_EMIT edited();
}

/// Tells what is wrong with the fields that the learner has worked on.
SetupProblems ProviderForm::showProblems(const ProviderSetup& setup)
{
    SetupProblems problems = findProblems(setup);
    const QString address = m_told.address ? problems.address : QString();
    if (address != m_addressError->text())
        m_addressError->tell(address);
    m_model->tell(m_told.model ? problems.model : QString());
    m_network->tell(problems.network);
    m_name->setPlaceholderText(nameWithoutTitle(setup));
    if (!problems.network.isEmpty())
        m_networkFold->setUnfolded(true);
    return problems;
}

bool ProviderForm::insistOn(const SetupProblems& problems)
{
    m_told = ToldParts::all();
    showProblems(filledIn());
    if (!problems.address.isEmpty())
        m_address->setFocus();
    else if (!problems.model.isEmpty())
        m_model->setFocusToModel();
    return problems.areNone();
}

void ProviderForm::startTrial()
{
    if (insistOn(findProblems(filledIn())))
        trial().start(filledIn(), m_key->typedKey());
}

void ProviderForm::focusFirst()
{
    const SetupProblems problems = findProblems(filledIn());
    if (!problems.address.isEmpty()) {
        m_address->setFocus();
        m_address->selectAll();
    } else if (presetOf(initial()).key.needed) {
        m_key->setFocusToKey();
    } else {
        m_model->setFocusToModel();
        m_model->list(filledIn(), m_key->typedKey(), ModelField::Asked::ByItself);
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
    m_labels.address->setText(tr("A&ddress"));
    m_address->setAccessibleName(tr("Address"));
    m_labels.reasoning->setText(tr("Reason&ing"));
    m_labels.style->setText(tr("API type"));
    m_patienceFold->setTitle(tr("&Timeouts"));
    m_networkFold->setTitle(tr("Pro&xy and certificates"));
    m_planFold->setTitle(tr("Ho&w roadmaps are made"));
    m_moreFold->setTitle(tr("Nam&e and API type"));
    retranslateChoices();
    showProblems(filledIn());
}

void ProviderForm::retranslateChoices()
{
    const auto reasoningText = [](ReasoningUse use) {
        switch (use) {
        case ReasoningUse::Default:
            return tr("Model's default");
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
            return tr("OpenAI (chat completions)");
        case ApiStyle::Anthropic:
            return tr("Anthropic (messages)");
        case ApiStyle::Gemini:
            return tr("Google Gemini");
        case ApiStyle::Ollama:
            return tr("Ollama");
        }
        return QString();
    };
    for (int i = 0; i < m_style->count(); ++i)
        m_style->setItemText(i, styleText(ApiStyle(m_style->itemData(i).toInt())));
    fitChoices(*m_reasoning, *m_labels.reasoning);
    fitChoices(*m_style, *m_labels.style);
}

} // namespace roadloom
