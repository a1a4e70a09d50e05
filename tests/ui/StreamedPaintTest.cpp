// SPDX-License-Identifier: Apache-2.0
// What is on the screen while words stream, and what has to be painted for it.
#include "ui/chat/ChatView.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/Transcript.h"

#include <QImage>
#include <QPaintEvent>
#include <QScreen>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr QStringView sample
    = u"## A step\n\nFirst you *look* at what it says, then at **why** it says so, and then once "
      "more from the beginning.\n\n- a `list`\n- of things\n  - one below\n\n- [ ] to do\n- [x] "
      "done\n\n```python\ndef f():  "
      "# why\n    a = 1\n    b = 2\n    return a + b\n```\n\n| What | Hours |\n| --- | ---: |\n| "
      "HTTP | 4 |\n\n先学习基础。"
      "\n\n> Somebody said so.\n\n```\nx\n```\n\nPlain words.\n\n";

/// What was painted last, moved and left on the screen; not what a paint would make of it now.
QImage screenOf(const QWidget& window)
{
    return window.screen()->grabWindow(window.winId()).toImage();
}

class PaintCount final : public QObject {
public:
    explicit PaintCount(QWidget& watched) { watched.installEventFilter(this); }
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            ++times;
            lines += static_cast<QPaintEvent*>(event)->rect().height();
        }
        return false;
    }

    int times = 0;
    int lines = 0; ///< of pixels
};

} // namespace

enum class Keys { Elsewhere, Here, InWords };

class StreamedPaintTest : public QObject {
    Q_OBJECT
private:
    static void say(ChatView& chat, QStringView words)
    {
        chat.take(ChunkEvent { words.toString(), AgentId::CurriculumArchitect });
    }
    /// Until all that was said is laid out and painted.
    static void show(ChatView& chat)
    {
        QTRY_VERIFY(!chat.findChild<ProseView*>()->hasPending());
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    /// Where it is seen that the keyboard is there.
    static void bring(Keys keys, ChatView& chat)
    {
        if (keys == Keys::Elsewhere)
            return;
        chat.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&chat));
        QWidget& there = keys == Keys::Here ? static_cast<QWidget&>(chat.transcript())
                                            : *chat.findChild<ProseView*>();
        there.setFocus(Qt::TabFocusReason);
        show(chat);
    }

private Q_SLOTS:
    void theScreenShowsWhatAPaintWould_data()
    {
        QTest::addColumn<bool>("follows");
        QTest::addColumn<Keys>("keys");
        QTest::newRow("at the end") << true << Keys::Elsewhere;
        QTest::newRow("further up") << false << Keys::Elsewhere;
        QTest::newRow("keys brought here") << true << Keys::Here;
        QTest::newRow("keys brought into the words") << true << Keys::InWords;
    }
    void theScreenShowsWhatAPaintWould()
    {
        QFETCH(const bool, follows);
        QFETCH(const Keys, keys);
        ChatView chat;
        chat.resize(500, 400);
        chat.show();
        chat.beginConversation(u"Web"_s);
        say(chat, sample);
        show(chat);
        bring(keys, chat);
        QScrollBar& bar = *chat.transcript().verticalScrollBar();
        if (!follows)
            bar.setValue(bar.maximum() - 40);
        const QString words = sample.toString().repeated(2);
        for (qsizetype i = 0; i < words.size(); i += 17) {
            say(chat, QStringView(words).mid(i, 17));
            show(chat);
            QTRY_VERIFY(screenOf(chat) == chat.grab().toImage());
        }
        QCOMPARE(bar.value() == bar.maximum(), follows);
    }

    void stripsLookLikeTheWhole_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : { 1, 3, 8, 17, 40 })
            QTest::addRow("%d", lines) << lines;
    }
    void stripsLookLikeTheWhole()
    {
        QFETCH(const int, lines);
        ProseView view;
        view.resize(400, 300);
        view.show();
        view.appendWords(sample.toString().repeated(2));
        view.showPending();
        view.finish();
        QWidget& viewport = *view.viewport();
        const auto painted = [&viewport](int height) {
            QImage image(viewport.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            for (int y = 0; y < image.height(); y += height)
                viewport.render(
                    &image, { 0, y }, QRect(0, y, image.width(), height), QWidget::RenderFlags());
            return image;
        };
        const QImage whole = painted(viewport.height());
        const QImage inStrips = painted(lines);
        for (int y = 0; y < whole.height(); ++y) {
            for (int x = 0; x < whole.width(); ++x)
                QVERIFY2(whole.pixel(x, y) == inStrips.pixel(x, y),
                    qPrintable(u"at %1, %2"_s.arg(x).arg(y)));
        }
    }

    void aLineIsPaintedOnceAndAlone_data()
    {
        QTest::addColumn<Keys>("keys");
        QTest::newRow("keys elsewhere") << Keys::Elsewhere;
        QTest::newRow("keys brought here") << Keys::Here;
        QTest::newRow("keys brought into the words") << Keys::InWords;
    }
    void aLineIsPaintedOnceAndAlone()
    {
        QFETCH(const Keys, keys);
        constexpr int count = 20;
        ChatView chat;
        chat.resize(500, 400);
        chat.show();
        chat.beginConversation(u"Web"_s);
        say(chat, sample.toString().repeated(2));
        show(chat);
        bring(keys, chat);
        const PaintCount paints(*chat.findChild<ProseView*>()->viewport());
        for (int i = 0; i < count; ++i) {
            say(chat, u"A few words.\n\n");
            show(chat);
        }
        QVERIFY2(paints.times <= count * 5 / 4, qPrintable(QString::number(paints.times)));
        QVERIFY2(paints.lines < count * 100, qPrintable(QString::number(paints.lines)));
    }

    void theScrollBarIsPaintedWhenItLooksDifferent()
    {
        constexpr int count = 20;
        ChatView chat;
        chat.resize(500, 400);
        chat.show();
        chat.beginConversation(u"Web"_s);
        say(chat, sample.toString().repeated(100));
        show(chat);
        QScrollBar& bar = *chat.transcript().verticalScrollBar();
        const PaintCount paints(bar);
        for (int i = 0; i < count; ++i) {
            say(chat, u"A few words.\n\n");
            show(chat);
        }
        QVERIFY2(paints.times < count / 4, qPrintable(QString::number(paints.times)));
        const int before = paints.times;
        bar.setValue(0);
        QTRY_VERIFY(paints.times > before);
        QVERIFY(screenOf(chat) == chat.grab().toImage());
    }
};

QTEST_MAIN(StreamedPaintTest)
#include "StreamedPaintTest.moc"
