// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/TrialPanel.h"

#include "ui/look/Accents.h"
#include "ui/look/Announcement.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/EndpointSearch.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/Settings.h"
#include "ui/settings/TrialWords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

constexpr qsizetype mostCharacters = 2000; // of a few sentences; more is not shown
constexpr int mostHeight = 21 * spacingUnit;

} // namespace

TrialPanel::TrialPanel(const SecretStores& stores, QWidget* parent)
    : QScrollArea(parent)
    , m_stores(stores)
    , m_state(new TextLabel(TextLabel::Style::Muted))
    , m_verdict(new TextLabel(TextLabel::Style::Good))
    , m_figures(new TextLabel(TextLabel::Style::Body))
    , m_answer(new TextLabel(TextLabel::Style::Muted))
    , m_problem(new TextLabel(TextLabel::Style::Alarm))
    , m_details(new TextLabel(TextLabel::Style::Body))
    , m_fold(new FoldSection(m_details))
    , m_speaker(new QLabel)
{
    build();
    hide();
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &TrialPanel::showWait);
    retranslate();
}

void TrialPanel::build()
{
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(spacingUnit, spacingUnit, spacingUnit, spacingUnit);
    column->setSpacing(spacingUnit / 2);
    for (QWidget* const part : std::initializer_list<QWidget*> {
             m_state, m_verdict, m_problem, m_figures, m_answer, m_fold }) {
        column->addWidget(part);
        part->hide();
    }
    column->addStretch();
    m_speaker->setParent(content);
    m_speaker->setGeometry(0, 0, 1, 1);
    m_speaker->lower();
    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    content->installEventFilter(this);
}

QSize TrialPanel::sizeHint() const
{
    const int width = std::max(viewport()->width(), 1);
    const QLayout& column = *widget()->layout();
    const int height = column.hasHeightForWidth() ? column.totalHeightForWidth(width)
                                                  : column.totalSizeHint().height();
    return { QScrollArea::sizeHint().width(), std::min(height + 2 * frameWidth(), mostHeight) };
}

QSize TrialPanel::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

bool TrialPanel::eventFilter(QObject* content, QEvent* event)
{
    if (content == widget()
        && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        updateGeometry();
    return QScrollArea::eventFilter(content, event);
}

/// Forgets what went before.
void TrialPanel::begin()
{
    clear();
    m_state->show();
    show();
    m_tick.start();
}

void TrialPanel::start(const ProviderSetup& setup, const QByteArray& typedKey)
{
    begin();
    auto* const search = new EndpointSearch(setup, m_stores, typedKey, this);
    m_step = search;
    connect(search, &EndpointSearch::found, this, &TrialPanel::speakWith);
    connect(search, &EndpointSearch::failed, this, &TrialPanel::fail);
    connect(search, &EndpointSearch::remarked, m_state, &QLabel::setText);
    Q_EMIT runningChanged();
}

void TrialPanel::start(
    const ServiceSetup& setup, const QByteArray& typedCode, const QString& client)
{
    begin();
    ServiceSetup asked = setup;
    if (!typedCode.isEmpty())
        asked.keyPlace = KeyPlace::None; // what is typed takes the place of what is kept
    auto* const search = new KeySearch(asked, m_stores, this);
    m_step = search;
    connect(search, &KeySearch::found, this, [this, asked, typedCode, client](const ApiKey& code) {
        knockAt({ .url = asked.url,
                    .accessCode = code.value.isEmpty() ? typedCode : code.value,
                    .seatName = asked.seatName,
                    .codeVariable = code.variable,
                    .isCodeFromVariable = code.isFromEnvironment,
                    .patience = asked.patience,
                    .network = asked.network },
            client);
    });
    connect(search, &KeySearch::failed, this, &TrialPanel::fail);
    connect(search, &KeySearch::remarked, m_state, &QLabel::setText);
    Q_EMIT runningChanged();
}

void TrialPanel::knockAt(const ServiceEndpoint& endpoint, const QString& client)
{
    endStep();
    auto* const trial = new ServiceTrial(endpoint, client, this);
    m_step = trial;
    connect(trial, &ServiceTrial::waitChanged, this, &TrialPanel::takeWait);
    connect(trial, &ServiceTrial::finished, this, &TrialPanel::takeServiceResult);
    connect(trial, &ServiceTrial::failed, this, &TrialPanel::fail);
}

void TrialPanel::speakWith(const ModelEndpoint& endpoint)
{
    endStep();
    auto* const trial = new ModelTrial(endpoint, userLanguage(), this);
    m_step = trial;
    connect(trial, &ModelTrial::waitChanged, this, &TrialPanel::takeWait);
    connect(trial, &ModelTrial::reasoningStarted, this, [this] {
        m_isReasoning = true;
        showWait();
    });
    connect(trial, &ModelTrial::spoke, this, &TrialPanel::takeWords);
    connect(trial, &ModelTrial::finished, this, &TrialPanel::takeResult);
    connect(trial, &ModelTrial::failed, this, &TrialPanel::fail);
}

void TrialPanel::stop()
{
    if (m_step == nullptr)
        return;
    end();
    m_state->setText(tr("Stopped"));
    m_state->show();
}

void TrialPanel::clear()
{
    if (m_step != nullptr)
        end();
    m_said.clear();
    m_result.reset();
    m_serviceResult.reset();
    m_fold->setUnfolded(false);
    m_speaker->setAccessibleName({});
    for (QWidget* const part : std::initializer_list<QWidget*> {
             m_state, m_verdict, m_problem, m_figures, m_answer, m_fold })
        part->hide();
    hide();
}

void TrialPanel::takeWait(const Wait& wait)
{
    m_wait = wait;
    m_clock.start();
    showWait();
}

void TrialPanel::showWait()
{
    const auto soFar = std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : qint64(0));
    m_state->setText(waitText(m_wait, soFar, m_isReasoning));
    m_state->setVisible(!m_state->text().isEmpty());
}

