// SPDX-License-Identifier: Apache-2.0
// The real program, started with a file as a desktop does when somebody opens one.
#include "core/exporting/RoadloomFile.h"
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/e2e/Program.h"
#include "tests/support/LibraryAnswers.h"

#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

constexpr int patience = 60'000; // milliseconds, for slow machines

/// A file of a roadmap with that title.
QString fileOf(const QTemporaryDir& folder, const QString& title, RoadmapDocument document)
{
    document.id = title;
    document.design.framework.title = title;
    QFile file(folder.filePath(title + u".roadloom"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(writeRoadloomFile(document)) < 0)
        qFatal("cannot be written");
    return file.fileName();
}

/// The title of the roadmap that the window of that folder shows.
QString titleInFront(const QString& folder)
{
    const QString id = QSettings(folder + u"/window.ini"_s, QSettings::IniFormat)
                           .value(u"window/roadmap"_s)
                           .toString();
    Library library(folder);
    if (id.isEmpty() || library.open())
        return {};
    const Result<KeptRoadmap> kept = readNow(library, id);
    return kept ? kept.value().entry.roadmap.title : QString();
}

} // namespace

class OpenFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_runtime = std::make_unique<QTemporaryDir>(u"/tmp/rlXXXXXX"_s); }

    void itIsImportedAndShownAndASecondStartHandsItOver()
    {
        const QTemporaryDir files;
        Program first;
        prepare(first, first.dataFolder());
        first.start({ fileOf(files, u"One"_s, sample::document()) });
        QTRY_COMPARE_WITH_TIMEOUT(titleInFront(first.dataFolder()), u"One"_s, patience);
        Program second;
        prepare(second, first.dataFolder());
        QVERIFY(second.run({ fileOf(files, u"Two"_s, sample::largeDocument(20)) }));
        QCOMPARE(second.exitStatus(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(titleInFront(first.dataFolder()), u"Two"_s, patience);
        first.terminate();
        QVERIFY(first.wait());
        QCOMPARE(first.exitStatus(), 0);
        Library library(first.dataFolder());
        QVERIFY(!library.open());
        QCOMPARE(listNow(library).value().size(), 2);
    }

    void itsAddressWillDo_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("no host") << QString();
        QTest::newRow("this one") << u"localhost"_s;
    }
    void itsAddressWillDo()
    {
        QFETCH(const QString, host);
        const QTemporaryDir files;
        QUrl url = QUrl::fromLocalFile(fileOf(files, u"One % 二"_s, sample::document()));
        url.setHost(host);
        Program program;
        prepare(program, program.dataFolder());
        program.start({ url.toString(QUrl::FullyEncoded) });
        QTRY_COMPARE_WITH_TIMEOUT(titleInFront(program.dataFolder()), u"One % 二"_s, patience);
        program.terminate();
        QVERIFY(program.wait());
    }

    void aSecondStartHandsALinkOver()
    {
        Program first;
        prepare(first, first.dataFolder());
        first.start({});
        QTRY_VERIFY_WITH_TIMEOUT(
            !QDir(m_runtime->path()).entryList({ u"roadloom-*"_s }, QDir::System).isEmpty(),
            patience);
        Program second;
        prepare(second, first.dataFolder());
        QVERIFY(second.run({ u"roadloom://join/127.0.0.1:8000?code=ABCD2345"_s }));
        QCOMPARE(second.exitStatus(), 0);
        QCOMPARE(second.err(), QByteArray());
        first.terminate();
        QVERIFY(first.wait());
        QCOMPARE(first.exitStatus(), 0);
    }

    void whatCannotBeOpenedIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no such file")
            << QStringList { u"/nonexistent/a.roadloom"_s } << QByteArray("There is no file");
        QTest::newRow("another machine's")
            << QStringList { u"file://elsewhere/etc/a.roadloom"_s } << QByteArray("no file");
        QTest::newRow("a link and a goal") << QStringList { u"roadloom://join/h:1"_s, u"--goal"_s,
            u"x"_s } << QByteArray("one file");
        QTest::newRow("no command") << QStringList { u"frobnicate"_s } << QByteArray("no command");
        QTest::newRow("two") << QStringList { u"/etc/hostname"_s, u"/etc/hostname"_s }
                             << QByteArray("one file or link at a time");
        QTest::newRow("a goal, too")
            << QStringList { u"/etc/hostname"_s, u"--goal"_s, u"x"_s } << QByteArray("one file");
    }
    void whatCannotBeOpenedIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, sentence);
        Program program;
        prepare(program, program.dataFolder());
        QVERIFY(program.run(arguments));
        QCOMPARE(program.exitStatus(), 2);
        QVERIFY2(program.err().contains(sentence), program.err().constData());
    }

private:
    void prepare(Program& program, const QString& dataFolder) const
    {
        program.setEnvironment(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program.setEnvironment(u"XDG_RUNTIME_DIR"_s, m_runtime->path());
        program.setEnvironment(u"ROADLOOM_DATA_DIR"_s, dataFolder);
    }

    std::unique_ptr<QTemporaryDir> m_runtime;
};

QTEST_GUILESS_MAIN(OpenFileTest)
#include "OpenFileTest.moc"
