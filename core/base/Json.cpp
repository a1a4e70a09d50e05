// SPDX-License-Identifier: Apache-2.0
#include "core/base/Json.h"

#include <QCoreApplication>

#include <boost/json/stream_parser.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int indentWidth = 2;

class Writer {
public:
    explicit Writer(bool indented)
        : m_indented(indented)
    {
    }

    [[nodiscard]] QByteArray take() { return std::move(m_out); }

    void write(const json::value& value)
    {
        switch (value.kind()) {
        case json::kind::null:
            m_out += "null";
            break;
        case json::kind::bool_:
            m_out += value.get_bool() ? "true" : "false";
            break;
        case json::kind::int64:
            m_out += QByteArray::number(qint64(value.get_int64()));
            break;
        case json::kind::uint64:
            m_out += QByteArray::number(quint64(value.get_uint64()));
            break;
        case json::kind::double_:
            writeDouble(value.get_double());
            break;
        case json::kind::string:
            writeString(value.get_string());
            break;
        case json::kind::array:
            writeArray(value.get_array());
            break;
        case json::kind::object:
            writeObject(value.get_object());
            break;
        }
    }

private:
    void writeDouble(double number)
    {
        if (!std::isfinite(number)) {
            m_out += "null";
            return;
        }
        // The longest fixed notation of a double has 309 digits before or 1074 behind the point.
        std::array<char, 1100> digits {};
        const auto end = std::to_chars(
            digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
        const QByteArrayView text(digits.data(), end.ptr);
        m_out += text;
        if (!text.contains('.'))
            m_out += ".0";
    }

    void writeString(json::string_view text)
    {
        constexpr std::array hex { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c',
            'd', 'e', 'f' };
        m_out += '"';
        std::size_t plain = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte >= 0x20 && byte != '"' && byte != '\\')
                continue;
            m_out.append(text.data() + plain, qsizetype(i - plain));
            plain = i + 1;
            m_out += '\\';
            switch (byte) {
            case '"':
            case '\\':
                m_out += static_cast<char>(byte);
                break;
            case '\n':
                m_out += 'n';
                break;
            case '\r':
                m_out += 'r';
                break;
            case '\t':
                m_out += 't';
                break;
            case '\b':
                m_out += 'b';
                break;
            case '\f':
                m_out += 'f';
                break;
            default:
                m_out += "u00";
                m_out += hex[byte >> 4U];
                m_out += hex[byte & 0xFU];
            }
        }
        m_out.append(text.data() + plain, qsizetype(text.size() - plain));
        m_out += '"';
    }

    void writeArray(const json::array& array)
    {
        m_out += '[';
        beginLevel();
        bool first = true;
        for (const json::value& item : array) {
            separate(first);
            write(item);
        }
        endLevel(array.empty());
        m_out += ']';
    }

    void writeObject(const json::object& object)
    {
        m_out += '{';
        beginLevel();
        bool first = true;
        for (const auto& [key, item] : object) {
            separate(first);
            writeString(key);
            m_out += m_indented ? ": " : ":";
            write(item);
        }
        endLevel(object.empty());
        m_out += '}';
    }

    void beginLevel() { ++m_level; }

    void separate(bool& first)
    {
        if (!first)
            m_out += ',';
        first = false;
        breakLine();
    }

    void endLevel(bool empty)
    {
        --m_level;
        if (!empty)
            breakLine();
    }

    void breakLine()
    {
        if (m_indented)
            m_out += '\n' + QByteArray(qsizetype(m_level) * indentWidth, ' ');
    }

    QByteArray m_out;
    bool m_indented;
    int m_level = 0;
};

} // namespace

Result<json::value> parseJson(QByteArrayView utf8)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF"); // which some editors write
    if (utf8.startsWith(byteOrderMark))
        utf8 = utf8.sliced(byteOrderMark.size());
    json::parse_options options;
    options.max_depth = 64;
    json::error_code failure;
    json::stream_parser parser({}, options);
    const std::size_t read
        = parser.write_some(utf8.data(), static_cast<std::size_t>(utf8.size()), failure);
    if (!failure && read < static_cast<std::size_t>(utf8.size())
        && !utf8.sliced(qsizetype(read)).trimmed().isEmpty()) {
        failure = json::error::extra_data;
    }
    if (!failure)
        parser.finish(failure);
    if (!failure)
        return parser.release();

    const QByteArrayView before = utf8.first(std::min(qsizetype(read), utf8.size()));
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return Error { ErrorKind::BadOutput,
        QCoreApplication::translate(
            "Json", "This is no valid JSON: the error is in line %1, column %2.")
            .arg(line)
            .arg(column),
        QString::fromStdString(failure.message()) };
}

QByteArray writeJson(const json::value& value)
{
    Writer writer(false);
    writer.write(value);
    return writer.take();
}

QByteArray writeIndentedJson(const json::value& value)
{
    Writer writer(true);
    writer.write(value);
    return writer.take();
}

QString toQString(json::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

json::string toJsonString(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return json::string(utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

json::array toJsonArray(const QStringList& texts)
{
    json::array array;
    array.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString& text : texts)
        array.emplace_back(toJsonString(text));
    return array;
}

void addMissing(json::object& object, const json::object& more)
{
    for (const auto& [key, value] : more)
        object.emplace(key, value); // leaves what is there
}

} // namespace roadloom
