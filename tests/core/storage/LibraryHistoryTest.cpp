// SPDX-License-Identifier: Apache-2.0
#include "LibrarySamples.h"
#include "core/storage/RunJournal.h"
#include "tests/core/agents/AgentAnswers.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using Change = std::function<void(Library&)>;
using Changes = std::vector<Change>;

/// What a history says of a roadmap, in one line.
QString shown(const LibraryLine& line)
{
    return QStringList { line.id, line.title, line.tags.join(u'+'),
        line.isArchived ? u"archived"_s : u"-"_s, line.removed.isValid() ? u"bin"_s : u"-"_s }
        .join(u' ');
}

QStringList shown(const QList<LibraryLine>& lines)
{
    QStringList texts;
    std::ranges::transform(
        lines, std::back_inserter(texts), [](const LibraryLine& line) { return shown(line); });
    texts.sort();
    return texts;
}

} // namespace

class LibraryHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_library.reset(); }

    void eachChangeIsSeenAndStays_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QStringList>("history");
        QTest::addColumn<QStringList>("list");
        const auto tags = [](const QStringList& texts) -> Change {
            return [=](Library& library) { library.setTags(u"one"_s, texts); };
        };
        const auto archive = [](bool is) -> Change {
            return [=](Library& library) { library.archive(u"one"_s, is); };
        };
        const Change remove = [](Library& library) { library.remove(u"one"_s); };
        const Change takeBack = [](Library& library) { library.takeBack(u"one"_s); };
        const Change purge = [](Library& library) { library.purge(u"one"_s); };
        const Change put = [](Library& library) {
            LibraryEntry entry = someEntry();
            entry.roadmap.title = u"New"_s;
            library.put(entry);
        };
        const Change duplicate
            = [](Library& library) { library.duplicate(u"one"_s, u"copy"_s, u"Copy"_s); };
        const QString other = u"two Two  - -"_s;
        const QStringList both { u"one"_s, u"two"_s };
        const QStringList alone { u"two"_s };
        QTest::newRow("tags") << Changes { tags({ u"web, b"_s, u"Web"_s, u"数据，a"_s }) }
                              << QStringList { u"one One a+b+web+数据 - -"_s, other } << both;
        QTest::newRow("other tags") << Changes { tags({ u"a"_s }), tags({ u"b"_s }) }
                                    << QStringList { u"one One b - -"_s, other } << both;
        QTest::newRow("no tags") << Changes { tags({ u"a"_s }), tags({}) }
                                 << QStringList { u"one One  - -"_s, other } << both;
        QTest::newRow("archived") << Changes { archive(true) }
                                  << QStringList { u"one One  archived -"_s, other } << alone;
        QTest::newRow("not archived") << Changes { archive(true), archive(false) }
                                      << QStringList { u"one One  - -"_s, other } << both;
        QTest::newRow("into the bin") << Changes { tags({ u"a"_s }), remove }
                                      << QStringList { u"one One a - bin"_s, other } << alone;
        QTest::newRow("from the bin") << Changes { archive(true), remove, takeBack }
                                      << QStringList { u"one One  archived -"_s, other } << alone;
        QTest::newRow("for good") << Changes { tags({ u"a"_s }), remove, purge }
                                  << QStringList { other } << alone;
        QTest::newRow("not for good without the bin")
            << Changes { purge } << QStringList { u"one One  - -"_s, other } << both;
        QTest::newRow("a change in the bin")
            << Changes { tags({ u"a"_s }), remove, put }
            << QStringList { u"one New a - bin"_s, other } << alone;
        QTest::newRow("a copy") << Changes { tags({ u"a"_s }), archive(true), remove,
            duplicate } << QStringList { u"copy Copy a - -"_s, u"one One a archived bin"_s, other }
                                << QStringList { u"copy"_s, u"two"_s };
        QTest::newRow("after all")
            << Changes { remove, purge, put } << QStringList { other } << alone;
    }
    /// Before it is written, then, and when the library is opened again.
    void eachChangeIsSeenAndStays()
    {
        QFETCH(const Changes, changes);
        QFETCH(const QStringList, history);
        QFETCH(const QStringList, list);
        put(u"one"_s, u"One"_s);
        put(u"two"_s, u"Two"_s);
        m_library->flush();
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        for (const Change& change : changes)
            change(*m_library);
        const auto areRight = [&] {
            QStringList ids;
            const QList<LibraryLine> lines = listNow(*m_library).value();
            for (const LibraryLine& line : lines)
                ids.append(line.id);
            ids.sort();
            const QStringList seen = shown(historyNow(*m_library).value());
            if (seen != history || ids != list)
                qInfo() << seen << ids;
            return seen == history && ids == list;
        };
        QVERIFY(areRight());
        other.end();
        m_library->flush();
        QVERIFY(areRight());
        open();
        QVERIFY(areRight());
    }

    void tagsAreMadeHarmless_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("kept");
        const auto row = [](const char* name, const QStringList& given, const QStringList& kept) {
            QTest::newRow(name) << given << kept;
        };
        row("none", { u""_s, u" , ，、 "_s, u"\u200b"_s }, {});
        row("separated", { u"web,前端，后端、Go"_s }, { u"Go"_s, u"web"_s, u"前端"_s, u"后端"_s });
        row("but for case", { u"Web, WEB"_s, u"web"_s }, { u"Web"_s });
        row("control characters", { u"a\nb\tc\x1b[31m\0d"_s }, { u"a b c[31md"_s });
        row("directions", { u"\u202eab\u2066c\u200e"_s, u"abc"_s }, { u"abc"_s });
        row("composed in two ways", { u"e\u0301"_s, u"\u00e9"_s }, { u"\u00e9"_s });
        row("joined", { u"👩\u200d💻"_s }, { u"👩\u200d💻"_s });
        row("long", { QString(10'000, u'x') }, { QString(39, u'x') + u'…' });
        row("long, cut between halves", { QString(38, u'x') + u"💻💻"_s },
            { QString(38, u'x') + u'…' });
        row("half a character", { QString(QChar(0xd83d)) }, { u"?"_s });
        row("markup", { u"<b>'\"; DROP TABLE roadmaps; --</b>"_s },
            { u"<b>'\"; DROP TABLE roadmaps; --</b>"_s });
        QStringList many;
        for (int i = 0; i < 1000; ++i)
            many.append(u"tag %1"_s.arg(i, 4, 10, QChar(u'0')));
        row("many", many, many.first(20));
        row("many in one", { many.join(u',') }, many.first(20));
    }
    void tagsAreMadeHarmless()
    {
        QFETCH(const QStringList, given);
        QFETCH(const QStringList, kept);
        QCOMPARE(Library::tagsFrom(given.join(u',')), kept);
        put(u"one"_s, u"One"_s);
        m_library->setTags(u"one"_s, given);
        QCOMPARE(historyNow(*m_library).value().first().tags, kept);
        m_library->flush();
        QCOMPARE(historyNow(*m_library).value().first().tags, kept);
        QCOMPARE(readNow(*m_library, u"one"_s).value().tags, kept);
        m_library->setTags(u"one"_s, kept); // as they are
        QCOMPARE(readNow(*m_library, u"one"_s).value().tags, kept);
    }

    /// What is studied, or done in the history, of a roadmap that another program deleted is lost,
    /// and said once for each change; nothing of it is left, and all else goes on.
    void anotherProgramPurgesMeanwhile_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<int>("failures");
        QTest::newRow("studied") << Changes {
            [](Library& library) { mark(library, u"one"_s, u"web:c-1"_s, StudyState::Done); },
            [](Library& library) { library.saveNote(u"one"_s, u"web:c-1"_s, u"n"_s); }
        } << 2;
        QTest::newRow("put") << Changes { [](Library& library) { library.put(someEntry()); } } << 1;
        QTest::newRow("put with its study") << Changes { [](Library& library) {
            library.putStudied({ .entry = someEntry(),
                .studies = { { u"web:c-1"_s, { StudyState::Done, u"n"_s } } },
                .finishes = {},
                .tags = { u"a"_s } });
        } } << 1;
        QTest::newRow("tagged") << Changes { [](Library& library) {
            library.setTags(u"one"_s, { u"a"_s });
        } } << 1;
        QTest::newRow("untagged") << Changes { [](Library& library) {
            library.setTags(u"one"_s, {});
        } } << 1;
        QTest::newRow("archived") << Changes { [](Library& library) {
            library.archive(u"one"_s, true);
        } } << 1;
        QTest::newRow("taken back")
            << Changes { [](Library& library) { library.takeBack(u"one"_s); } } << 1;
        QTest::newRow("brought back")
            << Changes { [](Library& library) { library.bringBackVersion(u"one"_s, 1); } } << 1;
        QTest::newRow("copied") << Changes { [](Library& library) {
            library.duplicate(u"one"_s, u"copy"_s, {});
        } } << 1;
        QTest::newRow("removed as well")
            << Changes { [](Library& library) { library.remove(u"one"_s); },
                   [](Library& library) { library.purge(u"one"_s); } }
            << 0;
    }
    void anotherProgramPurgesMeanwhile()
    {
        QFETCH(const Changes, changes);
        QFETCH(const int, failures);
        put(u"one"_s, u"One"_s);
        put(u"two"_s, u"Two"_s);
        m_library->flush();
        QSignalSpy failed(m_library.get(), &Library::failed);
        QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        {
            Library other(m_folder->path());
            QVERIFY(!other.open());
            other.remove(u"one"_s);
            other.purge(u"one"_s);
        }
        for (const Change& change : changes)
            change(*m_library);
        mark(*m_library, u"two"_s, u"web:c-1"_s, StudyState::Done);
        m_library->flush();
        QCOMPARE(studiesNow(*m_library, u"two"_s).size(), 1);
        QCOMPARE(failed.size(), failures);
        QCOMPARE(gone.size(), failures);
        QCOMPARE(shown(historyNow(*m_library).value()), QStringList { u"two Two  - -"_s });
        QCOMPARE(m_library->keeping(), Keeping::Kept);
        for (const QString& table :
            { u"roadmap_tags"_s, u"roadmap_versions"_s, u"concept_studies"_s, u"text_places"_s })
            QCOMPARE(valueIn(m_library->path(),
                         u"SELECT count(*) FROM %1 WHERE roadmap != 'two'"_s.arg(table))
                         .toInt(),
                0);
    }

    /// Also while it is studied, and its run goes on.
    void whatIsPurgedTakesItsStudyAndRunsAlong()
    {
        put(u"one"_s, u"One"_s);
        put(u"two"_s, u"Two"_s);
        RunJournal journal(*m_library);
        journal.begin(sample::request(), {});
        journal.record(ChunkEvent { u"Well."_s, AgentId::IntentAnalyzer });
        journal.record(CompleteEvent { sample::intent(), AgentId::IntentAnalyzer });
        journal.lead(u"one"_s);
        m_library->remove(u"one"_s);
        mark(*m_library, u"one"_s, u"web:c-1"_s, StudyState::Done); // it can still be studied
        QCOMPARE(studiesNow(*m_library, u"one"_s).size(), 1);
        m_library->purge(u"one"_s);
        QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        mark(*m_library, u"one"_s, u"web:c-1"_s, StudyState::Known);
        journal.stop();
        m_library->flush();
        QTRY_COMPARE(gone.size(), 1);
        for (const QString& table :
            { u"study_log"_s, u"concept_studies"_s, u"runs"_s, u"run_events"_s })
            QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM "_s + table).toInt(), 0);
        QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM texts"_s),
            valueIn(
                m_library->path(), u"SELECT count(*) FROM text_places WHERE roadmap = 'two'"_s));
    }

    /// All the same whether it was put here, or read of what another program put.
    void aRoadmapThatWasReadIsNotAddedAnew()
    {
        put(u"one"_s, u"One"_s);
        open();
        QVERIFY(readNow(*m_library, u"one"_s));
        QVERIFY(runIn(m_library->path(), u"DELETE FROM roadmaps"_s));
        QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        put(u"one"_s, u"One"_s);
        QVERIFY(gone.wait());
        QVERIFY(historyNow(*m_library).value().isEmpty());
        put(u"two"_s, u"Two"_s); // that was never there
        QCOMPARE(historyNow(*m_library).value().size(), 1);
    }

    void aRoadmapTellsWhereItIs()
    {
        put(u"one"_s, u"One"_s);
        m_library->setTags(u"one"_s, { u"b"_s, u"a"_s });
        m_library->archive(u"one"_s, true);
        m_library->remove(u"one"_s);
        const KeptRoadmap kept = readNow(*m_library, u"one"_s).value();
        QCOMPARE(kept.tags, (QStringList { u"a"_s, u"b"_s }));
        QVERIFY(kept.isArchived);
        QVERIFY(kept.removed.isValid());
        QVERIFY(!kept.isRenamed);
        m_library->rename(u"one"_s, u"Mine"_s);
        QVERIFY(readNow(*m_library, u"one"_s).value().isRenamed);
        put(u"one"_s, u"Mine"_s);
        QVERIFY(readNow(*m_library, u"one"_s).value().isRenamed);
        put(u"one"_s, u"Its"_s);
        QVERIFY(!readNow(*m_library, u"one"_s).value().isRenamed);
    }

    void aCopyHasTheStudyButNotItsHours()
    {
        put(u"one"_s, u"One"_s);
        mark(*m_library, u"one"_s, u"web:c-1"_s, StudyState::Done);
        m_library->saveNote(u"one"_s, u"web:c-1"_s, u"mine"_s);
        QSignalSpy written(m_library.get(), &Library::roadmapWritten);
        m_library->duplicate(u"one"_s, u"copy"_s, u" \n"_s);
        while (written.isEmpty() || written.last().first() != u"copy"_s)
            QVERIFY(written.wait());
        const KeptRoadmap copy = readNow(*m_library, u"copy"_s).value();
        QCOMPARE(copy.entry.roadmap.title, u"One"_s);
        QCOMPARE(copy.studies.value(u"web:c-1"_s), (ConceptStudy { StudyState::Done, u"mine"_s }));
        QVERIFY(copy.finishes.isEmpty());
        QCOMPARE(valueIn(m_library->path(), u"SELECT count(*) FROM study_log"_s).toInt(), 1);
        QSignalSpy gone(m_library.get(), &Library::roadmapGone);
        m_library->duplicate(u"none"_s, u"copy of none"_s, u"Copy"_s);
        QVERIFY(gone.wait());
        QCOMPARE(gone.last().first(), u"copy of none"_s);
    }

    void theFirstVersionAndTheNewestAreKept()
    {
        put(u"two"_s, u"Two"_s);
        for (int number = 0; number <= newestVersions; ++number)
            put(u"one"_s, u"Version %1"_s.arg(number));
        m_library->flush();
        QCOMPARE(versionsNow(*m_library, u"one"_s).value().size(), newestVersions + 1);
        for (int number = 100; number < 110; ++number)
            put(u"one"_s, u"Version %1"_s.arg(number));
        m_library->flush();
        const QList<RoadmapVersion> versions = versionsNow(*m_library, u"one"_s).value();
        QCOMPARE(versions.size(), newestVersions + 1);
        QCOMPARE(versions.first().title, u"Version 109"_s);
        QVERIFY(versions.first().isCurrent);
        QCOMPARE(versions[versions.size() - 2].title, u"Version 11"_s);
        QCOMPARE(versions.last().title, u"Version 0"_s);
        QCOMPARE(versionsNow(*m_library, u"two"_s).value().size(), 1);
    }

    void aVersionIsBroughtBack_data()
    {
        QTest::addColumn<bool>("isRenamed");
        QTest::newRow("with its title") << false;
        QTest::newRow("under the learner's title") << true;
    }
    void aVersionIsBroughtBack()
    {
        QFETCH(const bool, isRenamed);
        put(u"one"_s, u"One"_s);
        mark(*m_library, u"one"_s, u"web:c-1"_s, StudyState::Done);
        put(u"one"_s, u"Later"_s, u"later"_s);
        if (isRenamed)
            m_library->rename(u"one"_s, u"Mine"_s);
        m_library->flush();
        QList<RoadmapVersion> versions = versionsNow(*m_library, u"one"_s).value();
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.first().title, u"Later"_s);
        QVERIFY(versions.first().isCurrent && !versions.last().isCurrent);
        QCOMPARE(versions.last().concepts, 1);
        const qint64 first = versions.last().version;
        QCOMPARE(versionNow(*m_library, u"one"_s, first).value().framework.title, u"One"_s);
        QCOMPARE(versionNow(*m_library, u"two"_s, first).error().kind, ErrorKind::NotFound);
        QCOMPARE(historyNow(*m_library).value().first().versions, 2);

        m_library->bringBackVersion(u"one"_s, first);
        m_library->flush();
        const KeptRoadmap kept = readNow(*m_library, u"one"_s).value();
        QCOMPARE(kept.entry.roadmap.title, isRenamed ? u"Mine"_s : u"One"_s);
        QCOMPARE(kept.entry.rationale, QString());
        QCOMPARE(kept.studies.value(u"web:c-1"_s).state, StudyState::Done);
        QCOMPARE(kept.isRenamed, isRenamed);
        versions = versionsNow(*m_library, u"one"_s).value();
        QCOMPARE(versions.size(), 3);
        QVERIFY(versions.first().isCurrent);
        QSignalSpy written(m_library.get(), &Library::roadmapWritten);
        m_library->bringBackVersion(u"one"_s, versions.first().version); // it is
        QVERIFY(written.wait());
        QCOMPARE(versionsNow(*m_library, u"one"_s).value().size(), 3);
        QTRY_COMPARE(m_library->keeping(), Keeping::Kept);
        QSignalSpy failed(m_library.get(), &Library::failed);
        m_library->bringBackVersion(u"one"_s, 77);
        QVERIFY(failed.wait());
        QTRY_COMPARE(m_library->keeping(), Keeping::Kept);
    }

    void whatWaitsIsTheVersionOfNow()
    {
        put(u"one"_s, u"One"_s);
        m_library->flush();
        OtherProgram other(m_library->path());
        QVERIFY(other.isOn());
        put(u"one"_s, u"Later"_s, u"later"_s);
        put(u"one"_s, u"Latest"_s, u"latest"_s);
        QList<RoadmapVersion> versions = versionsNow(*m_library, u"one"_s).value();
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions.first().version, waitingVersion);
        QCOMPARE(versions.first().title, u"Latest"_s);
        QVERIFY(versions.first().isCurrent && !versions.last().isCurrent);
        const CurriculumDesign waiting = versionNow(*m_library, u"one"_s, waitingVersion).value();
        QCOMPARE(waiting.framework.title, u"Latest"_s);
        QCOMPARE(waiting.designRationale, u"latest"_s);
        other.end();
        m_library->flush();
        versions = versionsNow(*m_library, u"one"_s).value();
        QCOMPARE(versions.size(), 3);
        QCOMPARE_GT(versions.first().version, waitingVersion);
        QCOMPARE(
            versionNow(*m_library, u"one"_s, waitingVersion).error().kind, ErrorKind::NotFound);
    }

private:
    void open()
    {
        m_library.reset(); // writes what waits
        m_library = std::make_unique<Library>(m_folder->path());
        QVERIFY(!m_library->open());
    }
    void put(const QString& id, const QString& title, const QString& rationale = {})
    {
        LibraryEntry entry = someEntry(id);
        entry.roadmap.title = title;
        entry.rationale = rationale;
        m_library->put(entry);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryHistoryTest)
#include "LibraryHistoryTest.moc"
