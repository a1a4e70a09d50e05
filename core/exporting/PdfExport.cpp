// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/PdfExport.h"

#include "core/base/PlainText.h"
#include "core/exporting/FontsNeeded.h"
#include "core/exporting/PdfPages.h"
#include "core/exporting/PdfSearch.h"
#include "core/exporting/XmlText.h"

#include <QBuffer>
#include <QHash>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextBlockFormat>
#include <QTextCursor>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int dotsPerInch = 300;
constexpr double pageMargin = 20.0; ///< millimetres

constexpr double titlePoints = 22.0;
constexpr double stagePoints = 16.0;
constexpr double modulePoints = 12.5;
constexpr double textPoints = 10.0;
constexpr double factPoints = 9.0;

/// Text that cannot be taken for the marks by which a QTextDocument holds itself together. Line
/// breaks stay inside a paragraph.
QString documentText(QStringView text)
{
    QString safe;
    for (const QChar character : xmlText(text)) {
        if (character == u'\n')
            safe += QChar(QChar::LineSeparator);
        else if (!character.isNonCharacter() && character != QChar::ObjectReplacementCharacter
            && character != QChar::ParagraphSeparator)
            safe += character;
    }
    return safe;
}

QString documentLine(QStringView text)
{
    return documentText(plainLine(text));
}

QTextCharFormat style(
    double points, QFont::Weight weight = QFont::Normal, QColor colour = Qt::black)
{
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(weight);
    format.setForeground(colour);
    return format;
}

QTextCharFormat factStyle()
{
    return style(factPoints, QFont::Normal, QColor(0x57, 0x60, 0x6a));
}

/// Steps to the right.
enum class Indent { None, One };

/// Distances are in pixels of a screen; the document's layout turns them into those of the paper,
/// steps to the right among them. It would not do so with a margin at the left (seen with
/// Qt 6.4.2).
QTextBlockFormat paragraph(double above, double below, Indent indent = Indent::None)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setIndent(indent == Indent::One ? 1 : 0);
    return format;
}

/// Latin first, so that Chinese fonts need not do for it; then Chinese as it is written in China.
QFont documentFont()
{
    QFont font;
    font.setFamilies({ u"Noto Sans"_s, u"DejaVu Sans"_s, u"Noto Sans CJK SC"_s,
        u"WenQuanYi Micro Hei"_s, u"sans-serif"_s });
    font.setPointSizeF(textPoints);
    return font;
}

class PdfMaker {
public:
    PdfMaker(const RoadmapDocument& document, const DocumentWords& words)
        : m_roadmap(document.roadmap())
        , m_source(document)
        , m_words(words)
        , m_cursor(&m_text)
    {
        m_text.setUndoRedoEnabled(false);
        m_text.setDefaultFont(documentFont());
        m_text.setDocumentMargin(0.0);
        m_text.setIndentWidth(18.0);
        forEachConcept(m_roadmap, [this](const Stage&, const Module&, const Concept& item) {
            m_names.insert(item.id, item.name);
            m_learnt += isLearnt(studyOf(m_source, item.id).state) ? 1 : 0;
        });
    }

    [[nodiscard]] QByteArray make()
    {
        m_cursor.beginEditBlock();
        writeHead();
        writeContents();
        for (const Stage& stage : m_roadmap.stages)
            writeStage(stage);
        m_cursor.endEditBlock();
        return printed();
    }

private:
    void writeHead()
    {
        m_cursor.setBlockFormat(paragraph(0, 12));
        m_cursor.insertText(documentLine(m_roadmap.title), style(titlePoints, QFont::Bold));
        write(paragraph(0, 4), m_words.totals(m_roadmap), factStyle());
        if (m_learnt > 0)
            write(paragraph(0, 4), m_words.progress(m_learnt, int(conceptCount(m_roadmap))),
                factStyle());
        if (hasVisibleCharacter(m_source.design.designRationale))
            write(
                paragraph(8, 0), documentText(m_source.design.designRationale), style(textPoints));
    }

    void writeContents()
    {
        write(paragraph(24, 8), m_words.word(DocumentWord::Contents),
            style(modulePoints, QFont::Bold));
        qsizetype modules = 0;
        for (const Stage& stage : m_roadmap.stages)
            modules += stage.modules.size();
        const bool withModules = modules <= mostModulesInContents;
        for (const Stage& stage : m_roadmap.stages) {
            writeContentsLine(Indent::None, u"%1. "_s.arg(stage.order) + documentLine(stage.name),
                QFont::DemiBold);
            if (!withModules)
                continue;
            for (const Module& module : stage.modules)
                writeContentsLine(Indent::One, documentLine(module.name), QFont::Normal);
        }
    }

