// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CardItem.h"

#include <QFontMetrics>
#include <QLabel>

#include <memory>

namespace roadloom {

namespace {

/// What a card says now, a label a line.
QString textOf(const QWidget& card)
{
    QStringList texts;
    const auto labels = card.findChildren<QLabel*>();
    for (const QLabel* const label : labels) {
        if (label->isVisibleTo(&card) && !label->text().isEmpty())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

LiveCardItem::LiveCardItem(QWidget* card)
    : m_card(card)
{
}

QString LiveCardItem::plainText() const
{
    return m_card.isNull() ? QString() : textOf(*m_card);
}

RetiredCardItem::RetiredCardItem(std::function<QWidget*()> make)
    : m_make(std::move(make))
{
}

int RetiredCardItem::estimatedHeight(int /*width*/, const QFontMetrics& metrics) const
{
    return metrics.height() + 4 * spacingUnit;
}

QString RetiredCardItem::plainText() const
{
    const std::unique_ptr<QWidget> card(m_make());
    return textOf(*card);
}

} // namespace roadloom
