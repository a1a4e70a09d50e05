// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/JoinDialog.h"

#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
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
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestAddress = 1000;
constexpr int longestCode = 64;
constexpr int longestName = 60;

} // namespace

JoinDialog::JoinDialog(const ClassPlace& place, std::unique_ptr<HubSearch> search, QWidget* parent)
    : QDialog(parent)
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
    , m_cancel(new QPushButton)
{
    m_address->setMaxLength(longestAddress);
    m_code->setMaxLength(longestCode);
    m_name->setMaxLength(longestName);
    m_join->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_certificate->hide();
    arrange();
    resize(fittingSize(*this, { 64 * spacingUnit, sizeHint().height() }));

    connect(m_classes, &FoundClasses::chosen, this, [this](const FoundHub& hub) {
        m_address->setText(hub.url.toString());
        m_className = hub.name;
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
    auto* const foot = new QHBoxLayout;
    foot->setSpacing(spacingUnit);
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_join);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(2 * spacingUnit);
    column->addWidget(m_what);
    column->addWidget(m_classes);
    column->addLayout(form);
    column->addWidget(m_certificate);
    column->addWidget(m_problem);
    column->addStretch();
    column->addLayout(foot);
}

void JoinDialog::take(const JoinLink& link)
{
    m_address->setText(link.hub.toString());
    m_className = link.name;
    m_place.network.pinnedCertificate = link.fingerprint;
    m_code->setText(groupedCode(link.code));
    m_name->setFocus();
}

/// Another address is another hub, about which nothing is known yet.
void JoinDialog::takeAddress()
{
    const QString typed = m_address->text().trimmed();
    if (isJoinLink(typed)) {
        if (const auto link = readJoinLink(typed))
            take(*link);
        return;
    }
    m_className.clear();
    m_place.network.pinnedCertificate.clear();
    m_certificate->hide();
    m_classes->show();
    m_isTheSame->setChecked(false);
    m_problem->tell({});
    enableJoin();
}

void JoinDialog::enableJoin()
{
    const bool isReady = !m_address->text().trimmed().isEmpty() && !m_code->text().isEmpty()
        && (m_certificate->isHidden() || m_isTheSame->isChecked());
    m_join->setEnabled(m_joining == nullptr && isReady);
    m_join->setText(m_joining == nullptr ? tr("&Join") : tr("Joining…"));
}

void JoinDialog::join()
{
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
    m_place.code = m_code->text().trimmed().toUtf8();
    m_place.name = m_name->text().trimmed();
    m_mayTryTls = !typed.contains("://"_L1);
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
    enableJoin();
}

void JoinDialog::takeFailure(const Error& error)
{
    const QByteArray untrusted = m_joining->untrustedFingerprint();
    m_joining.release()->deleteLater();
    const bool isOtherThanPinned = !m_place.network.pinnedCertificate.isEmpty();
    if (!untrusted.isEmpty() && !isOtherThanPinned) {
        showCertificate(untrusted);
        return;
    }
    const bool mayBeTls = error.kind == ErrorKind::Network || error.kind == ErrorKind::Cut;
    if (std::exchange(m_mayTryTls, false) && mayBeTls && m_place.hub.scheme() == "http"_L1) {
        m_place.hub.setScheme(u"https"_s);
        ask();
        return;
    }
    m_problem->tell(displayLine(error.message));
    enableJoin();
    (error.kind == ErrorKind::Authentication ? m_code : m_address)->setFocus();
}

void JoinDialog::showCertificate(const QByteArray& fingerprint)
{
    m_shown = fingerprint;
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
    m_certificateText->setText(
        tr("The connection is encrypted, but nobody vouches for whom you are connected to. Compare "
           "this fingerprint with the one on your teacher's screen. If any of it differs, do not "
           "join."));
    m_isTheSame->setText(tr("It is the &same"));
    m_cancel->setText(tr("Cancel"));
    enableJoin();
}

} // namespace roadloom
