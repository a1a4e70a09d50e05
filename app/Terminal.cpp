// SPDX-License-Identifier: Apache-2.0
#include "app/Terminal.h"

#include "core/base/PlainText.h"

#include <cstdio>

namespace roadloom::terminal {

namespace {

bool writeAll(std::FILE* stream, const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

void say(const QString& line)
{
    writeAll(stderr, plainText(line).toUtf8() + '\n');
}

bool print(const QByteArray& utf8)
{
    return writeAll(stdout, utf8);
}

bool print(const QString& text)
{
    return print(text.toUtf8());
}

} // namespace roadloom::terminal
