// SPDX-License-Identifier: Apache-2.0
#include "ProgramStart.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/RunJournal.h"
#include "core/workflow/RecordedSource.h"
#include "tests/support/LibraryAnswers.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/SentenceAnnouncer.h"
#include "ui/chat/StoppedCard.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/start/StartPage.h"
#include "ui/start/UnfinishedList.h"

#include <QListView>
#include <QMessageBox>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// A start of the program whose runs are recorded.
struct RecordedStart {
    explicit RecordedStart(const QString& folder, const LearnerRequest& request = wish())
        : library(folder)
        , memory(folder + u"/window.ini"_s)
    {
        if (library.open())
            qFatal("the library cannot be opened");
        window = std::make_unique<MainWindow>(recorded, settings.all(), request,
            WindowStores { .library = &library, .memory = &memory, .journal = &journal });
        window->show();
    }

    [[nodiscard]] WorkView& work() const { return *window->findChild<WorkView*>(); }
    [[nodiscard]] RoadmapView& roadmap() const { return work().roadmap(); }
    [[nodiscard]] QList<RecentButton*> unfinished() const
    {
        QList<RecentButton*> shown;
        for (RecentButton* const button :
            window->findChild<UnfinishedList*>()->findChildren<RecentButton*>()) {
            if (!button->isHidden())
                shown.append(button);
        }
        return shown;
    }
    /// The run that is on designs a part of its roadmap.
    void designInPart()
    {
        window->start();
        source.emitEvent(ChunkEvent { u"You want to learn the web."_s, analyzer });
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(ProgressEvent {
            .step = WorkflowStep::CurriculumDesign, .percent = 43, .remaining = {} });
        const QString answer
            = u"```json\n"_s + QString::fromUtf8(writeJson(toJson(sampleDesign())));
        source.emitEvent(ChunkEvent { answer.first(answer.size() / 2), architect });
    }

    TestSettings settings;
    ScriptedSource source;
    Library library;
    RunJournal journal { library };
    RecordedSource recorded { source, journal };
    WindowMemory memory;
    std::unique_ptr<MainWindow> window;
};

LearnerRequest nothingWished()
{
    LearnerRequest request = wish();
    request.preferences.learningGoal.clear();
    return request;
}

/// As a kill would: what the file says of its runs.
void die(const QString& path)
{
    LibraryFile file;
    QVERIFY(!file.open(path, LibraryFile::Use::ReadAndWrite));
    QVERIFY(QSqlQuery(file.database()).exec(u"UPDATE runs SET state = 'running'"_s));
}

} // namespace

