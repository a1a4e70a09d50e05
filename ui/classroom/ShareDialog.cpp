// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ShareDialog.h"

#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
#include "core/hub/HubThread.h"
#include "ui/classroom/ClassWords.h"
#include "ui/classroom/CodeSheet.h"
#include "ui/classroom/CollectedPane.h"
#include "ui/classroom/SeatTable.h"
#include "ui/classroom/ShareForm.h"
#include "ui/classroom/Sharing.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/Icons.h"
#include "ui/look/TextLabel.h"
#include "ui/window/FittingSize.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// As a seat types it.
QString addressText(const HubSetup& setup)
{
    const bool isIpv6 = setup.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = setup.address.toString();
    return u"%1://%2:%3"_s.arg(setup.certificate ? u"https"_s : u"http"_s,
        isIpv6 ? u"[%1]"_s.arg(host) : host, QString::number(setup.port));
}

void showOn(CodeSheet& sheet, const HubSetup& setup)
{
    const QString address = addressText(setup);
    const QByteArray fingerprint
        = setup.certificate ? setup.certificate->fingerprint() : QByteArray();
    sheet.show({ .code = groupedCode(setup.classCode),
        .address = address,
        .link = joinLinkText({ .hub = QUrl(address),
            .code = setup.classCode,
            .fingerprint = fingerprint,
            .name = setup.className }),
        .fingerprint = shownFingerprint(fingerprint) });
}

} // namespace

ShareDialog::ShareDialog(Sharing& sharing, QWidget* parent)
    : QDialog(parent)
    , m_sharing(sharing)
    , m_pages(new QStackedWidget)
    , m_form(new ShareForm(networkPlaces(),
          { .runs = sharing.usualRuns(),
              .canEncrypt = sharing.canEncrypt(),
              .choices = sharing.choices() }))
    , m_class(new QWidget)
    , m_sheet(new CodeSheet)
    , m_rates(new TextLabel(TextLabel::Style::Muted))
    , m_told(new TextLabel(TextLabel::Style::Alarm))
    , m_said(new TextLabel(TextLabel::Style::Good))
    , m_seats(new SeatTable)
    , m_collected(new CollectedPane(sharing.collected(), this))
    , m_pause(new QPushButton)
    , m_large(new QPushButton)
    , m_stop(new QPushButton)
    , m_handOut(new QPushButton)
{
    fillClassPage();
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_class);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(2 * spacingUnit);
    column->addWidget(m_pages, 2);
    column->addWidget(m_collected, 1);
    resize(fittingSize(*this, { 96 * spacingUnit, 72 * spacingUnit }));

    connect(m_form, &ShareForm::submitted, this, &ShareDialog::start);
    connect(&m_sharing, &Sharing::stateChanged, this, &ShareDialog::showState);
    connect(&m_sharing, &Sharing::reported, this, &ShareDialog::showReport);
    connect(&m_sharing, &Sharing::failed, this,
        [this](const Error& error) { m_form->tell(displayLine(error.message)); });
    connect(&m_sharing, &Sharing::stumbled, this, &ShareDialog::tell);
    connect(m_seats, &SeatTable::cancelRequested, this,
        [this](const QString& task) { m_sharing.hub()->cancel(task); });
    connect(m_seats, &SeatTable::favourRequested, this,
        [this](const QString& task) { m_sharing.hub()->favour(task); });
    connect(m_seats, &SeatTable::removalAgreed, this, [this](const QString& seat) {
        if (m_sharing.hub() != nullptr) // it may have ended while it was asked
            m_sharing.hub()->removeSeat(seat);
    });
    connect(m_pause, &QPushButton::clicked, this,
        [this] { m_sharing.hub()->setPaused(!m_sharing.report().isPaused); });
    connect(m_large, &QPushButton::clicked, this, &ShareDialog::showLarge);
    connect(m_stop, &QPushButton::clicked, this, &ShareDialog::askToStop);
    connect(m_handOut, &QPushButton::clicked, this, &ShareDialog::handOutRequested);
    connect(&m_sharing, &Sharing::handedOut, this,
        [this](const QString& title) { say(handedOutWords(title)); });
    connect(&m_sharing, &Sharing::notHandedOut, this,
        [this](const Error& error) { tell(error.message); });
    connect(m_collected, &CollectedPane::openRequested, this, &ShareDialog::openRequested);
    connect(m_collected, &CollectedPane::keepAllRequested, this, &ShareDialog::keepAllRequested);
    say({});
    tell({});
    retranslate();
    showState();
}

