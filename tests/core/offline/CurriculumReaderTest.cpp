// SPDX-License-Identifier: Apache-2.0
#include "core/offline/CurriculumReader.h"

#include "core/base/Json.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// The smallest file that can be read.
QByteArray goodFile()
{
    return R"({
      "format": 1, "subject_id": "tea",
      "name": {"en": "Tea", "zh": "茶"}, "description": {"en": "Making tea.", "zh": "泡茶。"},
      "names": ["tea"], "words": [], "not_for": ["coffee"], "technologies": ["Gaiwan"],
      "topics": [{
        "topic_id": "tea-first", "name": {"en": "First cups", "zh": "第一杯"},
        "description": {"en": "You can make tea.", "zh": "能泡茶。"},
        "concepts": [{
          "concept_id": "tea.water", "name": {"en": "Water", "zh": "水"},
          "description": {"en": "How hot.", "zh": "多热。"}, "hours": 1, "difficulty": "easy",
          "level": "beginner", "keywords": {"en": ["water", "heat"], "zh": ["水", "温度"]},
          "aliases": ["water"], "prerequisites": [], "project": true, "later": "ignored"
        }]
      }]
    })";
}

QByteArray changed(const char* before, const QByteArray& after)
{
    QByteArray file = goodFile();
    Q_ASSERT(file.contains(before));
    return file.replace(before, after);
}

} // namespace

class CurriculumReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryMember();
    void readsWordsBesideNames();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void boundsSizes_data();
    void boundsSizes();
    void namesTheFile();
};

void CurriculumReaderTest::readsEveryMember()
{
    const Result<Curriculum> read = readCurriculum(goodFile());
    QVERIFY(read.ok());
    const Curriculum& subject = read.value();
    QCOMPARE(subject.id, u"tea"_s);
    QCOMPARE(subject.name, (BilingualText { u"Tea"_s, u"茶"_s }));
    QCOMPARE(subject.description.chinese, u"泡茶。"_s);
    QCOMPARE(subject.names, QStringList { u"tea"_s });
    QCOMPARE(subject.words, QStringList());
    QCOMPARE(subject.wordsBesideNames, QStringList()); // may be missing
    QCOMPARE(subject.notFor, QStringList { u"coffee"_s });
    QCOMPARE(subject.technologies, QStringList { u"Gaiwan"_s });
    QCOMPARE(subject.topics.size(), 1);
    const CurriculumTopic& topic = subject.topics.constFirst();
    QCOMPARE(topic.id, u"tea-first"_s);
    QCOMPARE(topic.name.english, u"First cups"_s);
    const CurriculumConcept expected {
        .id = u"tea.water"_s,
        .name = { u"Water"_s, u"水"_s },
        .description = { u"How hot."_s, u"多热。"_s },
        .hours = 1.0,
        .difficulty = Difficulty::Easy,
        .level = LearnerLevel::Beginner,
        .keywords = { { u"water"_s, u"heat"_s }, { u"水"_s, u"温度"_s } },
        .aliases = { u"water"_s },
        .prerequisites = {},
        .project = true,
    };
    QCOMPARE(topic.concepts, QList { expected });
}

void CurriculumReaderTest::readsWordsBesideNames()
{
    const Result<Curriculum> read
        = readCurriculum(changed("\"not_for\"", "\"words_beside_names\": [\"cups\"], \"not_for\""));
    QVERIFY(read.ok());
    QCOMPARE(read.value().wordsBesideNames, QStringList { u"cups"_s });
}

