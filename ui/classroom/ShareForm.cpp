// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ShareForm.h"

#include "ui/classroom/ClassWords.h"
#include "ui/look/Accents.h"
#include "ui/look/FieldError.h"
#include "ui/look/PrimaryButton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int usualPort = 8000;
constexpr int leastPort = 1024; ///< those below are for the system's own services
constexpr int mostPort = 65535;
constexpr int mostRuns = 64;

} // namespace

ShareForm::ShareForm(const QList<NetworkPlace>& places, int usualRuns, QWidget* parent)
    : QWidget(parent)
    , m_places(places)
    , m_what(new TextLabel(TextLabel::Style::Body))
    , m_placeLabel(new QLabel)
    , m_place(new QComboBox)
    , m_portLabel(new QLabel)
    , m_port(new QSpinBox)
    , m_runsLabel(new QLabel)
    , m_runs(new QSpinBox)
    , m_codeLabel(new QLabel)
    , m_shownCode(new TextLabel(TextLabel::Style::Heading))
    , m_newCode(new QPushButton)
    , m_error(new FieldError(*m_port, this))
    , m_start(new PrimaryButton)
{
    for (const NetworkPlace& place : m_places)
        m_place->addItem(place.name);
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setMinimumContentsLength(32);
    m_port->setRange(leastPort, mostPort);
    m_port->setValue(usualPort);
    m_port->setGroupSeparatorShown(false);
    m_runs->setRange(1, mostRuns);
    m_runs->setValue(usualRuns);
    m_newCode->setAutoDefault(false);
    const int width = std::max(m_port->sizeHint().width(), m_runs->sizeHint().width());
    m_port->setMinimumWidth(width);
    m_runs->setMinimumWidth(width);
    m_placeLabel->setBuddy(m_place);
    m_portLabel->setBuddy(m_port);
    m_runsLabel->setBuddy(m_runs);
    m_start->setDefault(true);

    auto* const code = new QHBoxLayout;
    code->setSpacing(2 * spacingUnit);
    code->addWidget(m_shownCode);
    code->addWidget(m_newCode);
    code->addStretch();
    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setVerticalSpacing(spacingUnit);
    form->addRow(m_placeLabel, m_place);
    form->addRow(m_portLabel, m_port);
    form->addRow(m_runsLabel, m_runs);
    form->addRow(m_codeLabel, code);
    auto* const foot = new QHBoxLayout;
    foot->setSpacing(2 * spacingUnit);
    foot->addWidget(m_start);
    foot->addWidget(m_error, 1);
    foot->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * spacingUnit);
    column->addWidget(m_what);
    column->addLayout(form);
    column->addLayout(foot);
    column->addStretch();

    connect(m_newCode, &QPushButton::clicked, this, &ShareForm::makeNewCode);
    connect(m_start, &QPushButton::clicked, this, &ShareForm::submitted);
    makeNewCode();
    retranslate();
}

HubSetup ShareForm::setup() const
{
    HubSetup setup;
    setup.address = m_places[m_place->currentIndex()].address;
    setup.port = quint16(m_port->value());
    setup.classCode = m_code;
    setup.isFound = !setup.address.isLoopback();
    setup.limits.parallel = m_runs->value();
    return setup;
}

void ShareForm::tell(const QString& error)
{
    m_error->tell(error);
}

void ShareForm::setBusy(bool isBusy)
{
    m_start->setEnabled(!isBusy);
}

void ShareForm::makeNewCode()
{
    m_code = SeatBook::newClassCode();
    m_shownCode->setText(groupedCode(m_code));
}

void ShareForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ShareForm::retranslate()
{
    m_what->setText(
        tr("The model that answers you answers the whole class. No seat needs a key: whoever has "
           "the class code joins, and runs wait for their turn."));
    m_placeLabel->setText(tr("&Network"));
    m_place->setToolTip(tr("The one that the seats are in as well."));
    m_portLabel->setText(tr("&Port"));
    m_runsLabel->setText(tr("&Runs at once"));
    m_runs->setToolTip(tr("The others wait in line. A single model on your own machine is best "
                          "left at 1."));
    m_codeLabel->setText(tr("Class code"));
    m_newCode->setText(tr("&Another code"));
    m_start->setText(tr("&Start sharing"));
}

} // namespace roadloom
