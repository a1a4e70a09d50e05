// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/BulletList.h"

#include "ui/look/DisplayText.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestItem = 1000;

} // namespace

BulletList::BulletList(QWidget* parent)
    : TextLabel(Style::Body, parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void BulletList::setItems(const QStringList& items, qsizetype leftOut)
{
    m_shown.clear();
    for (const QString& item : items)
        m_shown.append(u"•  "_s + displayLine(item, longestItem));
    m_leftOut = leftOut;
    fill();
}

void BulletList::fill()
{
    QStringList lines = m_shown;
    if (m_leftOut > 0)
        lines.append(andMore(m_leftOut));
    setText(lines.join(u'\n'));
}

void BulletList::changeEvent(QEvent* event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

QString andMore(qsizetype count)
{
    return BulletList::tr("and %n more", nullptr, int(count));
}

} // namespace roadloom
