// SPDX-License-Identifier: Apache-2.0
#include "ui/window/PassingRemark.h"

#include "ui/look/Announcement.h"
#include "ui/look/Icons.h"
#include "ui/look/LetterWidth.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

using namespace std::chrono_literals;

namespace roadloom {

PassingRemark::PassingRemark(QWidget* ground)
    : Card(Tone::Primary, ground)
    , m_text(new TextLabel(TextLabel::Style::Body))
    , m_close(new QToolButton)
{
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(Icon::Close));
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacingUnit, spacingUnit, spacingUnit, spacingUnit);
    row->setSpacing(spacingUnit);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, [this] { say({}); });
    connect(m_close, &QToolButton::clicked, this, &PassingRemark::dismiss);
    ground->installEventFilter(this);
    retranslate();
    hide();
}

std::chrono::milliseconds PassingRemark::timeFor(const QString& sentence)
{
    return 6s + 100ms * sentence.size(); // a slow reader's, in a language that is not their own
}

void PassingRemark::say(const QString& sentence)
{
    m_passing = sentence;
    if (m_warnings.isEmpty())
        turn();
}

void PassingRemark::warn(const QString& sentence)
{
    if (sentence.isEmpty() || m_warnings.contains(sentence))
        return;
    m_warnings.append(sentence);
    if (m_warnings.size() == 1)
        turn();
}

void PassingRemark::withdraw(const QString& warning)
{
    const bool isRead = !m_warnings.isEmpty() && m_warnings.first() == warning;
    m_warnings.removeOne(warning);
    if (isRead)
        turn();
}

void PassingRemark::dismiss()
{
    if (m_warnings.isEmpty())
        m_passing.clear();
    else
        m_warnings.removeFirst();
    turn();
}

/// To what is to be read now.
void PassingRemark::turn()
{
    m_sentence = m_warnings.isEmpty() ? m_passing : m_warnings.first();
    m_text->setText(m_sentence);
    m_text->setAccessibleName({}); // or the same sentence would not be told a second time
    // What goes by itself would take the keyboard with it.
    m_close->setFocusPolicy(m_warnings.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    setVisible(!m_sentence.isEmpty());
    if (!m_sentence.isEmpty()) {
        place();
        raise();
        announce(*m_text, m_sentence);
    }
    count();
}

/// In the middle of the foot, no wider than what is read at ease.
void PassingRemark::place()
{
    constexpr int widest = 70; // letters
    const QRect room = parentWidget()->rect().adjusted(
        2 * spacingUnit, 2 * spacingUnit, -2 * spacingUnit, -2 * spacingUnit);
    const QMargins margins = layout()->contentsMargins();
    const int around = margins.left() + margins.right() + spacingUnit + m_close->sizeHint().width();
    const int words = std::min(m_text->fontMetrics().horizontalAdvance(m_sentence) + spacingUnit,
        widest * letterWidth(m_text->fontMetrics()));
    const int width = std::min(words + around, room.width());
    const int height = std::min(layout()->totalHeightForWidth(width), room.height());
    setGeometry(QStyle::alignedRect(
        layoutDirection(), Qt::AlignHCenter | Qt::AlignBottom, { width, height }, room));
}

void PassingRemark::count()
{
    if (m_sentence.isEmpty() || !m_warnings.isEmpty() || !window()->isActiveWindow()
        || underMouse())
        m_time.stop();
    else
        m_time.start(timeFor(m_sentence));
}

bool PassingRemark::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (!m_sentence.isEmpty())
            place();
        break;
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
        count();
        break;
    default:
        break;
    }
    return Card::eventFilter(watched, event);
}

void PassingRemark::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange && !m_sentence.isEmpty())
        // Once what is in it has the new font as well.
        QMetaObject::invokeMethod(this, &PassingRemark::place, Qt::QueuedConnection);
}

void PassingRemark::enterEvent(QEnterEvent* event)
{
    Card::enterEvent(event);
    count();
}

void PassingRemark::leaveEvent(QEvent* event)
{
    Card::leaveEvent(event);
    count();
}

void PassingRemark::retranslate()
{
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
}

} // namespace roadloom
