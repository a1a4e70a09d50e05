// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/CodeSheet.h"

#include "ui/look/Accents.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace roadloom {

namespace {

constexpr double codeShare = 0.68; ///< of the height; the rest is the address'
/// The same where there is a fingerprint below them.
constexpr double codeShareOfThree = 0.42;
constexpr double addressShareOfThree = 0.21;

QFont codeFont(QFont font)
{
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setWeight(QFont::Bold);
    return font;
}

/// The largest in which the text is no larger than that.
QFont fitting(QFont font, const QString& text, const QSizeF& room)
{
    constexpr int probe = 100;
    font.setPixelSize(probe);
    const QSizeF size = QFontMetricsF(font).size(0, text);
    const double factor
        = std::min(room.width() / std::max(1.0, size.width()), room.height() / size.height());
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
/// it; a module is so many whole pixels. Null: there is no room.
QImage pictureOf(const QrCode& code, int side, double ratio)
{
    constexpr int quiet = 4; // modules
    const int modules = code.size() + 2 * quiet;
    const int scale = int(side * ratio) / modules;
    if (scale < 1)
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
    return { 60 * spacingUnit, (m_shown.fingerprint.isEmpty() ? 15 : 20) * spacingUnit };
}

QSize CodeSheet::minimumSizeHint() const
{
    return { 30 * spacingUnit, 11 * spacingUnit };
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

    const int margin = std::max(spacingUnit, height() / 16);
    QRectF inner = QRectF(rect()).adjusted(2 * margin, margin, -2 * margin, -margin);
    const QImage link = m_link
        ? pictureOf(*m_link, std::min(height() - 2 * spacingUnit, width() / 3), devicePixelRatioF())
        : QImage();
    if (!link.isNull()) {
        const QSize size = link.deviceIndependentSize().toSize();
        const int above = (height() - size.height()) / 2;
        const int beside = std::min(above, 2 * margin); // a tall sheet's width is for the code
        painter.drawImage(QPoint(width() - beside - size.width(), above), link);
        inner.setRight(width() - 2 * beside - size.width());
    }
    painter.setPen(sheet.text);
    const auto write = [&painter, &inner](const QFont& font, const QString& text, double height) {
        const QRectF room(inner.topLeft(), QSizeF(inner.width(), height));
        painter.setFont(fitting(font, text, room.size()));
        painter.drawText(room, Qt::AlignCenter, text);
        inner.setTop(room.bottom());
    };
    const bool isThree = !m_shown.fingerprint.isEmpty();
    const double height = inner.height();
    write(codeFont(font()), m_shown.code, height * (isThree ? codeShareOfThree : codeShare));
    write(font(), m_shown.address, isThree ? height * addressShareOfThree : inner.height());
    if (isThree)
        write(QFontDatabase::systemFont(QFontDatabase::FixedFont),
            tr("Fingerprint") + u'\n' + inTwoLines(m_shown.fingerprint), inner.height());
}

} // namespace roadloom
