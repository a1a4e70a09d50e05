// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QTextDocument>

#include <functional>

class QPainter;
class QPdfWriter;
class QTextBlock;
class QTextLine;

namespace roadloom {

/// Divides a document, of paragraphs alone, into the pages of a PDF, with a line below each. Goes
/// through the document once: QTextDocument::print() looks at all of it for each page.
class PdfPages {
public:
    /// Sets the document to the paper's size and resolution. Both must outlive it.
    PdfPages(QTextDocument& document, QPdfWriter& writer);

    /// A list of contents: which paragraph's page stands at the right of which other one. Both by
    /// their numbers in the document.
    void setContents(const QHash<int, int>& headings) { m_contents = headings; }
    /// All pages. Below each stands `left`, shortened to fit, and right(number, count).
    void print(const QString& left, const std::function<QString(int, int)>& right);

private:
    [[nodiscard]] int pageAt(double y) const;
    void printBlock(QPainter& painter, const QTextBlock& block);
    void printLine(QPainter& painter, const QTextBlock& block, const QTextLine& line);
    void printNumber(QPainter& painter, int heading, const QFont& font, double baseline);
    void turnTo(QPainter& painter, int page);
    void printFoot(QPainter& painter);

    QTextDocument& m_document;
    QPdfWriter& m_writer;
    QHash<int, int> m_contents;
    QString m_left;
    std::function<QString(int, int)> m_right;
    int m_page = 0; ///< that is being printed
    int m_count = 0; ///< of pages
};

} // namespace roadloom
