// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/TranscriptSearch.h"

#include "ui/chat/ChatItem.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/Transcript.h"
#include "ui/look/Accents.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextCursor>

#include <algorithm>
#include <numeric>

namespace roadloom {

namespace {

struct Place {
    ProseView* view;
    QTextCursor cursor;
};

QList<Place> placesOf(const QWidget* widget, const QString& words)
{
    QList<Place> places;
    if (widget == nullptr)
        return places;
    for (ProseView* const view : textsOf(widget)) {
        QTextCursor found = view->document()->find(words);
        for (; !found.isNull(); found = view->document()->find(words, found))
            places.append({ view, found });
    }
    return places;
}

} // namespace

TranscriptSearch::TranscriptSearch(Transcript& transcript)
    : QObject(&transcript)
    , m_transcript(transcript)
{
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &TranscriptSearch::readSome);
    connect(&transcript, &Transcript::realised, this, [this](int index) {
        if (!m_words.isEmpty() && index < m_counts.size())
            highlight(index);
    });
    const auto again = [this] { setWords(m_words); };
    connect(&transcript, &Transcript::itemTaken, this, again);
    connect(&transcript, &Transcript::cleared, this, again);
}

void TranscriptSearch::setWords(const QString& words)
{
    m_goesToFirst = words != m_words;
    m_words = words;
    m_transcript.setPointedAt(-1);
    m_counts.clear();
    m_total = 0;
    m_item = -1;
    m_place = 0;
    m_reading.stop();
    highlightAll();
    if (!m_words.isEmpty())
        readSome();
    Q_EMIT progressed();
}

int TranscriptSearch::current() const
{
    if (m_item < 0)
        return 0;
    return std::accumulate(m_counts.begin(), m_counts.begin() + m_item, 0) + m_place + 1;
}

void TranscriptSearch::readSome()
{
    constexpr qint64 longest = 4; // milliseconds; a frame has 16 for everything
    QElapsedTimer clock;
    clock.start();
    while (m_counts.size() < m_transcript.count() && clock.elapsed() < longest) {
        const int index = int(m_counts.size());
        m_counts.append(0);
        setCount(index, placesIn(index));
    }
    if (m_counts.size() < m_transcript.count())
        m_reading.start();
    else if (m_item < 0 && std::exchange(m_goesToFirst, false))
        next();
    Q_EMIT progressed();
}

int TranscriptSearch::placesIn(int index) const
{
    const QWidget* const widget = m_transcript.widgetOf(index);
    const auto shown = placesOf(widget, m_words).size();
    if (widget != nullptr && !textsOf(widget).isEmpty())
        return int(shown);
    return int(m_transcript.item(index).plainText().count(m_words, Qt::CaseInsensitive));
}

void TranscriptSearch::setCount(int index, int count)
{
    m_total += count - m_counts.at(index);
    m_counts[index] = count;
    if (m_transcript.widgetOf(index) != nullptr)
        highlight(index);
}

void TranscriptSearch::next()
{
    step(1);
}

void TranscriptSearch::previous()
{
    step(-1);
}

/// To the next place in this direction, from the top of what is seen if there is no current one.
void TranscriptSearch::step(int direction)
{
    // What has been said since is looked at as well.
    if (m_item >= 0)
        readAgain(m_item);
    if (m_item >= 0 && m_place + direction >= 0 && m_place + direction < m_counts.at(m_item)) {
        show(m_item, m_place + direction);
        return;
    }
    const int items = int(m_counts.size());
    const int first = m_transcript.itemAt(m_transcript.verticalScrollBar()->value());
    int index = m_item >= 0 ? m_item : first - direction;
    for (int tried = 0; tried < items; ++tried) {
        index = (index + direction + items) % items;
        if (m_counts.at(index) > 0)
            readAgain(index);
        if (m_counts.at(index) > 0) {
            show(index, direction > 0 ? 0 : m_counts.at(index) - 1);
            return;
        }
    }
}

/// Shown, it may have the words more or less often.
void TranscriptSearch::readAgain(int index)
{
    m_transcript.reveal(index);
    setCount(index, placesIn(index));
    if (m_counts.size() < m_transcript.count())
        m_reading.start();
}

void TranscriptSearch::show(int index, int place)
{
    const int before = std::exchange(m_item, index);
    m_place = place;
    const QWidget* const widget = m_transcript.reveal(index);
    const QList<Place> places = placesOf(widget, m_words);
    if (place < places.size()) {
        const Place& shown = places.at(place);
        const QRect rect = shown.view->cursorRect(shown.cursor);
        m_transcript.reveal(index, shown.view->viewport()->mapTo(widget, rect.topLeft()).y());
    }
    m_transcript.setPointedAt(places.isEmpty() ? index : -1);
    if (before >= 0 && before < m_transcript.count() && before != index)
        highlight(before);
    highlight(index);
    Q_EMIT progressed();
}

void TranscriptSearch::highlight(int index)
{
    const QWidget* const widget = m_transcript.widgetOf(index);
    if (widget == nullptr)
        return;
    const QPalette palette = widget->palette();
    const QColor base = palette.color(QPalette::Base);
    const QColor quiet = tint(palette, Tone::Caution).line;
    const QColor loud = readable(QColor::fromHsl(36, 210, 105), base, 4.5);
    QHash<ProseView*, QList<QTextEdit::ExtraSelection>> found;
    const QList<Place> places = m_words.isEmpty() ? QList<Place>() : placesOf(widget, m_words);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const bool isCurrent = index == m_item && i == m_place;
        QTextEdit::ExtraSelection mark;
        mark.cursor = places.at(i).cursor;
        mark.format.setBackground(isCurrent ? loud : quiet);
        mark.format.setForeground(readable(
            palette.color(isCurrent ? QPalette::Base : QPalette::Text), isCurrent ? loud : quiet));
        found[places.at(i).view].append(mark);
    }
    for (ProseView* const view : textsOf(widget)) {
        if (!view->extraSelections().isEmpty() || found.contains(view))
            view->setExtraSelections(found.value(view));
    }
}

void TranscriptSearch::highlightAll()
{
    for (int i = 0; i < m_transcript.count(); ++i)
        highlight(i);
}

} // namespace roadloom