    /// Leaves room for the number of a page at the right.
    void writeContentsLine(Indent indent, const QString& name, QFont::Weight weight)
    {
        constexpr qsizetype mostCharacters = 100;
        constexpr double roomForNumber = 0.5 * dotsPerInch;
        QTextBlockFormat format = paragraph(2, 2, indent);
        format.setRightMargin(roomForNumber);
        write(format, shortLine(name, mostCharacters), style(textPoints, weight));
        m_contents.append(m_cursor.blockNumber());
    }

    void writeStage(const Stage& stage)
    {
        QTextBlockFormat format = paragraph(0, 6);
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        writeHeading(format, u"%1. "_s.arg(stage.order) + documentLine(stage.name), stagePoints,
            hoursOf(stage));
        writeText(stage.description, Indent::None);
        for (const Module& module : stage.modules) {
            writeHeading(
                paragraph(16, 4), documentLine(module.name), modulePoints, hoursOf(module));
            writeText(module.description, Indent::None);
            for (const Concept& item : module.concepts)
                writeConcept(item);
        }
    }

    /// Notes where it is, for the contents.
    void writeHeading(
        const QTextBlockFormat& format, const QString& name, double points, double hours)
    {
        write(format, name, style(points, QFont::Bold));
        m_headings.append(m_cursor.blockNumber());
        m_cursor.insertText(u"   "_s + m_words.hours(hours), factStyle());
    }

    void writeConcept(const Concept& item)
    {
        const ConceptStudy study = studyOf(m_source, item.id);
        write(paragraph(8, 1), stateMark(study.state) + "  "_L1, style(textPoints));
        m_cursor.insertText(documentLine(item.name), style(textPoints, QFont::Bold));
        m_cursor.insertText(u"   "_s
                + QStringList { m_words.hours(item.estimatedHours),
                    m_words.difficulty(item.difficulty), m_words.state(study.state) }
                      .join(m_words.listSeparator()),
            factStyle());
        writeText(item.description, Indent::One);
        QStringList needed;
        for (const QString& id : item.prerequisites)
            needed.append(documentLine(m_names.value(id, id)));
        if (!needed.isEmpty())
            write(paragraph(0, 1, Indent::One),
                m_words.labelled(DocumentWord::BuildsOn, needed.join(m_words.listSeparator())),
                factStyle());
        if (!hasVisibleCharacter(study.note))
            return;
        QTextBlockFormat format = paragraph(2, 4, Indent::One);
        format.setBackground(QColor(0xff, 0xf8, 0xdc));
        write(format, documentText(study.note), style(textPoints));
    }

    void writeText(const QString& text, Indent indent)
    {
        if (hasVisibleCharacter(text))
            write(paragraph(0, 1, indent), documentText(text), style(textPoints));
    }

    void write(const QTextBlockFormat& format, const QString& text, const QTextCharFormat& style)
    {
        m_cursor.insertBlock(format, style);
        m_cursor.insertText(text, style);
    }

    /// Which heading each line of the contents is about: every one, or those of the stages.
    [[nodiscard]] QHash<int, int> contents() const
    {
        QHash<int, int> headings;
        qsizetype heading = 0;
        qsizetype line = 0;
        const bool isWhole = m_contents.size() == m_headings.size();
        for (const Stage& stage : m_roadmap.stages) {
            headings.insert(m_contents[line++], m_headings[heading]);
            for (qsizetype module = 1; isWhole && module <= stage.modules.size(); ++module)
                headings.insert(m_contents[line++], m_headings[heading + module]);
            heading += 1 + stage.modules.size();
        }
        return headings;
    }

    [[nodiscard]] QByteArray printed()
    {
        QByteArray pdf;
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(
            QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin / 2), QPageLayout::Millimeter);
        writer.setResolution(dotsPerInch);
        writer.setTitle(documentLine(m_roadmap.title));
        writer.setCreator(u"Roadloom"_s);
        PdfPages pages(m_text, writer);
        pages.setContents(contents());
        pages.print(documentLine(m_roadmap.title),
            [this](int number, int count) { return m_words.page(number, count); });
        return withSearchableChinese(
            pdf, m_text.toRawText() + m_words.page(1, 1), m_text.defaultFont());
    }

    const Roadmap& m_roadmap;
    const RoadmapDocument& m_source;
    const DocumentWords& m_words;
    QTextDocument m_text;
    QTextCursor m_cursor;
    QHash<QString, QString> m_names; ///< of the concepts, by id
    int m_learnt = 0;
    QList<int> m_contents; ///< the numbers of its paragraphs
    QList<int> m_headings; ///< of these, stage by stage with its modules
};

} // namespace

Result<QByteArray> documentAsPdf(const RoadmapDocument& document, const DocumentWords& words)
{
    if (auto error = findFontsError())
        return *std::move(error);
    return PdfMaker(document, words).make();
}

} // namespace roadloom
