// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonWord.h"

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Literal {
    QLatin1StringView word; ///< compared without regard to case
    QLatin1StringView json;
};

constexpr std::array literals {
    Literal { "true"_L1, "true"_L1 },
    Literal { "false"_L1, "false"_L1 },
    Literal { "null"_L1, "null"_L1 },
    Literal { "none"_L1, "null"_L1 },
    Literal { "nil"_L1, "null"_L1 },
    Literal { "undefined"_L1, "null"_L1 },
    Literal { "nan"_L1, "null"_L1 },
    Literal { "infinity"_L1, "null"_L1 },
    Literal { "+infinity"_L1, "null"_L1 },
    Literal { "-infinity"_L1, "null"_L1 },
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

QStringView takeDigits(QStringView& text)
{
    const auto* const end = std::find_if_not(text.begin(), text.end(), isDigit);
    const QStringView digits = text.first(end - text.begin());
    text = text.sliced(digits.size());
    return digits;
}

bool takeOne(QStringView& text, QStringView oneOf)
{
    if (text.isEmpty() || !oneOf.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

/// A number in the parts that any near language writes; each may be empty, but not both of the
/// digits before and behind the point.
struct Number {
    bool isNegative = false;
    QStringView whole {};
    bool hasPoint = false;
    QStringView fraction {};
    bool isExponentNegative = false;
    QStringView exponent {};
};

std::optional<Number> readNumber(QStringView text)
{
    Number number;
    number.isNegative = text.startsWith(u'-');
    takeOne(text, u"+-");
    number.whole = takeDigits(text);
    number.hasPoint = takeOne(text, u".");
    if (number.hasPoint)
        number.fraction = takeDigits(text);
    if (number.whole.isEmpty() && number.fraction.isEmpty())
        return std::nullopt;
    if (takeOne(text, u"eE")) {
        number.isExponentNegative = text.startsWith(u'-');
        takeOne(text, u"+-");
        number.exponent = takeDigits(text);
    }
    return text.isEmpty() ? std::optional(number) : std::nullopt;
}

QStringView withoutLeadingZeros(QStringView digits)
{
    const auto* const first
        = std::ranges::find_if(digits, [](QChar digit) { return digit != u'0'; });
    return digits.sliced(first - digits.begin());
}

QByteArray written(const Number& number)
{
    QByteArray json;
    if (number.isNegative)
        json += '-';
    const QStringView whole = withoutLeadingZeros(number.whole);
    json += whole.isEmpty() ? "0"_ba : whole.toLatin1();
    if (number.hasPoint)
        json += '.' + (number.fraction.isEmpty() ? "0"_ba : number.fraction.toLatin1());
    if (!number.exponent.isEmpty())
        json += (number.isExponentNegative ? "e-"_ba : "e"_ba) + number.exponent.toLatin1();
    return json;
}

/// Numbers that are not small take a closer look.
bool isSurelyInRange(QStringView number)
{
    constexpr qsizetype safeSize = 100; // without an exponent
    return number.size() <= safeSize && !number.contains(u'e', Qt::CaseInsensitive);
}

/// What fits an int, as readers count.
bool isShortExponent(const Number& number)
{
    constexpr qsizetype mostDigits = 9;
    return withoutLeadingZeros(number.exponent).size() <= mostDigits;
}

/// Where the first digit that is not zero stands, from the point: 1 for 7, 0 for 0.7.
qsizetype magnitude(const Number& number)
{
    constexpr qsizetype huge = 1'000'000'000;
    const qsizetype shift = isShortExponent(number) ? number.exponent.toLongLong() : huge;
    const QStringView whole = withoutLeadingZeros(number.whole);
    const qsizetype place = !whole.isEmpty()
        ? whole.size()
        : withoutLeadingZeros(number.fraction).size() - number.fraction.size();
    return place + (number.isExponentNegative ? -shift : shift);
}

bool isZero(const Number& number)
{
    return withoutLeadingZeros(number.whole).isEmpty()
        && withoutLeadingZeros(number.fraction).isEmpty();
}

/// A number that is zero, and a reader may not see it: Boost.JSON refuses exponents beyond an int
/// and makes 0e999 no number.
bool isHiddenZero(const Number& number)
{
    constexpr qsizetype mostOfDouble = 308;
    constexpr qsizetype tiny = -400;
    if (isZero(number))
        return !isShortExponent(number)
            || (!number.isExponentNegative && number.exponent.toLongLong() > mostOfDouble);
    return magnitude(number) < tiny && !isShortExponent(number);
}

JsonWord inRange(JsonWord word, const Number& number)
{
    if (isHiddenZero(number))
        return { "0.0"_ba, JsonMend::NumberForm };
    double value = 0;
    const char* const end = word.json.constData() + word.json.size();
    const auto result = std::from_chars(word.json.constData(), end, value);
    if (result.ec == std::errc::result_out_of_range && magnitude(number) > 0)
        return { "null"_ba, JsonMend::NumberOutOfRange };
    return word;
}

std::optional<JsonWord> readLiteral(QStringView word)
{
    const auto* const known = std::ranges::find_if(literals, [word](const Literal& literal) {
        return word.compare(literal.word, Qt::CaseInsensitive) == 0;
    });
    if (known == literals.end())
        return std::nullopt;
    const QByteArray json(known->json.data(), known->json.size());
    return word == known->json ? JsonWord { json } : JsonWord { json, JsonMend::ForeignWord };
}

} // namespace

bool isJsonNumber(QStringView word)
{
    takeOne(word, u"-");
    const QStringView whole = takeDigits(word);
    if (whole.isEmpty() || (whole.size() > 1 && whole.front() == u'0'))
        return false;
    if (takeOne(word, u".") && takeDigits(word).isEmpty())
        return false;
    if (takeOne(word, u"eE")) {
        takeOne(word, u"+-");
        if (takeDigits(word).isEmpty())
            return false;
    }
    return word.isEmpty();
}

bool isPlainJsonWord(QStringView word)
{
    return (isSurelyInRange(word) && isJsonNumber(word)) || word == "true"_L1 || word == "false"_L1
        || word == "null"_L1;
}

std::optional<JsonWord> readJsonWord(QStringView word)
{
    if (auto literal = readLiteral(word))
        return literal;
    const std::optional<Number> number = readNumber(word);
    if (!number)
        return std::nullopt;
    const JsonWord read = isJsonNumber(word) ? JsonWord { word.toLatin1() }
                                             : JsonWord { written(*number), JsonMend::NumberForm };
    return isSurelyInRange(word) ? read : inRange(read, *number);
}

JsonWord readCutJsonWord(QStringView word)
{
    if (const auto literal = readLiteral(word))
        return *literal;
    if (const auto number = readJsonWord(word)) // perhaps without its last digits
        return { number->json, JsonMend::CutOff };
    const auto* const known = std::ranges::find_if(literals, [word](const Literal& literal) {
        return literal.word.startsWith(word, Qt::CaseInsensitive);
    });
    return { known != literals.end() ? QByteArray(known->json.data(), known->json.size())
                                     : "null"_ba,
        JsonMend::CutOff };
}

} // namespace roadloom
