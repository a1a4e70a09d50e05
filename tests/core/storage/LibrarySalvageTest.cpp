// SPDX-License-Identifier: Apache-2.0
#include "EarlierLibraries.h"
#include "LibrarySamples.h"
#include "core/storage/Library.h"
#include "core/storage/LibrarySchema.h"
#include "tests/support/LibraryAnswers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What stands where a library should be, and is none, or only a part of one.
class LibrarySalvageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void whatIsNoLibraryIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("garbage") << QByteArray(5000, 'x');
        QTest::newRow("short garbage") << QByteArray("{}");
        QTest::newRow("a header and nothing behind")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\xff');
    }
    void whatIsNoLibraryIsSetAside()
    {
        QFETCH(const QByteArray, found);
        fill(found);
        Library library(folder());
        const std::optional<Error> problem = library.open();
        QVERIFY(problem);
        QVERIFY(problem->message.contains(u"library.sqlite.damaged"_s));
        QVERIFY(library.isWritable());
        library.put(someEntry());
        QVERIFY(readNow(library, u"one"_s));
        QFile aside(path() + u".damaged"_s);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), found);
    }

    void aCutFileIsSetAside()
    {
        {
            Library library(folder());
            QVERIFY(!library.open());
            for (int i = 0; i < 400; ++i)
                library.put(someEntry(QString::number(i)));
        }
        const QByteArray whole = bytes();
        fill(whole.left(whole.size() / 2));
        Library library(folder());
        const std::optional<Error> problem = library.open();
        QVERIFY(problem);
        QVERIFY(QFile::exists(path() + u".damaged"_s));
        const qsizetype recovered = listNow(library).value().size();
        QVERIFY(recovered > 5 && recovered < 400);
        QVERIFY(problem->message.contains(u"%1 roadmap(s) could be read"_s.arg(recovered)));
        QCOMPARE(readNow(library, listNow(library).value().first().id).value().entry.roadmap,
            someRoadmap());
    }

    void aCutFileOfAnEarlierVersionIsSetAside_data() { addEarlierLibraries(); }
    void aCutFileOfAnEarlierVersionIsSetAside()
    {
        QFETCH(const int, version);
        QFETCH(const QString, done);
        QFETCH(const QString, title);
        QFETCH(const int, versions);
        QFile stored(QStringLiteral(ROADLOOM_TEST_DATA "/library/version-%1.sqlite").arg(version));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        fill(stored.readAll());
        QVERIFY(done.isEmpty() || runIn(path(), done));
        QVERIFY(runIn(path(), u"CREATE TABLE other AS SELECT zeroblob(20000) AS a"_s));
        const QByteArray whole = bytes();
        fill(whole.chopped(4096));
        Library library(folder());
        QVERIFY(library.open());
        const QList<LibraryLine> lines = listNow(library).value();
        QCOMPARE(lines.size(), 1);
        const KeptRoadmap kept = readNow(library, lines.first().id).value();
        QCOMPARE(lines.first().goal, u"Python"_s);
        QCOMPARE(kept.entry.roadmap.title, title);
        QCOMPARE(kept.isRenamed, title == u"Mine"_s);
        QCOMPARE(kept.studies.value(u"python.first-program"_s).state, StudyState::Done);
        QVERIFY(kept.tags.isEmpty() && !kept.isArchived && !kept.removed.isValid());
        QCOMPARE(versionsNow(library, kept.entry.id).value().size(), versions);
    }

    /// A page that nobody reads at the start. What was learnt is on others.
    void aPageThatIsOverwrittenIsFoundAndTheRestRecovered()
    {
        {
            Library library(folder());
            QVERIFY(!library.open());
            for (int i = 0; i < 200; ++i)
                library.put(someEntry(u"entry-%1"_s.arg(i, 3, 10, QChar(u'0'))));
            mark(library, u"entry-000"_s, u"web:c-1"_s, StudyState::Done);
            mark(library, u"entry-100"_s, u"web:c-1"_s, StudyState::Done);
            mark(library, u"entry-199"_s, u"web:c-1"_s, StudyState::Known);
            library.setTags(u"entry-000"_s, { u"web"_s });
            library.archive(u"entry-000"_s, true);
            library.remove(u"entry-199"_s);
            library.rename(u"entry-199"_s, u"Mine"_s);
        }
        QByteArray damaged = bytes();
        int pages = 0;
        for (qsizetype at = 0; (at = damaged.indexOf("entry-100python", at)) >= 0; ++pages)
            damaged.replace(at / 4096 * 4096, 4096, QByteArray(4096, 'x'));
        QVERIFY(pages > 0);
        fill(damaged);
        {
            Library library(folder());
            QVERIFY(!library.open()); // it does not know
            QVERIFY(!readNow(library, u"entry-100"_s));
        }
        Library library(folder());
        const std::optional<Error> problem = library.open();
        QVERIFY(problem);
        QVERIFY(problem->message.contains(u"could be read"_s));
        QCOMPARE(historyNow(library).value().size(), 200);
        // Of its versions.
        QCOMPARE(readNow(library, u"entry-100"_s).value().entry.roadmap, someRoadmap());
        QCOMPARE(studiesNow(library, u"entry-100"_s).value(u"web:c-1"_s).state, StudyState::Done);
        QCOMPARE(versionsNow(library, u"entry-100"_s).value().size(), 1);
        QCOMPARE(studiesNow(library, u"entry-000"_s).value(u"web:c-1"_s).state, StudyState::Done);
        QCOMPARE(studiesNow(library, u"entry-199"_s).value(u"web:c-1"_s).state, StudyState::Known);
        QCOMPARE(readNow(library, u"entry-000"_s).value().tags, QStringList { u"web"_s });
        QVERIFY(readNow(library, u"entry-000"_s).value().isArchived);
        QVERIFY(readNow(library, u"entry-199"_s).value().removed.isValid());
        QVERIFY(readNow(library, u"entry-199"_s).value().isRenamed);
        QVERIFY(!versionsNow(library, u"entry-199"_s).value().isEmpty());
    }

    void anotherProgramsDatabaseIsSetAside()
    {
        fill({});
        QVERIFY(runIn(path(), u"CREATE TABLE roadmaps AS SELECT 7 AS a"_s));
        Library library(folder());
        QVERIFY(library.open());
        QVERIFY(library.isWritable());
        QCOMPARE(valueIn(path() + u".damaged"_s, u"SELECT a FROM roadmaps"_s).toInt(), 7);
    }

    void anEmptyFileIsBegun()
    {
        fill({});
        Library library(folder());
        QVERIFY(!library.open());
        QCOMPARE(valueIn(path(), u"PRAGMA user_version"_s).toInt(), librarySchema::version);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/library.sqlite"_s; }
    void fill(const QByteArray& bytes) const
    {
        QDir().mkpath(folder());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibrarySalvageTest)
#include "LibrarySalvageTest.moc"
