// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace roadloom {

/// The desktop's style, but that no button is tighter around its text than its neighbours are:
/// some styles give long texts a few pixels only.
class RoomyStyle final : public QProxyStyle {
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
        const QSize& contents, const QWidget* widget) const override;
};

} // namespace roadloom
