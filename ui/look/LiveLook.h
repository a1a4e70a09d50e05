// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/AppearanceSettings.h"
#include "ui/look/RoomyStyle.h"
#include "ui/look/Theme.h"

#include <QFont>
#include <QObject>

#include <functional>
#include <optional>

namespace roadloom {

class SystemAppearance;

/// Keeps the running application's style, palette and font as the learner and the desktop wish. One
/// at a time, while there is a QApplication.
class LiveLook final : public QObject {
    Q_OBJECT
public:
    using SystemFont = std::function<QFont()>;

    /// What the desktop says must outlive this. Its font is asked for whenever Qt tells the windows
    /// that the desktop's theme has changed.
    explicit LiveLook(const SystemAppearance& system, const Appearance& wanted = {},
        SystemFont systemFont = desktopFont, QObject* parent = nullptr);
    [[nodiscard]] static QFont desktopFont();

    /// At once, in every open window.
    void apply(const Appearance& appearance);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] std::optional<Theme> ownTheme(const QPalette& desktop) const;
    void applyStyle(bool isOwn, Motion motion);
    void applyFont();

    const SystemAppearance& m_system;
    Appearance m_wanted;
    SystemFont m_askForFont;
    QFont m_systemFont;
    std::optional<Theme> m_theme; ///< none: the desktop's
    struct Style {
        bool isOwn;
        Motion motion;
        bool operator==(const Style&) const = default;
    };
    std::optional<Style> m_style; ///< none: not set yet
    int m_textPercent = 100;
};

} // namespace roadloom
