// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/EnumWords.h"
#include "core/base/Json.h"

#include <QSet>
#include <QStringList>

#include <limits>
#include <optional>
#include <span>

namespace roadloom {

/// What a typed reading found wrong, in reading order, each as "path: expected …, found …".
/// Bounded: after 20 problems only their number grows.
///
/// Where there are `mends` to tell it, as for a model's answer, it is lenient: a text or object may
/// also stand where a list of such is due, since models leave the brackets of a list of one away.
class ReadProblems {
public:
    /// `mends` must outlive this; null: whatever is not quite right is a problem.
    explicit ReadProblems(QStringList* mends = nullptr)
        : m_mends(mends)
    {
    }

    void add(const QString& path, const QString& expected, const json::value* found);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// At most 20 lines, the last one saying how many more there are.
    [[nodiscard]] QStringList lines() const;
    /// An ErrorKind::BadOutput whose details are the lines.
    [[nodiscard]] Error error(const QString& message) const;

    /// Whether slips are mended rather than problems.
    [[nodiscard]] bool isLenient() const { return m_mends != nullptr; }
    void addLoneItem() { ++m_loneItemCount; }
    /// When all is read: adds to the mends, in sentences for people, translated, what was accepted
    /// though it was not quite right.
    void tellMends() const;

private:
    QStringList* m_mends;
    int m_loneItemCount = 0;
    QStringList m_lines;
    qsizetype m_count = 0;
};

/// The items of a list member of an object, of which one object without brackets is one; nothing if
/// there is no such member.
[[nodiscard]] std::optional<std::span<const json::value>> looseItems(
    const json::value& object, json::string_view key);

/// Reads the members of one JSON object by name and remembers which were asked for, so that the
/// rest can be kept and written back. The reading is the validation: each wrong or missing member
/// is noted in the shared ReadProblems with its path, and a harmless default comes back.
///
/// "required…" notes a problem when the member is missing; the others yield the default for a
/// missing member or null, and note a problem only for a wrong type. Integers are accepted where a
/// number is due, and integral floats (2.0) where an integer is. Object and problems must outlive
/// the reader.
class JsonReader {
public:
    /// `value` is what should be an object; `path` names it in problems ("framework.stages[0]", or
    /// empty for the root).
    JsonReader(const json::value& value, QString path, ReadProblems& problems);

    [[nodiscard]] QString requiredString(json::string_view key);
    [[nodiscard]] QString string(json::string_view key, const QString& fallback = {});
    [[nodiscard]] std::optional<QString> optionalString(json::string_view key);

    [[nodiscard]] double requiredNumber(json::string_view key);
    [[nodiscard]] std::optional<double> optionalNumber(json::string_view key);
    [[nodiscard]] int requiredInteger(json::string_view key);
    [[nodiscard]] int integer(json::string_view key, int fallback);
    [[nodiscard]] bool boolean(json::string_view key, bool fallback);

    [[nodiscard]] QStringList requiredStrings(json::string_view key);
    [[nodiscard]] QStringList strings(json::string_view key);

    /// The value that a text stands for in a vocabulary; any other text is a problem.
    template <class Enum, std::size_t count>
    [[nodiscard]] Enum requiredWord(
        json::string_view key, const std::array<EnumWord<Enum>, count>& words)
    {
        return wordIn(key, requiredString(key), words).value_or(words.front().value);
    }
    template <class Enum, std::size_t count>
    [[nodiscard]] std::optional<Enum> optionalWord(
        json::string_view key, const std::array<EnumWord<Enum>, count>& words)
    {
        const std::optional<QString> text = optionalString(key);
        return text ? wordIn(key, *text, words) : std::nullopt;
    }

    /// The items of a list, each with its path; read(item, itemPath) makes the values. A list of
    /// more than `most` items is a problem and not read.
    template <class Read>
    [[nodiscard]] auto requiredList(
        json::string_view key, Read read, qsizetype most = std::numeric_limits<qsizetype>::max())
    {
        return readList(boundedItems(requiredItems(key, json::kind::object), key, most), key, read);
    }
    template <class Read>
    [[nodiscard]] auto list(
        json::string_view key, Read read, qsizetype most = std::numeric_limits<qsizetype>::max())
    {
        return readList(boundedItems(items(key, json::kind::object), key, most), key, read);
    }

    /// The raw member, marked as asked for; null when it is missing.
    [[nodiscard]] const json::value* member(json::string_view key);
    /// Like member, and notes a problem when it is missing.
    [[nodiscard]] const json::value* requiredMember(json::string_view key);

    void problem(json::string_view key, const QString& expected);

    [[nodiscard]] QString pathOf(json::string_view key) const;
    [[nodiscard]] ReadProblems& problems() { return m_problems; }

    /// The members that were never asked for, in their order.
    [[nodiscard]] json::object extras() const;

private:
    using Items = std::optional<std::span<const json::value>>;

    template <class Read>
    auto readList(const Items& items, json::string_view key, Read read)
    {
        QList<decltype(read(std::declval<const json::value&>(), QString()))> values;
        if (!items)
            return values;
        values.reserve(qsizetype(items->size()));
        for (std::size_t i = 0; i < items->size(); ++i)
            values.append(read((*items)[i], itemPath(key, i)));
        return values;
    }

    template <class Enum, std::size_t count>
    [[nodiscard]] std::optional<Enum> wordIn(
        json::string_view key, const QString& text, const std::array<EnumWord<Enum>, count>& words)
    {
        const std::optional<Enum> value = valueFor(text, words);
        if (!value) {
            QStringList known;
            for (const EnumWord<Enum>& entry : words)
                known.append(entry.word);
            problem(key, QStringLiteral("one of ") + known.join(QStringLiteral(", ")));
        }
        return value;
    }

    [[nodiscard]] QString itemPath(json::string_view key, std::size_t index) const;
    /// `kind` is what a lone item is. Nothing, with a problem noted, for anything but a list.
    [[nodiscard]] Items items(json::string_view key, json::kind kind);
    [[nodiscard]] Items requiredItems(json::string_view key, json::kind kind);
    [[nodiscard]] Items itemsIn(json::string_view key, const json::value* value, json::kind kind);
    [[nodiscard]] Items boundedItems(const Items& items, json::string_view key, qsizetype most);
    [[nodiscard]] std::optional<double> numberIn(
        json::string_view key, const json::value& value, const QString& expected);
    [[nodiscard]] std::optional<int> integerIn(json::string_view key, const json::value& value);
    [[nodiscard]] QString stringIn(json::string_view key, const json::value& value);
    [[nodiscard]] QStringList stringsIn(json::string_view key, const Items& items);

    const json::object* m_object;
    QString m_path;
    ReadProblems& m_problems;
    QSet<QByteArray> m_asked;
};

} // namespace roadloom
