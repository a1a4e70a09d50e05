// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/ImportBounds.h"
#include "core/exporting/SafeFileName.h"
#include "core/roadmap/RoadmapJson.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

/// What is exported and imported again is what it was.
class RoundTripTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsAllOfADocument_data();
    void keepsAllOfADocument();
    void readsAFile();
    void keepsBytesOfOurFile_data();
    void keepsBytesOfOurFile();
    void writesItsFileInAStableOrder();
    void keepsWhatItDoesNotKnow();
    void boundsWhatItDoesNotKnow();
    void keepsTags();
    void keepsTheDesignAsJson();
    void keepsTheOutline_data();
    void keepsTheOutline();
    void keepsHostileTexts_data();
    void keepsHostileTexts();
    void keepsTheLargestRoadmap();
};

namespace {

void addDocuments()
{
    QTest::addColumn<RoadmapDocument>("document");
    QTest::addRow("English") << sample::document();
    QTest::addRow("Chinese") << sample::chineseDocument();
    RoadmapDocument bare = sample::document();
    bare.id.clear();
    bare.created = {};
    bare.studies.clear();
    bare.finishes.clear();
    bare.request = {};
    bare.design.designRationale.clear();
    QTest::addRow("bare") << bare;
    RoadmapDocument strange = sample::document();
    sample::firstConcept(strange.design.framework).id = u"a:b / \"c\" --> %20, d"_s;
    strange.design.framework.stages[0].modules[0].concepts[1].prerequisites
        = { u"a:b / \"c\" --> %20, d"_s };
    strange.studies.insert(u"a:b / \"c\" --> %20, d"_s, { StudyState::Known, u"x"_s });
    strange.studies.remove(u"c-1-1-1"_s);
    strange.finishes.clear();
    QTest::addRow("strange ids") << strange;
}

} // namespace

void RoundTripTest::keepsAllOfADocument_data()
{
    addDocuments();
    RoadmapDocument gone = sample::document();
    gone.studies.insert(u"no-longer-there"_s, { StudyState::Done, u"still mine"_s });
    gone.finishes.insert(u"no-longer-there"_s, { gone.created, 1.5 });
    QTest::addRow("study of what is gone") << gone;
}

void RoundTripTest::keepsAllOfADocument()
{
    QFETCH(const RoadmapDocument, document);
    const ImportedRoadmap imported
        = sample::imported(sample::exported(document, ExportFormat::Roadloom));
    QCOMPARE(imported.document, document);
    QCOMPARE(imported.findings, QStringList());
}

void RoundTripTest::readsAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(safeFileName(
        sample::chineseDocument().roadmap().title, fileExtension(ExportFormat::Roadloom)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sample::exported(sample::chineseDocument(), ExportFormat::Roadloom));
    file.close();
    const Result<ImportedRoadmap> imported = importFile(path);
    QVERIFY(imported);
    QCOMPARE(imported.value().document, sample::chineseDocument());
}

void RoundTripTest::keepsBytesOfOurFile_data()
{
    keepsAllOfADocument_data();
    QTest::addRow("local time") << [] {
        RoadmapDocument document = sample::document();
        document.created = QDateTime(QDate(2026, 7, 1), QTime(12, 0));
        return document;
    }();
    QTest::addRow("byte order marks") << sample::documentWith(u"\ufeffa\ufeff"_s);
    QTest::addRow("unsafe characters") << sample::documentWith(u"a\u202eb\u0007\r\nc"_s);
}

void RoundTripTest::keepsBytesOfOurFile()
{
    QFETCH(const RoadmapDocument, document);
    const QByteArray bytes = sample::exported(document, ExportFormat::Roadloom);
    const ImportedRoadmap imported = sample::imported(bytes);
    QCOMPARE(sample::exported(imported.document, ExportFormat::Roadloom), bytes);
}

void RoundTripTest::writesItsFileInAStableOrder()
{
    const QByteArray bytes = sample::exported(sample::chineseDocument(), ExportFormat::Roadloom);
    QVERIFY(
        bytes.startsWith(R"({"format":"roadloom","version":1,"hours_per_week":10,"framework":{)"
                         R"("roadmap_id":"python-入门","title":"学习 Python 编程","stages":[)"));
    QVERIFY(bytes.endsWith(
        "\"study\":[{\"concept_id\":\"c-1\",\"state\":\"done\",\"note\":\"笔记：多练习\"}]}\n"));
}

void RoundTripTest::keepsWhatItDoesNotKnow()
{
    QByteArray bytes = sample::exported(sample::document(), ExportFormat::Roadloom);
    bytes.replace("\"title\":", "\"cover\":{\"b\":1,\"a\":[2.5]},\"title\":");
    bytes.replace("\"study\":[", "\"sounds\":[\"later\"],\"study\":[");
    const ImportedRoadmap imported = sample::imported(bytes);
    QCOMPARE(imported.findings, QStringList());
    const QByteArray again = sample::exported(imported.document, ExportFormat::Roadloom);
    QVERIFY(again.contains("\"cover\":{\"b\":1,\"a\":[2.5]}"));
    QVERIFY(again.endsWith(",\"sounds\":[\"later\"]}\n"));
    QCOMPARE(sample::exported(sample::imported(again).document, ExportFormat::Roadloom), again);
}

