// SPDX-License-Identifier: Apache-2.0
#include "core/storage/AppearanceBook.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace roadloom;
using namespace Qt::StringLiterals;

namespace {

const Appearance allOther { .theme = ThemeChoice::HighContrast,
    .textPercent = 150,
    .motion = MotionChoice::Reduced,
    .language = LanguageChoice::Chinese,
    .sendKey = SendKey::ControlEnter };

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class AppearanceSettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const QTemporaryDir folder;
        const AppearanceSettings settings(folder.filePath(u"not/yet/there"_s));
        QCOMPARE(settings.read(), Appearance {});
        QVERIFY(!settings.write(allOther));
        QVERIFY(QFile::exists(settings.path()));
        QCOMPARE(AppearanceSettings(folder.filePath(u"not/yet/there"_s)).read(), allOther);
    }

    void whatNobodyUnderstandsIsAsUsual_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<Appearance>("wanted");
        const Appearance usual;
        QTest::newRow("empty") << QByteArray() << usual;
        QTest::newRow("words") << QByteArray("theme=purple\nmotion=\nlanguage=fr\nsend_key=tab\n")
                               << usual;
        QTest::newRow("capitals") << QByteArray("theme=DARK\n") << usual;
        QTest::newRow("a list") << QByteArray("theme=dark, light\ntext_percent=90, 80\n") << usual;
        QTest::newRow("one of four") << QByteArray("theme=dark\ntext_percent=huge\n")
                                     << Appearance { .theme = ThemeChoice::Dark };
        QTest::newRow("too small") << QByteArray("text_percent=79\n") << usual;
        QTest::newRow("too large") << QByteArray("text_percent=100000\n") << usual;
        QTest::newRow("negative") << QByteArray("text_percent=-150\n") << usual;
        QTest::newRow("more than an int")
            << QByteArray("text_percent=99999999999999999999\n") << usual;
        QTest::newRow("a fraction") << QByteArray("text_percent=150.5\n") << usual;
        QTest::newRow("between") << QByteArray("text_percent=140\n")
                                 << Appearance { .textPercent = 150 };
        QTest::newRow("largest") << QByteArray("text_percent=200\n")
                                 << Appearance { .textPercent = 200 };
        QTest::newRow("an object of Qt's")
            << QByteArray("theme=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x1)\ntext_percent=@Point(3 4)\n")
            << usual;
        QTest::newRow("bytes") << QByteArray("\xff\xfe\0\0[[[===\ntheme", 16) << usual;
        QTest::newRow("endless") << QByteArray("theme=dark\n;").append(QByteArray(100'000, 'x'))
                                 << usual;
    }
    void whatNobodyUnderstandsIsAsUsual()
    {
        QFETCH(const QByteArray, file);
        const QTemporaryDir folder;
        const AppearanceSettings settings(folder.path());
        writeFile(settings.path(), file);
        QTEST(settings.read(), "wanted");
        QVERIFY(!settings.write(allOther));
        QCOMPARE(settings.read(), allOther);
    }

    void whatElseIsInTheFileStays()
    {
        const QTemporaryDir folder;
        const AppearanceSettings settings(folder.path());
        writeFile(settings.path(), "theme=light\nof_a_newer_version=7\n");
        QVERIFY(!settings.write(allOther));
        QFile file(settings.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("of_a_newer_version=7"));
    }

    void whatCannotBeWrittenHoldsAllTheSame()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"appearance.ini"_s));
        AppearanceBook book { AppearanceSettings(folder.path()) };
        const QSignalSpy told(&book, &AppearanceBook::changed);
        const std::optional<Error> problem = book.change(allOther);
        QVERIFY(problem);
        QVERIFY(problem->message.contains(u"appearance.ini"_s));
        QCOMPARE(told.count(), 1);
        QCOMPARE(book.appearance(), allOther);
    }

    void aChangeIsToldOnce()
    {
        const QTemporaryDir folder;
        AppearanceBook book { AppearanceSettings(folder.path()) };
        const QSignalSpy told(&book, &AppearanceBook::changed);
        QVERIFY(!book.change(allOther));
        QVERIFY(!book.change(allOther));
        QCOMPARE(told.count(), 1);
        QCOMPARE(AppearanceBook(AppearanceSettings(folder.path())).appearance(), allOther);
    }
};

QTEST_GUILESS_MAIN(AppearanceSettingsTest)
#include "AppearanceSettingsTest.moc"
