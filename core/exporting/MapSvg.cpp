// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/MapExport.h"

#include "core/exporting/MapLayout.h"
#include "core/exporting/MapNorms.h"
#include "core/exporting/XmlText.h"

#include <QXmlStreamWriter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

using namespace mapNorms;

namespace {

namespace colours {
constexpr QLatin1StringView paper("#ffffff");
constexpr QLatin1StringView card("#f6f8fa");
constexpr QLatin1StringView line("#d0d7de");
constexpr QLatin1StringView ink("#1b1f24");
constexpr QLatin1StringView soft("#57606a");
constexpr QLatin1StringView accent("#0969da");
constexpr QLatin1StringView done("#1a7f37");
} // namespace colours

enum class Anchor { Start, End };
enum class Weight { Normal, Bold };

QString number(double value)
{
    return QString::number(std::round(value * 100.0) / 100.0, 'f', QLocale::FloatingPointShortest);
}

class SvgWriter {
public:
    SvgWriter(const RoadmapDocument& document, const DocumentWords& words, const QString& fonts)
        : m_document(document)
        , m_words(words)
        , m_fonts(fonts)
        , m_map(layOutMap(document, totals()))
        , m_xml(&m_bytes)
    {
    }

    [[nodiscard]] QByteArray write()
    {
        m_xml.writeStartDocument();
        m_xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        m_xml.writeStartElement(u"svg"_s);
        attribute("width"_L1, m_map.size.width());
        attribute("height"_L1, m_map.size.height());
        m_xml.writeAttribute(u"viewBox"_s,
            "0 0 %1 %2"_L1.arg(number(m_map.size.width()), number(m_map.size.height())));
        m_xml.writeAttribute(u"role"_s, u"img"_s);
        m_xml.writeAttribute(u"font-family"_s, m_fonts);
        m_xml.writeTextElement(u"title"_s, xmlText(m_document.roadmap().title));
        m_xml.writeTextElement(u"desc"_s, totals());
        box(QRectF({}, m_map.size), 0.0, colours::paper, {});
        writeText(m_map.title, Weight::Bold, colours::ink);
        writeText(m_map.totals, Weight::Normal, colours::soft);
        for (const MapStage& stage : m_map.stages)
            writeStage(stage);
        m_xml.writeEndDocument();
        return m_bytes + '\n';
    }

private:
    [[nodiscard]] QString totals() const
    {
        const Roadmap& roadmap = m_document.roadmap();
        int learnt = 0;
        forEachConcept(roadmap, [&](const Stage&, const Module&, const Concept& item) {
            learnt += isLearnt(studyOf(m_document, item.id).state) ? 1 : 0;
        });
        QString all = m_words.totals(roadmap);
        if (learnt == 0)
            return all;
        return all + u" · "_s + m_words.progress(learnt, int(conceptCount(roadmap)));
    }

    void writeStage(const MapStage& stage)
    {
        m_xml.writeStartElement(u"g"_s);
        writeText(stage.name, Weight::Bold, colours::ink);
        writeHours(hoursOf(*stage.stage), stage.place.right(), stage.name, totalsSize);
        const double top = stage.name.baseline.y() - stage.name.size + stage.name.height();
        const QRectF bar(stage.place.left(), top, stage.place.width(), barHeight);
        box(bar, barHeight / 2, colours::line, {});
        if (stage.learnt > 0.0)
            box({ bar.topLeft(), QSizeF(bar.width() * stage.learnt, bar.height()) }, barHeight / 2,
                colours::done, {});
        for (const MapModule& module : stage.modules)
            writeModule(module);
        m_xml.writeEndElement();
    }

    void writeModule(const MapModule& module)
    {
        constexpr double corner = 8.0;
        box(module.place, corner, colours::card, colours::line);
        writeText(module.name, Weight::Bold, colours::ink);
        writeHours(
            hoursOf(*module.module), module.place.right() - padding, module.name, conceptSize);
        for (const MapConcept& item : module.concepts)
            writeConcept(item);
    }

    void writeConcept(const MapConcept& item)
    {
        m_xml.writeStartElement(u"g"_s);
        m_xml.writeTextElement(u"title"_s,
            xmlText(item.item->name) + m_words.listSeparator() + m_words.state(item.state));
        writeMark(item);
        writeText(item.name, Weight::Normal, isLearnt(item.state) ? colours::soft : colours::ink);
        writeHours(item.item->estimatedHours, item.place.right(), item.name, conceptSize);
        m_xml.writeEndElement();
    }

