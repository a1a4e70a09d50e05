// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatReply.h"

#include "core/base/Overload.h"
#include "core/llm/FormFallback.h"

#include <utility>

namespace roadloom {

namespace {

constexpr qint64 packagingFactor = 16; // how much longer than its words a body may be

/// In bytes, without writing them. Surrogates come in pairs.
qint64 utf8Size(QStringView text)
{
    qint64 size = 0;
    for (const QChar unit : text)
        size += unit.unicode() < 0x80 ? 1 : unit.unicode() < 0x800 || unit.isSurrogate() ? 2 : 3;
    return size;
}

} // namespace

HttpChatReply::HttpChatReply(const ModelEndpoint& endpoint, const ChatQuestion& question,
    std::shared_ptr<StructuredOutput> form)
    : m_endpoint(endpoint)
    , m_question(question)
    , m_form(std::move(form))
    , m_failures(failuresAt(endpoint))
{
    m_endpoint.structuredOutput = *m_form;
    send();
}

HttpChatReply::~HttpChatReply()
{
    letGo();
}

void HttpChatReply::send()
{
    m_over = false;
    m_bodyBytes = 0;
    const ChatDialect& dialect = dialectFor(m_endpoint.style);
    m_decoder = dialect.decoder(m_failures);
    m_exchange = std::make_unique<HttpExchange>(dialect.request(m_endpoint, m_question),
        m_endpoint.network, m_endpoint.patience, m_failures);
    connect(m_exchange.get(), &HttpExchange::waitChanged, this, &ChatReply::waitChanged);
    connect(m_exchange.get(), &HttpExchange::bytesReceived, this, &HttpChatReply::takeBytes);
    connect(m_exchange.get(), &HttpExchange::fellSilent, this, &HttpChatReply::handleSilence);
    connect(m_exchange.get(), &HttpExchange::bodyEnded, this, &HttpChatReply::finishAnswer);
    connect(m_exchange.get(), &HttpExchange::failed, this, &HttpChatReply::fail);
}

void HttpChatReply::takeBytes(QByteArrayView bytes)
{
    if (m_over)
        return;
    m_bodyBytes += bytes.size();
    if (m_bodyBytes > m_endpoint.answerLimit * packagingFactor) {
        fail(m_failures.tooLarge(m_endpoint.answerLimit));
        return;
    }
    const qint64 pieces = m_decoder->pieceCount();
    m_decoder->feed(bytes, [this](const ChatDelta& delta) { take(delta); });
    if (m_over)
        return;
    if (m_decoder->isComplete())
        m_exchange->noteOutcome();
    if (m_decoder->pieceCount() > pieces)
        m_exchange->noteWord();
}

void HttpChatReply::take(const ChatDelta& delta)
{
    if (m_over)
        return;
    std::visit(Overload {
                   [this](const TextDelta& piece) {
                       m_completion.text += piece.text;
                       if (staysWithinLimit(piece.text))
                           Q_EMIT textDelta(piece.text);
                   },
                   [this](const ReasoningDelta& piece) {
                       if (staysWithinLimit(piece.text))
                           Q_EMIT reasoningDelta(piece.text);
                   },
                   [this](TextWasReasoning) {
                       m_completion.text.clear();
                       Q_EMIT textWasReasoning();
                   },
                   [this](const AnswerEnd& end) { succeed(end); },
                   [this](const Error& error) { fail(error); },
               },
        delta);
}

bool HttpChatReply::staysWithinLimit(const QString& piece)
{
    m_answerBytes += utf8Size(piece);
    if (m_answerBytes > m_endpoint.answerLimit)
        fail(m_failures.tooLarge(m_endpoint.answerLimit));
    return !m_over;
}

/// An answer that is all there counts, even if the connection stays open behind it.
void HttpChatReply::handleSilence()
{
    if (!m_over && (m_decoder->isComplete() || m_decoder->holdsFailure()))
        finishAnswer(BodyEnd::Proper);
}

void HttpChatReply::finishAnswer(BodyEnd end)
{
    m_decoder->finish(end, [this](const ChatDelta& delta) { take(delta); });
}

void HttpChatReply::succeed(const AnswerEnd& end)
{
    m_completion.finishReason = end.reason;
    m_completion.model = end.model;
    m_completion.usage = end.usage;
    if (m_question.schema)
        *m_form = m_endpoint.structuredOutput;
    letGo();
    Q_EMIT finished(m_completion);
}

void HttpChatReply::fail(const Error& error)
{
    const int status = m_exchange ? m_exchange->status() : 0;
    letGo();
    if (!askInAWeakerForm(error, status))
        Q_EMIT failed(error);
}

bool HttpChatReply::askInAWeakerForm(const Error& refusal, int status)
{
    if (!m_question.schema || m_answerBytes > 0)
        return false;
    const auto weaker = weakerForm(m_endpoint.structuredOutput, refusal, status);
    if (!weaker)
        return false;
    m_endpoint.structuredOutput = *weaker;
    // Not now: it is the decoder, perhaps, that called us.
    QMetaObject::invokeMethod(this, &HttpChatReply::send, Qt::QueuedConnection);
    return true;
}

void HttpChatReply::letGo()
{
    m_over = true;
    if (!m_exchange)
        return;
    m_exchange->disconnect(this);
    m_exchange.release()->deleteLater(); // it may be what called us
}

} // namespace roadloom
