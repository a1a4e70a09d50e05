// SPDX-License-Identifier: Apache-2.0
// What makes *.roadloom a kind of file that the desktop knows.
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString packaging = QStringLiteral(ROADLOOM_SOURCE_DIR "/app/packaging/");
const QString desktopFile = packaging + u"org.roadloom.Roadloom.desktop"_s;
const QString mimeFile = packaging + u"org.roadloom.Roadloom.mime.xml"_s;
const QString mimeType = u"application/x-roadloom"_s;

/// What the tool says; empty if it is content.
QByteArray judgementOf(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool, arguments);
    if (!process.waitForFinished())
        return "it does not end";
    const QByteArray said = process.readAll();
    return process.exitCode() == 0 ? QByteArray() : "not content: " + said;
}

bool has(const QString& tool)
{
    return !QStandardPaths::findExecutable(tool).isEmpty();
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class PackagingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDesktopOpensSuchFilesWithTheProgram()
    {
        const QByteArray text = bytesOf(desktopFile);
        QVERIFY(text.contains("\nExec=roadloom %u\n"));
        QVERIFY(text.contains("\nMimeType=application/x-roadloom;x-scheme-handler/roadloom;\n"));
        QVERIFY(bytesOf(mimeFile).contains("type=\"application/x-roadloom\""));
        QVERIFY(bytesOf(mimeFile).contains("<comment xml:lang=\"zh_CN\">"));
    }

    void theDesktopFileIsValid()
    {
        if (!has(u"desktop-file-validate"_s))
            QSKIP("desktop-file-validate is not installed");
        // A key of the specification's version 1.5, which validators before 0.27 do not know.
        const QTemporaryDir folder;
        QFile known(folder.filePath(u"org.roadloom.Roadloom.desktop"_s));
        QVERIFY(known.open(QIODevice::WriteOnly));
        known.write(bytesOf(desktopFile).replace("SingleMainWindow=true\n", ""));
        known.close();
        QCOMPARE(judgementOf(u"desktop-file-validate"_s, { known.fileName() }), QByteArray());
    }

    void theKindOfFileIsValid()
    {
        if (!has(u"xmllint"_s))
            QSKIP("xmllint is not installed");
        QCOMPARE(judgementOf(u"xmllint"_s, { u"--noout"_s, mimeFile }), QByteArray());
    }

    void theSystemKnowsTheKindOfFile()
    {
        if (!has(u"update-mime-database"_s))
            QSKIP("update-mime-database is not installed");
        const QTemporaryDir data;
        QVERIFY(QDir(data.path()).mkpath(u"mime/packages"_s));
        QVERIFY(QFile::copy(mimeFile, data.filePath(u"mime/packages/org.roadloom.Roadloom.xml"_s)));
        QCOMPARE(
            judgementOf(u"update-mime-database"_s, { data.filePath(u"mime"_s) }), QByteArray());
        qputenv("XDG_DATA_HOME", data.path().toUtf8());
        const QMimeDatabase kinds;
        QCOMPARE(kinds.mimeTypeForFile(u"my.roadloom"_s, QMimeDatabase::MatchExtension).name(),
            mimeType);
        // Also under another name.
        QCOMPARE(kinds.mimeTypeForData(R"({"format":"roadloom","version":1})").name(), mimeType);
    }
};

QTEST_GUILESS_MAIN(PackagingTest)
#include "PackagingTest.moc"
