// SPDX-License-Identifier: Apache-2.0
#include "ui/look/RoomyStyle.h"

#include "ui/look/Accents.h"
#include "ui/look/Icons.h"

#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Styles draw outlines a shade darker than the window, which is nothing on black. What can be
/// pressed is told from the window (WCAG 2.1, 1.4.11), also where smoothing thins a line, and by
/// more where the keyboard is.
QPen outlinePen(const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPen(palette.color(QPalette::Disabled, QPalette::WindowText), 1.0);
    if (option.state.testFlag(QStyle::State_HasFocus))
        return QPen(palette.color(QPalette::Active, QPalette::Highlight), 2.0);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    return QPen(readable(palette.color(QPalette::Active, QPalette::Mid), window, 4.0), 1.0);
}

void drawOutline(QPainter& painter, const QStyleOption& option, const QRect& rect)
{
    const QPen pen = outlinePen(option);
    const double width = pen.widthF();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), 2.0, 2.0);
    painter.restore();
}

/// Fusion shows the keyboard in a line of text, but not in a text of several lines.
bool isTextWithKeyboard(const QStyleOption& option, const QWidget* widget)
{
    const auto* const text = qobject_cast<const QPlainTextEdit*>(widget);
    return text != nullptr && !text->isReadOnly() && option.state.testFlag(QStyle::State_HasFocus);
}

void drawTextOutline(QPainter& painter, const QStyleOption& option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(accentLine(option.palette));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2.0, 2.0);
    painter.restore();
}

/// Some styles make the tab in front a shade lighter and no more, which is hardly seen on dark
/// desktops.
void drawTabMark(QPainter& painter, const QStyleOptionTab& tab)
{
    // Below the words, and apart from what the tab stands on, which may have the colour as well.
    constexpr int apart = spacingUnit / 2;
    const int thickness = std::max(2, tab.fontMetrics.height() / 6);
    const QRect words = tab.rect.adjusted(spacingUnit, 0, -spacingUnit, -apart);
    painter.fillRect(QRect(words.left(), words.bottom() - thickness + 1, words.width(), thickness),
        accentLine(tab.palette));
}

bool isTabInFront(const QStyleOption* option)
{
    const auto* const tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    return tab != nullptr && tab->state.testFlag(QStyle::State_Selected);
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

void drawRing(QPainter& painter, const QStyleOption& option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(outlinePen(option));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5));
    painter.restore();
}

} // namespace

RoomyStyle::RoomyStyle(const QString& key, Motion motion)
    : QProxyStyle(key.isEmpty() ? nullptr : QStyleFactory::create(key))
    , m_motion(motion)
{
}

QSize RoomyStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
    const QSize& contents, const QWidget* widget) const
{
    constexpr int atBothSides = 3 * spacingUnit;
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (const auto* const tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        tab != nullptr && type == CT_TabBarTab && widget != nullptr) {
        // For its words in bold, whichever is in front, so that none moves.
        const int more = QFontMetrics(strong(widget->font())).horizontalAdvance(tab->text)
            - QFontMetrics(widget->font()).horizontalAdvance(tab->text);
        return size.grownBy({ 0, 0, std::max(0, more), 0 });
    }
    if (type != CT_PushButton)
        return size;
    // Without a frame it reads as words, and stands in line with others.
    const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button != nullptr && button->features.testFlag(QStyleOptionButton::Flat))
        return contents.grownBy({ 2, 2, 2, 2 });
    return size.expandedTo({ contents.width() + atBothSides, 0 });
}

/// Styles go by the screen alone, however large the text is.
int RoomyStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    const QFont font = widget != nullptr ? widget->font() : QApplication::font();
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return std::max(usual, iconSide(font));
    case PM_TreeViewIndentation:
        return std::max(usual, iconSide(font) + iconSide(font) / 4);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(usual, iconSide(font) * 4 / 5);
    default:
        return usual;
    }
}

int RoomyStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const
{
    if (m_motion == Motion::None
        && (hint == SH_Widget_Animate || hint == SH_Widget_Animation_Duration))
        return 0;
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // as everywhere else
    return QProxyStyle::styleHint(hint, option, widget, more);
}

QIcon RoomyStyle::standardIcon(
    StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    switch (which) {
    case SP_MessageBoxQuestion:
    case SP_MessageBoxInformation:
        return icon(Icon::Info, QPalette::WindowText);
    case SP_MessageBoxWarning:
        return icon(Icon::Warning, QPalette::WindowText);
    case SP_MessageBoxCritical:
        return icon(Icon::Error, QPalette::WindowText);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void RoomyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    // Fusion's boxes are a shade of the window's; other styles have their own.
    const bool hasFaintBoxes
        = isHighContrast(option->palette) || baseStyle()->name() == "fusion"_L1;
    switch (element) {
    case PE_IndicatorCheckBox:
        if (hasFaintBoxes)
            drawOutline(*painter, *option, option->rect);
        break;
    case PE_IndicatorRadioButton:
        if (hasFaintBoxes)
            drawRing(*painter, *option);
        break;
    case PE_Frame:
        if (isHighContrast(option->palette))
            drawOutline(*painter, *option, option->rect);
        else if (hasFaintBoxes && isTextWithKeyboard(*option, widget))
            drawTextOutline(*painter, *option);
        break;
    case PE_PanelButtonCommand:
    case PE_FrameLineEdit:
    case PE_FrameGroupBox:
    case PE_FrameMenu:
        if (isHighContrast(option->palette))
            drawOutline(*painter, *option, option->rect);
        break;
    default:
        break;
    }
}

void RoomyStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    const bool isInFront = isTabInFront(option);
    if (element == CE_TabBarTabLabel && isInFront) {
        painter->save();
        painter->setFont(strong(painter->font()));
        QProxyStyle::drawControl(element, option, painter, widget);
        painter->restore();
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_Splitter && isHighContrast(option->palette)) {
        // What it parts may have one colour.
        const QRect& rect = option->rect;
        const bool isUpright = option->state.testFlag(State_Horizontal);
        const QPoint middle = rect.center();
        painter->fillRect(isUpright ? QRect(middle.x(), rect.y(), 1, rect.height())
                                    : QRect(rect.x(), middle.y(), rect.width(), 1),
            option->palette.color(QPalette::Mid));
        return;
    }
    const bool hasOutline = element == CE_TabBarTabShape || element == CE_ProgressBarGroove;
    if (hasOutline && isHighContrast(option->palette))
        drawOutline(*painter, *option, option->rect);
    if (element == CE_TabBarTabShape && isInFront)
        drawTabMark(*painter, static_cast<const QStyleOptionTab&>(*option));
}

void RoomyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!isHighContrast(option->palette))
        return;
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawOutline(*painter, *option, option->rect);
    else if (control == CC_ScrollBar)
        drawOutline(
            *painter, *option, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
}

} // namespace roadloom
