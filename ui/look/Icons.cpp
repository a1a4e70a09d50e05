// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Icons.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <variant>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Drawing {
    Icon icon;
    QLatin1StringView file;
    bool turnsWithReading = false; ///< mirrored where text runs from right to left
};

constexpr std::array drawings {
    Drawing { Icon::Add, "add"_L1 },
    Drawing { Icon::Settings, "settings"_L1 },
    Drawing { Icon::Stop, "stop"_L1 },
    Drawing { Icon::Retry, "retry"_L1 },
    Drawing { Icon::Play, "play"_L1 }, // as on any player, whatever the script
    Drawing { Icon::Pause, "pause"_L1 },
    Drawing { Icon::Search, "search"_L1 },
    Drawing { Icon::Copy, "copy"_L1 },
    Drawing { Icon::Check, "check"_L1 },
    Drawing { Icon::ToDo, "to-do"_L1 },
    Drawing { Icon::Doing, "doing"_L1, true },
    Drawing { Icon::Done, "done"_L1 },
    Drawing { Icon::Known, "known"_L1 },
    Drawing { Icon::ChevronDown, "chevron-down"_L1 },
    Drawing { Icon::ChevronLeft, "chevron-left"_L1, true },
    Drawing { Icon::ChevronRight, "chevron-right"_L1, true },
    Drawing { Icon::ChevronUp, "chevron-up"_L1 },
    Drawing { Icon::ArrowDown, "arrow-down"_L1 },
    Drawing { Icon::Book, "book"_L1 },
    Drawing { Icon::Note, "note"_L1, true },
    Drawing { Icon::Link, "link"_L1 },
    Drawing { Icon::Calendar, "calendar"_L1 },
    Drawing { Icon::Clock, "clock"_L1 },
    Drawing { Icon::ExpandAll, "expand-all"_L1 },
    Drawing { Icon::CollapseAll, "collapse-all"_L1 },
    Drawing { Icon::Enlarge, "enlarge"_L1 },
    Drawing { Icon::Shrink, "shrink"_L1 },
    Drawing { Icon::Next, "next"_L1, true },
    Drawing { Icon::Close, "close"_L1 },
    Drawing { Icon::More, "more"_L1 },
    Drawing { Icon::Command, "command"_L1 },
    Drawing { Icon::Undo, "undo"_L1, true },
    Drawing { Icon::Redo, "redo"_L1, true },
    Drawing { Icon::Sun, "sun"_L1 },
    Drawing { Icon::Moon, "moon"_L1 },
    Drawing { Icon::Info, "info"_L1 },
    Drawing { Icon::Warning, "warning"_L1 },
    Drawing { Icon::Error, "error"_L1 },
    Drawing { Icon::Home, "home"_L1 },
    Drawing { Icon::Chat, "chat"_L1, true },
    Drawing { Icon::Tree, "tree"_L1, true },
    Drawing { Icon::Export, "export"_L1 },
    Drawing { Icon::Target, "target"_L1 },
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        if (std::size_t(drawings[i].icon) != i)
            return false;
    }
    return drawings.size() == std::size_t(iconCount());
}
static_assert(isInOrder());

/// The size is in device pixels.
QPixmap drawn(Icon which, const QSize& size, const QColor& color, Qt::LayoutDirection direction)
{
    if (size.isEmpty())
        return {};
    const Drawing& drawing = drawings.at(std::size_t(which));
    const bool isMirrored = drawing.turnsWithReading && direction == Qt::RightToLeft;
    const QString key = u"roadloom-%1-%2-%3-%4-%5"_s.arg(drawing.file)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 0, 16)
                            .arg(isMirrored ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QSvgRenderer renderer(":/icons/"_L1 + drawing.file + ".svg"_L1);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&image);
        renderer.render(&painter, QRectF({}, QSizeF(size)));
        // The drawing says where lines are; what colour they are, the palette.
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
    }
    pixmap = QPixmap::fromImage(isMirrored ? image.mirrored(true, false) : image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(Icon which, std::variant<QPalette::ColorRole, QColor> ink)
        : m_which(which)
        , m_ink(ink)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_which, color(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_which, size, color(mode), QGuiApplication::layoutDirection());
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(m_which, m_ink); }

    [[nodiscard]] QString key() const override { return u"roadloom-lines"_s; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        if (const auto* const always = std::get_if<QColor>(&m_ink))
            return *always;
        const auto role = std::get<QPalette::ColorRole>(m_ink);
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, role);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, role);
    }

    Icon m_which;
    std::variant<QPalette::ColorRole, QColor> m_ink;
};

} // namespace

QIcon icon(Icon which, QPalette::ColorRole role)
{
    return QIcon(new LineIconEngine(which, role));
}

QIcon icon(Icon which, const QColor& color)
{
    return QIcon(new LineIconEngine(which, color));
}

void paintIcon(QPainter& painter, const QRect& rect, Icon which, const QColor& color)
{
    const int side = std::min(rect.width(), rect.height());
    const qreal ratio = painter.device()->devicePixelRatio();
    const int pixels = qRound(side * ratio);
    QPixmap pixmap = drawn(which, { pixels, pixels }, color, painter.layoutDirection());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(
        QPointF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0),
        pixmap);
}

int iconSide(const QFont& font)
{
    constexpr int usual = 16;
    return std::max(usual, qRound(QFontInfo(font).pixelSize() * 1.25));
}

QIcon programIcon()
{
    QIcon made;
    QSvgRenderer renderer(u":/icons/org.roadloom.Roadloom.svg"_s);
    for (const int side : { 16, 24, 32, 48, 64, 128, 256 }) {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        made.addPixmap(QPixmap::fromImage(image));
    }
    return made;
}

} // namespace roadloom
