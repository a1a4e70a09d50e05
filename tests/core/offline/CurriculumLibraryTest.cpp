// SPDX-License-Identifier: Apache-2.0
#include "core/offline/CurriculumLibrary.h"
#include "core/offline/CurriculumCheck.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString shelfFolder = QStringLiteral(ROADLOOM_SOURCE_DIR "/resources/curricula");

CurriculumConcept conceptWith(const QString& id, const QStringList& prerequisites = {})
{
    CurriculumConcept item;
    item.id = id;
    item.name = { id, id };
    item.prerequisites = prerequisites;
    return item;
}

Curriculum subjectWith(const QString& id, const QList<CurriculumConcept>& concepts)
{
    Curriculum subject;
    subject.id = id;
    subject.topics.append(
        { .id = id + u"-topic"_s, .name = {}, .description = {}, .concepts = concepts });
    return subject;
}

QByteArray fileOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class CurriculumLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtInHoldsTheShelf();
    void builtInSubjectsAreLargeEnough();
    void numbersConceptsThroughTheLibrary();
    void refusesSubjectsThatDoNotFitTogether_data();
    void refusesSubjectsThatDoNotFitTogether();
    void everyBuiltInFilePassesTheCheck();
    void checkFindsWhatIsWrong_data();
    void checkFindsWhatIsWrong();
    void checkRefusesPathsWithoutFiles();
    void checkReportsFilesThatCannotBeRead();
    void checkedFilesMayLeanOnTheShelf();
};

void CurriculumLibraryTest::builtInHoldsTheShelf()
{
    const Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
    QVERIFY2(library.ok(), qPrintable(library.ok() ? QString() : library.error().details));
    QStringList ids;
    QList<BilingualText> names;
    for (const Curriculum& subject : library.value().subjects()) {
        ids.append(subject.id);
        names.append(subject.name);
    }
    QCOMPARE(CurriculumLibrary::builtInNames(), names);
    QCOMPARE(ids,
        (QStringList { u"git-shell"_s, u"python"_s, u"sql-data"_s, u"statistics"_s,
            u"web-backend"_s, u"web-frontend"_s }));
    // Each file of the folder is in the program.
    QCOMPARE(QDir(shelfFolder).entryList({ u"*.json"_s }).size(), ids.size());
    QCOMPARE(library.value().subject(u"python")->name.english, u"Python programming"_s);
    QVERIFY(library.value().subject(u"piano") == nullptr);
    QCOMPARE(library.value().conceptById(u"python.loops"_s)->id, u"python.loops"_s);
    QVERIFY(library.value().conceptById(u"python.none"_s) == nullptr);
}

void CurriculumLibraryTest::builtInSubjectsAreLargeEnough()
{
    const Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
    QVERIFY(library.ok());
    for (const Curriculum& subject : library.value().subjects()) {
        qsizetype count = 0;
        for (const CurriculumTopic& topic : subject.topics)
            count += topic.concepts.size();
        QVERIFY2(count >= 25, qPrintable(subject.id));
        const CurriculumConcept& first = subject.topics.constFirst().concepts.constFirst();
        QCOMPARE(first.difficulty, Difficulty::Easy);
        QCOMPARE(first.level, LearnerLevel::Beginner);
    }
}

void CurriculumLibraryTest::numbersConceptsThroughTheLibrary()
{
    const Result<CurriculumLibrary> made = CurriculumLibrary::fromSubjects(
        { subjectWith(u"one"_s, { conceptWith(u"a"_s), conceptWith(u"b"_s, { u"c"_s, u"a"_s }) }),
            subjectWith(u"two"_s, { conceptWith(u"c"_s, { u"a"_s, u"a"_s }) }) });
    QVERIFY(made.ok());
    const CurriculumLibrary& library = made.value();
    QCOMPARE(library.conceptCount(), 3);
    QCOMPARE(library.numberOf(u"c"_s), 2);
    QCOMPARE(library.numberOf(u"d"_s), -1);
    QCOMPARE(library.conceptAt(2).id, u"c"_s);
    QCOMPARE(library.topicOf(2).id, u"two-topic"_s);
    QCOMPARE(library.prerequisitesOf(1), (QList { 2, 0 }));
    QCOMPARE(library.prerequisitesOf(2), QList { 0 });
}

void CurriculumLibraryTest::refusesSubjectsThatDoNotFitTogether_data()
{
    QTest::addColumn<QStringList>("needs"); // "x<y": x needs y
    QTest::addColumn<QString>("told");
    QTest::newRow("missing") << QStringList { u"a<nowhere"_s } << u"nowhere"_s;
    QTest::newRow("itself") << QStringList { u"a<a"_s } << u"a → a"_s;
    QTest::newRow("two") << QStringList { u"a<b"_s, u"b<a"_s } << u"a → b → a"_s;
    QTest::newRow("behind a circle") << QStringList { u"c<a"_s, u"a<b"_s, u"b<a"_s } << u" → "_s;
    QTest::newRow("twice") << QStringList { u"a<"_s, u"a<"_s } << u"a "_s;
}

