// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MarkdownBlocks.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// In one string: code begins with its language in brackets.
QString joined(const QList<MarkdownBlock>& blocks)
{
    QString text;
    for (const MarkdownBlock& block : blocks)
        text += (block.beginsCode ? u'[' + block.language + u']' : QString()) + block.text;
    return text;
}

} // namespace

class MarkdownBlocksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openTextIsTheTail()
    {
        MarkdownBlocks blocks;
        QCOMPARE(joined(blocks.feed(u"A first\nline")), QString());
        QCOMPARE(blocks.tail(), u"A first\nline"_s);
        QCOMPARE(joined(blocks.finish()), u"A first  \nline  \n\n"_s);
        QCOMPARE(blocks.tail(), QString());
    }

    void blocksEndWhereMarkdownEndsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("finished");
        QTest::addColumn<QString>("tail");
        QTest::newRow("blank line") << u"one\n\ntwo"_s << u"one  \n\n"_s << u"two"_s;
        QTest::newRow("heading") << u"# Title\nnext"_s << u"# Title  \n\n"_s << u"next"_s;
        QTest::newRow("open fence") << u"```py\na\n\nb\nc"_s << u"[py]a\n\nb\n"_s << u"c"_s;
        QTest::newRow("closed fence") << u"```py\na\n```\nx"_s << u"[py]a\n"_s << u"x"_s;
        QTest::newRow("longer fence") << u"````\n```\n````\n"_s << u"[]```\n"_s << QString();
        QTest::newRow("tilde fence") << u"~~~\n```\n~~~\n"_s << u"[]```\n"_s << QString();
        QTest::newRow("indented fence")
            << u" ```py x\n a\n  b\nc\n ```\n"_s << u"[py x]a\n b\nc\n"_s << QString();
        QTest::newRow("two fences")
            << u"```\na\n```\n```\nb\n```\n"_s << u"[]a\n[]b\n"_s << QString();
        QTest::newRow("fence in a list") << u"- a\n  ```\n  b\n  ```\n\nc\n"_s
                                         << u"- a  \n  ```\n  b\n  ```\n\n\n"_s << u"c\n"_s;
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
        const QString finished = joined(blocks.feed(text));
        QTEST(finished, "finished");
        QTEST(blocks.tail(), "tail");
    }

    void anySplitYieldsTheSame()
    {
        const QString text
            = u"# T\n\nA *b*\nc\n\n- x\n\n- y\n\nz\n\n```py\nif x:\n\n  y\n```\nend"_s;
        MarkdownBlocks whole;
        QString expected = joined(whole.feed(text));
        expected += joined(whole.finish());
        for (qsizetype size = 1; size < text.size(); ++size) {
            MarkdownBlocks pieces;
            QString finished;
            for (qsizetype at = 0; at < text.size(); at += size)
                finished += joined(pieces.feed(QStringView(text).mid(at, size)));
            finished += joined(pieces.finish());
            QCOMPARE(finished, expected);
        }
    }

    void endlessParagraphIsCut()
    {
        MarkdownBlocks blocks;
        QString finished;
        for (int i = 0; i < 1000; ++i) {
            finished += joined(blocks.feed(QString(100, u'x')));
            QVERIFY(blocks.tail().size() <= MarkdownBlocks::maxBlock + 1);
        }
        finished += joined(blocks.finish());
        QCOMPARE(finished.count(u'x'), 100000);
    }

    void anEndlessLineOfCodeGoesOn()
    {
        MarkdownBlocks blocks;
        QList<MarkdownBlock> finished = blocks.feed(u"```py\n");
        for (int i = 0; i < 1000; ++i)
            finished += blocks.feed(QString(100, u'x'));
        finished += blocks.feed(u"\n```\n");
        QVERIFY(finished.size() > 10);
        QString code;
        for (const MarkdownBlock& block : std::as_const(finished))
            code += block.text;
        QCOMPARE(code, QString(100'000, u'x') + u'\n');
        QCOMPARE(std::ranges::count_if(finished, &MarkdownBlock::beginsCode), 1);
    }

    void anEndlessFenceInAListIsCutAndOpenedAgain()
    {
        MarkdownBlocks blocks;
        QString finished = joined(blocks.feed(u"- x\n  ```py\n"));
        for (int i = 0; i < 1000; ++i)
            finished += joined(blocks.feed(u"  print('hello')\n"));
        finished += joined(blocks.feed(u"  ```\n"));
        finished += joined(blocks.finish());
        QCOMPARE(finished.count(u"print"_s), 1000);
        QVERIFY(finished.count(u"```py"_s) > 1);
        QCOMPARE(finished.count(u"```"_s), 2 * finished.count(u"```py"_s));
    }

    void anEndlessTableKeepsItsHead()
    {
        MarkdownBlocks blocks;
        QString finished = joined(blocks.feed(u"| a | b |\n| --- | --- |\n"));
        for (int i = 0; i < 1000; ++i)
            finished += joined(blocks.feed(u"| cell | cell |\n"));
        finished += joined(blocks.finish());
        QCOMPARE(finished.count(u"| cell | cell |"_s), 1000);
        const qsizetype heads = finished.count(u"| a | b |"_s);
        QVERIFY(heads > 5);
        QCOMPARE(finished.count(u"| --- | --- |"_s), heads);
    }

    void cutSplitsNoSurrogatePair()
    {
        MarkdownBlocks blocks;
        QString finished;
        for (int i = 0; i < 5000; ++i)
            finished += joined(blocks.feed(i == 0 ? u"a😀"_s : u"😀"_s));
        finished += joined(blocks.finish());
        QVERIFY(finished.isValidUtf16());
    }
};

QTEST_GUILESS_MAIN(MarkdownBlocksTest)
#include "MarkdownBlocksTest.moc"
