// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapText.h"

#include "core/base/PlainText.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

class RoadmapTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void drawsTheTree();
    void showsEveryConceptOnce();
    void makesNamesHarmless();
    void leavesPercentSignsAlone();
    void drawsAnEmptyRoadmap();
    void tellsWhatIsLearnt();
};

void RoadmapTextTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void RoadmapTextTest::drawsTheTree()
{
    const QStringList lines = roadmapAsText(sample::perfectRoadmap()).split(u'\n');
    QCOMPARE(lines.value(0), u"Web development with Python"_s);
    QVERIFY(lines.value(1).contains("66 h"_L1));
    const QStringList expected { QString(), u"1. Stage 1 (21 h)"_s, u"├─ Module 1-1 (8 h)"_s,
        u"│  ├─ Topic 1-1-1 (2 h, easy)"_s, u"│  ├─ Topic 1-1-2 (2 h, easy)"_s,
        u"│  ├─ Topic 1-1-3 (2 h, easy)"_s, u"│  └─ Topic 1-1-4 (2 h, easy)"_s,
        u"└─ Module 1-2 (13 h)"_s, u"   ├─ Topic 1-2-1 (2 h, easy)"_s,
        u"   ├─ Topic 1-2-2 (3 h, medium)"_s, u"   ├─ Topic 1-2-3 (4 h, medium)"_s,
        u"   └─ Topic 1-2-4 (4 h, medium)"_s, QString() };
    QCOMPARE(lines.mid(2, expected.size()), expected);
    QVERIFY(lines.last().isEmpty()); // ends with a line break
}

void RoadmapTextTest::showsEveryConceptOnce()
{
    const Roadmap roadmap = sample::perfectRoadmap();
    const QString text = roadmapAsText(roadmap);
    forEachConcept(roadmap, [&](const Stage&, const Module&, const Concept& item) {
        QCOMPARE(text.count(QString(item.name + " ("_L1)), 1);
    });
    QCOMPARE(text.count(u'\n'), 2 + 3 * 2 + 6 + 24);
}

void RoadmapTextTest::makesNamesHarmless()
{
    const QString evil = u"\u001b[2Ja\nb\u202ec\u009b31m\r\td"_s;
    Roadmap roadmap = sample::perfectRoadmap();
    const qsizetype lines = roadmapAsText(roadmap).count(u'\n');
    roadmap.title = evil;
    roadmap.stages[0].name = evil;
    roadmap.stages[0].modules[0].name = evil;
    sample::firstConcept(roadmap).name = evil;
    const QString text = roadmapAsText(roadmap);
    QCOMPARE(text.count(u'\n'), lines);
    QVERIFY(std::ranges::none_of(
        text, [](QChar character) { return isUnsafeCharacter(character.unicode()); }));
    QCOMPARE(text.count("[2Ja bc31m d"_L1), 4);
}

void RoadmapTextTest::leavesPercentSignsAlone()
{
    Roadmap roadmap = sample::perfectRoadmap();
    roadmap.stages[0].name = u"100 %1 %2 %L3"_s;
    sample::firstConcept(roadmap).name = u"%3 %n"_s;
    const QString text = roadmapAsText(roadmap);
    QVERIFY(text.contains("1. 100 %1 %2 %L3 (21 h)\n"_L1));
    QVERIFY(text.contains(u"├─ %3 %n (2 h, easy)\n"_s));
}

void RoadmapTextTest::drawsAnEmptyRoadmap()
{
    Roadmap roadmap;
    roadmap.title = u"Nothing"_s;
    const QString text = roadmapAsText(roadmap);
    QVERIFY(text.startsWith("Nothing\n"_L1));
    QCOMPARE(text.count(u'\n'), 2);
}

void RoadmapTextTest::tellsWhatIsLearnt()
{
    using enum StudyState;
    RoadmapDocument document;
    document.design.framework = sample::perfectRoadmap();
    document.studies = { { u"c-1-1-1"_s, { Done, u"a note"_s } }, { u"c-1-1-2"_s, { Known, {} } },
        { u"c-1-1-3"_s, { Doing, {} } }, { u"gone"_s, { Done, {} } } };
    const QStringList lines = studyAsText(document, DocumentWords(Language::English)).split(u'\n');
    QVERIFY2(lines.value(2).startsWith(u"2 of 24 concept"_s), qPrintable(lines.value(2)));
    const QStringList expected { QString(), u"1. Stage 1 (21 h)"_s, u"├─ Module 1-1 (8 h)"_s,
        u"│  ├─ ✓ Topic 1-1-1 (2 h, easy, done)"_s,
        u"│  ├─ ✓ Topic 1-1-2 (2 h, easy, known before)"_s,
        u"│  ├─ ◐ Topic 1-1-3 (2 h, easy, begun)"_s, u"│  └─ ○ Topic 1-1-4 (2 h, easy)"_s };
    QCOMPARE(lines.mid(3, expected.size()), expected);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RoadmapTextTest)
#include "RoadmapTextTest.moc"
