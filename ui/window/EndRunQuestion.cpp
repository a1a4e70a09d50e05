// SPDX-License-Identifier: Apache-2.0
#include "ui/window/EndRunQuestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

namespace {

struct EndRunQuestion {
    Q_DECLARE_TR_FUNCTIONS(EndRunQuestion)
};

struct Words {
    QString consequence;
    QString button;
};

Words wordsFor(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return { EndRunQuestion::tr("If you start with another goal, it stays unfinished."),
            EndRunQuestion::tr("&Stop and start") };
    case EndRunFor::AnotherRoadmap:
        return { EndRunQuestion::tr("If you open another one, it stays unfinished."),
            EndRunQuestion::tr("&Stop and open") };
    case EndRunFor::Closing:
        return { EndRunQuestion::tr("If you close the window, it stays unfinished."),
            EndRunQuestion::tr("&Stop and close") };
    }
    Q_UNREACHABLE();
}

} // namespace

QDialog* askToEndRun(EndRunFor reason, QWidget* window, const std::function<void()>& then)
{
    auto* const box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setText(EndRunQuestion::tr("A roadmap is still being made."));
    const Words words = wordsFor(reason);
    box->setInformativeText(words.consequence);
    QPushButton* const end = box->addButton(words.button, QMessageBox::DestructiveRole);
    QPushButton* const keep
        = box->addButton(EndRunQuestion::tr("&Let it finish"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(end, &QPushButton::clicked, window, then);
    box->open();
    return box;
}

} // namespace roadloom