void TrialPanel::takeWords(const QString& words)
{
    m_isReasoning = false;
    m_clock.start();
    showWait();
    if (m_said.size() >= mostCharacters)
        return;
    m_said += words.left(mostCharacters - m_said.size());
    m_answer->setForeignText(m_said);
    m_answer->show();
}

void TrialPanel::takeResult(const TrialResult& result)
{
    end();
    m_result = result;
    m_details->setStyle(TextLabel::Style::Body);
    for (QWidget* const part : std::initializer_list<QWidget*> { m_verdict, m_figures, m_fold })
        part->show();
    showResult();
    announce(*m_speaker, m_verdict->text());
}

void TrialPanel::takeServiceResult(ServiceTrialResult result)
{
    end();
    m_serviceResult = result;
    showResult();
    TextLabel& told = result == ServiceTrialResult::SomeServer ? *m_figures : *m_verdict;
    told.show();
    announce(*m_speaker, told.text());
}

void TrialPanel::fail(const Error& error)
{
    end();
    m_problem->setForeignText(error.message);
    m_problem->show();
    m_details->setStyle(TextLabel::Style::Technical);
    m_details->setForeignText(error.details);
    m_fold->setTitle(tr("Technical details"));
    m_fold->setVisible(!error.details.trimmed().isEmpty());
    announce(*m_speaker, m_problem->text());
}

/// It may be one of its own signals that brought us here.
void TrialPanel::endStep()
{
    m_step->disconnect(this);
    m_step->disconnect(m_state);
    m_step->deleteLater();
    m_step = nullptr;
}

void TrialPanel::end()
{
    endStep();
    m_wait = {};
    m_isReasoning = false;
    m_clock.invalidate();
    m_tick.stop();
    m_state->setText({});
    m_state->hide();
    Q_EMIT runningChanged();
}

void TrialPanel::showResult()
{
    if (m_result) {
        m_verdict->setText(tr("It works."));
        m_figures->setText(summaryText(*m_result));
        m_details->setText(detailsText(*m_result));
        m_fold->setTitle(tr("More about it"));
    } else if (m_serviceResult) {
        m_verdict->setText(m_serviceResult == ServiceTrialResult::Class
                ? tr("It answers, and your class code is right.")
                : tr("It answers, and it designs roadmaps."));
        m_figures->setText(tr("A server answers at this address, but it does not say that it "
                              "designs roadmaps. If a run fails, check the address."));
    }
}

void TrialPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrialPanel::retranslate()
{
    if (!m_result)
        m_fold->setTitle(tr("Technical details"));
    showResult();
}

} // namespace roadloom
