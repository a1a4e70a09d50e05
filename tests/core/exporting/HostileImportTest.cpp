// SPDX-License-Identifier: Apache-2.0
#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/RoadmapRules.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class HostileImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void refuses_data();
    void refuses();
    void refusesHugeFilesUnread();
    void refusesWhatIsNoFile();
    void mendsWhatCanBeMended_data();
    void mendsWhatCanBeMended();
    void leavesWhatIsOnlyUnusual();
    void takesControlsOutOfTexts();
    void makesATitleOfTheFilesName_data();
    void makesATitleOfTheFilesName();
    void skipsAStudyThatCannotBeRead();
    void survivesDamage_data();
    void survivesDamage();
};

namespace {

using Edit = void (*)(Roadmap&);

QByteArray fileOf(Edit edit)
{
    Roadmap roadmap = sample::perfectRoadmap();
    edit(roadmap);
    return writeJson(toJson(roadmap));
}

QByteArray opml(const QByteArray& head, const QByteArray& body)
{
    return "<?xml version=\"1.0\"?>\n" + head + "<opml version=\"2.0\"><body>" + body
        + "</body></opml>";
}

QByteArray nested(const QByteArray& open, const QByteArray& close, int depth)
{
    return open.repeated(depth) + close.repeated(depth);
}

} // namespace

void HostileImportTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void HostileImportTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    using enum ErrorKind;
    const QByteArray file = sample::exported(sample::document(), ExportFormat::Roadloom);
    QTest::addRow("empty") << QByteArray() << InvalidInput << u"empty"_s;
    QTest::addRow("blank") << QByteArray(" \n\t ") << InvalidInput << u"empty"_s;
    QTest::addRow("too large") << QByteArray(maxImportBytes + 1, ' ') << TooLarge << u"32 MiB"_s;
    QTest::addRow("Latin-1") << QByteArray("# Caf\xE9\n- a") << InvalidInput << u"UTF-8"_s;
    QTest::addRow("UTF-16") << QByteArray("\xFF\xFE#\0 \0a\0", 8) << InvalidInput << u"UTF-8"_s;
    QTest::addRow("NUL") << QByteArray("# a\0\n- b", 8) << InvalidInput << u"UTF-8"_s;
    QTest::addRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << InvalidInput
                         << u"UTF-8"_s;
    QTest::addRow("prose") << QByteArray("Just a sentence.") << BadOutput << u"no headings"_s;
    QTest::addRow("cut JSON") << file.chopped(20) << BadOutput << u"no valid JSON"_s;
    QTest::addRow("other JSON") << QByteArray(R"({"a":1})") << BadOutput << u"no roadmap"_s;
    QTest::addRow("array") << QByteArray("[]") << BadOutput << u"no roadmap"_s;
    QTest::addRow("deep JSON") << nested("[", "]", 100000) << BadOutput << u"no valid JSON"_s;
    QTest::addRow("deep objects") << nested("{\"stages\":", "}", 1000) << BadOutput
                                  << u"no valid JSON"_s;
    QTest::addRow("newer version") << QByteArray(file).replace("\"version\":1", "\"version\":2")
                                   << InvalidInput << u"newer Roadloom"_s;
    QTest::addRow("no version") << QByteArray(file).replace("\"version\":1,", "") << BadOutput
                                << u"wrong form"_s;
    QTest::addRow("version is a word")
        << QByteArray(file).replace("\"version\":1", "\"version\":\"1\"") << BadOutput
        << u"wrong form"_s;
    QTest::addRow("no framework") << QByteArray(R"({"format":"roadloom","version":1})") << BadOutput
                                  << u"wrong form"_s;
    QTest::addRow("stages of the wrong form")
        << QByteArray(R"({"framework":{"roadmap_id":"a","title":"b","stages":{}}})") << BadOutput
        << u"wrong form"_s;
    QTest::addRow("no concepts") << fileOf([](Roadmap& roadmap) { roadmap.stages.clear(); })
                                 << BadOutput << u"no concepts"_s;
    QTest::addRow("too many concepts")
        << fileOf([](Roadmap& roadmap) { roadmap = sample::largeRoadmap(maxConcepts + 1); })
        << TooLarge << u"20001"_s;
    QTest::addRow("too many headings")
        << QByteArray("# a\n").repeated(70000) << TooLarge << u"60000 lines"_s;
    QTest::addRow("events without one")
        << QByteArray("data: {\"type\":\"chunk\",\"content\":\"a\"}\n\n") << BadOutput
        << u"no roadmap"_s;
    QTest::addRow("HTML") << QByteArray("<!DOCTYPE html>\n<html><body>a</body></html>")
                          << InvalidInput << u"document type"_s;
    QTest::addRow("other XML") << QByteArray("<svg><outline text='a'/></svg>") << BadOutput
                               << u"no outline"_s;
    QTest::addRow("cut XML") << opml({}, "<outline text='a'/>").chopped(9) << BadOutput
                             << u"no valid XML"_s;
    QTest::addRow("entity bomb") << opml(
        "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
        "<outline text='&b;'/>") << InvalidInput
                                 << u"document type"_s;
    QTest::addRow("file entity") << opml(
        "<!DOCTYPE opml [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>", "<outline text='&f;'/>")
                                 << InvalidInput << u"document type"_s;
    QTest::addRow("unknown entity")
        << opml({}, "<outline text='a'/>&nbsp;") << BadOutput << u"no valid XML"_s;
    QTest::addRow("deep XML") << opml({}, nested("<outline text='a'>", "</outline>", 5000))
                              << TooLarge << u"32 level"_s;
    QTest::addRow("deep elements of others")
        << opml({}, nested("<a>", "</a>", 100000)) << TooLarge << u"elements"_s;
    QTest::addRow("many elements of others")
        << opml({}, QByteArray("<a/>").repeated(1000000)) << TooLarge << u"elements"_s;
    QByteArray attributes;
    for (int i = 0; i < 500000; ++i)
        attributes += " a" + QByteArray::number(i) + "=''";
    QTest::addRow("many attributes")
        << opml({}, "<outline" + attributes + "/>") << TooLarge << u"attributes"_s;
    QTest::addRow("many names") << opml(
        {}, "<a" + QByteArray(attributes).replace(" a", " xmlns:a") + "/>")
                                << TooLarge << u"attributes"_s;
    QTest::addRow("a comment is no element") << opml({},
        "<!-- " + QByteArray("'").repeated(1001) + " --><b><![CDATA["
            + QByteArray("\"<").repeated(1001) + "]]></b>")
                                             << BadOutput << u"no headings"_s;
    QTest::addRow("many lines") << opml({}, QByteArray("<outline text='a'/>").repeated(70000))
                                << TooLarge << u"60000 lines"_s;
}

void HostileImportTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    const Result<ImportedRoadmap> imported = importDocument(bytes, u"a.txt"_s);
    QVERIFY(!imported);
    QTEST(imported.error().kind, "kind");
    QVERIFY2(imported.error().message.contains(words), qPrintable(imported.error().message));
}

void HostileImportTest::refusesHugeFilesUnread()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"huge.roadloom"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(100) * 1024 * 1024 * 1024)); // a hole: nothing is on the disk
    const Result<ImportedRoadmap> imported = importFile(file.fileName());
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, ErrorKind::TooLarge);
    QVERIFY(imported.error().message.contains("102400 MiB"_L1));
}

void HostileImportTest::refusesWhatIsNoFile()
{
    const QTemporaryDir folder;
    for (const QString& path : { folder.path(), u"/dev/zero"_s, folder.filePath(u"nothing"_s) }) {
        const Result<ImportedRoadmap> imported = importFile(path);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::InvalidInput);
        QVERIFY(imported.error().message.contains(path));
    }
}

