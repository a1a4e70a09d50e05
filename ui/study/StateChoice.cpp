// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StateChoice.h"

#include "ui/look/Accents.h"
#include "ui/look/FlowLayout.h"
#include "ui/study/StudyIcons.h"
#include "ui/study/StudyWords.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>

#include <algorithm>

namespace roadloom {

namespace {

/// One of several; painted here, since the styles hardly tell a button that is down from one that
/// is not, least on dark desktops.
class StateButton : public QRadioButton {
public:
    explicit StateButton(Icon which)
        : m_icon(which)
    {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        // Bold in any state, so that nothing moves when it is chosen.
        const QFontMetrics metrics(strongFont());
        return { metrics.horizontalAdvance(text()) + iconSide(font()) + 3 * spacingUnit,
            metrics.height() + iconSide(font()) };
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] bool hitButton(const QPoint& place) const override
    {
        return rect().contains(place);
    }
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tint colors = tint(palette(), isChecked() ? Tone::Primary : Tone::Plain);
        // What is chosen has the strong frame, and nothing else has.
        const double width = isChecked() ? 2.0 : 1.0;
        const bool isLoud = isChecked() || underMouse();
        painter.setPen(QPen(isLoud ? accentLine(palette()) : colors.line, width));
        painter.setBrush(colors.fill);
        drawFrame(painter, width / 2.0);
        if (hasFocus()) {
            painter.setPen(QPen(colors.text, 1.0, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            drawFrame(painter, ringInset);
        }
        painter.setLayoutDirection(layoutDirection());
        const QRect inner = rect().adjusted(spacingUnit, 0, -spacingUnit, 0);
        const int side = iconSide(font());
        const QRect mark = QStyle::alignedRect(
            layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, { side, side }, inner);
        paintIcon(painter, mark, m_icon, colors.text);
        painter.setPen(colors.text);
        if (isChecked())
            painter.setFont(strongFont());
        const QRect words = QStyle::visualRect(
            layoutDirection(), inner, inner.adjusted(side + spacingUnit, 0, 0, 0));
        painter.drawText(words,
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
            text());
    }

private:
    static constexpr double corner = 6.0;
    static constexpr double ringInset = 3.5;

    void drawFrame(QPainter& painter, double inset) const
    {
        const double round = std::max(corner - inset, 0.0);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(inset, inset, -inset, -inset), round, round);
    }

    [[nodiscard]] QFont strongFont() const
    {
        QFont font = this->font();
        font.setWeight(QFont::DemiBold);
        return font;
    }

    Icon m_icon;
};

} // namespace

StateChoice::StateChoice(QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto* const row = new FlowLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacingUnit / 2);
    row->setLineSpacing(spacingUnit / 2);
    for (const StudyState state : studyStates) {
        auto* const button = new StateButton(iconOf(state));
        m_buttons->addButton(button, int(state));
        row->addWidget(button);
    }
    setState(StudyState::ToDo);
    connect(m_buttons, &QButtonGroup::idClicked, this,
        [this](int state) { Q_EMIT chosen(StudyState(state)); });
    retranslate();
}

StudyState StateChoice::state() const
{
    return StudyState(m_buttons->checkedId());
}

void StateChoice::setState(StudyState state)
{
    QAbstractButton* const button = m_buttons->button(int(state));
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    button->setChecked(true);
    setFocusProxy(button);
    if (hadFocus) // or the one before would look chosen as well
        button->setFocus(Qt::OtherFocusReason);
}

void StateChoice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StateChoice::retranslate()
{
    setAccessibleName(tr("State of this concept"));
    for (const StudyState state : studyStates)
        m_buttons->button(int(state))->setText(studyStateText(state));
}

} // namespace roadloom
