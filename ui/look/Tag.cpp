// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Tag.h"

#include "ui/look/DisplayText.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int padding = spacingUnit;
constexpr int widest = 240;

} // namespace

void paintChip(QPainter& painter, const QRect& rect, const QString& text, const Tint& colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1.0));
    painter.setBrush(colors.fill);
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(colors.text);
    const QRect inner = rect.adjusted(padding, 0, -padding, 0);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
    painter.restore();
}

QSize chipSize(const QFontMetrics& metrics, const QString& text)
{
    return { metrics.horizontalAdvance(text) + 2 * padding + 2, metrics.height() + 6 };
}

Tag::Tag(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_text(displayLine(text))
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(m_text);
    setToolTip(u"<p>"_s + m_text.toHtmlEscaped() + u"</p>"_s);
}

QSize Tag::sizeHint() const
{
    const QSize size = chipSize(fontMetrics(), m_text);
    return { std::min(size.width(), widest), size.height() };
}

QSize Tag::minimumSizeHint() const
{
    return { std::min(sizeHint().width(), 6 * spacingUnit), sizeHint().height() };
}

void Tag::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_text, tint(palette(), m_tone));
}

} // namespace roadloom
