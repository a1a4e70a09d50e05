// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ProseView.h"

#include "ui/chat/CodeLook.h"
#include "ui/chat/InertDocument.h"
#include "ui/chat/KeptSelection.h"
#include "ui/chat/ProseBackdrop.h"
#include "ui/chat/RenderedMarkdown.h"
#include "ui/chat/SimpleLooks.h"
#include "ui/chat/SimpleMarkdown.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Asked of one that was made just now: formats stay when what had them is gone.
bool hasLinks(const QTextDocument& document)
{
    return std::ranges::any_of(document.allFormats(),
        [](const QTextFormat& format) { return format.toCharFormat().isAnchor(); });
}

constexpr qsizetype longestShown = 1'500'000; // characters; a document costs far more than its text

/// A line of code that may yet become the end of its fence.
bool mayCloseFence(const QString& line)
{
    const QString marks = line.trimmed();
    return !marks.isEmpty() && (marks.front() == u'`' || marks.front() == u'~')
        && marks.count(marks.front()) == marks.size();
}

/// To move there as the reader would costs a look at the line.
QTextCursor endOf(QTextDocument& document)
{
    QTextCursor end(&document);
    end.setPosition(document.characterCount() - 1);
    return end;
}

/// The document is laid out, and told to be painted, once for all that happens meanwhile.
class OneEdit {
public:
    explicit OneEdit(QTextDocument* document)
        : m_cursor(document)
    {
        m_cursor.beginEditBlock();
    }
    ~OneEdit() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(OneEdit)

private:
    QTextCursor m_cursor;
};

} // namespace

ProseView::ProseView(QWidget* parent)
    : QTextBrowser(parent)
    , m_codeHeaders(*this)
{
    setDocument(new InertDocument(this));
    document()->setDocumentMargin(0);
    takeFont();
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setFocusPolicy(Qt::NoFocus); // until it has links
    setContextMenuPolicy(Qt::NoContextMenu); // the conversation has one
    // It fills itself, so that nothing below it is painted with each word.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAutoFillBackground(false);
    // What is shown stays where it is when more comes below it.
    setAttribute(Qt::WA_StaticContents);
    viewport()->setAttribute(Qt::WA_StaticContents);
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

ProseView::~ProseView() = default;

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

void ProseView::showPending()
{
    while (hasPending())
        showFrame();
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
        {
            m_fits = false;
            const OneEdit edit(document());
            freeze(m_blocks.feed(words));
            showTail();
        }
        if (clock.elapsed() >= longest)
            break;
    }
    if (hasPending()) {
        m_frame.start();
    } else if (m_finished) {
        m_fits = false;
        const OneEdit edit(document());
        freeze(m_blocks.finish());
        if (m_withdrawn)
            strikeOut();
    }
    if (!m_fits) // code may have begun, or ended, at the same height
        fitHeight();
}

void ProseView::freeze(const QList<MarkdownBlock>& blocks)
{
    if (blocks.isEmpty())
        return;
    removeTail();
    QTextCursor end = endOf(*document());
    for (const MarkdownBlock& block : blocks) {
        if (block.isCode)
            insertCode(end, block);
        else if (const auto simple = simpleMarkdown(block.text))
            insertSimple(end, *simple);
        else
            insertRendered(end, block.text);
        m_hasFrozen = true;
    }
}

void ProseView::insertCode(QTextCursor& cursor, const MarkdownBlock& code)
{
    if (code.beginsCode)
        m_highlighter = CodeHighlighter(code.language);
    const CodeFormats& formats = codeFormats();
    QStringList lines = code.text.split(u'\n');
    const bool goesOn = !lines.constLast().isEmpty();
    if (!goesOn)
        lines.removeLast();
    bool begins = code.beginsCode;
    for (const QString& line : std::as_const(lines)) {
        beginCodeLine(cursor,
            begins                 ? CodeLine::First
                : m_codeLineGoesOn ? CodeLine::GoesOn
                                   : CodeLine::Next,
            formats);
        if (std::exchange(begins, false))
            m_codeHeaders.add(cursor.block(), m_highlighter.languageName());
        m_codeLineGoesOn = false;
        insertCodeLine(cursor, line, m_highlighter, formats);
    }
    m_codeLineGoesOn = goesOn;
}

