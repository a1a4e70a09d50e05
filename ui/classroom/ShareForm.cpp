// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ShareForm.h"

#include "ui/classroom/ClassWords.h"
#include "ui/look/Accents.h"
#include "ui/look/FieldError.h"
#include "ui/look/PrimaryButton.h"
#include "ui/settings/FoldSection.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace roadloom {

namespace {

constexpr int leastPort = 1024; ///< those below are for the system's own services
constexpr int mostPort = 65535;
constexpr int mostRuns = 64;
constexpr int longestName = 60; ///< characters, of a class
constexpr int mostRunsAnHour = 1000;
constexpr int mostTokensADay = 1'000'000'000;
constexpr int tokensOfStep = 50'000; ///< about a roadmap's

} // namespace

ShareForm::ShareForm(const QList<NetworkPlace>& places, const Usual& usual, QWidget* parent)
    : QWidget(parent)
    , m_places(places)
    , m_what(new TextLabel(TextLabel::Style::Body))
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit)
    , m_placeLabel(new QLabel)
    , m_place(new QComboBox)
    , m_portLabel(new QLabel)
    , m_port(new QSpinBox)
    , m_runsLabel(new QLabel)
    , m_runs(new QSpinBox)
    , m_encrypts(new QCheckBox)
    , m_hourlyLabel(new QLabel)
    , m_hourly(new QSpinBox)
    , m_dailyLabel(new QLabel)
    , m_daily(new QSpinBox)
    , m_codeLabel(new QLabel)
    , m_shownCode(new TextLabel(TextLabel::Style::Heading))
    , m_newCode(new QPushButton)
    , m_error(new FieldError(*m_port, this))
    , m_start(new PrimaryButton)
    , m_cancel(new QPushButton)
{
    fill(usual);
    m_more = makeMore();
    m_newCode->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_nameLabel->setBuddy(m_name);
    m_name->setMaxLength(longestName);
    m_name->setMinimumWidth(m_place->sizeHint().width());
    m_placeLabel->setBuddy(m_place);
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
    form->addRow(m_nameLabel, m_name);
    form->addRow(m_placeLabel, m_place);
    form->addRow(m_runsLabel, m_runs);
    form->addRow(m_codeLabel, code);
    auto* const foot = new QDialogButtonBox;
    foot->addButton(m_start, QDialogButtonBox::AcceptRole);
    foot->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* const fields = new QWidget;
    auto* const parts = new QVBoxLayout(fields);
    parts->setContentsMargins({});
    parts->setSpacing(2 * spacingUnit);
    parts->addWidget(m_what);
    parts->addLayout(form);
    parts->addWidget(m_more);
    parts->addStretch();
    auto* const area = new QScrollArea; // in a small window they have no room
    area->setWidget(fields);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * spacingUnit);
    column->addWidget(area, 1);
    column->addWidget(m_error);
    column->addWidget(foot);

    connect(m_newCode, &QPushButton::clicked, this, &ShareForm::makeNewCode);
    connect(m_start, &QPushButton::clicked, this, &ShareForm::submitted);
    connect(m_cancel, &QPushButton::clicked, this, &ShareForm::dismissed);
    makeNewCode();
    retranslate();
}

void ShareForm::fill(const Usual& usual)
{
    for (const NetworkPlace& place : m_places)
        m_place->addItem(place.name);
    const auto found = std::ranges::find(std::as_const(m_places), usual.choices.address,
        [](const NetworkPlace& place) { return place.address.toString(); });
    if (found != m_places.cend())
        m_place->setCurrentIndex(int(found - m_places.cbegin()));
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setMinimumContentsLength(32);
    m_port->setRange(leastPort, mostPort);
    m_name->setText(usual.choices.name);
    m_port->setValue(usual.choices.port);
    m_port->setGroupSeparatorShown(false);
    m_runs->setRange(1, mostRuns);
    m_runs->setValue(usual.runs);
    if (!usual.canEncrypt)
        m_encrypts->hide();
    m_encrypts->setChecked(usual.canEncrypt && usual.choices.isEncrypted);
    const SeatBudget::Limits& budget = usual.choices.budget;
    m_hourly->setRange(0, mostRunsAnHour);
    m_hourly->setValue(std::clamp(budget.runsPerHour, 0, mostRunsAnHour));
    m_daily->setRange(0, mostTokensADay);
    m_daily->setSingleStep(tokensOfStep);
    m_daily->setGroupSeparatorShown(true);
    m_daily->setValue(int(std::clamp<qint64>(budget.tokensPerDay, 0, mostTokensADay)));
}

