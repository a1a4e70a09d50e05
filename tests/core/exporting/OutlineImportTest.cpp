// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/ImportBounds.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include "core/roadmap/RoadmapJson.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What other programs write: Markdown, OPML, the events of servers.
class OutlineImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void shapesAnOutline_data();
    void shapesAnOutline();
    void readsWhatALineSays_data();
    void readsWhatALineSays();
    void readsTextBelowLines();
    void keepsLinesOfCode();
    void readsOtherMarkdown_data();
    void readsOtherMarkdown();
    void findsPrerequisitesByName();
    void givesTheSameIdsForTheSameNames();
    void takesTheBoxForTheState();
    void readsOtherOpml();
    void readsEvents_data();
    void readsEvents();
};

namespace {

/// "stage > module > concept, concept; …"
QString shapeOf(const Roadmap& roadmap)
{
    QStringList modules;
    for (const Stage& stage : roadmap.stages) {
        for (const Module& module : stage.modules) {
            QStringList names;
            for (const Concept& item : module.concepts)
                names.append(item.name);
            modules.append(stage.name + " > "_L1 + module.name + " > "_L1 + names.join(u", "_s));
        }
    }
    return modules.join(u"; "_s);
}

const Concept& firstOf(const ImportedRoadmap& imported)
{
    return imported.document.roadmap().stages.first().modules.first().concepts.first();
}

} // namespace

void OutlineImportTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void OutlineImportTest::shapesAnOutline_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("shape");
    QTest::addRow("whole") << QByteArray("# T\n## S\n### M\n- a\n- b\n### N\n- c\n")
                           << u"S > M > a, b; S > N > c"_s;
    QTest::addRow("headings and lists")
        << QByteArray("# T\n## S\n- a\n- b\n## R\n- c\n") << u"S > S > a, b; R > R > c"_s;
    QTest::addRow("a list") << QByteArray("- a\n- b\n") << u"x > x > a, b"_s;
    QTest::addRow("a list with a title") << QByteArray("# T\n- a\n- b\n") << u"T > T > a, b"_s;
    QTest::addRow("nested lists") << QByteArray("- S\n  - M\n    - a\n    - b\n  - N\n    - c\n")
                                  << u"S > M > a, b; S > N > c"_s;
    QTest::addRow("with tabs") << QByteArray("* S\n\t* M\n\t\t* a\n") << u"S > M > a"_s;
    QTest::addRow("numbered") << QByteArray("1. S\n   1. a\n   2. b\n2. R\n   1. c\n")
                              << u"S > S > a, b; R > R > c"_s;
    QTest::addRow("leaf beside modules")
        << QByteArray("# T\n## S\n- a\n- M\n  - b\n- c\n") << u"S > S > a; S > M > b; S > S > c"_s;
    QTest::addRow("leaf beside stages")
        << QByteArray("- S\n  - a\n- lone\n") << u"S > S > a; lone > lone > lone"_s;
    QTest::addRow("several titles")
        << QByteArray("# S\n- a\n# R\n- b\n") << u"S > S > a; R > R > b"_s;
    QTest::addRow("left out level") << QByteArray("# T\n#### S\n- a\n") << u"S > S > a"_s;
    QTest::addRow("numbers before headings")
        << QByteArray("# T\n## 1. S\n### 2) M\n- a\n") << u"S > M > a"_s;
    QTest::addRow("carriage returns") << QByteArray("# T\r\n## S\r\n- a\r\n") << u"S > S > a"_s;
    QTest::addRow("byte order mark")
        << QByteArray("\xEF\xBB\xBF# T\n## S\n- a\n") << u"S > S > a"_s;
    QTest::addRow("front matter") << QByteArray("---\ntitle: Y\n---\n# T\n## S\n- a\n")
                                  << u"S > S > a"_s;
    QTest::addRow("code is no heading")
        << QByteArray("# T\n## S\n- a\n\n```\n# no\n- no\n```\n") << u"S > S > a"_s;
    QTest::addRow("rules are no lists")
        << QByteArray("# T\n## S\n- a\n\n---\n* * *\n- b\n") << u"S > S > a, b"_s;
}

void OutlineImportTest::shapesAnOutline()
{
    QFETCH(const QByteArray, markdown);
    QTEST(shapeOf(sample::imported(markdown, u"x.md"_s).document.roadmap()), "shape");
}

