// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/CodeSheet.h"

#include "ui/look/Accents.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace roadloom {

namespace {

QFont codeFont(QFont font)
{
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setWeight(QFont::Bold);
    return font;
}

/// Without the room that a line has above and below its letters.
QSizeF inkSize(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    return { metrics.horizontalAdvance(text), metrics.tightBoundingRect(text).height() };
}

/// The largest in which the text is no larger than that.
QFont fitting(QFont font, const QString& text, const QSizeF& room)
{
    constexpr int probe = 100;
    font.setPixelSize(probe);
    const QSizeF size
        = text.contains(u'\n') ? QFontMetricsF(font).size(0, text) : inkSize(font, text);
    const double factor = std::min(
        room.width() / std::max(1.0, size.width()), room.height() / std::max(1.0, size.height()));
    font.setPixelSize(std::max(1, int(probe * factor)));
    return font;
}

/// As people compare it, from left to right and from top to bottom.
QString inTwoLines(const QString& fingerprint)
{
    constexpr qsizetype ofLine = 16 * 3; // bytes, each with its colon
    return fingerprint.left(ofLine - 1) + u'\n' + fingerprint.mid(ofLine);
}

/// Black on white in every theme, as cameras want it, with the light modules that must be around
/// it; a module is so many whole pixels. Null: there is no room for one that a camera can read.
QImage pictureOf(const QrCode& code, int side, double ratio)
{
    constexpr int quiet = 4; // modules
    const int modules = code.size() + 2 * quiet;
    const int scale = int(side * ratio) / modules;
    if (scale < 2 * ratio)
        return {};
    QImage picture(modules, modules, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            if (code.isDark(x, y))
                picture.setPixel(x + quiet, y + quiet, qRgb(0, 0, 0));
        }
    }
    picture = picture.scaled(modules * scale, modules * scale); // whole pixels, so none is mixed
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

CodeSheet::CodeSheet(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CodeSheet::show(const Contents& contents)
{
    m_shown = contents;
    m_link = qrCodeOf(contents.link.toUtf8());
    QString name = tr("Class code %1, address %2").arg(contents.code, contents.address);
    if (!contents.fingerprint.isEmpty())
        name = tr("%1, fingerprint %2", "class code and address").arg(name, contents.fingerprint);
    setAccessibleName(name);
    updateGeometry();
    update();
}

QSize CodeSheet::sizeHint() const
{
    return { 60 * spacingUnit, (m_shown.fingerprint.isEmpty() ? 18 : 21) * spacingUnit };
}

QSize CodeSheet::minimumSizeHint() const
{
    return { 30 * spacingUnit, (m_shown.fingerprint.isEmpty() ? 10 : 14) * spacingUnit };
}

/// Writes names and what they name, from top to bottom or from left to right.
class CodeSheet::Brush {
public:
    Brush(QPainter& painter, const QFont& font, const Tint& sheet, const QColor& muted, int height)
        : m_painter(painter)
        , m_font(font)
        , m_caption(scaledFont(font, 0.9))
        , m_sheet(sheet)
        , m_muted(muted)
    {
        if (const int large = height / 30; large > QFontInfo(m_caption).pixelSize())
            m_caption.setPixelSize(large);
    }

    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] double captionHeight() const { return QFontMetricsF(m_caption).height(); }
    [[nodiscard]] double gap() const { return captionHeight() / 2; }

    void write(const QRectF& room, const QString& caption, const QFont& font, const QString& text)
    {
        m_painter.setPen(m_muted);
        m_painter.setFont(m_caption);
        m_painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, caption);
        const bool isOneLine = !text.contains(u'\n'); // whose letters begin at its very top
        const QRectF below = room.adjusted(0, captionHeight() + (isOneLine ? gap() : 0), 0, 0);
        const QFont large = fitting(font, text, below.size());
        m_painter.setPen(m_sheet.text);
        m_painter.setFont(large);
        if (isOneLine)
            m_painter.drawText(
                below.topLeft() - QPointF(0, QFontMetricsF(large).tightBoundingRect(text).top()),
                text);
        else
            m_painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, text);
    }

    /// At the right; what is left beside it. Nothing where there is no room for it.
    [[nodiscard]] QRectF draw(
        const QRectF& room, const std::optional<QrCode>& code, const QString& caption, double share)
    {
        const int side
            = int(std::min(room.height() - captionHeight() - gap(), room.width() * share));
        const double ratio = m_painter.device()->devicePixelRatioF();
        const QImage picture = code ? pictureOf(*code, side, ratio) : QImage();
        if (picture.isNull())
            return room;
        const QSizeF size = picture.deviceIndependentSize();
        const double width
            = std::max(size.width(), QFontMetricsF(m_caption).horizontalAdvance(caption));
        const QRectF place(room.right() - width, room.top(), width, room.height());
        m_painter.setPen(m_muted);
        m_painter.setFont(m_caption);
        m_painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, caption);
        m_painter.drawImage(
            QPointF(place.center().x() - size.width() / 2, place.top() + captionHeight() + gap()),
            picture);
        return room.adjusted(0, 0, -width - 3 * spacingUnit, 0);
    }

