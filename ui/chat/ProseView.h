// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/CodeHeaders.h"
#include "ui/chat/CodeHighlighter.h"
#include "ui/chat/MarkdownBlocks.h"
#include "ui/chat/WordQueue.h"

#include <QTextBrowser>
#include <QTimer>

#include <memory>

namespace roadloom {

struct BackdropColors;
class CodeFormats;
class SimpleLooks;
struct SimpleBlock;
enum class CodeLine;

/// Streaming words of an agent, as tall as they are: it never scrolls by itself. appendWords() only
/// takes; what was taken is laid out in the next frame, finished Markdown blocks once, the open
/// tail as plain text. Of a flood, a frame shows as much as fits its time, and the next ones go on.
///
/// The words are untrusted: no HTML, nothing is fetched, and a link only says what it is until the
/// reader chooses it. Tab comes by it for its links, if it has any; that the keyboard is in it, the
/// conversation shows.
class ProseView : public QTextBrowser {
    Q_OBJECT
public:
    explicit ProseView(QWidget* parent = nullptr);
    ~ProseView() override;

    void appendWords(const QString& words);
    /// No more will come: shows what was taken at once (of a flood, its beginning), and the tail as
    /// a finished block.
    void finish();
    /// finish(), and strikes the words out.
    void withdraw();

    /// Words were taken that no frame has shown yet. A last character that only means something
    /// with the next one (half a surrogate pair, a carriage return) does not count.
    [[nodiscard]] bool hasPending() const { return m_queue.hasWords(); }
    /// No words at all, shown or to be shown.
    [[nodiscard]] bool isBlank() const;
    /// Shows now what no frame has shown yet, however long it takes.
    void showPending();
    /// As if the reader had chosen the link there, if there is one. In the viewport.
    void chooseLinkAt(const QPoint& position);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkChosen(const QUrl& address);
    /// By so many pixels, now: nothing has moved yet.
    void heightAboutToChange(int by);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showFrame();
    void freeze(const QList<MarkdownBlock>& blocks);
    void insertCode(QTextCursor& cursor, const MarkdownBlock& code);
    void beginCodeLine(QTextCursor& cursor, CodeLine line, const CodeFormats& formats);
    [[nodiscard]] const CodeFormats& codeFormats();
    void insertSimple(QTextCursor& cursor, const QList<SimpleBlock>& blocks);
    void insertRendered(QTextCursor& cursor, const QString& markdown);
    void beginParagraph(QTextCursor& cursor, QTextBlockFormat format = {});
    void showTail();
    void removeTail();
    void strikeOut();
    void takeFont();
    void fitHeight();
    [[nodiscard]] int contentHeight() const;

    QTimer m_frame;
    qsizetype m_taken = 0; ///< characters that were appended, shown or not
    WordQueue m_queue;
    MarkdownBlocks m_blocks;
    qsizetype m_tailShown = 0; ///< characters of the tail at the end of the document
    bool m_tailHasBlock = false; ///< a block of its own, that goes with it
    CodeHighlighter m_highlighter; ///< of the fence that is open, or was last
    bool m_codeLineGoesOn = false; ///< with the next piece of that fence
    CodeHeaders m_codeHeaders;
    std::unique_ptr<CodeFormats> m_codeFormats; ///< in the palette's colours
    std::unique_ptr<SimpleLooks> m_simpleLooks; ///< in the palette's colours and the font
    std::unique_ptr<BackdropColors> m_backdropColors; ///< the same
    bool m_hasFrozen = false; ///< blocks before the tail
    bool m_finished = false;
    bool m_withdrawn = false;
    bool m_restyling = false;
    bool m_fits = false; ///< nothing has changed since fitHeight()
};

/// The texts of an item that are shown, from top to bottom; none for no item.
[[nodiscard]] QList<ProseView*> textsOf(const QWidget* item);

} // namespace roadloom
