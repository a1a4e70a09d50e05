// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ServiceForm.h"

#include "core/http/ServerOrigin.h"
#include "ui/look/Accents.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/FixedHint.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/NetworkFields.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/TrialPanel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestName = 200;
constexpr int longestAddress = 1000;

} // namespace

ServiceForm::ServiceForm(const Settings& settings, const ServiceSetup& setup, QWidget* parent)
    : KeptForm(settings, setup, parent)
    , m_told(isNew() ? ToldParts {} : ToldParts::all())
    , m_what(new TextLabel(TextLabel::Style::Muted, this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(initial().title, this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(initial().url.toString(), this))
    , m_addressError(new FieldError(*m_address, this))
    , m_code(new KeyField(initial(), settings.stores, this))
    , m_patience(new PatienceFields(initial().patience))
    , m_patienceFold(new FoldSection(m_patience, this))
    , m_network(new NetworkFields(initial().network))
    , m_networkFold(new FoldSection(m_network, this))
{
    m_name->setMaxLength(longestName);
    m_address->setMaxLength(longestAddress);
    follow(*m_code);
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
}

void ServiceForm::build()
{
    m_nameLabel->setBuddy(m_name);
    m_addressLabel->setBuddy(m_address);
    QFormLayout& form = rows();
    form.addRow(m_what);
    form.addRow(m_addressLabel,
        column({ m_address, new FixedHint(*m_address, !settings().policy.allowsAdding()),
            m_addressError }));
    form.addRow(&m_code->label(),
        column({ m_code, new FixedHint(*m_code, !settings().policy.mayEnterKeys) }));
    form.addRow(m_nameLabel, m_name);
    form.addRow(column({ m_patienceFold, m_networkFold, &remark(), &problem() }));
    m_name->setEnabled(initial().id != administratorsId);
    m_patience->fix(settings().policy.timeoutSeconds.has_value());
    if (!settings().policy.mayChangeSettings)
        lock();
}

ServiceSetup ServiceForm::filledIn() const
{
    const ServiceSetup before = kept();
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

QString ServiceForm::shownName() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? titleOf(filledIn()) : typed;
}

void ServiceForm::takeEdit()
{
    const ServiceSetup setup = filledIn();
    m_code->setSetup(setup);
    showProblems(setup);
    problem().tell({});
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
        trial().start(filledIn(), m_code->typedKey(), settings().client);
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
