// SPDX-License-Identifier: Apache-2.0
#include "ui/window/BackupRestoring.h"
#include "ProgramStart.h"
#include "core/storage/LibraryBackups.h"
#include "core/storage/RunJournal.h"
#include "tests/support/LibraryAnswers.h"
#include "ui/start/StartPage.h"

#include <QComboBox>
#include <QInputDialog>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QDate day { 2026, 11, 20 };

/// Chooses what stands at that place of the list.
void choose(QWidget& window, int place)
{
    auto* const dialog = window.findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(dialog->comboBoxItems().at(place));
    dialog->accept();
}

} // namespace

/// How a learner gets back what a backup has.
class BackupRestoringTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasThereComesBackAndCanGoAgain()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        const QString first = listNow(start.library).value().first().id;
        start.library.flush();
        QVERIFY(!backUpLibrary(start.library.path(), day));
        start.library.remove(first);
        QTRY_COMPARE(listNow(start.library).value().size(), 0);

        BackupRestoring restoring(&start.library, *start.window);
        QSignalSpy agreed(&restoring, &BackupRestoring::agreed);
        restoring.ask();
        QCOMPARE(start.window->findChild<QInputDialog*>()->comboBoxItems(),
            QStringList { QLocale().toString(day, QLocale::LongFormat) });
        choose(*start.window, 0);
        QCOMPARE(agreed.size(), 1);
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        QCOMPARE(listNow(start.library).value().first().id, first);

        QTRY_VERIFY(start.window->findChild<QInputDialog*>() == nullptr);
        restoring.ask();
        QCOMPARE(start.window->findChild<QInputDialog*>()->comboBoxItems().size(), 2);
        choose(*start.window, 0); // as it was before
        QTRY_COMPARE(listNow(start.library).value().size(), 0);
    }

    void nothingHappensWithoutAYes()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        start.library.flush();
        QVERIFY(!backUpLibrary(start.library.path(), day));
        BackupRestoring restoring(&start.library, *start.window);
        const QSignalSpy agreed(&restoring, &BackupRestoring::agreed);
        restoring.ask();
        start.window->findChild<QInputDialog*>()->reject();
        QCOMPARE(agreed.size(), 0);
        QVERIFY(!QFile::exists(copyBeforeRestorePath(start.library.path())));
    }

    void whereThereIsNoneThatIsSaid()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        BackupRestoring restoring(&start.library, *start.window);
        restoring.ask();
        QVERIFY(questionOf(start) != nullptr);
        QVERIFY(questionOf(start)->text().contains(u"no backup yet"_s));
    }

    void theWindowLeavesWhatIsInFront()
    {
        const QTemporaryDir folder;
        TestSettings settings;
        ScriptedSource source;
        Library library(folder.path());
        QVERIFY(!library.open());
        RunJournal journal(library);
        MainWindow window(
            source, settings.all(), wish(), { .library = &library, .journal = &journal });
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(doneWith(sampleDesign()));
        QTRY_COMPARE(listNow(library).value().size(), 1);
        library.flush();
        QVERIFY(!backUpLibrary(library.path(), day));
        for (QAction* const action : window.findChildren<QAction*>()) {
            if (action->text() == u"Restore a &backup…"_s)
                action->trigger();
        }
        choose(window, 0);
        QTRY_VERIFY(window.findChild<StartPage*>()->isVisible());
        QVERIFY(window.findChild<WorkView*>() == nullptr);
        QTRY_VERIFY(QFile::exists(copyBeforeRestorePath(library.path())));
    }
};

QTEST_MAIN(BackupRestoringTest)
#include "BackupRestoringTest.moc"
