// SPDX-License-Identifier: Apache-2.0
#include "ui/start/FirstRunCard.h"

#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace roadloom {

namespace {

constexpr qsizetype longestName = 40;

/// Text on a button, where an ampersand would be a mnemonic.
QString onButton(QString text)
{
    return text.replace(u'&', QLatin1StringView("&&"));
}

} // namespace

FirstRunCard::FirstRunCard(const QList<LocalCandidate>& candidates, QWidget* parent)
    : Card(Tone::Quiet, parent)
    , m_servers(candidates)
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_state(new TextLabel(TextLabel::Style::Muted, this))
    , m_ofNoUse(new TextLabel(TextLabel::Style::Muted, this))
    , m_what(new TextLabel(TextLabel::Style::Muted, this))
    , m_cloud(new QPushButton(this))
    , m_ownServer(new QPushButton(this))
    , m_hub(new QPushButton(this))
    , m_library(new QPushButton(this))
{
    for (TextLabel* const label : { m_title, m_state })
        label->setWordWrap(false);
    m_ofNoUse->hide();
    build();
    connect(&m_servers, &LocalServers::changed, this, &FirstRunCard::showFound);
    connect(m_cloud, &QPushButton::clicked, this, &FirstRunCard::cloudChosen);
    connect(m_ownServer, &QPushButton::clicked, this, &FirstRunCard::ownServerChosen);
    connect(m_hub, &QPushButton::clicked, this, &FirstRunCard::hubChosen);
    connect(m_library, &QPushButton::clicked, this, &FirstRunCard::libraryChosen);
    retranslate();
}

void FirstRunCard::build()
{
    auto* const head = new QWidget(this);
    auto* const headline = new FlowLayout(head);
    headline->setSpacing(2 * spacingUnit);
    headline->addWidget(m_title);
    headline->addWidget(m_state);
    auto* const choices = new QWidget(this);
    m_choices = new FlowLayout(choices);
    m_choices->setBalanced(true);
    placeChoices();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(
        3 * spacingUnit, 3 * spacingUnit / 2, 3 * spacingUnit, 3 * spacingUnit / 2);
    column->setSpacing(spacingUnit);
    column->addWidget(head);
    column->addWidget(m_what);
    column->addWidget(choices);
    column->addWidget(m_ofNoUse);
}

/// What was found comes first, also for Tab.
void FirstRunCard::placeChoices()
{
    while (m_choices->count() > 0)
        delete m_choices->takeAt(0);
    QWidget* before = m_cloud->previousInFocusChain();
    for (QPushButton* const button : m_found) {
        m_choices->addWidget(button);
        setTabOrder(before, button);
        before = button;
    }
    for (QPushButton* const button : { m_cloud, m_ownServer, m_hub, m_library })
        m_choices->addWidget(button);
}

void FirstRunCard::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    if (!std::exchange(m_hasLooked, true))
        QTimer::singleShot(0, &m_servers, &LocalServers::look);
}

void FirstRunCard::showFound()
{
    for (QWidget* const button : std::exchange(m_found, {})) {
        button->hide();
        button->deleteLater();
    }
    QStringList ofNoUse;
    for (const LocalServer& server : m_servers.found()) {
        if (server.isUsable())
            offer(server);
        else
            //: A server and why it cannot be used.
            ofNoUse.append(tr("%1: %2").arg(nameOf(server), displayLine(describe(server))));
    }
    placeChoices();
    m_ofNoUse->setText(ofNoUse.join(u'\n'));
    m_ofNoUse->setVisible(!ofNoUse.isEmpty());
    if (!m_found.isEmpty())
        m_state->setText(tr("A model was found on this machine."));
    else if (m_servers.isLooking() || !m_hasLooked)
        m_state->setText(tr("Looking for models on this machine…"));
    else
        m_state->setText(tr("No model was found on this machine."));
}

void FirstRunCard::offer(const LocalServer& server)
{
    auto* const button = m_found.isEmpty() ? new PrimaryButton(this) : new QPushButton(this);
    button->setText(
        onButton(tr("%1 with %2", "a server with a model")
                     .arg(nameOf(server), displayLine(server.models.constFirst(), longestName))));
    connect(button, &QPushButton::clicked, this, [this, server] { Q_EMIT serverChosen(server); });
    m_found.append(button);
    button->show();
}

void FirstRunCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FirstRunCard::retranslate()
{
    m_title->setText(tr("Who should answer?"));
    m_cloud->setText(tr("Use a cl&oud model (with its provider's key)…"));
    m_ownServer->setText(tr("Use a&nother model server…"));
    m_hub->setText(tr("&Use a shared Roadloom (hub)…"));
    m_library->setText(tr("Stay w&ith the built-in courses"));
    m_what->setText(tr("You need not choose. A model is an AI: a program that understands and "
                       "writes language, and can plan any goal. A hub is a Roadloom on another "
                       "computer that does so for you."));
    showFound();
}

} // namespace roadloom
