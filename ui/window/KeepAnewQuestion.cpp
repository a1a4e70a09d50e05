// SPDX-License-Identifier: Apache-2.0
#include "ui/window/KeepAnewQuestion.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(KeepAnewQuestion)
};

/// In the place of one that is still asked.
QMessageBox& makeBox(const QString& title, const QString& consequence, QWidget& window)
{
    constexpr qsizetype longest = 60; // characters
    const QString name = u"keep-anew"_s;
    for (QMessageBox* const earlier : window.findChildren<QMessageBox*>(name)) {
        earlier->hide();
        earlier->deleteLater();
    }
    auto* const box = new QMessageBox(QMessageBox::Warning, {},
        Translation::tr("“%1” was deleted for good. Keep it anew?")
            .arg(displayLine(title, longest)),
        QMessageBox::NoButton, &window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(consequence);
    return *box;
}

QPushButton& addKeep(QMessageBox& box, QObject& context, const std::function<void()>& keep)
{
    QPushButton* const yes
        = box.addButton(Translation::tr("&Keep it anew"), QMessageBox::AcceptRole);
    box.setDefaultButton(yes);
    QObject::connect(yes, &QPushButton::clicked, &context, keep);
    return *yes;
}

} // namespace

void askToKeepAnew(
    const QString& title, QWidget& window, QObject& context, const std::function<void()>& keep)
{
    QMessageBox& box = makeBox(title,
        Translation::tr("Another program deleted it while it was open here. With your progress and "
                        "your notes it is still in front; you are asked again before you turn to "
                        "another roadmap or close the window."),
        window);
    addKeep(box, context, keep);
    box.addButton(Translation::tr("&Not now"), QMessageBox::RejectRole);
    box.open();
}

void askToKeepAnewBefore(const std::function<void()>& then, const QString& title, QWidget& window,
    QObject& context, const std::function<void()>& keep)
{
    QMessageBox& box = makeBox(title,
        Translation::tr("Another program deleted it while it was open here. If you do not keep it, "
                        "your progress and your notes go with it."),
        window);
    QObject::connect(
        &addKeep(box, context, keep), &QPushButton::clicked, &context, then); // after it is kept
    QPushButton* const no
        = box.addButton(Translation::tr("&Do not keep it"), QMessageBox::DestructiveRole);
    QObject::connect(no, &QPushButton::clicked, &context, then);
    box.addButton(QMessageBox::Cancel);
    box.open();
}

} // namespace roadloom
