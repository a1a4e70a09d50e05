// SPDX-License-Identifier: Apache-2.0
#include "ProgramStart.h"
#include "core/exporting/RoadmapImport.h"
#include "core/storage/RunJournal.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/window/RoadmapExporting.h"
#include "ui/window/RoadmapImporting.h"

#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// How roadmaps leave the window as files, and come back.
class ExchangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        m_folder = std::make_unique<QTemporaryDir>();
        m_start = std::make_unique<Start>(m_folder->path());
        m_start->makeRoadmap();
        QTRY_COMPARE(listNow(m_start->library).value().size(), 1);
        m_id = listNow(m_start->library).value().first().id;
        m_start->library.saveNote(m_id, firstConcept(), u"我的 *note*"_s);
        mark(m_start->library, m_id, firstConcept(), StudyState::Done);
    }

    void whatIsExportedComesBackAsItWas()
    {
        const QString path = exportTo(u"mine.roadloom"_s);
        const KeptRoadmap before = readNow(m_start->library, m_id).value();
        m_start->library.remove(m_id);
        m_start->library.purge(m_id);
        QTRY_VERIFY(listNow(m_start->library).value().isEmpty());
        const auto [id, sentence] = import(path);
        QCOMPARE(id, m_id);
        QVERIFY2(sentence.contains(u"is in the library now"_s), qPrintable(sentence));
        const KeptRoadmap after = readNow(m_start->library, id).value();
        QCOMPARE(after.entry.roadmap, before.entry.roadmap);
        QVERIFY(after.studies == before.studies);
        QVERIFY(after.finishes == before.finishes);
    }

    void whatIsInTheBinComesBack()
    {
        const QString path = exportTo(u"mine.roadloom"_s);
        m_start->library.remove(m_id);
        const auto [id, sentence] = import(path);
        QCOMPARE(id, m_id);
        QVERIFY2(sentence.contains(u"taken back from the bin"_s), qPrintable(sentence));
        QTRY_COMPARE(listNow(m_start->library).value().size(), 1);
    }

    void theSameAgainKeepsWhatWasDone()
    {
        const QString path = exportTo(u"mine.roadloom"_s);
        m_start->library.saveNote(m_id, firstConcept(), u"我的 *note*, longer"_s);
        const auto [id, sentence] = import(path);
        QCOMPARE(id, m_id);
        QVERIFY2(sentence.contains(u"brought up to date"_s), qPrintable(sentence));
        QCOMPARE(listNow(m_start->library).value().size(), 1);
        QCOMPARE(studiesNow(m_start->library, id).value(firstConcept()),
            (ConceptStudy { StudyState::Done, u"我的 *note*, longer"_s }));
    }

    void theNameSaysTheForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("Markdown") << u"a.md"_s << QByteArray("# ");
        QTest::newRow("PDF") << u"a.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("SVG") << u"a.svg"_s << QByteArray("<?xml");
        QTest::newRow("PNG") << u"a.png"_s << QByteArray("\x89PNG");
        QTest::newRow("calendar") << u"a.ics"_s << QByteArray("BEGIN:VCALENDAR");
    }
    void theNameSaysTheForm()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, begin);
        QFile file(exportTo(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begin));
    }

    void itIsInTheLibraryWhenItIsOnTheDisk_data()
    {
        QTest::addColumn<bool>("isThere"); // and is brought up to date
        QTest::newRow("new") << false;
        QTest::newRow("brought up to date") << true;
    }
    void itIsInTheLibraryWhenItIsOnTheDisk()
    {
        QFETCH(const bool, isThere);
        Library& library = m_start->library;
        const QString path = exportTo(u"mine.roadloom"_s);
        if (!isThere) {
            library.remove(m_id);
            library.purge(m_id);
        }
        library.flush();
        OtherProgram other(library.path());
        QVERIFY(other.isOn());
        RoadmapImporting importing(&library, *m_start->window);
        QSignalSpy imported(&importing, &RoadmapImporting::imported);
        const QSignalSpy refused(&importing, &RoadmapImporting::failed);
        QSignalSpy failed(&library, &Library::failed);
        importing.take(path);
        QVERIFY(failed.wait(10'000)); // it waits
        QCOMPARE(imported.size(), 0);
        QCOMPARE(refused.size(), 0);
        other.end();
        QVERIFY(imported.wait());
        QCOMPARE(imported.first().first().toString(), m_id);
    }

    void whatIsLostOfAnotherIsNotTheImport()
    {
        Library& library = m_start->library;
        const QString path = exportTo(u"mine.roadloom"_s);
        const QString other = Library::newId();
        library.duplicate(m_id, other, u"Other"_s);
        library.flush();
        RoadmapImporting importing(&library, *m_start->window);
        QSignalSpy imported(&importing, &RoadmapImporting::imported);
        const QSignalSpy refused(&importing, &RoadmapImporting::failed);
        QSignalSpy failed(&library, &Library::failed);
        OtherProgram busy(library.path());
        QVERIFY(busy.isOn());
        importing.take(path);
        QVERIFY(failed.wait(10'000)); // it waits
        constexpr qint64 noVersion = 1'000'000;
        library.bringBackVersion(other, noVersion);
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed.last().last().toString(), other);
        QCOMPARE(refused.size(), 0);
        busy.end();
        QVERIFY(imported.wait());
        QCOMPARE(refused.size(), 0);
    }

    void whatIsLostIsNotImported()
    {
        Library& library = m_start->library;
        const QString path = exportTo(u"mine.roadloom"_s);
        library.remove(m_id);
        library.purge(m_id);
        library.flush();
        RoadmapImporting importing(&library, *m_start->window);
        const QSignalSpy imported(&importing, &RoadmapImporting::imported);
        QSignalSpy refused(&importing, &RoadmapImporting::failed);
        QVERIFY(makeReadOnly(library.path(), true));
        importing.take(path);
        QVERIFY(refused.wait(15'000));
        QCOMPARE(imported.size(), 0);
        QVERIFY(makeReadOnly(library.path(), false));
        importing.take(path); // nothing is in the way of another try
        QTRY_COMPARE(imported.size(), 1);
    }

    void aFileThatIsNoneIsSaid()
    {
        QFile file(m_folder->filePath(u"cat.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("meow") > 0);
        file.close();
        RoadmapImporting importing(&m_start->library, *m_start->window);
        QSignalSpy failed(&importing, &RoadmapImporting::failed);
        importing.take(file.fileName());
        QVERIFY(failed.wait());
        QCOMPARE(listNow(m_start->library).value().size(), 1);
    }

    void aFolderThatTakesNothingIsSaid()
    {
        RoadmapExporting exporting(&m_start->library, *m_start->window);
        QSignalSpy failed(&exporting, &RoadmapExporting::failed);
        exporting.ask(m_id, u"x"_s);
        auto* const dialog = m_start->window->findChild<QFileDialog*>();
        Q_EMIT dialog->fileSelected(m_folder->filePath(u"no/such/folder/x.md"_s));
        QVERIFY(failed.wait());
        dialog->reject();
    }

    void theSuggestedNameIsSafe()
    {
        RoadmapExporting exporting(&m_start->library, *m_start->window);
        exporting.ask(m_id, u"../../etc/pass\nwd"_s);
        auto* const dialog = m_start->window->findChild<QFileDialog*>();
        const QString name = QFileInfo(dialog->selectedFiles().first()).fileName();
        QVERIFY2(!name.contains(u'/') && !name.startsWith(u'.'), qPrintable(name));
        QVERIFY(name.endsWith(u".roadloom"_s));
        dialog->reject();
    }

private:
    QString exportTo(const QString& name)
    {
        QString path = m_folder->filePath(name);
        RoadmapExporting exporting(&m_start->library, *m_start->window);
        QSignalSpy exported(&exporting, &RoadmapExporting::exported);
        exporting.ask(m_id, u"Mine"_s);
        auto* const dialog = m_start->window->findChild<QFileDialog*>();
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        if (exported.isEmpty())
            exported.wait();
        return path;
    }

    std::pair<QString, QString> import(const QString& path)
    {
        RoadmapImporting importing(&m_start->library, *m_start->window);
        QSignalSpy imported(&importing, &RoadmapImporting::imported);
        importing.take(path);
        if (imported.isEmpty() && !imported.wait())
            return {};
        return { imported.first().at(0).toString(), imported.first().at(1).toString() };
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Start> m_start;
    QString m_id;
};

QTEST_MAIN(ExchangeTest)
#include "ExchangeTest.moc"
