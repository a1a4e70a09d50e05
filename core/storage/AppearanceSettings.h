// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/EnumWords.h"
#include "core/base/Error.h"

#include <QDebug>
#include <QString>

#include <array>
#include <optional>

namespace roadloom {

enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class MotionChoice { System, Reduced };
enum class LanguageChoice { System, English, Chinese };
/// What sends words of several lines; the other of the two keys is a new line then, as is
/// Shift+Enter.
enum class SendKey { Enter, ControlEnter };

// The words for them in files.
inline constexpr std::array themeWords {
    EnumWord<ThemeChoice> { ThemeChoice::System, QLatin1StringView("system") },
    EnumWord<ThemeChoice> { ThemeChoice::Light, QLatin1StringView("light") },
    EnumWord<ThemeChoice> { ThemeChoice::Dark, QLatin1StringView("dark") },
    EnumWord<ThemeChoice> { ThemeChoice::HighContrast, QLatin1StringView("high_contrast") },
};
inline constexpr std::array motionWords {
    EnumWord<MotionChoice> { MotionChoice::System, QLatin1StringView("system") },
    EnumWord<MotionChoice> { MotionChoice::Reduced, QLatin1StringView("reduced") },
};
inline constexpr std::array languageWords {
    EnumWord<LanguageChoice> { LanguageChoice::System, QLatin1StringView("system") },
    EnumWord<LanguageChoice> { LanguageChoice::English, QLatin1StringView("en") },
    EnumWord<LanguageChoice> { LanguageChoice::Chinese, QLatin1StringView("zh_CN") },
};
inline constexpr std::array sendKeyWords {
    EnumWord<SendKey> { SendKey::Enter, QLatin1StringView("enter") },
    EnumWord<SendKey> { SendKey::ControlEnter, QLatin1StringView("ctrl_enter") },
};

/// The sizes of text there are, in percent of the system's.
inline constexpr std::array textSizes { 80, 90, 100, 110, 125, 150, 175, 200 };

/// The size there is that is nearest; the usual one for what is no size.
[[nodiscard]] int nearestTextSize(int percent);

/// How the learner wants the window.
struct Appearance {
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100; ///< one of textSizes
    MotionChoice motion = MotionChoice::System;
    LanguageChoice language = LanguageChoice::System;
    SendKey sendKey = SendKey::Enter;

    bool operator==(const Appearance&) const = default;
};

/// The next of textSizes, above for more than 0 steps, else below; the same at the ends.
[[nodiscard]] int textSizeBeside(int percent, int steps);

QDebug operator<<(QDebug debug, const Appearance& appearance);

/// The appearance in the file appearance.ini of a folder, one key a wish, so that a person can
/// change it as well.
class AppearanceSettings {
public:
    /// The folder is made when something is first written.
    explicit AppearanceSettings(const QString& folder);

    [[nodiscard]] QString path() const { return m_path; }

    /// What the file says. What it does not say, or says in a way that nobody understands, is as it
    /// is without a file; a size between two is the nearest.
    [[nodiscard]] Appearance read() const;

    /// Keeps what else is in the file.
    [[nodiscard]] std::optional<Error> write(const Appearance& appearance) const;

private:
    QString m_path;
};

} // namespace roadloom
