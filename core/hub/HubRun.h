// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/EventLog.h"
#include "core/workflow/RoadmapSource.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace roadloom {

enum class HubRunState { Waiting, Running, Done, Failed, Cancelled };

/// The contract's word for a task in that state: "pending", "processing", "completed", "failed",
/// "cancelled".
[[nodiscard]] QByteArray taskStatusName(HubRunState state);

/// A run at the hub, from its wish on: whoever makes it speaks into its log, which always ends with
/// one event that says how.
class HubRun : public QObject {
    Q_OBJECT
public:
    HubRun(const QString& id, const QString& seat, const LearnerRequest& request,
        QObject* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; } ///< of the task
    [[nodiscard]] const QString& seat() const { return m_seat; }
    [[nodiscard]] const LearnerRequest& request() const { return m_request; }
    [[nodiscard]] EventLog& log() { return m_log; }
    [[nodiscard]] const EventLog& log() const { return m_log; }
    [[nodiscard]] HubRunState state() const { return m_state; }
    [[nodiscard]] bool hasEnded() const { return m_log.isEnded(); }
    [[nodiscard]] const QDateTime& created() const { return m_created; } ///< UTC
    [[nodiscard]] const QDateTime& changed() const { return m_changed; } ///< UTC: its state or step
    [[nodiscard]] WorkflowStep step() const { return m_progress.step; }
    [[nodiscard]] int percent() const { return m_progress.percent; }
    /// Once it is done.
    [[nodiscard]] const std::optional<DoneEvent>& result() const { return m_result; }
    /// Why it has failed, or was cancelled.
    [[nodiscard]] QString failure() const { return m_failure ? m_failure->message : QString(); }
    [[nodiscard]] std::optional<ErrorKind> failureKind() const;
    /// The last word of whoever makes it about what went wrong, for the hub's own people; see
    /// stumbled(). Empty: nothing did.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

    /// Once it has ended: tokens, where told, however it ended.
    [[nodiscard]] const ChatUsage& usage() const { return m_usage; }

    using Time = std::optional<std::chrono::milliseconds>; ///< nothing: it has not come so far
    [[nodiscard]] Time waited() const { return m_waited; } ///< until its turn
    [[nodiscard]] Time firstWord() const { return m_firstWord; } ///< from its turn
    [[nodiscard]] Time lasted() const { return m_lasted; } ///< from its turn to the end

    using Wait = std::optional<std::chrono::seconds>; ///< nothing: it cannot be told
    /// Its place in the queue, from 1, and about how long until its turn: said in the log where the
    /// place is nearer than all that were said.
    void takePlace(int place, Wait wait);
    [[nodiscard]] int place() const { return m_place; } ///< 0: it does not wait
    [[nodiscard]] Wait wait() const { return m_wait; } ///< as it was told last
    /// Its turn: only once, and not after cancel().
    void begin(std::unique_ptr<RoadmapSource> source);
    /// Nothing if it has ended.
    void cancel();

    /// Somebody reads it for as long as the object lives. When the last one has gone and none has
    /// come for `grace`, it is cancelled, so that it takes nobody's turn at the model. A run that
    /// nobody ever read goes on by itself.
    void readBy(QObject* reader, std::chrono::milliseconds grace);
    [[nodiscard]] bool isRead() const { return m_readers > 0; }

Q_SIGNALS:
    /// In the words of whoever makes it, for the hub's own people: which server, which key. Seats
    /// are told that the hub's model fails.
    void stumbled(const QString& sentence);
    /// Its turn has come.
    void began();
    /// It has one; nothing follows in the log.
    void ended();

private:
    void take(const AgentEvent& event);
    [[nodiscard]] AgentEvent forSeats(const AgentEvent& said);
    void finish(const AgentEvent& event, HubRunState state);
    [[nodiscard]] std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(m_clock.elapsed());
    }

    QString m_id;
    QString m_seat;
    LearnerRequest m_request;
    EventLog m_log;
    HubRunState m_state = HubRunState::Waiting;
    QDateTime m_created;
    QDateTime m_changed;
    ProgressEvent m_progress;
    std::optional<DoneEvent> m_result;
    ChatUsage m_usage;
    std::optional<Error> m_failure;
    QElapsedTimer m_clock; ///< since it came; since its turn, once that has come
    Time m_waited;
    Time m_firstWord;
    Time m_lasted;
    RoadmapSource* m_source = nullptr; ///< a child, while it runs
    QString m_trouble;
    int m_place = 0;
    Wait m_wait;
    int m_nearestPlace = 0; ///< that was said
    QTimer m_grace;
    int m_readers = 0;
};

} // namespace roadloom
