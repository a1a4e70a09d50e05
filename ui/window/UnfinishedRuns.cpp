// SPDX-License-Identifier: Apache-2.0
#include "ui/window/UnfinishedRuns.h"

#include "core/storage/RunJournal.h"

#include <QFileInfo>

#include <utility>

namespace roadloom {

UnfinishedRuns::UnfinishedRuns(const WindowStores& stores, QObject* parent)
    : QObject(parent)
{
    if (stores.library == nullptr || stores.journal == nullptr)
        return;
    m_library = stores.library;
    m_journal = stores.journal;
    connect(m_library, &Library::unfinishedRead, this, &UnfinishedRuns::takeLines);
    connect(m_library, &Library::runRead, this, &UnfinishedRuns::takeRun);
    connect(m_library, &Library::listChanged, this, &UnfinishedRuns::refresh);
    refresh();
}

bool UnfinishedRuns::areKept() const
{
    return m_library != nullptr && m_library->isWritable()
        && m_library->keeping() != Keeping::NotKept;
}

QString UnfinishedRuns::last() const
{
    return m_journal != nullptr ? m_journal->run() : QString();
}

void UnfinishedRuns::lead(const QString& roadmap)
{
    if (m_journal != nullptr)
        m_journal->lead(roadmap);
}

void UnfinishedRuns::open(const QString& run)
{
    if (m_library == nullptr)
        return;
    m_wanted = run;
    m_library->readRun(run);
}

void UnfinishedRuns::readWords(const QString& run)
{
    if (m_library == nullptr)
        return;
    m_wantedWords = run;
    m_library->readRun(run);
}

void UnfinishedRuns::remove(const QString& run)
{
    if (m_library != nullptr)
        m_library->removeRun(run);
}

void UnfinishedRuns::refresh()
{
    constexpr int most = 20;
    if (m_library->isOpen())
        m_library->readUnfinished(most);
}

void UnfinishedRuns::takeLines(const Result<QList<RunLine>>& lines)
{
    if (!lines)
        return; // the list of roadmaps, which is read as well, says why
    const QString folder = QFileInfo(m_library->path()).absolutePath();
    QList<RunLine> unfinished;
    for (const RunLine& line : lines.value()) {
        const bool isOfUse = line.roadmap.isEmpty() && (line.results > 0 || line.isAtService);
        if (isOfUse && !isRunLocked(folder, line.id))
            unfinished.append(line);
    }
    if (std::exchange(m_lines, unfinished) != unfinished)
        Q_EMIT changed(m_lines);
    const bool isOfTheDead = !m_lines.isEmpty() && m_lines.first().state == RunState::Running;
    if (!std::exchange(m_hasLooked, true) && isOfTheDead)
        Q_EMIT foundOfTheDead();
}

void UnfinishedRuns::takeRun(const QString& id, const Result<RecordedRun>& run)
{
    if (id == m_wantedWords) {
        m_wantedWords.clear();
        if (run)
            Q_EMIT wordsRead(run.value());
    }
    if (id != m_wanted)
        return;
    m_wanted.clear();
    if (!run) {
        Q_EMIT failed(run.error());
        return;
    }
    m_journal->adopt(run.value().line);
    Q_EMIT opened(run.value());
}

} // namespace roadloom
