// SPDX-License-Identifier: Apache-2.0
#include "LibrarySamples.h"
#include "core/storage/Library.h"
#include "tests/support/LibraryAnswers.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What a roadmap of the library is known by: its title, which the learner may change, and what was
/// wished for.
class LibraryTitlesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
    }

    void renamesOne_data()
    {
        QTest::addColumn<bool>("isWritten");
        QTest::newRow("of the file") << true;
        QTest::newRow("that waits") << false;
    }

    void renamesOne()
    {
        QFETCH(const bool, isWritten);
        LibraryEntry entry = someEntry();
        entry.roadmap.extras["future"] = 1;
        m_library->put(entry);
        m_library->put(someEntry(u"two"_s));
        if (isWritten)
            m_library->flush();
        m_library->rename(u"one"_s, u"  <b>My</b>\nweb \u202eyear "_s);
        m_library->rename(u"two"_s, u" \u200b\n"_s); // nobody would see it
        if (isWritten)
            m_library->flush();
        const KeptRoadmap kept = readNow(*m_library, u"one"_s).value();
        QCOMPARE(kept.entry.roadmap.title, u"<b>My</b> web year"_s);
        entry.roadmap.title = kept.entry.roadmap.title;
        QCOMPARE(kept.entry.roadmap, entry.roadmap);
        QCOMPARE(kept.entry.request, entry.request);
        const QList<LibraryLine> lines = listNow(*m_library).value();
        QStringList titles;
        for (const LibraryLine& line : lines)
            titles.append(line.title);
        titles.sort();
        QCOMPARE(titles, (QStringList { kept.entry.roadmap.title, someRoadmap().title }));
    }

    void aTitleIsBounded()
    {
        const QString kept = Library::titleFrom(QString(100'000, u'x'));
        QCOMPARE(kept, QString(QString(Library::longestTitle, u'x') + u'…'));
        QCOMPARE(Library::titleFrom(u"Python"_s), u"Python"_s);
    }

    void aRoadmapThatIsGoneIsNotRenamed()
    {
        const QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        m_library->rename(u"one"_s, u"Python"_s);
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(listNow(*m_library).value().isEmpty());
    }

    void tellsThatTheListIsAnother()
    {
        const QSignalSpy changed(m_library.get(), &Library::listChanged);
        m_library->put(someEntry());
        QTRY_COMPARE(changed.size(), 1);
        m_library->rename(u"one"_s, u"Python"_s);
        QTRY_COMPARE(changed.size(), 2);
    }

    void listsWhatWasWishedFor()
    {
        m_library->put(someEntry());
        QCOMPARE(listNow(*m_library).value().first().goal, u"学习 Python"_s);
        m_library->flush();
        QCOMPARE(listNow(*m_library).value().first().goal, u"学习 Python"_s);
        valueIn(m_library->path(), u"UPDATE roadmaps SET request = 'torn {'"_s);
        QCOMPARE(listNow(*m_library).value().first().goal, u"学习 Python"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryTitlesTest)

#include "LibraryTitlesTest.moc"
