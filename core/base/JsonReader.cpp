// SPDX-License-Identifier: Apache-2.0
#include "core/base/JsonReader.h"

#include "core/base/PlainText.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype maxProblems = 20;
constexpr qsizetype maxShownText = 40;

/// What stands there, short enough for a sentence. Models are told this in a repair turn, so it
/// is English on purpose.
QString shown(const json::value* value)
{
    if (value == nullptr)
        return u"nothing"_s;
    switch (value->kind()) {
    case json::kind::null:
        return u"null"_s;
    case json::kind::bool_:
        return value->get_bool() ? u"true"_s : u"false"_s;
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_:
        return u"the number "_s + QString::fromUtf8(writeJson(*value)).left(maxShownText);
    case json::kind::string:
        return u"\"%1\""_s.arg(shortLine(toQString(value->get_string()), maxShownText));
    case json::kind::array:
        return u"a list"_s;
    case json::kind::object:
        return u"an object"_s;
    }
    Q_UNREACHABLE();
}

QByteArray keyBytes(json::string_view key)
{
    return { key.data(), qsizetype(key.size()) };
}

} // namespace

void ReadProblems::add(const QString& path, const QString& expected, const json::value* found)
{
    if (++m_count > maxProblems) {
        if (m_lines.size() == maxProblems)
            m_lines.removeLast(); // makes room for the number of the others
        return;
    }
    m_lines.append(u"%1: expected %2, found %3"_s.arg(
        path.isEmpty() ? u"(the whole text)"_s : path, expected, shown(found)));
}

QStringList ReadProblems::lines() const
{
    QStringList lines = m_lines;
    if (m_count > m_lines.size())
        lines.append(u"and %1 more"_s.arg(m_count - m_lines.size()));
    return lines;
}

Error ReadProblems::error(const QString& message) const
{
    return { ErrorKind::BadOutput, message, lines().join(u'\n') };
}

void ReadProblems::tellMends() const
{
    if (m_mends != nullptr && m_loneItemCount > 0)
        m_mends->append(QCoreApplication::translate("ReadProblems",
            "%n values without brackets were taken for lists of one.", nullptr, m_loneItemCount));
}

std::optional<std::span<const json::value>> looseItems(
    const json::value& object, json::string_view key)
{
    const json::object* const members = object.if_object();
    const json::value* const member = members != nullptr ? members->if_contains(key) : nullptr;
    if (member == nullptr)
        return std::nullopt;
    if (const json::array* const list = member->if_array())
        return std::span(list->data(), list->size());
    if (member->is_object())
        return std::span(member, 1);
    return std::nullopt;
}

JsonReader::JsonReader(const json::value& value, QString path, ReadProblems& problems)
    : m_object(value.if_object())
    , m_path(std::move(path))
    , m_problems(problems)
{
    static const json::object empty;
    if (m_object == nullptr) {
        m_problems.add(m_path, u"an object"_s, &value);
        m_object = &empty;
    }
}

QString JsonReader::pathOf(json::string_view key) const
{
    return m_path.isEmpty() ? toQString(key) : QString(m_path + u'.' + toQString(key));
}

QString JsonReader::itemPath(json::string_view key, std::size_t index) const
{
    return u"%1[%2]"_s.arg(pathOf(key)).arg(index);
}

const json::value* JsonReader::member(json::string_view key)
{
    m_asked.insert(keyBytes(key));
    return m_object->if_contains(key);
}

const json::value* JsonReader::requiredMember(json::string_view key)
{
    const json::value* value = member(key);
    if (value == nullptr)
        problem(key, u"a value"_s);
    return value;
}

void JsonReader::problem(json::string_view key, const QString& expected)
{
    m_problems.add(pathOf(key), expected, m_object->if_contains(key));
}

QString JsonReader::stringIn(json::string_view key, const json::value& value)
{
    if (const json::string* text = value.if_string())
        return toQString(*text);
    problem(key, u"a text"_s);
    return {};
}

QString JsonReader::requiredString(json::string_view key)
{
    if (const json::value* value = member(key))
        return stringIn(key, *value);
    problem(key, u"a text"_s);
    return {};
}

