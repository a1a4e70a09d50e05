// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/TranscriptSelection.h"

#include "ui/chat/ChatItem.h"
#include "ui/chat/ProseView.h"
#include "ui/chat/Transcript.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocumentFragment>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int farthest = std::numeric_limits<int>::max();

int lengthOf(const ProseView& text)
{
    return text.document()->characterCount() - 1;
}

/// Of a part of an item of a list, Qt makes a list, with a line end in front.
QString selectedPlain(QTextCursor selection)
{
    QString plain = selection.selection().toPlainText();
    selection.setPosition(selection.selectionStart());
    if (plain.startsWith(u'\n') && !selection.atBlockEnd())
        plain.remove(0, 1);
    return plain;
}

} // namespace

TranscriptSelection::TranscriptSelection(Transcript& transcript)
    : QObject(&transcript)
    , m_transcript(transcript)
{
    m_autoscroll.setInterval(std::chrono::milliseconds(16));
    connect(&m_autoscroll, &QTimer::timeout, this, &TranscriptSelection::drag);
    m_applyingAgain.setSingleShot(true);
    m_applyingAgain.setInterval(0);
    connect(&m_applyingAgain, &QTimer::timeout, this, &TranscriptSelection::applyAgain);
    connect(&transcript, &Transcript::realised, this, &TranscriptSelection::adopt);
    connect(&transcript, &Transcript::itemTaken, this, &TranscriptSelection::forgetItem);
    connect(&transcript, &Transcript::cleared, this, &TranscriptSelection::clear);
    transcript.viewport()->installEventFilter(this);
}

void TranscriptSelection::adopt(int index, QWidget* widget)
{
    adoptTexts(*widget);
    const auto labels = widget->findChildren<QLabel*>();
    for (QLabel* const label : labels)
        label->installEventFilter(this);
    widget->installEventFilter(this);
    if (!isEmpty())
        applyTo(index);
}

/// Those that are adopted already too.
void TranscriptSelection::adoptTexts(const QObject& widget)
{
    const auto texts = widget.findChildren<ProseView*>();
    for (ProseView* const text : texts) {
        text->viewport()->removeEventFilter(this);
        text->viewport()->installEventFilter(this);
        connect(text->document(), &QTextDocument::contentsChanged, this,
            &TranscriptSelection::noteWords, Qt::UniqueConnection);
    }
}

void TranscriptSelection::forgetItem(int index)
{
    if (m_anchor.item == index || m_head.item == index) {
        clear();
        return;
    }
    for (TranscriptPlace* const place : { &m_anchor, &m_head, &m_pressed.begin, &m_pressed.end }) {
        if (place->item > index)
            --place->item;
    }
    apply();
}

void TranscriptSelection::selectAll()
{
    setEnds({ .item = 0 },
        { .item = m_transcript.count() - 1, .text = farthest, .position = farthest });
}

void TranscriptSelection::clear()
{
    m_dragging = false;
    m_autoscroll.stop();
    setEnds({}, {});
}

void TranscriptSelection::setEnds(const TranscriptPlace& anchor, const TranscriptPlace& head)
{
    if (m_anchor == anchor && m_head == head)
        return;
    const bool wasEmpty = isEmpty();
    m_anchor = anchor;
    m_head = head;
    if (!wasEmpty || !isEmpty())
        apply();
}

// --- the mouse --------------------------------------------------------------------------------

bool TranscriptSelection::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ChildPolished: // a bubble may gain texts
        if (qobject_cast<ProseView*>(static_cast<QChildEvent*>(event)->child()) != nullptr)
            adoptTexts(*watched);
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        return takeMouse(watched, *static_cast<QMouseEvent*>(event));
    default:
        return false;
    }
}

bool TranscriptSelection::takeMouse(QObject* watched, const QMouseEvent& event)
{
    if (auto* const label = qobject_cast<QLabel*>(watched))
        return takeMouseOfLabel(*label, event);
    const bool isText = qobject_cast<ProseView*>(watched->parent()) != nullptr;
    if (!isText && watched != m_transcript.viewport())
        return false;
    if (event.type() == QEvent::MouseMove) {
        m_mouse = event.globalPosition().toPoint();
        if (m_dragging)
            drag();
        return m_dragging;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (event.type() == QEvent::MouseButtonRelease)
        release(event);
    else
        press(event);
    return true;
}

/// Within its item a label selects by itself; beyond, the whole item is selected.
bool TranscriptSelection::takeMouseOfLabel(QLabel& label, const QMouseEvent& event)
{
    if (!label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse))
        return false;
    m_mouse = event.globalPosition().toPoint();
    const int item = m_transcript.indexOf(&label);
    if (event.type() == QEvent::MouseButtonPress && event.button() == Qt::LeftButton)
        clear();
    else if (event.type() == QEvent::MouseButtonRelease && m_dragging)
        release(event);
    else if (event.type() == QEvent::MouseMove && event.buttons() == Qt::LeftButton && !m_dragging
        && item >= 0) {
        const int y = m_transcript.widget()->mapFromGlobal(m_mouse).y();
        m_dragging = m_transcript.itemAt(y) != item;
        if (m_dragging) {
            m_unit = TextUnit::Place;
            m_pressed = { .begin = { .item = item }, .end = { .item = item } };
            setEnds(m_pressed.begin, m_pressed.end);
        }
    }
    if (!m_dragging)
        return false;
    label.setSelection(0, 0);
    drag();
    return true;
}

