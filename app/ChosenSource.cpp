// SPDX-License-Identifier: Apache-2.0
#include "app/ChosenSource.h"

#include "core/base/DropLater.h"
#include "core/base/Overload.h"
#include "core/workflow/LlmSource.h"
#include "core/workflow/OfflineSource.h"
#include "core/workflow/ServiceSource.h"

#include <utility>

namespace roadloom {

namespace {

Error missingKey(const ModelChoice& choice, const ApiKey& key)
{
    return { ErrorKind::Authentication,
        ChosenSource::tr("%1 answers with an API key only. Enter one in Settings, or set %2.")
            .arg(titleOf(choice.setup, languageForCode(QLocale().name())), key.variable),
        {} };
}

/// Configured as before: what was found out in this session still holds.
bool isSameModel(const ProviderSetup& one, const ProviderSetup& other)
{
    return one.baseUrl == other.baseUrl && one.style == other.style && one.model == other.model
        && one.structuredOutput == other.structuredOutput;
}

ServiceEndpoint endpointOf(const ServiceChoice& choice, const ApiKey& code)
{
    ServiceEndpoint endpoint;
    endpoint.url = choice.setup.url;
    endpoint.patience = choice.setup.patience;
    endpoint.network = choice.setup.network;
    endpoint.retries = choice.retries;
    endpoint.accessCode = code.value;
    endpoint.codeVariable = code.variable;
    endpoint.isCodeFromVariable = code.isFromEnvironment;
    endpoint.seatName = seatNameOf(choice);
    return endpoint;
}

} // namespace

ChosenSource::ChosenSource(SourceChoice choice, const SecretStores& stores, RunRecorder* recorder)
    : m_choice(std::move(choice))
    , m_stores(stores)
    , m_recorder(recorder)
{
}

ChosenSource::~ChosenSource() = default;

void ChosenSource::choose(SourceChoice choice)
{
    m_choice = std::move(choice);
    Q_EMIT titleChanged();
}

QString ChosenSource::title() const
{
    return titleOf(m_choice);
}

bool ChosenSource::isBuiltIn() const
{
    return std::holds_alternative<OfflineChoice>(m_choice);
}

bool ChosenSource::isRunning() const
{
    return m_search != nullptr || m_source != nullptr || m_refusal;
}

ChatUsage ChosenSource::usage() const
{
    return m_source != nullptr ? m_source->usage() : m_usage;
}

void ChosenSource::start(const LearnerRequest& request)
{
    goOn(request, {});
}

/// As the sources that a choice leads to.
FinishedWork ChosenSource::usable(const FinishedWork& finished) const
{
    return std::visit(
        Overload {
            [](const OfflineChoice&) { return FinishedWork(); },
            [&](const ModelChoice&) { return finished.withoutTask(); },
            [&](const ServiceChoice& service) { return finished.taskAt(service.setup.url); },
        },
        m_choice);
}

void ChosenSource::goOn(const LearnerRequest& request, const FinishedWork& finished)
{
    begin(m_choice, request, finished);
}

bool ChosenSource::canStandIn() const
{
    return m_mayStandIn && std::holds_alternative<ServiceChoice>(m_choice);
}

void ChosenSource::startStandIn(const LearnerRequest& request)
{
    begin(canStandIn() ? SourceChoice(OfflineChoice()) : m_choice, request, {});
}

void ChosenSource::begin(
    const SourceChoice& choice, const LearnerRequest& request, const FinishedWork& finished)
{
    Q_ASSERT(!isRunning());
    m_request = request;
    m_finished = finished;
    m_usage = {};
    m_service.reset();
    m_log.begin(choice, finished != FinishedWork());
    std::visit(Overload {
                   [this](const OfflineChoice&) { run(std::make_unique<OfflineSource>()); },
                   [this](const ModelChoice& model) { searchKey(model); },
                   [this](const ServiceChoice& service) { searchCode(service); },
               },
        choice);
}

template <class Then>
void ChosenSource::search(KeySearch* search, Then then)
{
    m_search = search;
    connect(m_search, &KeySearch::remarked, this, &ChosenSource::remarked);
    connect(m_search, &KeySearch::failed, this, &ChosenSource::fail);
    connect(m_search, &KeySearch::found, this, then);
}

void ChosenSource::searchCode(const ServiceChoice& choice)
{
    if (!choice.classCode.isEmpty()) {
        startService(choice, { .value = choice.classCode, .variable = {} });
        return;
    }
    search(new KeySearch(choice.setup, m_stores, this),
        [this, choice](const ApiKey& code) { startService(choice, code); });
}

void ChosenSource::startService(const ServiceChoice& choice, const ApiKey& code)
{
    drop(); // the search
    if (m_asksForCode && !code.isFromEnvironment)
        m_service = choice;
    ServiceEndpoint endpoint = endpointOf(choice, code);
    endpoint.seatToken = m_seatTokens.value(endpoint.url);
    auto source = std::make_unique<ServiceSource>(endpoint);
    connect(source.get(), &ServiceSource::joined, this,
        [this, url = endpoint.url](const QByteArray& token) { m_seatTokens.insert(url, token); });
    run(std::move(source));
}

bool ChosenSource::wantsCode(const AgentEvent& event) const
{
    const auto* const service = qobject_cast<const ServiceSource*>(m_source);
    return m_service && std::holds_alternative<ErrorEvent>(event) && service != nullptr
        && service->wantsCode();
}

void ChosenSource::giveCode(const QByteArray& code)
{
    if (!m_refusal)
        return;
    const ErrorEvent refusal = *std::exchange(m_refusal, std::nullopt);
    if (!code.isEmpty()) {
        startService(*m_service, { .value = code, .variable = {} });
        return;
    }
    m_log.take(refusal);
    Q_EMIT eventEmitted(refusal);
}

void ChosenSource::searchKey(const ModelChoice& choice)
{
    search(new KeySearch(choice.setup, m_stores, this),
        [this, choice](const ApiKey& key) { startModel(choice, key); });
}

void ChosenSource::startModel(const ModelChoice& choice, const ApiKey& key)
{
    const Provider& preset = presetOf(choice.setup);
    if (const auto problem = findProblem(choice.setup)) {
        fail(*problem);
        return;
    }
    if (choice.isNamed && preset.key.needed && key.value.isEmpty()) {
        fail(missingKey(choice, key));
        return;
    }
    ModelEndpoint endpoint = endpointFor(choice.setup, preset, key);
    if (m_model && isSameModel(choice.setup, m_setup))
        endpoint.structuredOutput = m_form;
    drop();
    m_setup = choice.setup;
    m_form = endpoint.structuredOutput;
    m_model = std::make_shared<HttpChatModel>(endpoint);
    auto source
        = std::make_unique<LlmSource>(AgentSetup { .model = *m_model, .retries = choice.retries },
            RunPlan { .mode = choice.mode,
                .parallel = choice.setup.parallel,
                .rounds = choice.setup.reviewRounds,
                .asksLearner = choice.setup.asksLearner },
            titleOf(SourceChoice(choice)), m_recorder);
    // The model lives as long as the source that speaks with it.
    connect(source.get(), &QObject::destroyed, source.get(), [model = m_model] {});
    run(std::move(source));
}

void ChosenSource::run(std::unique_ptr<RoadmapSource> source)
{
    m_source = source.release();
    m_source->setParent(this);
    connect(m_source, &RoadmapSource::waitChanged, this, &RoadmapSource::waitChanged);
    connect(m_source, &RoadmapSource::designAdvanced, this, &RoadmapSource::designAdvanced);
    connect(m_source, &RoadmapSource::taskGiven, this, &RoadmapSource::taskGiven);
    connect(m_source, &RoadmapSource::eventEmitted, this, &ChosenSource::take);
    m_source->goOn(m_request, m_finished);
}

void ChosenSource::take(const AgentEvent& event)
{
    if (wantsCode(event)) {
        drop();
        m_refusal = std::get<ErrorEvent>(event);
        Q_EMIT waitChanged({});
        Q_EMIT codeWanted();
        return;
    }
    if (std::holds_alternative<CompleteEvent>(event))
        tellForm();
    m_log.take(event);
    if (isTerminal(event))
        drop();
    Q_EMIT eventEmitted(event);
}

void ChosenSource::tellForm()
{
    if (m_model && m_model->structuredOutput() != m_form) {
        m_form = m_model->structuredOutput();
        if (m_model->isFormTold())
            Q_EMIT formFound(m_setup, m_form);
    }
}

void ChosenSource::fail(const Error& error)
{
    drop();
    m_log.take(ErrorEvent { error, AgentId::System });
    Q_EMIT eventEmitted(ErrorEvent { error, AgentId::System });
}

void ChosenSource::cancel()
{
    if (isRunning())
        m_log.stop();
    if (m_source != nullptr)
        m_source->cancel();
    drop();
}

void ChosenSource::leave()
{
    if (isRunning())
        m_log.stop();
    if (m_source != nullptr)
        m_source->leave();
    drop();
}

void ChosenSource::retryNow()
{
    if (m_source != nullptr)
        m_source->retryNow();
}

void ChosenSource::answerReview(const QString& wish)
{
    if (m_source != nullptr)
        m_source->answerReview(wish);
}

void ChosenSource::drop()
{
    m_usage = usage();
    dropLater(std::exchange(m_search, nullptr), *this);
    dropLater(std::exchange(m_source, nullptr), *this);
    m_refusal.reset();
}

} // namespace roadloom
