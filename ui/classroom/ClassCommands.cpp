// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ClassCommands.h"

#include "core/hub/HubThread.h"
#include "core/storage/Library.h"
#include "ui/classroom/ClassWords.h"
#include "ui/classroom/ReceivedRoadmap.h"
#include "ui/classroom/ShareDialog.h"
#include "ui/look/Icons.h"
#include "ui/window/Commands.h"
#include "ui/window/WindowStores.h"
#include "ui/window/WorkInFront.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace roadloom {

ClassCommands::ClassCommands(ClassroomParts parts, bool isAllowed, const WindowStores& stores,
    const Commands& commands, WorkInFront& work, QMainWindow& window)
    : m_sharing(std::move(parts), stores.memory)
    , m_isAllowed(isAllowed)
    , m_library(stores.library)
    , m_commands(commands)
    , m_work(work)
    , m_window(window)
    , m_sign(new QToolButton(window.menuBar()))
{
    m_sign->setAutoRaise(true);
    m_sign->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sign->setIcon(icon(Icon::Link));
    m_sign->hide();
    QAction& share = m_commands[Command::Share];
    share.setEnabled(m_isAllowed && m_sharing.isPossible());
    connect(&share, &QAction::triggered, this, &ClassCommands::open);
    connect(m_sign, &QToolButton::clicked, this, &ClassCommands::open);
    connect(&m_sharing, &Sharing::stateChanged, this, &ClassCommands::showSign);
    connect(&m_sharing, &Sharing::reported, this, &ClassCommands::showSign);
    connectHandingOut();
    connectCollecting();
    retranslate();
}

void ClassCommands::connectHandingOut()
{
    connect(&m_commands[Command::HandOut], &QAction::triggered, this, &ClassCommands::handOut);
    connect(&m_work, &WorkInFront::changed, this, &ClassCommands::showWhatCanBeHandedOut);
    connect(&m_sharing, &Sharing::stateChanged, this, &ClassCommands::showWhatCanBeHandedOut);
    connect(&m_sharing, &Sharing::handedOut, this,
        [this](const QString& title) { Q_EMIT said(handedOutWords(title)); });
    connect(&m_sharing, &Sharing::notHandedOut, this,
        [this](const Error& error) { Q_EMIT warned(error.message); });
}

void ClassCommands::connectCollecting()
{
    if (m_library != nullptr)
        connect(
            m_library, &Library::roadmapGone, &m_sharing.collected(), &CollectedRoadmaps::noteGone);
}

void ClassCommands::open()
{
    if (!m_dialog) {
        m_dialog = new ShareDialog(m_sharing, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setKeeping(canKeep());
        connect(m_dialog, &ShareDialog::handOutRequested, this, &ClassCommands::handOut);
        connect(m_dialog, &ShareDialog::openRequested, this, &ClassCommands::openCollected);
        connect(m_dialog, &ShareDialog::keepAllRequested, this, &ClassCommands::keepAll);
        showWhatCanBeHandedOut();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ClassCommands::handOut()
{
    const std::optional<Roadmap> roadmap = m_work.wholeRoadmap();
    if (roadmap && m_sharing.hub() != nullptr)
        m_sharing.hub()->handOut(*roadmap);
}

bool ClassCommands::canKeep() const
{
    return m_library != nullptr && m_library->isWritable();
}

QString ClassCommands::keep(int row)
{
    const CollectedRoadmaps::Row& collected = m_sharing.collected().row(row);
    if (!collected.keptAs.isEmpty())
        return collected.keptAs;
    const QString id = Library::newId();
    m_library->addStudied(collectedRoadmap(id, collected.roadmap, collected.name, collected.came));
    m_sharing.collected().noteKept(row, id);
    return id;
}

void ClassCommands::keepAll()
{
    const int count = m_sharing.collected().unkept();
    for (int row = 0; row < m_sharing.collected().rowCount(); ++row)
        keep(row);
    Q_EMIT said(tr("%n collected roadmap(s) are in the library now.", nullptr, count));
}

/// The dialog would lie over it.
void ClassCommands::openCollected(int row)
{
    const QString id = keep(row);
    if (m_dialog)
        m_dialog->close();
    m_work.openRoadmap(id);
}

bool ClassCommands::isNeeded() const
{
    return !m_sharing.report().seats.isEmpty() || m_sharing.collected().unkept() > 0;
}

void ClassCommands::askToEnd(const std::function<void()>& then)
{
    auto* const box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    const int seats = int(m_sharing.report().seats.size());
    const int unkept = m_sharing.collected().unkept();
    const QString collected
        = tr("%n collected roadmap(s) are not in your library yet.", nullptr, unkept);
    box->setText(
        seats > 0 ? tr("%n seat(s) use the model of this window.", nullptr, seats) : collected);
    QStringList more;
    if (seats > 0)
        more.append(
            tr("If you close the window, sharing ends, and with it the runs of the class."));
    if (seats > 0 && unkept > 0)
        more.append(collected);
    box->setInformativeText(more.join(u' '));
    if (unkept > 0 && canKeep()) {
        QPushButton* const keepFirst
            = box->addButton(tr("Save &all to library and close"), QMessageBox::AcceptRole);
        connect(keepFirst, &QPushButton::clicked, this, [this, then] {
            keepAll();
            then();
        });
    }
    QPushButton* const end
        = box->addButton(seats > 0 ? tr("&Stop sharing and close") : tr("&Close without them"),
            QMessageBox::DestructiveRole);
    QPushButton* const stay = box->addButton(tr("&Leave it open"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(end, &QPushButton::clicked, this, then);
    box->open();
}

/// What cannot be done now says in its menu what is missing.
void ClassCommands::showWhatCanBeHandedOut()
{
    const std::optional<Roadmap> roadmap = m_work.wholeRoadmap();
    const bool isOn = m_sharing.state() == Sharing::State::On;
    QAction& command = m_commands[Command::HandOut];
    command.setEnabled(isOn && roadmap);
    command.setStatusTip(!isOn ? tr("Share with the class first.")
            : !roadmap         ? tr("Open a roadmap first.")
                               : QString());
    command.setToolTip(command.statusTip());
    if (m_dialog)
        m_dialog->setRoadmapInFront(roadmap ? std::optional(roadmap->title) : std::nullopt);
}

void ClassCommands::showSign()
{
    const bool isOn = m_sharing.state() == Sharing::State::On;
    m_sign->setText(tr("Sharing: %n seat(s)", nullptr, int(m_sharing.report().seats.size())));
    m_sign->setVisible(isOn);
    // The bar makes room for what it has in its corner only when it is given it.
    m_window.menuBar()->setCornerWidget(isOn ? m_sign : nullptr);
}

void ClassCommands::retranslate()
{
    m_sign->setToolTip(tr("Shows the class"));
    m_commands[Command::Share].setToolTip(!m_isAllowed
            ? tr("Your administrator does not allow sharing with a class.")
            : !m_sharing.isPossible() ? tr("This program cannot share with a class.")
                                      : QString());
    showSign();
    showWhatCanBeHandedOut();
}

} // namespace roadloom
