// SPDX-License-Identifier: Apache-2.0
#include "ui/window/EndRunQuestion.h"

#include "ui/run/RunController.h"

#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

namespace {

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

EndRunQuestion::EndRunQuestion(const RunController& run, QWidget& window)
    : m_run(run)
    , m_window(window)
{
    connect(&m_run, &RunController::phaseChanged, this, [this] {
        if (m_box && !m_run.isRunning())
            m_box->close();
    });
}

void EndRunQuestion::before(EndRunFor reason, const std::function<void()>& then)
{
    if (m_run.isRunning())
        ask(reason, then);
    else
        then();
}

void EndRunQuestion::ask(EndRunFor reason, const std::function<void()>& then)
{
    m_box = new QMessageBox(&m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setIcon(QMessageBox::Question);
    m_box->setText(tr("A roadmap is still being made."));
    const Words words = wordsFor(reason);
    m_box->setInformativeText(words.consequence);
    QPushButton* const end = m_box->addButton(words.button, QMessageBox::DestructiveRole);
    QPushButton* const keep = m_box->addButton(tr("&Let it finish"), QMessageBox::RejectRole);
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    connect(end, &QPushButton::clicked, this, then);
    m_box->open();
}

} // namespace roadloom
