// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/WordAt.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class WordAtTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsTheWordAReaderWouldSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const QString& text, int index, const QString& word) {
            QTest::newRow(name) << text << index << word;
        };
        row("first letter", u"one two"_s, 0, u"one"_s);
        row("last letter", u"one two"_s, 2, u"one"_s);
        row("blanks", u"one  two"_s, 4, u"  "_s);
        row("behind the end", u"one two"_s, 7, u"two"_s);
        row("before the beginning", u"one two"_s, -1, u"one"_s);
        row("apostrophe", u"it doesn't"_s, 4, u"doesn't"_s);
        row("accents", u"une idée là"_s, 5, u"idée"_s);
        row("identifier", u"call item_number()"_s, 7, u"item_number"_s);
        row("number", u"about 3.14 of"_s, 7, u"3.14"_s);
        row("sign", u"a, b"_s, 1, u","_s);
        row("Chinese", u"先学习基础知识"_s, 2, u"学习"_s);
        row("Chinese before a word", u"学习Python编程"_s, 0, u"学习"_s);
        row("a word in Chinese", u"学习Python编程"_s, 4, u"Python"_s);
        row("Chinese mark", u"基础，框架"_s, 2, u"，"_s);
        row("Japanese", u"日本語を勉強する"_s, 4, u"勉強"_s);
        row("Korean", u"파이썬을 배우다"_s, 1, u"파이썬을"_s);
        row("beyond 16 bits", u"a😀b"_s, 2, u"😀"_s);
        // Which no buffer within a string holds.
        const QString longText = u"先学习基础知识，再学习框架。"_s.repeated(20);
        row("the first of many", longText, 1, u"学习"_s);
        row("the last of many", longText, int(longText.size()) - 2, u"框架"_s);
        row("separated line", u"one\u2028two"_s, 5, u"two"_s);
    }
    void itIsTheWordAReaderWouldSay()
    {
        QFETCH(const QString, text);
        QFETCH(const int, index);
        QFETCH(const QString, word);
        const WordSpan found = wordAt(text, index);
        QCOMPARE(text.sliced(found.begin, found.end - found.begin), word);
    }

    void nothingHasNoWord() { QCOMPARE(wordAt({}, 0), WordSpan()); }
};

QTEST_GUILESS_MAIN(WordAtTest)
#include "WordAtTest.moc"
