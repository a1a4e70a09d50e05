// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPalette>

class QFont;
class QPainter;

/// Roadloom's line icons, from resources/icons. A line's colour is asked of the palette whenever it
/// is painted, so that no icon has to be set again when the theme changes; arrows that point along
/// the reading direction turn with it.
namespace roadloom {

enum class Icon {
    Add,
    Settings,
    Stop,
    Retry,
    Play,
    Pause,
    Search,
    Copy,
    Check,
    ToDo,
    Doing,
    Done,
    Known,
    ChevronDown,
    ChevronLeft, ///< against the reading direction
    ChevronRight, ///< in reading direction
    ChevronUp,
    ArrowDown,
    Book,
    Note,
    Link,
    Calendar,
    Clock,
    ExpandAll,
    CollapseAll,
    Enlarge,
    Shrink,
    Next, ///< in reading direction
    Close,
    More, ///< what else can be done
    Command,
    Undo,
    Redo,
    Sun,
    Moon,
    Info,
    Warning,
    Error,
    Home,
    Chat,
    Tree,
    Export,
    Target, ///< the last; iconCount() counts on it
};

[[nodiscard]] constexpr int iconCount()
{
    return int(Icon::Target) + 1;
}

/// In the application palette's colour of that role; pale where disabled, in the colour of selected
/// text where selected. Sharp in any size, at any device pixel ratio.
[[nodiscard]] QIcon icon(Icon which, QPalette::ColorRole role = QPalette::ButtonText);
/// The same in that colour, whatever state it is drawn in.
[[nodiscard]] QIcon icon(Icon which, const QColor& color);

/// For delegates and widgets that paint themselves: a square in the middle of the rectangle, in the
/// painter's layout direction.
void paintIcon(QPainter& painter, const QRect& rect, Icon which, const QColor& color);

/// The side of one beside text of that font: 16 at the usual sizes of text, more as text grows.
[[nodiscard]] int iconSide(const QFont& font);

/// The program's own, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace roadloom
