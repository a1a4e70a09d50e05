// SPDX-License-Identifier: Apache-2.0
// The real program with its window, in a child process.
#include "core/storage/LibraryFile.h"
#include "tests/e2e/Program.h"
#include "tests/support/LibraryAnswers.h"

#include <QSettings>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

constexpr int patience = 60'000; // milliseconds, for slow machines

} // namespace

class WindowProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasDoneIsWrittenBeforeASignalEndsIt_data()
    {
        QTest::addColumn<bool>("isInterrupt");
        QTest::newRow("SIGTERM") << false;
        QTest::newRow("SIGINT") << true;
    }
    void whatWasDoneIsWrittenBeforeASignalEndsIt()
    {
        QFETCH(const bool, isInterrupt);
        Program program;
        {
            Library begun(program.dataFolder());
            QVERIFY(!begun.open());
        }
        // Until it is told to end, it can write nothing.
        LibraryFile other;
        QVERIFY(!other.open(
            program.dataFolder() + u"/library.sqlite"_s, LibraryFile::Use::ReadAndWrite));
        QVERIFY(QSqlQuery(other.database()).exec(u"BEGIN IMMEDIATE"_s));
        program.setEnvironment(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.start({ u"--goal"_s, u"Python"_s, u"--source"_s, u"offline"_s });
        const auto inFront = [&program] {
            return QSettings(program.dataFolder() + u"/window.ini"_s, QSettings::IniFormat)
                .value(u"window/roadmap"_s)
                .toString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!inFront().isEmpty(), patience);
        if (isInterrupt)
            program.interrupt();
        else
            program.terminate();
        other.close();
        QVERIFY(program.wait());
        QCOMPARE(program.exitStatus(), 0);
        Library library(program.dataFolder());
        QVERIFY(!library.open());
        QVERIFY(readNow(library, inFront()));
    }
};

QTEST_GUILESS_MAIN(WindowProgramTest)
#include "WindowProgramTest.moc"
