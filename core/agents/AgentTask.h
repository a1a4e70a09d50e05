// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agents/AgentSetup.h"
#include "core/base/Json.h"
#include "core/base/Language.h"
#include "core/stream/AnswerSplitter.h"
#include "core/stream/NarrationExtractor.h"

#include <QStringList>
#include <QTimer>

#include <optional>

namespace roadloom {

/// One agent at work on one question: sends it, passes the words on as they come, takes the JSON
/// from the answer and reads it, mended if it has to be (see JsonMender). The question carries the
/// form for servers that hold a model to one; a structured answer is passed on in the two parts
/// that any other has. An answer that cannot be used gets one repair turn, which tells the model
/// what was wrong; after that the task fails. What no repair can mend (an answer over a limit,
/// stopped by a filter) fails at once. A failure on the way to the model is tried again as the
/// RetryPolicy says.
///
/// What is mended is only the form: an answer whose meaning would have to be guessed, or that the
/// length limit cut, is one that cannot be used.
///
/// Emits only from the event loop: chunks, perhaps attemptFailed and more chunks, then either
/// (perhaps after mended) the subclass's completed signal or failed, once. Destroying it cancels.
/// Destroy it from a slot connected to it only through deleteLater().
class AgentTask : public QObject {
    Q_OBJECT
public:
    ~AgentTask() override;

    /// Tokens of all tries so far, where the server told.
    [[nodiscard]] ChatUsage usage() const;

    /// Ends the pause before a repetition; otherwise nothing.
    void retryNow();

Q_SIGNALS:
    /// A piece of the answer: prose, then JSON.
    void chunk(const QString& text);
    /// A piece of the model's reasoning.
    void reasoning(const QString& text);
    void waitChanged(const roadloom::Wait& wait);
    /// The answer so far is withdrawn, for the reason given (translated), and is asked for again
    /// after the delay.
    void attemptFailed(const QString& reason, std::chrono::milliseconds delay);
    /// How the answer that completes the task had to be mended: translated sentences.
    void mended(const QStringList& sentences);
    void failed(const roadloom::Error& error);

protected:
    /// Sends at once. The language is that of a repair turn.
    AgentTask(const AgentSetup& setup, Language language, ChatQuestion question);

    /// Reads the answer's JSON and keeps the typed result; the error's details tell the model what
    /// was wrong, one problem a line. Adds to `mends` what was accepted though it is not quite
    /// right, in sentences for people.
    [[nodiscard]] virtual std::optional<Error> accept(const json::value& answer, QStringList& mends)
        = 0;
    /// Emits the subclass's completed signal with what accept() kept.
    virtual void deliver() = 0;

    /// What the one repair turn asks for, and what becomes of the answer it follows.
    struct RepairTurn {
        QString question; ///< in the language of the task
        /// The answer stays; the turn only asks for what is missing from it, and what it says is
        /// not passed on. Otherwise the answer is withdrawn and comes anew.
        bool completesAnswer = false;
    };
    /// After accept() gave this problem: by default asks for the whole answer again.
    [[nodiscard]] virtual RepairTurn repairTurn(const Error& problem) const;
    /// The repair turn's answer cannot be used either, or does not come: whether what accept() kept
    /// of the one before will do. Adds to `mends` what is wrong with it.
    [[nodiscard]] virtual bool settles(QStringList& /*mends*/) { return false; }
    /// Reads the answer to a turn that completesAnswer, instead of accept(); an answer without
    /// JSON is null. There is no further turn.
    virtual void acceptRest(const json::value& /*rest*/, QStringList& /*mends*/) { }
    [[nodiscard]] Language language() const { return m_language; }
    /// There will be no other answer after the one that accept() reads.
    [[nodiscard]] bool isLastTry() const { return m_repairing; }

private:
    void ask();
    void takeText(const QString& text);
    void beginAnew();
    void say(const QString& words);
    void takeCompletion(const ChatCompletion& completion);
    void takeRest(const Result<json::value>& rest);
    void complete();
    void giveUp(const Error& error);
    void fail(const Error& error);
    void releaseReply();
    [[nodiscard]] QStringView jsonTextIn(const ChatCompletion& completion) const;
    [[nodiscard]] std::optional<Error> readAnswer(const ChatCompletion& completion);
    [[nodiscard]] Result<json::value> parseAnswer(
        QStringView text, const ChatCompletion& completion);
    void askForRepair(const ChatCompletion& completion, const Error& problem);

    AgentSetup m_setup;
    Language m_language;
    ChatQuestion m_question;
    std::unique_ptr<ChatReply> m_reply;
    NarrationExtractor m_narration;
    AnswerSplitter m_splitter;
    QStringList m_mends; ///< of the last answer
    ChatUsage m_usage;
    QTimer m_pause; ///< before a repetition
    int m_retries = 0;
    bool m_repairing = false;
    bool m_hasReasoned = false; ///< in the answer that is on
    bool m_completing = false; ///< in a turn that completesAnswer
};

} // namespace roadloom