void OutlineImportTest::readsWhatALineSays_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("hours");
    QTest::addColumn<Difficulty>("difficulty");
    using enum Difficulty;
    QTest::addRow("nothing") << QByteArray("- Loops") << u"Loops"_s << 2.0 << Medium;
    QTest::addRow("hours") << QByteArray("- Loops (3 h)") << u"Loops"_s << 3.0 << Medium;
    QTest::addRow("hours in words")
        << QByteArray("- Loops (1.5 hours)") << u"Loops"_s << 1.5 << Medium;
    QTest::addRow("a comma") << QByteArray("- Loops (1,5h)") << u"Loops (1,5h)"_s << 2.0 << Medium;
    QTest::addRow("both") << QByteArray("- Loops (4 h, hard)") << u"Loops"_s << 4.0 << Hard;
    QTest::addRow("Chinese") << QByteArray("- 循环（4 小时，较难）") << u"循环"_s << 4.0 << Hard;
    QTest::addRow("bold") << QByteArray("- **Loops** (1 h, easy)") << u"Loops"_s << 1.0 << Easy;
    QTest::addRow("other brackets")
        << QByteArray("- Loops (in C)") << u"Loops (in C)"_s << 2.0 << Medium;
    QTest::addRow("brackets twice")
        << QByteArray("- Loops (in C) (3 h)") << u"Loops (in C)"_s << 3.0 << Medium;
    QTest::addRow("huge") << QByteArray("- Loops (99999 h)") << u"Loops"_s << importLimits::hours
                          << Medium;
    QTest::addRow("more digits than hours have")
        << QByteArray("- Loops (99999999999999999999 h)") << u"Loops (99999999999999999999 h)"_s
        << 2.0 << Medium;
}

void OutlineImportTest::readsWhatALineSays()
{
    QFETCH(const QByteArray, line);
    const ImportedRoadmap imported = sample::imported(line);
    const Concept& item = firstOf(imported);
    QTEST(item.name, "name");
    QTEST(item.estimatedHours, "hours");
    QTEST(item.difficulty, "difficulty");
}

void OutlineImportTest::readsTextBelowLines()
{
    const ImportedRoadmap imported
        = sample::imported("# T\n\nWhy *this*.\n\nAnd more.\n\n## S\n"
                           "Of S.\n\n- a\n  first line\n  second\n\n"
                           "  > my note\n  >\n  > - more\n- b\n    - deep\n"
                           "      - deeper\n");
    const RoadmapDocument& document = imported.document;
    QCOMPARE(document.design.designRationale, u"Why *this*.\n\nAnd more."_s);
    QCOMPARE(document.roadmap().stages.first().description, u"Of S."_s);
    QCOMPARE(firstOf(imported).description, u"first line second"_s);
    QCOMPARE(document.studies.value(firstOf(imported).id).note, u"my note\n\n- more"_s);
}

void OutlineImportTest::keepsLinesOfCode()
{
    const ImportedRoadmap imported
        = sample::imported("- a\n  See:\n  ```py\n  # no\n  x = \\*\n  ```\n  and go on\n");
    QCOMPARE(firstOf(imported).description, u"See:\n```py\n# no\nx = \\*\n``` and go on"_s);
}

void OutlineImportTest::readsOtherMarkdown_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addRow("only marks") << QByteArray("#\n##\n- \n*\n");
    QTest::addRow("many marks") << QByteArray("*").repeated(100000) + "\n- a";
    QTest::addRow("many brackets") << "- " + QByteArray("(").repeated(100000);
    QTest::addRow("many comments") << "- a " + QByteArray("<!-- ").repeated(50000) + "-->";
    QTest::addRow("many backslashes") << "- " + QByteArray("\\").repeated(100001);
    const QByteArray blanks(1000000, ' ');
    QTest::addRow("blanks in a heading") << "# a" + blanks + "b\n- c";
    QTest::addRow("blanks behind a heading") << "#" + blanks + "\n- c";
    QTest::addRow("blanks in a line") << "-" + blanks + "a" + blanks + "b";
    QTest::addRow("blanks behind a mark") << "-" + blanks + "\n- c";
    QTest::addRow("blanks in brackets") << "- a (1" + blanks + "x" + blanks + ")";
    QTest::addRow("blanks between marks") << "-" + blanks + "-" + blanks + "x";
    QTest::addRow("many rules") << QByteArray("- ").repeated(500000) + "x";
    QTest::addRow("many numbers") << QByteArray(1000000, '7') + "\n- c";
    constexpr qsizetype large = maxImportBytes / 8;
    QTest::addRow("only line breaks") << QByteArray(large, '\n').replace(0, 3, "- a");
    QTest::addRow("only short lines") << "- a" + QByteArray("\nb").repeated(large / 2);
    QTest::addRow("only quotations") << "- a" + QByteArray("\n>b").repeated(large / 3);
    QTest::addRow("open fence") << QByteArray("- a\n```\n") + QByteArray("x\n").repeated(100000);
    QTest::addRow("very deep") << [] {
        QByteArray text;
        for (int i = 0; i < 2000; ++i)
            text += QByteArray(i, ' ') + "- a\n";
        return text;
    }();
}

void OutlineImportTest::readsOtherMarkdown()
{
    QFETCH(const QByteArray, markdown);
    const Result<ImportedRoadmap> imported = importDocument(markdown, u"x.md"_s);
    QVERIFY(imported || !imported.error().message.isEmpty());
}

