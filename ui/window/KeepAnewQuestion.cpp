// SPDX-License-Identifier: Apache-2.0
#include "ui/window/KeepAnewQuestion.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(KeepAnewQuestion)
};

} // namespace

void askToKeepAnew(
    const QString& title, QWidget& window, QObject& context, const std::function<void()>& keep)
{
    constexpr qsizetype longest = 60; // characters
    auto* const box = new QMessageBox(QMessageBox::Warning, {},
        Translation::tr("“%1” was deleted for good. Keep it anew?")
            .arg(displayLine(title, longest)),
        QMessageBox::NoButton, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        Translation::tr("Another program deleted it while it was open here. With your progress and "
                        "your notes it is still in front; if it is not kept, all of that goes when "
                        "you turn to another roadmap or close the window."));
    QPushButton* const yes
        = box->addButton(Translation::tr("&Keep it anew"), QMessageBox::AcceptRole);
    box->addButton(Translation::tr("&Do not keep it"), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    QObject::connect(yes, &QPushButton::clicked, &context, keep);
    box->open();
}

} // namespace roadloom
