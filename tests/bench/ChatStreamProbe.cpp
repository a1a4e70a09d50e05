// SPDX-License-Identifier: Apache-2.0
// What a conversation costs while 10,000 tokens of mixed Markdown come into it, 1,000 a second: how
// long the event loop is busy at a time, how long a token waits for its paint, and how much CPU
// time all of it takes, against the same text put plain into a QTextBrowser once a frame. The two
// take turns, since other programs slow them down differently from one minute to the next. Then
// what opening and scrolling through 10,000 stored messages costs.
//
// Usage: roadloom_chat_stream_probe [TOKENS [RUNS]]
#include "TimedApplication.h"
#include "ui/chat/ChatItem.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/Transcript.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr QSize viewSize { 560, 720 };
constexpr int storedMessages = 10'000;

/// About 150 tokens of four characters.
constexpr QStringView piece
    = u"## A step further\n\nFirst you *look* at what the server says, then at **why** it says so. "
      "A request has a `method`, a path and headers; the answer has a status. Read both aloud once "
      "before you write any code, it saves an hour later on.\n\n- a list of *small* things\n- that "
      "you can try at once\n  - and one below\n\n```python\n@app.get(\"/items/{number}\")\ndef "
      "item(number: int) -> dict:  # a comment\n    return {\"number\": number, \"name\": "
      "'x'}\n```\n\n| What | Hours |\n| --- | ---: |\n| HTTP | 4 |\n| SQL | 12 "
      "|\n\n先学习基础知识，"
      "再学习框架与数据库。\n\n> Somebody said so.\n\nAnd then a plain paragraph, without any "
      "marks "
      "in it, that goes on for a while and ends here.\n\n";

QStringList tokensOf(int count)
{
    const QString text = piece.toString().repeated(qsizetype(count) * 4 / piece.size() + 1);
    QStringList tokens;
    for (int i = 0; i < count; ++i)
        tokens.append(text.mid(qsizetype(4) * i, 4));
    return tokens;
}

/// Calls back with each token when it is due.
template <class Take>
void stream(const QStringList& tokens, Take take)
{
    QElapsedTimer clock;
    clock.start();
    qsizetype next = 0;
    QTimer due;
    due.setTimerType(Qt::PreciseTimer);
    QEventLoop loop;
    QObject::connect(&due, &QTimer::timeout, &loop, [&] {
        for (; next < std::min<qsizetype>(clock.elapsed(), tokens.size()); ++next)
            take(tokens.at(next));
        if (next >= tokens.size()) {
            due.stop();
            QTimer::singleShot(300, &loop, &QEventLoop::quit);
        }
    });
    due.start(1);
    loop.exec();
}

/// From when a token came until the paint that shows it.
class PaintWatch final : public QObject {
public:
    PaintWatch() { m_clock.start(); }

    void noteArrival() { m_arrivals.append(double(m_clock.nsecsElapsed()) / 1e6); }
    void watch(QTextBrowser& view)
    {
        view.viewport()->installEventFilter(this);
        connect(view.document(), &QTextDocument::contentsChanged, this,
            [this] { m_laidOut = m_arrivals.size(); });
    }
    [[nodiscard]] QList<double>& delays() { return m_delays; }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(this, &PaintWatch::notePaint, Qt::QueuedConnection);
        return false;
    }

private:
    void notePaint()
    {
        const double now = double(m_clock.nsecsElapsed()) / 1e6;
        for (; m_painted < m_laidOut; ++m_painted)
            m_delays.append(now - m_arrivals.at(m_painted));
    }

    QElapsedTimer m_clock;
    QList<double> m_arrivals;
    QList<double> m_delays;
    qsizetype m_laidOut = 0;
    qsizetype m_painted = 0;
};

