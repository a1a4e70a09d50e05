// SPDX-License-Identifier: Apache-2.0
#include "app/RunStatistics.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

constexpr auto architect = AgentId::CurriculumArchitect;

ChunkEvent inFront(const QString& text, const QString& stage)
{
    return { text, architect, stage };
}

StageChunkEvent behind(const QString& text, const QString& stage)
{
    return { text, architect, stage };
}

} // namespace

class RunStatisticsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsThatComeOnceMoreCountOnce_data()
    {
        QTest::addColumn<QList<AgentEvent>>("events");
        QTest::addColumn<QString>("words");
        using Events = QList<AgentEvent>;
        QTest::newRow("in front") << Events { inFront(u"one two"_s, u"a"_s),
            inFront(u" three"_s, u"a"_s) }
                                  << u"3"_s;
        QTest::newRow("repeated in front") << Events { behind(u"one two "_s, u"b"_s),
            behind(u"three"_s, u"b"_s), inFront(u"\n\none two three"_s, u"b"_s),
            inFront(u" four"_s, u"b"_s) } << u"4"_s;
        QTest::newRow("two stages") << Events { inFront(u"one "_s, u"a"_s),
            behind(u"two "_s, u"b"_s), inFront(u"\n\ntwo"_s, u"b"_s), behind(u" three"_s, u"c"_s),
            inFront(u"\n\nthree"_s, u"c"_s) }
                                    << u"3"_s;
        QTest::newRow("JSON comes once") << Events { behind(u"one\n```json\n{\"two\":"_s, u"b"_s),
            behind(u"3}\n```"_s, u"b"_s), inFront(u"\n\none"_s, u"b"_s) }
                                         << u"4"_s;
        QTest::newRow("nothing was said behind")
            << Events { behind(u"\n\n"_s, u"b"_s), inFront(u"one two"_s, u"b"_s) } << u"2"_s;
        QTest::newRow("withdrawn behind") << Events { behind(u"one two"_s, u"b"_s),
            AttemptFailedEvent {
                .agent = architect, .reason = u"Cut."_s, .retryIn = 0ms, .stage = u"b"_s },
            inFront(u"\n\nthree"_s, u"b"_s) }
                                          << u"3"_s;
    }

    void wordsThatComeOnceMoreCountOnce()
    {
        QFETCH(const QList<AgentEvent>, events);
        QFETCH(const QString, words);
        RunStatistics statistics;
        for (const AgentEvent& event : events)
            statistics.observe(event);
        const QString report = statistics.report();
        QVERIFY2(report.contains(u"Words: "_s + words + u", nearly at once"_s), qPrintable(report));
    }

    void aResultThatIsToldAgainIsNoStep()
    {
        const AgentEvent reviewed = CompleteEvent { Validation(), AgentId::StructureValidator };
        const AgentEvent edited = CompleteEvent { RoadmapEdit(), AgentId::RoadmapEditor };
        const AgentEvent reviewing = ChunkEvent { u"Well."_s, AgentId::StructureValidator };
        const AgentEvent editing = ChunkEvent { u"Well."_s, AgentId::RoadmapEditor };
        RunStatistics statistics;
        for (const AgentEvent& event :
            { reviewing, reviewed, editing, edited, reviewing, reviewed, edited, reviewed })
            statistics.observe(event);
        const QString report = statistics.report();
        QCOMPARE(report.count(u"Check took: "_s), 2);
        QCOMPARE(report.count(u"Mend took: "_s), 1);
    }
};

QTEST_GUILESS_MAIN(RunStatisticsTest)
#include "RunStatisticsTest.moc"
