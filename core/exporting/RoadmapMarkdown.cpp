// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapMarkdown.h"

#include "core/base/PlainText.h"
#include "core/exporting/MarkdownText.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// What is written besides the design.
enum class Parts { DesignAlone, WithStudy };

class MarkdownWriter {
public:
    MarkdownWriter(const RoadmapDocument& document, const DocumentWords& words, Parts parts)
        : m_document(document)
        , m_words(words)
        , m_parts(parts)
    {
        forEachConcept(
            document.roadmap(), [this](const Stage&, const Module&, const Concept& item) {
                m_names.insert(item.id, item.name);
                m_learnt += isLearnt(studyOf(m_document, item.id).state) ? 1 : 0;
            });
    }

    [[nodiscard]] QString write()
    {
        writeHead();
        for (const Stage& stage : m_document.roadmap().stages)
            writeStage(stage);
        return m_text;
    }

private:
    [[nodiscard]] bool withStudy() const { return m_parts == Parts::WithStudy; }

    /// With a blank before it, for a line's end.
    [[nodiscard]] QString hidden(const QList<HiddenFact>& facts) const
    {
        return withStudy() ? QString(u' ' + hiddenFacts(facts)) : QString();
    }

    void writeHead()
    {
        const Roadmap& roadmap = m_document.roadmap();
        m_text = "# %1"_L1.arg(escapedMarkdown(roadmap.title))
            + hidden({ { u"roadmap"_s, { roadmap.id } },
                { u"hours-per-week"_s, { QString::number(m_document.hoursPerWeek) } } })
            + "\n\n"_L1 + m_words.totals(roadmap);
        if (withStudy() && m_learnt > 0)
            m_text += u" · "_s + m_words.progress(m_learnt, int(conceptCount(roadmap)));
        m_text
            += hidden({ { u"weeks"_s, { QString::number(roadmap.recommendedCompletionWeeks) } } })
            + u'\n';
        if (!m_document.design.designRationale.isEmpty())
            m_text += u'\n' + escapedMarkdownLine(m_document.design.designRationale) + u'\n';
    }

    void writeStage(const Stage& stage)
    {
        m_text += "\n## %1. %2 (%3)"_L1.arg(QString::number(stage.order),
                      escapedMarkdown(stage.name), m_words.hours(hoursOf(stage)))
            + hidden({ { u"stage"_s, { stage.id } } }) + u'\n';
        if (!stage.description.isEmpty())
            m_text += u'\n' + escapedMarkdownLine(stage.description) + u'\n';
        for (const Module& module : stage.modules)
            writeModule(module);
    }

    void writeModule(const Module& module)
    {
        m_text
            += "\n### %1 (%2)"_L1.arg(escapedMarkdown(module.name), m_words.hours(hoursOf(module)))
            + hidden({ { u"module"_s, { module.id } } }) + "\n\n"_L1;
        if (!module.description.isEmpty())
            m_text += escapedMarkdownLine(module.description) + "\n\n"_L1;
        for (const Concept& item : module.concepts)
            writeConcept(item);
    }

    void writeConcept(const Concept& item)
    {
        const ConceptStudy study = studyOf(m_document, item.id);
        m_text += "- "_L1;
        if (withStudy())
            m_text += isLearnt(study.state) ? "[x] "_L1 : "[ ] "_L1;
        m_text += "**%1** (%2, %3)"_L1.arg(escapedMarkdown(item.name),
            m_words.hours(item.estimatedHours), m_words.difficulty(item.difficulty));
        QList<HiddenFact> facts { { u"concept"_s, { item.id } } };
        // A box says only whether it is learnt.
        if (study.state == StudyState::Doing || study.state == StudyState::Known)
            facts.append({ u"state"_s, { studyStateName(study.state) } });
        m_text += hidden(facts);
        if (!item.description.isEmpty())
            m_text += "  \n  "_L1 + escapedMarkdownLine(item.description);
        if (!item.prerequisites.isEmpty())
            m_text += "  \n  "_L1
                + m_words.labelled(DocumentWord::BuildsOn, prerequisiteNames(item))
                + hidden({ { u"builds-on"_s, item.prerequisites } });
        if (withStudy() && !item.keywords.isEmpty())
            m_text += "  \n  "_L1
                + m_words.labelled(DocumentWord::Keywords, escapedMarkdownList(item.keywords))
                + hidden({ { u"list"_s, { u"keywords"_s } } });
        m_text += u'\n';
        if (withStudy() && !study.note.isEmpty())
            writeNote(study.note);
    }

    [[nodiscard]] QString prerequisiteNames(const Concept& item) const
    {
        QStringList texts;
        for (const QString& id : item.prerequisites)
            texts.append(escapedMarkdown(m_names.value(id, id)));
        return texts.join(m_words.listSeparator());
    }

    /// A quotation holds whatever is in it: no heading or open block of it reaches further.
    void writeNote(const QString& note)
    {
        m_text += u'\n';
        for (const QString& line : plainText(note).split(u'\n'))
            m_text += line.isEmpty() ? u"  >\n"_s : QString("  > "_L1 + line + u'\n');
        m_text += u'\n';
    }

    const RoadmapDocument& m_document;
    const DocumentWords& m_words;
    Parts m_parts;
    QHash<QString, QString> m_names; ///< of the concepts, by id
    int m_learnt = 0;
    QString m_text;
};

} // namespace

QString designAsMarkdown(const CurriculumDesign& design)
{
    RoadmapDocument document;
    document.design = design;
    const DocumentWords words(languageOf(document));
    return MarkdownWriter(document, words, Parts::DesignAlone).write();
}

QString documentAsMarkdown(const RoadmapDocument& document, const DocumentWords& words)
{
    return MarkdownWriter(document, words, Parts::WithStudy).write();
}

} // namespace roadloom
