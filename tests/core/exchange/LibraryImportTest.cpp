// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/LibraryImport.h"
#include "core/exchange/KeptDocument.h"
#include "core/exporting/RoadloomFile.h"
#include "core/storage/Library.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/support/LibraryAnswers.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;

namespace roadloom {

class LibraryImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aDocumentGoesIntoALibraryAndComesBack();
    void givesAnIdOfItsOwn_data();
    void givesAnIdOfItsOwn();
    void looksForTheLikelyOnes();
    void keepsTheProgressOfBoth();
    void aTitleThatTheLearnerGaveStays_data();
    void aTitleThatTheLearnerGaveStays();
    void tagsComeTogether();
    void comesFromTheBin();
    void keepsWhatItDoesNotKnow();
    void writesNothingThatIsThere();
    void findsTheStudyOfIdsThatAreNotPlain();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

namespace {

const QString concept1 = u"c-1-1-1"_s;
const QString concept4 = u"c-1-1-4"_s;

QDateTime moment()
{
    return QDateTime::fromString(u"2026-04-01T08:00:00.000+08:00"_s, Qt::ISODateWithMs);
}

LibraryLine lineOf(const RoadmapDocument& document)
{
    return {
        .id = document.id, .title = {}, .wireId = document.roadmap().id, .created = {}, .opened = {}
    };
}

} // namespace

void LibraryImportTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<Library>(m_folder->path());
    QVERIFY(!m_library->open());
}

void LibraryImportTest::aDocumentGoesIntoALibraryAndComesBack()
{
    const RoadmapDocument document = sample::document();
    const LibraryImport added = importNew({}, document, moment());
    QVERIFY(!added.merge);
    m_library->putStudied(added.kept);
    m_library->flush();
    const KeptRoadmap kept = readNow(*m_library, document.id).value();
    QCOMPARE(kept.entry.opened, moment());
    QCOMPARE(documentOf(kept), document);
    QCOMPARE(writeRoadloomFile(documentOf(kept)), writeRoadloomFile(document));
}

void LibraryImportTest::givesAnIdOfItsOwn_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("kept"); // empty: a new one
    const QString id = sample::document().id;
    QTest::newRow("of a library") << id << id;
    QTest::newRow("in another spelling") << u'{' + id.toUpper() + u'}' << id;
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("a path") << u"../../etc"_s << QString();
    QTest::newRow("of another roadmap") << u"22222222-5f0e-4c53-b0fb-6f6d9a0b7f11"_s << QString();
}

void LibraryImportTest::givesAnIdOfItsOwn()
{
    QFETCH(const QString, id);
    QFETCH(const QString, kept);
    RoadmapDocument other;
    other.id = u"22222222-5f0e-4c53-b0fb-6f6d9a0b7f11"_s;
    RoadmapDocument document = sample::document();
    document.id = id;
    document.created = {};
    const LibraryImport added = importNew({ lineOf(other) }, document, moment());
    if (kept.isEmpty()) {
        QVERIFY(!QUuid(added.kept.entry.id).isNull());
        QVERIFY(added.kept.entry.id != id);
    } else {
        QCOMPARE(added.kept.entry.id, kept);
    }
    QCOMPARE(added.kept.entry.created, moment());
}

void LibraryImportTest::looksForTheLikelyOnes()
{
    const RoadmapDocument document = sample::document();
    RoadmapDocument sameWire = document;
    sameWire.id = u"other"_s;
    RoadmapDocument nothing;
    nothing.id = u"nothing"_s;
    LibraryLine inBin = lineOf(sameWire);
    inBin.id = u"in the bin"_s;
    inBin.removed = moment();
    const QList<LibraryLine> library { inBin, lineOf(nothing), lineOf(sameWire), lineOf(document) };
    QCOMPARE(
        likelyIds(library, document), (QStringList { document.id, u"other"_s, u"in the bin"_s }));
    QCOMPARE(likelyIds(library, RoadmapDocument()), QStringList());
}

void LibraryImportTest::keepsTheProgressOfBoth()
{
    m_library->putStudied(importNew({}, sample::document(), moment()).kept);
    m_library->saveNote(sample::document().id, concept4, u"Mine"_s);
    RoadmapDocument imported = sample::document();
    imported.id.clear(); // as it is given to others
    imported.design.framework.title = u"Renamed"_s;
    imported.studies = { { concept4, { StudyState::Done, u"Theirs"_s } } };
    imported.finishes = { { concept4, { moment(), 3.0 } } };
    const KeptRoadmap existing = readNow(*m_library, sample::document().id).value();
    const LibraryImport merged = importInto(existing, imported, moment().addDays(1));
    QVERIFY(merged.merge);
    QCOMPARE(merged.merge->advanced, 1);
    QCOMPARE(merged.kept.studies.keys(), QStringList { concept4 });
    m_library->putStudied(merged.kept);
    m_library->flush();

    const KeptRoadmap kept = readNow(*m_library, sample::document().id).value();
    QCOMPARE(kept.entry.roadmap.title, u"Renamed"_s);
    QCOMPARE(kept.entry.created, sample::document().created);
    ConceptStudies studies = sample::document().studies;
    studies.insert(concept4, { StudyState::Done, u"Mine\n\nTheirs"_s });
    QCOMPARE(kept.studies, studies);
    StudyFinishes finishes = sample::document().finishes;
    finishes.insert(concept4, { moment(), 3.0 });
    QCOMPARE(kept.finishes, finishes);
}

