// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace roadloom {

/// What tells one server from another: scheme, host and port, e.g. "https://api.example.org:443".
/// Keys and redirects stay within it. Host and scheme in lower case, as QUrl keeps them; an
/// international host in its ASCII form.
[[nodiscard]] QString originOf(const QUrl& url);

/// Host and port, as a reader is told of a server; without the port where the address has none.
[[nodiscard]] QString hostAndPort(const QUrl& url);

} // namespace roadloom
