// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QString>

/// The certificates of tests/data/tls, whose make.sh says what they are.
namespace roadloom::test {

/// What a server shows that has this one, e.g. "server" or "expired".
[[nodiscard]] QSslConfiguration certificate(const QString& name);
/// A file there, e.g. "ca.pem".
[[nodiscard]] QString certificateFile(const QString& name);

} // namespace roadloom::test
