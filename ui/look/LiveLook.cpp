// SPDX-License-Identifier: Apache-2.0
#include "ui/look/LiveLook.h"

#include "ui/look/Accents.h"
#include "ui/look/SystemAppearance.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

LiveLook::LiveLook(const SystemAppearance& system, const Appearance& wanted, SystemFont systemFont,
    QObject* parent)
    : QObject(parent)
    , m_system(system)
    , m_wanted(wanted)
    , m_askForFont(std::move(systemFont))
    , m_systemFont(m_askForFont())
{
    qApp->installEventFilter(this);
    connect(&m_system, &SystemAppearance::changed, this, &LiveLook::refresh);
    refresh();
}

/// Not the application's, which is ours once we have set it.
QFont LiveLook::desktopFont()
{
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont);
}

void LiveLook::apply(const Appearance& appearance)
{
    m_wanted = appearance;
    refresh();
}

void LiveLook::refresh()
{
    const bool isStill
        = m_wanted.motion == MotionChoice::Reduced || m_system.wishes().wantsLessMotion;
    QApplication::setPalette({}); // ours hides the desktop's
    const QPalette desktop = QApplication::palette();
    const std::optional<Theme> theme = ownTheme(desktop);
    applyStyle(theme.has_value(), isStill ? Motion::None : Motion::AsTheStyle);
    m_theme = theme;
    QApplication::setPalette(theme ? themePalette(*theme) : readableOn(desktop));
    applyFont();
}

std::optional<Theme> LiveLook::ownTheme(const QPalette& desktop) const
{
    const SystemWishes& wishes = m_system.wishes();
    const bool prefersDark = wishes.isDark.value_or(isDark(desktop));
    switch (m_wanted.theme) {
    case ThemeChoice::Light:
        return Theme { .isDark = false, .accent = wishes.accent };
    case ThemeChoice::Dark:
        return Theme { .isDark = true, .accent = wishes.accent };
    case ThemeChoice::HighContrast:
        return Theme { .isDark = prefersDark, .isHighContrast = true };
    case ThemeChoice::System:
        break;
    }
    if (wishes.wantsContrast && !isHighContrast(desktop))
        return Theme { .isDark = prefersDark, .isHighContrast = true };
    // Some desktops tell the portal what no platform theme of Qt's hears of.
    if (prefersDark && !isDark(desktop))
        return Theme { .isDark = true, .accent = wishes.accent };
    return std::nullopt;
}

/// A style that knows one colour scheme only would spoil another one's palette; Fusion takes any.
void LiveLook::applyStyle(bool isOwn, Motion motion)
{
    const Style style { isOwn, motion };
    if (m_style == style)
        return;
    m_style = style;
    QApplication::setStyle(new RoomyStyle(isOwn ? u"fusion"_s : QString(), motion));
}

/// Qt follows the desktop's font and colours by itself only until others are set.
bool LiveLook::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType())
        refresh();
    return QObject::eventFilter(watched, event);
}

void LiveLook::applyFont()
{
    const QFont system = m_askForFont();
    if (m_textPercent == m_wanted.textPercent && m_systemFont == system)
        return;
    m_systemFont = system;
    m_textPercent = m_wanted.textPercent;
    QApplication::setFont(scaledFont(m_systemFont, m_textPercent / 100.0));
    // Qt tells windows alone, and their widgets as far as they have not chosen the size themselves.
    for (QWidget* const widget : QApplication::allWidgets()) {
        QEvent change(QEvent::FontChange);
        QCoreApplication::sendEvent(widget, &change);
    }
}

} // namespace roadloom
