// SPDX-License-Identifier: Apache-2.0
#include "core/base/PlainText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class PlainTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::addRow("plain") << u"a 学 😀"_s << u"a 学 😀"_s;
        QTest::addRow("tab and line break") << u"a\tb\nc"_s << u"a\tb\nc"_s;
        QTest::addRow("CR LF") << u"a\r\nb\r\n"_s << u"a\nb\n"_s;
        QTest::addRow("CR alone") << u"a\rb\r"_s << u"a\nb\n"_s;
        QTest::addRow("terminal escape") << u"\x1b[2Jred\x1b[0m"_s << u"[2Jred[0m"_s;
        QTest::addRow("zero, bell, backspace, delete") << u"a\0b\a\b\x7f"_s << u"ab"_s;
        QTest::addRow("C1 controls") << u"a\u009b31mb\u0085"_s << u"a31mb"_s;
        QTest::addRow("bidirectional controls")
            << u"\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069"_s << u"abcdefgh"_s;
        QTest::addRow("joiners of emoji and scripts stay")
            << u"👩\u200d💻 a\u200cb"_s << u"👩\u200d💻 a\u200cb"_s;
        QTest::addRow("nothing") << QString() << QString();
    }

    void textIsMadeHarmless()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, plain);
        QCOMPARE(plainText(text), plain);
        QCOMPARE(plainText(plain), plain);
    }

    void knowsWhetherThereIsAnythingToSee_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isVisible");
        QTest::addRow("nothing") << QString() << false;
        QTest::addRow("blanks of all kinds") << u" \t\n\u00a0\u3000\u2029"_s << false;
        QTest::addRow("controls") << u"\x1b\0\u0085"_s << false;
        QTest::addRow("bidirectional controls") << u"\u202e\u2066\u200f"_s << false;
        QTest::addRow("zero width") << u"\u200b\u2060\ufeff\u00ad"_s << false;
        QTest::addRow("fillers") << u"\u3164\u2800\uffa0\u115f\u1160"_s << false;
        QTest::addRow("marks without a letter") << u"\u0301\ufe0f"_s << false;
        QTest::addRow("tags, beyond the basic plane") << u"\U000E0041"_s << false;
        QTest::addRow("half a character") << QString(QChar(0xD83D)) << false;
        QTest::addRow("letter") << u"\u202ea"_s << true;
        QTest::addRow("Han") << u" 学"_s << true;
        QTest::addRow("emoji") << u"😀"_s << true;
        QTest::addRow("sign") << u"+"_s << true;
    }

    void knowsWhetherThereIsAnythingToSee()
    {
        QFETCH(const QString, text);
        QTEST(hasVisibleCharacter(text), "isVisible");
    }

    void lineHasNoBreaks() { QCOMPARE(plainLine(u"  a\r\n\tb \x1b c  "_s), u"a b c"_s); }

    void longLinesAreCutBetweenCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line");
        QTest::addRow("short") << u"abcd"_s << u"abcd"_s;
        QTest::addRow("one too many") << u"abcde"_s << u"abcd…"_s;
        QTest::addRow("not within a pair") << u"abc😀"_s << u"abc…"_s;
        QTest::addRow("blanks do not count twice") << u"a    b  c"_s << u"a b…"_s;
        QTest::addRow("blanks around do not count") << u" \n abcd \n "_s << u"abcd"_s;
        QTest::addRow("blanks without end") << QString(1000000, u' ') << u"…"_s;
        QTest::addRow("nothing") << QString() << QString();
    }

    void longLinesAreCutBetweenCharacters()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, line);
        QCOMPARE(shortLine(text, 4), line);
    }

    void charactersAreCountedAsPeopleDo()
    {
        QCOMPARE(characterCount(u"a学😀𠮷"), 4);
        QCOMPARE(characterCount(QString()), 0);
    }
};

QTEST_GUILESS_MAIN(PlainTextTest)
#include "PlainTextTest.moc"