/// A click soon after two at the same place is the third.
TextUnit TranscriptSelection::pressedUnit(const QMouseEvent& event)
{
    if (event.type() == QEvent::MouseButtonDblClick) {
        m_sinceTwoClicks.start();
        return TextUnit::Word;
    }
    const bool isSoon = m_sinceTwoClicks.isValid()
        && !m_sinceTwoClicks.hasExpired(QApplication::doubleClickInterval());
    m_sinceTwoClicks.invalidate();
    const QPoint moved = event.globalPosition().toPoint() - m_pressedAt;
    return isSoon && moved.manhattanLength() < QApplication::startDragDistance()
        ? TextUnit::Paragraph
        : TextUnit::Place;
}

void TranscriptSelection::press(const QMouseEvent& event)
{
    m_unit = pressedUnit(event);
    m_pressedAt = event.globalPosition().toPoint();
    m_mouse = m_pressedAt;
    m_dragging = true;
    m_transcript.setFocus(Qt::MouseFocusReason);
    const bool goesOn = event.modifiers().testFlag(Qt::ShiftModifier) && m_anchor.item >= 0
        && m_unit == TextUnit::Place;
    m_pressed
        = goesOn ? Range { .begin = m_anchor, .end = m_anchor } : rangeAt(m_pressedAt, m_unit);
    extendTo(m_pressedAt);
}

/// From what was pressed, which stays selected, to there.
void TranscriptSelection::extendTo(const QPoint& globalPosition)
{
    const Range there = rangeAt(globalPosition, m_unit);
    if (there.begin < m_pressed.begin)
        setEnds(m_pressed.end, there.begin);
    else
        setEnds(m_pressed.begin, std::max(m_pressed.end, there.end));
}

/// Also again and again while the mouse stands beyond an edge.
void TranscriptSelection::drag()
{
    constexpr int mostInAStep = 40;
    const bool hasMoved
        = (m_mouse - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (isEmpty() && !hasMoved)
        return;
    const int y = m_transcript.viewport()->mapFromGlobal(m_mouse).y();
    const int height = m_transcript.viewport()->height();
    const int beyond = y < 0 ? y : std::max(0, y - height);
    QScrollBar& bar = *m_transcript.verticalScrollBar();
    if (beyond != 0)
        bar.setValue(bar.value() + std::clamp(beyond / 2, -mostInAStep, mostInAStep));
    if (beyond != 0 && !m_autoscroll.isActive())
        m_autoscroll.start();
    else if (beyond == 0)
        m_autoscroll.stop();
    extendTo(m_mouse);
}

void TranscriptSelection::release(const QMouseEvent& event)
{
    m_autoscroll.stop();
    if (!std::exchange(m_dragging, false))
        return;
    if (!isEmpty()) {
        Q_EMIT changed();
        return;
    }
    const QPoint position = event.globalPosition().toPoint();
    const TranscriptPlace place = rangeAt(position, TextUnit::Place).begin;
    const QList<ProseView*> texts
        = place.item < 0 ? QList<ProseView*>() : textsOf(m_transcript.widgetOf(place.item));
    if (place.text < texts.size())
        texts.at(place.text)
            ->chooseLinkAt(texts.at(place.text)->viewport()->mapFromGlobal(position));
}

TranscriptSelection::Range TranscriptSelection::rangeAt(
    const QPoint& globalPosition, TextUnit unit) const
{
    const int y = m_transcript.widget()->mapFromGlobal(globalPosition).y();
    TranscriptPlace place { .item = m_transcript.itemAt(y) };
    if (place.item < 0)
        return { .begin = place, .end = place };
    const QList<ProseView*> texts = textsOf(m_transcript.widgetOf(place.item));
    for (const ProseView* const text : texts) {
        const QPoint in = text->viewport()->mapFromGlobal(globalPosition);
        const bool isLast = place.text == texts.size() - 1;
        if (in.y() < 0)
            break;
        if (in.y() < text->viewport()->height()) {
            const TextSpan span = unitAt(*text, in, unit);
            TranscriptPlace end = place;
            place.position = span.begin;
            end.position = span.end;
            return { .begin = place, .end = end };
        }
        if (isLast) {
            place.position = lengthOf(*text);
            break;
        }
        ++place.text;
    }
    return { .begin = place, .end = place };
}

// --- what is selected -------------------------------------------------------------------------

TranscriptSelection::Span TranscriptSelection::spanIn(int item, int text, int length) const
{
    const auto [first, last] = std::minmax(m_anchor, m_head);
    const TranscriptPlace begin { .item = item, .text = text };
    const TranscriptPlace end { .item = item, .text = text, .position = length };
    if (isEmpty() || end < first || last < begin)
        return {};
    return { .from = first < begin ? 0 : first.position,
        .to = end < last ? length : last.position };
}

void TranscriptSelection::apply()
{
    const auto [first, last] = std::minmax(m_anchor.item, m_head.item);
    QList<int> marked;
    for (int i = 0; i < m_transcript.count(); ++i) {
        const QWidget* const widget = m_transcript.widgetOf(i);
        if (widget == nullptr)
            continue;
        applyTo(i);
        if (!isEmpty() && i >= first && i <= last && textsOf(widget).isEmpty())
            marked.append(i);
    }
    m_transcript.setMarked(marked);
    m_transcript.setHeld(isEmpty() ? QList<int>() : QList<int> { first, last });
    Q_EMIT changed();
}

void TranscriptSelection::applyTo(int item) const
{
    const QList<ProseView*> texts = textsOf(m_transcript.widgetOf(item));
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const int length = lengthOf(*texts.at(i));
        const Span span = spanIn(item, int(i), length);
        QTextCursor cursor = texts.at(i)->textCursor();
        if (cursor.selectionStart() == span.from && cursor.selectionEnd() == span.to)
            continue;
        cursor.setPosition(std::min(span.from, length));
        cursor.setPosition(std::min(span.to, length), QTextCursor::KeepAnchor);
        texts.at(i)->setTextCursor(cursor);
    }
}

