// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ServiceForm.h"

#include "core/http/ServerOrigin.h"
#include "ui/look/Accents.h"
#include "ui/look/FieldError.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/FixedHint.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/KeyField.h"
#include "ui/settings/NetworkFields.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/TrialPanel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestName = 200;
constexpr int longestAddress = 1000;

} // namespace

ServiceForm::ServiceForm(const Settings& settings, const ServiceSetup& setup, QWidget* parent)
    : SetupForm(settings.stores, parent)
    , m_settings(settings)
    , m_before(setup)
    , m_told(isNew() ? ToldParts {} : ToldParts::all())
    , m_keeping(settings.stores)
    , m_what(new TextLabel(TextLabel::Style::Muted, this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(m_before.title, this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(m_before.url.toString(), this))
    , m_addressError(new FieldError(*m_address, this))
    , m_code(new KeyField(m_before, settings.stores, this))
    , m_patience(new PatienceFields(m_before.patience))
    , m_patienceFold(new FoldSection(m_patience, this))
    , m_network(new NetworkFields(m_before.network))
    , m_networkFold(new FoldSection(m_network, this))
    , m_remark(new TextLabel(TextLabel::Style::Small, this))
    , m_problem(new FieldError(*this, this))
{
    m_name->setMaxLength(longestName);
    m_address->setMaxLength(longestAddress);
    m_remark->hide();
    build();
    connectFields();
    retranslate();
}

void ServiceForm::connectFields()
{
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_told.address = true; });
    connect(m_address, &QLineEdit::textChanged, this, [this] { trial().clear(); });
    connect(m_code, &KeyField::edited, this, [this] { trial().clear(); });
    connect(m_network, &NetworkFields::edited, this, [this] { trial().clear(); });
    connect(m_name, &QLineEdit::textChanged, this, &ServiceForm::takeEdit);
    connect(m_address, &QLineEdit::textChanged, this, &ServiceForm::takeEdit);
    connect(m_code, &KeyField::edited, this, &ServiceForm::takeEdit);
    connect(m_patience, &PatienceFields::edited, this, &ServiceForm::takeEdit);
    connect(m_network, &NetworkFields::edited, this, &ServiceForm::takeEdit);
    connect(
        m_code, &KeyField::forgetRequested, this, [this] { m_keeping.forget(secretOf(kept())); });
    connect(&m_keeping, &KeyKeeping::kept, this, &ServiceForm::finishSaving);
    connect(&m_keeping, &KeyKeeping::failed, this, &ServiceForm::failWithCode);
    connect(&m_keeping, &KeyKeeping::forgotten, this, &ServiceForm::noteForgotten);
    connect(&m_keeping, &KeyKeeping::remarked, this, [this](const QString& sentence) {
        m_remark->setText(sentence);
        m_remark->show();
    });
}

void ServiceForm::build()
{
    m_nameLabel->setBuddy(m_name);
    m_addressLabel->setBuddy(m_address);
    QFormLayout& form = rows();
    form.addRow(m_what);
    form.addRow(m_addressLabel,
        column({ m_address, new FixedHint(*m_address, !m_settings.policy.allowsAdding()),
            m_addressError }));
    form.addRow(&m_code->label(),
        column({ m_code, new FixedHint(*m_code, !m_settings.policy.mayEnterKeys) }));
    form.addRow(m_nameLabel, m_name);
    form.addRow(column({ m_patienceFold, m_networkFold, m_remark, m_problem }));
    m_name->setEnabled(m_before.id != administratorsId);
    m_patience->fix(m_settings.policy.timeoutSeconds.has_value());
    if (!m_settings.policy.mayChangeSettings)
        lock();
}

bool ServiceForm::isNew() const
{
    return m_settings.providers.configured().service(m_before.id) == nullptr;
}

const ServiceSetup& ServiceForm::kept() const
{
    const ServiceSetup* const setup = m_settings.providers.configured().service(m_before.id);
    return setup != nullptr ? *setup : m_before;
}

ServiceSetup ServiceForm::filledIn() const
{
    const ServiceSetup& before = kept();
    ServiceSetup setup = before;
    setup.title = m_name->text().trimmed();
    if (m_address->text() != before.url.toString())
        setup.url = typedAddress(m_address->text());
    setup.patience = m_patience->patience();
    setup.network = m_network->network();
    // A code is for the hub it was given for.
    if (originOf(setup.url) != originOf(before.url))
        setup.keyPlace = KeyPlace::None;
    return setup;
}