void CurriculumReaderTest::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("detail"); // stands in the details
    QTest::newRow("empty") << QByteArray() << u""_s;
    QTest::newRow("no JSON") << QByteArray("# tea") << u""_s;
    QTest::newRow("cut") << goodFile().chopped(5) << u""_s;
    QTest::newRow("a list") << QByteArray("[]") << u"an object"_s;
    QTest::newRow("invalid UTF-8") << changed("Gaiwan", "\xff") << u""_s;
    QTest::newRow("format") << changed("\"format\": 1", "\"format\": 2") << u"format"_s;
    QTest::newRow("no id") << changed("\"subject_id\": \"tea\",", "") << u"subject_id"_s;
    QTest::newRow("id with blanks")
        << changed("\"tea.water\"", "\"tea water\"") << u"topics[0].concepts[0].concept_id"_s;
    QTest::newRow("id with a path") << changed("\"tea-first\"", "\"../x\"") << u"topic_id"_s;
    QTest::newRow("one language") << changed("{\"en\": \"Tea\", \"zh\": \"茶\"}",
        "{\"en\": \"Tea\"}") << u"name.zh"_s;
    QTest::newRow("name as text") << changed("{\"en\": \"Tea\", \"zh\": \"茶\"}", "\"Tea\"")
                                  << u"name"_s;
    QTest::newRow("words beside names")
        << changed("\"not_for\"", "\"words_beside_names\": 1, \"not_for\"")
        << u"words_beside_names"_s;
    QTest::newRow("difficulty") << changed("\"easy\"", "\"trivial\"") << u"difficulty"_s;
    QTest::newRow("level") << changed("\"beginner\"", "\"novice\"") << u"level"_s;
    QTest::newRow("hours as text") << changed("\"hours\": 1", "\"hours\": \"1\"") << u"hours"_s;
    QTest::newRow("no hours") << changed("\"hours\": 1", "\"hours\": 0") << u"hours"_s;
    QTest::newRow("endless hours") << changed("\"hours\": 1", "\"hours\": 1e300") << u"hours"_s;
    QTest::newRow("keywords as a list")
        << changed("{\"en\": [\"water\", \"heat\"], \"zh\": [\"水\", \"温度\"]}", "[]")
        << u"keywords"_s;
    QTest::newRow("alias as a number")
        << changed("[\"water\"]", "[7]") << u"topics[0].concepts[0].aliases[0]"_s;
    QTest::newRow("project as text") << changed("true", "\"yes\"") << u"project"_s;
    QTest::newRow("no topics") << changed("\"topics\": [{", "\"topics\": [], \"x\": [{")
                               << u"topics"_s;
    QTest::newRow("no concepts") << changed("\"concepts\": [{", "\"concepts\": [], \"x\": [{")
                                 << u"concepts"_s;
}

void CurriculumReaderTest::refusesBrokenFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, detail);
    const Result<Curriculum> read = readCurriculum(file);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!read.error().message.isEmpty());
    QVERIFY2(read.error().details.contains(detail), qPrintable(read.error().details));
}

void CurriculumReaderTest::boundsSizes_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto repeated = [](const QByteArray& item, int count) {
        QByteArray items = item;
        for (int i = 1; i < count; ++i)
            items += ',' + item;
        return items;
    };
    QTest::newRow("bytes") << QByteArray(curriculumLimits::fileBytes + 1, ' ');
    QTest::newRow("nesting") << QByteArray(100000, '[');
    QTest::newRow("names") << changed(
        "[\"tea\"]", '[' + repeated("\"tea\"", curriculumLimits::listItems + 1) + ']');
    QTest::newRow("text") << changed(
        "Making tea.", QByteArray(curriculumLimits::textCharacters + 1, 'x'));
    QTest::newRow("id") << changed(
        "\"tea\",", '"' + QByteArray(curriculumLimits::idCharacters + 1, 'x') + "\",");
    QTest::newRow("topics") << changed(
        "\"topics\": [{", "\"topics\": [" + repeated("{}", curriculumLimits::topics) + ",{");
    QTest::newRow("concepts") << changed("\"concepts\": [{",
        "\"concepts\": [" + repeated("{}", curriculumLimits::conceptsPerTopic) + ",{");
}

void CurriculumReaderTest::boundsSizes()
{
    QFETCH(QByteArray, file);
    const Result<Curriculum> read = readCurriculum(file);
    QVERIFY(!read.ok());
    QVERIFY(read.error().details.size() < 10000);
}

void CurriculumReaderTest::namesTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"tea.json"_s);
    const Result<Curriculum> missing = readCurriculumFile(path);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(missing.error().message.contains(path));

    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    const Result<Curriculum> broken = readCurriculumFile(path);
    QVERIFY(!broken.ok());
    QVERIFY(broken.error().message.contains(path));
}

QTEST_GUILESS_MAIN(CurriculumReaderTest)
#include "CurriculumReaderTest.moc"
