// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonMends.h"

#include <QCoreApplication>

#include <algorithm>

namespace roadloom {

namespace {

/// In the order of JsonMend.
constexpr std::array<const char*, jsonMendCount> texts {
    QT_TRANSLATE_N_NOOP("JsonMends", "%n comments were left out."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n superfluous commas were left out."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n missing commas were added."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n superfluous brackets were left out."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n missing brackets were added."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n texts in single quotation marks were accepted."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n typographic marks were replaced."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n names without quotation marks were accepted."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n texts without quotation marks were accepted."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n words of other languages than JSON were replaced."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n numbers were written another way."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n line ends or other control characters were escaped."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n invalid escapes were replaced."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n quotation marks within texts were escaped."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n broken characters were replaced."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n pieces of text behind the end were left out."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n stray pieces of text were left out."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n missing colons were added."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n missing values were taken for null."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n numbers that are too large were taken for null."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n pieces that were cut off were ended."),
    QT_TRANSLATE_N_NOOP("JsonMends", "%n parts that are nested too deeply were left out."),
};

} // namespace

bool JsonMends::isDoubtful() const
{
    return std::any_of(m_counts.begin() + std::ptrdiff_t(JsonMend::StrayText), m_counts.end(),
        [](int count) { return count > 0; });
}

QStringList JsonMends::sentences() const
{
    QStringList sentences;
    for (std::size_t i = 0; i < jsonMendCount; ++i) {
        if (m_counts[i] > 0)
            sentences.append(
                QCoreApplication::translate("JsonMends", texts[i], nullptr, m_counts[i]));
    }
    return sentences;
}

} // namespace roadloom
