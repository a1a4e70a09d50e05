// SPDX-License-Identifier: Apache-2.0
#include "app/HandInKeeping.h"

#include "app/Terminal.h"
#include "ui/classroom/ClassWords.h"
#include "ui/classroom/ReceivedRoadmap.h"

namespace roadloom {

HandInKeeping::HandInKeeping(const QString& dataFolder)
    : m_library(dataFolder)
{
    connect(&m_library, &Library::failed, this,
        [](const Error& error, ChangeFate /*fate*/) { terminal::say(error.message); });
}

bool HandInKeeping::open()
{
    if (!m_library.isOpen()) {
        if (const auto problem = m_library.open())
            terminal::say(problem->message);
    }
    return m_library.isWritable();
}

void HandInKeeping::take(const HandedIn& handedIn)
{
    const auto roadmap = receivedRoadmap(handedIn.roadmap);
    if (!roadmap || !open())
        return;
    QString& id = m_ids[{ handedIn.seat, roadmap->id }];
    if (id.isEmpty())
        id = Library::newId();
    m_library.putStudied(
        collectedRoadmap(id, *roadmap, handedIn.name, QDateTime::currentDateTime()));
    terminal::say(tr("%1 has handed in “%2”, which is in the library now.")
                      .arg(seatName(handedIn.name), roadmap->title));
}

} // namespace roadloom
