// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ProviderForm.h"

#include "core/http/ServerOrigin.h"
#include "ui/look/Accents.h"
#include "ui/look/Choices.h"
#include "ui/look/FieldError.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/FixedHint.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/KeyField.h"
#include "ui/settings/ModelField.h"
#include "ui/settings/NetworkFields.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/RunPlanFields.h"
#include "ui/settings/SetupProblems.h"
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
    : SetupForm(settings.stores, parent)
    , m_settings(settings)
    , m_before(setup)
    , m_keeping(settings.stores)
    , m_told(isNew() ? ToldParts {} : ToldParts::all())
    , m_name(new QLineEdit(m_before.title))
    , m_address(new QLineEdit(m_before.baseUrl.toString(), this))
    , m_addressError(new FieldError(*m_address, this))
    , m_key(new KeyField(m_before, settings.stores, this))
    , m_model(new ModelField(m_before, settings.stores, this))
    , m_reasoning(new QComboBox(this))
    , m_patience(new PatienceFields(m_before.patience))
    , m_patienceFold(new FoldSection(m_patience, this))
    , m_network(new NetworkFields(m_before.network))
    , m_networkFold(new FoldSection(m_network, this))
    , m_plan(new RunPlanFields(m_before))
    , m_planFold(new FoldSection(m_plan, this))
    , m_style(new QComboBox)
    , m_moreFold(new FoldSection(buildMore(), this))
    , m_remark(new TextLabel(TextLabel::Style::Small, this))
    , m_problem(new FieldError(*this, this))
{
    m_name->setMaxLength(longestName);
    m_address->setMaxLength(longestAddress);
    m_address->setPlaceholderText(presetOf(m_before).baseUrl.toString());
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
    const Policy& policy = m_settings.policy;
    const bool isAdministrators = m_before.id == administratorsId;
    form.addRow(m_labels.address,
        column({ m_address, new FixedHint(*m_address, !policy.allowsAdding()), m_addressError }));
    form.addRow(&m_key->label(), column({ m_key, new FixedHint(*m_key, !policy.mayEnterKeys) }));
    form.addRow(&m_model->label(), column({ m_model, new FixedHint(*m_model, isAdministrators) }));
    form.addRow(m_labels.reasoning, m_reasoning);
    m_reasoning->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form.setRowVisible(m_reasoning, m_reasoning->count() > 1);
    form.addRow(column({ m_planFold, m_patienceFold, m_networkFold, m_moreFold }));
    form.addRow(column({ m_remark, m_problem }));
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
        [this](const QUrl& page) { askAboutLink(page, m_settings.policy, window()); });
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

bool ProviderForm::isNew() const
{
    return m_settings.providers.configured().provider(m_before.id) == nullptr;
}

const ProviderSetup& ProviderForm::kept() const
{
    const ProviderSetup* const setup = m_settings.providers.configured().provider(m_before.id);
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

bool ProviderForm::isChanged() const
{
    return filledIn() != kept() || !m_key->typedKey().isEmpty();
}

QString ProviderForm::shownName() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? m_name->placeholderText() : typed;
}

bool ProviderForm::isComplete() const
{
    return findProblems(filledIn()).areNone();
}

void ProviderForm::takeEdit()
{
    const ProviderSetup setup = filledIn();
    m_key->setSetup(setup);
    showProblems(setup);
    m_problem->tell({});
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

/// Tells all that is missing and goes there; true: nothing is.
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

void ProviderForm::save()
{
    if (isSaving())
        return;
    m_remark->hide();
    const SetupProblems problems = findProblems(filledIn());
    const bool mayBeKept = insistOn(problems) || (problems.mayBeKept && !isNew());
    if (!mayBeKept || !m_key->check()) {
        Q_EMIT refused();
        return;
    }
    const ProviderSetup before = kept();
    ProviderSetup after = filledIn();
    if (const QByteArray key = m_key->typedKey(); !key.isEmpty()) {
        after.keyPlace = m_key->place();
        m_keeping.keep(secretOf(before), secretOf(after), key);
        return;
    }
    if (write(after)) {
        m_keeping.drop(secretOf(before), secretOf(after));
        Q_EMIT saved();
    } else {
        Q_EMIT refused();
    }
}

void ProviderForm::finishSaving(KeyPlace place)
{
    ProviderSetup setup = filledIn();
    setup.keyPlace = place;
    {
        const QSignalBlocker quiet(m_key); // it is the key that was tried, only kept now
        m_key->clearTyped();
    }
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
    ConfiguredProviders configured = m_settings.providers.configured();
    put(configured, setup);
    const std::optional<Error> problem = m_settings.providers.change(configured);
    m_problem->tell(problem ? problem->message : QString());
    Q_EMIT edited();
    return !problem;
}

void ProviderForm::forgetKey()
{
    m_keeping.forget(secretOf(kept()));
}

void ProviderForm::failWithKey(const Error& error)
{
    m_key->tell(error.message);
    reveal(m_key);
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
