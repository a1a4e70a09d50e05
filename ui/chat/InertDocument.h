// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextDocument>

#include <optional>

class QFont;
class QPalette;
class QTextBlock;

namespace roadloom {

class CodeFormats;

/// A document that fetches and opens nothing: neither files nor addresses nor data URLs. Keeps no
/// undo history.
class InertDocument : public QTextDocument {
    Q_OBJECT
public:
    explicit InertDocument(QObject* parent = nullptr);

protected:
    QVariant loadResource(int type, const QUrl& name) override;
};

/// Turns what Markdown made of a model's words into what Roadloom shows: pictures become their
/// names, headings stay near the size of the text, links, code and the grid of tables take the
/// palette's colours, which are `code`'s too. Quotations and tasks lose their marks, which whoever
/// shows the document paints. Also to be called when the palette or the font changes.
void restyleProse(QTextDocument& document, const QPalette& palette, const CodeFormats& code);

/// By how much the items of a list stand further in than what is around them: with room for a
/// number or a box in front of them.
[[nodiscard]] double listIndent(const QFont& font);
/// The same of a quotation, with room for its bar.
[[nodiscard]] double quoteIndent(const QFont& font);

/// Before 6.6 Qt begins each list with 1. Numbers the items of the list that the document begins
/// with from another number, for whoever shows the document to paint.
void numberFrom(const QTextDocument& document, int first);
[[nodiscard]] std::optional<int> numberOf(const QTextBlock& block);

/// How many quotations the block stands in.
[[nodiscard]] int quoteLevelOf(const QTextBlock& block);
/// An item of a list that can be done, or is.
[[nodiscard]] bool isTask(const QTextBlock& block);
[[nodiscard]] bool isDoneTask(const QTextBlock& block);

} // namespace roadloom
