// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ReasoningText.h"

#include "ui/chat/KeptSelection.h"
#include "ui/look/Accents.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace roadloom {

namespace {

constexpr int mostLines = 10;
constexpr int padding = spacingUnit / 2; // above and below

/// A paragraph is laid out whole with each word it gains, so an endless one is broken: where a
/// sentence ends, later where a word ends, at last anywhere.
bool canBreak(int length, QChar previous, QChar next)
{
    constexpr int afterSentence = 1000;
    constexpr int afterWord = 1500;
    constexpr int anywhere = 2000;
    static constexpr QStringView sentenceEnds = u".!?\u3002\uFF01\uFF1F"; // also of Chinese
    if (length < afterSentence || next.isLowSurrogate())
        return false;
    const bool isChinese = previous.unicode() > 0xFF;
    if (sentenceEnds.contains(previous) && (isChinese || next.isSpace()))
        return true;
    return length >= anywhere || (length >= afterWord && next.isSpace());
}

} // namespace

ReasoningText::ReasoningText(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setViewportMargins(spacingUnit, padding, spacingUnit / 2, padding);
    document()->setDocumentMargin(0);
    m_frame.setSingleShot(true);
    m_frame.setInterval(std::chrono::milliseconds(16));
    connect(&m_frame, &QTimer::timeout, this, &ReasoningText::showFrame);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
        [this](int /*minimum*/, int maximum) { follow(maximum); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_scrolling)
            m_following = value >= verticalScrollBar()->maximum();
    });
    applyColor();
    fitHeight();
}

void ReasoningText::append(const QString& words)
{
    m_queue.append(words);
    if (m_queue.keepLast(mostKept)) {
        // What the document has is older still.
        document()->clear();
        m_lineLength = 0;
        m_openLineEnds = 0;
        noteCut();
    }
    if (isVisible() && !m_frame.isActive())
        m_frame.start();
}

void ReasoningText::strikeOut()
{
    QFont struck = font();
    struck.setStrikeOut(true);
    setFont(struck);
}

/// A ring beside the words, which move on the screen.
bool ReasoningText::event(QEvent* event)
{
    const bool isTaken = QPlainTextEdit::event(event);
    if (event->type() == QEvent::Paint && m_keys.isShown()) {
        QPainter painter(this);
        painter.setPen(QPen(accentLine(palette()), 2.0));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    return isTaken;
}

void ReasoningText::takeFocus(const QFocusEvent& event)
{
    if (m_keys.take(event))
        update();
}

void ReasoningText::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    takeFocus(*event);
}

void ReasoningText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    takeFocus(*event);
}

void ReasoningText::showEvent(QShowEvent* event)
{
    QPlainTextEdit::showEvent(event);
    showFrame();
}

void ReasoningText::hideEvent(QHideEvent* event)
{
    QPlainTextEdit::hideEvent(event);
    m_frame.stop();
}

void ReasoningText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColor();
    else if (event->type() == QEvent::FontChange)
        fitHeight();
}

void ReasoningText::showFrame()
{
    constexpr qint64 longest = 3; // milliseconds; a frame has 16 for everything
    constexpr qsizetype slice = 2048;
    QElapsedTimer clock;
    clock.start();
    {
        const KeptSelection<ReasoningText> kept(*this);
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        for (QString words = m_queue.take(slice); !words.isEmpty(); words = m_queue.take(slice)) {
            end.insertText(inParagraphs(words));
            if (clock.elapsed() >= longest)
                break;
        }
    }
    trim();
    fitHeight();
    follow(verticalScrollBar()->maximum());
    if (m_queue.hasWords())
        m_frame.start();
}

/// Without empty lines at the beginning and, as long as nothing follows, at the end.
QString ReasoningText::inParagraphs(const QString& words)
{
    QString lines;
    for (const QChar character : words) {
        if (character == u'\n') {
            ++m_openLineEnds;
            continue;
        }
        const bool isFirst = lines.isEmpty() && document()->isEmpty();
        if (m_openLineEnds > 0 && !isFirst) {
            lines += QString(m_openLineEnds, u'\n');
            m_lineLength = 0;
        } else if (canBreak(m_lineLength, m_last, character)) {
            lines += u'\n';
            m_lineLength = 0;
        }
        m_openLineEnds = 0;
        lines += character;
        m_last = character;
        ++m_lineLength;
    }
    return lines;
}

void ReasoningText::trim()
{
    const int excess = document()->characterCount() - 1 - mostKept;
    if (excess <= mostKept / 10)
        return;
    const QTextBlock first = document()->findBlock(excess);
    const int linesGone = first.firstLineNumber();
    const QScopedValueRollback guard(m_scrolling, true);
    const int value = verticalScrollBar()->value();
    QTextCursor beginning(document());
    beginning.setPosition(first.position(), QTextCursor::KeepAnchor);
    beginning.removeSelectedText();
    if (!m_following)
        verticalScrollBar()->setValue(value - linesGone);
    noteCut();
}

void ReasoningText::noteCut()
{
    if (std::exchange(m_cut, true))
        return;
    Q_EMIT beginningCut();
}

void ReasoningText::fitHeight()
{
    // The size of a plain-text document is in lines.
    const int lines = std::clamp(int(document()->size().height()), 1, mostLines);
    // A line that ends where the viewport does would count as hidden.
    const int height = int(std::ceil(lines * tallestLine())) + 1 + 2 * padding;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

/// Of the last lines: those of other scripts are taller than those of this font.
double ReasoningText::tallestLine() const
{
    double tallest = 0;
    int lines = 0;
    for (QTextBlock block = document()->lastBlock(); block.isValid() && lines < mostLines;
         block = block.previous()) {
        const QTextLayout& layout = *block.layout();
        for (int line = 0; line < layout.lineCount(); ++line)
            tallest = std::max(tallest, layout.lineAt(line).height());
        lines += std::max(1, layout.lineCount());
    }
    return tallest > 0 ? tallest : double(fontMetrics().lineSpacing());
}

void ReasoningText::follow(int end)
{
    if (!m_following)
        return;
    const QScopedValueRollback guard(m_scrolling, true);
    verticalScrollBar()->setValue(end);
}

void ReasoningText::applyColor()
{
    if (m_applying)
        return;
    const QScopedValueRollback guard(m_applying, true);
    const QPalette around = parentWidget() != nullptr ? parentWidget()->palette() : QPalette();
    QPalette own;
    own.setColor(QPalette::Text, mutedText(around));
    own.setColor(QPalette::Base, tint(around, Tone::Quiet).fill);
    setPalette(own);
}

} // namespace roadloom
