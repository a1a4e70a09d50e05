// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workflow/FinishedWork.h"

#include <QObject>

namespace roadloom {

struct LearnerRequest;

/// Makes runs durable, one after another. What it is told it writes soon, without waiting; whoever
/// needs to know that it is on the disk asks isDurable() and listens to durable(). Lives on the
/// thread of the source whose runs it records.
class RunRecorder : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A run begins, another one than before.
    virtual void begin(const LearnerRequest& request, const QString& answerer) = 0;
    /// The last run goes on, for the same request, with what it has finished; where there is none,
    /// one begins that has finished this already.
    virtual void goOn(
        const LearnerRequest& request, const QString& answerer, const FinishedWork& finished)
        = 0;
    /// One event of the run that is on; a terminal one ends it.
    virtual void record(const AgentEvent& event) = 0;
    /// How far an unfinished design is: takes the place of what was told of it before.
    virtual void record(const DesignParts& parts) = 0;
    /// A service has the run that is on: what was recorded of it gives way to what follows. Without
    /// an id: none has it any more.
    virtual void record(const ServiceTask& task) = 0;
    /// The run that is on was ended before it was done.
    virtual void stop() = 0;
    /// The same, but a service that has it goes on with it.
    virtual void leave() = 0;

    /// All that was recorded so far is on the disk, even if the power fails; or it was told that it
    /// cannot be, so that waiting helps nobody.
    [[nodiscard]] virtual bool isDurable() const = 0;

Q_SIGNALS:
    /// isDurable() has become true.
    void durable();
};

/// Does it when all that was recorded is durable: at once if it is, or if nothing is recorded
/// (null). Not at all if the context dies before.
template <class Context, class Then>
void whenDurable(RunRecorder* recorder, const Context* context, Then then)
{
    if (recorder == nullptr || recorder->isDurable())
        then();
    else
        QObject::connect(
            recorder, &RunRecorder::durable, context, std::move(then), Qt::SingleShotConnection);
}

} // namespace roadloom
