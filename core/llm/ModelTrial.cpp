// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ModelTrial.h"

#include "core/http/LenientJson.h"

#include <utility>

namespace roadloom {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 shortestRatedSpeech = 200; // ms; what is shorter says nothing about speed

QString questionIn(Language language)
{
    return language == Language::Chinese
        ? u"用三句话说明，学习一门新技能时什么最有帮助。"_s
        : u"In three sentences: what helps most when learning something new?"_s;
}

/// The smallest form that shows whether one is kept.
AnswerSchema smallForm()
{
    AnswerSchema form { .name = u"short_answer"_s, .schema = {}, .instructions = {} };
    form.schema = {
        { "type", "object" },
        { "properties", json::object { { "narration", { { "type", "string" } } } } },
        { "required", json::array { "narration" } },
        { "additionalProperties", false },
    };
    form.instructions = u"Answer with one JSON object and nothing else. Its only member, "
                        "\"narration\", is your answer as a string."_s;
    return form;
}

bool keepsTheForm(const QString& answer)
{
    const auto value = parseLenientJson(answer.toUtf8());
    const json::object* const object = value ? value->if_object() : nullptr;
    return object != nullptr && object->contains("narration");
}

} // namespace

ModelTrial::ModelTrial(const ModelEndpoint& endpoint, Language language, QObject* parent)
    : QObject(parent)
    , m_model(endpoint)
    , m_language(language)
    , m_asksForForm(endpoint.structuredOutput != StructuredOutput::None)
{
    askForWords();
}

ModelTrial::~ModelTrial() = default;

void ModelTrial::askForWords()
{
    m_clock.start();
    ask({ .messages = { { ChatRole::User, questionIn(m_language) } } });
    connect(m_reply.get(), &ChatReply::reasoningDelta, this, [this] {
        noteWord();
        if (!std::exchange(m_result.reasons, true))
            Q_EMIT reasoningStarted();
    });
    connect(m_reply.get(), &ChatReply::textDelta, this, &ModelTrial::takeWords);
    connect(m_reply.get(), &ChatReply::finished, this, &ModelTrial::endWords);
    connect(m_reply.get(), &ChatReply::failed, this, [this](const Error& error) {
        releaseReply();
        Q_EMIT failed(error);
    });
}

void ModelTrial::askForForm()
{
    ask({ .messages = { { ChatRole::User, questionIn(m_language) } }, .schema = smallForm() });
    connect(m_reply.get(), &ChatReply::finished, this, &ModelTrial::endForm);
    connect(m_reply.get(), &ChatReply::failed, this, [this] {
        releaseReply();
        Q_EMIT finished(m_result); // it did speak
    });
}

void ModelTrial::ask(const ChatQuestion& question)
{
    m_reply = m_model.send(question);
    connect(m_reply.get(), &ChatReply::waitChanged, this, &ModelTrial::waitChanged);
}

void ModelTrial::noteWord()
{
    if (!m_firstWord)
        m_firstWord = m_clock.elapsed();
}

void ModelTrial::takeWords(const QString& words)
{
    noteWord();
    m_lastOfAnswer = m_clock.elapsed();
    if (m_pieces == 0)
        m_firstOfAnswer = m_lastOfAnswer;
    ++m_pieces;
    m_words.add(words);
    Q_EMIT spoke(words);
}

void ModelTrial::endWords(const ChatCompletion& completion)
{
    releaseReply();
    if (const auto silence = findSilence(completion)) {
        Q_EMIT failed(*silence);
        return;
    }
    const qint64 speaking = m_lastOfAnswer - m_firstOfAnswer;
    m_result.model = completion.model;
    m_result.firstWord = std::chrono::milliseconds(m_firstWord.value_or(0));
    m_result.streams = m_pieces > 1;
    if (speaking >= shortestRatedSpeech)
        m_result.wordsPerSecond = double(m_words.words()) * 1000.0 / double(speaking);
    if (m_asksForForm) {
        askForForm();
    } else {
        m_result.structuredOutput = StructuredOutput::None;
        Q_EMIT finished(m_result);
    }
}

/// Why an answer that came to its end is none.
std::optional<Error> ModelTrial::findSilence(const ChatCompletion& completion) const
{
    if (completion.finishReason == FinishReason::ContentFilter)
        return Error { ErrorKind::Server,
            tr("The model, or a filter of its server, refuses even a harmless question. Use "
               "another model."),
            {} };
    if (!completion.text.trimmed().isEmpty())
        return std::nullopt;
    if (m_result.reasons)
        return Error { ErrorKind::BadOutput,
            tr("The model only reasoned and gave no answer. Turn its reasoning off, where there is "
               "a choice, or use another model."),
            {} };
    return Error { ErrorKind::BadOutput,
        tr("The server answered without a single word. Check the model's name, or use another "
           "model."),
        {} };
}

void ModelTrial::endForm(const ChatCompletion& completion)
{
    releaseReply();
    m_result.structuredOutput
        = keepsTheForm(completion.text) ? m_model.structuredOutput() : StructuredOutput::None;
    Q_EMIT finished(m_result);
}

void ModelTrial::releaseReply()
{
    m_reply->disconnect(this);
    m_reply.release()->deleteLater(); // its signal is what brought us here
}

} // namespace roadloom
