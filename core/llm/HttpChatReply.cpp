// SPDX-License-Identifier: Apache-2.0
#include "core/llm/HttpChatReply.h"

#include "core/base/Overload.h"

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

HttpChatReply::HttpChatReply(
    const ModelEndpoint& endpoint, const ChatQuestion& question, std::shared_ptr<WeakerForm> form)
    : m_endpoint(endpoint)
    , m_question(question)
    , m_known(std::move(form))
    , m_form(*m_known)
    , m_failures(failuresAt(endpoint))
{
    m_endpoint.structuredOutput = m_form.form;
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
        *m_known = m_form;
    letGo();
    Q_EMIT finished(m_completion);
}

void HttpChatReply::fail(const Error& error)
{
    const RefusedRequest refused = refusedRequest(error);
    letGo();
    if (askInAWeakerForm(error, refused))
        return;
    // What refused the stronger ones was the form, or the same refusal would have come again.
    if (m_question.schema && error.isTransient)
        *m_known = m_form;
    Q_EMIT failed(error);
}

RefusedRequest HttpChatReply::refusedRequest(const Error& failure) const
{
    if (!m_exchange)
        return {};
    // Inside a stream that began as a success, the event is in the details.
    const QByteArray body
        = m_exchange->errorBody().isEmpty() ? failure.details.toUtf8() : m_exchange->errorBody();
    return { .httpStatus = m_exchange->status(),
        .words = serverWordsIn(body),
        .isPage = QByteArrayView(body).trimmed().startsWith('<') };
}

bool HttpChatReply::askInAWeakerForm(const Error& failure, const RefusedRequest& refused)
{
    if (!m_question.schema || m_answerBytes > 0)
        return false;
    const auto weaker = weakerForm(m_form.form, failure, refused);
    if (!weaker)
        return false;
    m_form = { .form = weaker->form, .isTold = m_form.isTold && weaker->isTold };
    m_endpoint.structuredOutput = m_form.form;
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
