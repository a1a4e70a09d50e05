// SPDX-License-Identifier: Apache-2.0
#include "core/agents/AgentTask.h"

#include "core/agents/AnswerForm.h"
#include "core/agents/Prompt.h"
#include "core/stream/JsonInside.h"
#include "core/stream/JsonMender.h"

#include <QRandomGenerator>

#include <algorithm>

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

Error onlyReasoning()
{
    Error problem = noJson();
    problem.message = AgentTask::tr("The model only reasoned and gave no answer. Where Settings "
                                    "offers it, turn its reasoning off.");
    return problem;
}

Error noWords()
{
    Error problem = noJson();
    problem.message = AgentTask::tr("The model answered without a single word.");
    return problem;
}

Error filtered()
{
    return { ErrorKind::Server,
        AgentTask::tr("The model, or a filter of its server, refuses to answer this. Say the goal "
                      "in other words, or use another model."),
        {} };
}

/// Without the narration. Some models put their one result into a list.
json::value resultIn(json::value answer)
{
    if (json::array* list = answer.if_array(); list != nullptr && list->size() == 1) {
        json::value only = std::move(list->front());
        answer = std::move(only);
    }
    if (json::object* members = answer.if_object()) {
        const auto narration = members->find(narrationMember);
        if (narration != members->end())
            members->stable_erase(narration);
    }
    return answer;
}

Error afterTries(Error error, int count)
{
    error.message = AgentTask::tr("%1 %n tries were made.", nullptr, count).arg(error.message);
    return error;
}

bool isClosingBracket(QChar character)
{
    return character == u'}' || character == u']';
}

QStringView behind(QStringView json, QStringView answer)
{
    const qsizetype at = answer.lastIndexOf(json);
    return answer.sliced(at < 0 ? 0 : at + json.size());
}

/// There are brackets behind the JSON in the answer.
bool goesOnBehind(QStringView json, QStringView answer)
{
    return std::ranges::any_of(behind(json, answer),
        [](QChar character) { return QStringView(u"{}[]").contains(character); });
}

/// A superfluous bracket ended the JSON in its midst: a comma stands behind it, and the JSON is no
/// item of a list.
bool hasClosedEarly(QStringView json, QStringView answer)
{
    const QStringView rest = behind(json, answer);
    const auto* const next = std::ranges::find_if_not(
        rest, [](QChar character) { return character.isSpace() || isClosingBracket(character); });
    const QStringView before = answer.chopped(rest.size() + json.size()).trimmed();
    return next != rest.end() && *next == u',' && !before.endsWith(u'[');
}

Error endless()
{
    return { ErrorKind::TooLarge,
        AgentTask::tr("The model's answer is too long to be a roadmap, and was broken off. Ask for "
                      "a narrower goal, or use another model."),
        {} };
}

Error tooLong(const Error& problem)
{
    return { ErrorKind::BadOutput,
        AgentTask::tr("The model stopped at its length limit, before its answer was complete."),
        "The answer was cut off because it was too long. Answer more briefly.\n"_L1
            + problem.details };
}

} // namespace

AgentTask::AgentTask(const AgentSetup& setup, Language language, ChatQuestion question)
    : m_setup(setup)
    , m_language(language)
    , m_question(std::move(question))
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // its end is counted down to
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
    m_narration = NarrationExtractor();
    m_splitter = AnswerSplitter();
    m_hasReasoned = false;
    m_reply = m_setup.model.send(m_question);
    connect(m_reply.get(), &ChatReply::textDelta, this, &AgentTask::takeText);
    connect(m_reply.get(), &ChatReply::reasoningDelta, this, &AgentTask::reasoning);
    connect(m_reply.get(), &ChatReply::textWasReasoning, this, &AgentTask::beginAnew);
    connect(m_reply.get(), &ChatReply::reasoningDelta, this, [this] { m_hasReasoned = true; });
    connect(m_reply.get(), &ChatReply::waitChanged, this, &AgentTask::waitChanged);
    connect(m_reply.get(), &ChatReply::finished, this, &AgentTask::takeCompletion);
    connect(m_reply.get(), &ChatReply::failed, this, &AgentTask::fail);
}

void AgentTask::takeText(const QString& text)
{
    say(m_narration.feed(text));
    if (!m_splitter.hasOverflowed())
        return;
    releaseReply(); // there is no sense in hearing it out
    if (m_completing)
        takeRest(noJson());
    else
        giveUp(endless());
}

/// What was said stays said, but no result is looked for in it.
void AgentTask::beginAnew()
{
    say(m_narration.finish());
    m_narration = NarrationExtractor();
    m_splitter = AnswerSplitter();
    say(u"\n\n"_s); // so that the answer begins a line
}

void AgentTask::say(const QString& words)
{
    if (words.isEmpty())
        return;
    // The views tell prose from JSON for themselves; here only the JSON is wanted.
    static_cast<void>(m_splitter.feed(words));
    if (!m_completing)
        Q_EMIT chunk(words);
}