void HostileImportTest::mendsWhatCanBeMended_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("circle") << fileOf([](Roadmap& roadmap) {
        sample::firstConcept(roadmap).prerequisites = { sample::lastConcept(roadmap).id };
    });
    QTest::addRow("needs itself") << fileOf([](Roadmap& roadmap) {
        sample::firstConcept(roadmap).prerequisites = { sample::firstConcept(roadmap).id };
    });
    QTest::addRow("needs what is not there") << fileOf(
        [](Roadmap& roadmap) { sample::firstConcept(roadmap).prerequisites = { u"nowhere"_s }; });
    QTest::addRow("same ids") << fileOf([](Roadmap& roadmap) {
        for (Concept& item : roadmap.stages.first().modules.first().concepts)
            item.id = u"same"_s;
    });
    QTest::addRow("blank ids") << fileOf([](Roadmap& roadmap) {
        for (Concept& item : roadmap.stages.first().modules.first().concepts)
            item.id = u" \u200b"_s;
    });
    QTest::addRow("ids that differ in controls")
        << fileOf([](Roadmap& roadmap) { sample::firstConcept(roadmap).id = u"c-1-1-2\u0007"_s; });
    QTest::addRow("no name") << fileOf(
        [](Roadmap& roadmap) { sample::firstConcept(roadmap).name = u"\u202e\u0001"_s; });
    QTest::addRow("negative hours")
        << fileOf([](Roadmap& roadmap) { sample::firstConcept(roadmap).estimatedHours = -5.0; });
    QTest::addRow("endless hours")
        << fileOf([](Roadmap& roadmap) { sample::firstConcept(roadmap).estimatedHours = 1e300; });
    QTest::addRow("long texts") << fileOf([](Roadmap& roadmap) {
        Concept& item = sample::firstConcept(roadmap);
        item.name = QString(100000, u'n');
        item.description = QString(1000000, u'd');
        item.keywords = QStringList(100000, u"k"_s);
    });
    QTest::addRow("empty module") << fileOf(
        [](Roadmap& roadmap) { roadmap.stages.first().modules.first().concepts.clear(); });
    QTest::addRow("negative totals") << fileOf([](Roadmap& roadmap) {
        roadmap.totalEstimatedHours = -1.0;
        roadmap.recommendedCompletionWeeks = -3;
    });
    QTest::addRow("no title") << fileOf([](Roadmap& roadmap) { roadmap.title.clear(); });
}

void HostileImportTest::mendsWhatCanBeMended()
{
    QFETCH(const QByteArray, bytes);
    const ImportedRoadmap imported = sample::imported(bytes);
    QVERIFY(!imported.findings.isEmpty());
    QVERIFY(conceptCount(imported.document.roadmap()) >= 20);
    QVERIFY(!hasCriticalFinding(checkRoadmap(imported.document.roadmap())));
    // What was mended is a document like any other.
    const QByteArray file = sample::exported(imported.document, ExportFormat::Roadloom);
    const ImportedRoadmap again = sample::imported(file);
    QCOMPARE(again.findings, QStringList());
    QCOMPARE(again.document, imported.document);
}

void HostileImportTest::leavesWhatIsOnlyUnusual()
{
    Roadmap roadmap = sample::perfectRoadmap();
    roadmap.recommendedCompletionWeeks = 50;
    sample::firstConcept(roadmap).keywords.clear();
    const ImportedRoadmap imported = sample::imported(writeJson(toJson(roadmap)));
    QCOMPARE(imported.document.roadmap(), roadmap);
    QCOMPARE(imported.findings, QStringList());
}

void HostileImportTest::takesControlsOutOfTexts()
{
    const QString evil = u"a\u001b[2Jb\u202egnp.exe\u009bc\u2066"_s;
    RoadmapDocument document = sample::documentWith(evil);
    const QByteArray file = writeJson(toJson(document.design));
    const ImportedRoadmap imported = sample::imported(file);
    const QByteArray again = sample::exported(imported.document, ExportFormat::Roadloom);
    for (const QChar character : QString::fromUtf8(again))
        QVERIFY(!isUnsafeCharacter(character.unicode()));
    QCOMPARE(imported.document.roadmap().title, u"a[2Jbgnp.exec"_s);
}

