// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/JoinDialog.h"

#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
#include "core/llm/ApiKey.h"
#include "ui/classroom/ClassWords.h"
#include "ui/classroom/FoundClasses.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FieldError.h"
#include "ui/look/PrimaryButton.h"
#include "ui/settings/SetupProblems.h"
#include "ui/window/FittingSize.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestAddress = 1000;
constexpr int longestCode = 64;
constexpr int longestName = 60;

/// What a name stands for, the network says.
bool isThisMachine(const QUrl& hub)
{
    return QHostAddress(hub.host()).isLoopback();
}

} // namespace

JoinDialog::JoinDialog(const ClassPlace& place, std::unique_ptr<HubSearch> search, QWidget* parent)
    : QDialog(parent)
    , m_known(place)
    , m_place(place)
    , m_what(new TextLabel(TextLabel::Style::Body))
    , m_classes(new FoundClasses(std::move(search)))
    , m_addressLabel(new QLabel)
    , m_address(new QLineEdit(place.hub.toString()))
    , m_codeLabel(new QLabel)
    , m_code(new QLineEdit)
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit(place.name))
    , m_certificate(new QWidget)
    , m_certificateText(new TextLabel(TextLabel::Style::Body))
    , m_fingerprint(new TextLabel(TextLabel::Style::Technical))
    , m_isTheSame(new QCheckBox)
    , m_problem(new FieldError(*m_code, this))
    , m_join(new PrimaryButton)
    , m_readByOthers(new FieldError(*m_join, this))
    , m_cancel(new QPushButton)
{
    m_place.network.pinnedCertificate.clear();
    m_place.isCodeFromVariable = false;
    m_address->setMaxLength(longestAddress);
    m_code->setMaxLength(longestCode);
    m_name->setMaxLength(longestName);
    m_join->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_certificate->hide();
    m_readByOthers->setTone(Tone::Caution);
    arrange();
    resize(fittingSize(*this, { 64 * spacingUnit, sizeHint().height() }));

    connect(m_classes, &FoundClasses::chosen, this, [this](const FoundHub& hub) {
        m_address->setText(hub.url.toString());
        m_className = hub.name;
    });
    connect(m_classes, &FoundClasses::ended, this, [this] {
        if (m_address->text().isEmpty()) // a link or the learner may have said another one
            m_classes->chooseOnly();
    });
    connect(m_classes, &FoundClasses::settled, m_code, qOverload<>(&QWidget::setFocus));
    connect(m_address, &QLineEdit::textChanged, this, &JoinDialog::takeAddress);
    connect(m_code, &QLineEdit::textChanged, this, &JoinDialog::enableJoin);
    connect(m_isTheSame, &QCheckBox::toggled, this, &JoinDialog::enableJoin);
    connect(m_join, &QPushButton::clicked, this, &JoinDialog::join);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    enableJoin();
}

JoinDialog::~JoinDialog() = default;

void JoinDialog::arrange()
{
    m_addressLabel->setBuddy(m_address);
    m_codeLabel->setBuddy(m_code);
    m_nameLabel->setBuddy(m_name);
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(spacingUnit);
    form->addRow(m_addressLabel, m_address);
    form->addRow(m_codeLabel, m_code);
    form->addRow(m_nameLabel, m_name);
    auto* const certificate = new QVBoxLayout(m_certificate);
    certificate->setContentsMargins({});
    certificate->setSpacing(spacingUnit);
    certificate->addWidget(m_certificateText);
    certificate->addWidget(m_fingerprint);
    certificate->addWidget(m_isTheSame);
    auto* const foot = new QDialogButtonBox;
    foot->addButton(m_join, QDialogButtonBox::AcceptRole);
    foot->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(2 * spacingUnit);
    column->addWidget(m_what);
    column->addWidget(m_classes);
    column->addLayout(form);
    column->addWidget(m_certificate);
    column->addWidget(m_readByOthers);
    column->addWidget(m_problem);
    column->addStretch();
    column->addWidget(foot);
}

void JoinDialog::take(const JoinLink& link)
{
    m_joining.reset(); // the one before is not meant any more
    m_address->setText(link.hub.toString());
    takeAddress(); // also if it was there before
    m_className = link.name;
    m_place.network.pinnedCertificate = link.fingerprint;
    m_code->setText(groupedCode(link.code));
    m_name->setFocus();
    showBusy();
}

/// Another address is another hub, about which nothing is known yet.
void JoinDialog::takeAddress()
{
    m_className.clear();
    m_place.network.pinnedCertificate.clear();
    m_isPlain = false;
    m_certificate->hide();
    m_classes->show();
    m_isTheSame->setChecked(false);
    m_problem->tell({});
    enableJoin();
}

void JoinDialog::enableJoin()
{
    const bool isLink = isJoinLink(m_address->text().trimmed());
    const bool isReady
        = (isLink || (!m_address->text().trimmed().isEmpty() && !m_code->text().isEmpty()))
        && (m_certificate->isHidden() || m_isTheSame->isChecked());
    const bool isRead = isReadByOthers();
    const QString warning = isRead
        ? tr("This class is not encrypted: others in this network can read its code and what you "
             "write. If the address on your teacher's screen begins with https://, do not join.")
        : QString();
    if (warning != m_readByOthers->text()) // it would be read out again
        m_readByOthers->tell(warning);
    m_join->setEnabled(m_joining == nullptr && isReady);
    m_join->setText(m_joining != nullptr ? tr("Joining…")
            : isRead                     ? tr("&Join anyway")
                                         : tr("&Join"));
}

