// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace roadloom {

/// A piece of Markdown that no later words change.
struct MarkdownBlock {
    /// Markdown, or lines of a fence. Code ends in a line end, unless its line goes on in the next
    /// piece.
    QString text;
    bool isCode = false;
    bool beginsCode = false; ///< these lines are the first of their fence
    QString language {}; ///< of code, as it stands after the fence

    bool operator==(const MarkdownBlock&) const = default;
};

/// Cuts streaming Markdown into blocks that are finished, to be rendered once, and an open tail, to
/// be shown as it is. A block ends at a blank line, a heading at its line end, a list where
/// something else begins; of a fence, each line is finished by itself (within a list it belongs to
/// that). A block that grows past maxBlock is cut at a line end (a line that long: anywhere), a
/// table going on below its head. Linear; bounded memory apart from what is returned; any split of
/// the input yields the same text in the same order, though how many pieces come at once depends
/// on it.
class MarkdownBlocks {
public:
    static constexpr qsizetype maxBlock = 2048;

    /// Takes the next piece; returns what it finished, mostly nothing.
    [[nodiscard]] QList<MarkdownBlock> feed(QStringView piece);
    /// Ends the text: returns what was still open.
    [[nodiscard]] QList<MarkdownBlock> finish();

    /// The open block and the line begun, as they came.
    [[nodiscard]] QString tail() const { return m_shown + m_line; }
    /// The tail is a line of a fence, which began with the marks and language of codeBegin().
    [[nodiscard]] bool isInCode() const { return !m_fence.isEmpty() && !m_isList; }
    [[nodiscard]] QString codeLanguage() const;
    /// No line of the open fence is finished yet.
    [[nodiscard]] bool isFirstCodeLine() const { return m_beginsCode; }

private:
    enum class LineEnd { Seen, Cut };

    void takeLine(LineEnd end);
    void takeFenceLine(QStringView line, LineEnd end);
    void takeTextLine(QStringView line);
    void addCode(QStringView line, LineEnd end);
    void add(QStringView line);
    void freeze();
    void freezeIfLong();

    QList<MarkdownBlock> m_finished;
    QString m_line; ///< begun, without its end
    bool m_lineIsCut = false; ///< its beginning was taken
    QString m_block; ///< whole lines of the open block, with line breaks made hard
    QString m_shown; ///< the same lines as they came
    QString m_tableHead; ///< of the table that is the open block, with its rule
    int m_lines = 0; ///< of the open block
    QString m_fence; ///< the opening fence line while one is open
    bool m_beginsCode = false;
    bool m_isList = false;
    bool m_blankSeen = false;
};

} // namespace roadloom