void LibraryImportTest::aTitleThatTheLearnerGaveStays_data()
{
    QTest::addColumn<QString>("given"); // none if empty
    QTest::addColumn<QString>("kept");
    QTest::newRow("renamed") << u"Mine"_s << u"Mine"_s;
    QTest::newRow("as it was designed") << QString() << u"Theirs"_s;
}

/// Also when it is imported once more.
void LibraryImportTest::aTitleThatTheLearnerGaveStays()
{
    QFETCH(const QString, given);
    QFETCH(const QString, kept);
    const QString id = sample::document().id;
    m_library->putStudied(importNew({}, sample::document(), moment()).kept);
    m_library->rename(id, given);
    RoadmapDocument imported = sample::document();
    imported.design.framework.title = u"Theirs"_s;
    for (int i = 0; i < 2; ++i) {
        sample::firstConcept(imported.design.framework).name = QString::number(i);
        m_library->putStudied(importInto(readNow(*m_library, id).value(), imported, moment()).kept);
        m_library->flush();
        const KeptRoadmap now = readNow(*m_library, id).value();
        QCOMPARE(now.entry.roadmap.title, kept);
        QCOMPARE(now.isRenamed, !given.isEmpty());
        QCOMPARE(sample::firstConcept(imported.design.framework).name, QString::number(i));
    }
}

void LibraryImportTest::tagsComeTogether()
{
    RoadmapDocument document = sample::document();
    document.tags = { u"b\u202e, Work"_s, u"a"_s };
    m_library->putStudied(importNew({}, document, moment()).kept);
    QCOMPARE(
        readNow(*m_library, document.id).value().tags, (QStringList { u"a"_s, u"b"_s, u"Work"_s }));
    document.tags = { u"work"_s, u"c"_s };
    const KeptRoadmap existing = readNow(*m_library, document.id).value();
    m_library->putStudied(importInto(existing, document, moment()).kept);
    m_library->flush();
    QCOMPARE(readNow(*m_library, document.id).value().tags,
        (QStringList { u"a"_s, u"b"_s, u"c"_s, u"Work"_s }));
}

void LibraryImportTest::comesFromTheBin()
{
    const RoadmapDocument document = sample::document();
    m_library->putStudied(importNew({}, document, moment()).kept);
    m_library->archive(document.id, true);
    m_library->remove(document.id);
    const QList<LibraryLine> history = historyNow(*m_library).value();
    QCOMPARE(likelyIds(history, document), QStringList { document.id });
    const LibraryImport merged
        = importInto(readNow(*m_library, document.id).value(), document, moment());
    QVERIFY(merged.wasInBin);
    m_library->putStudied(merged.kept);
    QCOMPARE(listNow(*m_library).value().size(), 1);
    m_library->flush();
    QCOMPARE(listNow(*m_library).value().size(), 1);
}

/// What a newer version wrote into its file goes through a library, and an edit, into the next one.
void LibraryImportTest::keepsWhatItDoesNotKnow()
{
    RoadmapDocument document = sample::document();
    document.extras["sounds"] = json::array { "later" };
    document.design.extras["cover"] = 7;
    m_library->putStudied(importNew({}, document, moment()).kept);
    m_library->flush();
    const KeptRoadmap kept = readNow(*m_library, document.id).value();
    QCOMPARE(writeRoadloomFile(documentOf(kept)), writeRoadloomFile(document));
    LibraryEntry edited = kept.entry; // as the window makes it anew
    edited.fileExtras.clear();
    edited.designExtras.clear();
    m_library->put(edited);
    m_library->duplicate(document.id, u"copy"_s, {});
    m_library->flush();
    for (const QString& id : { document.id, u"copy"_s }) {
        const LibraryEntry entry = readNow(*m_library, id).value().entry;
        QCOMPARE(entry.fileExtras, document.extras);
        QCOMPARE(entry.designExtras, document.design.extras);
    }
}

/// What another program changed since the library was read stays.
void LibraryImportTest::writesNothingThatIsThere()
{
    m_library->putStudied(importNew({}, sample::document(), moment()).kept);
    const KeptRoadmap existing = readNow(*m_library, sample::document().id).value();
    const LibraryImport merged = importInto(existing, sample::document(), moment());
    QVERIFY(merged.kept.studies.isEmpty());
    m_library->saveNote(existing.entry.id, concept1, u"Newer"_s);
    m_library->putStudied(merged.kept);
    m_library->flush();
    QCOMPARE(studiesNow(*m_library, existing.entry.id).value(concept1).note, u"Newer"_s);
}

void LibraryImportTest::findsTheStudyOfIdsThatAreNotPlain()
{
    RoadmapDocument document = sample::document();
    sample::firstConcept(document.design.framework).id = u"c\u202e1"_s;
    document.studies = { { u"c\u202e1"_s, { StudyState::Doing, u"Mine"_s } } };
    document.finishes.clear();
    const KeptRoadmap existing = keptOf(document, moment());
    const LibraryImport merged = importInto(existing, withPlainTexts(document), moment());
    QCOMPARE(merged.merge->gone, 0);
    QCOMPARE(
        merged.kept.studies, (ConceptStudies { { u"c1"_s, { StudyState::Doing, u"Mine"_s } } }));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LibraryImportTest)
#include "LibraryImportTest.moc"
