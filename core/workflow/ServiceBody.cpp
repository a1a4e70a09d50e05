// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceBody.h"

#include "core/workflow/ServiceEvent.h"

#include <algorithm>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ServiceBody)
};

constexpr qsizetype startLimit = qsizetype(64) * 1024; // an error body is short
constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";

} // namespace

Error notAGenerationStream(const ServerFailures& failures, QByteArrayView start)
{
    return failures.worded(ErrorKind::Protocol,
        Translation::tr("What answers at %1 does not speak as a roadmap service does. Check the "
                        "service's address.")
            .arg(failures.where()),
        QString::fromUtf8(start));
}

ServiceBody::ServiceBody(const ServerFailures& failures)
    : m_failures(failures)
{
}

std::optional<Error> ServiceBody::feed(QByteArrayView bytes, const SseParser::Sink& sink)
{
    m_bytes += bytes.size();
    if (m_bytes > maxBytes)
        return m_failures.tooLarge(maxBytes);
    if (m_form == Form::Unknown)
        m_form = formOf(bytes);
    if (m_form == Form::Unknown || m_form == Form::Events) {
        if (m_events.feed(bytes, sink))
            return std::nullopt;
        return m_failures.tooLarge(maxEventBytes);
    }
    m_start += bytes.first(std::min(bytes.size(), startLimit - m_start.size()));
    return m_start.size() < startLimit ? std::nullopt : std::optional(notEvents());
}

std::optional<Error> ServiceBody::finish() const
{
    if (m_form == Form::Json || m_form == Form::WebPage)
        return notEvents();
    return std::nullopt;
}

ServiceBody::Form ServiceBody::formOf(QByteArrayView bytes) const
{
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    const auto first = std::ranges::find_if_not(
        bytes, [](char c) { return QByteArrayView(" \t\r\n").contains(c); });
    if (first == bytes.end())
        return Form::Unknown;
    switch (*first) {
    case '<':
        return Form::WebPage;
    case '{':
    case '[':
        return Form::Json;
    default:
        return Form::Events;
    }
}

Error ServiceBody::notEvents() const
{
    if (m_form == Form::WebPage)
        return m_failures.worded(ErrorKind::Protocol,
            Translation::tr("What answers at %1 is a web page, not a roadmap service. Check the "
                            "service's address, and whether this network wants you to sign in "
                            "first.")
                .arg(m_failures.where()),
            QString::fromUtf8(m_start));
    const ServiceEvent event = readServiceEvent(m_start);
    if (const auto* report = std::get_if<ReportedError>(&event))
        return m_failures.insteadOfAnswer(report->words, m_start);
    return notAGenerationStream(m_failures, m_start);
}

} // namespace roadloom
