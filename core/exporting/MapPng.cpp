// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/FontsNeeded.h"
#include "core/exporting/MapExport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(MapPng)
};

/// The largest scale at which the map is within the limits.
double largestScale(const QSizeF& map)
{
    const double side = mostPixelsOfSide / std::max(map.width(), map.height());
    const double area = std::sqrt(double(mostPixels) / (map.width() * map.height()));
    return std::min(side, area);
}

/// One family: QSvgRenderer takes a list of several for the name of one (seen with Qt 6.4.2), and
/// what then stands in may write Chinese as in Japan.
QStringList fontFamily(Language language)
{
    QStringList wanted = mapFontFamilies();
    if (language == Language::Chinese)
        wanted = QStringList { u"Noto Sans CJK SC"_s, u"WenQuanYi Micro Hei"_s } + wanted;
    const QStringList known = QFontDatabase::families();
    for (const QString& family : std::as_const(wanted)) {
        if (known.contains(family))
            return { family };
    }
    return {};
}

Error tooLarge()
{
    return { ErrorKind::TooLarge,
        Translation::tr("The roadmap is too large for a picture. Choose the SVG drawing or the PDF "
                        "document."),
        {} };
}

} // namespace

Result<QByteArray> documentAsPng(
    const RoadmapDocument& document, const DocumentWords& words, double scale)
{
    if (auto error = findFontsError())
        return *std::move(error);
    const QByteArray svg = documentAsSvg(document, words, fontFamily(words.language()));
    QSvgRenderer renderer(svg);
    const QSizeF map = renderer.viewBoxF().size();
    if (map.isEmpty())
        return Error { ErrorKind::Internal, Translation::tr("The map could not be drawn."), {} };
    const double most = largestScale(map);
    if (most < 1.0)
        return tooLarge();
    const double used = std::clamp(scale, 1.0, most);
    const QSize pixels(int(map.width() * used), int(map.height() * used));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return tooLarge();
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return Error { ErrorKind::Internal, Translation::tr("The map could not be drawn."), {} };
    return png;
}

} // namespace roadloom
