// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/AgentEvent.h"

#include <functional>
#include <memory>
#include <optional>

namespace roadloom {

/// What `generate` prints (--format).
enum class OutputFormat { Text, Sse, NdJson, Json, Markdown };

[[nodiscard]] std::optional<OutputFormat> outputFormatFromName(QStringView name);

/// Turns agent events into the bytes of one output format.
class EventPrinter {
public:
    using Write = std::function<void(const QByteArray& utf8)>;

    EventPrinter() = default;
    Q_DISABLE_COPY_MOVE(EventPrinter)
    virtual ~EventPrinter() = default;

    virtual void print(const AgentEvent& event) = 0;
};

/// `write` takes each piece as soon as it exists.
[[nodiscard]] std::unique_ptr<EventPrinter> makePrinter(
    OutputFormat format, EventPrinter::Write write);

} // namespace roadloom
