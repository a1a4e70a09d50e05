// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/MapLayout.h"

#include "core/base/PlainText.h"
#include "core/exporting/MapNorms.h"
#include "core/exporting/XmlText.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

using namespace mapNorms;

namespace {

MapText makeText(const QString& text, double width, double size, qsizetype mostLines)
{
    constexpr qsizetype mostRead = 400;
    return { .lines = wrappedText(xmlText(shortLine(text, mostRead)), width, size, mostLines),
        .baseline = {},
        .size = size };
}

/// Puts a text with its upper left corner there; says where it ends.
double place(MapText& text, QPointF corner)
{
    text.baseline = corner + QPointF(0.0, text.size);
    return corner.y() + text.height();
}

class MapMaker {
public:
    explicit MapMaker(const RoadmapDocument& document)
        : m_document(document)
    {
        qsizetype most = 1;
        for (const Stage& stage : document.roadmap().stages)
            most = std::max(most, stage.modules.size());
        m_cards = std::min(most, mostCardsInARow);
        m_width = double(m_cards) * cardWidth + double(m_cards - 1) * gap;
    }

    [[nodiscard]] MapLayout make(const QString& totals)
    {
        for (const Stage& stage : m_document.roadmap().stages)
            m_map.stages.append(makeStage(stage));
        const qsizetype columns = columnCount();
        const double width
            = double(columns) * m_width + double(columns - 1) * columnGap + 2 * margin;
        m_map.title
            = makeText(m_document.roadmap().title, width - 2 * margin, titleSize, titleLines);
        m_map.totals = makeText(totals, width - 2 * margin, totalsSize, titleLines);
        double top = place(m_map.title, { margin, margin });
        top = place(m_map.totals, { margin, top }) + stageGap;
        const double bottom = placeStages(top, columns);
        m_map.size = QSizeF(std::ceil(width), std::ceil(bottom + margin));
        return std::move(m_map);
    }

private:
    [[nodiscard]] MapStage makeStage(const Stage& stage) const
    {
        MapStage made;
        made.stage = &stage;
        made.name = makeText(
            u"%1. "_s.arg(stage.order) + stage.name, m_width - hoursWidth, stageSize, nameLines);
        double learnt = 0.0;
        for (const Module& module : stage.modules) {
            made.modules.append(makeModule(module));
            for (const MapConcept& item : std::as_const(made.modules.last().concepts))
                learnt += isLearnt(item.state) ? item.item->estimatedHours : 0.0;
        }
        const double hours = hoursOf(stage);
        made.learnt = hours > 0.0 ? std::clamp(learnt / hours, 0.0, 1.0) : 0.0;
        arrange(made);
        return made;
    }

    /// Puts a stage and what is in it at the origin.
    void arrange(MapStage& stage) const
    {
        double top = place(stage.name, {}) + barHeight + gap;
        for (qsizetype first = 0; first < stage.modules.size(); first += m_cards) {
            double bottom = top;
            const qsizetype end = std::min(first + m_cards, stage.modules.size());
            for (qsizetype i = first; i < end; ++i)
                bottom = std::max(bottom,
                    arrange(stage.modules[i], { double(i - first) * (cardWidth + gap), top }));
            for (qsizetype i = first; i < end; ++i)
                stage.modules[i].place.setBottom(bottom); // cards of a row are equally tall
            top = bottom + gap;
        }
        stage.place = QRectF(0.0, 0.0, m_width, top - gap);
    }

    [[nodiscard]] MapModule makeModule(const Module& module) const
    {
        MapModule made;
        made.module = &module;
        made.name
            = makeText(module.name, cardWidth - 2 * padding - hoursWidth, moduleSize, nameLines);
        for (const Concept& item : module.concepts)
            made.concepts.append({ .item = &item,
                .name = makeText(item.name, cardWidth - 2 * padding - markWidth - hoursWidth,
                    conceptSize, nameLines),
                .state = studyOf(m_document, item.id).state,
                .place = {} });
        return made;
    }

    static double arrange(MapModule& module, QPointF corner)
    {
        const QPointF inside = corner + QPointF(padding, padding);
        double top = place(module.name, inside) + padding;
        for (MapConcept& item : module.concepts) {
            const double bottom = place(item.name, { inside.x() + markWidth, top });
            item.place = QRectF(inside.x(), top, cardWidth - 2 * padding, bottom - top);
            top = bottom + rowGap;
        }
        module.place = QRectF(corner, QPointF(corner.x() + cardWidth, top - rowGap + padding));
        return module.place.bottom();
    }

