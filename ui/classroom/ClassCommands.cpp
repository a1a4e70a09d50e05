// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/ClassCommands.h"

#include "ui/classroom/ShareDialog.h"
#include "ui/look/Icons.h"
#include "ui/window/Commands.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace roadloom {

ClassCommands::ClassCommands(
    ClassroomParts parts, bool isAllowed, const Commands& commands, QMainWindow& window)
    : m_sharing(std::move(parts))
    , m_isAllowed(isAllowed)
    , m_commands(commands)
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
    retranslate();
}

void ClassCommands::open()
{
    if (!m_dialog) {
        m_dialog = new ShareDialog(m_sharing, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ClassCommands::askToEnd(const std::function<void()>& then)
{
    auto* const box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setText(tr(
        "%n seat(s) use the model of this window.", nullptr, int(m_sharing.report().seats.size())));
    box->setInformativeText(
        tr("If you close the window, sharing ends, and with it the runs of the class."));
    QPushButton* const end
        = box->addButton(tr("&Stop sharing and close"), QMessageBox::DestructiveRole);
    QPushButton* const keep = box->addButton(tr("&Leave it open"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(end, &QPushButton::clicked, this, then);
    box->open();
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
}

} // namespace roadloom
