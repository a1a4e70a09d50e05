// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/http/Wait.h"
#include "core/llm/ChatMessage.h"

#include <QObject>

namespace roadloom {

/// One exchange with a model. Emits only from the event loop, never inside ChatModel::send: any
/// number of waits and deltas, then exactly one of finished or failed. Destroying it cancels: the
/// socket closes and no signal follows. It may be destroyed from a slot connected to it only
/// through deleteLater(). Lives on the thread that made it.
class ChatReply : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// What is being waited for now; before the first delta, and not with each.
    void waitChanged(const roadloom::Wait& wait);
    /// A piece of the answer, never empty. UTF-8 has been decoded after framing, so a piece never
    /// holds half a character.
    void textDelta(const QString& text);
    /// A piece of the model's reasoning, apart from the answer.
    void reasoningDelta(const QString& text);
    /// All text so far turns out to have been reasoning: the answer begins behind it.
    void textWasReasoning();
    /// The protocol's own end was seen.
    void finished(const roadloom::ChatCompletion& completion);
    /// No complete answer. The deltas already given stay what they are.
    void failed(const roadloom::Error& error);
};

} // namespace roadloom