/// Unfolded where something of it is not as usual, so that nobody is limited by what nobody sees.
FoldSection* ShareForm::makeMore()
{
    auto* const options = new QWidget;
    auto* const form = new QFormLayout(options);
    form->setContentsMargins({});
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setVerticalSpacing(spacingUnit);
    form->addRow(m_portLabel, m_port);
    form->addRow(QString(), m_encrypts);
    form->addRow(m_hourlyLabel, m_hourly);
    form->addRow(m_dailyLabel, m_daily);
    m_portLabel->setBuddy(m_port);
    m_hourlyLabel->setBuddy(m_hourly);
    m_dailyLabel->setBuddy(m_daily);
    auto* const more = new FoldSection(options);
    more->setUnfolded(m_port->value() != ShareChoices().port || m_encrypts->isChecked()
        || m_hourly->value() > 0 || m_daily->value() > 0);
    return more;
}

/// One above the other, they look like what they are only if they are equally wide.
void ShareForm::alignNumbers()
{
    const std::initializer_list<QSpinBox*> numbers { m_port, m_hourly, m_daily };
    int width = 0;
    for (const QSpinBox* const number : numbers)
        width = std::max(width, number->sizeHint().width());
    for (QSpinBox* const number : numbers)
        number->setMinimumWidth(width);
}

HubSetup ShareForm::setup() const
{
    HubSetup setup;
    setup.address = m_places[m_place->currentIndex()].address;
    setup.port = quint16(m_port->value());
    setup.classCode = m_code;
    setup.className = choices().name;
    setup.isFound = !setup.address.isLoopback();
    setup.limits.parallel = m_runs->value();
    setup.limits.budget = choices().budget;
    return setup;
}

ShareChoices ShareForm::choices() const
{
    return { .address = m_places[m_place->currentIndex()].address.toString(),
        .name = m_name->text().simplified(),
        .port = m_port->value(),
        .isEncrypted = m_encrypts->isChecked(),
        .budget = { .runsPerHour = m_hourly->value(), .tokensPerDay = m_daily->value() } };
}

void ShareForm::tell(const QString& error)
{
    if (!error.isEmpty()) // most are of the port or the certificate
        m_more->setUnfolded(true);
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
    else if (event->type() == QEvent::FontChange)
        alignNumbers();
}

void ShareForm::retranslate()
{
    m_what->setText(tr(
        "Your class uses the model that answers you. Seats need the class code and no key; their "
        "runs take turns."));
    m_nameLabel->setText(tr("Class na&me"));
    m_name->setPlaceholderText(tr("By which seats find it, such as Year 7 Maths"));
    m_placeLabel->setText(tr("&Network"));
    m_place->setToolTip(tr("The one that the seats are in as well."));
    m_portLabel->setText(tr("&Port"));
    m_runsLabel->setText(tr("&Runs at once"));
    m_runs->setToolTip(tr("The others wait in line. A single model on your own machine is best "
                          "left at 1."));
    m_encrypts->setText(tr("&Encrypt the connection (TLS)"));
    m_encrypts->setToolTip(
        tr("Nobody else in the network can read along. Each seat compares the fingerprint that is "
           "shown beside the class code once."));
    m_more->setTitle(tr("More opt&ions"));
    m_hourlyLabel->setText(tr("Runs of a seat in an &hour"));
    m_hourly->setSpecialValueText(tr("no limit"));
    m_dailyLabel->setText(tr("&Tokens of a seat in a day"));
    m_daily->setSpecialValueText(tr("no limit"));
    m_daily->setToolTip(tr("What the model reads and writes for a seat within 24 hours. A roadmap "
                           "takes some ten thousand."));
    alignNumbers();
    m_codeLabel->setText(tr("Class code"));
    m_newCode->setText(tr("Another &code"));
    m_start->setText(tr("&Start sharing"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace roadloom
