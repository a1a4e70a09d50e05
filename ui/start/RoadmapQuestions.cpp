// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RoadmapQuestions.h"

#include "ui/look/DisplayText.h"
#include "ui/start/RenameDialog.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace roadloom {

RoadmapQuestions::RoadmapQuestions(QWidget& place)
    : QObject(&place)
    , m_place(place)
{
}

void RoadmapQuestions::setBeingMade(const QString& id)
{
    if (std::exchange(m_beingMade, id) != id && m_question)
        showConsequence();
}

void RoadmapQuestions::askForTitle(const QString& id, const QString& title)
{
    auto* const dialog = new RenameDialog(title, &m_place);
    connect(dialog, &RenameDialog::titleChosen, this,
        [this, id](const QString& chosen) { Q_EMIT titleChosen(id, chosen); });
    dialog->open();
}

void RoadmapQuestions::askToRemove(const QString& id, const QString& title)
{
    auto* const box = new QMessageBox(QMessageBox::Question, {},
        tr("Move “%1” to the bin?").arg(displayLine(title, 120)), QMessageBox::NoButton, &m_place);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    m_question = box;
    m_asked = id;
    showConsequence();
    QPushButton* const yes = box->addButton(tr("&Move to bin"), QMessageBox::DestructiveRole);
    QPushButton* const cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    connect(yes, &QPushButton::clicked, this, [this, id] { Q_EMIT removalAgreed(id); });
    box->open();
}

void RoadmapQuestions::showConsequence()
{
    m_question->setInformativeText(m_asked == m_beingMade
            ? tr(
                "The run that is still at work on it is stopped. Your progress and your notes stay "
                "with it: in History you can take it back.")
            : tr("Your progress and your notes stay with it: in History you can take it back."));
}

} // namespace roadloom
