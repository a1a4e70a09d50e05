// SPDX-License-Identifier: Apache-2.0
#include "core/base/PrivateFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class PrivateFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isForItsOwnerAlone();
    void replacesWhatWasThere();
    void followsALink();
    void leavesNothingBehind();
    void saysWhenItCannotWrite();
    void saysWhenItCannotRead();
    void refusesTooMuch();
    void setsAsideWithoutLosing();
    void closesToOthers();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner
    | QFileDevice::ReadUser | QFileDevice::WriteUser;

QString kind(const Error& error)
{
    return errorKindName(error.kind);
}

} // namespace

void PrivateFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void PrivateFileTest::isForItsOwnerAlone()
{
    const QString file = path(u"new/folder/file"_s);
    QVERIFY(!writePrivateFile(file, "geheim"));
    QCOMPARE(QFile::permissions(file), ownerOnly);
    QCOMPARE(readPrivateFile(file, 6).value(), "geheim"_ba);
}

void PrivateFileTest::replacesWhatWasThere()
{
    const QString file = path(u"file"_s);
    QFile open(file);
    QVERIFY(open.open(QIODevice::WriteOnly));
    QVERIFY(open.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
    QVERIFY(!writePrivateFile(file, "one"));
    QVERIFY(!writePrivateFile(file, "two"));
    QCOMPARE(readPrivateFile(file, 100).value(), "two"_ba);
    QCOMPARE(QFile::permissions(file), ownerOnly);
    QCOMPARE(open.size(), qint64(0)); // whoever holds the old one does not see the new one
}

void PrivateFileTest::followsALink()
{
    const QString file = path(u"elsewhere/file"_s);
    QVERIFY(!writePrivateFile(file, "one"));
    QVERIFY(QFile::link(file, path(u"link"_s)));
    QVERIFY(!writePrivateFile(path(u"link"_s), "two"));
    QCOMPARE(readPrivateFile(file, 100).value(), "two"_ba);
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QVERIFY(QFile::link(path(u"link"_s), path(u"link to a link"_s)));
    QVERIFY(!writePrivateFile(path(u"link to a link"_s), "three"));
    QCOMPARE(readPrivateFile(file, 100).value(), "three"_ba);
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
}

void PrivateFileTest::leavesNothingBehind()
{
    QVERIFY(!writePrivateFile(path(u"file"_s), "one"));
    QVERIFY(!writePrivateFile(path(u"file"_s), "two"));
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList { u"file"_s });
}

void PrivateFileTest::saysWhenItCannotWrite()
{
    QVERIFY(!writePrivateFile(path(u"file"_s), "one"));
    const std::optional<Error> error = writePrivateFile(path(u"file/below"_s), "geheim");
    QVERIFY(error);
    QVERIFY(error->message.contains(path(u"file/below"_s)));
    QVERIFY(!error->message.contains("geheim"_L1));
}

void PrivateFileTest::saysWhenItCannotRead()
{
    QCOMPARE(
        kind(readPrivateFile(path(u"none"_s), 1).error()), kind({ ErrorKind::NotFound, {}, {} }));
    const Result<QByteArray> folder = readPrivateFile(m_folder->path(), 1);
    QVERIFY(!folder);
    QCOMPARE(kind(folder.error()), kind({ ErrorKind::Internal, {}, {} }));
    QVERIFY(folder.error().message.contains(m_folder->path()));
}

void PrivateFileTest::refusesTooMuch()
{
    QVERIFY(!writePrivateFile(path(u"file"_s), "123456"));
    QCOMPARE(
        kind(readPrivateFile(path(u"file"_s), 5).error()), kind({ ErrorKind::TooLarge, {}, {} }));
}

void PrivateFileTest::setsAsideWithoutLosing()
{
    for (const QString& name : { u"file.damaged"_s, u"file.damaged-2"_s, u"file.damaged-3"_s }) {
        QVERIFY(!writePrivateFile(path(u"file"_s), name.toLatin1()));
        QCOMPARE(setAside(path(u"file"_s)).value(), path(name));
        QVERIFY(!QFile::exists(path(u"file"_s)));
    }
    QCOMPARE(readPrivateFile(path(u"file.damaged"_s), 100).value(), "file.damaged"_ba);
    QVERIFY(!setAside(path(u"file"_s)));
}

void PrivateFileTest::closesToOthers()
{
    const QString file = path(u"file"_s);
    QVERIFY(!writePrivateFile(file, "one"));
    QVERIFY(!closeToOthers(file).value());
    QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::ReadGroup));
    QVERIFY(closeToOthers(file).value());
    QCOMPARE(QFile::permissions(file), ownerOnly);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::PrivateFileTest)
#include "PrivateFileTest.moc"
