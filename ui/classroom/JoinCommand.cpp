// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/JoinCommand.h"

#include "core/classroom/JoinLink.h"
#include "ui/classroom/JoinDialog.h"
#include "ui/look/DisplayText.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/window/Commands.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

JoinCommand::JoinCommand(const Settings& settings, const QString& client, SearchFactory search,
    const Commands& commands, QWidget& window)
    : m_settings(settings)
    , m_client(client)
    , m_search(std::move(search))
    , m_commands(commands)
    , m_window(window)
    , m_keeping(settings.stores)
{
    QAction& join = m_commands[Command::Join];
    join.setEnabled(isAllowed() && m_search != nullptr);
    connect(&join, &QAction::triggered, this, [this] { open(); });
    connect(&m_keeping, &KeyKeeping::remarked, this, &JoinCommand::said);
    connect(&m_keeping, &KeyKeeping::kept, this, &JoinCommand::takeKept);
    connect(&m_keeping, &KeyKeeping::failed, this, [this](const Error& error) {
        m_commands[Command::Join].setEnabled(true);
        // For a lesson it is enough to have it in memory.
        if (m_joined.keyPlace != KeyPlace::Session && m_settings.stores.session != nullptr)
            keepCode(KeyPlace::Session);
        else
            Q_EMIT warned(displayLine(error.message));
    });
    retranslate();
}

bool JoinCommand::isAllowed() const
{
    return m_settings.policy.allowsAdding() && m_settings.policy.mayEnterKeys;
}

void JoinCommand::take(const JoinLink& link)
{
    if (m_commands[Command::Join].isEnabled())
        open().take(link);
    else
        Q_EMIT warned(m_commands[Command::Join].toolTip());
}

JoinDialog& JoinCommand::open()
{
    if (!m_dialog) {
        const ConfiguredProviders& configured = m_settings.providers.configured();
        ClassPlace place { .hub = {}, .client = m_client };
        if (const ServiceSetup* const before = configured.service(configured.defaultId)) {
            place.hub = before->url;
            place.name = before->seatName;
            place.network = before->network;
        }
        m_dialog = new JoinDialog(place, m_search(), &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &JoinDialog::joined, this, &JoinCommand::keep);
        m_dialog->open();
    }
    return *m_dialog;
}

/// The same hub again keeps its place among the others.
void JoinCommand::keep(const ClassPlace& place, const QString& className)
{
    const ConfiguredProviders& configured = m_settings.providers.configured();
    const auto known = std::ranges::find(configured.services, place.hub, &ServiceSetup::url);
    m_before = known != configured.services.end()
        ? *known
        : ServiceSetup { .id = unusedId(u"class"_s, configured.ids()) };
    m_joined = m_before;
    m_joined.url = place.hub;
    m_joined.network = place.network;
    m_joined.seatName = place.name;
    if (!className.isEmpty())
        m_joined.title = className;
    m_code = place.code;
    keepCode(m_settings.stores.system != nullptr ? KeyPlace::SecretStore : KeyPlace::Session);
}

void JoinCommand::keepCode(KeyPlace place)
{
    m_joined.keyPlace = place;
    m_commands[Command::Join].setEnabled(false); // one after the other
    m_keeping.keep(secretOf(m_before), secretOf(m_joined), m_code);
}

void JoinCommand::takeKept(KeyPlace)
{
    m_commands[Command::Join].setEnabled(true);
    m_code.clear();
    ConfiguredProviders configured = m_settings.providers.configured();
    put(configured, m_joined);
    configured.defaultId = m_joined.id;
    if (const auto problem = m_settings.providers.change(configured))
        Q_EMIT warned(displayLine(problem->message));
    Q_EMIT said(tr("You have joined “%1”. Your teacher's computer answers from now on.")
                    .arg(displayLine(titleOf(m_joined))));
}

void JoinCommand::retranslate()
{
    m_commands[Command::Join].setToolTip(!isAllowed()
            ? tr("Your administrator does not allow joining a class.")
            : m_search == nullptr ? tr("This program cannot join a class.")
                                  : QString());
}

} // namespace roadloom
