// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/KeptRuns.h"
#include "tests/e2e/ModelAnswers.h"
#include "tests/e2e/Program.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

/// As the learner does in the window.
void study(const QString& folder, const QString& id)
{
    Library library(folder);
    QVERIFY(!library.open());
    const Roadmap roadmap = sample::perfectRoadmap();
    const QString conceptId = roadmap.stages.first().modules.first().concepts.first().id;
    mark(library, id, conceptId, StudyState::Done);
    library.saveNote(id, conceptId, u"我的 *note*"_s);
    library.rename(id, u"Mine"_s);
    library.setTags(id, { u"work"_s, u"计划"_s });
    library.setHoursPerWeek(id, 5);
}

/// All that the program keeps.
bool wipe(const QString& folder)
{
    return QDir(folder).removeRecursively() && QDir().mkpath(folder);
}

} // namespace

/// The whole way of a roadmap, through all that may come in its way.
class RoadmapJourneyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheSameRoadmapAfterAKillAndOnAnotherMachine()
    {
        ScriptedHttpServer server;
        server.enqueue(streamed(intentText()));
        server.enqueue(heldAfter(u"Stage one"_s, {}));
        const QString url = server.url(u"/v1"_s).toString();
        Program program;
        program.start({ u"generate"_s, u"--goal"_s, u"Web development with Python"_s,
            u"--base-url"_s, url, u"--rounds"_s, u"0"_s, u"--hours"_s, u"7"_s });
        QTRY_VERIFY_WITH_TIMEOUT(keptEvents(program).contains("Stage one"), 20'000);
        program.kill();
        QVERIFY(program.wait());
        QCOMPARE(keptRows(program, u"SELECT results FROM runs"_s), "1\n");

        server.enqueue(streamed(designText()));
        const QString run = QString::fromLatin1(keptRows(program, u"SELECT id FROM runs"_s));
        QVERIFY(program.run({ u"roadmap"_s, u"resume"_s, run.trimmed(), u"--base-url"_s, url,
            u"--rounds"_s, u"0"_s }));
        QVERIFY2(program.exitStatus() == 0, program.err().constData());
        QCOMPARE(server.requests().size(), 3); // the analysis is not asked for again

        const QByteArray row = keptRows(program, u"SELECT id FROM roadmaps"_s).trimmed();
        const QString id = QString::fromLatin1(row);
        study(program.dataFolder(), id);
        const QByteArray before = exported(program, id);
        for (const char* const part : { "Mine", "我的 *note*", "计划", "\"hours_per_week\":5,",
                 "\"finished\":", "From easy to hard." })
            QVERIFY2(before.contains(part), part);

        QVERIFY(wipe(program.dataFolder()));
        QVERIFY(program.run({ u"roadmap"_s, u"list"_s }));
        QCOMPARE(program.out(), "");
        QVERIFY(program.run({ u"roadmap"_s, u"import"_s, u"-"_s }, before));
        QCOMPARE(program.out(), row + '\n');
        QCOMPARE(exported(program, id), before);
    }

private:
    static QByteArray exported(Program& program, const QString& id)
    {
        const bool isDone
            = program.run({ u"roadmap"_s, u"export"_s, id, u"--format"_s, u"roadloom"_s });
        return isDone && program.exitStatus() == 0 ? program.out() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(RoadmapJourneyTest)
#include "RoadmapJourneyTest.moc"
