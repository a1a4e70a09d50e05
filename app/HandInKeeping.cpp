// SPDX-License-Identifier: Apache-2.0
#include "app/HandInKeeping.h"

#include "app/Terminal.h"
#include "ui/classroom/ClassWords.h"
#include "ui/classroom/ReceivedRoadmap.h"

#include <QCoreApplication>

namespace roadloom {

HandInKeeping::HandInKeeping(const QString& dataFolder)
    : m_library(dataFolder)
{
    connect(&m_library, &Library::failed, this,
        [](const Error& error, ChangeFate /*fate*/) { terminal::say(error.message); });
    connect(&m_library, &Library::roadmapWritten, this, &HandInKeeping::tellWritten);
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
    if (!roadmap)
        return;
    const QString learner = seatName(handedIn.name);
    if (!open()) {
        terminal::say(
            tr("%1 has handed in “%2”, which cannot be kept.").arg(learner, roadmap->title));
        return;
    }
    QString& id = m_ids[{ handedIn.seat, roadmap->id }];
    if (id.isEmpty())
        id = Library::newId();
    m_sentences.insert(
        id, tr("%1 has handed in “%2”, which is in the library now.").arg(learner, roadmap->title));
    m_library.putStudied(
        collectedRoadmap(id, *roadmap, handedIn.name, QDateTime::currentDateTime()));
}

void HandInKeeping::finish()
{
    QCoreApplication::sendPostedEvents(this);
    if (!m_library.isOpen())
        return;
    m_library.flush();
    QCoreApplication::sendPostedEvents(&m_library);
}

void HandInKeeping::tellWritten(const QString& id)
{
    if (const QString sentence = m_sentences.take(id); !sentence.isEmpty())
        terminal::say(sentence);
}

} // namespace roadloom
