// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/TrialPanel.h"

#include "ui/look/Accents.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/EndpointSearch.h"
#include "ui/settings/FoldSection.h"
#include "ui/settings/ModelSettings.h"
#include "ui/settings/TrialWords.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QPushButton>

#include <utility>

namespace roadloom {

namespace {

constexpr qsizetype mostCharacters = 2000; // of a few sentences; more is not shown

} // namespace

TrialPanel::TrialPanel(const SecretStores& stores, QWidget* parent)
    : QWidget(parent)
    , m_stores(stores)
    , m_start(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_state(new TextLabel(TextLabel::Style::Muted, this))
    , m_answer(new TextLabel(TextLabel::Style::Body, this))
    , m_figures(new TextLabel(TextLabel::Style::Muted, this))
    , m_problem(new TextLabel(TextLabel::Style::Alarm, this))
    , m_details(new TextLabel(TextLabel::Style::Body))
    , m_fold(new FoldSection(m_details, this))
{
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (QPushButton* const button : { m_start, m_stop })
        button->setAutoDefault(false);
    build();
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &TrialPanel::showWait);
    connect(m_start, &QPushButton::clicked, this, &TrialPanel::startRequested);
    connect(m_stop, &QPushButton::clicked, this, &TrialPanel::stop);
    retranslate();
}

void TrialPanel::build()
{
    auto* const row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_state, 1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addLayout(row);
    for (QWidget* const part :
        std::initializer_list<QWidget*> { m_answer, m_figures, m_problem, m_fold }) {
        column->addWidget(part);
        part->hide();
    }
    m_stop->hide();
}

void TrialPanel::start(const ProviderSetup& setup, const QByteArray& typedKey)
{
    stop();
    m_said.clear();
    m_result.reset();
    for (QWidget* const part :
        std::initializer_list<QWidget*> { m_answer, m_figures, m_problem, m_fold })
        part->hide();
    setRunning(true);
    auto* const search = new EndpointSearch(setup, m_stores, typedKey, this);
    m_step = search;
    connect(search, &EndpointSearch::found, this, &TrialPanel::speakWith);
    connect(search, &EndpointSearch::failed, this, &TrialPanel::fail);
    connect(search, &EndpointSearch::remarked, m_state, &QLabel::setText);
}

void TrialPanel::speakWith(const ModelEndpoint& endpoint)
{
    endStep();
    auto* const trial = new ModelTrial(endpoint, userLanguage(), this);
    m_step = trial;
    connect(trial, &ModelTrial::waitChanged, this, &TrialPanel::takeWait);
    connect(trial, &ModelTrial::spoke, this, &TrialPanel::takeWords);
    connect(trial, &ModelTrial::finished, this, &TrialPanel::takeResult);
    connect(trial, &ModelTrial::failed, this, &TrialPanel::fail);
}

void TrialPanel::stop()
{
    if (m_step == nullptr)
        return;
    endStep();
    setRunning(false);
    m_state->setText(tr("Stopped"));
}

void TrialPanel::takeWait(const Wait& wait)
{
    m_wait = wait;
    m_clock.start();
    showWait();
}

void TrialPanel::showWait()
{
    m_state->setText(waitText(m_wait, std::chrono::milliseconds(m_clock.elapsed())));
}

void TrialPanel::takeWords(const QString& words)
{
    m_clock.start();
    if (m_said.size() >= mostCharacters)
        return;
    m_said += words.left(mostCharacters - m_said.size());
    m_answer->setForeignText(m_said);
    m_answer->show();
    Q_EMIT resized();
}

void TrialPanel::takeResult(const TrialResult& result)
{
    endStep();
    setRunning(false);
    m_result = result;
    showResult();
    m_figures->show();
    Q_EMIT resized();
}

void TrialPanel::fail(const Error& error)
{
    endStep();
    setRunning(false);
    m_problem->setForeignText(error.message);
    m_problem->show();
    m_details->setForeignText(error.details);
    m_fold->setVisible(!error.details.trimmed().isEmpty());
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT resized();
}

/// It may be one of its own signals that brought us here.
void TrialPanel::endStep()
{
    if (m_step == nullptr)
        return;
    m_step->disconnect(this);
    m_step->disconnect(m_state);
    m_step->deleteLater();
    m_step = nullptr;
}

void TrialPanel::setRunning(bool running)
{
    const bool hadFocus = m_start->hasFocus() || m_stop->hasFocus();
    m_start->setEnabled(!running);
    m_stop->setVisible(running);
    if (hadFocus)
        (running ? m_stop : m_start)->setFocus();
    m_wait = {};
    m_state->setText({});
    if (running)
        m_tick.start();
    else
        m_tick.stop();
}

void TrialPanel::showResult()
{
    if (m_result)
        m_figures->setText(resultText(*m_result));
}

void TrialPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrialPanel::retranslate()
{
    m_start->setText(tr("Tr&y it"));
    m_stop->setText(tr("St&op"));
    m_fold->setTitle(tr("Technical details"));
    showResult();
}

} // namespace roadloom
