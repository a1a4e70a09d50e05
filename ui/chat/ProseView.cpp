// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ProseView.h"

#include "ui/chat/InertDocument.h"
#include "ui/chat/KeptSelection.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qreal paragraphGap = spacingUnit;
constexpr qsizetype longestShown = 1'500'000; // characters; a document costs far more than its text

/// Whether Markdown could say anything about the text that plain paragraphs do not.
bool isPlainParagraph(QStringView markdown)
{
    static constexpr QStringView signs = u"*_`#>[]()|~\\&<-+=!";
    bool atLineStart = true;
    for (const QChar character : markdown) {
        if (signs.contains(character) || (atLineStart && character.isDigit()))
            return false;
        atLineStart = character == u'\n' || (atLineStart && character.isSpace());
        if (character == u'\t' || character == u'@' || character == u':')
            return false;
    }
    return true;
}

} // namespace

ProseView::ProseView(QWidget* parent)
    : QTextBrowser(parent)
{
    setDocument(new InertDocument(this));
    document()->setDocumentMargin(0);
    document()->setIndentWidth(2.5 * spacingUnit);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setLineWrapMode(QTextEdit::WidgetWidth);
    viewport()->setAutoFillBackground(false);
    m_frame.setSingleShot(true);
    m_frame.setInterval(std::chrono::milliseconds(16));
    connect(&m_frame, &QTimer::timeout, this, &ProseView::showFrame);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &ProseView::fitHeight);
    connect(this, &QTextBrowser::anchorClicked, this, &ProseView::linkChosen);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl& address) {
        const QString shown = displayLine(address.toDisplayString(), 200);
        setToolTip(shown.isEmpty() ? QString() : u"<p>"_s + shown.toHtmlEscaped() + u"</p>"_s);
    });
}

void ProseView::appendWords(const QString& words)
{
    const qsizetype room = longestShown - m_taken;
    m_taken += words.size();
    m_queue.append(QStringView(words).left(std::max(qsizetype(0), room)));
    if (room >= 0 && m_taken > longestShown)
        m_queue.append(
            QString("\n\n"_L1 + tr("(The rest of these words is not shown: there are too many.)")));
    if (!m_frame.isActive())
        m_frame.start();
}

void ProseView::finish()
{
    m_finished = true;
    showFrame();
}

void ProseView::withdraw()
{
    m_withdrawn = true;
    finish();
}

bool ProseView::isBlank() const
{
    return document()->isEmpty() && !hasPending();
}

void ProseView::showFrame()
{
    constexpr qint64 longest = 3; // milliseconds; a frame has 16 for everything
    constexpr qsizetype slice = 2048;
    QElapsedTimer clock;
    clock.start();
    const KeptSelection<ProseView> kept(*this);
    for (QString words = m_queue.take(slice); !words.isEmpty(); words = m_queue.take(slice)) {
        freeze(m_blocks.feed(words));
        showTail();
        if (clock.elapsed() >= longest)
            break;
    }
    if (hasPending()) {
        m_frame.start();
    } else if (m_finished) {
        freeze(m_blocks.finish());
        if (m_withdrawn)
            strikeOut();
    }
}

void ProseView::freeze(const QString& markdown)
{
    if (markdown.isEmpty())
        return;
    removeTail();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.beginEditBlock();
    if (isPlainParagraph(markdown))
        insertPlain(end, markdown);
    else
        insertRendered(end, markdown);
    end.endEditBlock();
    m_hasFrozen = true;
}

void ProseView::insertPlain(QTextCursor& cursor, const QString& paragraphs)
{
    const QString lineSeparator(QChar::LineSeparator);
    for (const QString& paragraph : paragraphs.split(u"\n\n"_s)) {
        if (paragraph.trimmed().isEmpty())
            continue;
        beginParagraph(cursor);
        cursor.insertText(paragraph.trimmed().replace("  \n"_L1, lineSeparator), {});
        m_hasFrozen = true;
    }
}

void ProseView::insertRendered(QTextCursor& cursor, const QString& markdown)
{
    InertDocument rendered;
    rendered.setDefaultFont(document()->defaultFont());
    rendered.setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
    restyleProse(rendered, palette());
    // A list begins a paragraph by itself.
    const bool isList = rendered.begin().textList() != nullptr;
    if (!isList || !m_hasFrozen)
        beginParagraph(cursor);
    cursor.insertFragment(QTextDocumentFragment(&rendered));
    if (isList && !m_hasFrozen && document()->firstBlock().text().isEmpty())
        QTextCursor(document()->firstBlock()).deleteChar();
}

void ProseView::beginParagraph(QTextCursor& cursor)
{
    QTextBlockFormat format;
    format.setTopMargin(m_hasFrozen ? paragraphGap : 0);
    format.setBottomMargin(paragraphGap);
    if (m_hasFrozen)
        cursor.insertBlock(format, {});
    else
        cursor.setBlockFormat(format);
}

void ProseView::showTail()
{
    const QString tail = m_blocks.tail();
    qsizetype size = tail.size();
    while (size > 0 && tail.at(size - 1).isSpace())
        --size;
    if (size <= m_tailShown)
        return;
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.beginEditBlock();
    if (m_tailShown == 0)
        beginParagraph(end);
    // The lines of an open block belong together: separators keep them in one paragraph.
    QString added = tail.sliced(m_tailShown, size - m_tailShown);
    end.insertText(added.replace(u'\n', QChar::LineSeparator), {});
    end.endEditBlock();
    m_tailShown = size;
}

void ProseView::removeTail()
{
    if (m_tailShown == 0)
        return;
    QTextCursor tail(document());
    tail.movePosition(QTextCursor::End);
    tail.setPosition(tail.position() - int(m_tailShown), QTextCursor::KeepAnchor);
    tail.removeSelectedText();
    if (m_hasFrozen)
        tail.deletePreviousChar();
    m_tailShown = 0;
}

void ProseView::strikeOut()
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextCharFormat struck;
    struck.setFontStrikeOut(true);
    struck.setForeground(mutedText(palette()));
    all.mergeCharFormat(struck);
}

void ProseView::fitHeight()
{
    const int height = int(std::ceil(document()->size().height())) + 2 * frameWidth();
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

QSize ProseView::sizeHint() const
{
    return { 320, int(std::ceil(document()->size().height())) };
}

QSize ProseView::minimumSizeHint() const
{
    return { 40, 0 };
}

QVariant ProseView::loadResource(int /*type*/, const QUrl& /*name*/)
{
    return {};
}

void ProseView::keyPressEvent(QKeyEvent* event)
{
    // The conversation scrolls, not this part of it.
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        event->ignore();
        return;
    default:
        QTextBrowser::keyPressEvent(event);
    }
}

void ProseView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_restyling)
        return;
    const QScopedValueRollback guard(m_restyling, true);
    restyleProse(*document(), palette());
}

} // namespace roadloom
