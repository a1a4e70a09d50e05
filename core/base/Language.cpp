// SPDX-License-Identifier: Apache-2.0
#include "core/base/Language.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

QString languageCode(Language language)
{
    return language == Language::Chinese ? u"zh"_s : u"en"_s;
}

Language languageForCode(QStringView code)
{
    return code.startsWith("zh"_L1, Qt::CaseInsensitive) ? Language::Chinese : Language::English;
}

bool isHan(QChar character)
{
    return character.script() == QChar::Script_Han;
}

Language languageOfText(QStringView text)
{
    const QList<uint> characters = text.toUcs4();
    const bool hasHan = std::ranges::any_of(characters,
        [](char32_t character) { return QChar::script(character) == QChar::Script_Han; });
    return hasHan ? Language::Chinese : Language::English;
}

} // namespace roadloom