private:
    QPainter& m_painter;
    QFont m_font;
    QFont m_caption;
    Tint m_sheet;
    QColor m_muted;
};

/// The code and the address are beside each other.
void CodeSheet::paintWide(Brush& brush, const QRectF& all) const
{
    QRectF room = brush.draw(all, m_link, tr("Join link: scan it"), 0.33);
    const bool hasFingerprint = !m_shown.fingerprint.isEmpty();
    QRectF row = room;
    if (hasFingerprint) // which must be readable in a low sheet, too
        row.setHeight(std::min(
            room.height() * 0.52, room.height() - spacingUnit - 2.7 * brush.captionHeight()));
    QRectF left = row;
    left.setWidth(row.width() * 0.5 - spacingUnit);
    QRectF right = row;
    right.setLeft(left.right() + 2 * spacingUnit);
    brush.write(left, tr("Class code"), codeFont(brush.font()), m_shown.code);
    brush.write(right, tr("Address"), brush.font(), m_shown.address);
    if (hasFingerprint)
        writeFingerprint(brush, room.adjusted(0, row.height() + spacingUnit, 0, 0));
}

/// The code has all of the width.
void CodeSheet::paintTall(Brush& brush, const QRectF& all) const
{
    QRectF top = all;
    top.setHeight(all.height() * 0.42);
    brush.write(top, tr("Class code"), codeFont(brush.font()), m_shown.code);
    const QRectF rest = brush.draw(all.adjusted(0, top.height() + 2 * spacingUnit, 0, 0), m_link,
        tr("Join link: scan it"), 0.45);
    const bool hasFingerprint = !m_shown.fingerprint.isEmpty();
    QRectF address = rest;
    if (hasFingerprint)
        address.setHeight(rest.height() * 0.5);
    brush.write(address, tr("Address"), brush.font(), m_shown.address);
    if (hasFingerprint)
        writeFingerprint(brush, rest.adjusted(0, address.height(), 0, 0));
}

void CodeSheet::writeFingerprint(Brush& brush, const QRectF& room) const
{
    brush.write(room, tr("Fingerprint"), QFontDatabase::systemFont(QFontDatabase::FixedFont),
        inTwoLines(m_shown.fingerprint));
}

void CodeSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tint sheet = tint(palette(), Tone::Plain);
    painter.setPen(sheet.line);
    painter.setBrush(sheet.fill);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacingUnit, spacingUnit);

    const double beside = std::max(2 * spacingUnit, width() / 32);
    const double above = std::max(spacingUnit, height() / 24);
    const QRectF inner = QRectF(rect()).adjusted(beside, above, -beside, -above);
    Brush brush(painter, font(), sheet, mutedText(palette()), height());
    constexpr double tall = 0.4; // of the width
    if (height() > tall * width())
        paintTall(brush, inner);
    else
        paintWide(brush, inner);
}

} // namespace roadloom
