// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/OpmlFile.h"
#include "core/exporting/OpmlNames.h"
#include "core/roadmap/RoadmapJson.h"

#include <QCoreApplication>
#include <QUrl>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(OpmlReader)
};

/// Of any element. The reader compares each attribute with all others of its element, and looks
/// names up among all that are declared around them.
constexpr int mostAttributes = 64;
constexpr int mostElementsDeep = 64;
constexpr qsizetype mostElements = 4 * maxOutlineItems;

/// Where behind `start` a text is, or the end.
qsizetype endOf(const QByteArray& xml, qsizetype start, QByteArrayView text)
{
    const qsizetype found = xml.indexOf(text, start);
    return found < 0 ? xml.size() : found;
}

/// Counted as quoted texts, before the reader sees them.
bool hasTooManyAttributes(const QByteArray& xml)
{
    for (qsizetype at = xml.indexOf('<'); at >= 0 && at < xml.size(); at = xml.indexOf('<', at)) {
        const QByteArrayView rest = QByteArrayView(xml).sliced(at);
        if (rest.startsWith("<!--")) {
            at = endOf(xml, at, "-->");
            continue;
        }
        if (rest.startsWith("<![CDATA[")) {
            at = endOf(xml, at, "]]>");
            continue;
        }
        int attributes = 0;
        for (++at; at < xml.size() && xml[at] != '>'; ++at) {
            if (xml[at] != '"' && xml[at] != '\'')
                continue;
            if (++attributes > mostAttributes)
                return true;
            at = endOf(xml, at + 1, QByteArrayView(xml).sliced(at, 1));
        }
    }
    return false;
}

QString tooComplex()
{
    return Translation::tr(
        "This XML file has more elements or attributes than an outline can have.");
}

class OpmlReader {
public:
    explicit OpmlReader(const QByteArray& xml)
        : m_xml(xml)
    {
    }

    [[nodiscard]] Result<Outline> read()
    {
        while (!m_xml.atEnd() && !m_error) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                fail(ErrorKind::InvalidInput,
                    Translation::tr("This outline defines a document type or entities, which "
                                    "Roadloom does not read. Export it anew as plain OPML."));
                break;
            case QXmlStreamReader::StartElement:
                begin();
                break;
            case QXmlStreamReader::EndElement:
                --m_elementDepth;
                m_depth -= m_xml.name() == "outline"_L1 ? 1 : 0;
                break;
            default:
                break;
            }
        }
        if (m_error)
            return *m_error;
        if (m_xml.hasError())
            return Error { ErrorKind::BadOutput,
                Translation::tr("This is no valid XML: the error is in line %1, column %2.")
                    .arg(m_xml.lineNumber())
                    .arg(m_xml.columnNumber()),
                m_xml.errorString() };
        return m_outline;
    }

private:
    void begin()
    {
        if (++m_elementDepth > mostElementsDeep || ++m_elements > mostElements) {
            fail(ErrorKind::TooLarge, tooComplex());
            return;
        }
        if (!std::exchange(m_hasRoot, true) && m_xml.name() != "opml"_L1) {
            fail(ErrorKind::BadOutput, Translation::tr("This XML file is no outline (OPML)."));
            return;
        }
        if (m_xml.name() == "outline"_L1)
            readItem();
        else if (m_xml.name() == "title"_L1 && m_outline.title.isEmpty())
            readTitle();
        else if (m_xml.namespaceUri() == opml::ourNamespace && m_xml.name() == opml::roadmap)
            readRoadmap();
    }

    void readTitle()
    {
        // What is inside it counts as text, so that no element is missed by the depth.
        m_outline.title
            = m_xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
        --m_elementDepth;
    }

    void readRoadmap()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        m_outline.id = ours(attributes, opml::id);
        m_outline.rationale = ours(attributes, opml::rationale);
        m_outline.weeks = ours(attributes, opml::weeks).toInt();
        m_outline.hoursPerWeek = ours(attributes, opml::hoursPerWeek).toInt();
    }

    void readItem()
    {
        if (m_depth >= maxOutlineDepth) {
            fail(ErrorKind::TooLarge,
                Translation::tr(
                    "The outline is more than %n level(s) deep.", nullptr, maxOutlineDepth));
            return;
        }
        if (m_outline.items.size() >= maxOutlineItems) {
            fail(ErrorKind::TooLarge,
                Translation::tr("The outline has more than %L1 lines.").arg(maxOutlineItems));
            return;
        }
        m_outline.items.append(itemOf(m_xml.attributes(), m_depth));
        ++m_depth;
    }

    [[nodiscard]] static OutlineItem itemOf(const QXmlStreamAttributes& attributes, int depth)
    {
        OutlineItem item;
        item.depth = depth;
        item.name = attributes.value("text"_L1).toString();
        if (item.name.isEmpty())
            item.name = attributes.value("title"_L1).toString();
        item.id = ours(attributes, opml::id);
        readNote(attributes, item);
        bool isNumber = false;
        const double hours = ours(attributes, opml::hours).toDouble(&isNumber);
        if (isNumber)
            item.hours = hours;
        if (const QString word = ours(attributes, opml::difficulty); !word.isEmpty())
            item.difficulty = difficultyFromName(word);
        item.state = stateOf(attributes);
        item.needs = list(ours(attributes, opml::buildsOn));
        item.keywords = list(ours(attributes, opml::keywords));
        return item;
    }

    /// The description is told apart from the learner's note if it stands by itself as well.
    static void readNote(const QXmlStreamAttributes& attributes, OutlineItem& item)
    {
        const QString shown = attributes.value(opml::note).toString();
        item.description = ours(attributes, opml::description);
        const bool isOurs = attributes.hasAttribute(opml::ourNamespace, opml::id);
        const QString before = item.description + "\n\n"_L1;
        if (!isOurs)
            item.description = shown;
        else if (shown.startsWith(before))
            item.note = shown.mid(before.size());
        else if (shown != item.description)
            item.note = shown;
    }

    [[nodiscard]] static std::optional<StudyState> stateOf(const QXmlStreamAttributes& attributes)
    {
        if (const auto state = studyStateFromName(ours(attributes, opml::state)))
            return state;
        const bool isChecked = attributes.value("_status"_L1) == "checked"_L1
            || attributes.value("_complete"_L1) == "true"_L1;
        return isChecked ? std::optional(StudyState::Done) : std::nullopt;
    }

    [[nodiscard]] static QString ours(
        const QXmlStreamAttributes& attributes, QLatin1StringView name)
    {
        return attributes.value(opml::ourNamespace, name).toString();
    }

    [[nodiscard]] static QStringList list(const QString& value)
    {
        QStringList texts;
        for (const QString& part : value.split(u' ', Qt::SkipEmptyParts))
            texts.append(QUrl::fromPercentEncoding(part.toUtf8()));
        return texts;
    }

    void fail(ErrorKind kind, const QString& message) { m_error = Error { kind, message, {} }; }

    QXmlStreamReader m_xml;
    Outline m_outline;
    int m_depth = 0; ///< of lines
    int m_elementDepth = 0;
    qsizetype m_elements = 0;
    bool m_hasRoot = false;
    std::optional<Error> m_error;
};

} // namespace

Result<Outline> readOpml(const QByteArray& xml)
{
    if (hasTooManyAttributes(xml))
        return Error { ErrorKind::TooLarge, tooComplex(), {} };
    return OpmlReader(xml).read();
}

} // namespace roadloom
