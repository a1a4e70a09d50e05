// SPDX-License-Identifier: Apache-2.0
#include "ui/look/DisplayText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class DisplayTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsMadeHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"a b\n\tc"_s << u"a b\n\tc"_s;
        QTest::newRow("chinese") << u"学习 Python"_s << u"学习 Python"_s;
        QTest::newRow("emoji of several") << u"👩‍💻 ok"_s << u"👩‍💻 ok"_s;
        QTest::newRow("carriage returns") << u"a\r\nb\rc"_s << u"a\nb\nc"_s;
        QTest::newRow("override of direction") << u"a\u202Egnp.exe"_s << u"agnp.exe"_s;
        QTest::newRow("isolate") << u"a\u2066b\u2069"_s << u"ab"_s;
        QTest::newRow("escape sequence") << u"\x1b[31mred"_s << u"[31mred"_s;
        QTest::newRow("document frame marks") << u"a\uFDD0b\uFDD1"_s << u"a\uFFFDb\uFFFD"_s;
        QTest::newRow("object mark") << u"a\uFFFCb"_s << u"a\uFFFDb"_s;
        QTest::newRow("paragraph separator") << u"a\u2029b"_s << u"a\nb"_s;
        QTest::newRow("half a pair") << u"a"_s + QChar(0xD83D) + u"b"_s << u"a\uFFFDb"_s;
        QTest::newRow("other half") << QChar(0xDC69) + u"b"_s << u"\uFFFDb"_s;
    }
    void textIsMadeHarmless()
    {
        QFETCH(const QString, text);
        QTEST(displayText(text), "shown");
    }

    void harmlessTextIsShared()
    {
        const QString text = u"nothing to do"_s;
        QCOMPARE(displayText(text).constData(), text.constData());
    }

    void anExcerptKeepsItsLines()
    {
        QCOMPARE(displayExcerpt(u"a\nb\nc"_s, 5), u"a\nb\nc"_s);
        QCOMPARE(displayExcerpt(u"a\nb\nc"_s, 4), u"a\nb\n…"_s);
        QCOMPARE(displayExcerpt(u"a\r\nb\x07 c"_s, 5), u"a\nb…"_s);
        QCOMPARE(displayExcerpt(u"a👩b"_s, 2), u"a…"_s);
    }

    void lineIsOneLineAndBounded()
    {
        QCOMPARE(displayLine(u" a\n b\t c "_s), u"a b c"_s);
        QCOMPARE(displayLine(u"abcdef"_s, 4), u"abc…"_s);
        QCOMPARE(displayLine(u"abcd"_s, 4), u"abcd"_s);
        QCOMPARE(displayLine(u"a👩b"_s, 3), u"a…"_s);
        QCOMPARE(displayLine(QString(1000000, u'x'), 300).size(), 300);
    }
};

QTEST_GUILESS_MAIN(DisplayTextTest)
#include "DisplayTextTest.moc"