void HostileImportTest::makesATitleOfTheFilesName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::addRow("plain") << u"Learn SQL.md"_s << u"Learn SQL"_s;
    QTest::addRow("path") << u"../../etc/passwd.md"_s << u"passwd"_s;
    QTest::addRow("Windows path") << u"C:\\a\\b.md"_s << u"b"_s;
    QTest::addRow("controls") << u"a\u202egnp\u0007.md"_s << u"agnp"_s;
    QTest::addRow("none") << QString() << u"Imported roadmap"_s;
    QTest::addRow("no base") << u".md"_s << u"Imported roadmap"_s;
    QTest::addRow("long") << QString(300, u'x') << QString(QString(100, u'x') + u'…');
}

void HostileImportTest::makesATitleOfTheFilesName()
{
    QFETCH(const QString, name);
    QTEST(sample::imported("- a\n- b\n", name).document.roadmap().title, "title");
}

void HostileImportTest::skipsAStudyThatCannotBeRead()
{
    const QByteArray file = sample::exported(sample::document(), ExportFormat::Roadloom);
    for (const QByteArray& study : { QByteArray("7"), QByteArray("{}"), QByteArray("[1,[],{}]"),
             QByteArray(R"([{"concept_id":"c-1-1-1","state":"flying"}])"),
             QByteArray(R"([{"concept_id":7,"state":"done"}])") }) {
        const qsizetype start = file.indexOf("\"study\":") + 8;
        const ImportedRoadmap imported = sample::imported(file.left(start) + study + '}');
        QCOMPARE(imported.document.roadmap(), sample::document().roadmap());
        QCOMPARE(imported.document.studies, ConceptStudies());
    }
    // Nor a wish, nor a day.
    QByteArray broken = file;
    broken.replace("\"created\":\"2026", "\"created\":\"20x6");
    broken.replace("\"current_level\":\"beginner\"", "\"current_level\":\"god\"");
    const ImportedRoadmap imported = sample::imported(broken);
    QVERIFY(!imported.document.created.isValid());
    QCOMPARE(imported.document.request, LearnerRequest());
    QCOMPARE(imported.document.studies, sample::document().studies);
}

void HostileImportTest::survivesDamage_data()
{
    QTest::addColumn<QString>("format");
    for (const ExportFormat format : exportFormats) {
        if (canBeImported(format))
            QTest::addRow("%s", qPrintable(exportFormatName(format))) << exportFormatName(format);
    }
}

/// Bytes changed, cut and doubled at random: some answer comes, and what comes is a roadmap.
void HostileImportTest::survivesDamage()
{
    QFETCH(const QString, format);
    QRandomGenerator random(20260302);
    const QByteArray file = sample::exported(sample::document(), *exportFormatFromName(format));
    constexpr int tries = 300;
    for (int i = 0; i < tries; ++i) {
        QByteArray damaged = file;
        const int faults = int(random.bounded(1, 6));
        for (int fault = 0; fault < faults; ++fault) {
            const int at = int(random.bounded(damaged.size()));
            switch (random.bounded(4)) {
            case 0:
                damaged[at] = char(random.bounded(256));
                break;
            case 1:
                damaged.remove(at, int(random.bounded(1, 200)));
                break;
            case 2:
                damaged.insert(at, damaged.mid(at, int(random.bounded(1, 500))));
                break;
            default:
                damaged[at] = "\"{}[]<>&#-*\\\n"[random.bounded(13)];
            }
        }
        const Result<ImportedRoadmap> imported = importDocument(damaged, u"a"_s);
        if (imported)
            QVERIFY(!hasCriticalFinding(checkRoadmap(imported.value().document.roadmap())));
        else
            QVERIFY(!imported.error().message.isEmpty());
    }
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::HostileImportTest)
#include "HostileImportTest.moc"
