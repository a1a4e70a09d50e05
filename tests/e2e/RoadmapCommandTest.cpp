// SPDX-License-Identifier: Apache-2.0
#include "core/base/Json.h"
#include "core/exchange/KeptDocument.h"
#include "core/exporting/RoadloomFile.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/storage/Library.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"
#include "tests/e2e/Program.h"
#include "tests/support/LibraryAnswers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

const QString concept4 = u"c-1-1-4"_s;

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RoadmapDocument documentWithId(const QString& id)
{
    RoadmapDocument document = sample::document();
    document.id = id;
    document.design.framework.id = id;
    return document;
}

} // namespace

/// `roadloom roadmap`, as a person or script uses it.
class RoadmapCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void withoutALibraryNothingIsMade()
    {
        QVERIFY(run({ u"list"_s }));
        QCOMPARE(m_program->exitStatus(), 0);
        QCOMPARE(m_program->out(), "");
        QVERIFY(m_program->err().contains("No roadmap is saved yet."));
        QVERIFY(run({ u"show"_s, u"abcd"_s }));
        QCOMPARE(m_program->exitStatus(), 2);
        QVERIFY(QDir(m_program->dataFolder()).isEmpty());
    }

    void importsListsAndShows()
    {
        RoadmapDocument document = sample::document();
        document.request.preferences.learningGoal = u"Get a job"_s;
        QVERIFY(import(document));
        QCOMPARE(m_program->out(), document.id.toUtf8() + '\n');
        QVERIFY(m_program->err().contains("is in the library now, with 24 concepts"));
        QVERIFY(run({ u"list"_s }));
        const QString line = QString::fromUtf8(m_program->out());
        QCOMPARE(line.count(u'\n'), 1);
        QVERIFY(line.startsWith(document.id.left(8) + u"  Web development with Python  2 of 24"_s));
        QVERIFY(line.contains(QDate::currentDate().toString(Qt::ISODate)));
        QVERIFY(line.endsWith(u"  Get a job\n"_s));
        QVERIFY(run({ u"show"_s, document.id.left(4) }));
        const QString tree = QString::fromUtf8(m_program->out());
        QVERIFY(tree.startsWith(u"Web development with Python\n"_s));
        QVERIFY(tree.contains(u"2 of 24 concepts learnt\n"_s));
        QVERIFY(tree.contains(u"│  ├─ ✓ Topic 1-1-1 (2 h, easy, done)\n"_s));
        QVERIFY(tree.contains(u"○ Topic 1-1-4 (2 h, easy)\n"_s));
    }

    void findsItsActionBehindTheDataFolder()
    {
        QVERIFY(import(sample::document()));
        const QString data = m_program->dataFolder();
        m_program->setEnvironment(u"ROADLOOM_DATA_DIR"_s, path(u"elsewhere"_s));
        const QList<QStringList> runs { { u"roadmap"_s, u"--data-dir"_s, data, u"list"_s },
            { u"--data-dir"_s, data, u"roadmap"_s, u"list"_s },
            { u"roadmap"_s, u"list"_s, u"--data-dir="_s + data } };
        for (const QStringList& arguments : runs) {
            QVERIFY(m_program->run(arguments));
            QCOMPARE(m_program->exitStatus(), 0);
            QCOMPARE(m_program->out().count('\n'), 1);
        }
    }

    void listsAsJson()
    {
        QVERIFY(import(sample::document()));
        QVERIFY(run({ u"list"_s, u"--format"_s, u"json"_s }));
        const Result<json::value> list = parseJson(m_program->out());
        QVERIFY(list.ok());
        const json::object& first = list.value().as_array().at(0).as_object();
        QCOMPARE(first.at("id").as_string().c_str(), qPrintable(sample::document().id));
        QCOMPARE(first.at("learnt").as_int64(), 2);
        QCOMPARE(first.at("concepts").as_int64(), 24);
    }

    void listsWhatBrokeOff()
    {
        QVERIFY(run({ u"list"_s, u"--unfinished"_s }));
        QCOMPARE(m_program->out(), "");
        QVERIFY(m_program->err().contains("No design has broken off."));
        const QString id = Library::newId();
        {
            Library library(m_program->dataFolder());
            QVERIFY(!library.open());
            LearnerRequest request;
            request.preferences.learningGoal = u"Learn \u001b[2JRust"_s;
            library.beginRun({ .run = id,
                .request = request,
                .answerer = {},
                .moment = QDateTime::currentDateTime() });
            library.recordRun({ .run = id,
                .state = RunState::Failed,
                .percent = 40,
                .moment = QDateTime::currentDateTime(),
                .number = 1 });
        }
        QVERIFY(run({ u"list"_s, u"--unfinished"_s }));
        QCOMPARE(m_program->out(),
            QString(id.left(8) + u"  Learn [2JRust  40 % designed  "_s
                + QDate::currentDate().toString(Qt::ISODate) + u'\n')
                .toUtf8());
        QVERIFY(run({ u"list"_s, u"--unfinished"_s, u"-f"_s, u"json"_s }));
        QVERIFY(m_program->out().contains(id.toUtf8()));
        QVERIFY(run({ u"list"_s }));
        QCOMPARE(m_program->out(), "");
    }

    void speaksTheUsersLanguage()
    {
        QVERIFY(import(sample::document()));
        m_program->setEnvironment(u"LANGUAGE"_s, u"zh_CN"_s);
        m_program->setEnvironment(u"LC_ALL"_s, u"zh_CN.UTF-8"_s);
        QVERIFY(run({ u"show"_s, sample::document().id }));
        QVERIFY(QString::fromUtf8(m_program->out()).contains(u"小时"_s));
        QVERIFY(run({ u"show"_s, u"nothing"_s }));
        QVERIFY(QString::fromUtf8(m_program->err()).contains(u"没有"_s));
    }

    void exports_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("beginning");
        const auto add = [](const char* format, const char* ending, const QByteArray& beginning) {
            QTest::newRow(format) << QString::fromLatin1(format) << QString::fromLatin1(ending)
                                  << beginning;
        };
        add("roadloom", "roadloom", R"({"format":"roadloom","version":1,)");
        add("json", "json", R"({"framework":{)");
        add("markdown", "md", "# Web development with Python");
        add("html", "html", "<!DOCTYPE html>");
        add("pdf", "pdf", "%PDF-1.");
        add("csv", "csv", "\xEF\xBB\xBF");
        add("opml", "opml", "<?xml ");
        add("calendar", "ics", "BEGIN:VCALENDAR\r\n");
        add("anki", "txt", "#separator:");
        add("svg", "svg", "<?xml ");
        add("png", "png", "\x89PNG\r\n");
    }

    void exports()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, ending);
        QFETCH(const QByteArray, beginning);
        m_program->setEnvironment(u"XDG_RUNTIME_DIR"_s, QString()); // as for a job at night
        QVERIFY(import(sample::document()));
        const QString id = sample::document().id;
        const QString file = path(u"roadmap."_s + ending);
        QVERIFY(write(file, "older"));
        QVERIFY(run({ u"export"_s, id, u"-o"_s, file }));
        QVERIFY2(m_program->exitStatus() == 0, m_program->err().constData());
        QCOMPARE(m_program->out() + m_program->err(), "");
        const QByteArray bytes = contents(file);
        QVERIFY2(bytes.startsWith(beginning), bytes.left(100).constData());
        QVERIFY(run({ u"export"_s, id, u"--format"_s, format }));
        QCOMPARE(m_program->exitStatus(), 0);
        QVERIFY(m_program->out().startsWith(beginning));
        QVERIFY(qAbs(m_program->out().size() - bytes.size()) < 100); // dates and stamps
        const std::optional<ExportFormat> kind = exportFormatFromName(format);
        QVERIFY(kind);
        if (canBeImported(*kind))
            QCOMPARE(sample::imported(bytes, file).document.roadmap().title,
                sample::document().roadmap().title);
        QCOMPARE(QDir(m_folder->path()).entryList({ u"roadmap*"_s }).size(), 1);
    }

    void comesBackAsItWas()
    {
        QVERIFY(import(sample::document()));
        const QString id = sample::document().id;
        const QString file = path(u"kept.roadloom"_s);
        const QByteArray before = exported(id, u"json"_s);
        QVERIFY(run({ u"export"_s, id, u"-o"_s, file }));
        QVERIFY(run({ u"remove"_s, id, u"--yes"_s, u"--for-good"_s }));
        QCOMPARE(m_program->exitStatus(), 0);
        QVERIFY(m_program->err().contains("keep a copy for up to five weeks"));
        QVERIFY(run({ u"list"_s }));
        QCOMPARE(m_program->out(), "");
        QVERIFY(run({ u"list"_s, u"--bin"_s }));
        QCOMPARE(m_program->out(), "");
        QVERIFY(run({ u"import"_s, file }));
        QCOMPARE(exported(id, u"json"_s), before);
        QCOMPARE(exported(id, u"roadloom"_s), contents(file));
        QVERIFY(!before.isEmpty());
    }

    void goesIntoTheBinAndBack()
    {
        QVERIFY(import(sample::document()));
        const QString id = sample::document().id;
        const QByteArray before = exported(id, u"roadloom"_s);
        QVERIFY(run({ u"restore"_s, id }));
        QVERIFY(m_program->err().contains("is not in the bin"));
        for (const bool isImported : { false, true }) {
            QVERIFY(run({ u"remove"_s, id, u"--yes"_s }));
            QVERIFY(m_program->err().contains(QByteArray("roadmap restore " + id.toUtf8())));
            QVERIFY(run({ u"remove"_s, id, u"--yes"_s }));
            QVERIFY(m_program->err().contains("is in the bin already"));
            QCOMPARE(listed({}), 0);
            QVERIFY(m_program->err().contains("archived or in the bin"));
            QCOMPARE(listed({ u"--bin"_s }), 1);
            if (isImported)
                QVERIFY(import(sample::document()));
            else
                QVERIFY(run({ u"restore"_s, id.left(8) }));
            QCOMPARE(m_program->exitStatus(), 0);
            QVERIFY(m_program->err().contains("taken back from the bin"));
            QCOMPARE(listed({}), 1);
            QCOMPARE(exported(id, u"roadloom"_s), before);
        }
        for (const QStringList& arguments : { QStringList { u"remove"_s, id, u"--yes"_s },
                 { u"remove"_s, id, u"-y"_s, u"--for-good"_s } })
            QVERIFY(run(arguments) && m_program->exitStatus() == 0);
        QVERIFY(run({ u"restore"_s, id }));
        QCOMPARE(m_program->exitStatus(), 2);
    }

    void listsWhatIsWanted()
    {
        QVERIFY(import(sample::document()));
        QVERIFY(import(sample::chineseDocument()));
        {
            Library library(m_program->dataFolder());
            QVERIFY(!library.open());
            library.setTags(sample::document().id, { u"Work"_s, u"\u001b[2Jodd"_s });
            library.archive(sample::document().id, true);
        }
        QCOMPARE(listed({}), 1);
        QCOMPARE(listed({ u"--archived"_s }), 1);
        QVERIFY(m_program->out().contains("  [[2Jodd, Work]\n"));
        QCOMPARE(listed({ u"--archived"_s, u"--tag"_s, u"work"_s }), 1);
        QCOMPARE(listed({ u"--tag"_s, u"work"_s }), 0);
        QVERIFY(m_program->err().contains("No roadmap is found."));
        QCOMPARE(listed({ u"--search"_s, u"循环"_s }), 1);
        QCOMPARE(listed({ u"--search"_s, u"work"_s }), 0);
        QCOMPARE(listed({ u"--search"_s, u"work"_s, u"--archived"_s }), 1);
        QCOMPARE(listed({ u"--bin"_s }), 0);
        QVERIFY(m_program->err().contains("The bin is empty."));
        QVERIFY(run({ u"list"_s, u"--archived"_s, u"--format"_s, u"json"_s }));
        const json::value list = parseJson(m_program->out()).value();
        QCOMPARE(list.at(0).at("tags"), (json::array { "[2Jodd", "Work" }));
        QCOMPARE(list.at(0).at("archived"), true);
    }

    void importedAgainItKeepsTheProgress()
    {
        QVERIFY(import(sample::document()));
        const QString id = sample::document().id;
        {
            Library library(m_program->dataFolder());
            QVERIFY(!library.open());
            mark(library, id, concept4, StudyState::Done);
            library.saveNote(id, concept4, u"Mine"_s);
        }
        RoadmapDocument other = sample::document();
        other.id.clear(); // as it is given to others
        other.studies = { { concept4, { StudyState::Doing, u"Theirs"_s } },
            { u"c-3-1-1"_s, { StudyState::Known, {} } } };
        QVERIFY(import(other));
        QCOMPARE(m_program->out(), id.toUtf8() + '\n');
        QVERIFY(m_program->err().contains("brought up to date"));
        QVERIFY(m_program->err().contains("1 concept is further in the file."));
        const RoadmapDocument merged
            = sample::imported(exported(id, u"roadloom"_s), u"a.roadloom"_s).document;
        QCOMPARE(merged.studies.value(concept4),
            (ConceptStudy { StudyState::Done, u"Mine\n\nTheirs"_s }));
        QVERIFY(merged.finishes.contains(concept4));
        QCOMPARE(merged.studies.value(u"c-3-1-1"_s).state, StudyState::Known);
        QCOMPARE(merged.studies.size(), sample::document().studies.size() + 2);
        QVERIFY(run({ u"list"_s }));
        QCOMPARE(m_program->out().count('\n'), 1);
    }

    void importsWhatItCan()
    {
        const QString broken = path(u"broken.json"_s);
        QVERIFY(write(broken, "{"));
        const QString good = path(u"good.md"_s);
        QVERIFY(write(good, "# Cooking\n\n## Basics\n\n### Knives\n\n- Cutting\n- Sharpening\n"));
        QVERIFY(run({ u"import"_s, broken, good }));
        QCOMPARE(m_program->exitStatus(), 2);
        QCOMPARE(m_program->out().count('\n'), 1);
        QVERIFY(run({ u"list"_s }));
        QVERIFY(m_program->out().contains("Cooking"));
    }

    void importsFromStandardInput()
    {
        QVERIFY(m_program->run(
            { u"roadmap"_s, u"import"_s, u"-"_s }, writeRoadloomFile(sample::document())));
        QCOMPARE(m_program->exitStatus(), 0);
        QCOMPARE(m_program->out(), sample::document().id.toUtf8() + '\n');
    }

    void givesNothingPersonalToOthers()
    {
        QVERIFY(import(sample::document()));
        QVERIFY(run({ u"export"_s, sample::document().id, u"--without-personal-parts"_s }));
        const QByteArray bytes = m_program->out();
        QVERIFY(bytes.contains("Web development"));
        for (const char* const secret : { "pip", "Ask Ann", "a new job" })
            QVERIFY2(!bytes.contains(secret), secret);
        QVERIFY(!bytes.contains(sample::document().id.toUtf8()));
    }

    void writesIntoAFolder()
    {
        RoadmapDocument document = sample::document();
        document.design.framework.title = u"../../x: a/b"_s;
        QVERIFY(import(document));
        QVERIFY(QDir(m_folder->path()).mkdir(u"in.md"_s));
        const QDir folder(path(u"in.md"_s));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(run({ u"export"_s, document.id, u"-o"_s, folder.path() }));
            QCOMPARE(m_program->exitStatus(), 0);
            QVERIFY(m_program->err().contains("Written to "));
        }
        const QStringList files = folder.entryList(QDir::Files | QDir::Hidden);
        QCOMPARE(files.size(), 2); // the first is not replaced
        for (const QString& file : files) {
            QVERIFY(file.endsWith(u".roadloom"_s));
            QVERIFY(!file.startsWith(u'.'));
            QVERIFY(!contents(folder.filePath(file)).isEmpty());
        }
    }

    void plansFromTheFirstDay()
    {
        QVERIFY(import(sample::document()));
        QVERIFY(run({ u"export"_s, sample::document().id, u"--format"_s, u"calendar"_s,
            u"--first-day"_s, u"2030-01-07"_s }));
        QCOMPARE(m_program->exitStatus(), 0);
        QVERIFY(m_program->out().contains("DTSTART:20300107T190000\r\n"));
    }

    void aTerminalIsSparedBinaryFormats()
    {
        QVERIFY(import(sample::document()));
        m_program->startPrintingToTerminal(
            { u"roadmap"_s, u"export"_s, sample::document().id, u"--format"_s, u"png"_s });
        QVERIFY(m_program->wait());
        QCOMPARE(m_program->exitStatus(), 2);
        QVERIFY(m_program->err().contains("A terminal cannot show this format."));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments"); // @ is a folder
        QTest::addColumn<QString>("reason");
        const QString id = sample::document().id;
        const auto add = [](const char* name, const QStringList& arguments, const QString& reason) {
            QTest::newRow(name) << arguments << reason;
        };
        add("no action", {}, u"Use one of: roadmap list, "_s);
        add("unknown action", { u"eat"_s }, u"Use one of: "_s);
        add("list and more", { u"list"_s, u"x"_s }, u"Use: roadmap list."_s);
        add("list format", { u"list"_s, u"-f"_s, u"xml"_s }, u"no format \"xml\""_s);
        add("no id", { u"show"_s }, u"Use: roadmap show ID."_s);
        add("two ids", { u"show"_s, id, id }, u"Use: roadmap show ID."_s);
        add("unknown id", { u"show"_s, u"abcdef"_s }, u"There is no roadmap \"abcdef\""_s);
        add("controls in an id", { u"show"_s, u"a\u001b[2Jb"_s },
            u"There is no roadmap \"a[2Jb\""_s);
        add("short id", { u"show"_s, id.left(3) }, u"too short"_s);
        add("empty id", { u"remove"_s, u"--yes"_s, QString() }, u"too short"_s);
        add("format", { u"export"_s, id, u"-f"_s, u"docx"_s }, u"no format \"docx\""_s);
        add("unknown option", { u"export"_s, id, u"--pages"_s }, u"pages"_s);
        add("empty file", { u"export"_s, id, u"-o"_s, QString() }, u"-o needs"_s);
        add("no such folder", { u"export"_s, id, u"-o"_s, u"@/no/x.md"_s }, u"cannot be written"_s);
        add("no day", { u"export"_s, id, u"-f"_s, u"calendar"_s, u"--first-day"_s, u"soon"_s },
            u"\"soon\" is no day"_s);
        add("day of no calendar", { u"export"_s, id, u"--first-day"_s, u"2030-01-07"_s },
            u"for a calendar only"_s);
        add("no file", { u"import"_s }, u"Use: roadmap import FILE."_s);
        add("no such file", { u"import"_s, u"@/none"_s }, u"cannot be read"_s);
        add("a folder", { u"import"_s, u"@"_s }, u"is no file"_s);
        add("binary", { u"import"_s, QStringLiteral(ROADLOOM_PROGRAM) }, u"This file "_s);
        add("a device", { u"import"_s, u"/dev/zero"_s }, u"is no file"_s);
        add("nobody to ask", { u"remove"_s, id }, u"--yes"_s);
        add("no id to restore", { u"restore"_s }, u"Use: roadmap restore ID."_s);
        add("unknown id to restore", { u"restore"_s, u"abcdef"_s },
            u"There is no roadmap \"abcdef\""_s);
        add("two places", { u"list"_s, u"--bin"_s, u"--archived"_s }, u"Use one of --archived"_s);
        add("tags of runs", { u"list"_s, u"--unfinished"_s, u"--tag"_s, u"x"_s },
            u"for roadmaps only"_s);
    }

    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(const QString, reason);
        QVERIFY(import(sample::document()));
        arguments.replaceInStrings(u"@"_s, m_folder->path());
        QVERIFY(run(arguments));
        QVERIFY2(m_program->exitStatus() == 2, m_program->err().constData());
        QCOMPARE(m_program->out(), "");
        QVERIFY2(
            QString::fromUtf8(m_program->err()).contains(reason), m_program->err().constData());
        QVERIFY(run({ u"list"_s }));
        QCOMPARE(m_program->out().count('\n'), 1);
    }

    void refusesAHugeFileUnread()
    {
        QFile file(path(u"huge.roadloom"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64(100) * 1024 * 1024));
        QVERIFY(run({ u"import"_s, file.fileName() }));
        QCOMPARE(m_program->exitStatus(), 2);
        QVERIFY(m_program->err().contains("larger than a roadmap can be"));
    }

    void tellsIdsApart()
    {
        const QString one = u"11111111-1111-4111-8111-111111111111"_s;
        const QString two = u"11111111-1222-4111-8111-111111111111"_s;
        QVERIFY(import(documentWithId(one)));
        QVERIFY(import(documentWithId(two)));
        QVERIFY(run({ u"show"_s, u"11111111"_s }));
        QCOMPARE(m_program->exitStatus(), 2);
        QVERIFY(m_program->err().contains("several roadmaps"));
        QVERIFY(run({ u"list"_s }));
        const QList<QByteArray> lines = m_program->out().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray& line : lines) {
            const QString listed = QString::fromUtf8(line.left(line.indexOf(' ')));
            QVERIFY(run({ u"show"_s, listed }));
            QCOMPARE(m_program->exitStatus(), 0);
        }
    }

    void asksBeforeItRemoves_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isForGood");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("inBin");
        QTest::newRow("yes") << QByteArray("y\n") << false << 0 << 1;
        QTest::newRow("no") << QByteArray("n\n") << false << 1 << 0;
        QTest::newRow("nothing") << QByteArray("\n") << false << 1 << 0;
        QTest::newRow("something") << QByteArray("yesterday\n") << false << 1 << 0;
        QTest::newRow("for good") << QByteArray("y\n") << true << 0 << 0;
        QTest::newRow("not for good") << QByteArray("n\n") << true << 1 << 0;
    }

    void asksBeforeItRemoves()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, isForGood);
        QFETCH(const int, left);
        QFETCH(const int, inBin);
        QVERIFY(import(sample::document()));
        QStringList asked { u"roadmap"_s, u"remove"_s, sample::document().id };
        if (isForGood)
            asked.append(u"--for-good"_s);
        m_program->startAtTerminal(asked);
        QTRY_VERIFY(m_program->err().contains("[y/N]"));
        QCOMPARE(m_program->err().contains("cannot be undone"), isForGood);
        QCOMPARE(m_program->err().contains("keep a copy for up to five weeks"), isForGood);
        m_program->type(answer);
        QVERIFY(m_program->wait());
        QCOMPARE(m_program->exitStatus(), 0);
        QCOMPARE(listed({}), left);
        QCOMPARE(listed({ u"--bin"_s }), inBin);
    }

    void aLibraryThatCanOnlyBeReadIsRead()
    {
        QVERIFY(import(sample::document()));
        const QString id = sample::document().id;
        QVERIFY(QFile::setPermissions(
            m_program->dataFolder() + u"/library.sqlite"_s, QFile::ReadOwner));
        for (const QString& action : { u"show"_s, u"export"_s }) {
            QVERIFY(run({ action, id }));
            QCOMPARE(m_program->exitStatus(), 0);
            QCOMPARE(m_program->err(), "");
            QVERIFY(!m_program->out().isEmpty());
        }
        for (const QStringList& arguments : { QStringList { u"remove"_s, u"--yes"_s, id },
                 QStringList { u"import"_s, path(u"imported.roadloom"_s) } }) {
            QVERIFY(run(arguments));
            QCOMPARE(m_program->exitStatus(), 1);
            QCOMPARE(m_program->out(), "");
            QVERIFY(m_program->err().contains("Nothing can be written to the library"));
        }
        QVERIFY(run({ u"list"_s }));
        QCOMPARE(m_program->out().count('\n'), 1);
    }

    /// A model's words are in the library as they came.
    void namesSteerNoTerminal()
    {
        const QString evil = u"\u001b[2J\u202eevil\n\u009b31m"_s;
        RoadmapDocument document = sample::document();
        document.design.framework.title = evil;
        sample::firstConcept(document.design.framework).name = evil;
        document.request.preferences.learningGoal = evil + u"goal"_s;
        {
            Library library(m_program->dataFolder());
            QVERIFY(!library.open());
            library.putStudied(keptOf(document, QDateTime::currentDateTime()));
        }
        const QList<QStringList> runs { { u"list"_s }, { u"list"_s, u"-f"_s, u"json"_s },
            { u"show"_s, document.id }, { u"export"_s, document.id, u"-f"_s, u"markdown"_s },
            { u"remove"_s, document.id, u"--yes"_s } };
        for (const QStringList& arguments : runs) {
            QVERIFY(run(arguments));
            QCOMPARE(m_program->exitStatus(), 0);
            const QString said = QString::fromUtf8(m_program->out() + m_program->err());
            QVERIFY(said.contains(u"evil"_s));
            for (const QChar character : { QChar(0x1b), QChar(0x202e), QChar(0x9b) })
                QVERIFY(!said.contains(character));
        }
    }

    void eachActionHasItsHelp()
    {
        for (const QString& action : { u"list"_s, u"show"_s, u"resume"_s, u"export"_s, u"import"_s,
                 u"remove"_s, u"restore"_s }) {
            QVERIFY(run({ action, u"--help"_s }));
            QCOMPARE(m_program->exitStatus(), 0);
            QVERIFY(m_program->out().contains(QByteArray("roadloom roadmap " + action.toUtf8())));
        }
        QVERIFY(run({ u"--help"_s }));
        QVERIFY(m_program->out().contains("  export  "));
    }

private:
    [[nodiscard]] bool run(const QStringList& arguments)
    {
        return m_program->run(QStringList { u"roadmap"_s } + arguments);
    }
    /// Of a file.
    [[nodiscard]] bool import(const RoadmapDocument& document)
    {
        const QString file = path(u"imported.roadloom"_s);
        const bool isImported = write(file, writeRoadloomFile(document))
            && run({ u"import"_s, file }) && m_program->exitStatus() == 0;
        if (!isImported)
            qWarning() << m_program->err();
        return isImported;
    }
    /// How many.
    [[nodiscard]] int listed(const QStringList& options)
    {
        return run(QStringList { u"list"_s } + options) ? int(m_program->out().count('\n')) : -1;
    }
    [[nodiscard]] QByteArray exported(const QString& id, const QString& format)
    {
        return run({ u"export"_s, id, u"--format"_s, format }) ? m_program->out() : QByteArray();
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<Program> m_program;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(RoadmapCommandTest)
#include "RoadmapCommandTest.moc"