    /// So many that the map is not much taller than it is wide, once it would be more than a page.
    [[nodiscard]] qsizetype columnCount() const
    {
        double height = 0.0;
        for (const MapStage& stage : m_map.stages)
            height += stage.place.height() + stageGap;
        if (height < mostHeightOfOneColumn)
            return 1;
        return std::max<qsizetype>(1, std::lround(std::sqrt(height / m_width)));
    }

    /// Column by column, each about equally tall. Returns where the tallest ends.
    double placeStages(double top, qsizetype columns)
    {
        double height = 0.0;
        for (const MapStage& stage : std::as_const(m_map.stages))
            height += stage.place.height() + stageGap;
        const double share = height / double(columns);
        double lowest = top;
        QPointF corner(margin, top);
        qsizetype column = 0;
        for (MapStage& stage : m_map.stages) {
            const bool isFull
                = corner.y() > top && corner.y() - top + stage.place.height() / 2 > share;
            if (isFull && column + 1 < columns) {
                ++column;
                corner = QPointF(margin + double(column) * (m_width + columnGap), top);
            }
            move(stage, corner);
            lowest = std::max(lowest, stage.place.bottom());
            corner.setY(stage.place.bottom() + stageGap);
        }
        return lowest;
    }

    static void move(MapStage& stage, QPointF by)
    {
        stage.place.translate(by);
        stage.name.baseline += by;
        for (MapModule& module : stage.modules) {
            module.place.translate(by);
            module.name.baseline += by;
            for (MapConcept& item : module.concepts) {
                item.place.translate(by);
                item.name.baseline += by;
            }
        }
    }

    const RoadmapDocument& m_document;
    qsizetype m_cards = 1; ///< beside each other
    double m_width = 0.0; ///< of a stage
    MapLayout m_map;
};

/// Of characters of a usual font, in parts of its size.
double estimatedWidthOf(char32_t character)
{
    if (character < 0x80) {
        if (u"iljI.,:;'|!"_s.contains(QChar(char16_t(character))))
            return 0.34;
        if (u"mwMW@%"_s.contains(QChar(char16_t(character))))
            return 0.95;
        return QChar::isUpper(character) ? 0.72 : 0.6;
    }
    if (QChar::category(character) == QChar::Mark_NonSpacing)
        return 0.0;
    constexpr char32_t firstWide = 0x1100; // Hangul; Han, Kana, their marks and emoji come behind
    return character < firstWide ? 0.7 : 1.0;
}

} // namespace

MapLayout layOutMap(const RoadmapDocument& document, const QString& totals)
{
    return MapMaker(document).make(totals);
}

double estimatedWidth(QStringView text, double size)
{
    double width = 0.0;
    for (const char32_t character : text.toUcs4())
        width += estimatedWidthOf(character);
    return width * size;
}

QStringList wrappedText(const QString& text, double width, double size, qsizetype mostLines)
{
    QStringList lines;
    QString rest = text.simplified();
    while (!rest.isEmpty() && lines.size() < mostLines) {
        const bool isLast = lines.size() + 1 == mostLines;
        const double room = isLast ? width - size : width; // for the ellipsis
        QTextBoundaryFinder breaks(QTextBoundaryFinder::Grapheme, rest);
        qsizetype fits = 0; // characters
        qsizetype fitsWell = 0; // characters, at a place where a line may end
        double used = 0.0;
        for (qsizetype end = breaks.toNextBoundary(); end > 0; end = breaks.toNextBoundary()) {
            used += estimatedWidth(QStringView(rest).mid(fits, end - fits), size);
            const bool isWhole = end == rest.size() && used <= width;
            if (used > room && !isWhole)
                break;
            fits = end;
            const bool mayEnd = isWhole || rest[end - 1].unicode() >= 0x2E80
                || (end < rest.size() && (rest[end].isSpace() || rest[end].unicode() >= 0x2E80));
            fitsWell = mayEnd ? end : fitsWell;
        }
        if (fits < rest.size() && !isLast && fitsWell > 0)
            fits = fitsWell;
        fits = std::max<qsizetype>(fits, 1);
        const bool isCut = isLast && fits < rest.size();
        lines.append(isCut ? QString(rest.left(fits).trimmed() + u'…') : rest.left(fits).trimmed());
        rest = rest.mid(fits).trimmed();
    }
    return lines;
}

} // namespace roadloom
