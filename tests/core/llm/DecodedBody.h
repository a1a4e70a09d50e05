// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatDialect.h"

#include <QByteArrayList>

#include <optional>
#include <utility>

namespace roadloom::test {

/// All that came out of one body.
struct Outcome {
    QString text;
    QString reasoning;
    std::optional<AnswerEnd> end;
    std::optional<Error> error;
    bool brokeTheOrder = false; ///< an empty delta, or anything after the end

    bool operator==(const Outcome&) const = default;
};

struct Collect {
    Outcome& outcome;

    void operator()(const TextDelta& delta) const
    {
        outcome.text += delta.text;
        outcome.brokeTheOrder |= delta.text.isEmpty();
    }
    void operator()(const ReasoningDelta& delta) const
    {
        outcome.reasoning += delta.text;
        outcome.brokeTheOrder |= delta.text.isEmpty();
    }
    void operator()(TextWasReasoning) const
    {
        outcome.brokeTheOrder |= outcome.text.isEmpty();
        outcome.reasoning += std::exchange(outcome.text, {});
    }
    void operator()(const AnswerEnd& end) const { outcome.end = end; }
    void operator()(const Error& error) const { outcome.error = error; }
};

inline Outcome decodeBody(
    ApiStyle style, const QByteArrayList& pieces, BodyEnd end = BodyEnd::Proper)
{
    Outcome outcome;
    const auto sink = [&](const ChatDelta& delta) {
        outcome.brokeTheOrder |= outcome.end.has_value() || outcome.error.has_value();
        std::visit(Collect { outcome }, delta);
    };
    const auto decoder = dialectFor(style).decoder(
        ServerFailures(QUrl(QStringLiteral("http://model.test:8080/v1"))));
    for (const QByteArray& piece : pieces)
        decoder->feed(piece, sink);
    decoder->finish(end, sink);
    return outcome;
}

inline QByteArrayList byteByByte(const QByteArray& body)
{
    QByteArrayList pieces;
    pieces.reserve(body.size());
    for (qsizetype i = 0; i < body.size(); ++i)
        pieces.append(body.mid(i, 1));
    return pieces;
}

} // namespace roadloom::test