    /// A circle: empty, half full, or with a tick. Told by its form as well as by its colour.
    void writeMark(const MapConcept& item)
    {
        constexpr double radius = 6.0;
        const QPointF centre(
            item.place.left() + radius + 1.0, item.name.baseline.y() - item.name.size * 0.36);
        const bool isDone = item.state == StudyState::Done;
        const QLatin1StringView colour = isDone ? colours::done
            : item.state == StudyState::Doing   ? colours::accent
                                                : colours::soft;
        m_xml.writeEmptyElement(u"circle"_s);
        attribute("cx"_L1, centre.x());
        attribute("cy"_L1, centre.y());
        attribute("r"_L1, radius);
        m_xml.writeAttribute(u"fill"_s, isDone ? colour : colours::paper);
        m_xml.writeAttribute(u"stroke"_s, colour);
        m_xml.writeAttribute(u"stroke-width"_s, u"1.5"_s);
        if (item.state == StudyState::Doing)
            path("M%1 %2 a6 6 0 0 1 0 12 z"_L1.arg(number(centre.x()), number(centre.y() - radius)),
                colour, {});
        if (isLearnt(item.state))
            path("M%1 %2 l2.5 2.5 l4 -5"_L1.arg(number(centre.x() - 3.2), number(centre.y() + 0.4)),
                {}, isDone ? colours::paper : colour);
    }

    void writeHours(double hours, double right, const MapText& beside, double size)
    {
        writeLine(m_words.hours(hours), { right, beside.baseline.y() }, size, Anchor::End,
            Weight::Normal, colours::soft);
    }

    void writeText(const MapText& text, Weight weight, QLatin1StringView colour)
    {
        QPointF at = text.baseline;
        for (const QString& line : text.lines) {
            writeLine(line, at, text.size, Anchor::Start, weight, colour);
            at.ry() += text.lineHeight();
        }
    }

    void writeLine(const QString& line, QPointF at, double size, Anchor anchor, Weight weight,
        QLatin1StringView colour)
    {
        m_xml.writeStartElement(u"text"_s);
        attribute("x"_L1, at.x());
        attribute("y"_L1, at.y());
        attribute("font-size"_L1, size);
        if (anchor == Anchor::End)
            m_xml.writeAttribute(u"text-anchor"_s, u"end"_s);
        if (weight == Weight::Bold)
            m_xml.writeAttribute(u"font-weight"_s, u"bold"_s);
        m_xml.writeAttribute(u"fill"_s, colour);
        m_xml.writeCharacters(line);
        m_xml.writeEndElement();
    }

    void box(const QRectF& place, double corner, QLatin1StringView fill, QLatin1StringView stroke)
    {
        m_xml.writeEmptyElement(u"rect"_s);
        attribute("x"_L1, place.x());
        attribute("y"_L1, place.y());
        attribute("width"_L1, place.width());
        attribute("height"_L1, place.height());
        if (corner > 0.0)
            attribute("rx"_L1, corner);
        m_xml.writeAttribute(u"fill"_s, fill);
        if (!stroke.isEmpty())
            m_xml.writeAttribute(u"stroke"_s, stroke);
    }

    void path(const QString& data, QLatin1StringView fill, QLatin1StringView stroke)
    {
        m_xml.writeEmptyElement(u"path"_s);
        m_xml.writeAttribute(u"d"_s, data);
        m_xml.writeAttribute(u"fill"_s, fill.isEmpty() ? "none"_L1 : fill);
        if (stroke.isEmpty())
            return;
        m_xml.writeAttribute(u"stroke"_s, stroke);
        m_xml.writeAttribute(u"stroke-width"_s, u"1.5"_s);
    }

    void attribute(QLatin1StringView name, double value)
    {
        m_xml.writeAttribute(name, number(value));
    }

    const RoadmapDocument& m_document;
    const DocumentWords& m_words;
    QString m_fonts;
    MapLayout m_map;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QStringList mapFontFamilies()
{
    return { u"Noto Sans"_s, u"DejaVu Sans"_s, u"Segoe UI"_s, u"Helvetica Neue"_s, u"Arial"_s,
        u"Noto Sans CJK SC"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s, u"WenQuanYi Micro Hei"_s,
        u"sans-serif"_s };
}

QByteArray documentAsSvg(
    const RoadmapDocument& document, const DocumentWords& words, const QStringList& fonts)
{
    return SvgWriter(document, words, fonts.join(u", "_s)).write();
}

} // namespace roadloom
