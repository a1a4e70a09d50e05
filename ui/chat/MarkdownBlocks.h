// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Cuts streaming Markdown into blocks that are finished, to be rendered once, and an open tail, to
/// be shown as it is. A block ends at a blank line, a heading at its line end, a fence at its
/// closing line, a list where something else begins. A block that grows past maxBlock is cut at a
/// line end (a line that long: anywhere), a cut fence being closed and opened again. Linear;
/// bounded memory apart from what is returned; any split of the input yields the same blocks in the
/// same order, though how many come back at once depends on it.
class MarkdownBlocks {
public:
    static constexpr qsizetype maxBlock = 2048;

    /// Takes the next piece; returns the Markdown of the blocks it finished, mostly none.
    [[nodiscard]] QString feed(QStringView piece);
    /// Ends the text: returns what was still open.
    [[nodiscard]] QString finish();

    /// The open block and the line begun, as they came.
    [[nodiscard]] QString tail() const { return m_shown + m_line; }

private:
    void takeLine(QString& finished);
    void takeFenceLine(QStringView line, QString& finished);
    void takeTextLine(QStringView line, QString& finished);
    void add(QStringView line);
    void freeze(QString& finished);
    void freezeIfLong(QString& finished);

    QString m_line; ///< begun, without its end
    QString m_block; ///< whole lines of the open block, with line breaks made hard
    QString m_shown; ///< the same lines as they came
    QString m_fence; ///< the opening fence line while one is open
    bool m_isList = false;
    bool m_blankSeen = false;
};

} // namespace roadloom
