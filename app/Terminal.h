// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom::terminal {

/// Writes one line to a person, on standard error. Control characters are removed, so that a
/// server's words cannot steer the terminal.
void say(const QString& line);

/// Writes to standard output at once. False if it could not be written.
bool print(const QByteArray& utf8);
bool print(const QString& text);

} // namespace roadloom::terminal
