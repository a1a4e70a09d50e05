// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/OpmlFile.h"
#include "core/exporting/OpmlNames.h"
#include "core/exporting/XmlText.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/roadmap/StudyTime.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

class OpmlWriter {
public:
    explicit OpmlWriter(const RoadmapDocument& document)
        : m_document(document)
        , m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(1);
    }

    [[nodiscard]] QByteArray write()
    {
        m_xml.writeStartDocument();
        m_xml.writeNamespace(opml::ourNamespace, u"roadloom"_s);
        m_xml.writeStartElement(u"opml"_s);
        m_xml.writeAttribute(u"version"_s, u"2.0"_s);
        writeHead();
        m_xml.writeStartElement(u"body"_s);
        for (const Stage& stage : m_document.roadmap().stages)
            writeStage(stage);
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void writeHead()
    {
        const Roadmap& roadmap = m_document.roadmap();
        m_xml.writeStartElement(u"head"_s);
        m_xml.writeTextElement(u"title"_s, xmlText(roadmap.title));
        m_xml.writeEmptyElement(opml::ourNamespace, opml::roadmap);
        attribute(opml::id, roadmap.id);
        attribute(opml::weeks, QString::number(roadmap.recommendedCompletionWeeks));
        attribute(opml::hoursPerWeek, QString::number(m_document.hoursPerWeek));
        attribute(opml::rationale, m_document.design.designRationale);
        m_xml.writeEndElement();
    }

    void writeStage(const Stage& stage)
    {
        beginNode("stage"_L1, stage, {});
        for (const Module& module : stage.modules) {
            beginNode("module"_L1, module, {});
            for (const Concept& item : module.concepts)
                writeConcept(item);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
    }

    void writeConcept(const Concept& item)
    {
        const ConceptStudy study = studyOf(m_document, item.id);
        beginNode("concept"_L1, item, study.note);
        attribute(opml::hours,
            QString::number(
                roundedHours(item.estimatedHours), 'f', QLocale::FloatingPointShortest));
        attribute(opml::difficulty, difficultyName(item.difficulty));
        attribute(opml::state, studyStateName(study.state));
        attribute(opml::buildsOn, list(item.prerequisites));
        attribute(opml::keywords, list(item.keywords));
        m_xml.writeEndElement();
    }

    template <class Node>
    void beginNode(QLatin1StringView kind, const Node& node, const QString& note)
    {
        m_xml.writeStartElement(u"outline"_s);
        m_xml.writeAttribute(u"text"_s, xmlText(node.name));
        const QString shown
            = note.isEmpty() ? node.description : QString(node.description + "\n\n"_L1 + note);
        if (!shown.isEmpty())
            m_xml.writeAttribute(opml::note, xmlText(shown));
        attribute(opml::kind, kind);
        attribute(opml::id, node.id);
        attribute(opml::description, node.description);
    }

    /// Of our namespace; left out if it is empty.
    void attribute(QLatin1StringView name, const QString& value)
    {
        if (!value.isEmpty())
            m_xml.writeAttribute(opml::ourNamespace, name, xmlText(value));
    }

    [[nodiscard]] static QString list(const QStringList& texts)
    {
        QStringList encoded;
        for (const QString& text : texts)
            encoded.append(QString(xmlText(text))
                               .replace(u'%', "%25"_L1)
                               .replace(u' ', "%20"_L1)
                               .replace(u'\t', "%09"_L1)
                               .replace(u'\n', "%0A"_L1));
        return encoded.join(u' ');
    }

    const RoadmapDocument& m_document;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray documentAsOpml(const RoadmapDocument& document)
{
    return OpmlWriter(document).write();
}

} // namespace roadloom
