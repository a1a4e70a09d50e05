// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassJoining.h"
#include "core/http/HttpExchange.h"
#include "core/workflow/RoadmapSource.h"
#include "core/workflow/ServiceBody.h"
#include "core/workflow/ServiceConversation.h"
#include "core/workflow/ServiceEndpoint.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace roadloom {

/// A roadmap from a service: a hub, or any server that speaks POST …/generate-stream.
///
/// What it does by itself, as the RetryPolicy says:
///  - A request that got no stream for a reason that may pass is sent again; an AttemptFailedEvent
///    tells why, although nothing was withdrawn.
///  - A stream that broke is taken up where it was, if its events have ids, for minutes if need be:
///    a network may be away, a hub may restart. Until then the source waits
///    (WaitFor::Reconnection); events come once and in order. The time starts anew with each event
///    that gets through, and with a connection that holds. Silence counts as a break, too, unless
///    keep-alives still come: then it is the service that is stuck, and the run ends with
///    ErrorKind::Timeout.
///  - While a hub has others in front, it is waited for as long as it shows that it is alive
///    (WaitFor::Turn, with the place that it tells).
///  - A run that a hub still has, of an earlier source perhaps, is told from its first event on
///    (goOn()); where the hub has it no more, that ends in ErrorKind::Cut.
///  - A request refused for its `content_preference` is sent once more, in the other words.
///  - A request refused for its access code joins the class with it, where there is one to be
///    joined, and is sent once more with the seat's token.
/// A broken stream without ids ends in ErrorKind::Cut: to start anew costs anew, so that is the
/// learner's choice.
class ServiceSource final : public RoadmapSource {
    Q_OBJECT
public:
    explicit ServiceSource(const ServiceEndpoint& endpoint);

    void start(const LearnerRequest& request) override;
    void goOn(const LearnerRequest& request, const FinishedWork& finished) override;
    /// A task of this service.
    [[nodiscard]] FinishedWork usable(const FinishedWork& finished) const override;
    /// The connection closes in the event loop's next turn, which ends the work on the server; a
    /// hub is told besides.
    void cancel() override;
    void leave() override;
    void retryNow() override;
    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] QString title() const override;
    /// The run ended before it began: the service wants a code, or another one.
    [[nodiscard]] bool wantsCode() const { return m_wantsCode; }

Q_SIGNALS:
    /// The hub gave a token for the access code, which later sources of the same hub may use.
    void joined(const QByteArray& seatToken);

private:
    void send();
    [[nodiscard]] QString taskOfAnswer() const;
    void tellTask(const QString& id);
    [[nodiscard]] bool joinClass(const Error& refusal);
    void takeTicket(const ClassTicket& ticket);
    void failJoining(const Error& error);
    [[nodiscard]] HttpRequest httpRequest() const;
    void dropExchange();
    void endRun();

    void takeWait(const Wait& wait);
    void tellWait();
    [[nodiscard]] QString problemBefore(const Error& problem) const;
    void takeBytes(QByteArrayView bytes);
    void noteContact();
    void noteProgress(qint64 signsBefore);
    void handleSilence(const Error& error);
    [[nodiscard]] bool isKeptAlive() const;
    void handleEnd();
    [[nodiscard]] QList<AgentEvent> settle();
    [[nodiscard]] QList<AgentEvent> breakOff(const QString& technical = {});
    void handleFailure(const Error& error);
    [[nodiscard]] bool sendInOtherWords();
    [[nodiscard]] bool sendLater(const Error& problem);
    [[nodiscard]] bool reconnectAfter(const Error& problem);
    [[nodiscard]] bool isForgotten() const;
    void tellForgotten();
    void tell(const QList<AgentEvent>& events);

    ServiceEndpoint m_endpoint;
    ServerFailures m_failures;
    LearnerRequest m_request; ///< as sent, which may be in other words than the learner's
    std::optional<ServiceConversation> m_conversation; ///< while a run is on
    std::optional<ServiceBody> m_body; ///< of the response that is coming
    HttpExchange* m_exchange = nullptr; ///< a child
    QTimer m_pause; ///< before the request is sent again
    int m_retries = 0; ///< in a row
    QByteArray m_resumedFrom; ///< the last event of a broken connection, or what precedes the first
    QElapsedTimer m_sinceSent; ///< the request, over this connection
    QElapsedTimer m_sinceBytes; ///< of this connection came last; invalid before the first
    QElapsedTimer m_absence; ///< since the stream broke; invalid while it holds
    QElapsedTimer m_sincePlace; ///< in the line was told last
    Wait m_wait; ///< of the exchange
    Wait m_toldWait;
    bool m_hasOtherWords = false;
    QByteArray m_token; ///< as sent
    bool m_hasJoined = false;
    bool m_wantsCode = false;
    QString m_task; ///< of the run at a hub
    bool m_isTaskTold = false;
    ClassJoining* m_joining = nullptr; ///< a child, while the class is being joined
    quint64 m_run = 0; ///< grows with each start and end, so that stale work knows itself
    QElapsedTimer m_clock;
};

} // namespace roadloom
