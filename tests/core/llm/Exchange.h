// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/ChatReply.h"

#include <QList>
#include <QSignalSpy>

#include <memory>
#include <optional>

namespace roadloom::test {

/// One exchange with a model, watched: what its reply said and whether it kept to its promises.
class Exchange final : public QObject {
    Q_OBJECT
public:
    explicit Exchange(std::unique_ptr<ChatReply> reply)
        : m_reply(reply.release())
    {
        // Owned by hand: it may be gone before this is, by deleteLater() from one of its signals.
        connect(m_reply, &ChatReply::textDelta, this, [this](const QString& piece) {
            note(piece.isEmpty());
            text += piece;
            Q_EMIT spoke();
        });
        connect(m_reply, &ChatReply::reasoningDelta, this, [this](const QString& piece) {
            note(piece.isEmpty());
            reasoning += piece;
            Q_EMIT spoke();
        });
        connect(m_reply, &ChatReply::finished, this, [this](const ChatCompletion& whole) {
            note(whole.text != text);
            completion = whole;
            ++endCount;
            Q_EMIT over();
        });
        connect(m_reply, &ChatReply::failed, this, [this](const Error& failure) {
            note(failure.message.isEmpty());
            error = failure;
            ++endCount;
            Q_EMIT over();
        });
    }
    ~Exchange() override { cancel(); }
    Q_DISABLE_COPY_MOVE(Exchange)

    /// Waits for the end, however it is.
    [[nodiscard]] bool wait()
    {
        constexpr int patience = 10'000;
        return endCount > 0 || QSignalSpy(this, &Exchange::over).wait(patience);
    }
    void cancel() { std::unique_ptr<ChatReply>(m_reply.data()).reset(); }
    [[nodiscard]] ChatReply* reply() const { return m_reply; }

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

    QPointer<ChatReply> m_reply;
};

} // namespace roadloom::test
