// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ServiceForm.h"

#include "ui/look/Accents.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/NetworkFields.h"
#include "ui/settings/PatienceFields.h"
#include "ui/settings/SetupProblems.h"
#include "ui/start/FieldError.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestName = 200;
constexpr int longestAddress = 1000;

} // namespace

ServiceForm::ServiceForm(const ModelSettings& settings, const QString& id, QWidget* parent)
    : SetupForm(parent)
    , m_settings(settings)
    , m_before(*settings.book.configured().service(id))
    , m_what(new TextLabel(TextLabel::Style::Muted, this))
    , m_nameLabel(new QLabel(this))
    , m_name(new QLineEdit(m_before.title, this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(m_before.url.toString(), this))
    , m_addressError(new FieldError(*m_address, this))
    , m_patience(new PatienceFields(m_before.patience))
    , m_patienceFold(new FoldSection(m_patience, this))
    , m_network(new NetworkFields(m_before.network))
    , m_networkFold(new FoldSection(m_network, this))
    , m_problem(new FieldError(*this, this))
{
    m_name->setMaxLength(longestName);
    m_address->setMaxLength(longestAddress);
    build();
    connect(m_name, &QLineEdit::textChanged, this, &ServiceForm::takeEdit);
    connect(m_address, &QLineEdit::textChanged, this, &ServiceForm::takeEdit);
    connect(m_patience, &PatienceFields::edited, this, &ServiceForm::takeEdit);
    connect(m_network, &NetworkFields::edited, this, &ServiceForm::takeEdit);
    retranslate();
}

void ServiceForm::build()
{
    m_nameLabel->setBuddy(m_name);
    m_addressLabel->setBuddy(m_address);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit / 2);
    const auto addGroup = [column](std::initializer_list<QWidget*> parts) {
        for (QWidget* const part : parts)
            column->addWidget(part);
        column->addSpacing(spacingUnit);
    };
    addGroup({ m_what });
    addGroup({ m_addressLabel, m_address, m_addressError });
    addGroup({ m_nameLabel, m_name });
    addGroup({ m_patienceFold, m_networkFold });
    addGroup({ m_problem });
    column->addStretch();
}

const ServiceSetup& ServiceForm::kept() const
{
    const ServiceSetup* const setup = m_settings.book.configured().service(m_before.id);
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
    return setup;
}

bool ServiceForm::isChanged() const
{
    return filledIn() != kept();
}

void ServiceForm::takeEdit()
{
    showProblems(filledIn());
    m_problem->tell({});
    Q_EMIT edited();
}

bool ServiceForm::showProblems(const ServiceSetup& setup)
{
    const SetupProblems problems = findProblems(setup);
    if (problems.address != m_addressError->text())
        m_addressError->tell(problems.address);
    m_network->tell(problems.network);
    if (!problems.network.isEmpty())
        m_networkFold->setUnfolded(true);
    return problems.mayBeKept;
}

void ServiceForm::save()
{
    const ServiceSetup setup = filledIn();
    if (!showProblems(setup)) {
        Q_EMIT refused();
        return;
    }
    ConfiguredProviders configured = m_settings.book.configured();
    replace(configured, setup);
    const std::optional<Error> problem = m_settings.book.change(configured);
    m_problem->tell(problem ? problem->message : QString());
    Q_EMIT edited();
    if (problem)
        Q_EMIT refused();
    else
        Q_EMIT saved();
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
                       "Whoever runs it can tell its address."));
    m_addressLabel->setText(tr("A&ddress"));
    m_address->setPlaceholderText(u"https://hub.example.org"_s);
    m_nameLabel->setText(tr("&Name"));
    m_name->setPlaceholderText(tr("Shown in lists, if you like"));
    m_patienceFold->setTitle(tr("Pa&tience"));
    m_networkFold->setTitle(tr("Net&work"));
    showProblems(filledIn());
}

} // namespace roadloom
