// SPDX-License-Identifier: Apache-2.0
#include "ui/look/ButtonLine.h"

#include "ui/look/Accents.h"
#include "ui/look/MenuButton.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace roadloom {

ButtonLine::ButtonLine(QWidget* parent)
    : QWidget(parent)
    , m_more(new MenuButton)
    , m_menu(new QMenu(m_more))
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacingUnit);
    row->addWidget(m_more);
    row->addStretch(1);
    m_more->setText(tr("More"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    m_more->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ButtonLine::add(QAction& action, QPushButton& button)
{
    auto* const row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->indexOf(m_more), &button);
    const Offer offer { .action = &action, .button = &button };
    m_all.append(offer);
    connect(&action, &QAction::changed, &button, [this, offer] { follow(offer); });
    connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    follow(offer);
}

void ButtonLine::follow(const Offer& offer)
{
    offer.button->setText(offer.action->text());
    offer.button->setEnabled(offer.action->isEnabled());
    offer.button->setToolTip(offer.action->statusTip());
    offer.button->setAccessibleDescription(offer.action->statusTip());
    updateGeometry();
    arrange();
}

QList<ButtonLine::Offer> ButtonLine::offers() const
{
    QList<Offer> offers = m_all;
    offers.removeIf([](const Offer& each) { return !each.action->isVisible(); });
    return offers;
}

QSize ButtonLine::sizeHint() const
{
    QSize size(0, m_more->sizeHint().height());
    for (const Offer& each : offers()) {
        const QSize own = each.button->sizeHint();
        size = QSize(size.width() + own.width() + (size.width() > 0 ? spacingUnit : 0),
            std::max(size.height(), own.height()));
    }
    return size;
}

QSize ButtonLine::minimumSizeHint() const
{
    const QList<Offer> all = offers();
    const int first = all.isEmpty() ? 0 : all.first().button->sizeHint().width() + spacingUnit;
    return { first + m_more->sizeHint().width(), sizeHint().height() };
}

void ButtonLine::arrange()
{
    const QList<Offer> all = offers();
    const bool isEnough = sizeHint().width() <= width();
    int room = isEnough ? width() : width() - m_more->sizeHint().width() - spacingUnit;
    bool fits = true;
    m_menu->clear();
    for (const Offer& each : m_all) {
        if (!each.action->isVisible()) {
            each.button->hide();
            continue;
        }
        room -= each.button->sizeHint().width();
        fits = fits && (room >= 0 || each.button == all.first().button);
        room -= spacingUnit;
        each.button->setVisible(fits);
        if (!fits)
            m_menu->addAction(each.action);
    }
    m_more->setVisible(!isEnough);
}

void ButtonLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// The buttons and the menu have the new font, or language, by then.
void ButtonLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_more->setText(tr("More"));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &ButtonLine::arrange, Qt::QueuedConnection);
}

} // namespace roadloom
