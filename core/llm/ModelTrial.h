// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"
#include "core/base/WordCount.h"
#include "core/llm/HttpChatModel.h"

#include <QElapsedTimer>
#include <QObject>

namespace roadloom {

/// What a short conversation showed about a model.
struct TrialResult {
    QString model; ///< as the server named it; may be empty
    std::chrono::milliseconds firstWord { 0 }; ///< of the answer or its reasoning
    /// Of the answer, from its first word on; nothing if it came in one piece or too fast to tell.
    std::optional<double> wordsPerSecond {};
    bool streams = false; ///< words came one after the other
    bool reasons = false;
    /// The strongest form that it kept to; nothing if that could not be found out.
    std::optional<StructuredOutput> structuredOutput {};

    bool operator==(const TrialResult&) const = default;
};

/// Tries a model: lets it say a few sentences, then answer in the strongest form that is asked of
/// it (see ModelEndpoint::structuredOutput). A model without a word has failed; one that failed
/// only when it was asked for the form has not. Emits only from the event loop: waits and words,
/// then exactly one of finished and failed. Destroying it cancels.
class ModelTrial final : public QObject {
    Q_OBJECT
public:
    /// Sends at once. `language` is that of the question.
    ModelTrial(const ModelEndpoint& endpoint, Language language, QObject* parent = nullptr);
    ~ModelTrial() override;
    Q_DISABLE_COPY_MOVE(ModelTrial)

Q_SIGNALS:
    void waitChanged(const roadloom::Wait& wait);
    /// It has begun to reason before its first answer.
    void reasoningStarted();
    /// What the model says in its first answer.
    void spoke(const QString& words);
    void finished(const roadloom::TrialResult& result);
    void failed(const roadloom::Error& error);

private:
    void askForWords();
    void askForForm();
    void noteWord();
    void takeWords(const QString& words);
    void endWords(const ChatCompletion& completion);
    void endForm(const ChatCompletion& completion);
    void ask(const ChatQuestion& question);
    [[nodiscard]] std::optional<Error> findSilence(const ChatCompletion& completion) const;
    void releaseReply();

    HttpChatModel m_model;
    Language m_language;
    bool m_asksForForm;
    std::unique_ptr<ChatReply> m_reply;
    QElapsedTimer m_clock;
    std::optional<qint64> m_firstWord; ///< ms
    qint64 m_firstOfAnswer = 0;
    qint64 m_lastOfAnswer = 0;
    int m_pieces = 0;
    WordCount m_words;
    TrialResult m_result;
};

} // namespace roadloom
