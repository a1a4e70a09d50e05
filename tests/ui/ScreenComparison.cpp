// SPDX-License-Identifier: Apache-2.0
#include "ScreenComparison.h"

#include <algorithm>
#include <cstdlib>

namespace roadloom {

namespace {

constexpr int reduction = 4;
constexpr int colorStep = 16; // of 256
constexpr int plainDifference = 40; // of 256, in the channel that differs most
constexpr double toleratedShare = 0.0005; // the words of a small button are more

int rounded(int channel)
{
    return std::min(255, (channel + colorStep / 2) / colorStep * colorStep);
}

int distance(QRgb one, QRgb other)
{
    return std::max({ std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
        std::abs(qBlue(one) - qBlue(other)) });
}

} // namespace

QImage reduced(const QImage& picture)
{
    QImage small
        = picture
              .scaled(picture.size() / reduction, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
              .convertToFormat(QImage::Format_RGB32);
    QList<QRgb> colors;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QRgb full = small.pixel(x, y);
            const QRgb few = qRgb(rounded(qRed(full)), rounded(qGreen(full)), rounded(qBlue(full)));
            small.setPixel(x, y, few);
            if (!colors.contains(few))
                colors.append(few);
        }
    }
    constexpr int fitInATable = 256;
    if (colors.size() > fitInATable)
        return small;
    std::ranges::sort(colors);
    return small.convertToFormat(QImage::Format_Indexed8, colors, Qt::AvoidDither);
}

bool ScreenDifference::isPlain() const
{
    return share > toleratedShare;
}

ScreenDifference differenceOf(const QImage& shown, const QImage& wanted)
{
    if (shown.isNull() || shown.size() != wanted.size())
        return { .picture = shown };
    QImage picture = shown.convertToFormat(QImage::Format_RGB32);
    int plain = 0;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            const QRgb pixel = shown.pixel(x, y);
            const bool differs = distance(pixel, wanted.pixel(x, y)) > plainDifference;
            plain += differs ? 1 : 0;
            const int faint = 192 + qGray(pixel) / 4;
            picture.setPixel(x, y, differs ? qRgb(220, 0, 0) : qRgb(faint, faint, faint));
        }
    }
    return { .share = double(plain) / double(shown.width() * shown.height()), .picture = picture };
}

} // namespace roadloom