/// A text keeps its own selection while words come: what comes between the ends belongs to this
/// one.
void TranscriptSelection::noteWords()
{
    if (!isEmpty() && !m_applyingAgain.isActive())
        m_applyingAgain.start();
}

void TranscriptSelection::applyAgain() const
{
    const auto [first, last] = std::minmax(m_anchor.item, m_head.item);
    for (int i = std::max(0, first); !isEmpty() && i <= last && i < m_transcript.count(); ++i)
        applyTo(i);
}

QString TranscriptSelection::plainText() const
{
    return text(Copied::PlainText);
}

QString TranscriptSelection::markdown() const
{
    return text(Copied::Markdown);
}

QString TranscriptSelection::text(Copied how) const
{
    const auto [first, last] = std::minmax(m_anchor.item, m_head.item);
    QStringList texts;
    for (int i = std::max(0, first); !isEmpty() && i <= last && i < m_transcript.count(); ++i) {
        const QString said = textOf(i, how);
        if (!said.isEmpty())
            texts.append(said);
    }
    return texts.join(u"\n\n"_s);
}

/// Whether it is selected to its end, wherever that will be.
bool TranscriptSelection::isToEnd(int item, int text) const
{
    return spanIn(item, text, farthest).to == farthest;
}

/// Texts may not show yet, or not any more, what they are to: only an end within an item is asked
/// of them.
bool TranscriptSelection::isWhole(int item) const
{
    const auto [first, last] = std::minmax(m_anchor, m_head);
    if (first.item < item && item < last.item)
        return true;
    const QList<ProseView*> texts = textsOf(m_transcript.widgetOf(item));
    for (int i = 0; i < texts.size(); ++i) {
        const int length = lengthOf(*texts.at(i));
        const Span span = spanIn(item, i, length);
        const bool isShown = span.to >= length && !texts.at(i)->hasPending();
        if (span.from > 0 || (!isShown && !isToEnd(item, i)))
            return false;
    }
    return true;
}

/// As it came where all of it is selected: what was rendered has lost the signs.
QString TranscriptSelection::textOf(int item, Copied how) const
{
    const ChatItem& said = m_transcript.item(item);
    if (isWhole(item))
        return how == Copied::Markdown ? said.markdown() : said.plainText();
    QStringList parts;
    const QList<ProseView*> texts = textsOf(m_transcript.widgetOf(item));
    for (int i = 0; i < texts.size(); ++i) {
        ProseView& text = *texts.at(i);
        if (isToEnd(item, i))
            text.showPending();
        const Span span = spanIn(item, i, lengthOf(text));
        if (span.from >= span.to)
            continue;
        QTextCursor cursor(text.document());
        cursor.setPosition(std::min(span.from, lengthOf(text)));
        cursor.setPosition(std::min(span.to, lengthOf(text)), QTextCursor::KeepAnchor);
        parts.append(how == Copied::Markdown ? cursor.selection().toMarkdown().trimmed()
                                             : selectedPlain(cursor));
    }
    return parts.join(u"\n\n"_s);
}

} // namespace roadloom