std::optional<QString> JsonReader::optionalString(json::string_view key)
{
    const json::value* value = member(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    return stringIn(key, *value);
}

QString JsonReader::string(json::string_view key, const QString& fallback)
{
    return optionalString(key).value_or(fallback);
}

std::optional<double> JsonReader::numberIn(
    json::string_view key, const json::value& value, const QString& expected)
{
    double number = 0;
    if (const double* real = value.if_double())
        number = *real;
    else if (const std::int64_t* integral = value.if_int64())
        number = double(*integral);
    else if (const std::uint64_t* large = value.if_uint64())
        number = double(*large);
    else
        number = std::numeric_limits<double>::quiet_NaN();
    if (std::isfinite(number))
        return number;
    problem(key, expected);
    return std::nullopt;
}

std::optional<int> JsonReader::integerIn(json::string_view key, const json::value& value)
{
    const QString expected = u"a whole number"_s;
    const std::optional<double> number = numberIn(key, value, expected);
    if (!number)
        return std::nullopt;
    if (*number == std::floor(*number) && std::abs(*number) <= std::numeric_limits<int>::max())
        return int(*number);
    problem(key, expected);
    return std::nullopt;
}

double JsonReader::requiredNumber(json::string_view key)
{
    if (const json::value* value = member(key))
        return numberIn(key, *value, u"a number"_s).value_or(0.0);
    problem(key, u"a number"_s);
    return 0.0;
}

std::optional<double> JsonReader::optionalNumber(json::string_view key)
{
    const json::value* value = member(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    return numberIn(key, *value, u"a number"_s);
}

int JsonReader::requiredInteger(json::string_view key)
{
    if (const json::value* value = member(key))
        return integerIn(key, *value).value_or(0);
    problem(key, u"a whole number"_s);
    return 0;
}

int JsonReader::integer(json::string_view key, int fallback)
{
    const json::value* value = member(key);
    if (value == nullptr || value->is_null())
        return fallback;
    return integerIn(key, *value).value_or(fallback);
}

bool JsonReader::boolean(json::string_view key, bool fallback)
{
    const json::value* value = member(key);
    if (value == nullptr || value->is_null())
        return fallback;
    if (const bool* truth = value->if_bool())
        return *truth;
    problem(key, u"true or false"_s);
    return fallback;
}

QStringList JsonReader::stringsIn(json::string_view key, const Items& items)
{
    QStringList texts;
    if (!items)
        return texts;
    texts.reserve(qsizetype(items->size()));
    for (std::size_t i = 0; i < items->size(); ++i) {
        const json::value& item = (*items)[i];
        if (const json::string* text = item.if_string())
            texts.append(toQString(*text));
        else
            m_problems.add(itemPath(key, i), u"a text"_s, &item);
    }
    return texts;
}

QStringList JsonReader::requiredStrings(json::string_view key)
{
    return stringsIn(key, requiredItems(key, json::kind::string));
}

QStringList JsonReader::strings(json::string_view key)
{
    return stringsIn(key, items(key, json::kind::string));
}

JsonReader::Items JsonReader::items(json::string_view key, json::kind kind)
{
    const json::value* value = member(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    return itemsIn(key, value, kind);
}

JsonReader::Items JsonReader::requiredItems(json::string_view key, json::kind kind)
{
    return itemsIn(key, member(key), kind);
}

JsonReader::Items JsonReader::itemsIn(
    json::string_view key, const json::value* value, json::kind kind)
{
    if (const json::array* list = value != nullptr ? value->if_array() : nullptr)
        return std::span(list->data(), list->size());
    if (value != nullptr && value->kind() == kind && m_problems.isLenient()) {
        m_problems.addLoneItem();
        return std::span(value, 1);
    }
    problem(key, u"a list"_s);
    return std::nullopt;
}

JsonReader::Items JsonReader::boundedItems(
    const Items& items, json::string_view key, qsizetype most)
{
    if (!items || qsizetype(items->size()) <= most)
        return items;
    m_problems.add(pathOf(key), u"at most %1 items"_s.arg(most), m_object->if_contains(key));
    return std::nullopt;
}

json::object JsonReader::extras() const
{
    json::object rest;
    for (const auto& [key, value] : *m_object) {
        if (!m_asked.contains(keyBytes(key)))
            rest.emplace(key, value);
    }
    return rest;
}

} // namespace roadloom
