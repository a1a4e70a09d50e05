// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/OfflineSource.h"

#include "core/roadmap/RoadmapJson.h"
#include "core/stream/AnswerSplitter.h"
#include "tests/core/workflow/EventLog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

LearnerRequest wish(const QString& goal)
{
    LearnerRequest request;
    request.preferences.learningGoal = goal;
    return request;
}

} // namespace

class OfflineSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaksAsTheTwoAgentsAndSaysThatNoModelSpeaks_data()
    {
        QTest::addColumn<QString>("goal");
        QTest::addColumn<QString>("library");
        QTest::newRow("Chinese") << u"学习 Python Web 开发"_s << u"内置"_s;
        QTest::newRow("English") << u"SQL for data analysis"_s << u"built-in"_s;
    }

    void speaksAsTheTwoAgentsAndSaysThatNoModelSpeaks()
    {
        QFETCH(const QString, goal);
        QFETCH(const QString, library);
        OfflineSource source;
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(wish(goal));
        QVERIFY(log.events.isEmpty());
        QVERIFY(ended.wait());
        QCOMPARE(log.outline().remove(u" finding"_s), u"chunk complete chunk complete done"_s);
        QVERIFY2(log.said(AgentId::IntentAnalyzer).contains(library),
            qPrintable(log.said(AgentId::IntentAnalyzer)));
    }

    void whatItSaysHoldsTheResultInOneFence()
    {
        OfflineSource source;
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(wish(u"git"_s));
        QVERIFY(ended.wait());
        AnswerSplitter splitter;
        const QString prose = splitter.feed(log.said(AgentId::CurriculumArchitect));
        QVERIFY(!prose.contains(u'{'));
        const Result<json::value> value = parseJson(splitter.json().toUtf8());
        QVERIFY(value.ok());
        const Result<CurriculumDesign> design = readCurriculumDesign(value.value());
        QVERIFY(design.ok());
        QCOMPARE(design.value(), std::get<DoneEvent>(log.events.last()).design);
    }

    void refusesWhatTheLibraryDoesNotCover()
    {
        OfflineSource source;
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(wish(u"学钢琴"_s));
        QVERIFY(ended.wait());
        QCOMPARE(log.outline(), u"error"_s);
        QCOMPARE(std::get<ErrorEvent>(log.events.last()).error.kind, ErrorKind::NotCovered);
        QVERIFY(!source.isRunning());
    }

    void cancellingAtAnyEventEndsTheRunAtOnce()
    {
        OfflineSource source;
        EventLog log(source);
        QSignalSpy ended(&log, &EventLog::ended);
        source.start(wish(u"git"_s));
        QVERIFY(ended.wait());
        const qsizetype total = log.events.size();
        qsizetype stop = 0;
        connect(&source, &RoadmapSource::eventEmitted, this, [&] {
            if (log.events.size() == stop)
                source.cancel();
        });
        for (stop = 1; stop < total; ++stop) {
            log.events.clear();
            source.start(wish(u"git"_s));
            QTRY_COMPARE(log.events.size(), stop);
            QVERIFY(!source.isRunning());
            QCoreApplication::processEvents();
            QCOMPARE(log.events.size(), stop);
        }
    }
};

QTEST_GUILESS_MAIN(OfflineSourceTest)
#include "OfflineSourceTest.moc"
