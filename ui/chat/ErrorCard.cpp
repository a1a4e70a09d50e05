// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ErrorCard.h"

#include "ui/look/DisplayText.h"
#include "ui/look/FoldButton.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace roadloom {

namespace {

constexpr qsizetype longestReason = 80; // characters of a line

} // namespace

std::optional<Cure> cureFor(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::NotCovered:
        return Cure::AnotherModel;
    case ErrorKind::InvalidInput: // of who answers: the form lets no other go
    case ErrorKind::Authentication:
    case ErrorKind::Quota:
    case ErrorKind::NotFound:
        return Cure::Settings;
    case ErrorKind::Network: // refused, unknown, not trusted, or stopped by a proxy
    case ErrorKind::Timeout:
    case ErrorKind::Protocol:
        return error.isTransient ? std::nullopt : std::optional(Cure::Settings);
    case ErrorKind::RateLimit:
    case ErrorKind::Server:
    case ErrorKind::Cut:
    case ErrorKind::TooLarge:
    case ErrorKind::BadOutput:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return std::nullopt;
}

bool helpsAgainst(StandIn standIn, const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Server:
    case ErrorKind::RateLimit:
    case ErrorKind::Cut:
        return standIn == StandIn::BuiltInCourses;
    case ErrorKind::NotCovered:
    case ErrorKind::InvalidInput:
    case ErrorKind::Authentication:
    case ErrorKind::Quota:
    case ErrorKind::NotFound:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::BadOutput:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return false;
}

ErrorCard::ErrorCard(const Error& error, StandIn standIn, QWidget* parent)
    : Card(cureFor(error) == Cure::AnotherModel ? Tone::Primary : Tone::Danger, parent)
    , m_message(error.message)
    , m_reason(displayLine(error.message, longestReason))
    , m_cure(cureFor(error))
    , m_title(new TextLabel(TextLabel::Style::Heading))
    , m_account(new QWidget(this))
    , m_note(new TextLabel(TextLabel::Style::Muted, this))
{
    auto* const message = new TextLabel(TextLabel::Style::Body);
    message->setForeignText(error.message);
    auto* const parts = new QVBoxLayout(m_account);
    parts->setContentsMargins({});
    parts->setSpacing(spacingUnit);
    parts->addWidget(m_title);
    parts->addWidget(message);
    if (!error.details.trimmed().isEmpty())
        addDetails(error.details);
    addButtons();
    if (helpsAgainst(standIn, error))
        addStandIn();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->addWidget(m_account);
    column->addWidget(m_note);
    m_note->hide();
    m_note->setToolTip(displayLine(error.message).toHtmlEscaped());
    setAccessibleDescription(error.message);
    retranslate();
}

void ErrorCard::addDetails(const QString& details)
{
    m_unfold = new FoldButton(m_account);
    auto* const text = new TextLabel(TextLabel::Style::Technical, m_account);
    text->setForeignText(details);
    text->hide();
    m_account->layout()->addWidget(m_unfold);
    m_account->layout()->addWidget(text);
    connect(m_unfold, &FoldButton::toggled, text, &QWidget::setVisible);
}

void ErrorCard::addButtons()
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(spacingUnit);
    if (m_cure) {
        m_help = new PrimaryButton(m_account);
        row->addWidget(m_help);
        connect(m_help, &QPushButton::clicked, this, [this] { Q_EMIT cureRequested(*m_cure); });
    }
    m_retry = m_cure ? new QPushButton(m_account) : new PrimaryButton(m_account);
    row->addWidget(m_retry);
    row->addStretch();
    qobject_cast<QVBoxLayout*>(m_account->layout())->addLayout(row);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (isFutile())
            Q_EMIT cureRequested(Cure::AnotherGoal);
        else
            Q_EMIT retryRequested();
    });
}

/// In a line of its own: the conversation may be narrow.
void ErrorCard::addStandIn()
{
    m_standIn = new QPushButton(m_account);
    qobject_cast<QVBoxLayout*>(m_account->layout())->addWidget(m_standIn, 0, Qt::AlignLeft);
    connect(m_standIn, &QPushButton::clicked, this,
        [this] { Q_EMIT cureRequested(Cure::BuiltInCourses); });
}

/// Whoever answered would say the same again.
bool ErrorCard::isFutile() const
{
    return m_cure == Cure::AnotherModel;
}

void ErrorCard::retire()
{
    m_account->hide();
    m_note->show();
    setTone(Tone::Plain);
}

std::function<QWidget*()> ErrorCard::makerOfRetired() const
{
    return [message = m_message] {
        auto* const card = new ErrorCard({ {}, message, {} });
        card->retire();
        return card;
    };
}

void ErrorCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ErrorCard::retranslate()
{
    m_title->setText(
        isFutile() ? tr("This goal needs a language model") : tr("This did not work out"));
    // Without a key, which the same button above has.
    m_retry->setText(isFutile() ? tr("Change the &goal") : tr("Try again"));
    if (m_help != nullptr)
        m_help->setText(
            *m_cure == Cure::AnotherModel ? tr("Add a &model…") : tr("Open &settings…"));
    if (m_standIn != nullptr)
        m_standIn->setText(tr("Use the built-in courses"));
    if (m_unfold != nullptr)
        m_unfold->setText(tr("Technical details"));
    //: %1 is why a run failed, a sentence or its beginning.
    m_note->setForeignText(tr("Tried again after: %1").arg(m_reason));
    setAccessibleName(m_title->text());
}

} // namespace roadloom
