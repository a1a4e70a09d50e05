// SPDX-License-Identifier: Apache-2.0
#include "tests/core/workflow/ServiceTalk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// A conversation whose connection broke and was made anew.
class ResumedConversationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resumesAtEveryEvent_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<bool>("fromStart");
        QTest::newRow("numbers, goes on") << ""_ba << false;
        QTest::newRow("numbers, from the start") << ""_ba << true;
        QTest::newRow("words, goes on") << "run-"_ba << false;
        QTest::newRow("words, from the start") << "run-"_ba << true;
    }

    void resumesAtEveryEvent()
    {
        QFETCH(const QByteArray, prefix);
        QFETCH(const bool, fromStart);
        const QList<QByteArray> run = wire::wholeRun();
        Talk whole;
        whole.feed(wire::identified(run, 1, prefix)).end();
        for (qsizetype heardBefore = 1; heardBefore < run.size(); ++heardBefore) {
            Talk talk;
            talk.feed(wire::identified(run.first(heardBefore), 1, prefix));
            QVERIFY(talk.conversation.canResume());
            QCOMPARE(talk.conversation.lastEventId(), prefix + QByteArray::number(heardBefore));
            talk.reconnect();
            talk.feed(wire::identified(run, fromStart ? 1 : heardBefore + 1, prefix)).end();
            QCOMPARE(talk.events, whole.events);
        }
    }

    void aNewRunInsteadIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QList<QByteArray> run = wire::wholeRun();
        QList<QByteArray> other = run;
        other[1] = R"({"type":"chunk","content":"Now","agent":"intent_analyzer"})";
        const QByteArray before = wire::identified(run.first(4));
        QTest::newRow("without ids") << before << wire::stream(run);
        QTest::newRow("with the same ids") << before << wire::identified(other);
        QTest::newRow("with other ids") << before << wire::identified(other, 1, "b-");
        QTest::newRow("with other ids and one result")
            << before << wire::identified(run.sliced(2), 1, "b-");
        QTest::newRow("with higher numbers") << before << wire::identified(other, 1, "10");
    }

    void aNewRunInsteadIsNoticed()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        Talk talk;
        talk.feed(before);
        talk.reconnect();
        talk.feed(after).end();
        QCOMPARE(talk.outline(), u"chunk complete chunk error"_s);
        QCOMPARE(talk.error().kind, ErrorKind::Cut);
        QCOMPARE(talk.said(AgentId::IntentAnalyzer), u"根据您的学习目标和背景"_s);
        QVERIFY(!talk.conversation.canResume());
    }

    void aNewRunInTheSameWordsIsNoticed_data()
    {
        QTest::addColumn<qsizetype>("heardBefore");
        QTest::addColumn<QByteArray>("after");
        const QList<QByteArray> run = wire::wholeRun();
        for (const qsizetype heardBefore : { 1, 2 }) {
            const auto row = [&](const char* ids, const QByteArray& after) {
                QTest::addRow("%s, after %d", ids, int(heardBefore)) << heardBefore << after;
            };
            row("other ids", wire::identified(run, 1, "b-"));
            row("higher numbers", wire::identified(run, 1, "20"));
            row("lower numbers", wire::identified(run));
            row("a ping first",
                "id: b-0\ndata: {\"type\":\"ping\"}\n\n" + wire::identified(run, 1, "b-"));
        }
    }

    void aNewRunInTheSameWordsIsNoticed()
    {
        QFETCH(const qsizetype, heardBefore);
        QFETCH(const QByteArray, after);
        Talk talk;
        talk.feed(wire::identified(wire::wholeRun().first(heardBefore), 1, "10"));
        const QString said = talk.said(AgentId::IntentAnalyzer);
        talk.reconnect();
        talk.feed(after).end();
        QCOMPARE(talk.outline(), u"chunk error"_s);
        QCOMPARE(talk.error().kind, ErrorKind::Cut);
        QCOMPARE(talk.said(AgentId::IntentAnalyzer), said);
    }

    void pingsWithoutIdsDoNotHinder_data()
    {
        QTest::addColumn<qsizetype>("from");
        QTest::newRow("goes on") << qsizetype(4);
        QTest::newRow("from the start") << qsizetype(1);
    }

    void pingsWithoutIdsDoNotHinder()
    {
        QFETCH(const qsizetype, from);
        const QByteArray ping = "data: {\"type\":\"ping\"}\n\n";
        const QList<QByteArray> run = wire::wholeRun();
        Talk whole;
        whole.feed(wire::identified(run)).end();
        Talk talk;
        talk.feed(ping).feed(wire::identified(run.first(1))).feed(ping);
        talk.feed(wire::identified(run.first(3), 2)).feed(ping).feed(ping);
        QVERIFY(talk.conversation.canResume());
        QCOMPARE(talk.conversation.lastEventId(), "3"_ba);
        talk.reconnect();
        talk.feed(wire::identified(run, from)).end();
        QCOMPARE(talk.events, whole.events);
    }

    void aServiceThatForgotTheRunMaySaySo()
    {
        Talk talk;
        talk.feed(wire::identified(wire::wholeRun().first(3)));
        talk.reconnect();
        talk.feed("data: {\"type\":\"ping\"}\n\ndata: {\"type\":\"progress\"}\n\n");
        QVERIFY(!talk.conversation.isOver());
        talk.feed("data: {\"type\":\"error\",\"error\":\"Gone.\",\"kind\":\"not_found\"}\n\n");
        QCOMPARE(talk.outline(), u"chunk complete error"_s);
        QCOMPARE(talk.error().message, u"Gone."_s);
    }

    void anEditorMaySpeakAfterABreak()
    {
        QList<QByteArray> run = wire::wholeRun();
        run.insert(5, R"({"type":"chunk","content":"I edit.","agent":"roadmap_editor"})");
        run.insert(
            6, R"({"type":"complete","data":{"framework":$FRAMEWORK},"agent":"roadmap_editor"})");
        Talk talk;
        talk.feed(wire::identified(run.first(5)));
        talk.reconnect();
        talk.feed(wire::identified(run, 6)).end();
        QVERIFY(talk.outline().endsWith(u"done"_s));
    }

    void withoutIdsNothingIsResumed()
    {
        Talk talk;
        talk.feed(wire::stream(wire::wholeRun().first(4)));
        QVERIFY(!talk.conversation.canResume());
    }
};

QTEST_GUILESS_MAIN(ResumedConversationTest)
#include "ResumedConversationTest.moc"
