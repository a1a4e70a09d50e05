// SPDX-License-Identifier: Apache-2.0
#include "LibraryWindow.h"
#include "tests/support/LibraryAnswers.h"

#include <QCoreApplication>
#include <QPixmapCache>
#include <QTest>

#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// What was kept is on the disk and in the lists, and what was deleted is gone.
void settle(Library& library)
{
    library.flush();
    constexpr int asInWindow = 10; // which takes this list, too
    QVERIFY(listNow(library, asInWindow)); // behind the window's own reading
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QPixmapCache::clear(); // it has a limit of its own, and styles fill it with each new button
}

/// One of everything that a run can bring.
void run(LibraryWindow& start)
{
    ScriptedSource& source = start.source;
    start.window->start();
    source.emitEvent(ReasoningEvent { u"Hm."_s, analyzer });
    source.emitEvent(ChunkEvent { u"What **matters**:\n\n```python\nprint(1)\n```\n"_s, analyzer });
    source.emitEvent(AttemptFailedEvent { analyzer, u"The line broke."_s, {} });
    source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
    source.emitEvent(
        ChunkEvent { u"| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done\n"_s, architect });
    source.emitEvent(CompleteEvent { sampleDesign(), architect });
    source.emitEvent(FindingEvent { { .rule = u"W6"_s,
        .severity = Severity::Warning,
        .location = {},
        .issue = u"Uneven."_s,
        .suggestion = u"Move a module."_s } });
    source.emitEvent(doneWith(sampleDesign()));
    settle(start.library);
}

} // namespace

/// SQLite keeps up to 2 MB of a file in memory, which must not look as if a run left it.
void fillCache(Library& library)
{
    constexpr int roadmaps = 200;
    const QDateTime before = QDateTime::currentDateTime().addDays(-1);
    for (int i = 0; i < roadmaps; ++i) {
        LibraryEntry entry;
        entry.id = Library::newId();
        entry.roadmap = sampleDesign().framework;
        entry.created = entry.opened = before;
        library.put(entry);
    }
    settle(library);
}

/// Whoever leaves the window open all year runs it often.
class ManyRunsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHundredRunsLeaveNothingBehind();
};

void ManyRunsTest::aHundredRunsLeaveNothingBehind()
{
    LibraryWindow start;
    const MainWindow& window = *start.window;
    fillCache(start.library);
    constexpr int warmUp = 10; // caches of fonts, glyphs and documents fill
    for (int i = 0; i < warmUp; ++i)
        run(start);
    const qsizetype objects = window.findChildren<QObject*>().size();
    const std::size_t bytes = ::mallinfo2().uordblks;
    constexpr int runs = 100;
    for (int i = 0; i < runs; ++i)
        run(start);
    QCOMPARE(window.findChildren<QObject*>().size(), objects);
    // A run brings some 200 KB. A few stay: the script keeps the requests that it was given.
    const std::size_t now = ::mallinfo2().uordblks;
    const std::size_t grown = now > bytes ? now - bytes : 0;
    QVERIFY2(grown < std::size_t(runs) * 5 * 1024,
        qPrintable(u"%1 KB more after %2 runs"_s.arg(grown / 1024).arg(runs)));
}

QTEST_MAIN(ManyRunsTest)

#include "ManyRunsTest.moc"
