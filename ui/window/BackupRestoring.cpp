// SPDX-License-Identifier: Apache-2.0
#include "ui/window/BackupRestoring.h"

#include "core/storage/Library.h"
#include "core/storage/LibraryBackups.h"

#include <QFile>
#include <QInputDialog>
#include <QLocale>
#include <QMessageBox>
#include <QThread>

#include <utility>

namespace roadloom {

BackupRestoring::BackupRestoring(Library* library, QWidget& window)
    : m_library(library)
    , m_window(window)
{
}

BackupRestoring::~BackupRestoring()
{
    if (m_thread)
        m_thread->wait();
}

void BackupRestoring::ask()
{
    if (m_library == nullptr || !m_library->isWritable() || !m_chosen.isEmpty())
        return;
    QList<std::pair<QString, QString>> choices; // what it is called, and its path
    if (const QString before = copyBeforeRestorePath(m_library->path()); QFile::exists(before))
        choices.append({ tr("As it was before the last restore"), before });
    for (const LibraryBackup& backup : backupsOf(m_library->path()))
        choices.append({ QLocale().toString(backup.day, QLocale::LongFormat), backup.path });
    if (choices.isEmpty()) {
        auto* const box = new QMessageBox(QMessageBox::Information, {},
            tr("There is no backup yet. Roadloom makes one on each day that you use it, and keeps "
               "the last seven, and one a week of four weeks before."),
            QMessageBox::Ok, &m_window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return;
    }
    auto* const dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Restore a backup"));
    dialog->setLabelText(
        tr("The whole library becomes what it was: roadmaps, progress, notes and designs.\n"
           "What it is now is kept, and stands first in this list the next time.\n\n"
           "Take the library as it was on:"));
    dialog->setOkButtonText(tr("Restore"));
    QStringList names;
    for (const auto& [name, path] : std::as_const(choices))
        names.append(name);
    dialog->setComboBoxItems(names);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, choices](const QString& name) {
        for (const auto& [each, path] : choices) {
            if (each == name)
                restore(path);
        }
    });
    dialog->open();
}

/// With a copy of what is there now, if that is not what comes back.
void BackupRestoring::restore(const QString& backup)
{
    if (!m_chosen.isEmpty())
        return;
    Q_EMIT agreed();
    m_chosen = backup;
    copyWhenWritten();
}

/// What was done last belongs to the copy.
void BackupRestoring::copyWhenWritten()
{
    if (m_library->keeping() == Keeping::Underway) {
        connect(m_library, &Library::keepingChanged, this, &BackupRestoring::copyWhenWritten,
            Qt::SingleShotConnection);
        return;
    }
    m_thread.reset(QThread::create([this, path = m_library->path(), backup = m_chosen] {
        m_copy = copyBeforeRestore(path, backup); // read when the thread has ended
    }));
    connect(m_thread.get(), &QThread::finished, this, &BackupRestoring::takeCopy);
    m_thread->start();
}

void BackupRestoring::takeCopy()
{
    m_thread->wait();
    m_thread.reset();
    m_chosen.clear();
    const Result<QString> source = *std::exchange(m_copy, std::nullopt);
    if (source)
        m_library->restore(source.value());
    else
        Q_EMIT failed(source.error());
}

} // namespace roadloom