void ProseView::beginCodeLine(QTextCursor& cursor, CodeLine line, const CodeFormats& formats)
{
    int above = m_codeHeaders.height();
    if (m_hasFrozen)
        above += int(paragraphGap) + (isCodeLine(cursor.block()) ? codePadding : 0);
    const QTextBlockFormat format = codeLineFormat(line, above);
    if (m_hasFrozen) {
        cursor.insertBlock(format, formats.of(CodeToken::Plain));
        return;
    }
    cursor.setBlockFormat(format);
    cursor.setBlockCharFormat(formats.of(CodeToken::Plain));
    m_hasFrozen = true;
}

/// Made once for a palette.
const CodeFormats& ProseView::codeFormats()
{
    if (m_codeFormats == nullptr)
        m_codeFormats = std::make_unique<CodeFormats>(palette());
    return *m_codeFormats;
}

void ProseView::insertSimple(QTextCursor& cursor, const QList<SimpleBlock>& blocks)
{
    if (m_simpleLooks == nullptr)
        m_simpleLooks
            = std::make_unique<SimpleLooks>(document()->defaultFont(), palette(), codeFormats());
    for (const SimpleBlock& block : blocks) {
        beginParagraph(cursor, m_simpleLooks->of(block));
        for (const MarkdownRun& run : block.runs)
            cursor.insertText(run.text, m_simpleLooks->of(block, run));
        m_hasFrozen = true;
    }
}

void ProseView::insertRendered(QTextCursor& cursor, const QString& markdown)
{
    InertDocument rendered;
    rendered.setDefaultFont(document()->defaultFont());
    renderMarkdown(rendered, markdown,
        { .palette = palette(), .code = codeFormats(), .headerHeight = m_codeHeaders.height() });
    if (hasLinks(rendered))
        setFocusPolicy(Qt::TabFocus);
    const int before = m_hasFrozen ? cursor.block().blockNumber() : -1;
    const bool isAfterCode = m_hasFrozen && isCodeLine(cursor.block());
    // A list begins a paragraph by itself.
    const bool isList = rendered.begin().textList() != nullptr;
    // The first words of the fragment go into this one, and leave it its look.
    if (!isList || !m_hasFrozen)
        beginParagraph(cursor, isList ? QTextBlockFormat() : rendered.begin().blockFormat());
    cursor.insertFragment(QTextDocumentFragment(&rendered));
    if (isList && !m_hasFrozen && document()->firstBlock().text().isEmpty())
        QTextCursor(document()->firstBlock()).deleteChar();
    QTextBlock block = document()->findBlockByNumber(before + 1);
    if (before >= 0)
        setMarginAbove(block, paragraphGap + (isAfterCode ? codePadding : 0));
    for (; block.isValid(); block = block.next()) {
        if (beginsCode(block))
            m_codeHeaders.add(block, CodeHighlighter(codeLanguageOf(block)).languageName());
    }
}

void ProseView::beginParagraph(QTextCursor& cursor, QTextBlockFormat format)
{
    const bool isAfterCode = m_hasFrozen && isCodeLine(cursor.block());
    const qreal above = isAfterCode ? paragraphGap + codePadding : m_hasFrozen ? paragraphGap : 0;
    format.setTopMargin(m_hasFrozen ? std::max(format.topMargin(), above) : above);
    if (!isCodeLine(format))
        format.setBottomMargin(std::max(format.bottomMargin(), paragraphGap));
    if (m_hasFrozen)
        cursor.insertBlock(format, {});
    else
        cursor.setBlockFormat(format);
}

