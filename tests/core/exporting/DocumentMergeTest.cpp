// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/DocumentMerge.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class DocumentMergeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mergesStates_data();
    void mergesStates();
    void mergesNotes_data();
    void mergesNotes();
    void keepsWhatIsTheLearners();
    void takesTheNewDesign();
    void keepsTheStudyOfWhatIsGone();
    void joinsWhatIsNotKnown_data();
    void joinsWhatIsNotKnown();
    void changesNothingTheSecondTime();
    void knowsTheSameRoadmap_data();
    void knowsTheSameRoadmap();
};

namespace {

const QString concept1 = u"c-1-1-1"_s;

RoadmapDocument documentIn(StudyState state, const QString& note = {})
{
    RoadmapDocument document = sample::document();
    document.studies = { { concept1, { state, note } } };
    document.finishes.clear();
    return document;
}

QDateTime day(int number)
{
    return QDateTime::fromString(
        u"2026-03-%1T12:00:00+08:00"_s.arg(number, 2, 10, QChar(u'0')), Qt::ISODate);
}

} // namespace

void DocumentMergeTest::mergesStates_data()
{
    QTest::addColumn<StudyState>("mine");
    QTest::addColumn<StudyState>("theirs");
    QTest::addColumn<StudyState>("both");
    using enum StudyState;
    QTest::addRow("nothing") << ToDo << ToDo << ToDo;
    QTest::addRow("mine further") << Done << Doing << Done;
    QTest::addRow("mine alone") << Doing << ToDo << Doing;
    QTest::addRow("theirs further") << Doing << Done << Done;
    QTest::addRow("theirs alone") << ToDo << Known << Known;
    QTest::addRow("both learnt, mine done") << Done << Known << Done;
    QTest::addRow("both learnt, mine known") << Known << Done << Known;
}

void DocumentMergeTest::mergesStates()
{
    QFETCH(const StudyState, mine);
    QFETCH(const StudyState, theirs);
    RoadmapDocument existing = documentIn(mine);
    RoadmapDocument imported = documentIn(theirs);
    if (mine == StudyState::Done)
        existing.finishes = { { concept1, { day(1), 1.0 } } };
    if (theirs == StudyState::Done)
        imported.finishes = { { concept1, { day(2), 2.0 } } };
    const MergedDocument merged = mergeDocuments(existing, imported);
    QTEST(merged.document.studies.value(concept1).state, "both");
    const bool isTheirs
        = mine != StudyState::Done && mine != StudyState::Known && theirs == StudyState::Done;
    QCOMPARE(merged.document.finishes, isTheirs ? imported.finishes : existing.finishes);
}

void DocumentMergeTest::mergesNotes_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("both");
    QTest::addRow("none") << QString() << QString() << QString();
    QTest::addRow("mine") << u"a"_s << QString() << u"a"_s;
    QTest::addRow("theirs") << QString() << u"b"_s << u"b"_s;
    QTest::addRow("the same") << u"a"_s << u"a"_s << u"a"_s;
    QTest::addRow("both") << u"first"_s << u"second"_s << u"first\n\nsecond"_s;
    QTest::addRow("merged before") << u"first\n\nsecond"_s << u"second"_s << u"first\n\nsecond"_s;
    QTest::addRow("theirs is more") << u"first"_s << u"first, and more"_s << u"first, and more"_s;
}

void DocumentMergeTest::mergesNotes()
{
    QFETCH(const QString, mine);
    QFETCH(const QString, theirs);
    const MergedDocument merged
        = mergeDocuments(documentIn(StudyState::ToDo, mine), documentIn(StudyState::ToDo, theirs));
    QTEST(merged.document.studies.value(concept1).note, "both");
}

void DocumentMergeTest::keepsWhatIsTheLearners()
{
    const RoadmapDocument existing = sample::document();
    RoadmapDocument imported = sample::document();
    imported.id = u"another"_s;
    imported.created = day(9);
    imported.hoursPerWeek = 40;
    imported.request.preferences.learningGoal = u"Something else"_s;
    imported.studies.clear();
    imported.finishes.clear();
    const MergedDocument merged = mergeDocuments(existing, imported);
    QCOMPARE(merged.document, existing);
    QCOMPARE(merged.counts, (MergeCounts { .kept = 4 }));
}