void ShareDialog::fillClassPage()
{
    for (QPushButton* const button : { m_pause, m_large, m_stop, m_handOut })
        button->setAutoDefault(false);
    auto* const deeds = new QHBoxLayout;
    deeds->setSpacing(spacingUnit);
    deeds->addWidget(m_stop);
    deeds->addWidget(m_pause);
    deeds->addWidget(m_large);
    deeds->addWidget(m_handOut);
    deeds->addStretch();
    auto* const column = new QVBoxLayout(m_class);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_sheet);
    column->addLayout(deeds);
    column->addWidget(m_rates);
    column->addWidget(m_told);
    column->addWidget(m_said);
    column->addWidget(m_seats, 1);
}

void ShareDialog::start()
{
    m_form->tell({});
    HubSetup setup = m_form->setup();
    const ShareChoices choices = m_form->choices();
    if (choices.isEncrypted) {
        Result<HubCertificate> certificate = m_sharing.certificateFor(setup.address);
        if (!certificate) {
            m_form->tell(displayLine(certificate.error().message));
            return;
        }
        setup.certificate = std::move(certificate).value();
    }
    m_sharing.keepChoices(choices);
    m_sharing.start(setup);
}

void ShareDialog::askToStop()
{
    if (!m_sharing.hasRuns()) {
        m_sharing.stop();
        return;
    }
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setText(tr("Roadmaps are still being made for the class."));
    box->setInformativeText(tr("If you stop sharing, what is designed so far is lost."));
    QPushButton* const stop = box->addButton(tr("&Stop sharing"), QMessageBox::DestructiveRole);
    QPushButton* const keep = box->addButton(tr("&Go on sharing"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, &m_sharing, &Sharing::stop);
    box->open();
}

/// For a projector, in a window of its own.
void ShareDialog::showLarge()
{
    auto* const screen = new QDialog(this);
    screen->setAttribute(Qt::WA_DeleteOnClose);
    screen->setWindowTitle(windowTitle());
    auto* const sheet = new CodeSheet;
    showOn(*sheet, m_sharing.setup());
    auto* const column = new QVBoxLayout(screen);
    column->addWidget(sheet);
    connect(&m_sharing, &Sharing::stateChanged, screen, &QWidget::close);
    screen->setModal(true);
    screen->showFullScreen();
}

void ShareDialog::showState()
{
    const bool isOn = m_sharing.state() == Sharing::State::On;
    m_form->setBusy(m_sharing.state() == Sharing::State::Starting);
    if (isOn) {
        showOn(*m_sheet, m_sharing.setup());
        showReport();
    } else if (m_sharing.state() == Sharing::State::Off) {
        tell({});
        say({});
        if (m_pages->currentWidget() == m_class)
            m_form->makeNewCode();
    }
    m_pages->setCurrentWidget(isOn ? m_class : m_form);
}

void ShareDialog::showReport()
{
    const HubReport& report = m_sharing.report();
    m_seats->take(report);
    m_rates->setText(rateWords(report.rates).join(u' '));
    m_pause->setText(report.isPaused ? tr("&Go on") : tr("&Pause"));
    m_pause->setIcon(icon(report.isPaused ? Icon::Play : Icon::Pause));
}

void ShareDialog::tell(const QString& sentence)
{
    m_told->setText(displayLine(sentence));
    m_told->setVisible(!sentence.isEmpty());
}

void ShareDialog::say(const QString& sentence)
{
    m_said->setText(displayLine(sentence));
    m_said->setVisible(!sentence.isEmpty());
}

void ShareDialog::setRoadmapInFront(const std::optional<QString>& title)
{
    m_inFront = title;
    showHandOut();
}

void ShareDialog::setKeeping(bool canKeep)
{
    m_collected->setKeeping(canKeep);
}

void ShareDialog::showHandOut()
{
    constexpr qsizetype longest = 24; // characters
    QString title = displayLine(m_inFront.value_or(QString()), longest);
    title.replace(u'&', u"&&"_s); // it would be a key
    m_handOut->setEnabled(m_inFront.has_value());
    m_handOut->setText(m_inFront ? tr("&Hand out “%1”").arg(title) : tr("&Hand out a roadmap"));
    m_handOut->setToolTip(m_inFront
            ? tr("Every seat is offered the roadmap in the window, also those that join later.")
            : tr("Open a roadmap first."));
}

void ShareDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ShareDialog::retranslate()
{
    setWindowTitle(tr("Share with the class"));
    m_pause->setToolTip(tr("While it is paused, no further run begins. Those that are on end."));
    m_large->setText(tr("Show &large"));
    m_large->setToolTip(tr("The class code fills the screen, for a projector. Escape ends it."));
    m_stop->setText(tr("&Stop sharing"));
    showHandOut();
    showReport();
}

} // namespace roadloom
