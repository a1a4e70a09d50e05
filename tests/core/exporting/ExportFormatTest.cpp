// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/DocumentWords.h"
#include "tests/core/exporting/DocumentSamples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class ExportFormatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsEachFormatByItsName();
    void knowsFormatsByFileNames_data();
    void knowsFormatsByFileNames();
    void speaksTheLanguageOfTheDocument();
    void countsInEachLanguage();
    void namesTheLanguage_data();
    void namesTheLanguage();
    void leavesPersonalPartsOut_data();
    void leavesPersonalPartsOut();
    void neverTellsTheIdsOfInstallationAndRun();
    void saysWhereThereAreNoFonts();
    void givesTheSameBytesInAnyLocale_data();
    void givesTheSameBytesInAnyLocale();
};

void ExportFormatTest::knowsEachFormatByItsName()
{
    QSet<QString> titles;
    for (const ExportFormat format : exportFormats) {
        QCOMPARE(exportFormatFromName(exportFormatName(format)), std::optional(format));
        QVERIFY(!fileExtension(format).isEmpty());
        QVERIFY(mimeType(format).contains(u'/'));
        titles.insert(exportFormatTitle(format));
    }
    QCOMPARE(titles.size(), qsizetype(exportFormats.size()));
    QVERIFY(!exportFormatFromName(u"docx"));
    QVERIFY(!exportFormatFromName(u""));
}

void ExportFormatTest::knowsFormatsByFileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::addRow("Markdown") << u"a.md"_s << u"markdown"_s;
    QTest::addRow("another ending") << u"a.markdown"_s << u"markdown"_s;
    QTest::addRow("capitals") << u"A.PDF"_s << u"pdf"_s;
    QTest::addRow("path") << u"/tmp/x.y/plan.ics"_s << u"calendar"_s;
    QTest::addRow("own") << u"a.b.roadloom"_s << u"roadloom"_s;
    QTest::addRow("unknown") << u"a.docx"_s << QString();
    QTest::addRow("no ending") << u"md"_s << QString();
    QTest::addRow("empty") << QString() << QString();
}

void ExportFormatTest::knowsFormatsByFileNames()
{
    QFETCH(const QString, name);
    const auto format = exportFormatForFile(name);
    QTEST(format ? exportFormatName(*format) : QString(), "format");
}

void ExportFormatTest::speaksTheLanguageOfTheDocument()
{
    const QString english
        = QString::fromUtf8(sample::exported(sample::document(), ExportFormat::Markdown));
    QVERIFY(english.contains("24 concepts, 66 h, about 7 weeks"_L1));
    QVERIFY(english.contains("(2 h, easy)"_L1));
    QVERIFY(english.contains("Builds on: Topic 1-1-1"_L1));
    const QString chinese
        = QString::fromUtf8(sample::exported(sample::chineseDocument(), ExportFormat::Markdown));
    QVERIFY2(chinese.contains(u"2 个概念，6 小时，约 1 周"_s), qPrintable(chinese));
    QVERIFY(chinese.contains(u"(2 小时, 容易)"_s));
    QVERIFY(chinese.contains(u"先学：变量与𠮷类型"_s));
}

void ExportFormatTest::countsInEachLanguage()
{
    const DocumentWords english(Language::English);
    QCOMPARE(english.progress(1, 1), u"1 of 1 concept learnt"_s);
    QCOMPARE(english.progress(3, 24), u"3 of 24 concepts learnt"_s);
    QCOMPARE(english.hours(1.255), u"1.25 h"_s);
    QCOMPARE(english.hours(12345.0), u"12345 h"_s);
    QCOMPARE(english.part(u"Loops"_s, 1, 1), u"Loops"_s);
    QCOMPARE(english.part(u"%1 %2"_s, 1, 3), u"%1 %2 (part 1 of 3)"_s);
    const DocumentWords chinese(Language::Chinese);
    QCOMPARE(chinese.progress(3, 24), u"24 个概念中已学会 3 个"_s);
    const DocumentWords untranslated(Language::Chinese, u"/nowhere"_s);
    QCOMPARE(untranslated.word(DocumentWord::Stage), u"Stage"_s);
}

void ExportFormatTest::namesTheLanguage_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("tag");
    QTest::addRow("goal") << QString() << u"学习"_s << u"zh-CN"_s;
    QTest::addRow("English goal") << QString() << u"Learn"_s << u"en"_s;
    QTest::addRow("asked") << u"fr-CA"_s << u"Learn"_s << u"fr-CA"_s;
    QTest::addRow("no code") << u"\"><script>"_s << u"Learn"_s << u"en"_s;
    QTest::addRow("too long") << QString(100, u'a') << u"Learn"_s << u"en"_s;
}

void ExportFormatTest::namesTheLanguage()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, goal);
    RoadmapDocument document;
    document.request.preferences.language = asked;
    document.request.preferences.learningGoal = goal;
    QTEST(languageTagOf(document), "tag");
}

void ExportFormatTest::leavesPersonalPartsOut_data()
{
    QTest::addColumn<QString>("format");
    for (const ExportFormat format : exportFormats) {
        if (!needsFonts(format))
            QTest::addRow("%s", qPrintable(exportFormatName(format))) << exportFormatName(format);
    }
}

void ExportFormatTest::leavesPersonalPartsOut()
{
    QFETCH(const QString, format);
    ExportOptions options = sample::options();
    options.personalParts = PersonalParts::LeftOut;
    const QByteArray bytes
        = sample::exported(sample::document(), *exportFormatFromName(format), options);
    QVERIFY(!bytes.isEmpty());
    for (const char* personal :
        { "Ask Ann", "a new job", "2f1c6a52", "2026-03-03", "known before" })
        QVERIFY2(!bytes.contains(personal), personal);
}

void ExportFormatTest::neverTellsTheIdsOfInstallationAndRun()
{
    RoadmapDocument document = sample::document();
    document.request.userId = u"user-secret"_s;
    document.request.sessionId = u"session-secret"_s;
    for (const ExportFormat format : exportFormats) {
        if (!needsFonts(format))
            QVERIFY(!sample::exported(document, format).contains("-secret"));
    }
}

/// As in a terminal, where there is no display: Qt would end the program.
void ExportFormatTest::saysWhereThereAreNoFonts()
{
    for (const ExportFormat format : exportFormats) {
        const Result<QByteArray> bytes
            = exportDocument(sample::document(), format, sample::options());
        QCOMPARE(bytes.ok(), !needsFonts(format));
        if (!bytes)
            QVERIFY(bytes.error().message.contains("no fonts"_L1));
    }
}

void ExportFormatTest::givesTheSameBytesInAnyLocale_data()
{
    leavesPersonalPartsOut_data();
}

void ExportFormatTest::givesTheSameBytesInAnyLocale()
{
    QFETCH(const QString, format);
    const auto which = *exportFormatFromName(format);
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "UTC");
    const QByteArray bytes = sample::exported(sample::document(), which);
    QLocale::setDefault(QLocale(QLocale::German));
    qputenv("TZ", "Asia/Shanghai");
    RoadmapDocument same;
    const RoadmapDocument document = sample::document();
    same = document;
    same.studies.clear(); // another order inside the hash
    same.studies.reserve(1000);
    for (const QString& id : document.studies.keys())
        same.studies.insert(id, document.studies.value(id));
    QCOMPARE(sample::exported(same, which), bytes);
    QLocale::setDefault(QLocale::c());
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ExportFormatTest)
#include "ExportFormatTest.moc"