void DocumentMergeTest::takesTheNewDesign()
{
    const RoadmapDocument existing = sample::document();
    RoadmapDocument imported = sample::document();
    Module& module = imported.design.framework.stages.first().modules.first();
    module.concepts.first().name = u"Renamed"_s;
    module.concepts.append(sample::makeConcept(u"new"_s, sample::easy));
    imported.studies = { { u"c-new"_s, { StudyState::Doing, u"n"_s } } };
    const MergedDocument merged = mergeDocuments(existing, imported);
    QCOMPARE(merged.document.design, imported.design);
    QCOMPARE(merged.document.studies.size(), existing.studies.size() + 1);
    QCOMPARE(
        merged.counts, (MergeCounts { .kept = 4, .advanced = 1, .notesAdded = 1, .added = 1 }));
}

void DocumentMergeTest::keepsTheStudyOfWhatIsGone()
{
    const RoadmapDocument existing = sample::document();
    RoadmapDocument imported = sample::document();
    imported.design.framework.stages.first().modules.removeFirst();
    imported.studies.clear();
    const MergedDocument merged = mergeDocuments(existing, imported);
    QCOMPARE(merged.document.studies, existing.studies);
    QCOMPARE(merged.document.finishes, existing.finishes);
    QCOMPARE(merged.counts.gone, 4);
}

void DocumentMergeTest::joinsWhatIsNotKnown_data()
{
    QTest::addColumn<qsizetype>("bytes"); // of each
    QTest::addColumn<bool>("isJoined");
    QTest::addRow("some") << qsizetype(10) << true;
    QTest::addRow("too much together") << qsizetype(20) * 1024 << false;
}

void DocumentMergeTest::joinsWhatIsNotKnown()
{
    QFETCH(const qsizetype, bytes);
    const std::string text(std::size_t(bytes), 'x');
    RoadmapDocument existing = sample::document();
    existing.extras = { { "both", "mine" }, { "mine", text } };
    existing.design.extras = { { "both", "mine" }, { "mine", text } };
    RoadmapDocument imported = sample::document();
    imported.extras = { { "both", "theirs" }, { "theirs", text } };
    imported.design.extras = { { "both", "theirs" }, { "theirs", text } };
    const RoadmapDocument merged = mergeDocuments(existing, imported).document;
    json::object joined { { "both", "theirs" }, { "theirs", text }, { "mine", text } };
    QTEST(merged.extras == joined, "isJoined");
    QTEST(merged.design.extras == joined, "isJoined");
    QCOMPARE(merged.extras.at("theirs"), imported.extras.at("theirs"));
    QCOMPARE(merged.design.extras.at("theirs"), imported.design.extras.at("theirs"));
}

void DocumentMergeTest::changesNothingTheSecondTime()
{
    RoadmapDocument imported = sample::document();
    imported.studies = { { concept1, { StudyState::Doing, u"another note"_s } },
        { u"c-3-1-1"_s, { StudyState::Done, {} } } };
    imported.finishes = { { u"c-3-1-1"_s, { day(5), 3.0 } } };
    const RoadmapDocument once = mergeDocuments(sample::document(), imported).document;
    const MergedDocument twice = mergeDocuments(once, imported);
    QCOMPARE(twice.document, once);
    QCOMPARE(twice.counts.advanced, 0);
    QCOMPARE(twice.counts.notesAdded, 0);
}

void DocumentMergeTest::knowsTheSameRoadmap_data()
{
    QTest::addColumn<RoadmapDocument>("other");
    QTest::addColumn<bool>("isSame");
    QTest::addRow("itself") << sample::document() << true;
    RoadmapDocument elsewhere = sample::document();
    elsewhere.id = u"another"_s;
    QTest::addRow("in another library") << elsewhere << true;
    elsewhere.design.framework.stages.removeLast();
    QTest::addRow("an older one") << elsewhere << true;
    RoadmapDocument other = sample::chineseDocument();
    QTest::addRow("another") << other << false;
    other.design.framework.id = sample::document().design.framework.id;
    QTest::addRow("another with its id") << other << false;
}

void DocumentMergeTest::knowsTheSameRoadmap()
{
    QFETCH(const RoadmapDocument, other);
    QTEST(isSameRoadmap(sample::document(), other), "isSame");
    QTEST(isSameRoadmap(other, sample::document()), "isSame");
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::DocumentMergeTest)
#include "DocumentMergeTest.moc"
