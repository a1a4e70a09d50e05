// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MarkdownBlocks.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

class MarkdownBlocksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openTextIsTheTail()
    {
        MarkdownBlocks blocks;
        QCOMPARE(blocks.feed(u"A first\nline"), QString());
        QCOMPARE(blocks.tail(), u"A first\nline"_s);
        QCOMPARE(blocks.finish(), u"A first  \nline  \n\n"_s);
        QCOMPARE(blocks.tail(), QString());
    }

    void blocksEndWhereMarkdownEndsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finished");
        QTest::addColumn<QString>("tail");
        QTest::newRow("blank line") << u"one\n\ntwo"_s << u"one  \n\n"_s << u"two"_s;
        QTest::newRow("heading") << u"# Title\nnext"_s << u"# Title  \n\n"_s << u"next"_s;
        QTest::newRow("open fence") << u"```py\na\n\nb\n"_s << QString() << u"```py\na\n\nb\n"_s;
        QTest::newRow("closed fence") << u"```py\na\n```\nx"_s << u"```py\na\n```\n\n"_s << u"x"_s;
        QTest::newRow("longer fence")
            << u"````\n```\n````\n"_s << u"````\n```\n````\n\n"_s << QString();
        QTest::newRow("tilde fence") << u"~~~\n```\n~~~\n"_s << u"~~~\n```\n~~~\n\n"_s << QString();
        QTest::newRow("loose list stays one")
            << u"1. a\n\n2. b\n"_s << QString() << u"1. a\n\n2. b\n"_s;
        QTest::newRow("text after a list") << u"- a\n\nb\n"_s << u"- a  \n\n\n"_s << u"b\n"_s;
        QTest::newRow("indented text in a list")
            << u"- a\n\n  b\n"_s << QString() << u"- a\n\n  b\n"_s;
        QTest::newRow("inline code is no fence")
            << u"```a``` b\n"_s << QString() << u"```a``` b\n"_s;
    }
    void blocksEndWhereMarkdownEndsThem()
    {
        QFETCH(const QString, text);
        MarkdownBlocks blocks;
        const QString finished = blocks.feed(text);
        QTEST(finished, "finished");
        QTEST(blocks.tail(), "tail");
    }

    void anySplitYieldsTheSame()
    {
        const QString text
            = u"# T\n\nA *b*\nc\n\n- x\n\n- y\n\nz\n\n```py\nif x:\n\n  y\n```\nend"_s;
        MarkdownBlocks whole;
        QString expected = whole.feed(text);
        expected += whole.finish();
        for (qsizetype size = 1; size < text.size(); ++size) {
            MarkdownBlocks pieces;
            QString finished;
            for (qsizetype at = 0; at < text.size(); at += size)
                finished += pieces.feed(QStringView(text).mid(at, size));
            finished += pieces.finish();
            QCOMPARE(finished, expected);
        }
    }

    void endlessParagraphIsCut()
    {
        MarkdownBlocks blocks;
        QString finished;
        for (int i = 0; i < 1000; ++i) {
            finished += blocks.feed(QString(100, u'x'));
            QVERIFY(blocks.tail().size() <= MarkdownBlocks::maxBlock + 1);
        }
        finished += blocks.finish();
        QCOMPARE(finished.count(u'x'), 100000);
    }

    void endlessFenceIsCutAndOpenedAgain()
    {
        MarkdownBlocks blocks;
        QString finished = blocks.feed(u"```py\n");
        for (int i = 0; i < 1000; ++i)
            finished += blocks.feed(u"print('hello')\n");
        finished += blocks.feed(u"```\n");
        QCOMPARE(finished.count(u"print"_s), 1000);
        QVERIFY(finished.count(u"```py"_s) > 1);
        QCOMPARE(finished.count(u"```"_s), 2 * finished.count(u"```py"_s));
    }

    void cutSplitsNoSurrogatePair()
    {
        MarkdownBlocks blocks;
        QString finished;
        for (int i = 0; i < 5000; ++i)
            finished += blocks.feed(i == 0 ? u"a😀"_s : u"😀"_s);
        finished += blocks.finish();
        QVERIFY(finished.isValidUtf16());
    }
};

QTEST_GUILESS_MAIN(MarkdownBlocksTest)
#include "MarkdownBlocksTest.moc"
