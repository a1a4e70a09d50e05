// SPDX-License-Identifier: Apache-2.0
#include "ui/start/FirstRun.h"

#include "ui/settings/ConfiguredEdits.h"
#include "ui/start/FirstRunCard.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"

namespace roadloom {

FirstRun::FirstRun(const Settings& settings, StartPage& page, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_page(page)
{
    // Where there is nothing to choose from, there is nothing to ask.
    if (m_settings.asksWhoAnswers && m_settings.providers.isFresh()
        && m_settings.policy.allowsAdding())
        ask();
}

void FirstRun::ask()
{
    m_card = new FirstRunCard(m_settings.candidates);
    m_page.setQuestion(m_card);
    connect(m_card, &FirstRunCard::serverChosen, this, [this](const LocalServer& server) {
        ConfiguredProviders configured = m_settings.providers.configured();
        configured.defaultId = addFound(configured, server);
        answerWith(configured);
    });
    connect(m_card, &FirstRunCard::libraryChosen, this, &FirstRun::settle);
    connect(m_card, &FirstRunCard::cloudChosen, this, &FirstRun::modelWanted);
    connect(m_card, &FirstRunCard::ownServerChosen, this, &FirstRun::serverWanted);
    connect(m_card, &FirstRunCard::hubChosen, this, &FirstRun::hubWanted);
    // Whoever looks around in the settings has not chosen yet.
    connect(&m_settings.providers, &ProviderBook::changed, m_card, [this] {
        if (answeringId(m_settings.providers.configured()) != offlineId)
            end();
    });
}

void FirstRun::settle()
{
    if (m_card != nullptr)
        answerWith(m_settings.providers.configured());
}

void FirstRun::answerWith(const ConfiguredProviders& configured)
{
    // If it cannot be written, it holds for this session, and the learner is asked again next time.
    static_cast<void>(m_settings.providers.change(configured));
    end();
}

void FirstRun::end()
{
    if (m_card == nullptr)
        return;
    const bool hadFocus = m_card->isAncestorOf(m_page.window()->focusWidget());
    m_card = nullptr;
    m_page.setQuestion(nullptr);
    if (hadFocus)
        m_page.form().editGoal();
}

} // namespace roadloom
