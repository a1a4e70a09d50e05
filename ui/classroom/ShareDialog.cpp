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
#include "ui/look/ButtonLine.h"
#include "ui/look/DisplayText.h"
#include "ui/look/Icons.h"
#include "ui/look/TextLabel.h"
#include "ui/window/FittingSize.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <initializer_list>
#include <utility>

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

QByteArray fingerprintOf(const HubSetup& setup)
{
    return setup.certificate ? setup.certificate->fingerprint() : QByteArray();
}

QString linkText(const HubSetup& setup)
{
    return joinLinkText({ .hub = QUrl(addressText(setup)),
        .code = setup.classCode,
        .fingerprint = fingerprintOf(setup),
        .name = setup.className });
}

void showOn(CodeSheet& sheet, const HubSetup& setup)
{
    sheet.show({ .code = groupedCode(setup.classCode),
        .address = addressText(setup),
        .link = linkText(setup),
        .fingerprint = shownFingerprint(fingerprintOf(setup)) });
}

} // namespace

ShareDialog::ShareDialog(Sharing& sharing, QWidget* parent)
    : QDialog(parent)
    , m_sharing(sharing)
    , m_form(new ShareForm(networkPlaces(),
          { .runs = sharing.usualRuns(),
              .canEncrypt = sharing.canEncrypt(),
              .choices = sharing.choices() }))
    , m_sheet(new CodeSheet)
    , m_told(new TextLabel(TextLabel::Style::Alarm))
    , m_said(new TextLabel(TextLabel::Style::Good))
    , m_seats(new SeatTable)
    , m_collected(new CollectedPane(sharing.collected(), this))
    , m_large(makeAction([this] { showLarge(); }))
    , m_copyLink(makeAction([this] { copyLink(); }))
    , m_handOut(makeAction([this] { Q_EMIT handOutRequested(); }))
    , m_pause(makeAction([this] { m_sharing.hub()->setPaused(!m_sharing.report().isPaused); }))
    , m_pauseButton(new QPushButton)
    , m_stop(new QPushButton)
    , m_deeds(makeDeeds())
{
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit);
    column->addWidget(m_form, 3);
    column->addWidget(m_sheet);
    column->addWidget(m_deeds);
    column->addWidget(m_told);
    column->addWidget(m_said);
    column->addWidget(m_seats, 2);
    column->addWidget(m_collected, 1);
    resize(fittingSize(*this, { 96 * spacingUnit, 80 * spacingUnit }));

    connect(m_form, &ShareForm::submitted, this, &ShareDialog::start);
    connect(m_form, &ShareForm::dismissed, this, &QDialog::reject);
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
    connect(m_stop, &QPushButton::clicked, this, &ShareDialog::askToStop);
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

QWidget* ShareDialog::makeDeeds()
{
    auto* const often = new ButtonLine;
    for (const auto& [action, button] :
        { std::pair(m_large, new QPushButton), std::pair(m_copyLink, new QPushButton),
            std::pair(m_handOut, new QPushButton), std::pair(m_pause, m_pauseButton) }) {
        button->setAutoDefault(false);
        often->add(*action, *button);
    }
    m_stop->setAutoDefault(false);
    auto* const whole = new QWidget;
    auto* const deeds = new QHBoxLayout(whole);
    deeds->setContentsMargins({});
    deeds->setSpacing(4 * spacingUnit);
    deeds->addWidget(often, 1);
    deeds->addWidget(m_stop);
    return whole;
}

QAction* ShareDialog::makeAction(const std::function<void()>& act)
{
    auto* const action = new QAction(this);
    connect(action, &QAction::triggered, this, act);
    return action;
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
    const bool hasRuns = m_sharing.hasRuns();
    const int seats = int(m_sharing.report().seats.size());
    if (!hasRuns && seats == 0) {
        m_sharing.stop();
        return;
    }
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setText(hasRuns ? tr("Roadmaps are still being made for the class.")
                         : tr("%n seat(s) have joined the class.", nullptr, seats));
    box->setInformativeText(hasRuns
            ? tr("If you stop sharing, what is designed so far is lost.")
            : tr("If you stop sharing, the model answers them no more. When you share again, the "
                 "class has another code."));
    QPushButton* const stop = box->addButton(tr("&Stop sharing"), QMessageBox::DestructiveRole);
    QPushButton* const keep = box->addButton(tr("&Go on sharing"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, &m_sharing, &Sharing::stop);
    box->open();
}

void ShareDialog::copyLink()
{
    QGuiApplication::clipboard()->setText(linkText(m_sharing.setup()));
    say(tr("The join link is copied. Whoever opens it in Roadloom joins the class."));
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
        if (!m_sheet->isHidden())
            m_form->makeNewCode();
    }
    m_form->setVisible(!isOn);
    for (QWidget* const part : std::initializer_list<QWidget*> { m_sheet, m_deeds, m_seats })
        part->setVisible(isOn);
}

void ShareDialog::showReport()
{
    const HubReport& report = m_sharing.report();
    m_seats->take(report);
    m_pauseButton->setIcon(icon(report.isPaused ? Icon::Play : Icon::Pause));
    m_pause->setText(report.isPaused ? tr("&Go on") : tr("&Pause"));
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
    m_handOut->setStatusTip(m_inFront
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
    m_pause->setStatusTip(tr("While it is paused, no further run begins. Those that are on end."));
    m_large->setText(tr("Show &large"));
    m_large->setStatusTip(tr("The class code fills the screen, for a projector. Escape ends it."));
    m_copyLink->setText(tr("Copy &join link"));
    m_copyLink->setStatusTip(
        tr("For a message to the class: whoever opens it in Roadloom joins, without typing."));
    m_stop->setText(tr("&Stop sharing"));
    showHandOut();
    showReport();
}

} // namespace roadloom