/// What a run that broke off leaves for the next start.
class BrokenOffRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesOnAtTheNextStart()
    {
        const QTemporaryDir folder;
        qsizetype designed = 0;
        {
            RecordedStart today(folder.path());
            today.designInPart();
            QVERIFY(today.roadmap().isGrowing());
            QTRY_VERIFY(today.roadmap().tree().model()->rowCount() > 0);
            designed = today.roadmap().tree().model()->rowCount();
        }
        RecordedStart tomorrow(folder.path(), nothingWished());
        QTRY_COMPARE(tomorrow.unfinished().size(), 1);
        QVERIFY(tomorrow.unfinished().first()->details().startsWith(u"43%"_s));
        tomorrow.unfinished().first()->click();
        QTRY_VERIFY(tomorrow.window->findChild<StoppedCard*>() != nullptr);
        QCOMPARE(tomorrow.window->findChild<StoppedCard*>()->ending(), Ending::BrokenOff);
        QVERIFY(tomorrow.work().isVisible());
        const QList<ProseView*> words = tomorrow.work().chat().findChildren<ProseView*>();
        QVERIFY(std::ranges::any_of(words, [](const ProseView* view) {
            return view->document()->toPlainText() == u"You want to learn the web."_s;
        }));
        QTRY_COMPARE(tomorrow.roadmap().tree().model()->rowCount(), designed);
        trigger(*tomorrow.window, Qt::SHIFT | Qt::Key_F5);
        QTRY_VERIFY(tomorrow.source.isRunning());
        QCOMPARE(tomorrow.source.finished().last().intent, sampleIntent());
        QCOMPARE(tomorrow.source.requests().last().preferences.learningGoal,
            wish().preferences.learningGoal);
        tomorrow.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        tomorrow.source.emitEvent(doneWith(sampleDesign()));
        QTRY_COMPARE(listNow(tomorrow.library).value().size(), 1);
        QTRY_COMPARE(unfinishedNow(tomorrow.library).value().size(), 0);
        QTRY_VERIFY(tomorrow.unfinished().isEmpty());
    }

    /// The conversation begins anew, and nothing in it is said twice.
    void isTakenUpWhereAServiceHasIt()
    {
        const QTemporaryDir folder;
        const ServiceTask task { .service = u"http://127.0.0.1:8000/roadmaps/generate-stream"_s,
            .id = u"9e2215f3-2239-4273-a227-de909ad3a1db"_s };
        const QString words = u"You want to learn the web."_s;
        {
            RecordedStart today(folder.path());
            today.window->start();
            today.source.emitTask(task);
            today.source.emitEvent(ChunkEvent { words, analyzer });
            QVERIFY(!today.window->close());
            auto* const box = today.window->findChild<QMessageBox*>();
            QVERIFY(box->informativeText().contains(u"take it up again"_s));
            for (QAbstractButton* const button : box->buttons()) {
                if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                    button->click();
            }
            QTRY_VERIFY(!today.window->isVisible());
            QCOMPARE(today.source.left(), 1);
            QCOMPARE(today.source.cancelled(), 0);
        }
        RecordedStart tomorrow(folder.path(), nothingWished());
        QTRY_COMPARE(tomorrow.unfinished().size(), 1);
        tomorrow.unfinished().first()->click();
        QTRY_VERIFY(tomorrow.window->findChild<StoppedCard*>() != nullptr);
        QCOMPARE(tomorrow.window->findChild<StoppedCard*>()->ending(), Ending::Left);
        trigger(*tomorrow.window, Qt::SHIFT | Qt::Key_F5);
        QTRY_VERIFY(tomorrow.source.isRunning());
        QCOMPARE(tomorrow.source.finished().last(), FinishedWork { .task = task });
        tomorrow.source.emitTask(task);
        tomorrow.source.emitEvent(ChunkEvent { words, analyzer });
        const auto said = [&tomorrow, &words] {
            const QList<ProseView*> views = tomorrow.work().chat().findChildren<ProseView*>();
            return std::ranges::count_if(views, [&words](const ProseView* view) {
                return view->document()->toPlainText() == words;
            });
        };
        QTRY_COMPARE(said(), 1);
        QTRY_VERIFY(tomorrow.window->findChild<StoppedCard*>() == nullptr);
        tomorrow.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        tomorrow.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        tomorrow.source.emitTask({});
        tomorrow.source.emitEvent(doneWith(sampleDesign()));
        QTRY_COMPARE(listNow(tomorrow.library).value().size(), 1);
        QTRY_COMPARE(unfinishedNow(tomorrow.library).value().size(), 0);
    }

    void isOfferedAtOnceWhereTheProgramDied_data()
    {
        QTest::addColumn<bool>("hasDied");
        QTest::newRow("died") << true;
        QTest::newRow("was closed") << false;
    }
    void isOfferedAtOnceWhereTheProgramDied()
    {
        QFETCH(const bool, hasDied);
        const QTemporaryDir folder;
        QString kept;
        {
            RecordedStart today(folder.path());
            today.window->start();
            today.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
            today.source.emitEvent(CompleteEvent { sampleDesign(), architect });
            today.source.emitEvent(doneWith(sampleDesign())); // to come back to
            QTRY_COMPARE(listNow(today.library).value().size(), 1);
            kept = listNow(today.library).value().first().id;
            RecordedStart other(folder.path());
            other.designInPart();
        }
        if (hasDied)
            die(folder.filePath(u"library.sqlite"_s));
        RecordedStart tomorrow(folder.path(), nothingWished());
        tomorrow.memory.keepRoadmap(kept);
        tomorrow.window->restoreRoadmap();
        QTRY_COMPARE(tomorrow.unfinished().size(), 1);
        if (hasDied) {
            QTRY_VERIFY(tomorrow.window->findChild<StartPage*>()->isVisible());
            QVERIFY(remarkIn(*tomorrow.window).contains(u"go on"_s));
        } else {
            QTRY_VERIFY(tomorrow.roadmap().hasRoadmap());
            QVERIFY(tomorrow.work().isVisible());
        }
    }

    void whatWasSaidOfAKeptRoadmapIsThereAgain()
    {
        const QTemporaryDir folder;
        {
            RecordedStart today(folder.path());
            today.window->start();
            today.source.emitEvent(ChunkEvent { u"You want to learn the web."_s, analyzer });
            today.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
            today.source.emitEvent(AttemptFailedEvent {
                .agent = architect, .reason = u"Busy."_s, .retryIn = std::chrono::hours(1) });
            today.source.emitEvent(ChunkEvent { u"Three stages."_s, architect });
            today.source.emitEvent(CompleteEvent { sampleDesign(), architect });
            today.source.emitEvent(doneWith(sampleDesign()));
            QTRY_COMPARE(listNow(today.library).value().size(), 1);
        }
        RecordedStart tomorrow(folder.path(), nothingWished());
        const KeptRoadmap kept
            = readNow(tomorrow.library, listNow(tomorrow.library).value().first().id).value();
        QVERIFY(!kept.run.isEmpty());
        tomorrow.memory.keepRoadmap(kept.entry.id);
        tomorrow.window->restoreRoadmap();
        const auto said = [&tomorrow](const QString& words) {
            const QList<ProseView*> views = tomorrow.work().chat().findChildren<ProseView*>();
            return std::ranges::any_of(views, [&words](const ProseView* view) {
                return view->document()->toPlainText() == words;
            });
        };
        QTRY_VERIFY(said(u"You want to learn the web."_s));
        QTRY_VERIFY(said(u"Three stages."_s));
        QVERIFY(tomorrow.roadmap().hasRoadmap());
        QVERIFY(!tomorrow.work().chat().announcer().isMuted());
        QVERIFY(!tomorrow.source.isRunning());
    }

    void nothingIsAskedWhereNothingIsLost()
    {
        const QTemporaryDir folder;
        RecordedStart start(folder.path());
        start.designInPart();
        start.source.emitEvent(ErrorEvent { {}, architect });
        start.window->close();
        QTRY_VERIFY(!start.window->isVisible());
    }

    void canBeRemoved()
    {
        const QTemporaryDir folder;
        {
            RecordedStart today(folder.path());
            today.designInPart();
        }
        RecordedStart tomorrow(folder.path(), nothingWished());
        QTRY_COMPARE(tomorrow.unfinished().size(), 1);
        Q_EMIT tomorrow.unfinished().first()->removalWanted();
        auto* const question = tomorrow.window->findChild<QMessageBox*>();
        QVERIFY(question != nullptr);
        agree(*question);
        QTRY_VERIFY(tomorrow.unfinished().isEmpty());
        QCOMPARE(unfinishedNow(tomorrow.library).value().size(), 0);
    }

    void whatWasFoundInOneThatIsDoneIsThereAgain_data()
    {
        QTest::addColumn<bool>("isRenamed");
        QTest::addColumn<bool>("isOther"); // by now
        QTest::addColumn<bool>("isThere");
        QTest::newRow("as it was") << false << false << true;
        QTest::newRow("renamed") << true << false << true;
        QTest::newRow("another design") << false << true << false;
    }
    void whatWasFoundInOneThatIsDoneIsThereAgain()
    {
        QFETCH(const bool, isRenamed);
        QFETCH(const bool, isOther);
        QFETCH(const bool, isThere);
        const QTemporaryDir folder;
        const Finding finding { .rule = u"V"_s,
            .severity = Severity::Warning,
            .location = {},
            .issue = u"Too dense."_s,
            .suggestion = u"Spread it."_s };
        {
            RecordedStart today(folder.path());
            today.window->start();
            today.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
            today.source.emitEvent(CompleteEvent { sampleDesign(), architect });
            Validation validation;
            validation.overallScore = 0.83;
            today.source.emitEvent(CompleteEvent { validation, architect });
            today.source.emitEvent(FindingEvent { finding });
            today.source.emitEvent(doneWith(sampleDesign()));
            today.library.flush();
            const QString id = today.roadmap().study().keptAs();
            if (isRenamed)
                today.library.rename(id, u"Mine"_s);
            if (isOther) {
                LibraryEntry other = readNow(today.library, id).value().entry;
                other.roadmap.stages.pop_back();
                today.library.put(other);
            }
            today.window->close();
        }
        RecordedStart tomorrow(folder.path(), nothingWished());
        QSignalSpy read(&tomorrow.library, &Library::runRead);
        tomorrow.window->restoreRoadmap();
        QVERIFY(read.wait());
        QCoreApplication::processEvents();
        const QAbstractItemModel& found = *tomorrow.roadmap().findings().list().model();
        QCOMPARE(found.rowCount(), isThere ? 1 : 0);
        QCOMPARE(tomorrow.roadmap().findings().isVisible(), isThere);
    }

    /// Of which there is nothing to go on with.
    void aRunThatCompletedNothingIsNotOffered()
    {
        const QTemporaryDir folder;
        {
            RecordedStart today(folder.path());
            today.window->start();
            today.source.emitEvent(ChunkEvent { u"You want"_s, analyzer });
        }
        RecordedStart tomorrow(folder.path(), nothingWished());
        QCOMPARE(unfinishedNow(tomorrow.library).value().size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(tomorrow.unfinished().isEmpty());
    }
};

QTEST_MAIN(BrokenOffRunTest)
#include "BrokenOffRunTest.moc"
