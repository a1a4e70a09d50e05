// SPDX-License-Identifier: Apache-2.0
#include "ui/look/FlowLayout.h"

#include "ui/look/Accents.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace roadloom {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
    , m_lineSpacing(spacingUnit)
{
    setContentsMargins({});
    setSpacing(spacingUnit);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::setLineSpacing(int pixels)
{
    m_lineSpacing = pixels;
    invalidate();
}

void FlowLayout::setBalanced(bool isBalanced)
{
    m_isBalanced = isBalanced;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* const item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({ 0, 0, width, 0 }, Pass::Measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto& item : m_items) {
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    return { std::max(width - spacing(), 0), height };
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Pass::Place);
}

int FlowLayout::lineCount(int width) const
{
    int lines = 1;
    int x = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const int own = std::min(item->sizeHint().width(), std::max(width, 1));
        if (x > 0 && x + own > width) {
            ++lines;
            x = 0;
        }
        x += own + spacing();
    }
    return lines;
}

/// The least with which there are no more lines.
int FlowLayout::lineWidth(int width) const
{
    const int lines = lineCount(width);
    if (!m_isBalanced || lines == 1)
        return width;
    int narrow = std::min(minimumSize().width(), width);
    int wide = width;
    for (const auto& item : m_items)
        narrow = std::max(narrow, std::min(item->sizeHint().width(), width));
    while (narrow < wide) {
        const int middle = (narrow + wide) / 2;
        if (lineCount(middle) > lines)
            narrow = middle + 1;
        else
            wide = middle;
    }
    return wide;
}

int FlowLayout::arrange(const QRect& rect, Pass pass) const
{
    const Qt::LayoutDirection direction
        = parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int end = rect.x() + lineWidth(rect.width());
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    struct Placed {
        QLayoutItem* item;
        QRect rect;
    };
    QList<Placed> line;
    const auto endLine = [&] {
        for (Placed& placed : line) {
            placed.rect.translate(0, (lineHeight - placed.rect.height()) / 2);
            placed.item->setGeometry(QStyle::visualRect(direction, rect, placed.rect));
        }
        line.clear();
    };
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const QSize size(std::min(hint.width(), std::max(rect.width(), 1)), hint.height());
        if (x > rect.x() && x + size.width() > end) {
            endLine();
            x = rect.x();
            y += lineHeight + m_lineSpacing;
            lineHeight = 0;
        }
        if (pass == Pass::Place)
            line.append({ item.get(), { QPoint(x, y), size } });
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - rect.y();
}

} // namespace roadloom
