// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/ServerFailures.h"
#include "core/stream/SseParser.h"

#include <optional>

namespace roadloom {

/// The body of one response of a service, without I/O: its events, or why it is no event stream.
/// The first byte that is no white space tells, since neither a status of success nor a
/// Content-Type does: web pages and error bodies come with 200 too.
///
/// Bounded: maxEventBytes an event, maxBytes for the whole body.
class ServiceBody {
public:
    static constexpr qsizetype maxEventBytes = qsizetype(16) * 1024 * 1024;
    /// What agents may say (ServiceConversation::maxSaidBytes), sixteen times for what is around
    /// it.
    static constexpr qint64 maxBytes = qint64(1024) * 1024 * 1024;

    explicit ServiceBody(const ServerFailures& failures);

    /// Hands out the events that the bytes complete. An error ends it: ErrorKind::Protocol or
    /// TooLarge, or what the service reports instead of a stream.
    [[nodiscard]] std::optional<Error> feed(QByteArrayView bytes, const SseParser::Sink& sink);
    /// The body has ended: why it was no event stream, if it was none. An empty one counts as one.
    [[nodiscard]] std::optional<Error> finish() const;

    [[nodiscard]] const SseParser& events() const { return m_events; }

private:
    enum class Form { Unknown, Events, Json, WebPage };

    [[nodiscard]] Form formOf(QByteArrayView bytes) const;
    [[nodiscard]] Error notEvents() const;

    ServerFailures m_failures;
    SseParser m_events { maxEventBytes };
    Form m_form = Form::Unknown;
    QByteArray m_start; ///< of a body that is no event stream, as far as it is looked at
    qint64 m_bytes = 0;
};

/// What is said when an answer is not that of a roadmap service, which `start` may show.
[[nodiscard]] Error notAGenerationStream(const ServerFailures& failures, QByteArrayView start = {});

} // namespace roadloom
