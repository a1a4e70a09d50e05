// SPDX-License-Identifier: Apache-2.0
#include "LibrarySamples.h"
#include "core/storage/LibraryBackups.h"
#include "core/storage/RunJournal.h"
#include "core/storage/SearchText.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/support/LibraryAnswers.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

using libraryTexts::Hit;
using libraryTexts::Place;

namespace {

QList<Hit> foundNow(Library& library, const QString& typed)
{
    QList<Hit> hits;
    QSignalSpy spy(&library, &Library::found);
    const auto connection = QObject::connect(&library, &Library::found,
        [&hits](
            const QString& /*typed*/, const Result<QList<Hit>>& found) { hits = found.value(); });
    library.search(typed);
    if (spy.isEmpty())
        spy.wait();
    QObject::disconnect(connection);
    return hits;
}

QStringList idsOf(const QList<Hit>& hits)
{
    QStringList ids;
    for (const Hit& hit : hits)
        ids.append(hit.roadmap);
    ids.sort();
    return ids;
}

LibraryEntry entry(const QString& id, const QString& title, const QString& conceptName = u"x"_s)
{
    LibraryEntry entry = someEntry(id);
    entry.request.preferences.learningGoal.clear();
    entry.roadmap.title = title;
    entry.roadmap.stages[0].modules[0].concepts[0].name = conceptName;
    return entry;
}

} // namespace

class LibrarySearchTest : public QObject {
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