void OutlineImportTest::findsPrerequisitesByName()
{
    const QByteArray file = sample::exported(sample::chineseDocument(), ExportFormat::Markdown);
    QByteArray edited = file;
    edited.replace("<!-- builds-on=c-1 -->",
        "<!-- builds-on=%E5%8F%98%E9%87%8F%E4%B8%8E%F0%A0%AE%B7%E7%B1%BB%E5%9E%8B -->");
    QVERIFY(edited != file);
    const ImportedRoadmap imported = sample::imported(edited);
    QCOMPARE(imported.document.roadmap(), sample::chineseDocument().roadmap());
    QCOMPARE(imported.findings.size(), 1);
}

void OutlineImportTest::givesTheSameIdsForTheSameNames()
{
    const auto idOf = [](const QByteArray& markdown, const QString& name) {
        QString id;
        forEachConcept(sample::imported(markdown, u"x.md"_s).document.roadmap(),
            [&](const Stage&, const Module&, const Concept& item) {
                if (item.name == name)
                    id = item.id;
            });
        return id;
    };
    const QString id = idOf("- a\n- b\n", u"b"_s);
    QVERIFY(!id.isEmpty());
    QCOMPARE(idOf("# T\n## new\n- c\n- b\n", u"b"_s), id);
    QVERIFY(idOf("- a\n- b\n", u"a"_s) != id);
}

void OutlineImportTest::takesTheBoxForTheState()
{
    QByteArray file = sample::exported(sample::document(), ExportFormat::Markdown);
    QVERIFY(
        file.contains("- [x] **Topic 1-1-2** (2 h, easy) <!-- concept=c-1-1-2 state=known -->"));
    file.replace("- [x] **Topic 1-1-2**", "- [ ] **Topic 1-1-2**"); // cleared
    file.replace("- [ ] **Topic 1-1-3**", "- [X] **Topic 1-1-3**"); // ticked
    const ConceptStudies studies = sample::imported(file).document.studies;
    QCOMPARE(studies.value(u"c-1-1-2"_s).state, StudyState::ToDo);
    QCOMPARE(studies.value(u"c-1-1-3"_s).state, StudyState::Done);
    QCOMPARE(studies.value(u"c-1-1-1"_s).state, StudyState::Done);
}

void OutlineImportTest::readsOtherOpml()
{
    const QByteArray file = "<opml version='1.0'><head><title>T</title></head><body>"
                            "<outline text='S'><outline text='M'>"
                            "<outline text='a &amp; b' _note='said of a' _status='checked'/>"
                            "<outline title='b' type='link' url='http://x'/>"
                            "</outline></outline></body></opml>";
    const ImportedRoadmap imported = sample::imported(file);
    QCOMPARE(imported.document.roadmap().title, u"T"_s);
    QCOMPARE(shapeOf(imported.document.roadmap()), u"S > M > a & b, b"_s);
    QCOMPARE(firstOf(imported).description, u"said of a"_s);
    QCOMPARE(imported.document.studies.value(firstOf(imported).id),
        (ConceptStudy { StudyState::Done, {} }));
}

void OutlineImportTest::readsEvents_data()
{
    QTest::addColumn<QByteArray>("events");
    const auto eventOf
        = [](const QByteArray& type, const QByteArray& member, const QString& title) -> QByteArray {
        CurriculumDesign design = sample::document().design;
        design.framework.title = title;
        design.extras["counts"] = 7;
        return "{\"type\":\"" + type + "\",\"" + member + "\":" + writeJson(toJson(design)) + "}";
    };
    const QByteArray chunk = R"({"type":"chunk","content":"\"stages\"","agent":"a"})";
    const QByteArray first = eventOf("complete", "data", u"First"_s);
    const QByteArray last = eventOf("complete", "data", u"Last"_s);
    const QByteArray done = eventOf("done", "summary", u"Last"_s);
    QTest::addRow("one event") << last;
    QTest::addRow("the end") << done;
    QTest::addRow("SSE") << "data: " + chunk + "\n\ndata: " + first + "\n\ndata: " + last + "\n\n";
    QTest::addRow("SSE with more") << ": hello\r\nid: 7\r\nevent: x\r\ndata:" + first
            + "\r\n\r\nid: 8\r\ndata:" + done + "\r\n\r\n";
    QTest::addRow("NDJSON") << chunk + '\n' + first + '\n' + done + '\n';
    QTest::addRow("cut") << chunk + '\n' + last + '\n' + done.chopped(30);
    QTest::addRow("broken behind") << "data: " + last
            + "\n\ndata: {\"type\":\"done\",\"summary\":"
              "{\"framework\":{\"stages\":7}}}\n\n";
}

void OutlineImportTest::readsEvents()
{
    QFETCH(const QByteArray, events);
    const ImportedRoadmap imported = sample::imported(events);
    QCOMPARE(imported.document.roadmap().title, u"Last"_s);
    QCOMPARE(conceptCount(imported.document.roadmap()), 24);
    QCOMPARE(imported.document.design.designRationale, u"From easy to hard."_s);
    QVERIFY(imported.document.design.extras.empty());
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::OutlineImportTest)
#include "OutlineImportTest.moc"
