// SPDX-License-Identifier: Apache-2.0
#include "core/base/Language.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreServedByOneOfOurLanguages_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<Language>("language");
        for (const char* code : { "zh", "zh-CN", "zh_TW", "ZH", "zh-Hant-HK" })
            QTest::addRow("%s", code) << QString::fromLatin1(code) << Language::Chinese;
        for (const char* code : { "en", "en-US", "fr", "ja", "C", "" })
            QTest::addRow("'%s'", code) << QString::fromLatin1(code) << Language::English;
    }

    void codesAreServedByOneOfOurLanguages()
    {
        QFETCH(const QString, code);
        QFETCH(const Language, language);
        QCOMPARE(languageForCode(code), language);
    }

    void textsAreToldByTheirScript_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Language>("language");
        QTest::addRow("Chinese") << u"学习编程"_s << Language::Chinese;
        QTest::addRow("Chinese with English words")
            << u"学习 Python Web 开发"_s << Language::Chinese;
        QTest::addRow("one Han character outside the basic plane")
            << u"about 𠮷"_s << Language::Chinese;
        QTest::addRow("English") << u"Learn Python"_s << Language::English;
        QTest::addRow("full-width letters and marks") << u"Ｐｙｔｈｏｎ！"_s << Language::English;
        QTest::addRow("German") << u"Über Äpfel"_s << Language::English;
        QTest::addRow("nothing") << QString() << Language::English;
        QTest::addRow("half a character") << QString(QChar(0xd842)) << Language::English;
    }

    void textsAreToldByTheirScript()
    {
        QFETCH(const QString, text);
        QFETCH(const Language, language);
        QCOMPARE(languageOfText(text), language);
    }

    void ourCodesLeadBackToOurLanguages()
    {
        for (const Language language : { Language::English, Language::Chinese })
            QCOMPARE(languageForCode(languageCode(language)), language);
    }

    void bilingualTextIsTakenInOneLanguage()
    {
        const BilingualText text { .english = u"Loops"_s, .chinese = u"循环"_s };
        QCOMPARE(text.in(Language::English), u"Loops"_s);
        QCOMPARE(text.in(Language::Chinese), u"循环"_s);
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "LanguageTest.moc"
