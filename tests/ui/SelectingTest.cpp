// SPDX-License-Identifier: Apache-2.0
// What one, two and three clicks select in a conversation, and how that grows.
#include "ui/chat/ChatView.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/ReadingActions.h"
#include "ui/chat/Transcript.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// One answer, and clicks in it at the middle of words.
class Answer : public ChatView {
public:
    explicit Answer(const QString& words)
    {
        resize(500, 500);
        show();
        beginConversation(u"Web"_s);
        take(ChunkEvent { words, AgentId::IntentAnalyzer });
        prose().showPending();
        take(DoneEvent {});
        QCoreApplication::processEvents();
    }

    [[nodiscard]] ProseView& prose() const { return *findChild<ProseView*>(); }
    [[nodiscard]] QWidget* viewport() const { return prose().viewport(); }
    /// Inside the last character of the words, at its right side.
    [[nodiscard]] QPoint lastOf(const QString& words) const
    {
        QTextCursor cursor = prose().document()->find(words);
        cursor.setPosition(cursor.selectionEnd());
        return prose().cursorRect(cursor).center() - QPoint(2, 0);
    }
    /// Selected by clicks: two, or three.
    void click(const QString& words, int times) const
    {
        QTest::mouseDClick(viewport(), Qt::LeftButton, {}, lastOf(words));
        if (times > 2)
            QTest::mouseClick(viewport(), Qt::LeftButton, {}, lastOf(words));
    }
    [[nodiscard]] QString copied()
    {
        QGuiApplication::clipboard()->clear();
        reading()[ReadingActions::Copy].trigger();
        return QGuiApplication::clipboard()->text();
    }
};

constexpr QStringView sample
    = u"First **bold** words.\n\n先学习基础知识，再学习框架。\n\n- one item\n- two items\n\n"
      "```py\nwrite(item_number, 1)\nread()\n```\n\nThe end.";

} // namespace

class SelectingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clicksSelectWordsAndParagraphs_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("paragraph");
        const auto row
            = [](const char* name, const QString& at, const QString& word,
                  const QString& paragraph) { QTest::newRow(name) << at << word << paragraph; };
        row("English", u"bold"_s, u"bold"_s, u"First bold words."_s);
        row("Chinese", u"先学习"_s, u"学习"_s, u"先学习基础知识，再学习框架。"_s);
        row("list", u"two items"_s, u"items"_s, u"two items"_s);
        row("code", u"item_number"_s, u"item_number"_s, u"write(item_number, 1)"_s);
        row("the end", u"The end"_s, u"end"_s, u"The end."_s);
    }
    void clicksSelectWordsAndParagraphs()
    {
        QFETCH(const QString, at);
        QFETCH(const QString, word);
        QFETCH(const QString, paragraph);
        Answer answer(sample.toString());
        answer.click(at, 2);
        QCOMPARE(answer.copied(), word);
        answer.click(at, 3);
        QCOMPARE(answer.copied(), paragraph);
        QTest::mouseClick(answer.viewport(), Qt::LeftButton, {}, answer.lastOf(at));
        QVERIFY(answer.copied().isEmpty());
    }

    void aThirdClickElsewhereIsAFirst()
    {
        Answer answer(sample.toString());
        answer.click(u"bold"_s, 2);
        QTest::mouseClick(answer.viewport(), Qt::LeftButton, {}, answer.lastOf(u"two items"_s));
        QVERIFY(answer.copied().isEmpty());
    }

    void aDragGoesOnByWhatWasClicked_data()
    {
        QTest::addColumn<int>("clicks");
        QTest::addColumn<QString>("forwards");
        QTest::addColumn<QString>("backwards");
        QTest::newRow("words") << 2 << u"bold words"_s << u"First bold"_s;
        QTest::newRow("paragraphs")
            << 3 << u"First bold words.\n先学习基础知识，再学习框架。"_s << u"First bold words."_s;
    }
    void aDragGoesOnByWhatWasClicked()
    {
        QFETCH(const int, clicks);
        QFETCH(const QString, forwards);
        QFETCH(const QString, backwards);
        Answer answer(sample.toString());
        const auto dragged = [&answer, clicks](const QPoint& to) {
            const QPoint from = answer.lastOf(u"bold"_s);
            if (clicks > 2)
                QTest::mouseDClick(answer.viewport(), Qt::LeftButton, {}, from);
            QTest::mousePress(answer.viewport(), Qt::LeftButton, {}, from);
            if (clicks == 2) {
                QTest::mouseRelease(answer.viewport(), Qt::LeftButton, {}, from);
                QMouseEvent twice(QEvent::MouseButtonDblClick, from,
                    answer.viewport()->mapToGlobal(from), Qt::LeftButton, Qt::LeftButton, {});
                QCoreApplication::sendEvent(answer.viewport(), &twice);
            }
            QTest::mouseMove(answer.viewport(), to);
            QTest::mouseRelease(answer.viewport(), Qt::LeftButton, {}, to);
            return answer.copied();
        };
        QCOMPARE(dragged(answer.lastOf(clicks == 2 ? u"words"_s : u"先学习"_s)), forwards);
        QCOMPARE(dragged(answer.lastOf(u"Fi"_s)), backwards);
    }

    void shiftExtends()
    {
        Answer answer(sample.toString());
        answer.click(u"bold"_s, 2);
        QTest::mouseClick(
            answer.viewport(), Qt::LeftButton, Qt::ShiftModifier, answer.lastOf(u"words"_s));
        QCOMPARE(answer.copied(), u"bold words"_s);
        QTest::mouseClick(
            answer.viewport(), Qt::LeftButton, Qt::ShiftModifier, answer.lastOf(u"First"_s));
        QCOMPARE(answer.copied(), u" "_s);
    }

    void tasksAreCopiedAsMarkdown()
    {
        Answer answer(u"Now:\n\n- [ ] open\n- [x] done\n\nAnd so on."_s);
        QTest::mousePress(answer.viewport(), Qt::LeftButton, {}, answer.lastOf(u"N"_s));
        QTest::mouseMove(answer.viewport(), answer.lastOf(u"And so"_s));
        QTest::mouseRelease(answer.viewport(), Qt::LeftButton, {}, answer.lastOf(u"And so"_s));
        answer.reading()[ReadingActions::CopyMarkdown].trigger();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"- [ ] open\n- [x] done\n"_s), qPrintable(copied));
    }
};

QTEST_MAIN(SelectingTest)
#include "SelectingTest.moc"
