// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/JsonMends.h"

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace roadloom {

/// What a value without quotation marks means in JSON.
struct JsonWord {
    QByteArray json;
    std::optional<JsonMend> mend {};
};

/// A number as RFC 8259 (section 6) writes it, whatever its size.
[[nodiscard]] bool isJsonNumber(QStringView word);

/// A literal, or a number that any reader takes: nothing to mend. Cheap.
[[nodiscard]] bool isPlainJsonWord(QStringView word);

/// A number or literal of JSON or of a language near to it. A number that is no finite double is
/// null (NumberOutOfRange); so are NaN and Infinity (ForeignWord). Nothing for any other word.
[[nodiscard]] std::optional<JsonWord> readJsonWord(QStringView word);

/// The same for a word of which the text's end may have cut the rest ("tru", "1.", "-"): CutOff.
[[nodiscard]] JsonWord readCutJsonWord(QStringView word);

} // namespace roadloom
