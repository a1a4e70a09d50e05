// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ClassSeat.h"

#include "core/base/DropLater.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/storage/Library.h"
#include "core/workflow/RoadmapSource.h"
#include "ui/classroom/ReceivedRoadmap.h"
#include "ui/look/DisplayText.h"
#include "ui/window/Commands.h"
#include "ui/window/WindowMemory.h"
#include "ui/window/WindowStores.h"
#include "ui/window/WorkInFront.h"

#include <QCryptographicHash>

namespace roadloom {

namespace {

constexpr qsizetype longestTitle = 100;

/// The same roadmap, handed out again, has the same.
QString markOf(const Roadmap& roadmap)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(writeJson(toJson(roadmap)), QCryptographicHash::Sha256).toHex());
}

} // namespace

ClassSeat::ClassSeat(const ClassroomParts& parts, const SecretStores& stores, const QString& client,
    const RoadmapSource& source, const WindowStores& kept, const Commands& commands,
    WorkInFront& work)
    : m_answeringHub(parts.answeringHub)
    , m_stores(stores)
    , m_client(client)
    , m_library(kept.library)
    , m_memory(kept.memory)
    , m_commands(commands)
    , m_work(work)
{
    connect(&source, &RoadmapSource::titleChanged, this, &ClassSeat::follow);
    connect(&m_commands[Command::HandIn], &QAction::triggered, this, &ClassSeat::handIn);
    connect(&m_work, &WorkInFront::changed, this, &ClassSeat::showWhatCanBeHandedIn);
    follow();
    showWhatCanBeHandedIn();
}

ClassSeat::~ClassSeat() = default;

/// Whoever answers now; the same hub, too, whose class may have another code.
void ClassSeat::follow()
{
    const auto hub = m_answeringHub ? m_answeringHub() : std::nullopt;
    dropLater(m_search.release(), *this);
    if (hub != m_hub)
        leave();
    m_hub = hub;
    if (!hub)
        return;
    if (!hub->classCode.isEmpty()) {
        listen(hub->classCode);
        return;
    }
    m_search = std::make_unique<KeySearch>(hub->setup, m_stores);
    connect(
        m_search.get(), &KeySearch::failed, this, [this] { dropLater(m_search.release(), *this); });
    connect(m_search.get(), &KeySearch::found, this, [this](const ApiKey& code) {
        dropLater(m_search.release(), *this);
        listen(code.value);
    });
}

void ClassSeat::leave()
{
    dropLater(m_feed.release(), *this);
    m_code.clear();
    showWhatCanBeHandedIn();
}

void ClassSeat::listen(const QByteArray& code)
{
    if (m_feed && code == m_code)
        return;
    leave();
    if (code.isEmpty())
        return;
    m_code = code;
    const ServiceSetup& setup = m_hub->setup;
    m_feed = std::make_unique<ClassFeed>(ClassPlace { .hub = setup.url,
                                             .code = code,
                                             .name = setup.seatName,
                                             .client = m_client,
                                             .network = setup.network,
                                             .patience = setup.patience },
        ClassTicket());
    connect(m_feed.get(), &ClassFeed::handedOut, this, &ClassSeat::takeHandedOut);
    connect(m_feed.get(), &ClassFeed::handedIn, this,
        [this] { Q_EMIT said(tr("Your teacher has your roadmap now.")); });
    connect(m_feed.get(), &ClassFeed::handInFailed, this,
        [this](const Error& error) { Q_EMIT warned(error.message); });
    // What is wrong with the hub, a run says. A code that does not count is for the learner to
    // mend before.
    connect(m_feed.get(), &ClassFeed::failed, this, [this](const Error& error) {
        leave();
        if (error.kind == ErrorKind::Authentication)
            Q_EMIT said(error.message);
    });
    showWhatCanBeHandedIn();
}

void ClassSeat::takeHandedOut(const HandedOut& handed)
{
    const QString title = displayLine(handed.title, longestTitle);
    if (m_library == nullptr || !m_library->isWritable()) {
        Q_EMIT warned(
            tr("Your teacher has handed out “%1”, but it cannot be kept here.").arg(title));
        return;
    }
    const QString mark = markOf(handed.roadmap);
    if (m_memory != nullptr && m_memory->wasHandedOut(mark))
        return;
    const auto roadmap = receivedRoadmap(handed.roadmap);
    if (!roadmap)
        return;
    const QDateTime now = QDateTime::currentDateTime();
    m_library->addStudied({ .entry = { .id = Library::newId(),
                                .roadmap = *roadmap,
                                .request = {},
                                .created = now,
                                .opened = now },
        .studies = {},
        .finishes = {},
        .tags = {} });
    if (m_memory != nullptr)
        m_memory->noteHandedOut(mark);
    Q_EMIT said(tr("Your teacher has handed out “%1”. It is among your roadmaps.").arg(title));
}

void ClassSeat::handIn()
{
    if (const auto roadmap = m_work.wholeRoadmap(); roadmap && m_feed)
        m_feed->handIn(*roadmap);
}

/// What cannot be done now says in its menu what is missing.
void ClassSeat::showWhatCanBeHandedIn()
{
    const bool hasRoadmap = m_work.wholeRoadmap().has_value();
    QAction& command = m_commands[Command::HandIn];
    command.setEnabled(m_feed != nullptr && hasRoadmap);
    command.setToolTip(m_feed == nullptr ? tr("Join a class first.")
            : !hasRoadmap                ? tr("Open a roadmap first.")
                                         : QString());
}

} // namespace roadloom
