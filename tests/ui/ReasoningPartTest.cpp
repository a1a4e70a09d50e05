// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ReasoningPart.h"
#include "ui/chat/ReasoningText.h"
#include "ui/look/FoldButton.h"

#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

namespace {

constexpr auto analyzer = AgentId::IntentAnalyzer;

FoldButton& foldOf(const ReasoningPart& part)
{
    return *part.findChild<FoldButton*>();
}

void showUnfolded(ReasoningPart& part)
{
    part.resize(400, 300);
    part.show();
    foldOf(part).setChecked(true);
}

bool says(const ReasoningPart& part, const QString& pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern))
        .match(foldOf(part).text())
        .hasMatch();
}

bool saysThatItIsCut(const ReasoningPart& part)
{
    const auto* const note = part.findChild<QLabel*>();
    return note->isVisible() && note->text().contains(u"200,000"_s);
}

} // namespace

class ReasoningPartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void isFoldedAwayAtFirst()
    {
        ReasoningPart part(analyzer);
        part.show();
        part.append(u"Let me think."_s);
        QVERIFY(!part.text().isVisible());
        foldOf(part).click();
        QTRY_COMPARE(part.text().toPlainText(), u"Let me think."_s);
        QVERIFY(part.text().isVisible());
        QVERIFY(part.text().accessibleName().contains(agentTitle(analyzer)));
        QVERIFY(foldOf(part).accessibleName().contains(agentTitle(analyzer)));
    }

    void itsClockStandsStillWhenTheAnswerComes()
    {
        ReasoningPart part(analyzer);
        part.append(u"Hm"_s);
        QVERIFY(says(part, u"Reasoning · \\d+ s"_s));
        QTRY_VERIFY(says(part, u"Reasoning · [1-9]\\d* s"_s));
        part.pause();
        QVERIFY(says(part, u"Reasoned for \\d+ s"_s));
        part.append(u"And again"_s);
        QVERIFY(says(part, u"Reasoning · [1-9]\\d* s"_s));
        part.withdraw();
        QVERIFY(says(part, u"Reasoned for [1-9]\\d* s"_s));
        QVERIFY(part.text().font().strikeOut());
    }

    void aShortThoughtHasATimeToo()
    {
        ReasoningPart part(analyzer);
        part.append(u"Hm"_s);
        part.pause();
        QVERIFY(says(part, u"Reasoned for (less than 1|\\d+) s"_s));
    }

    void staysPlain()
    {
        const QString words = u"<b>a</b> [b](http://x) **c**\n\n# d"_s;
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(words + u"\u202E\n\n"_s);
        QTRY_COMPARE(part.text().toPlainText(), words);
    }

    void emptyLinesAtEitherEndAreNotShown()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(u"\n\na\n"_s);
        QTRY_COMPARE(part.text().toPlainText(), u"a"_s);
        part.append(u"\nb\n\n"_s);
        QTRY_COMPARE(part.text().toPlainText(), u"a\n\nb"_s);
    }

    void aBurstIsLaidOutOnce()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        const QSignalSpy changes(part.text().document(), &QTextDocument::contentsChanged);
        for (int i = 0; i < 1000; ++i)
            part.append(u"word "_s);
        QCOMPARE(changes.count(), 0);
        QTRY_VERIFY(part.text().document()->characterCount() > 5000);
        QVERIFY(changes.count() < 20);
    }

    void nothingIsLaidOutWhileItIsFolded()
    {
        ReasoningPart part(analyzer);
        part.show();
        const QSignalSpy changes(part.text().document(), &QTextDocument::contentsChanged);
        part.append(u"a"_s);
        foldOf(part).click();
        QTRY_COMPARE(changes.count(), 1);
        foldOf(part).click();
        part.append(u"b"_s);
        QTest::qWait(0);
        QCOMPARE(changes.count(), 1);
        foldOf(part).click();
        QTRY_COMPARE(part.text().toPlainText(), u"ab"_s);
    }

    void aLongTextLosesItsBeginning_data()
    {
        QTest::addColumn<bool>("unfolded");
        QTest::newRow("folded") << false;
        QTest::newRow("unfolded") << true;
    }
    void aLongTextLosesItsBeginning()
    {
        QFETCH(const bool, unfolded);
        ReasoningPart part(analyzer);
        part.resize(400, 300);
        part.show();
        foldOf(part).setChecked(unfolded);
        part.append(u"first\n"_s);
        for (int i = 0; i < 700; ++i)
            part.append(u"A thousand characters of it.\n"_s.repeated(36));
        part.append(u"last"_s);
        foldOf(part).setChecked(true);
        const auto& document = *part.text().document();
        QTRY_COMPARE(document.lastBlock().text(), u"last"_s);
        QVERIFY(document.firstBlock().text() != u"first"_s);
        QVERIFY(document.characterCount() > ReasoningText::mostKept);
        QVERIFY(document.characterCount() < ReasoningText::mostKept * 5 / 4);
        QVERIFY(saysThatItIsCut(part));
    }

    void aShortTextIsWhole()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(u"short"_s);
        QVERIFY(!saysThatItIsCut(part));
    }

    void anEndlessParagraphIsBroken_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("words") << u"word "_s;
        QTest::newRow("sentences") << u"A sentence. "_s;
        QTest::newRow("Chinese") << u"一句话。"_s;
        QTest::newRow("no end") << u"x"_s;
        QTest::newRow("dots") << u"."_s;
        QTest::newRow("pairs") << u"😀"_s;
    }
    void anEndlessParagraphIsBroken()
    {
        QFETCH(const QString, word);
        const QString words = word.repeated(20'000 / word.size());
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(words);
        QTRY_VERIFY(part.text().document()->characterCount() > words.size());
        const QString shown = part.text().toPlainText();
        const QStringList lines = shown.split(u'\n');
        QVERIFY(lines.size() >= 10);
        for (const QString& line : lines)
            QVERIFY(line.size() <= 2001);
        QCOMPARE(lines.join(QString()), words);
    }

    void isOnlySoTall()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(u"one line"_s);
        QTRY_COMPARE(part.text().toPlainText(), u"one line"_s);
        const int lineHeight = part.text().height();
        QCOMPARE(part.text().verticalScrollBar()->maximum(), 0);
        part.append(u"\na line"_s.repeated(100));
        QTRY_VERIFY(part.text().verticalScrollBar()->maximum() > 0);
        QVERIFY(part.text().maximumHeight() <= 13 * lineHeight);
    }

    /// Lines of another script are often taller than the first one.
    void hasRoomForTenLinesOfAnyScript()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(u"Latin"_s + u"\n学习者想做网页 ไทยกี่ पढ़ें"_s.repeated(20));
        QTRY_VERIFY(part.text().verticalScrollBar()->maximum() > 0);
        double lastTen = 0;
        QTextBlock block = part.text().document()->lastBlock();
        for (int line = 0; line < 10; ++line, block = block.previous())
            lastTen += block.layout()->lineAt(0).height();
        QVERIFY(part.text().viewport()->height() >= lastTen);
    }

    void followsItsEndOnlyWhileTheReaderIsThere()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        QScrollBar& bar = *part.text().verticalScrollBar();
        const auto count = [&part] { return part.text().document()->blockCount(); };
        part.append(u"a line\n"_s.repeated(100) + u"end"_s);
        QTRY_COMPARE(count(), 101);
        QTRY_VERIFY(bar.maximum() > 0);
        QTRY_COMPARE(bar.value(), bar.maximum());
        bar.setValue(10);
        part.append(u"\na line"_s.repeated(50));
        QTRY_COMPARE(count(), 151);
        QCOMPARE(bar.value(), 10);
        bar.setValue(bar.maximum());
        part.append(u"\na line"_s.repeated(50));
        QTRY_COMPARE(count(), 201);
        QCOMPARE(bar.value(), bar.maximum());
    }

    void selectionStaysWhileWordsCome()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        part.append(u"Some words"_s);
        QTRY_VERIFY(!part.text().toPlainText().isEmpty());
        part.text().selectAll();
        part.append(u" and more"_s);
        QTRY_COMPARE(part.text().toPlainText(), u"Some words and more"_s);
        QCOMPARE(part.text().textCursor().selectedText(), u"Some words"_s);
    }

    /// What a word costs does not grow with the words before it.
    void aWordCostsLaterWhatItDidBefore()
    {
        ReasoningPart part(analyzer);
        showUnfolded(part);
        QTextDocument& document = *part.text().document();
        qsizetype work = 0;
        connect(&document, &QTextDocument::contentsChange, &part,
            [&](int position, int removed, int added) {
                work += removed;
                const QTextBlock end = document.findBlock(position + added).next();
                for (QTextBlock it = document.findBlock(position); it.isValid() && it != end;
                     it = it.next())
                    work += it.length();
            });
        qsizetype before = 0;
        for (int half = 0; half < 2; ++half) {
            for (int i = 0; i < 20; ++i) {
                const int shown = document.characterCount();
                part.append(u"words without an end "_s.repeated(200));
                // In shorter steps than QTRY_VERIFY's.
                QVERIFY(QTest::qWaitFor([&] { return document.characterCount() >= shown + 4200; }));
            }
            if (half == 0)
                before = work;
        }
        QVERIFY2(2 * (work - before) < 3 * before,
            qPrintable(u"%1 characters, then %2"_s.arg(before).arg(work - before)));
    }
};

QTEST_MAIN(ReasoningPartTest)
#include "ReasoningPartTest.moc"
