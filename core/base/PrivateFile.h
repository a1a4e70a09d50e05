// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

#include <optional>

/// Files for their owner alone. The sentences of errors name the file.
namespace roadloom {

/// The whole file; ErrorKind::NotFound if there is none, TooLarge if it has more than `most` bytes.
[[nodiscard]] Result<QByteArray> readPrivateFile(const QString& path, qint64 most);

/// Replaces the file by one with these bytes, or leaves it as it was. Nobody but the owner may read
/// it at any time, not even while it is written. Makes the folder; follows a symbolic link.
[[nodiscard]] std::optional<Error> writePrivateFile(const QString& path, const QByteArray& bytes);

/// Renames the file to PATH.damaged, or with the first free number, PATH.damaged-2, and gives that
/// name.
[[nodiscard]] Result<QString> setAside(const QString& path);

/// Takes from group and others what they may do with the file; whether there was anything to take.
[[nodiscard]] Result<bool> closeToOthers(const QString& path);

} // namespace roadloom