void CurriculumLibraryTest::refusesSubjectsThatDoNotFitTogether()
{
    QFETCH(QStringList, needs);
    QFETCH(QString, told);
    QList<CurriculumConcept> concepts;
    for (const QString& line : needs) {
        const QStringList sides = line.split(u'<');
        concepts.append(conceptWith(sides[0], sides[1].isEmpty() ? QStringList() : sides.mid(1)));
    }
    const Result<CurriculumLibrary> library
        = CurriculumLibrary::fromSubjects({ subjectWith(u"s"_s, concepts) });
    QVERIFY(!library.ok());
    QCOMPARE(library.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(library.error().message.contains(told), qPrintable(library.error().message));
}

void CurriculumLibraryTest::everyBuiltInFilePassesTheCheck()
{
    const Result<CurriculumCheck> check = checkCurricula(shelfFolder);
    QVERIFY(check.ok());
    QCOMPARE(check.value().files, 6);
    QStringList problems;
    for (const CurriculumProblem& problem : check.value().problems)
        problems.append(problem.place + u": "_s + problem.text);
    QCOMPARE(problems, QStringList());
}

void CurriculumLibraryTest::checkFindsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("before"); // in the SQL curriculum
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("place");
    QTest::newRow("harder prerequisite") << QByteArray(R"("prerequisites": [
            "sql.tables"
          ])") << QByteArray(R"("prerequisites": ["sql.tables", "python.concurrency"])")
                                         << u"sql.select"_s;
    QTest::newRow("unknown prerequisite") << QByteArray(R"("prerequisites": [
            "sql.tables"
          ])") << QByteArray(R"("prerequisites": ["sql.nowhere"])")
                                          << u"prerequisites"_s;
    QTest::newRow("circle") << QByteArray(R"("prerequisites": [
            "sql.tables"
          ])") << QByteArray(R"("prerequisites": ["sql.filtering"])")
                            << u"prerequisites"_s;
    QTest::newRow("id of the shelf")
        << QByteArray(R"("concept_id": "sql.null")")
        << QByteArray(R"("concept_id": "python.loops")") << u"prerequisites"_s;
    QTest::newRow("blank name") << QByteArray("Tables, rows and columns") << QByteArray("  ")
                                << u"sql.tables"_s;
    QTest::newRow("hours") << QByteArray(R"("hours": 1,)") << QByteArray(R"("hours": 3,)")
                           << u"sql.tables"_s;
    QTest::newRow("no project") << QByteArray(R"("project": true)")
                                << QByteArray(R"("project": false)") << u"sql-data"_s;
    QTest::newRow("alias") << QByteArray(R"("database table",)")
                           << QByteArray(R"("Database Table",)") << u"sql.tables"_s;
}

void CurriculumLibraryTest::checkFindsWhatIsWrong()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, place);
    QTemporaryDir folder;
    QByteArray bytes = fileOf(shelfFolder + u"/sql-data.json"_s);
    // White space is not the point; as it stands in the file, numbers may be 1 or 1.0.
    bytes.replace("\"hours\": 1.0,", "\"hours\": 1,");
    const QByteArray changed = QByteArray(bytes).replace(before, after);
    QVERIFY2(changed != bytes, "the file no longer holds what is to be broken");
    write(folder.filePath(u"sql.json"_s), changed);
    const Result<CurriculumCheck> check = checkCurricula(folder.path());
    QVERIFY(check.ok());
    const bool found = std::ranges::any_of(check.value().problems,
        [&place](const CurriculumProblem& problem) { return problem.place == place; });
    QVERIFY(found);
    for (const CurriculumProblem& problem : check.value().problems)
        QVERIFY(!problem.text.isEmpty());
}

void CurriculumLibraryTest::checkRefusesPathsWithoutFiles()
{
    QTemporaryDir folder;
    for (const QString& path : { folder.path(), folder.filePath(u"none"_s) }) {
        const Result<CurriculumCheck> check = checkCurricula(path);
        QVERIFY(!check.ok());
        QCOMPARE(check.error().kind, ErrorKind::InvalidInput);
        QVERIFY(check.error().message.contains(path));
    }
}

void CurriculumLibraryTest::checkReportsFilesThatCannotBeRead()
{
    QTemporaryDir folder;
    write(folder.filePath(u"a.json"_s), "{");
    write(folder.filePath(u"b.json"_s), R"({"format": 1})");
    const Result<CurriculumCheck> check = checkCurricula(folder.path());
    QVERIFY(check.ok());
    QCOMPARE(check.value().files, 2);
    QSet<QString> files;
    for (const CurriculumProblem& problem : check.value().problems)
        files.insert(problem.file);
    QCOMPARE(files.size(), 2);
}

/// One file alone: its prerequisites in other subjects are on the built-in shelf.
void CurriculumLibraryTest::checkedFilesMayLeanOnTheShelf()
{
    const Result<CurriculumCheck> check = checkCurricula(shelfFolder + u"/statistics.json"_s);
    QVERIFY(check.ok());
    QCOMPARE(check.value().problems, QList<CurriculumProblem>());
}

QTEST_GUILESS_MAIN(CurriculumLibraryTest)
#include "CurriculumLibraryTest.moc"
