// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatReply.h"

#include <QPointer>
#include <QSignalSpy>

#include <memory>
#include <optional>
#include <utility>

namespace roadloom::test {

/// One exchange with a model, watched: what its reply said and whether it kept to its promises.
class Exchange final : public QObject {
    Q_OBJECT
public:
    explicit Exchange(std::unique_ptr<ChatReply> reply)
        : m_reply(std::move(reply))
        , m_alive(m_reply.get())
    {
        connect(m_reply.get(), &ChatReply::textDelta, this, [this](const QString& piece) {
            note(piece.isEmpty());
            text += piece;
            Q_EMIT spoke();
        });
        connect(m_reply.get(), &ChatReply::reasoningDelta, this, [this](const QString& piece) {
            note(piece.isEmpty());
            reasoning += piece;
            Q_EMIT spoke();
        });
        connect(m_reply.get(), &ChatReply::textWasReasoning, this, [this] {
            note(text.isEmpty());
            reasoning += std::exchange(text, {});
        });
        connect(m_reply.get(), &ChatReply::finished, this, [this](const ChatCompletion& whole) {
            note(whole.text != text);
            completion = whole;
            ++endCount;
            Q_EMIT over();
        });
        connect(m_reply.get(), &ChatReply::failed, this, [this](const Error& failure) {
            note(failure.message.isEmpty());
            error = failure;
            ++endCount;
            Q_EMIT over();
        });
    }

    /// Waits for the end, however it is.
    [[nodiscard]] bool wait()
    {
        constexpr int patience = 10'000;
        return endCount > 0 || QSignalSpy(this, &Exchange::over).wait(patience);
    }
    void cancel() { m_reply.reset(); }
    /// deleteLater(), which may be called from a slot, and twice.
    void cancelLater()
    {
        if (m_reply)
            m_reply.release()->deleteLater();
    }
    /// Null when it is gone.
    [[nodiscard]] ChatReply* reply() const { return m_alive; }

    QString text;
    QString reasoning;
    std::optional<ChatCompletion> completion;
    std::optional<Error> error;
    int signalCount = 0;
    int endCount = 0;
    bool brokeItsPromise = false; ///< an empty piece, a signal after the end, another whole

Q_SIGNALS:
    void spoke();
    void over();

private:
    void note(bool isWrong)
    {
        ++signalCount;
        brokeItsPromise |= isWrong || endCount > 0;
    }

    std::unique_ptr<ChatReply> m_reply;
    QPointer<ChatReply> m_alive;
};

} // namespace roadloom::test
