// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/RunLog.h"
#include "app/SourceChoice.h"
#include "core/llm/HttpChatModel.h"
#include "core/storage/KeySearch.h"
#include "core/workflow/RoadmapSource.h"
#include "core/workflow/RunRecorder.h"

#include <QHash>
#include <QUrl>

#include <memory>

namespace roadloom {

/// Whoever is chosen. With each run it looks for the key, builds the source and passes its events
/// on; the next run may be answered by somebody else.
class ChosenSource final : public RoadmapSource {
    Q_OBJECT
public:
    /// The stores must outlive it, and so must the recorder that its runs are with, if any: their
    /// agents wait for it.
    ChosenSource(SourceChoice choice, const SecretStores& stores, RunRecorder* recorder = nullptr);
    ~ChosenSource() override;
    Q_DISABLE_COPY_MOVE(ChosenSource)

    /// Whether the built-in courses may take a service's place; not where nobody else may answer.
    void setMayStandIn(bool may) { m_mayStandIn = may; }
    /// From the next run on.
    void choose(SourceChoice choice);
    [[nodiscard]] const SourceChoice& choice() const { return m_choice; }

    void start(const LearnerRequest& request) override;
    void goOn(const LearnerRequest& request, const FinishedWork& finished) override;
    [[nodiscard]] FinishedWork usable(const FinishedWork& finished) const override;
    void startStandIn(const LearnerRequest& request) override;
    [[nodiscard]] bool canStandIn() const override;
    void cancel() override;
    void leave() override;
    void retryNow() override;
    void answerReview(const QString& wish) override;
    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] ChatUsage usage() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool isBuiltIn() const override;

Q_SIGNALS:
    /// Something that the learner should know besides: one translated sentence.
    void remarked(const QString& sentence);
    /// A model was found to keep to a form other than the one known of it so far, and its server
    /// said that it refuses the stronger one. Without such a word it holds for this session only.
    void formFound(const roadloom::ProviderSetup& used, roadloom::StructuredOutput form);

private:
    void begin(
        const SourceChoice& choice, const LearnerRequest& request, const FinishedWork& finished);
    void searchCode(const ServiceChoice& choice);
    void startService(const ServiceChoice& choice, const ApiKey& code);
    void searchKey(const ModelChoice& choice);
    template <class Then>
    void search(KeySearch* search, Then then);
    void startModel(const ModelChoice& choice, const ApiKey& key);
    void run(std::unique_ptr<RoadmapSource> source);
    void take(const AgentEvent& event);
    void tellForm();
    void fail(const Error& error);
    void drop();

    SourceChoice m_choice;
    bool m_mayStandIn = true;
    SecretStores m_stores;
    RunRecorder* m_recorder;
    LearnerRequest m_request;
    FinishedWork m_finished;
    KeySearch* m_search = nullptr; ///< a child, while it is on
    std::shared_ptr<HttpChatModel> m_model; ///< of the run that is on, or was
    RoadmapSource* m_source = nullptr; ///< a child, while a run is on
    ChatUsage m_usage; ///< of the last run
    QHash<QUrl, QByteArray> m_seatTokens; ///< of hubs whose class was joined
    ProviderSetup m_setup; ///< of the run that is on, if a model answers
    RunLog m_log;
    StructuredOutput m_form = StructuredOutput::None; ///< that it was asked for
};

} // namespace roadloom
