// SPDX-License-Identifier: Apache-2.0
#include "ui/window/UnwrittenQuestion.h"
#include "LibraryBeside.h"
#include "ProgramStart.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/study/NoteField.h"

#include <QFile>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// Closing the window while not all is in the library.
class UnwrittenQuestionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_start = std::make_unique<Start>(m_folder->path());
        m_start->makeRoadmap();
        QTRY_VERIFY(m_start->study().has(firstConcept()));
        settle();
    }
    void cleanup()
    {
        m_full.reset();
        m_start.reset();
        m_folder.reset();
    }

    void isNotAskedWhereAllIsWritten()
    {
        m_start->study().setNote(firstConcept(), u"Mine"_s);
        settle();
        QVERIFY(m_start->window->close());
    }

    void isAskedUntilAllIsWritten()
    {
        failToWrite();
        QVERIFY(!m_start->window->close());
        QVERIFY(questionOf(*m_start) != nullptr);
        m_full.reset();
        QTRY_VERIFY_WITH_TIMEOUT(questionOf(*m_start) == nullptr, 10'000);
        QTRY_VERIFY(!m_start->window->isVisible()); // as was wished
    }

    void whoClosesAnywayCloses()
    {
        failToWrite();
        QVERIFY(!m_start->window->close());
        agree(*questionOf(*m_start));
        QTRY_VERIFY(!m_start->window->isVisible());
    }

    void whoWaitsStays()
    {
        failToWrite();
        QVERIFY(!m_start->window->close());
        answer(*questionOf(*m_start), QMessageBox::RejectRole);
        QSignalSpy caughtUp(&m_start->library, &Library::caughtUp);
        m_full.reset();
        QVERIFY(caughtUp.wait(10'000));
        QVERIFY(m_start->window->isVisible());
        QVERIFY(m_start->window->close());
    }

    void comesAfterTheOneAboutTheRun()
    {
        failToWrite();
        m_start->window->start();
        QVERIFY(!m_start->window->close());
        QMessageBox* const aboutTheRun = questionOf(*m_start);
        QVERIFY(aboutTheRun != nullptr);
        agree(*aboutTheRun);
        QTRY_VERIFY(questionOf(*m_start) != nullptr && questionOf(*m_start) != aboutTheRun);
        QVERIFY(m_start->window->isVisible());
        QVERIFY(m_start->source.isRunning());
        agree(*questionOf(*m_start));
        QTRY_VERIFY(!m_start->window->isVisible());
    }

    void isAskedAboutWhatWasDoneJustBefore_data()
    {
        QTest::addColumn<bool>("isTyped");
        QTest::newRow("a mark") << false;
        QTest::newRow("a note that is being typed") << true;
    }
    void isAskedAboutWhatWasDoneJustBefore()
    {
        QFETCH(const bool, isTyped);
        openNote();
        fill();
        doSomething(isTyped);
        QVERIFY(!m_start->window->close());
        QTRY_VERIFY(questionOf(*m_start) != nullptr);
        m_full.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!m_start->window->isVisible(), 10'000);
        const ConceptStudies studies = studiesNow(m_start->library, m_start->study().keptAs());
        QCOMPARE(studies.value(firstConcept()), expected(isTyped));
    }

    void isNotAskedWhereAnotherProgramIsBusyForAMoment_data()
    {
        isAskedAboutWhatWasDoneJustBefore_data();
    }
    void isNotAskedWhereAnotherProgramIsBusyForAMoment()
    {
        QFETCH(const bool, isTyped);
        openNote();
        OtherProgram other(m_start->library.path());
        QVERIFY(other.isOn());
        doSomething(isTyped);
        QVERIFY(!m_start->window->close());
        QVERIFY(questionOf(*m_start) == nullptr);
        other.end();
        QTRY_VERIFY(!m_start->window->isVisible());
        const ConceptStudies studies = studiesNow(m_start->library, m_start->study().keptAs());
        QCOMPARE(studies.value(firstConcept()), expected(isTyped));
    }

    void isAskedWhereAnotherProgramStaysBusy()
    {
        OtherProgram other(m_start->library.path());
        QVERIFY(other.isOn());
        doSomething(false);
        QVERIFY(!m_start->window->close());
        QTRY_VERIFY(questionOf(*m_start) != nullptr);
        other.end();
        QTRY_VERIFY(!m_start->window->isVisible());
    }

    void whoCannotKeepAnythingIsToldAndNotAsked()
    {
        QVERIFY(makeReadOnly(m_start->library.path(), true));
        doSomething(false);
        QSignalSpy failed(&m_start->library, &Library::failed);
        QVERIFY(!m_start->window->close());
        QVERIFY(failed.wait());
        QVERIFY(questionOf(*m_start) == nullptr);
        QVERIFY(m_start->window->isVisible());
        QVERIFY(remarkIn(*m_start->window).contains(u"nothing you change"_s));
        QVERIFY(m_start->window->close());
    }

    void whatIsLostLeavesTheWindowOpenOnce()
    {
        QVERIFY(changeBeside(m_start->library, u"DELETE FROM roadmaps"_s));
        doSomething(false);
        QSignalSpy failed(&m_start->library, &Library::failed);
        QVERIFY(!m_start->window->close());
        QVERIFY(failed.wait());
        QTRY_COMPARE(m_start->library.keeping(), Keeping::Kept);
        QTRY_VERIFY(questionOf(*m_start) != nullptr); // about what is lost, not about closing
        QVERIFY(questionOf(*m_start)->text().contains(u"Keep it anew?"_s));
        QVERIFY(m_start->window->isVisible());
        QVERIFY(remarkIn(*m_start->window).contains(u"was removed"_s));
        QVERIFY(!m_start->window->close());
        agree(*questionOf(*m_start)); // not to keep it
        QTRY_VERIFY(!m_start->window->isVisible());
    }

private:
    void settle()
    {
        m_start->library.flush();
        QCoreApplication::processEvents();
    }
    /// The disk.
    void fill() { m_full.emplace(rlim_t(QFile(m_start->library.path() + u"-wal"_s).size())); }
    void failToWrite()
    {
        QSignalSpy failed(&m_start->library, &Library::failed);
        fill();
        m_start->study().setNote(firstConcept(), u"Mine"_s);
        QVERIFY(failed.wait());
    }
    void openNote()
    {
        QTreeView& tree = treeOf(*m_start->window);
        tree.setCurrentIndex(
            qobject_cast<RoadmapTreeModel*>(tree.model())->indexOf(firstConcept()));
    }
    void doSomething(bool isTyped)
    {
        if (isTyped)
            m_start->window->findChild<NoteField*>()->edit().insertPlainText(u"Typed"_s);
        else
            m_start->study().setState(firstConcept(), StudyState::Done);
    }
    static ConceptStudy expected(bool isTyped)
    {
        return isTyped ? ConceptStudy { StudyState::ToDo, u"Typed"_s }
                       : ConceptStudy { StudyState::Done, {} };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Start> m_start;
    std::optional<FullDisk> m_full;
};

QTEST_MAIN(UnwrittenQuestionTest)
#include "UnwrittenQuestionTest.moc"
