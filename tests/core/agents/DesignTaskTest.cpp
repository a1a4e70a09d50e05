// SPDX-License-Identifier: Apache-2.0
#include "tests/core/agents/Designer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

class DesignTaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theResultIsTheSameHoweverManyStagesAreDesignedAtOnce_data()
    {
        QTest::addColumn<int>("parallel");
        for (const int parallel : { 1, 2, 3, 6 })
            QTest::addRow("%d", parallel) << parallel;
    }

    void theResultIsTheSameHoweverManyStagesAreDesignedAtOnce()
    {
        QFETCH(const int, parallel);
        Designer designer;
        const auto task = designer.design(parallel);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.design->framework, sample::perfectRoadmap());
        QCOMPARE(heard.design->designRationale, u"From easy to hard."_s);
        // An exchange that has ended lives on until the event loop comes round.
        QCOMPARE(designer.model.mostAlive, std::min(parallel, 3) + 1);
        QCOMPARE(designer.model.questions.size(), 4);
        QVERIFY(heard.mends.isEmpty());
        QTRY_COMPARE(designer.model.aliveReplies, 0);
        QCOMPARE(task->usage(), (ChatUsage { .inputTokens = 40, .outputTokens = 80 }));
    }

    void stagesSpeakInOrder()
    {
        Designer designer;
        // The first stage takes longest.
        designer.answers[0] = { .deltas = stageAnswer(designer.roadmap, 0).split(QString()) };
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.speakers, QStringList({ {}, u"stage-1"_s, u"stage-2"_s, u"stage-3"_s }));
        QCOMPARE(heard.byStage[u"stage-1"_s].trimmed(), stageAnswer(designer.roadmap, 0));
        QVERIFY(heard.background[u"stage-1"_s].isEmpty());
        // In the background all is said at once, and the words again when their turn has come.
        QCOMPARE(heard.background[u"stage-2"_s], stageAnswer(designer.roadmap, 1));
        QVERIFY(heard.said.endsWith(u"\n\nStage 2 in words.\n\nStage 3 in words."_s));
    }

    void aStageComesForwardOnlyInItsWords_data()
    {
        QTest::addColumn<int>("turns");
        for (int turns = 1; turns <= 50; ++turns)
            QTest::addRow("after %d turns", turns) << turns;
    }

    /// Wherever the second stage is when its turn comes, no view shows a learner its JSON.
    void aStageComesForwardOnlyInItsWords()
    {
        QFETCH(const int, turns);
        constexpr qsizetype wordByWord = 40;
        Designer designer;
        QStringList first(turns, QString());
        first.append(stageAnswer(designer.roadmap, 0));
        const QString second = stageAnswer(designer.roadmap, 1);
        designer.answers[0] = { .deltas = first };
        designer.answers[1] = { .deltas = second.first(wordByWord).split(QString())
                + QStringList(50, QString()) + QStringList { second.sliced(wordByWord) } };
        const auto task = designer.design(2);
        QString shown;
        QString speaker;
        AnswerSplitter splitter;
        connect(task.get(), &DesignTask::chunk, task.get(),
            [&](const QString& text, const QString& stage) {
                if (std::exchange(speaker, stage) != stage)
                    shown += std::exchange(splitter, AnswerSplitter()).finish();
                shown += splitter.feed(text);
            });
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        shown += splitter.finish();
        QCOMPARE(shown.simplified(),
            u"Three stages lead there. Stage 1 in words. Stage 2 in words. Stage 3 in words."_s);
    }

    void oneAtATimeEachStageSpeaksInFront()
    {
        Designer designer;
        const auto task = designer.design(1);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QVERIFY(heard.background.isEmpty());
        QCOMPARE(heard.byStage[u"stage-3"_s].trimmed(), stageAnswer(designer.roadmap, 2));
    }

    void oneStageThatFailsIsAskedAgainByItself()
    {
        Designer designer;
        designer.answers[1] = { .deltas = { u"Stage 2 in"_s, u" wo"_s }, .failure = passing() };
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.withdrawn, QStringList { u"stage-2"_s });
        QCOMPARE(designer.asked, (std::map<int, int> { { -1, 1 }, { 0, 1 }, { 1, 2 }, { 2, 1 } }));
        QCOMPARE(heard.design->framework, sample::perfectRoadmap());
    }

    void reasoningTellsItsStage()
    {
        Designer designer;
        designer.answers[-1]
            = { .deltas = inPieces(outlineAnswer(designer.roadmap)), .reasoning = u"Whole."_s };
        designer.answers[0]
            = { .deltas = inPieces(stageAnswer(designer.roadmap, 0)), .reasoning = u"One."_s };
        const auto task = designer.design(1);
        Listener heard(*task);
        const QSignalSpy reasoning(task.get(), &DesignTask::reasoning);
        QTRY_VERIFY(heard.design);
        QCOMPARE(reasoning.count(), 2);
        QCOMPARE(reasoning.at(0), (QVariantList { u"Whole."_s, QString() }));
        QCOMPARE(reasoning.at(1), (QVariantList { u"One."_s, u"stage-1"_s }));
    }

    void oneStageThatFailsForGoodEndsAll()
    {
        Designer designer;
        designer.answers[0] = { .deltas = { u"Stage"_s, u" for ever"_s }, .endless = true };
        designer.answers[1] = { .deltas = { u"Stage"_s },
            .failure = Error { ErrorKind::Authentication, u"No."_s, {} } };
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.error);
        QCOMPARE(heard.error->kind, ErrorKind::Authentication);
        QTRY_COMPARE(designer.model.aliveReplies, 0);
        QVERIFY(!heard.design);
    }

    void cancellingEndsAllStagesAtOnce()
    {
        Designer designer;
        for (const int stage : { 0, 1, 2 })
            designer.answers[stage] = { .deltas = { u"For ever"_s }, .endless = true };
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_COMPARE(designer.model.aliveReplies, 3);
        QTRY_VERIFY(heard.byStage.contains(u"stage-3"_s));
        task->cancel();
        const QString said = heard.said;
        QTRY_COMPARE(designer.model.aliveReplies, 0);
        QCOMPARE(heard.said, said);
        QCOMPARE(designer.model.questions.size(), 4);
    }

    /// Of stages that were complete in the background when the design was stopped, the words are
    /// told by the design that goes on.
    void wordsThatWaitedForTheirTurnAreNotLost()
    {
        Designer designer;
        for (int stops = 0; stops < 2; ++stops) {
            designer.answers[0] = { .deltas = { u"For ever"_s }, .endless = true };
            const auto stopped = designer.design(3, designer.parts);
            Listener heard(*stopped);
            designer.keepPartsOf(*stopped);
            QTRY_VERIFY(designer.parts && designer.parts->stages.size() == 2);
            QTRY_VERIFY(heard.byStage.contains(u"stage-1"_s));
            stopped->cancel();
            QVERIFY(!heard.said.contains(u"in words"_s));
        }
        const auto task = designer.design(3, designer.parts);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.speakers, QStringList({ u"stage-1"_s, u"stage-2"_s, u"stage-3"_s }));
        QVERIFY(heard.said.endsWith(u"\n\nStage 2 in words.\n\nStage 3 in words."_s));
        QCOMPARE(designer.asked, (std::map<int, int> { { -1, 1 }, { 0, 3 }, { 1, 1 }, { 2, 1 } }));
    }

    void wordsThatHadTheirTurnAreNotToldAgain()
    {
        Designer designer;
        // The second stage waits for the first; the third never ends.
        designer.answers[0] = { .deltas = stageAnswer(designer.roadmap, 0).split(QString()) };
        designer.answers[2] = { .deltas = { u"For ever"_s }, .endless = true };
        {
            const auto stopped = designer.design(3);
            Listener heard(*stopped);
            designer.keepPartsOf(*stopped);
            QTRY_VERIFY(heard.said.contains(u"Stage 2 in words.\n\nFor ever"_s));
            QVERIFY(heard.background.contains(u"stage-2"_s));
            stopped->cancel();
        }
        const auto task = designer.design(3, designer.parts);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.speakers, QStringList { u"stage-3"_s });
    }

    void cancellingInASlotIsTheEnd_data()
    {
        QTest::addColumn<int>("after");
        for (int after = 0; after < 40; ++after)
            QTest::addRow("after %d signals", after) << after;
    }
    void cancellingInASlotIsTheEnd()
    {
        QFETCH(const int, after);
        Roadmap wrong = sample::perfectRoadmap();
        sample::firstConcept(wrong).prerequisites = { u"c-that-never-comes"_s };
        Designer designer(wrong);
        const auto task = designer.design(2);
        int signalCount = 0;
        bool isCancelled = false;
        int late = 0;
        const auto count = [&] {
            late += isCancelled ? 1 : 0;
            if (signalCount++ == after) {
                isCancelled = true;
                task->cancel();
            }
        };
        connect(task.get(), &DesignTask::chunk, task.get(), count);
        connect(task.get(), &DesignTask::stageChunk, task.get(), count);
        connect(task.get(), &DesignTask::waitChanged, task.get(), count);
        connect(task.get(), &DesignTask::outlined, task.get(), count);
        connect(task.get(), &DesignTask::stageGrew, task.get(), count);
        connect(task.get(), &DesignTask::mended, task.get(), count);
        connect(task.get(), &DesignTask::completed, task.get(), count);
        QTRY_VERIFY(isCancelled || signalCount > 40);
        QTRY_COMPARE(designer.model.aliveReplies, 0);
        QCOMPARE(late, 0);
    }

    void aModelThatStatesTheWholeRoadmapIsTakenAtItsWord()
    {
        Designer designer;
        CurriculumDesign whole;
        whole.framework = sample::perfectRoadmap();
        whole.designRationale = u"All at once."_s;
        designer.answers[-1] = { .deltas = { "All of it."_L1 + inFence(toJson(whole)) } };
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(*heard.design, whole);
        QCOMPARE(designer.model.questions.size(), 1);
    }

    void onlyTheBrokenConceptIsAskedForAgain()
    {
        Designer designer;
        json::object stage = stageResult(designer.roadmap, 1);
        json::value& item = stage.at("modules").as_array()[0].at("concepts").as_array()[1];
        const json::value right = item;
        item.as_object()["estimated_hours"] = "about two";
        ScriptedSpeech rest { .deltas = { u"```json\n{\"concepts\":["_s
                                  + QString::fromUtf8(writeJson(right)) + "]}\n```"_L1 } };
        designer.answers[1] = { .deltas = { "Words."_L1 + inFence(stage) } };
        const auto task = designer.design(1);
        Listener heard(*task);
        connect(task.get(), &DesignTask::stageGrew, task.get(), [&](const QString& id) {
            if (id == u"stage-2"_s && rest.deltas.size() == 1)
                designer.answers[1] = std::exchange(rest, {});
        });
        QTRY_VERIFY(heard.design || heard.error);
        QVERIFY(heard.design);
        QCOMPARE(heard.design->framework, sample::perfectRoadmap());
        QVERIFY(heard.withdrawn.isEmpty());
        QCOMPARE(heard.mends.size(), 1);
        const QList<ChatMessage>& question = designer.model.questions[3];
        QVERIFY(question.last().text.contains(u"about two"_s));
        QVERIFY(question.last().text.contains(u"estimated_hours"_s));
        QVERIFY(!heard.said.contains(u"\"concepts\":[{\"concept_id\":\"c-2-1-2"_s));
    }

    void whatStaysBrokenIsLeftOut()
    {
        Designer designer;
        json::object stage = stageResult(designer.roadmap, 1);
        json::value& item = stage.at("modules").as_array()[0].at("concepts").as_array()[1];
        item.as_object()["estimated_hours"] = "about two";
        const QString broken = "Words."_L1 + inFence(stage);
        designer.answers[1] = { .deltas = { broken } };
        const auto task = designer.design(1);
        Listener heard(*task);
        connect(task.get(), &DesignTask::stageGrew, task.get(), [&](const QString& id) {
            if (id == u"stage-2"_s)
                designer.answers[1] = { .deltas = { u"I cannot."_s } };
        });
        QTRY_VERIFY(heard.design || heard.error);
        QVERIFY(heard.design);
        QCOMPARE(conceptCount(heard.design->framework), 23);
        QVERIFY(heard.mends.first().what.contains(u"left out"_s));
    }

    void aStageFarShorterThanPlannedIsAskedForOnceMore()
    {
        Designer designer;
        Roadmap shorter = designer.roadmap;
        for (Module& module : shorter.stages[2].modules)
            module.concepts.remove(1, 3);
        designer.answers[2] = { .deltas = { stageAnswer(shorter, 2) } };
        const auto task = designer.design(1);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.withdrawn, QStringList { u"stage-3"_s });
        QCOMPARE(heard.design->framework, sample::perfectRoadmap());
    }

    void theBetterOfTwoAnswersCounts_data()
    {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<int>("concepts"); // of the third stage, of 8 that are planned
        const Roadmap roadmap = sample::perfectRoadmap();
        Roadmap two = roadmap;
        for (Module& module : two.stages[2].modules)
            module.concepts.remove(1, 3);
        json::object oneBad = stageResult(roadmap, 2);
        oneBad.at("modules")
            .as_array()[0]
            .at("concepts")
            .as_array()[1]
            .as_object()["estimated_hours"]
            = "two";
        json::object blankName = stageResult(roadmap, 2);
        blankName.at("modules").as_array()[0].at("concepts").as_array()[1].as_object()["name"]
            = " \u200b";
        json::object emptyModule = stageResult(roadmap, 2);
        emptyModule.at("modules").as_array()[1].as_object()["concepts"] = json::array();
        const QString sorry = u"I will do that soon."_s;
        const auto row = [](const char* name, const QStringList& answers, int concepts) {
            QTest::newRow(name) << answers << concepts;
        };
        row("short, then nothing", { stageAnswer(two, 2), sorry }, 2);
        row("nothing, then short", { sorry, stageAnswer(two, 2) }, 2);
        row("short twice", { stageAnswer(two, 2), stageAnswer(two, 2) }, 2);
        row("whole after short", { stageAnswer(two, 2), stageAnswer(roadmap, 2) }, 8);
        row("nothing, then one broken", { sorry, "Words."_L1 + inFence(oneBad) }, 7);
        row("a blank name, then nothing", { "Words."_L1 + inFence(blankName), sorry }, 7);
        row("an empty module twice",
            { "Words."_L1 + inFence(emptyModule), "Words."_L1 + inFence(emptyModule) }, 4);
    }
    void theBetterOfTwoAnswersCounts()
    {
        QFETCH(const QStringList, answers);
        Designer designer;
        int asked = 0;
        const auto usual = designer.model.responder;
        designer.model.responder = [&](const ChatQuestion& question) -> ScriptedSpeech {
            if (stageAsked(question) == 2)
                return { .deltas = { answers.value(asked++) } };
            return usual(question);
        };
        const auto task = designer.design(2);
        Listener heard(*task);
        QTRY_VERIFY(heard.design || heard.error);
        QVERIFY2(heard.design, heard.error ? qPrintable(heard.error->details) : "");
        QCOMPARE(asked, 2);
        QTEST(int(conceptCount(heard.design->framework.stages.last())), "concepts");
    }

    void brokenConceptsComeBackInTheirPlaces()
    {
        Designer designer;
        json::object stage = stageResult(designer.roadmap, 1);
        json::array& concepts = stage.at("modules").as_array()[0].at("concepts").as_array();
        json::value first = concepts[0];
        const json::value third = concepts[2];
        for (const std::size_t broken : { 0U, 1U, 2U })
            concepts[broken].as_object()["estimated_hours"] = "two";
        first.as_object().erase("concept_id");
        concepts[0].as_object().erase("concept_id");
        designer.answers[1] = { .deltas = { "Words."_L1 + inFence(stage) } };
        // The second never comes, and the first has no id.
        first.as_object()["concept_id"] = "c-new";
        const ScriptedSpeech rest { .deltas
            = { inFence(json::object { { "concepts", json::array { third, first } } }) } };
        const auto task = designer.design(1);
        Listener heard(*task);
        connect(task.get(), &DesignTask::stageGrew, task.get(), [&](const QString& id) {
            if (id == u"stage-2"_s)
                designer.answers[1] = rest;
        });
        QTRY_VERIFY(heard.design || heard.error);
        QVERIFY(heard.design);
        QStringList ids;
        for (const Concept& item : heard.design->framework.stages[1].modules[0].concepts)
            ids.append(item.id);
        QCOMPARE(ids, QStringList({ u"c-new"_s, u"c-2-1-3"_s, u"c-2-1-4"_s }));
    }

    void anAnswerForAnotherStageIsNotTaken()
    {
        Designer designer;
        designer.answers[1] = { .deltas = { stageAnswer(designer.roadmap, 0) } };
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.withdrawn, QStringList { u"stage-2"_s });
        QCOMPARE(heard.design->framework, sample::perfectRoadmap());
    }

    void wrongPrerequisitesAndTotalsAreMendedWithoutAModel()
    {
        Roadmap wrong = sample::perfectRoadmap();
        sample::firstConcept(wrong).prerequisites = { u"c-that-never-comes"_s };
        Designer designer(wrong);
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(heard.design->framework, sample::perfectRoadmap());
        QCOMPARE(heard.mends.size(), 1);
        QCOMPARE(heard.mends.first().rule, u"H1"_s);
        QCOMPARE(designer.model.questions.size(), 4);
    }

    void growthIsToldStageByStage()
    {
        Designer designer;
        const auto task = designer.design(3);
        QHash<QString, int> grown;
        connect(task.get(), &DesignTask::stageGrew, task.get(),
            [&grown](const QString& stage, int concepts) { grown[stage] += concepts; });
        Listener heard(*task);
        QTRY_VERIFY(heard.design);
        QCOMPARE(grown,
            (QHash<QString, int> {
                { u"stage-1"_s, 8 }, { u"stage-2"_s, 8 }, { u"stage-3"_s, 8 } }));
    }
};

QTEST_GUILESS_MAIN(DesignTaskTest)
#include "DesignTaskTest.moc"
