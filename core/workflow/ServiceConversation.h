// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/LenientJson.h"
#include "core/stream/SseParser.h"
#include "core/workflow/ResumePoint.h"
#include "core/workflow/ServiceEvent.h"

#include <QDate>
#include <QList>

#include <map>
#include <optional>
#include <utility>

namespace roadloom {

/// One run at a service, without I/O: takes the stream's events and tells what a RoadmapSource
/// emits for them. It keeps what is complete, so that `done` may leave out what was said before;
/// a later design (an editor's, or another one in `done`) replaces the earlier. Services send
/// designs unchecked, so they are mended and the rules are checked here: findings follow a design.
/// One that breaks a hard rule all the same does not replace a sound one, which a finding says;
/// where there is none, it is held back, since an editor may repair it. If the run ends and none
/// has replaced it, it is refused, and what would have been a success or a cut is
/// ErrorKind::BadOutput.
///
/// What it lets pass: types and agents that it does not know; a few events that are no JSON; a
/// result that cannot be read, as long as a later one can; a run without an analysis of the goal.
/// After the event that ends the run it tells nothing more, whatever comes.
class ServiceConversation {
public:
    /// What agents may say and think, all in all; more ends the run with ErrorKind::TooLarge.
    static constexpr qint64 maxSaidBytes = qint64(64) * 1024 * 1024;
    /// Events in a row that are no JSON object before the run ends with ErrorKind::Protocol.
    static constexpr int maxUnreadable = 20;

    /// `failures` words what the server reports; `today` is the first day of learning.
    ServiceConversation(
        const LearnerRequest& request, const QDate& today, const ServerFailures& failures);

    /// The next event, and what follows from it, in order.
    [[nodiscard]] QList<AgentEvent> take(const SseEvent& event);
    /// The stream has ended. An event that lacks its blank line counts if it ends the run.
    [[nodiscard]] QList<AgentEvent> takeUnfinished(const SseParser::UnfinishedEvent& rest);
    /// The stream has ended and will not be taken up again: ErrorKind::Cut, or Protocol if nothing
    /// in it was of a generation stream. `technical` says why, for the error's details.
    [[nodiscard]] QList<AgentEvent> breakOff(const QString& technical = {});
    /// The same with another Cut.
    [[nodiscard]] QList<AgentEvent> breakOff(const Error& cut);
    /// Ends the run for a reason from outside.
    [[nodiscard]] QList<AgentEvent> fail(const Error& error);

    [[nodiscard]] bool isOver() const { return m_isOver; }
    [[nodiscard]] bool hasEvents() const { return m_hasEvents; }
    /// As it was told last; nothing before, and once something came of the run itself.
    [[nodiscard]] const std::optional<PlaceInLine>& placeInLine() const { return m_placeInLine; }
    /// Grows with every event that shows the service at work.
    [[nodiscard]] qint64 signsOfLife() const { return m_signsOfLife; }

    /// After a break: whether there is a place to go on from, and its id for Last-Event-ID.
    [[nodiscard]] bool canResume() const { return !m_isOver && m_resumePoint.canResume(); }
    [[nodiscard]] const QByteArray& lastEventId() const { return m_resumePoint.lastEventId(); }
    /// What comes next comes over a new connection that asked to go on from there. Events seen
    /// before are passed over. A service that began a new run instead ends this one with
    /// ErrorKind::Cut as soon as that shows: by its ids, or by an agent that was complete and
    /// speaks again.
    void reconnect();

private:
    void takeElsewhere(const ServiceEvent& event);
    void note(const ServiceEvent& event);
    void act(const ServiceEvent& event);
    /// False: there were too many, and the run has ended.
    [[nodiscard]] bool countRemark();
    template <class Words>
    void passOn(const Words& words, SurrogateJoiner& joiner);
    void accept(const CompleteEvent& complete);
    void accept(const IntentAnalysis& intent);
    void accept(const CurriculumDesign& design);
    void accept(const Validation& validation);
    void accept(const RoadmapEdit& edit);
    /// Tells what is complete now, mended, unless the roadmap breaks a hard rule.
    void acceptDesign(CurriculumDesign design, CompleteEvent complete);
    void tellThatTheSoundOneStands();
    void accept(const ProgressEvent& progress);
    void accept(const RefusedEvent& refused);
    void keep(const UnusableResult& result);
    void withdraw(const AttemptFailedEvent& attempt);
    void giveUp(const ReportedError& report);
    void finish(const RunSummary& summary);
    void end(const Error& error);
    void tellFindings(const QList<Finding>& findings);

    [[nodiscard]] QList<Finding> check(const Roadmap& roadmap) const;
    [[nodiscard]] bool isNew(const Roadmap& roadmap) const;
    [[nodiscard]] RuleContext rules() const;
    [[nodiscard]] bool isOfAnotherRun(const ServiceEvent& event) const;
    [[nodiscard]] bool hasCompleted(AgentId agent) const;
    [[nodiscard]] QList<AgentEvent> told();

    LearnerRequest m_request;
    QDate m_today;
    ServerFailures m_failures;

    QList<AgentEvent> m_told; ///< what the call in progress will return
    std::optional<IntentAnalysis> m_intent;
    std::optional<CurriculumDesign> m_design; ///< the last one that counts
    std::optional<Roadmap> m_unsound; ///< the last one that came after it and does not count
    QList<Finding> m_objections; ///< findings about it, if it breaks a hard rule: it is held back
    std::optional<Error> m_unusable; ///< why the last design could not be read
    QList<Finding> m_findings; ///< told so far
    using Speech = std::map<std::pair<AgentId, QString>, SurrogateJoiner>; ///< by agent and stage
    Speech m_words;
    Speech m_reasoning;
    AgentId m_speaker = AgentId::System; ///< who was heard last
    qint64 m_saidBytes = 0;
    qint64 m_signsOfLife = 0;
    int m_unreadable = 0; ///< in a row
    int m_remarks = 0; ///< events that say how the run goes
    int m_percent = 0; ///< told last
    bool m_hasEvents = false;
    bool m_isUnderstood = false; ///< something came that belongs to a generation stream
    bool m_hasBegun = false;
    std::optional<PlaceInLine> m_placeInLine;
    bool m_isResumed = false;
    bool m_isOver = false;
    ResumePoint m_resumePoint;
};

} // namespace roadloom
