// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProblemReport.h"

#include "LibrarySamples.h"
#include "core/storage/Library.h"
#include "core/storage/LibraryFile.h"
#include "core/storage/SqlStatement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// Settings with something private wherever a person can write something.
ConfiguredProviders secretive()
{
    ProviderSetup setup = setupFrom(*findProvider(u"deepseek"));
    setup.id = u"sentinel-id"_s;
    setup.title = u"sentinel title"_s;
    setup.baseUrl = QUrl(u"https://sentinel.example.org/sentinel?key=sentinel"_s);
    setup.model = u"/home/sentinel/model.gguf"_s;
    setup.keyPlace = KeyPlace::File;
    setup.network = { .proxyUse = ProxyUse::Custom,
        .proxy = QUrl(u"http://sentinel:3128"_s),
        .caFile = u"/home/sentinel/ca.pem"_s };
    const ServiceSetup hub { .id = u"sentinel-hub"_s,
        .title = u"sentinel school"_s,
        .url = QUrl(u"http://127.0.0.1:8000/sentinel"_s) };
    return { .defaultId = setup.id, .providers = { setup }, .services = { hub } };
}

/// Puts one into the library of that folder, so many times, and closes it again.
bool putRoadmap(const QTemporaryDir& folder, int times)
{
    Library library(folder.path());
    if (library.open())
        return false;
    for (int i = 0; i < times; ++i)
        library.put(someEntry());
    return true;
}

} // namespace

class ProblemReportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itTellsHowTheProgramIs()
    {
        ProblemReport report { .program = { u"Roadloom 1.2.3"_s },
            .configured = secretive(),
            .library = { .isThere = true,
                .isOpened = true,
                .bytes = 4096,
                .schema = 2,
                .newestSchema = 2,
                .isChecked = true,
                .roadmaps = 3 },
            .log = { "2026 1 info roadloom.run: failed agent=x kind=rate_limit ms=3",
                "2026 1 info roadloom.run: failed agent=x kind=rate_limit ms=4" } };
        report.policy.mayExport = false;
        const QString text = reportText(report);
        for (const QString& told : { u"Roadloom 1.2.3"_s, u"who answers: provider deepseek"_s,
                 u"https, another machine"_s, u"http, this machine"_s, u"key file"_s,
                 u"proxy custom"_s, u"roadmaps/export"_s, u"checked: whole"_s, u"3 roadmaps"_s,
                 u"rate_limit: 2"_s, u"kind=rate_limit ms=4"_s, u"theme system"_s })
            QVERIFY2(text.contains(told), qPrintable(told + u" is not in "_s + text));
    }

    void itTellsNothingPrivate()
    {
        ProblemReport report { .configured = secretive() };
        report.policy.answerer = FixedAnswerer { .model = secretive().providers.first() };
        report.policy.dataFolder = u"/srv/sentinel"_s;
        report.policy.problems = { u"sentinel"_s };
        report.log = { "2026 1 warning qt", QDir::homePath().toUtf8() + "/x", "a\x1b[31mb" };
        const QString text = reportText(report);
        QVERIFY2(!text.contains(u"sentinel"_s), qPrintable(text));
        QVERIFY(!text.contains(QDir::homePath()));
        QVERIFY(!text.contains(QChar(0x1b)));
    }

    void aLibraryIsCheckedAsItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"library.sqlite"_s);
        QVERIFY(!checkLibrary(path).isThere);
        QVERIFY(putRoadmap(folder, 1));
        const LibraryHealth health = checkLibrary(path);
        QVERIFY(health.isThere);
        QVERIFY(health.isOpened);
        QCOMPARE(health.roadmaps, 1);
        QCOMPARE(health.problems, 0);
        QCOMPARE(health.errorCode, 0);
        QVERIFY(health.isChecked);
        QVERIFY(!health.isFrozen);
        QCOMPARE(health.schema, health.newestSchema);
        QCOMPARE(health.bytes, QFileInfo(path).size());
    }

    void aCheckThatNobodyWantsAnyMoreEnds()
    {
        const QTemporaryDir folder;
        QVERIFY(putRoadmap(folder, 1));
        std::stop_source end;
        end.request_stop();
        const LibraryHealth health
            = checkLibrary(folder.filePath(u"library.sqlite"_s), end.get_token());
        QVERIFY(health.isOpened);
        QVERIFY(!health.isChecked);
        QVERIFY(reportText({ .library = health }).contains(u"not checked to its end"_s));
    }

    void aLibraryThatCannotBeWrittenIsReadOnly()
    {
        const QTemporaryDir folder;
        QVERIFY(putRoadmap(folder, 1));
        const QString path = folder.filePath(u"library.sqlite"_s);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        const LibraryHealth health = checkLibrary(path);
        QVERIFY(health.isOpened);
        QVERIFY(health.isFrozen);
        QCOMPARE(health.roadmaps, 1);
        QVERIFY(health.isChecked);
        const QString text = reportText({ .library = health });
        QVERIFY2(text.contains(u"read-only: nothing can be written"_s), qPrintable(text));
    }

    void aLibraryOfANewerProgramIsReadOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"library.sqlite"_s);
        QVERIFY(putRoadmap(folder, 1));
        {
            LibraryFile file;
            QVERIFY(!file.open(path, LibraryFile::Use::ReadAndWrite));
            trySql(file.database(), u"PRAGMA user_version = 999"_s);
        }
        const LibraryHealth health = checkLibrary(path);
        QVERIFY(health.isOpened);
        QCOMPARE(health.schema, 999);
        const QString text = reportText({ .library = health });
        QVERIFY2(text.contains(u"read-only: of a newer Roadloom"_s), qPrintable(text));
    }

    void aDamagedTableIsFound()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"library.sqlite"_s);
        QVERIFY(putRoadmap(folder, 50));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 3; page * 4096 < file.size(); ++page) {
            QVERIFY(file.seek(page * 4096));
            file.write(QByteArray(64, 'x'));
        }
        file.close();
        const LibraryHealth health = checkLibrary(path);
        QVERIFY(health.isOpened);
        QVERIFY(health.problems > 0 || health.errorCode != 0);
    }

    void aDamagedLibraryIsToldOf()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"library.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const LibraryHealth health = checkLibrary(file.fileName());
        QVERIFY(health.isThere);
        QVERIFY(health.errorCode != 0);
        QVERIFY(reportText({ .library = health }).contains(u"SQLite's code 26"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(5000, 'x'));
    }
};

QTEST_GUILESS_MAIN(ProblemReportTest)
#include "ProblemReportTest.moc"
