// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/PdfPages.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextLayout>

namespace roadloom {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double footHeight = 12.0; ///< millimetres
constexpr double footPointSize = 8.5;

double footPixels(const QPdfWriter& writer)
{
    return footHeight / millimetresPerInch * writer.resolution();
}

} // namespace

PdfPages::PdfPages(QTextDocument& document, QPdfWriter& writer)
    : m_document(document)
    , m_writer(writer)
{
    m_document.documentLayout()->setPaintDevice(&m_writer);
    m_document.setPageSize(QSizeF(m_writer.width(), m_writer.height() - footPixels(m_writer)));
}

void PdfPages::print(const QString& left, const std::function<QString(int, int)>& right)
{
    m_left = left;
    m_right = right;
    m_page = 0;
    m_count = m_document.pageCount(); // lays all of it out
    QPainter painter(&m_writer);
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next())
        printBlock(painter, block);
    printFoot(painter);
}

int PdfPages::pageAt(double y) const
{
    return int(y / m_document.pageSize().height());
}

void PdfPages::printBlock(QPainter& painter, const QTextBlock& block)
{
    const QTextLayout& layout = *block.layout();
    for (int i = 0; i < layout.lineCount(); ++i)
        printLine(painter, block, layout.lineAt(i));
}

void PdfPages::printLine(QPainter& painter, const QTextBlock& block, const QTextLine& line)
{
    const QPointF at = block.layout()->position();
    const double top = at.y() + line.y();
    turnTo(painter, pageAt(top));
    const double above = m_page * m_document.pageSize().height();
    if (block.blockFormat().hasProperty(QTextFormat::BackgroundBrush))
        painter.fillRect(QRectF(line.x() + at.x(), top - above, line.width(), line.height()),
            block.blockFormat().background());
    painter.setPen(Qt::black);
    line.draw(&painter, at - QPointF(0.0, above));
    const auto heading = m_contents.constFind(block.blockNumber());
    if (heading != m_contents.cend() && line.lineNumber() == 0)
        printNumber(painter, *heading, block.charFormat().font(), top - above + line.ascent());
}

void PdfPages::printNumber(QPainter& painter, int heading, const QFont& font, double baseline)
{
    const QTextBlock block = m_document.findBlockByNumber(heading);
    const double top = block.layout()->position().y() + block.layout()->lineAt(0).y();
    const QString number = QString::number(pageAt(top) + 1);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const double width = QFontMetricsF(font, &m_writer).horizontalAdvance(number);
    painter.drawText(QPointF(m_writer.width() - width, baseline), number);
}

void PdfPages::turnTo(QPainter& painter, int page)
{
    while (m_page < page) {
        printFoot(painter);
        m_writer.newPage();
        ++m_page;
    }
}

void PdfPages::printFoot(QPainter& painter)
{
    QFont font = m_document.defaultFont();
    font.setPointSizeF(footPointSize);
    painter.setFont(font);
    painter.setPen(Qt::darkGray);
    const QString right = m_right(m_page + 1, m_count);
    const QRectF foot(0.0, m_writer.height() - footPixels(m_writer) / 2, m_writer.width(),
        footPixels(m_writer) / 2);
    const QFontMetricsF metrics(font, &m_writer);
    const double room = foot.width() - metrics.horizontalAdvance(right) - metrics.height();
    painter.drawText(
        foot, Qt::AlignLeft | Qt::AlignBottom, metrics.elidedText(m_left, Qt::ElideRight, room));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, right);
}

} // namespace roadloom
