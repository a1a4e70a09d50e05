// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextDocument>

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
/// palette's colours, which are `code`'s too. Also to be called when the palette changes.
void restyleProse(QTextDocument& document, const QPalette& palette, const CodeFormats& code);

/// How many quotations the block stands in.
[[nodiscard]] int quoteLevelOf(const QTextBlock& block);

} // namespace roadloom
