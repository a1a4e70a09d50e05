// SPDX-License-Identifier: Apache-2.0
#include "ui/window/EndRunQuestion.h"

#include "ui/look/DisplayText.h"
#include "ui/run/RunController.h"

#include <QMessageBox>
#include <QPushButton>

namespace roadloom {

namespace {

QString lossText(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return EndRunQuestion::tr(
            "If you start with another goal, what is designed so far is lost.");
    case EndRunFor::AnotherRoadmap:
        return EndRunQuestion::tr("If you open another one, what is designed so far is lost.");
    case EndRunFor::Closing:
        return EndRunQuestion::tr("If you close the window, what is designed so far is lost. Your "
                                  "goal is there at the next start.");
    }
    Q_UNREACHABLE();
}

QString wholeLossText(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return EndRunQuestion::tr("If you start with another goal, the roadmap is lost.");
    case EndRunFor::AnotherRoadmap:
        return EndRunQuestion::tr("If you open another one, this one is lost.");
    case EndRunFor::Closing:
        return EndRunQuestion::tr(
            "If you close the window, the roadmap is lost. Your goal is there "
            "at the next start.");
    }
    Q_UNREACHABLE();
}

QString laterText(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return EndRunQuestion::tr("If you start with another goal, you can go on with this one "
                                  "later, from the start page.");
    case EndRunFor::AnotherRoadmap:
        return EndRunQuestion::tr(
            "If you open another one, you can go on with this one later, from the start page.");
    case EndRunFor::Closing:
        return EndRunQuestion::tr(
            "If you close the window, you can go on with it later, from the start page.");
    }
    Q_UNREACHABLE();
}

QString staysText(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return EndRunQuestion::tr(
            "If you start with another goal, it stays in the library as it is now.");
    case EndRunFor::AnotherRoadmap:
        return EndRunQuestion::tr(
            "If you open another one, this one stays in the library as it is now.");
    case EndRunFor::Closing:
        return EndRunQuestion::tr("If you close the window, it stays in the library as it is now.");
    }
    Q_UNREACHABLE();
}

QString leaveText()
{
    return EndRunQuestion::tr(
        "If you close the window, whoever answers goes on with it for a few minutes. You can take "
        "it up again from the start page.");
}

QString endText(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return EndRunQuestion::tr("&Stop and start");
    case EndRunFor::AnotherRoadmap:
        return EndRunQuestion::tr("&Stop and open");
    case EndRunFor::Closing:
        return EndRunQuestion::tr("&Stop and close");
    }
    Q_UNREACHABLE();
}

/// Where nothing is on that could be stopped.
QString agreeText(EndRunFor reason)
{
    switch (reason) {
    case EndRunFor::AnotherGoal:
        return EndRunQuestion::tr("&Start");
    case EndRunFor::AnotherRoadmap:
        return EndRunQuestion::tr("&Open");
    case EndRunFor::Closing:
        return EndRunQuestion::tr("&Close");
    }
    Q_UNREACHABLE();
}

QString refuseText(EndRunFor reason)
{
    return reason == EndRunFor::Closing ? EndRunQuestion::tr("&Leave it open")
                                        : EndRunQuestion::tr("&Keep the design");
}

QString stateText(const UnkeptDesign& design)
{
    constexpr qsizetype longest = 80; // characters
    const QString name = displayLine(design.name, longest);
    //: %1 is a roadmap's title, or a goal.
    return (design.isWhole ? EndRunQuestion::tr("The roadmap “%1” is not kept in the library.")
                           : EndRunQuestion::tr("The roadmap “%1” is not designed to the end."))
        .arg(name);
}

} // namespace

EndRunQuestion::EndRunQuestion(const RunController& run, QWidget& window)
    : m_run(run)
    , m_window(window)
{
    connect(&m_run, &RunController::phaseChanged, this, &EndRunQuestion::followRun);
}

void EndRunQuestion::before(EndRunFor reason, const std::function<void()>& then)
{
    if (!m_run.isRunning()) {
        then();
        return;
    }
    m_reason = reason;
    m_isWhole = false;
    ask(tr("A roadmap is still being made."), isOnlyLeft() ? agreeText(reason) : endText(reason),
        tr("&Let it finish"), then);
}

void EndRunQuestion::beforeLosingDesign(
    EndRunFor reason, const UnkeptDesign& design, const std::function<void()>& then)
{
    m_reason = reason;
    m_isWhole = design.isWhole;
    ask(stateText(design), agreeText(reason), refuseText(reason), then);
}

/// Whether it is on, or what it has left is there, is all that was asked about.
void EndRunQuestion::followRun()
{
    if (m_box && (m_run.isRunning() != m_isOn || m_run.request().sessionId != m_session))
        m_box->close();
}

/// The run goes on elsewhere, and is found again.
bool EndRunQuestion::isOnlyLeft() const
{
    return m_reason == EndRunFor::Closing && m_isRecorded && m_run.isAtService();
}

void EndRunQuestion::setKept(bool isKept)
{
    m_isKept = isKept;
    if (m_box)
        showConsequence();
}

void EndRunQuestion::ask(const QString& text, const QString& agree, const QString& refuse,
    const std::function<void()>& then)
{
    if (m_box)
        m_box->close();
    m_session = m_run.request().sessionId;
    m_isOn = m_run.isRunning();
    m_box = new QMessageBox(&m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setIcon(QMessageBox::Question);
    m_box->setTextFormat(Qt::PlainText); // a name is none of ours
    m_box->setText(text);
    showConsequence();
    QPushButton* const end = m_box->addButton(agree, QMessageBox::DestructiveRole);
    QPushButton* const keep = m_box->addButton(refuse, QMessageBox::RejectRole);
    m_box->setDefaultButton(keep);
    m_box->setEscapeButton(keep);
    connect(end, &QPushButton::clicked, this, then);
    m_box->open();
}

void EndRunQuestion::showConsequence()
{
    m_box->setInformativeText(m_isKept            ? staysText(m_reason)
            : m_isWhole                           ? wholeLossText(m_reason)
            : isOnlyLeft()                        ? leaveText()
            : m_isRecorded && m_run.hasFinished() ? laterText(m_reason)
                                                  : lossText(m_reason));
}

} // namespace roadloom
