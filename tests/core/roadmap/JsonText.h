// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

namespace roadloom::sample {

/// JSON for tests, written with ' where " is meant.
inline json::value parsed(QByteArray text)
{
    const Result<json::value> value = parseJson(text.replace('\'', '"'));
    if (!value)
        qFatal("no JSON: %s", text.constData());
    return value.value();
}

} // namespace roadloom::sample
