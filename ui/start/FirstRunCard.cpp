// SPDX-License-Identifier: Apache-2.0
#include "ui/start/FirstRunCard.h"

#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
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
    : Card(Tone::Primary, parent)
    , m_servers(candidates)
    , m_title(new TextLabel(TextLabel::Style::Heading, this))
    , m_state(new TextLabel(TextLabel::Style::Muted, this))
    , m_key(new QPushButton(this))
    , m_hub(new QPushButton(this))
    , m_library(new QPushButton(this))
{
    m_title->setWordWrap(false);
    m_state->setWordWrap(false);
    build();
    connect(&m_servers, &LocalServers::changed, this, &FirstRunCard::showFound);
    connect(m_key, &QPushButton::clicked, this, &FirstRunCard::keyChosen);
    connect(m_hub, &QPushButton::clicked, this, &FirstRunCard::hubChosen);
    connect(m_library, &QPushButton::clicked, this, &FirstRunCard::libraryChosen);
    retranslate();
}

void FirstRunCard::build()
{
    auto* const choices = new QWidget(this);
    auto* const flow = new FlowLayout(choices);
    for (QPushButton* const button : { m_key, m_hub, m_library })
        flow->addWidget(button);
    m_foundPlace = new QVBoxLayout;
    m_foundPlace->setSpacing(spacingUnit / 2);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacingUnit, 2 * spacingUnit, 3 * spacingUnit, 2 * spacingUnit);
    column->setSpacing(spacingUnit);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addLayout(m_foundPlace);
    column->addWidget(choices);
}

void FirstRunCard::paintEvent(QPaintEvent* event)
{
    Card::paintEvent(event);
    if (!std::exchange(m_hasLooked, true))
        QTimer::singleShot(0, &m_servers, &LocalServers::look);
}

void FirstRunCard::showFound()
{
    for (QWidget* const widget : std::exchange(m_found, {}))
        widget->deleteLater();
    for (const LocalServer& server : m_servers.found())
        addServer(server);
    if (!m_servers.found().isEmpty())
        m_state->setText(tr("Found on this machine:"));
    else if (m_servers.isLooking() || !m_hasLooked)
        m_state->setText(tr("Looking for models on this machine…"));
    else
        m_state->setText(tr("No model server runs on this machine."));
}

void FirstRunCard::addServer(const LocalServer& server)
{
    QWidget* widget = nullptr;
    if (server.isUsable()) {
        auto* const button = new QPushButton(
            onButton(
                tr("%1 with %2", "a server with a model")
                    .arg(nameOf(server), displayLine(server.models.constFirst(), longestName))),
            this);
        connect(
            button, &QPushButton::clicked, this, [this, server] { Q_EMIT serverChosen(server); });
        widget = button;
        m_foundPlace->addWidget(button, 0, Qt::AlignLeft);
    } else {
        //: A server and why it cannot be used.
        widget = new TextLabel(TextLabel::Style::Muted,
            tr("%1: %2").arg(nameOf(server), displayLine(describe(server))), this);
        m_foundPlace->addWidget(widget);
    }
    m_found.append(widget);
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
    m_key->setText(tr("Enter a &key for a provider…"));
    m_hub->setText(tr("&Join a hub…"));
    m_library->setText(tr("&Use the built-in library (no model, no network)"));
    showFound();
}

} // namespace roadloom
