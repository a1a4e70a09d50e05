// SPDX-License-Identifier: Apache-2.0
#include "ui/start/WishOffer.h"

#include "ui/look/Announcement.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace roadloom {

WishOffer::WishOffer(QWidget* parent)
    : Card(Tone::Primary, parent)
    , m_text(new TextLabel(TextLabel::Style::Body, this))
    , m_speaker(new QLabel(this))
    , m_take(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    m_speaker->setGeometry(0, 0, 1, 1);
    m_speaker->lower();
    auto* const buttons = new QWidget(this);
    auto* const flow = new FlowLayout(buttons);
    flow->addWidget(m_take);
    flow->addWidget(m_dismiss);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(
        3 * spacingUnit, 3 * spacingUnit / 2, 3 * spacingUnit, 3 * spacingUnit / 2);
    column->setSpacing(spacingUnit);
    column->addWidget(m_text);
    column->addWidget(buttons);
    connect(m_take, &QPushButton::clicked, this, [this] {
        Q_EMIT taken(m_wish);
        answer();
    });
    connect(m_dismiss, &QPushButton::clicked, this, &WishOffer::answer);
    hide();
    retranslate();
}

void WishOffer::offer(const LearnerRequest& wish)
{
    m_wish = wish;
    retranslate();
    show();
    announce(*m_speaker, m_text->text());
}

void WishOffer::answer()
{
    hide();
    Q_EMIT answered();
}

void WishOffer::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WishOffer::retranslate()
{
    constexpr qsizetype longest = 160;
    //: %1 is a goal, as it was given on the command line.
    m_text->setText(tr("Another start asked for: %1")
                        .arg(displayLine(m_wish.preferences.learningGoal, longest)));
    setAccessibleName(m_text->text());
    m_take->setText(tr("Use i&t"));
    m_take->setToolTip(tr("Puts it into the form, in place of what you wrote."));
    m_dismiss->setText(tr("Kee&p mine"));
}

} // namespace roadloom