void AgentTask::takeCompletion(const ChatCompletion& completion)
{
    releaseReply();
    m_usage += completion.usage;
    say(m_narration.finish());
    static_cast<void>(m_splitter.finish());
    if (m_completing) {
        const QStringView text = jsonTextIn(completion);
        const bool isUsable = !m_splitter.hasOverflowed() && !text.isEmpty();
        takeRest(isUsable ? parseAnswer(text, completion) : noJson());
        return;
    }
    if (m_splitter.hasOverflowed()) {
        giveUp(endless());
        return;
    }
    const std::optional<Error> problem = readAnswer(completion);
    if (!problem)
        complete();
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

/// What came before is kept, even if the rest does not come.
void AgentTask::takeRest(const Result<json::value>& rest)
{
    acceptRest(rest ? rest.value() : json::value(), m_mends);
    complete();
}

void AgentTask::complete()
{
    if (!m_mends.isEmpty())
        Q_EMIT mended(m_mends);
    deliver();
}

/// An earlier answer may do.
void AgentTask::giveUp(const Error& error)
{
    QStringList mends;
    if (!m_repairing || !settles(mends)) {
        Q_EMIT failed(error);
        return;
    }
    m_mends = mends;
    complete();
}

void AgentTask::fail(const Error& error)
{
    releaseReply();
    say(m_narration.finish());
    const auto delay = m_setup.retries.delayBefore(
        m_retries + 1, error, QRandomGenerator::global()->generateDouble());
    if (!delay && m_completing) {
        takeRest(error);
        return;
    }
    if (!delay) {
        giveUp(m_retries == 0 ? error : afterTries(error, m_retries + 1));
        return;
    }
    ++m_retries;
    m_pause.start(*delay);
    if (!m_completing)
        Q_EMIT attemptFailed(error.message, *delay);
}

void AgentTask::retryNow()
{
    if (m_pause.isActive())
        m_pause.start(0);
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

/// The narration is the model's to write, JSON and fences included: the object around it tells for
/// certain where the result is.
QStringView AgentTask::jsonTextIn(const ChatCompletion& completion) const
{
    return m_narration.hasNarration() || m_splitter.json().isEmpty() ? jsonInside(completion.text)
                                                                     : m_splitter.json();
}

std::optional<Error> AgentTask::readAnswer(const ChatCompletion& completion)
{
    const QStringView text = jsonTextIn(completion);
    if (text.isEmpty() && completion.finishReason == FinishReason::ContentFilter)
        return filtered();
    if (text.isEmpty() && completion.text.trimmed().isEmpty())
        return m_hasReasoned ? onlyReasoning() : noWords();
    if (text.isEmpty())
        return completion.finishReason == FinishReason::Length ? tooLong(noJson()) : noJson();
    m_mends.clear();
    Result<json::value> value = parseAnswer(text, completion);
    if (value)
        return accept(resultIn(std::move(value).value()), m_mends);
    const Error unreadable { ErrorKind::BadOutput,
        tr("The model's answer holds JSON that cannot be read."),
        "The JSON is not valid. %1 %2"_L1.arg(value.error().message, value.error().details) };
    return completion.finishReason == FinishReason::Length ? tooLong(unreadable) : unreadable;
}

/// A cut answer is not mended: it could pass for a shorter one, and nobody would see what is
/// missing.
Result<json::value> AgentTask::parseAnswer(QStringView text, const ChatCompletion& completion)
{
    if (hasClosedEarly(text, completion.text))
        return Error { ErrorKind::BadOutput, {},
            "A bracket too many closes the JSON before its end: more of it stands behind."_L1 };
    Result<json::value> strict = parseJson(text.toUtf8());
    if (strict)
        return strict;
    JsonMender mender;
    QByteArray json;
    mender.feed(text, json);
    mender.finish(json);
    // Some servers call a cut answer finished. Where JSON goes on behind the fence, it closed too
    // early; else the model forgot the last brackets.
    const bool isCut = !mender.isComplete()
        && (completion.finishReason != FinishReason::Stop
            || (m_splitter.isJsonCut() && goesOnBehind(text, completion.text)));
    if (isCut || mender.mends().isDoubtful())
        return strict;
    Result<json::value> value = parseJson(json);
    if (!value)
        return strict;
    m_mends += mender.mends().sentences();
    return value;
}

AgentTask::RepairTurn AgentTask::repairTurn(const Error& problem) const
{
    return { .question
        = renderPrompt(u"repair"_s, m_language, { { u"problems"_s, problem.details } }) };
}

void AgentTask::askForRepair(const ChatCompletion& completion, const Error& problem)
{
    m_repairing = true;
    const RepairTurn turn = repairTurn(problem);
    m_completing = turn.completesAnswer;
    // Servers refuse an assistant turn without a word, and a huge one would only crowd out the
    // answer.
    if (!completion.text.trimmed().isEmpty() && completion.text.size() <= maxRepeatedAnswer)
        m_question.messages.append({ ChatRole::Assistant, completion.text });
    m_question.messages.append({ ChatRole::User, turn.question });
    if (!m_completing)
        Q_EMIT attemptFailed(
            tr("%1 The model is told what was wrong and asked once more.").arg(problem.message),
            std::chrono::milliseconds(0));
    // Not at once: a slot of attemptFailed may just have asked for this task's deletion.
    QMetaObject::invokeMethod(this, &AgentTask::ask, Qt::QueuedConnection);
}

} // namespace roadloom