/// What is sent to the class as the fields stand.
bool JoinDialog::isReadByOthers() const
{
    const QString typed = m_address->text().trimmed();
    const auto link = readJoinLink(typed);
    const QUrl hub = link ? link->hub : typedAddress(typed);
    const bool isPlain = m_isPlain || (typed.contains("://"_L1) && hub.scheme() == "http"_L1);
    return isPlain && !hub.host().isEmpty() && !isThisMachine(hub);
}

/// While a hub is asked, what it is asked stays as it is.
void JoinDialog::showBusy()
{
    for (QWidget* const part :
        std::initializer_list<QWidget*> { m_classes, m_address, m_code, m_name, m_isTheSame })
        part->setEnabled(m_joining == nullptr);
    enableJoin();
}

void JoinDialog::join()
{
    if (const auto link = readJoinLink(m_address->text().trimmed()))
        take(*link);
    const QString typed = m_address->text().trimmed();
    const QUrl hub = typedAddress(typed);
    if (const auto problem = findProblem(ServiceSetup { .id = {}, .url = hub })) {
        m_problem->tell(problem->message);
        m_address->setFocus();
        return;
    }
    if (!m_certificate->isHidden())
        m_place.network.pinnedCertificate = m_shown;
    else
        m_place.hub = hub;
    m_triesTls = m_certificate->isHidden() && !m_isPlain && !typed.contains("://"_L1);
    if (m_triesTls || m_isPlain)
        m_place.hub.setScheme(m_isPlain ? u"http"_s : u"https"_s);
    m_place.code = m_code->text().remove(u' ').toUtf8();
    if (!fitsHeader(m_place.code)) {
        m_problem->tell(tr("A class code has only letters from A to Z, digits and hyphens."));
        m_code->setFocus();
        return;
    }
    m_place.name = m_name->text().trimmed();
    ask();
}

void JoinDialog::ask()
{
    m_problem->tell({});
    m_joining = std::make_unique<ClassJoining>(m_place);
    connect(m_joining.get(), &ClassJoining::joined, this, [this] {
        m_joining.release()->deleteLater();
        Q_EMIT joined(m_place, m_className);
        accept();
    });
    connect(m_joining.get(), &ClassJoining::failed, this, &JoinDialog::takeFailure);
    showBusy();
}

void JoinDialog::takeFailure(const Error& error)
{
    const QByteArray untrusted = m_joining->untrustedFingerprint();
    m_isPlain = std::exchange(m_triesTls, false) && m_joining->hasMetNoTls();
    m_joining.release()->deleteLater();
    showBusy();
    QByteArray& pinned = m_place.network.pinnedCertificate;
    if (!untrusted.isEmpty() && pinned.isEmpty()) {
        if (untrusted == m_known.network.pinnedCertificate) { // it was compared before
            pinned = untrusted;
            ask();
        } else {
            showCertificate(untrusted);
        }
        return;
    }
    if (m_isPlain) {
        m_place.hub.setScheme(u"http"_s);
        if (isThisMachine(m_place.hub))
            ask();
        else
            m_cancel->setFocus(); // nothing is sent before the learner has read what that means
        return;
    }
    m_problem->tell(displayLine(error.message));
    (error.kind == ErrorKind::Authentication ? m_code : m_address)->setFocus();
}

void JoinDialog::showCertificate(const QByteArray& fingerprint)
{
    m_shown = fingerprint;
    const bool isAnother
        = m_known.hub == m_place.hub && !m_known.network.pinnedCertificate.isEmpty();
    m_certificateText->setText(
        (isAnother ? tr("This is another certificate than last time.") + u' ' : QString())
        + tr("Make sure that this is your teacher's computer: both lines of this fingerprint must "
             "be the same on your teacher's screen. If any of it differs, do not join."));
    // In two lines: it is compared piece by piece.
    QString text = shownFingerprint(fingerprint);
    text.replace(text.size() / 2, 1, u'\n');
    m_fingerprint->setText(text);
    m_classes->hide(); // one is chosen, and its place is of use
    m_certificate->show();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    m_isTheSame->setFocus();
    enableJoin();
}

void JoinDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_classes->look();
    (m_code->text().isEmpty() ? m_code : m_name)->setFocus();
}

void JoinDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JoinDialog::retranslate()
{
    setWindowTitle(tr("Join a class"));
    m_what->setText(tr("Your teacher's computer has the model, and answers you. You need no key: "
                       "the class code on your teacher's screen is enough."));
    m_addressLabel->setText(tr("&Address or link"));
    m_address->setPlaceholderText(u"http://192.168.1.20:8000"_s);
    m_codeLabel->setText(tr("&Class code"));
    m_nameLabel->setText(tr("Your &name"));
    m_name->setPlaceholderText(tr("As your teacher is to see it"));
    m_isTheSame->setText(tr("The fingerprints are the &same"));
    m_cancel->setText(tr("Cancel"));
    if (!m_certificate->isHidden())
        showCertificate(m_shown);
    enableJoin();
}

} // namespace roadloom
