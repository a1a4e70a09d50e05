// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LogFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What several write at once: each line says whose it is and which, and is as long as all others.
QByteArray lineOf(int writer, int number)
{
    return QByteArray::number(writer) + ' ' + QByteArray::number(number).rightJustified(6, '0')
        + QByteArray(80, char('a' + writer));
}

} // namespace

class LogFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesStandInAFileOfTheOwnersAlone()
    {
        const QTemporaryDir folder;
        const QString log = folder.filePath(u"state/log"_s);
        LogFile file(log);
        QVERIFY(!QFile::exists(log)); // nothing was said yet
        QVERIFY(file.write("first"));
        QVERIFY(file.write("second"));
        QCOMPARE(bytesOf(log + u"/roadloom.log"_s), QByteArray("first\nsecond\n"));
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY((QFile::permissions(log + u"/roadloom.log"_s) & others) == 0);
        LogFile again(log);
        QVERIFY(again.write("third"));
        QCOMPARE(LogFile::lastLines(log, 2), (QList<QByteArray> { "second", "third" }));
    }

    void aFullFileMakesRoom()
    {
        const QTemporaryDir folder;
        LogFile file(folder.path(), { .bytes = 100, .files = 3 });
        for (int number = 0; number < 100; ++number)
            QVERIFY(file.write("line " + QByteArray::number(number)));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
            (QStringList { u"roadloom.log"_s, u"roadloom.log.1"_s, u"roadloom.log.2"_s }));
        for (const QFileInfo& info : QDir(folder.path()).entryInfoList(QDir::Files))
            QVERIFY(info.size() <= 100);
        const QList<QByteArray> last = LogFile::lastLines(folder.path(), 15);
        QCOMPARE(last.first(), QByteArray("line 85"));
        QCOMPARE(last.last(), QByteArray("line 99"));
    }

    void nobodyWaitsForWhoMakesRoom()
    {
        const QTemporaryDir folder;
        LogFile file(folder.path(), { .bytes = 20, .files = 3 });
        QVERIFY(file.write("the first line"));
        const QString path = folder.filePath(u"roadloom.log"_s);
        const int other = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        QVERIFY(::flock(other, LOCK_EX) == 0);
        QVERIFY(file.write("the second line"));
        QCOMPARE(bytesOf(path), QByteArray("the first line\nthe second line\n"));
        ::close(other);
        QVERIFY(file.write("the third line"));
        QCOMPARE(bytesOf(path), QByteArray("the third line\n"));
    }

    void aLongLineIsCut()
    {
        const QTemporaryDir folder;
        LogFile file(folder.path());
        QVERIFY(file.write(QByteArray(100'000, 'x')));
        QCOMPARE(LogFile::lastLines(folder.path(), 1).first().size(), 1000);
    }

    void aPlaceThatCannotBeWrittenSaysSo()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        LogFile below(folder.filePath(u"file/log"_s));
        QVERIFY(!below.write("line"));
        // Nor does it follow where a link leads.
        QVERIFY(QFile::link(file.fileName(), folder.filePath(u"roadloom.log"_s)));
        LogFile linked(folder.path());
        QVERIFY(!linked.write("line"));
    }

    void severalProgramsWriteAtOnce()
    {
        const QTemporaryDir folder;
        constexpr int writers = 4;
        constexpr int lines = 2000;
        const LogFile::Limits limits { .bytes = 200'000, .files = 10 };
        std::vector<::pid_t> children;
        for (int writer = 0; writer < writers; ++writer) {
            const ::pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                LogFile file(folder.path(), limits);
                bool isWritten = true;
                for (int number = 0; number < lines; ++number)
                    isWritten = file.write(lineOf(writer, number)) && isWritten;
                ::_exit(isWritten ? 0 : 1);
            }
            children.push_back(child);
        }
        for (const ::pid_t child : children) {
            int status = -1;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        QByteArray all;
        for (const QFileInfo& info : QDir(folder.path()).entryInfoList(QDir::Files))
            all += bytesOf(info.filePath());
        QList<QByteArray> found = all.split('\n');
        found.removeAll({});
        std::ranges::sort(found);
        QList<QByteArray> expected;
        for (int writer = 0; writer < writers; ++writer) {
            for (int number = 0; number < lines; ++number)
                expected.append(lineOf(writer, number));
        }
        std::ranges::sort(expected);
        QVERIFY(found == expected);
    }

    void severalThreadsWriteAtOnce()
    {
        const QTemporaryDir folder;
        LogFile file(folder.path(), { .bytes = 50'000, .files = 10 });
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int writer = 0; writer < 4; ++writer)
            threads.emplace_back([&file, writer] {
                for (int number = 0; number < 500; ++number)
                    file.write(lineOf(writer, number));
            });
        for (std::thread& thread : threads)
            thread.join();
        qsizetype count = 0;
        for (const QFileInfo& info : QDir(folder.path()).entryInfoList(QDir::Files))
            count += bytesOf(info.filePath()).count('\n');
        QCOMPARE(count, 2000);
    }
};

QTEST_GUILESS_MAIN(LogFileTest)
#include "LogFileTest.moc"
