// SPDX-License-Identifier: Apache-2.0
#include "ui/window/LibraryFiles.h"

#include "ui/WorkView.h"
#include "ui/roadmap/RoadmapView.h"

#include <QDir>
#include <QMainWindow>

namespace roadloom {

LibraryFiles::LibraryFiles(
    Library* library, const Commands& commands, WorkInFront& work, QMainWindow& window)
    : m_work(work)
    , m_restoring(library, window)
    , m_exporting(library, window)
    , m_importing(library, window)
{
    const auto tell = [this](const Error& error) { Q_EMIT warned(error.message); };
    connect(&m_importing, &RoadmapImporting::imported, this, &LibraryFiles::takeImported);
    connect(&m_importing, &RoadmapImporting::failed, this, tell);
    connect(&m_exporting, &RoadmapExporting::exported, this, [this](const QString& path) {
        Q_EMIT said(tr("The roadmap was written to %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_exporting, &RoadmapExporting::failed, this, tell);
    connect(&m_restoring, &BackupRestoring::agreed, this, &LibraryFiles::leaveForBackup);
    connect(&m_restoring, &BackupRestoring::failed, this, tell);

    commands[Command::ImportRoadmap].setEnabled(library != nullptr);
    commands[Command::RestoreBackup].setEnabled(library != nullptr);
    connect(&commands[Command::ImportRoadmap], &QAction::triggered, &m_importing,
        &RoadmapImporting::ask);
    connect(&commands[Command::ExportRoadmap], &QAction::triggered, this, [this] {
        m_work.collectTyped();
        m_exporting.ask(m_work.roadmap(), m_work.view()->roadmap().title());
    });
    connect(&commands[Command::RestoreBackup], &QAction::triggered, this,
        [this] { m_work.askBefore(EndRunFor::AnotherRoadmap, [this] { m_restoring.ask(); }); });
}

void LibraryFiles::takeImported(const QString& id, const QString& sentence)
{
    m_work.openAnew(id); // which ends what was said before
    Q_EMIT said(sentence);
}

void LibraryFiles::leaveForBackup()
{
    m_work.kept().stopOpening();
    if (m_work.view() != nullptr) {
        m_work.collectTyped();
        m_work.leave();
    }
    Q_EMIT replaced();
    Q_EMIT said(tr("The library becomes what it was then."));
}

} // namespace roadloom
