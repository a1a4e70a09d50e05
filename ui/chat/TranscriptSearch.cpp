// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/TranscriptSearch.h"

#include "ui/chat/ChatItem.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/Transcript.h"
#include "ui/look/Accents.h"

#include <QElapsedTimer>
#include <QHash>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <chrono>
#include <utility>

namespace roadloom {

namespace {

QTextCursor cursorAt(const ProseView& view, int position, const QString& words)
{
    QTextCursor cursor(view.document());
    cursor.setPosition(position);
    cursor.setPosition(position + int(words.size()), QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

TranscriptSearch::TranscriptSearch(Transcript& transcript)
    : QObject(&transcript)
    , m_transcript(transcript)
{
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    m_settling.setSingleShot(true);
    m_settling.setInterval(std::chrono::milliseconds(50));
    connect(&m_reading, &QTimer::timeout, this, &TranscriptSearch::readSome);
    connect(&m_settling, &QTimer::timeout, this, &TranscriptSearch::settle);
    connect(&transcript, &Transcript::realised, this, &TranscriptSearch::noteChanged);
    connect(&transcript, &Transcript::itemChanged, this, &TranscriptSearch::noteChanged);
    connect(&transcript, &Transcript::itemTaken, this, &TranscriptSearch::forgetItem);
    connect(&transcript, &Transcript::cleared, this, [this] { setWords(m_words); });
}

void TranscriptSearch::setWords(const QString& words)
{
    m_goesToFirst = words != m_words;
    m_words = words;
    m_transcript.setPointedAt(-1);
    m_items.clear();
    m_again.clear();
    m_reader.reset();
    m_found = {};
    m_total = 0;
    m_item = -1;
    m_place = 0;
    m_awaited = 0;
    m_reading.stop();
    m_settling.stop();
    clearHighlights();
    if (!m_words.isEmpty())
        readSome();
    Q_EMIT progressed();
}

int TranscriptSearch::current() const
{
    if (m_item < 0 || m_items.at(m_item).count == 0)
        return 0;
    int before = 0;
    for (int i = 0; i < m_item; ++i)
        before += m_items.at(i).count;
    return before + m_place + 1;
}

// --- reading ----------------------------------------------------------------------------------

void TranscriptSearch::noteChanged(int index)
{
    if (m_words.isEmpty())
        return;
    if (index < m_items.size())
        readAgain(index);
    m_reading.start();
}

/// The places move up with their items.
void TranscriptSearch::forgetItem(int index)
{
    m_again.clear();
    m_reader.reset();
    m_found = {};
    m_settling.start(); // to look what was to be read again
    if (index < m_items.size())
        m_total -= m_items.takeAt(index).count;
    if (m_item == index) {
        m_item = -1;
        m_place = 0;
        m_awaited = 0;
    } else if (m_item > index) {
        --m_item;
    }
    if (m_words.isEmpty())
        return;
    pointAtCard();
    m_reading.start(); // it may only have moved to the end
}

void TranscriptSearch::readSome()
{
    constexpr qint64 longest = 4; // milliseconds; a frame has 16 for everything
    QElapsedTimer clock;
    clock.start();
    bool hasMore = true;
    while (hasMore && clock.elapsed() < longest)
        hasMore = readSlice();
    if (hasMore)
        m_reading.start();
    else if (m_item < 0 && std::exchange(m_goesToFirst, false))
        next();
    Q_EMIT progressed();
}

/// False when there is nothing left to read.
bool TranscriptSearch::readSlice()
{
    if (m_reader == nullptr) {
        m_readItem = m_again.isEmpty() ? int(m_items.size()) : m_again.takeFirst();
        if (m_readItem >= m_transcript.count())
            return false;
        m_reader = readerOf(m_readItem);
    }
    if (m_reader->readSlice())
        note(m_readItem, *std::exchange(m_reader, nullptr));
    return true;
}

std::unique_ptr<PlaceReader> TranscriptSearch::readerOf(int index) const
{
    return std::make_unique<PlaceReader>(
        m_transcript.item(index), m_transcript.widgetOf(index), m_words);
}

/// Between two events.
void TranscriptSearch::readAgain(int index)
{
    if (!m_again.contains(index) && (m_reader == nullptr || m_readItem != index))
        m_again.append(index);
    m_reading.start();
}

/// At once: it is gone to.
void TranscriptSearch::read(int index)
{
    const std::unique_ptr<PlaceReader> reader = readerOf(index);
    reader->readAll();
    note(index, *reader);
}

/// What an item shows is what it has, once it shows all.
void TranscriptSearch::note(int index, const PlaceReader& reader)
{
    if (index == m_items.size())
        m_items.append(Read());
    const Read found { .count = reader.count(), .revision = reader.revision() };
    m_total += found.count - m_items.at(index).count;
    m_items[index] = found;
    if (found.revision >= 0)
        m_found = { .item = index, .revision = found.revision, .places = reader.places() };
    if (index == m_item) {
        m_place = std::clamp(m_place, 0, std::max(0, found.count - 1));
        pointAtCard();
    }
    if (hasPendingWords(m_transcript.widgetOf(index)))
        m_settling.start();
    highlight(index);
}

/// Those that are shown.
const QList<TextPlace>& TranscriptSearch::placesIn(int index)
{
    const QWidget* const widget = m_transcript.widgetOf(index);
    const int revision = PlaceReader::revisionOf(widget);
    if (revision < 0 || m_found.item != index || m_found.revision != revision) {
        PlaceReader reader(m_transcript.item(index), widget, m_words, PlaceReader::In::Shown);
        reader.readAll();
        m_found = { .item = index, .revision = revision, .places = reader.places() };
    }
    return m_found.places;
}

/// What is shown otherwise than when it was read.
void TranscriptSearch::readChanged()
{
    for (int i = 0; i < m_items.size(); ++i) {
        const QWidget* const widget = m_transcript.widgetOf(i);
        if (widget == nullptr)
            continue;
        const int revision = PlaceReader::revisionOf(widget);
        // Cards have none: one that may say something else is read each time.
        const bool mayChange = revision < 0 && !m_transcript.item(i).canLetGo(*widget);
        if (revision == m_items.at(i).revision && !mayChange)
            continue;
        if (hasPendingWords(widget))
            readAgain(i);
        else
            read(i);
    }
}

/// Texts show more with each frame; when one shows all, it is read again.
void TranscriptSearch::settle()
{
    for (int i = 0; i < m_items.size(); ++i) {
        const QWidget* const widget = m_transcript.widgetOf(i);
        if (hasPendingWords(widget))
            m_settling.start();
        else if (widget != nullptr && PlaceReader::revisionOf(widget) != m_items.at(i).revision)
            readAgain(i);
    }
    if (m_awaited != 0 && !isInSight(m_item))
        m_awaited = 0;
    if (m_awaited != 0)
        showPlace();
    Q_EMIT progressed();
}

/// A reader who has scrolled away is left there.
bool TranscriptSearch::isInSight(int index) const
{
    const int top = m_transcript.verticalScrollBar()->value();
    const QRect item = m_transcript.geometryOf(index);
    return item.bottom() >= top && item.top() < top + m_transcript.viewport()->height();
}

// --- going ------------------------------------------------------------------------------------

void TranscriptSearch::next()
{
    step(1);
}

void TranscriptSearch::previous()
{
    step(-1);
}

/// What has been said since is looked at as well.
void TranscriptSearch::step(int direction)
{
    if (m_words.isEmpty())
        return;
    m_awaited = 0;
    readChanged();
    if (m_items.size() < m_transcript.count())
        m_reading.start();
    const int place = m_place + direction;
    if (m_item >= 0 && place >= 0 && place < m_items.at(m_item).count) {
        m_awaited = direction;
        show(m_item, place);
    } else {
        leave(direction);
    }
}

/// To the next item with a place in this direction, from the top of what is seen if there is no
/// current one.
void TranscriptSearch::leave(int direction)
{
    const int items = int(m_items.size());
    const int first = m_transcript.itemAt(m_transcript.verticalScrollBar()->value());
    int index = m_item >= 0 ? m_item : first - direction;
    for (int tried = 0; tried < items; ++tried) {
        index = (index + direction + items) % items;
        if (m_items.at(index).count == 0)
            continue;
        m_transcript.reveal(index);
        read(index);
        if (m_items.at(index).count == 0)
            continue;
        m_awaited = direction;
        show(index, direction > 0 ? 0 : m_items.at(index).count - 1);
        return;
    }
    if (m_item >= 0 && m_items.at(m_item).count == 0) {
        m_item = -1;
        m_place = 0;
        pointAtCard();
    }
    Q_EMIT progressed();
}

void TranscriptSearch::show(int index, int place)
{
    const int before = std::exchange(m_item, index);
    m_place = place;
    m_transcript.reveal(index);
    if (before >= 0 && before != index)
        highlight(before);
    pointAtCard();
    showPlace();
    Q_EMIT progressed();
}

/// As soon as it is there.
void TranscriptSearch::showPlace()
{
    const QWidget* const widget = m_transcript.widgetOf(m_item);
    const bool isPending = hasPendingWords(widget);
    if (!isPending && m_items.at(m_item).count == 0) {
        step(m_awaited); // what it shows does not have the words
        return;
    }
    const QList<TextPlace>& places = placesIn(m_item);
    const bool isThere = m_place < places.size();
    int y = 0;
    if (isThere) {
        const TextPlace& place = places.at(m_place);
        const ProseView& view = *textsOf(widget).at(place.text);
        const QRect rect = view.cursorRect(cursorAt(view, place.position, m_words));
        y = view.viewport()->mapTo(widget, rect.topLeft()).y();
    }
    // What has only just been shown may not have its room yet.
    const bool hasRoom = y < m_transcript.geometryOf(m_item).height() || !m_transcript.isVisible();
    if (isThere ? !hasRoom : isPending) {
        m_settling.start();
        return;
    }
    m_awaited = 0;
    if (isThere)
        m_transcript.reveal(m_item, y);
    highlight(m_item);
}

void TranscriptSearch::pointAtCard()
{
    const bool hasPlace = m_item >= 0 && m_items.at(m_item).count > 0;
    const QWidget* const widget = hasPlace ? m_transcript.widgetOf(m_item) : nullptr;
    const bool isCard = widget != nullptr && textsOf(widget).isEmpty();
    m_transcript.setPointedAt(isCard ? m_item : -1);
}

// --- what is highlighted ----------------------------------------------------------------------

void TranscriptSearch::highlight(int index)
{
    constexpr qsizetype most = 500; // in an item; each costs time with each paint
    const QWidget* const widget = m_transcript.widgetOf(index);
    if (widget == nullptr)
        return;
    const QPalette palette = widget->palette();
    const QColor base = palette.color(QPalette::Base);
    const QColor quiet = tint(palette, Tone::Caution).line;
    const QColor loud = readable(QColor::fromHsl(36, 210, 105), base, 4.5);
    QTextCharFormat usual;
    if (isHighContrast(palette)) {
        // There both would be as loud.
        usual.setForeground(loud);
        usual.setFontUnderline(true);
    } else {
        usual.setBackground(quiet);
        usual.setForeground(readable(palette.color(QPalette::Text), quiet));
    }
    QTextCharFormat current;
    current.setBackground(loud);
    current.setForeground(readable(base, loud));
    const QList<TextPlace> places = placesIn(index);
    const QList<ProseView*> texts = textsOf(widget);
    QHash<ProseView*, QList<QTextEdit::ExtraSelection>> found;
    const qsizetype around = index == m_item ? m_place : 0;
    const qsizetype begin = std::max<qsizetype>(0, around - most / 2);
    for (qsizetype i = begin; i < std::min(places.size(), begin + most); ++i) {
        QTextEdit::ExtraSelection mark;
        ProseView* const view = texts.at(places.at(i).text);
        mark.cursor = cursorAt(*view, places.at(i).position, m_words);
        mark.format = index == m_item && i == m_place ? current : usual;
        found[view].append(mark);
    }
    for (ProseView* const view : texts) {
        if (!view->extraSelections().isEmpty() || found.contains(view))
            view->setExtraSelections(found.value(view));
    }
}

void TranscriptSearch::clearHighlights()
{
    for (int i = 0; i < m_transcript.count(); ++i) {
        for (ProseView* const view : textsOf(m_transcript.widgetOf(i))) {
            if (!view->extraSelections().isEmpty())
                view->setExtraSelections({});
        }
    }
}

} // namespace roadloom
