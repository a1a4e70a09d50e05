// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Wait.h"
#include "core/llm/ChatMessage.h"
#include "core/roadmap/LearnerRequest.h"
#include "core/workflow/FinishedWork.h"

#include <QObject>

namespace roadloom {

/// Whatever produces a roadmap from a request, as a stream of agent events. One run at a time.
///
/// After start() or goOn(): any number of events, the last of which is an ErrorEvent or a
/// DoneEvent; nothing follows it. Events come only from the event loop, never inside start(),
/// goOn(), cancel() or answerReview(). Lives on one thread. It may be destroyed at any moment, also
/// from a slot through deleteLater().
class RoadmapSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Starts a run. Must not be called while one is on.
    virtual void start(const LearnerRequest& request) = 0;
    /// Starts a run from where another one for the same request broke off. What was finished is not
    /// told again, unless it is a service's task, which is told from its first event on. A source
    /// that cannot do so begins anew.
    virtual void goOn(const LearnerRequest& request, const FinishedWork& /*finished*/)
    {
        start(request);
    }
    /// The part of it that goOn() can build on; nothing: it begins anew.
    [[nodiscard]] virtual FinishedWork usable(const FinishedWork& /*finished*/) const { return {}; }
    /// Starts a run that the built-in courses answer, this once, where canStandIn(); elsewhere the
    /// same as start().
    virtual void startStandIn(const LearnerRequest& request) { start(request); }
    /// Whoever answers is somewhere else, and the built-in courses may take their place.
    [[nodiscard]] virtual bool canStandIn() const { return false; }
    /// Ends the run at once: connections close, no event follows. Safe at any moment, also from a
    /// slot connected to eventEmitted, and when no run is on.
    virtual void cancel() = 0;
    /// The same, but a service that has the run goes on with it for a while, so that it can be
    /// taken up there.
    virtual void leave() { cancel(); }
    /// While a try that failed waits for its repetition (AttemptFailedEvent), or a broken stream
    /// for its reconnection (WaitFor::Reconnection): does it now. Otherwise nothing.
    virtual void retryNow() { }
    /// While the run waits for the learner's word (ReviewRequestedEvent): the roadmap is approved,
    /// or, with words that say what to change, changed and asked about again. Otherwise nothing.
    virtual void answerReview(const QString& /*wish*/) { }
    [[nodiscard]] virtual bool isRunning() const = 0;
    /// Tokens of the run so far, where told, however it ends; until the next one begins.
    [[nodiscard]] virtual ChatUsage usage() const { return {}; }
    /// Who answers, translated, for people: "Built-in courses, no model", "qwen at 127.0.0.1:8080".
    [[nodiscard]] virtual QString title() const = 0;
    /// The built-in courses answer: no model, no network, and of a request only goal, level and
    /// time count.
    [[nodiscard]] virtual bool isBuiltIn() const { return false; }

Q_SIGNALS:
    void eventEmitted(const roadloom::AgentEvent& event);
    /// Somebody else answers from the next run on.
    void titleChanged();
    /// What the run waits for, while it is on. Each word starts the clock anew. Not part of the
    /// run's record; a source that never waits never tells.
    void waitChanged(const roadloom::Wait& wait);
    /// There is more of the design that goOn() need not ask for again. Not part of the run's
    /// record.
    void designAdvanced(const roadloom::DesignParts& parts);
    /// A service has the run now, and what follows is told from its first event on: what was told
    /// before is void. Without an id: no service has it any more. Not part of the run's record.
    void taskGiven(const roadloom::ServiceTask& task);
};

} // namespace roadloom
