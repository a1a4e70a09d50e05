// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

/// The one JSON value type of the core is Boost.JSON's: it keeps the order of keys and 64-bit
/// integers. This header adds what Roadloom needs around it: QString in and out, bounded parsing,
/// and the one writer.
namespace roadloom {

namespace json = boost::json;

/// Parses one whole JSON text. At most 64 levels deep. The error (ErrorKind::BadOutput) names line
/// and column, both from 1, columns in bytes.
[[nodiscard]] Result<json::value> parseJson(QByteArrayView utf8);

/// Compact UTF-8: no white space, keys in their order, only what RFC 8259 demands is escaped.
/// Doubles are decimals with at least one digit behind the point and never an exponent (`2.0`,
/// `0.5`); a double that is not finite is written as null, since JSON has no word for it.
[[nodiscard]] QByteArray writeJson(const json::value& value);

/// The same value for people: two spaces an indent, one key a line.
[[nodiscard]] QByteArray writeIndentedJson(const json::value& value);

[[nodiscard]] QString toQString(json::string_view text);
[[nodiscard]] json::string toJsonString(QStringView text);
[[nodiscard]] json::array toJsonArray(const QStringList& texts);

/// Adds the members whose keys the object does not have yet.
void addMissing(json::object& object, const json::object& more);

} // namespace roadloom
