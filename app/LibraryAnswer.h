// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"

#include <QEventLoop>

#include <optional>
#include <tuple>
#include <utility>

namespace roadloom {

/// Asks a library, and waits for what its signal tells: for commands, which show no window.
template <class Value, class Signal, class Ask>
[[nodiscard]] Result<Value> answerOf(Library& library, Signal signal, Ask ask)
{
    std::optional<Result<Value>> answer;
    QEventLoop loop;
    QObject::connect(&library, signal, &loop, [&](const auto&... told) {
        answer = std::get<const Result<Value>&>(std::tie(told...));
        loop.quit();
    });
    ask();
    loop.exec();
    return *std::move(answer);
}

} // namespace roadloom
