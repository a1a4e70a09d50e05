// SPDX-License-Identifier: Apache-2.0
#include "ui/window/UnwrittenQuestion.h"
#include "ProgramStart.h"
#include "tests/support/LibraryHindrances.h"

#include <QFile>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// Closing the window while the disk is full.
class UnwrittenQuestionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_start = std::make_unique<Start>(m_folder->path());
        m_start->makeRoadmap();
        QTRY_VERIFY(m_start->study().has(firstConcept()));
        m_start->library.flush();
        QSignalSpy failed(&m_start->library, &Library::failed);
        m_full.emplace(rlim_t(QFile(m_start->library.path() + u"-wal"_s).size()));
        m_start->study().setNote(firstConcept(), u"Mine"_s);
        QVERIFY(failed.wait());
    }
    void cleanup()
    {
        m_full.reset();
        m_start.reset();
        m_folder.reset();
    }

    void isAskedUntilAllIsWritten()
    {
        QVERIFY(!m_start->window->close());
        QVERIFY(questionOf(*m_start) != nullptr);
        m_full.reset();
        QTRY_VERIFY_WITH_TIMEOUT(questionOf(*m_start) == nullptr, 10'000);
        QVERIFY(m_start->window->isVisible());
        QVERIFY(m_start->window->close());
    }

    void whoClosesAnywayCloses()
    {
        QVERIFY(!m_start->window->close());
        agree(*questionOf(*m_start));
        QTRY_VERIFY(!m_start->window->isVisible());
    }

    void comesAfterTheOneAboutTheRun()
    {
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

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Start> m_start;
    std::optional<FullDisk> m_full;
};

QTEST_MAIN(UnwrittenQuestionTest)
#include "UnwrittenQuestionTest.moc"