    void textsBecomeWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("indexed");
        QTest::newRow("nothing") << u" … "_s << QString();
        QTest::newRow("Chinese") << u"学习路线"_s << u"学习 习路 路线 线"_s;
        QTest::newRow("one character") << u"学"_s << u"学"_s;
        QTest::newRow("mixed") << u"用Python做Web开发。"_s << u"用 python 做 web 开发 发"_s;
        QTest::newRow("wide letters") << u"ＰＹＴＨＯＮ ３"_s << u"python 3"_s;
        QTest::newRow("signs of names") << u"C++, C# & Node.js"_s << u"c++ c# node js"_s;
        QTest::newRow("beyond the basic plane") << u"𠮷野家"_s << u"𠮷野 野家 家"_s;
        QTest::newRow("Japanese") << u"カレー"_s << u"カレ レー ー"_s;
    }
    void textsBecomeWords()
    {
        QFETCH(const QString, text);
        QTEST(searchText::indexed(text), "indexed");
    }

    void findsWhereverItStands()
    {
        m_library->put(entry(u"title"_s, u"用 Python 做 Web 开发"_s));
        m_library->put(entry(u"concept"_s, u"数据分析"_s, u"Python 基础"_s));
        m_library->put(entry(u"note"_s, u"Spanish"_s));
        m_library->saveNote(u"note"_s, u"web:c-1"_s, u"**python** is not a snake"_s);
        RunJournal journal(*m_library);
        journal.begin(sample::request(), {});
        journal.record(ChunkEvent { u"Let us talk of py"_s, AgentId::IntentAnalyzer });
        journal.record(
            ChunkEvent { u"thon.\n```json\n{\"secret\":1}\n```"_s, AgentId::IntentAnalyzer });
        m_library->put(entry(u"run"_s, u"Cooking"_s));
        journal.lead(u"run"_s);
        journal.stop();
        QCOMPARE(foundNow(*m_library, u"PYTH"_s),
            (QList<Hit> { { u"title"_s, Place::Title }, { u"concept"_s, Place::Concepts },
                { u"note"_s, Place::Notes }, { u"run"_s, Place::Conversation } }));
        QCOMPARE(idsOf(foundNow(*m_library, u"python web"_s)), QStringList { u"title"_s });
        QVERIFY(foundNow(*m_library, u"secret"_s).isEmpty());
        QVERIFY(foundNow(*m_library, u"thon"_s).isEmpty()); // words are found by their beginning
    }

    void findsNotesThatCameWithARoadmap()
    {
        m_library->put(entry(u"note"_s, u"Spanish"_s));
        m_library->saveNote(u"note"_s, u"web:c-1"_s, u"older words"_s);
        m_library->putStudied({ .entry = entry(u"note"_s, u"Spanish"_s),
            .studies = { { u"web:c-1"_s, { StudyState::Doing, u"newer words"_s } } },
            .finishes = {} });
        QCOMPARE(foundNow(*m_library, u"newer"_s), (QList<Hit> { { u"note"_s, Place::Notes } }));
        QVERIFY(foundNow(*m_library, u"older"_s).isEmpty());
    }

    void whatIsGoneIsNotFound()
    {
        m_library->put(entry(u"one"_s, u"Gardening"_s));
        m_library->saveNote(u"one"_s, u"web:c-1"_s, u"tomatoes"_s);
        QCOMPARE(foundNow(*m_library, u"tomatoes"_s).size(), 1);
        m_library->saveNote(u"one"_s, u"web:c-1"_s, {});
        m_library->put(entry(u"one"_s, u"Cooking"_s));
        QVERIFY(foundNow(*m_library, u"tomatoes"_s).isEmpty());
        QVERIFY(foundNow(*m_library, u"gardening"_s).isEmpty());
        QCOMPARE(foundNow(*m_library, u"cooking"_s).size(), 1);
        m_library->remove(u"one"_s);
        QCOMPARE(foundNow(*m_library, u"cooking"_s).size(), 1); // in the bin
        m_library->purge(u"one"_s);
        QVERIFY(foundNow(*m_library, u"cooking"_s).isEmpty());
        m_library->flush();
        QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM texts"_s).toInt(), 0);
    }

    void nothingThatIsTypedIsTakenForACommand_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString& typed : { u""_s, u"  "_s, u"\""_s, u"*"_s, u"a OR b"_s, u"NOT x"_s,
                 u"NEAR(a b)"_s, u"words : x"_s, u"\"; DROP TABLE roadmaps; --"_s,
                 QString(100'000, u'学'), u"^a"_s, QString(QChar(0xd800)), QString(QChar(0)) })
            QTest::newRow(qPrintable(typed.left(20))) << typed;
    }
    void nothingThatIsTypedIsTakenForACommand()
    {
        QFETCH(const QString, typed);
        m_library->put(entry(u"one"_s, u"some"_s));
        static_cast<void>(foundNow(*m_library, typed)); // no error
        QCOMPARE(listNow(*m_library).value().size(), 1);
    }

    /// As a look at each text would: for words of one, two and three characters.
    void findsWhatAPlainScanFinds()
    {
        const QString letters = u"学习路线编程数据分析开发入门"_s;
        QRandomGenerator random(7);
        const auto word = [&](int length) {
            QString text;
            for (int i = 0; i < length; ++i)
                text += letters[random.bounded(int(letters.size()))];
            return text;
        };
        QHash<QString, QString> titles;
        for (int i = 0; i < 200; ++i) {
            const QString id = QString::number(i);
            titles[id] = word(random.bounded(1, 9))
                + (random.bounded(3) == 0 ? u" Python "_s : QString()) + word(random.bounded(0, 4));
            m_library->put(entry(id, titles[id]));
        }
        int found = 0;
        for (int length = 1; length <= 3; ++length) {
            for (int i = 0; i < 60; ++i) {
                const QString typed = word(length);
                QStringList expected;
                for (auto title = titles.cbegin(); title != titles.cend(); ++title) {
                    if (title.value().contains(typed))
                        expected.append(title.key());
                }
                expected.sort();
                found += int(expected.size());
                QCOMPARE(idsOf(foundNow(*m_library, typed)), expected);
            }
        }
        QVERIFY(found > 1000);
    }

    /// Words of the title, the wish and the tags may be typed together.
    void tagsAreFoundAsTitlesAre()
    {
        m_library->put(entry(u"one"_s, u"Gardening"_s));
        m_library->put(entry(u"two"_s, u"Cooking"_s, u"garden herbs"_s));
        m_library->setTags(u"one"_s, { u"春天"_s, u"Home & garden"_s });
        QCOMPARE(
            foundNow(*m_library, u"春天 gardening"_s), (QList<Hit> { { u"one"_s, Place::Title } }));
        QCOMPARE(idsOf(foundNow(*m_library, u"garden"_s)), (QStringList { u"one"_s, u"two"_s }));
        m_library->rename(u"one"_s, u"Balcony"_s);
        m_library->put(entry(u"one"_s, u"Terrace"_s));
        QCOMPARE(idsOf(foundNow(*m_library, u"春 terrace"_s)), QStringList { u"one"_s });
        m_library->duplicate(u"one"_s, u"copy"_s, {});
        QCOMPARE(foundNow(*m_library, u"春天"_s).size(), 2);
        m_library->setTags(u"one"_s, {});
        QCOMPARE(idsOf(foundNow(*m_library, u"春天"_s)), QStringList { u"copy"_s });
    }

    void afterABackupWasRestoredAllIsFound()
    {
        RunJournal journal(*m_library);
        journal.begin(sample::request(), {});
        journal.record(ChunkEvent { u"Let us talk of tomatoes."_s, AgentId::IntentAnalyzer });
        m_library->put(entry(u"run"_s, u"Gardening"_s));
        m_library->setTags(u"run"_s, { u"spring"_s });
        journal.lead(u"run"_s);
        journal.stop();
        m_library->flush();
        QVERIFY(!backUpLibrary(m_library->path(), QDate(2026, 11, 29)));
        m_library->remove(u"run"_s);
        m_library->purge(u"run"_s);
        m_library->restore(backupsOf(m_library->path()).first().path);
        for (const QString& typed : { u"gardening"_s, u"spring"_s, u"tomatoes"_s })
            QCOMPARE(foundNow(*m_library, typed).size(), 1);
    }

    void whatAnEarlierVersionLeftIsFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("1") << u"version-1"_s;
        QTest::newRow("2") << u"version-2"_s;
        QTest::newRow("3") << u"version-3"_s;
    }
    void whatAnEarlierVersionLeftIsFound()
    {
        QFETCH(const QString, file);
        m_library.reset();
        const QString path = m_folder->filePath(u"library.sqlite"_s);
        QVERIFY(QFile::remove(path));
        QVERIFY(
            QFile::copy(QStringLiteral(ROADLOOM_TEST_DATA "/library/%1.sqlite").arg(file), path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
        QCOMPARE(foundNow(*m_library, u"python"_s).size(), 1);
        QCOMPARE(foundNow(*m_library, u"我的"_s).first().place, Place::Notes);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibrarySearchTest)
#include "LibrarySearchTest.moc"
