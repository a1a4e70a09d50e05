// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryBackups.h"
#include "EarlierLibraries.h"
#include "LibrarySamples.h"
#include "core/storage/DailyBackup.h"
#include "core/storage/Library.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QList<QDate> daysOf(const QList<LibraryBackup>& backups)
{
    QList<QDate> days;
    for (const LibraryBackup& backup : backups)
        days.append(backup.day);
    return days;
}

} // namespace

class LibraryBackupsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
    }
    void cleanup() { m_library.reset(); }

    void eachDayHasOne()
    {
        put(u"one"_s);
        QVERIFY(!backUpLibrary(m_library->path(), m_day));
        put(u"two"_s);
        QVERIFY(!backUpLibrary(m_library->path(), m_day)); // there is one
        QVERIFY(!backUpLibrary(m_library->path(), m_day.addDays(1)));
        const QList<LibraryBackup> backups = backupsOf(m_library->path());
        QCOMPARE(daysOf(backups), (QList<QDate> { m_day.addDays(1), m_day }));
        QCOMPARE(roadmapsIn(backups[0].path), 2);
        QCOMPARE(roadmapsIn(backups[1].path), 1);
        for (const LibraryBackup& backup : backups)
            QVERIFY(!(QFile::permissions(backup.path)
                & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup)));
    }

    void anEmptyLibraryHasNone()
    {
        QVERIFY(!backUpLibrary(m_library->path(), m_day));
        QVERIFY(backupsOf(m_library->path()).isEmpty());
    }

    void theOldestGo_data()
    {
        QTest::addColumn<QList<int>>("ages"); // in days
        QTest::addColumn<QList<int>>("expired");
        QTest::newRow("none") << QList<int> {} << QList<int> {};
        QTest::newRow("a week") << QList<int> { 0, 1, 2, 3, 4, 5, 6 } << QList<int> {};
        // The day is a Sunday: 7 and 13 are of one week.
        QTest::newRow("the last of a week is kept")
            << QList<int> { 0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 14 } << QList<int> { 8, 13 };
        QTest::newRow("of four weeks")
            << QList<int> { 0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 28, 35, 100 } << QList<int> { 35, 100 };
        QTest::newRow("of the last seven none of five weeks")
            << QList<int> { 0, 30, 34, 35, 61, 91 } << QList<int> { 35, 61, 91 };
        QTest::newRow("the newest, however old")
            << QList<int> { 100, 200, 300 } << QList<int> { 200, 300 };
        QTest::newRow("of a clock that went back")
            << QList<int> { -400, 0, 1, 2, 3, 4, 5, 6, 7 } << QList<int> {};
        QTest::newRow("all of days to come")
            << QList<int> { -430, -423, -416, -409, -402, -401, -400 } << QList<int> {};
    }
    void theOldestGo()
    {
        QFETCH(const QList<int>, ages);
        QFETCH(const QList<int>, expired);
        const auto days = [this](const QList<int>& some) {
            QList<QDate> list;
            for (const int age : some)
                list.append(m_day.addDays(-age));
            return list;
        };
        QCOMPARE(expiredBackups(days(ages), m_day), days(expired));
    }

    void filesGoAsTheDaysDo()
    {
        put(u"one"_s);
        for (int day = 0; day < 60; ++day)
            QVERIFY(!backUpLibrary(m_library->path(), m_day.addDays(day)));
        QCOMPARE(backupsOf(m_library->path()).size(), 7 + 4);
        QCOMPARE(QDir(m_folder->filePath(u"backups"_s)).entryList(QDir::Files).size(), 7 + 4);
    }

    /// Whoever starts once a month, or has deleted everything, is not kept what they deleted.
    void whatWasDeletedForGoodIsInNoneAfterFiveWeeks_data()
    {
        QTest::addColumn<bool>("hasOthers");
        QTest::addColumn<QList<int>>("starts"); // days later
        QTest::addColumn<QList<int>>("left");
        QTest::newRow("once a month") << true << QList<int> { 30, 60 } << QList<int> { 60, 30 };
        QTest::newRow("nothing else was there, the newest stays")
            << false << QList<int> { 60 } << QList<int> { 0 };
    }
    void whatWasDeletedForGoodIsInNoneAfterFiveWeeks()
    {
        QFETCH(const bool, hasOthers);
        QFETCH(const QList<int>, starts);
        QFETCH(const QList<int>, left);
        put(u"one"_s);
        if (hasOthers)
            put(u"other"_s);
        QVERIFY(!backUpLibrary(m_library->path(), m_day.addDays(-1)));
        QVERIFY(!backUpLibrary(m_library->path(), m_day));
        m_library->remove(u"one"_s);
        m_library->purge(u"one"_s);
        m_library->flush();
        for (const int day : starts)
            QVERIFY(!backUpLibrary(m_library->path(), m_day.addDays(day)));
        QList<QDate> days;
        for (const int day : left)
            days.append(m_day.addDays(day));
        QCOMPARE(daysOf(backupsOf(m_library->path())), days);
    }

    void otherCopiesGoWithTheOldest_data()
    {
        const QString upgraded = u"library.version-2.sqlite"_s;
        const QString restored = u"backups/library-before-restore.sqlite"_s;
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("age"); // in days
        QTest::addColumn<bool>("stays");
        QTest::newRow("new") << upgraded << 0 << true;
        QTest::newRow("almost five weeks") << upgraded << 34 << true;
        QTest::newRow("five weeks") << upgraded << 35 << false;
        QTest::newRow("of a clock that went back") << upgraded << -400 << true;
        QTest::newRow("before a restore, almost five weeks") << restored << 34 << true;
        QTest::newRow("before a restore, five weeks") << restored << 35 << false;
    }
    void otherCopiesGoWithTheOldest()
    {
        QFETCH(const int, age);
        QFETCH(const bool, stays);
        QFETCH(const QString, name);
        QVERIFY(QDir(m_folder->path()).mkpath(u"backups"_s));
        QFile copy(m_folder->filePath(name));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        const QDate made = m_day.addDays(-age);
        QVERIFY(copy.setFileTime(made.startOfDay(), QFileDevice::FileModificationTime));
        copy.close();
        QVERIFY(!backUpLibrary(m_library->path(), m_day)); // empty: nothing is verified
        QVERIFY(copy.exists());
        put(u"one"_s);
        QVERIFY(!backUpLibrary(m_library->path(), m_day));
        QCOMPARE(copy.exists(), stays);
        QVERIFY(QFile::exists(m_library->path()));
    }

    void whatIsNoBackupIsLeftAlone()
    {
        put(u"one"_s);
        QVERIFY(QDir(m_folder->path()).mkpath(u"backups"_s));
        for (const QString& name : { u"library-1999-13-77.sqlite"_s, u"notes.txt"_s }) {
            QFile file(m_folder->filePath(u"backups/"_s + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        for (int day = 0; day < 20; ++day)
            QVERIFY(!backUpLibrary(m_library->path(), m_day.addDays(day)));
        QVERIFY(QFile::exists(m_folder->filePath(u"backups/notes.txt"_s)));
        QVERIFY(QFile::exists(m_folder->filePath(u"backups/library-1999-13-77.sqlite"_s)));
    }

    void withoutRoomThereIsNoHalfOne()
    {
        for (int i = 0; i < 50; ++i)
            put(QString::number(i));
        const FullDisk full(60'000);
        QVERIFY(backUpLibrary(m_library->path(), m_day));
        QVERIFY(QDir(m_folder->filePath(u"backups"_s)).isEmpty());
    }

    void aDamagedLibraryIsFoundAndHasNone()
    {
        for (int i = 0; i < 50; ++i)
            put(QString::number(i));
        m_library.reset();
        const QString path = m_folder->filePath(u"library.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(qint64(8) * 4096));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QVERIFY(backUpLibrary(path, m_day));
        QVERIFY(backupsOf(path).isEmpty());
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(m_library->open()); // and says so
    }

    void whatWasBackedUpComesBack()
    {
        put(u"one"_s);
        m_library->saveNote(u"one"_s, u"web:c-1"_s, u"我的"_s);
        m_library->setTags(u"one"_s, { u"web"_s });
        m_library->archive(u"one"_s, true);
        m_library->flush();
        QVERIFY(!backUpLibrary(m_library->path(), m_day));
        m_library->remove(u"one"_s);
        m_library->purge(u"one"_s);
        put(u"two"_s);
        const QString backup = backupsOf(m_library->path()).first().path;
        QCOMPARE(copyBeforeRestore(m_library->path(), backup).value(), backup);
        QSignalSpy changed(m_library.get(), &Library::listChanged);
        m_library->restore(backup);
        QVERIFY(changed.wait());
        QCOMPARE(historyNow(*m_library).value().size(), 1);
        const KeptRoadmap kept = readNow(*m_library, u"one"_s).value();
        QCOMPARE(kept.entry.roadmap, someRoadmap());
        QCOMPARE(kept.tags, QStringList { u"web"_s });
        QVERIFY(kept.isArchived);
        QCOMPARE(studiesNow(*m_library, u"one"_s).value(u"web:c-1"_s).note, u"我的"_s);
        QCOMPARE(valueIn(m_library->path(), u"PRAGMA integrity_check"_s), u"ok"_s);
        // And that can be taken back.
        const QString copy = copyBeforeRestorePath(m_library->path());
        for (const QString& id : { u"two"_s, u"one"_s, u"two"_s }) {
            const Result<QString> source = copyBeforeRestore(m_library->path(), copy);
            QVERIFY(source);
            m_library->restore(source.value());
            QVERIFY(readNow(*m_library, id));
            QCOMPARE(historyNow(*m_library).value().size(), 1);
        }
        QCOMPARE(backupsOf(m_library->path()).size(), 1);
    }

    void whatAnEarlierVersionBackedUpComesBack_data() { addEarlierLibraries(); }
    void whatAnEarlierVersionBackedUpComesBack()
    {
        QFETCH(const int, version);
        QFETCH(const QString, done);
        QFETCH(const QString, title);
        QFETCH(const int, versions);
        const QString backup = m_folder->filePath(u"backup.sqlite"_s);
        QVERIFY(QFile::copy(
            QStringLiteral(ROADLOOM_TEST_DATA "/library/version-%1.sqlite").arg(version), backup));
        QVERIFY(QFile::setPermissions(backup, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(done.isEmpty() || runIn(backup, done));
        put(u"one"_s);
        m_library->restore(backup);
        const QList<LibraryLine> lines = listNow(*m_library).value();
        QTRY_COMPARE(m_library->keeping(), Keeping::Kept);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().title, title);
        QCOMPARE(lines.first().goal, u"Python"_s);
        QCOMPARE(lines.first().learnt, 1);
        QCOMPARE(lines.first().versions, versions);
        const KeptRoadmap kept = readNow(*m_library, lines.first().id).value();
        QCOMPARE(kept.isRenamed, title == u"Mine"_s);
        QCOMPARE(kept.studies.value(u"python.first-program"_s).note, u"我的 *note*"_s);
        QCOMPARE(unfinishedNow(*m_library).value().size(), version == 1 ? 0 : 1);
        QCOMPARE(valueIn(backup, u"PRAGMA user_version"_s).toInt(), version); // as it was
    }

    /// Nothing goes before all of the backup has come.
    void withoutRoomNothingIsLost()
    {
        for (int i = 0; i < 100; ++i)
            put(QString::number(i));
        QVERIFY(!backUpLibrary(m_library->path(), m_day));
        for (int i = 0; i < 100; ++i) {
            m_library->remove(QString::number(i));
            m_library->purge(QString::number(i));
        }
        put(u"later"_s);
        QSignalSpy failed(m_library.get(), &Library::failed);
        {
            const FullDisk full(20'000);
            m_library->restore(backupsOf(m_library->path()).first().path);
            QVERIFY(failed.wait());
            QCOMPARE(valueIn(m_library->path(), u"SELECT id FROM roadmaps"_s), u"later"_s);
        }
        QTRY_COMPARE(listNow(*m_library).value().size(), 100);
    }

    void eachDayBringsOneByItself()
    {
        put(u"one"_s);
        DailyBackup daily(m_library->path(), std::chrono::milliseconds(1));
        QSignalSpy made(&daily, &DailyBackup::made);
        QVERIFY(made.wait());
        QCOMPARE(daysOf(backupsOf(m_library->path())), QList<QDate> { QDate::currentDate() });
    }

    void whatCannotBeBackedUpIsSaid()
    {
        put(u"one"_s);
        QFile inTheWay(m_folder->filePath(u"backups"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        DailyBackup daily(m_library->path(), std::chrono::milliseconds(1));
        QSignalSpy failed(&daily, &DailyBackup::failed);
        QVERIFY(failed.wait());
    }

    void aBackupThatIsNoneChangesNothing()
    {
        put(u"one"_s);
        QSignalSpy failed(m_library.get(), &Library::failed);
        m_library->restore(m_folder->filePath(u"nothing.sqlite"_s));
        QVERIFY(failed.wait());
        QVERIFY(readNow(*m_library, u"one"_s));
    }

private:
    void put(const QString& id)
    {
        m_library->put(someEntry(id));
        m_library->flush();
    }
    static int roadmapsIn(const QString& path)
    {
        return valueIn(path, u"SELECT count(*) FROM roadmaps"_s).toInt();
    }

    const QDate m_day { 2026, 11, 29 };
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryBackupsTest)
#include "LibraryBackupsTest.moc"