void ProseView::showTail()
{
    const bool isCode = m_blocks.isInCode();
    const QString tail = m_blocks.tail();
    qsizetype size = tail.size();
    while (size > 0 && tail.at(size - 1).isSpace())
        --size;
    if (size <= m_tailShown || (isCode && mayCloseFence(tail)))
        return;
    QTextCursor end = endOf(*document());
    const CodeFormats& formats = codeFormats();
    if (m_tailShown == 0) {
        m_tailHasBlock = m_hasFrozen;
        const QScopedValueRollback guard(m_hasFrozen);
        if (isCode)
            beginCodeLine(
                end, m_blocks.isFirstCodeLine() ? CodeLine::First : CodeLine::Next, formats);
        else
            beginParagraph(end);
    }
    // The lines of an open block belong together: separators keep them in one paragraph.
    QString added = tail.sliced(m_tailShown, size - m_tailShown);
    end.insertText(added.replace(u'\n', QChar::LineSeparator),
        isCode ? formats.of(CodeToken::Plain) : QTextCharFormat());
    m_tailShown = size;
}

void ProseView::removeTail()
{
    if (m_tailShown == 0)
        return;
    QTextCursor tail = endOf(*document());
    tail.setPosition(tail.position() - int(m_tailShown), QTextCursor::KeepAnchor);
    tail.removeSelectedText();
    if (m_tailHasBlock) {
        // What is left takes the look of what went.
        const QTextBlock before = tail.block().previous();
        const QTextBlockFormat format = before.blockFormat();
        const QTextCharFormat characters = before.charFormat();
        tail.deletePreviousChar();
        if (tail.blockFormat() != format) {
            tail.setBlockFormat(format);
            tail.setBlockCharFormat(characters);
        }
    }
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

int ProseView::contentHeight() const
{
    const int below = isCodeLine(document()->lastBlock()) ? codePadding : 0;
    return int(std::ceil(document()->size().height())) + below;
}

void ProseView::fitHeight()
{
    const int height = contentHeight() + 2 * frameWidth();
    if (height != minimumHeight() || height != maximumHeight()) {
        Q_EMIT heightAboutToChange(height - this->height());
        setFixedHeight(height);
    }
    m_codeHeaders.place();
    m_fits = true;
}

void ProseView::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        if (m_backdropColors == nullptr)
            m_backdropColors = std::make_unique<BackdropColors>(palette());
        painter.fillRect(event->rect(), m_backdropColors->paper);
        paintBackdrop(painter, *document(),
            { .colors = *m_backdropColors,
                .seen = event->rect(),
                .width = viewport()->width(),
                .headerHeight = m_codeHeaders.height() });
    }
    QTextBrowser::paintEvent(event);
}

QSize ProseView::sizeHint() const
{
    return { 320, contentHeight() };
}

QSize ProseView::minimumSizeHint() const
{
    return { 40, 0 };
}

QVariant ProseView::loadResource(int /*type*/, const QUrl& /*name*/)
{
    return {};
}

void ProseView::chooseLinkAt(const QPoint& position)
{
    const QString address = anchorAt(position);
    if (!address.isEmpty())
        Q_EMIT linkChosen(QUrl(address));
}

/// Copying and selecting are the whole conversation's.
bool ProseView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->ignore();
        return false;
    }
    return QTextBrowser::event(event);
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
    case Qt::Key_Space:
        event->ignore();
        return;
    default:
        QTextBrowser::keyPressEvent(event);
    }
}

void ProseView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    const bool isFont = event->type() == QEvent::FontChange;
    if ((event->type() != QEvent::PaletteChange && !isFont) || m_restyling)
        return;
    const QScopedValueRollback guard(m_restyling, true);
    m_simpleLooks.reset();
    m_codeFormats.reset();
    m_backdropColors.reset();
    {
        const OneEdit edit(document());
        if (isFont)
            takeFont();
        restyleProse(*document(), palette(), codeFormats());
    }
    fitHeight();
}

/// What stands in front of and above words is as large as they are.
void ProseView::takeFont()
{
    document()->setIndentWidth(listIndent(font()));
    m_codeHeaders.takeFont();
}

QList<ProseView*> textsOf(const QWidget* item)
{
    QList<ProseView*> texts;
    if (item != nullptr)
        texts = item->findChildren<ProseView*>();
    texts.removeIf([](const ProseView* text) { return text->isHidden(); });
    return texts;
}

} // namespace roadloom