double streamIntoChat(TimedApplication& application, const QStringList& tokens)
{
    ChatView chat;
    chat.resize(viewSize);
    chat.show();
    chat.beginConversation(u"Web"_s);
    PaintWatch paints;
    chat.take(ChunkEvent { u"Now.\n\n"_s, AgentId::CurriculumArchitect });
    paints.watch(*chat.findChild<ProseView*>());
    QApplication::processEvents();
    application.forgetTurns();
    const double begin = cpuMilliseconds();
    stream(tokens, [&](const QString& token) {
        paints.noteArrival();
        chat.take(ChunkEvent { token, AgentId::CurriculumArchitect });
    });
    const double cpu = cpuMilliseconds() - begin;
    application.printTurns("Streaming");
    std::printf("Arrival to paint: 95th percentile %.1f ms\n", shareOf(paints.delays(), 0.95));
    return cpu;
}

double streamIntoBrowser(const QStringList& tokens)
{
    QTextBrowser view;
    view.setUndoRedoEnabled(false);
    view.resize(viewSize);
    view.show();
    QApplication::processEvents();
    QString waiting;
    QTimer frame;
    frame.setInterval(16);
    QObject::connect(&frame, &QTimer::timeout, &view, [&] {
        if (waiting.isEmpty())
            return;
        QTextCursor end(view.document());
        end.movePosition(QTextCursor::End);
        end.insertText(std::exchange(waiting, {}));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    });
    frame.start();
    const double begin = cpuMilliseconds();
    stream(tokens, [&](const QString& token) { waiting += token; });
    return cpuMilliseconds() - begin;
}

void openPast(TimedApplication& application)
{
    std::vector<std::unique_ptr<ChatItem>> past;
    for (int i = 0; i < storedMessages; ++i)
        past.push_back(std::make_unique<MessageItem>(SpokenMessage { .agent = AgentId::System,
            .parts = { { .words = u"Message %1.\n\n"_s.arg(i) + piece } } }));
    ChatView chat;
    chat.resize(viewSize);
    chat.show();
    QApplication::processEvents();
    const double begin = cpuMilliseconds();
    chat.addPast(std::move(past));
    QApplication::processEvents();
    std::printf("Opening %d messages: %.1f ms\n", storedMessages, cpuMilliseconds() - begin);

    QScrollBar& bar = *chat.transcript().verticalScrollBar();
    QEventLoop loop;
    QTimer wheel;
    application.forgetTurns();
    int steps = 0;
    QObject::connect(&wheel, &QTimer::timeout, &loop, [&] {
        bar.setValue(bar.value() - 120);
        if (++steps >= 400)
            loop.quit();
    });
    wheel.start(16);
    loop.exec();
    application.printTurns("Scrolling up, 120 pixels a frame");
    steps = 0;
    wheel.disconnect();
    QObject::connect(&wheel, &QTimer::timeout, &loop, [&] {
        bar.setValue((steps * 7919) % bar.maximum());
        if (++steps >= 100)
            loop.quit();
    });
    loop.exec();
    application.printTurns("Jumping about");
}

} // namespace

int main(int argc, char* argv[])
{
    TimedApplication application(argc, argv);
    const QStringList tokens = tokensOf(QApplication::arguments().value(1, u"10000"_s).toInt());
    const int runs = std::max(1, QApplication::arguments().value(2, u"1"_s).toInt());
    QList<double> ours;
    QList<double> theirs;
    for (int run = 0; run < runs; ++run) {
        ours.append(streamIntoChat(application, tokens));
        theirs.append(streamIntoBrowser(tokens));
        std::printf("CPU time of it: %.0f ms; plain in a QTextBrowser: %.0f ms; ratio %.2f\n",
            ours.constLast(), theirs.constLast(), ours.constLast() / theirs.constLast());
    }
    const double least = shareOf(ours, 0.0) / shareOf(theirs, 0.0);
    const double middle = shareOf(ours, 0.5) / shareOf(theirs, 0.5);
    std::printf("Ratio of the medians of %d runs %.2f, of the least %.2f\n", runs, middle, least);
    openPast(application);
    return 0;
}