/// One part of the file that nobody knows may be as large as the file.
void RoundTripTest::boundsWhatItDoesNotKnow()
{
    for (const qsizetype size : { importLimits::extraBytes / 2, importLimits::extraBytes }) {
        QByteArray bytes = sample::exported(sample::document(), ExportFormat::Roadloom);
        const QByteArray sounds = "\"sounds\":\"" + QByteArray(size, 'x') + "\",";
        bytes.insert(bytes.indexOf("\"study\":["), sounds);
        const ImportedRoadmap imported = sample::imported(bytes);
        const bool isKept = size < importLimits::extraBytes;
        QCOMPARE(imported.findings.size(), isKept ? 0 : 1);
        QCOMPARE(imported.document.extras.empty(), !isKept);
        QCOMPARE(imported.document.studies, sample::document().studies);
    }
}

void RoundTripTest::keepsTags()
{
    RoadmapDocument document = sample::document();
    document.tags = { u"work"_s, u"计划"_s };
    const QByteArray bytes = sample::exported(document, ExportFormat::Roadloom);
    QVERIFY(bytes.contains(",\"tags\":[\"work\",\"计划\"],\"framework\":"));
    QCOMPARE(sample::imported(bytes).document, document);
    QByteArray odd = bytes;
    odd.replace("[\"work\",", "[\"wo\\u202erk\\n\",7,null,{},");
    QCOMPARE(sample::imported(odd).document.tags, (QStringList { u"work\n"_s, u"计划"_s }));
    odd = bytes;
    odd.replace("[\"work\",\"计划\"]", "{\"a\":1}");
    QCOMPARE(sample::imported(odd).document.tags, QStringList());
    QVERIFY(withoutPersonalParts(document).tags.isEmpty());
}

void RoundTripTest::keepsTheDesignAsJson()
{
    const RoadmapDocument document = sample::document();
    const QByteArray bytes = sample::exported(document, ExportFormat::Json);
    QVERIFY(bytes.startsWith("{\"framework\":{\"roadmap_id\":\"python-web\","));
    QVERIFY(bytes.endsWith(",\"design_rationale\":\"From easy to hard.\"}\n"));
    QCOMPARE(sample::imported(bytes).document.design, document.design);
}

void RoundTripTest::keepsTheOutline_data()
{
    addDocuments();
}

void RoundTripTest::keepsTheOutline()
{
    QFETCH(const RoadmapDocument, document);
    for (const ExportFormat format : { ExportFormat::Markdown, ExportFormat::Opml }) {
        const QByteArray bytes = sample::exported(document, format);
        const ImportedRoadmap imported = sample::imported(bytes);
        QCOMPARE(imported.findings, QStringList());
        QCOMPARE(imported.document.roadmap(), document.roadmap());
        RoadmapDocument same = sample::outlinePart(document);
        same.request = imported.document.request;
        QCOMPARE(imported.document, same);
        RoadmapDocument again = imported.document;
        QCOMPARE(sample::exported(again, format), bytes);
    }
}

void RoundTripTest::keepsHostileTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const QStringView text :
        std::initializer_list<QStringView> { u"*a* **b** _c_ `d`", u"# a #", u"- a", u"1. a",
            u"12) a", u"[x] a", u"> a", u"a (3 h, easy)", u"a（2 小时）", u"<!-- concept=evil -->",
            u"a --> b", u"a\\b\\", u"<script>alert(1)</script>", u"]]>&amp;<!DOCTYPE a>",
            u"\"quoted\" 'twice'", u"%1 %2 %n", u"=1+1", u"a, b\\, c", u"**", u"***", u"a: b",
            u"---", u"```", u"~~~", u"| a | b |", u"!" })
        QTest::addRow("%s", qPrintable(text.toString())) << text.toString();
}

void RoundTripTest::keepsHostileTexts()
{
    QFETCH(const QString, text);
    RoadmapDocument document = sample::documentWith(text);
    for (const ExportFormat format :
        { ExportFormat::Roadloom, ExportFormat::Markdown, ExportFormat::Opml }) {
        const ImportedRoadmap imported = sample::imported(sample::exported(document, format));
        QCOMPARE(imported.document.roadmap(), document.roadmap());
        QCOMPARE(imported.document.studies, document.studies);
        QCOMPARE(imported.document.design.designRationale, text);
    }
}

void RoundTripTest::keepsTheLargestRoadmap()
{
    const RoadmapDocument document = sample::largeDocument(maxConcepts);
    for (const ExportFormat format : { ExportFormat::Roadloom, ExportFormat::Json,
             ExportFormat::Markdown, ExportFormat::Opml }) {
        const QByteArray bytes = sample::exported(document, format);
        const ImportedRoadmap imported = sample::imported(bytes);
        QCOMPARE(conceptCount(imported.document.roadmap()), maxConcepts);
        QCOMPARE(imported.findings, QStringList());
    }
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RoundTripTest)
#include "RoundTripTest.moc"
