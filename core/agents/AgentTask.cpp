// SPDX-License-Identifier: Apache-2.0
#include "core/agents/AgentTask.h"

#include "core/agents/Prompt.h"
#include "core/stream/JsonInside.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// An answer this long need not be sent back whole for the model to see what it did.
constexpr qsizetype maxRepeatedAnswer = 200'000;

Error noJson()
{
    return { ErrorKind::BadOutput,
        AgentTask::tr("The model's answer holds no result that can be read."),
        u"The answer holds no JSON object."_s };
}

Error filtered()
{
    return { ErrorKind::Server,
        AgentTask::tr(
            "The server's content filter stopped the answer. Say the goal in other words, "
            "or use another model."),
        {} };
}

/// Some models put their one result into a list.
const json::value& onlyItem(const json::value& value)
{
    const json::array* list = value.if_array();
    return list != nullptr && list->size() == 1 ? list->front() : value;
}

Error afterTries(Error error, int count)
{
    error.message = AgentTask::tr("%1 %n tries were made.", nullptr, count).arg(error.message);
    return error;
}

Error tooLong(const Error& problem)
{
    return { ErrorKind::BadOutput,
        AgentTask::tr("The model stopped at its length limit, before its answer was complete."),
        "The answer was cut off because it was too long. Answer more briefly.\n"_L1
            + problem.details };
}

} // namespace

AgentTask::AgentTask(
    const AgentSetup& setup, ReplyMode mode, Language language, QList<ChatMessage> messages)
    : m_setup(setup)
    , m_mode(mode)
    , m_language(language)
    , m_messages(std::move(messages))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &AgentTask::ask);
    ask();
}

AgentTask::~AgentTask() = default;

ChatUsage AgentTask::usage() const
{
    return m_usage;
}

void AgentTask::ask()
{
    m_splitter = AnswerSplitter();
    m_reply = m_setup.model.send({ .messages = m_messages, .mode = m_mode });
    connect(m_reply.get(), &ChatReply::textDelta, this, &AgentTask::takeText);
    connect(m_reply.get(), &ChatReply::reasoningDelta, this, &AgentTask::reasoning);
    connect(m_reply.get(), &ChatReply::waitChanged, this, &AgentTask::waitChanged);
    connect(m_reply.get(), &ChatReply::finished, this, &AgentTask::takeCompletion);
    connect(m_reply.get(), &ChatReply::failed, this, &AgentTask::fail);
}

void AgentTask::takeText(const QString& text)
{
    // The views tell prose from JSON for themselves; here only the JSON is wanted.
    static_cast<void>(m_splitter.feed(text));
    Q_EMIT chunk(text);
}

void AgentTask::takeCompletion(const ChatCompletion& completion)
{
    releaseReply();
    m_usage += completion.usage;
    static_cast<void>(m_splitter.finish());
    if (m_splitter.hasOverflowed()) {
        giveUp({ ErrorKind::TooLarge,
            tr("The model's result is longer than %L1 characters. Ask for a narrower goal.")
                .arg(AnswerSplitter::maxJsonLength),
            {} });
        return;
    }
    const std::optional<Error> problem = readAnswer(completion);
    if (!problem)
        deliver();
    else if (problem->kind != ErrorKind::BadOutput)
        giveUp(*problem);
    else if (!m_repairing)
        askForRepair(completion, *problem);
    else
        giveUp({ ErrorKind::BadOutput,
            tr("%1 A second try did not help. Try again, or use a stronger model.")
                .arg(problem->message),
            problem->details });
}

void AgentTask::fail(const Error& error)
{
    releaseReply();
    const auto delay = m_setup.retries.delayBefore(
        m_retries + 1, error, QRandomGenerator::global()->generateDouble());
    if (!delay) {
        giveUp(m_retries == 0 ? error : afterTries(error, m_retries + 1));
        return;
    }
    ++m_retries;
    m_pause.start(*delay);
    Q_EMIT attemptFailed(error.message, *delay);
}

void AgentTask::retryNow()
{
    if (m_pause.isActive())
        m_pause.start(0);
}

void AgentTask::giveUp(const Error& error)
{
    deliverRefused();
    Q_EMIT failed(error);
}

void AgentTask::releaseReply()
{
    // Its signal is what brought us here, so it may only be deleted later; as our child it is gone
    // with us at the latest, and so never outlives the model.
    ChatReply* reply = m_reply.release();
    reply->disconnect(this);
    reply->setParent(this);
    reply->deleteLater();
}

std::optional<Error> AgentTask::readAnswer(const ChatCompletion& completion)
{
    const QStringView text
        = m_splitter.json().isEmpty() ? jsonInside(completion.text) : m_splitter.json();
    if (text.isEmpty() && completion.finishReason == FinishReason::ContentFilter)
        return filtered();
    if (text.isEmpty())
        return completion.finishReason == FinishReason::Length ? tooLong(noJson()) : noJson();
    const Result<json::value> value = parseJson(text.toUtf8());
    if (value)
        return accept(onlyItem(value.value()));
    const Error unreadable { ErrorKind::BadOutput,
        tr("The model's answer holds JSON that cannot be read."),
        "The JSON is not valid. %1 %2"_L1.arg(value.error().message, value.error().details) };
    return completion.finishReason == FinishReason::Length ? tooLong(unreadable) : unreadable;
}

void AgentTask::askForRepair(const ChatCompletion& completion, const Error& problem)
{
    m_repairing = true;
    Q_EMIT attemptFailed(
        tr("%1 The model is told what was wrong and asked once more.").arg(problem.message),
        std::chrono::milliseconds(0));
    // Servers refuse an empty assistant turn, and a huge one would only crowd out the answer.
    if (!completion.text.isEmpty() && completion.text.size() <= maxRepeatedAnswer)
        m_messages.append({ ChatRole::Assistant, completion.text });
    m_messages.append({ ChatRole::User,
        renderPrompt(u"repair"_s, m_language, { { u"problems"_s, problem.details } }) });
    // Not at once: a slot of attemptFailed may just have asked for this task's deletion.
    QMetaObject::invokeMethod(this, &AgentTask::ask, Qt::QueuedConnection);
}

} // namespace roadloom
