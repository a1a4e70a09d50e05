// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/BackupRestoring.h"
#include "ui/window/Commands.h"
#include "ui/window/RoadmapExporting.h"
#include "ui/window/RoadmapImporting.h"
#include "ui/window/WorkInFront.h"

#include <QObject>

namespace roadloom {

/// The commands that move roadmaps between the library and files: export, import, and restoring a
/// backup.
class LibraryFiles : public QObject {
    Q_OBJECT
public:
    /// The dialogs are over the window. Without a library the commands do nothing. All must outlive
    /// it.
    LibraryFiles(
        Library* library, const Commands& commands, WorkInFront& work, QMainWindow& window);

    /// Takes the roadmap of a file into the library, and opens it.
    void take(const QString& path) { m_importing.take(path); }

Q_SIGNALS:
    /// All that the library has is about to be replaced; nothing is in front any more.
    void replaced();
    /// A sentence for the learner.
    void said(const QString& sentence);
    /// Something failed.
    void warned(const QString& sentence);

private:
    void takeImported(const QString& id, const QString& sentence);
    void leaveForBackup();

    WorkInFront& m_work;
    BackupRestoring m_restoring;
    RoadmapExporting m_exporting;
    RoadmapImporting m_importing;
};

} // namespace roadloom