bool ServiceForm::isChanged() const
{
    return filledIn() != kept() || !m_code->typedKey().isEmpty();
}

QString ServiceForm::shownName() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? titleOf(filledIn()) : typed;
}

bool ServiceForm::isComplete() const
{
    return findProblems(filledIn()).areNone();
}

void ServiceForm::takeEdit()
{
    const ServiceSetup setup = filledIn();
    m_code->setSetup(setup);
    showProblems(setup);
    m_problem->tell({});
    Q_EMIT edited();
}

/// Tells what is wrong with the fields that the learner has worked on.
void ServiceForm::showProblems(const ServiceSetup& setup)
{
    const SetupProblems problems = findProblems(setup);
    const QString address = m_told.address ? problems.address : QString();
    if (address != m_addressError->text())
        m_addressError->tell(address);
    m_network->tell(problems.network);
    if (!problems.network.isEmpty())
        m_networkFold->setUnfolded(true);
}

/// Tells all that is missing and goes there; true: nothing is.
bool ServiceForm::insistOn(const SetupProblems& problems)
{
    m_told = ToldParts::all();
    showProblems(filledIn());
    if (!problems.address.isEmpty())
        m_address->setFocus();
    return problems.areNone();
}

void ServiceForm::startTrial()
{
    if (insistOn(findProblems(filledIn())))
        trial().start(filledIn(), m_code->typedKey(), m_settings.client);
}

void ServiceForm::save()
{
    if (isSaving())
        return;
    m_remark->hide();
    const ServiceSetup before = kept();
    ServiceSetup after = filledIn();
    const SetupProblems problems = findProblems(after);
    const bool mayBeKept = insistOn(problems) || (problems.mayBeKept && !isNew());
    if (!mayBeKept || !m_code->check()) {
        Q_EMIT refused();
        return;
    }
    if (const QByteArray code = m_code->typedKey(); !code.isEmpty()) {
        after.keyPlace = m_code->place();
        m_keeping.keep(secretOf(before), secretOf(after), code);
        return;
    }
    if (write(after)) {
        m_keeping.drop(secretOf(before), secretOf(after));
        Q_EMIT saved();
    } else {
        Q_EMIT refused();
    }
}

void ServiceForm::finishSaving(KeyPlace place)
{
    ServiceSetup setup = filledIn();
    setup.keyPlace = place;
    {
        const QSignalBlocker quiet(m_code); // it is only kept now
        m_code->clearTyped();
    }
    const bool isWritten = write(setup);
    m_code->setSetup(setup);
    m_code->setKept();
    if (isWritten)
        Q_EMIT saved();
    else
        Q_EMIT refused();
}

void ServiceForm::noteForgotten()
{
    ServiceSetup without = kept();
    without.keyPlace = KeyPlace::None;
    write(without);
    m_code->setSetup(without);
}

void ServiceForm::failWithCode(const Error& error)
{
    m_code->tell(error.message);
    reveal(m_code);
    Q_EMIT refused();
}

/// False if it holds for this session only; why, is shown.
bool ServiceForm::write(const ServiceSetup& setup)
{
    ConfiguredProviders configured = m_settings.providers.configured();
    put(configured, setup);
    const std::optional<Error> problem = m_settings.providers.change(configured);
    m_problem->tell(problem ? problem->message : QString());
    Q_EMIT edited();
    return !problem;
}

void ServiceForm::focusFirst()
{
    m_address->setFocus();
}

void ServiceForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServiceForm::retranslate()
{
    m_what->setText(tr("A hub is a Roadloom on another machine that designs roadmaps for others. "
                       "Ask the person who runs it for its address."));
    m_addressLabel->setText(tr("A&ddress"));
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"https://hub.example.org"_s);
    m_nameLabel->setText(tr("&Name"));
    m_name->setPlaceholderText(tr("Optional"));
    m_patienceFold->setTitle(tr("&Timeouts"));
    m_networkFold->setTitle(tr("Pro&xy and certificates"));
    showProblems(filledIn());
}

} // namespace roadloom
