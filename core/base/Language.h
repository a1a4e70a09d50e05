// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

/// The languages that Roadloom's own data (prompts, curricula) is written in.
enum class Language { English, Chinese };

/// "en" or "zh": the key under which bilingual data keeps a text.
[[nodiscard]] QString languageCode(Language language);

/// Which of our languages serves a BCP 47 code or locale name ("zh", "zh-CN", "zh_TW", "en", "fr"):
/// Chinese for any kind of Chinese, English for all others.
[[nodiscard]] Language languageForCode(QStringView code);

/// True for a Han character of the basic plane.
[[nodiscard]] bool isHan(QChar character);

/// The language a text is written in: Chinese if it holds a Han character, else English.
[[nodiscard]] Language languageOfText(QStringView text);

/// A text that data files carry in both languages.
struct BilingualText {
    QString english;
    QString chinese;

    [[nodiscard]] const QString& in(Language language) const
    {
        return language == Language::Chinese ? chinese : english;
    }
    bool operator==(const BilingualText&) const = default;
};

} // namespace roadloom
