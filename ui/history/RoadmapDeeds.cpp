// SPDX-License-Identifier: Apache-2.0
#include "ui/history/RoadmapDeeds.h"

#include "ui/history/TagsDialog.h"
#include "ui/history/VersionsDialog.h"
#include "ui/look/DisplayText.h"

#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

namespace {

QString nameOf(const LibraryLine& line)
{
    return displayLine(line.title, 80);
}

} // namespace

RoadmapDeeds::RoadmapDeeds(Library& library, QWidget& window)
    : QObject(&window)
    , m_library(library)
    , m_window(window)
    , m_questions(new RoadmapQuestions(window))
{
    connect(m_questions, &RoadmapQuestions::removalAgreed, this, &RoadmapDeeds::removalAgreed);
    connect(m_questions, &RoadmapQuestions::titleChosen, this, &RoadmapDeeds::titleChosen);
}

void RoadmapDeeds::setBeingMade(const QString& id)
{
    m_beingMade = id;
    m_questions->setBeingMade(id);
}

void RoadmapDeeds::rename(const LibraryLine& line)
{
    m_questions->askForTitle(line.id, line.title);
}

void RoadmapDeeds::editTags(const LibraryLine& line, const QStringList& inUse)
{
    QStringList others = inUse;
    others.removeIf(
        [&](const QString& tag) { return line.tags.contains(tag, Qt::CaseInsensitive); });
    auto* const dialog = new TagsDialog(line.title, line.tags, others, &m_window);
    connect(dialog, &TagsDialog::tagsChosen, this,
        [this, id = line.id](const QStringList& tags) { m_library.setTags(id, tags); });
    dialog->open();
}

QString RoadmapDeeds::duplicate(const LibraryLine& line)
{
    QString copy = Library::newId();
    //: %1 is the title of a roadmap of which this is the copy.
    m_library.duplicate(line.id, copy, Library::titleFrom(tr("%1 (copy)").arg(nameOf(line))));
    Q_EMIT done(tr("There is a copy of “%1”, with your progress and notes.").arg(nameOf(line)), {});
    return copy;
}

/// A version that waits has its number, and its place among the others, once it is written.
void RoadmapDeeds::showVersions(const LibraryLine& line)
{
    auto* const dialog = new VersionsDialog(m_library, line, &m_window);
    connect(dialog, &VersionsDialog::chosen, this, [this, line](qint64 version, qint64 current) {
        bringBack(line.id, version);
        std::function<void()> undo;
        if (current != waitingVersion)
            undo = [this, id = line.id, current] { bringBack(id, current); };
        Q_EMIT done(tr("“%1” is what it was.").arg(nameOf(line)), undo);
    });
    dialog->open();
}

void RoadmapDeeds::bringBack(const QString& id, qint64 version)
{
    m_library.bringBackVersion(id, version);
    Q_EMIT broughtBack(id);
}

void RoadmapDeeds::archive(const LibraryLine& line)
{
    const bool archives = !line.isArchived;
    m_library.archive(line.id, archives);
    Q_EMIT done(archives ? tr("“%1” is in the archive.").arg(nameOf(line))
                         : tr("“%1” is among your roadmaps again.").arg(nameOf(line)),
        [this, id = line.id, archives] { m_library.archive(id, !archives); });
}

void RoadmapDeeds::remove(const LibraryLine& line)
{
    if (line.id == m_beingMade) {
        m_questions->askToRemove(line.id, line.title);
        return;
    }
    Q_EMIT removalAgreed(line.id);
    Q_EMIT done(tr("“%1” is in the bin.").arg(nameOf(line)),
        [this, id = line.id] { m_library.takeBack(id); });
}

void RoadmapDeeds::takeBack(const LibraryLine& line)
{
    m_library.takeBack(line.id);
    Q_EMIT done(line.isArchived ? tr("“%1” is in the archive again.").arg(nameOf(line))
                                : tr("“%1” is among your roadmaps again.").arg(nameOf(line)),
        {});
}

void RoadmapDeeds::purge(const LibraryLine& line)
{
    askToPurge(tr("Delete “%1” for good?").arg(nameOf(line)),
        tr("Your progress, your notes and the conversation go with it. This cannot be undone. "
           "Backups of the library keep a copy for up to five weeks; longer only until the next "
           "backup is made."),
        { line.id });
}

void RoadmapDeeds::purgeAll(const QStringList& ids)
{
    askToPurge(tr("Delete the %n roadmaps in the bin for good?", nullptr, int(ids.size())),
        tr("Your progress, your notes and the conversations go with them. This cannot be undone. "
           "Backups of the library keep a copy for up to five weeks; longer only until the next "
           "backup is made."),
        ids);
}

void RoadmapDeeds::askToPurge(
    const QString& question, const QString& consequence, const QStringList& ids)
{
    auto* const box
        = new QMessageBox(QMessageBox::Warning, {}, question, QMessageBox::Cancel, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(consequence);
    QPushButton* const yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, ids] {
        Q_EMIT done({}, {});
        for (const QString& id : ids)
            Q_EMIT purgeAgreed(id);
    });
    box->open();
}

} // namespace roadloom
