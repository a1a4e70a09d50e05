// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/LibraryPane.h"

#include "ui/look/Card.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/Icons.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace roadloom {

namespace {

/// The library's own picture, in the colour that leads the eye.
class Sign : public QWidget {
public:
    Sign() { setFixedSize(side, side); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintIcon(painter, rect(), Icon::Book,
            readable(palette().color(QPalette::Highlight), palette().color(QPalette::Window)));
    }

private:
    static constexpr int side = 4 * spacingUnit;
};

} // namespace

LibraryPane::LibraryPane(QWidget* parent)
    : QScrollArea(parent)
    , m_title(new TextLabel(TextLabel::Style::Heading))
    , m_about(new TextLabel(TextLabel::Style::Body))
    , m_inviteTitle(new TextLabel(TextLabel::Style::Heading))
    , m_invite(new TextLabel(TextLabel::Style::Body))
    , m_add(new PrimaryButton)
    , m_hub(new QPushButton)
    , m_invitation(buildInvitation())
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(spacingUnit, spacingUnit, spacingUnit, 0);
    column->setSpacing(3 * spacingUnit);
    column->addWidget(buildAbout());
    column->addWidget(m_invitation);
    column->addStretch();
    setWidget(page);
    connect(m_add, &QPushButton::clicked, this, &LibraryPane::modelWanted);
    connect(m_hub, &QPushButton::clicked, this, &LibraryPane::hubWanted);
    retranslate();
}

QWidget* LibraryPane::buildAbout()
{
    auto* const about = new QWidget;
    auto* const words = new QVBoxLayout;
    words->setSpacing(spacingUnit / 2);
    words->addWidget(m_title);
    words->addWidget(m_about);
    auto* const row = new QHBoxLayout(about);
    row->setContentsMargins({});
    row->setSpacing(2 * spacingUnit);
    row->addWidget(new Sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return about;
}

Card* LibraryPane::buildInvitation()
{
    auto* const card = new Card(Tone::Primary);
    auto* const buttons = new QWidget;
    auto* const flow = new FlowLayout(buttons);
    for (QPushButton* const button : { m_add, m_hub }) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    auto* const column = new QVBoxLayout(card);
    column->setContentsMargins(3 * spacingUnit, 2 * spacingUnit, 3 * spacingUnit, 2 * spacingUnit);
    column->setSpacing(spacingUnit);
    column->addWidget(m_inviteTitle);
    column->addWidget(m_invite);
    column->addSpacing(spacingUnit);
    column->addWidget(buttons);
    return card;
}

void LibraryPane::setInvites(bool invites)
{
    m_invitation->setVisible(invites);
}

void LibraryPane::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LibraryPane::retranslate()
{
    m_title->setText(tr("Roadmaps without a model"));
    m_about->setText(tr(
        "The built-in courses cover common goals. They need no model, no key and no network, and "
        "they are always there."));
    m_inviteTitle->setText(tr("A model for everything else"));
    m_invite->setText(
        tr("A model is a program that understands and writes language: it can plan any goal, in "
           "your words. It runs on this machine, for example in Ollama or LM Studio, or at a "
           "provider who gives you a key."));
    m_add->setText(tr("Add a &model…"));
    m_hub->setText(tr("Use a hu&b…"));
}

} // namespace roadloom
