// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapMarkdown.h"

#include "core/base/PlainText.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

class RoadmapMarkdownTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesHeadingsAndLists();
    void showsEveryConceptWithItsHours();
    void leavesOutWhatIsEmpty();
    void escapesMarkupInsideALine_data();
    void escapesMarkupInsideALine();
    void escapesMarkupAtALinesBeginning_data();
    void escapesMarkupAtALinesBeginning();
    void makesTextsHarmless();
    void leavesPercentSignsAlone();
};

namespace {

CurriculumDesign design()
{
    CurriculumDesign design;
    design.framework = sample::perfectRoadmap();
    design.designRationale = u"From easy to hard."_s;
    return design;
}

/// The same text everywhere.
CurriculumDesign designOf(const QString& text)
{
    CurriculumDesign design = roadloom::design();
    design.designRationale = text;
    design.framework.title = text;
    Stage& stage = design.framework.stages.first();
    stage.name = text;
    stage.description = text;
    Module& module = stage.modules.first();
    module.name = text;
    module.description = text;
    Concept& item = module.concepts.first();
    item.name = text;
    item.description = text;
    return design;
}

constexpr int places = 8; // of the text in designOf, with names
constexpr int linePlaces = 4; // of them at a line's beginning: descriptions and the rationale

} // namespace

void RoadmapMarkdownTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void RoadmapMarkdownTest::writesHeadingsAndLists()
{
    const QString text = designAsMarkdown(design());
    QVERIFY(text.startsWith("# Web development with Python\n\n24 concept"_L1));
    QVERIFY(text.contains("\nFrom easy to hard.\n\n## 1. Stage 1 (21 h)\n\nStep 1 on the way.\n"
                          "\n### Module 1-1 (8 h)\n\nWhat belongs together in 1-1.\n\n"
                          "- **Topic 1-1-1** (2 h, easy)  \n"
                          "  What topic 1-1-1 is for and how to use it in Python.\n"
                          "- **Topic 1-1-2** (2 h, easy)  \n"
                          "  What topic 1-1-2 is for and how to use it in Python.  \n"
                          "  Builds on: Topic 1-1-1\n"_L1));
}

void RoadmapMarkdownTest::showsEveryConceptWithItsHours()
{
    const CurriculumDesign design = roadloom::design();
    const QString text = designAsMarkdown(design);
    forEachConcept(design.framework, [&](const Stage&, const Module&, const Concept& item) {
        const QString line = u"- **%1** (%2 h, "_s.arg(item.name).arg(item.estimatedHours);
        QCOMPARE(text.count(line), 1);
    });
    QCOMPARE(text.count("\n- **"_L1), 24);
}

void RoadmapMarkdownTest::leavesOutWhatIsEmpty()
{
    CurriculumDesign design = designOf({});
    sample::firstConcept(design.framework).name = u"One"_s;
    const QString text = designAsMarkdown(design);
    QVERIFY(text.contains("- **One** (2 h, easy)\n- **Topic 1-1-2**"_L1));
    QVERIFY(!text.contains("\n\n\n"_L1));
}

void RoadmapMarkdownTest::escapesMarkupInsideALine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::addRow("emphasis") << u"a *b* __c__"_s << u"a \\*b\\* \\_\\_c\\_\\_"_s;
    QTest::addRow("link") << u"[a](http://x)"_s << u"\\[a\\](http://x)"_s;
    QTest::addRow("image") << u"![a](x)"_s << u"\\!\\[a\\](x)"_s;
    QTest::addRow("HTML") << u"<script>&lt;"_s << u"\\<script\\>\\&lt;"_s;
    QTest::addRow("code") << u"`a`"_s << u"\\`a\\`"_s;
    QTest::addRow("backslash") << u"a\\*"_s << u"a\\\\\\*"_s;
    QTest::addRow("heading's end") << u"C #"_s << u"C \\#"_s;
    QTest::addRow("table, strike") << u"a | ~b~"_s << u"a \\| \\~b\\~"_s;
    QTest::addRow("plain") << u"C++ - a.b (1) = 2"_s << u"C++ - a.b (1) = 2"_s;
}

void RoadmapMarkdownTest::escapesMarkupInsideALine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, escaped);
    const QString markdown = designAsMarkdown(designOf(text));
    // Also where the next concept names it as what it builds on.
    QCOMPARE(markdown.count(escaped), places + 1);
    if (text != escaped)
        QCOMPARE(markdown.count(text), 0);
}

void RoadmapMarkdownTest::escapesMarkupAtALinesBeginning_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::addRow("list") << u"- a"_s << u"\\- a"_s;
    QTest::addRow("list with plus") << u"+ a"_s << u"\\+ a"_s;
    QTest::addRow("numbered") << u"12. a"_s << u"12\\. a"_s;
    QTest::addRow("numbered with a bracket") << u"1) a"_s << u"1\\) a"_s;
    QTest::addRow("a rule, or the heading above") << u"---"_s << u"\\---"_s;
    QTest::addRow("the heading above") << u"==="_s << u"\\==="_s;
}

void RoadmapMarkdownTest::escapesMarkupAtALinesBeginning()
{
    QFETCH(const QString, text);
    QFETCH(const QString, escaped);
    const QStringList lines = designAsMarkdown(designOf(text)).split(u'\n');
    const auto count = [&lines](const QString& wanted) {
        return std::ranges::count_if(
            lines, [&](const QString& line) { return line.trimmed() == wanted; });
    };
    QCOMPARE(count(text), 0);
    QCOMPARE(count(escaped), linePlaces);
}

void RoadmapMarkdownTest::makesTextsHarmless()
{
    const qsizetype lines = designAsMarkdown(designOf(u"a"_s)).count(u'\n');
    const QString text = designAsMarkdown(designOf(u"\u001b[2Ja\n\n# b\u202ec\u009b\r\n\td"_s));
    QCOMPARE(text.count(u'\n'), lines);
    QVERIFY(std::ranges::none_of(
        text, [](QChar character) { return isUnsafeCharacter(character.unicode()); }));
    QCOMPARE(text.count("\\[2Ja \\# bc d"_L1), places + 1);
}

void RoadmapMarkdownTest::leavesPercentSignsAlone()
{
    QCOMPARE(
        designAsMarkdown(designOf(u"100 %1 %2 %L3 %n"_s)).count("100 %1 %2 %L3 %n"_L1), places + 1);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RoadmapMarkdownTest)
#include "RoadmapMarkdownTest.moc"
