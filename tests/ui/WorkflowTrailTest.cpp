// SPDX-License-Identifier: Apache-2.0
#include "ui/run/WorkflowTrail.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// One sign a step: '.' to come, '>' current, '+' passed, '-' left out, '!' stopped, 'x' failed.
QString drawn(const WorkflowTrail& trail)
{
    QString signs;
    for (const WorkStep step : workSteps)
        signs += u".>+-!x"_s.at(int(trail.state(step)));
    return signs;
}

} // namespace

class WorkflowTrailTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsTheWay_data();
    void showsTheWay();
    void countsTheRounds();
};

void WorkflowTrailTest::showsTheWay_data()
{
    using enum RunPhase;
    QTest::addColumn<QList<RunPhase>>("phases");
    QTest::addColumn<QString>("signs");
    const auto row = [](const char* name, const QList<RunPhase>& phases, const QString& signs) {
        QTest::newRow(name) << phases << signs;
    };
    row("before", {}, u"....."_s);
    row("analysing", { Understanding }, u">...."_s);
    row("designing", { Understanding, Designing }, u"+>..."_s);
    row("checking", { Understanding, Designing, Reviewing }, u"++>.."_s);
    row("mending", { Understanding, Designing, Reviewing, Editing }, u"+++>."_s);
    row("checking again", { Understanding, Designing, Reviewing, Editing, Reviewing }, u"++>+."_s);
    row("asking", { Understanding, Designing, Asking }, u"++..>"_s);
    row("mending a wish", { Understanding, Designing, Asking, Editing }, u"++.>."_s);
    row("done without a check", { Understanding, Designing, Done }, u"++--+"_s);
    row("done", { Understanding, Designing, Reviewing, Done }, u"+++-+"_s);
    row("stopped", { Understanding, Designing, Stopped }, u"+!..."_s);
    row("failed", { Understanding, Designing, Reviewing, Failed }, u"++x.."_s);
    row("gone on", { Understanding, Designing, Failed, Designing }, u"+>..."_s);
    row("gone on elsewhere", { Reviewing }, u"++>.."_s);
    row("another run", { Understanding, Designing, Done, Understanding }, u">...."_s);
}

void WorkflowTrailTest::showsTheWay()
{
    QFETCH(const QList<RunPhase>, phases);
    WorkflowTrail trail;
    for (const RunPhase phase : phases)
        trail.take(phase);
    QTEST(drawn(trail), "signs");
}

void WorkflowTrailTest::countsTheRounds()
{
    WorkflowTrail trail;
    using enum RunPhase;
    for (const RunPhase phase :
        { Understanding, Designing, Reviewing, Editing, Reviewing, Editing, Reviewing })
        trail.take(phase);
    QCOMPARE(trail.rounds(), 3);
    trail.take(Understanding);
    QCOMPARE(trail.rounds(), 0);
}

QTEST_GUILESS_MAIN(WorkflowTrailTest)

#include "WorkflowTrailTest.moc"
