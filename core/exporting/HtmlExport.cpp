// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/HtmlExport.h"

#include "core/base/PlainText.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString styleSheet()
{
    QFile file(u":/exporting/page.css"_s);
    [[maybe_unused]] const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return QString::fromUtf8(file.readAll());
}

QString line(const QString& text)
{
    return plainLine(text).toHtmlEscaped();
}

// Ids may hold anything, so that what is linked to is numbered.
QString stageAnchor(qsizetype stage)
{
    return u"s%1"_s.arg(stage + 1);
}

QString moduleAnchor(qsizetype stage, qsizetype module)
{
    return u"s%1m%2"_s.arg(stage + 1).arg(module + 1);
}

class HtmlWriter {
public:
    HtmlWriter(const RoadmapDocument& document, const DocumentWords& words)
        : m_document(document)
        , m_words(words)
    {
        forEachConcept(
            document.roadmap(), [this](const Stage&, const Module&, const Concept& item) {
                const qsizetype number = m_anchors.size() + 1;
                m_anchors.insert(item.id, { u"c%1"_s.arg(number), item.name });
                m_learnt += isLearnt(studyOf(m_document, item.id).state) ? 1 : 0;
            });
    }

    [[nodiscard]] QByteArray write()
    {
        writeHead();
        writeContents();
        m_html += "<main>\n"_L1;
        const QList<Stage>& stages = m_document.roadmap().stages;
        for (qsizetype i = 0; i < stages.size(); ++i)
            writeStage(stages[i], i);
        m_html += "</main>\n</body>\n</html>\n"_L1;
        return m_html.toUtf8();
    }

private:
    struct Anchor {
        QString id;
        QString name;
    };

    void writeHead()
    {
        const Roadmap& roadmap = m_document.roadmap();
        const QString title = line(roadmap.title);
        m_html = "<!DOCTYPE html>\n<html lang=\""_L1 + languageTagOf(m_document).toHtmlEscaped()
            + "\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n"
              "<meta name=\"generator\" content=\"Roadloom\">\n<title>"_L1
            + title + "</title>\n<style>\n"_L1 + styleSheet() + "</style>\n</head>\n<body>\n"_L1
            + "<header>\n<h1>"_L1 + title + "</h1>\n<p class=\"facts\">"_L1
            + m_words.totals(roadmap).toHtmlEscaped() + "</p>\n"_L1;
        if (m_learnt > 0)
            m_html += "<p class=\"facts\">"_L1
                + m_words.progress(m_learnt, int(conceptCount(roadmap))).toHtmlEscaped()
                + "</p>\n"_L1;
        writeParagraph("rationale"_L1, m_document.design.designRationale);
        m_html += "</header>\n"_L1;
    }

    void writeContents()
    {
        m_html += "<nav>\n<h2>"_L1 + m_words.word(DocumentWord::Contents).toHtmlEscaped()
            + "</h2>\n<ol>\n"_L1;
        const QList<Stage>& stages = m_document.roadmap().stages;
        for (qsizetype s = 0; s < stages.size(); ++s) {
            m_html += "<li><a href=\"#"_L1 + stageAnchor(s) + "\">"_L1 + line(stages[s].name)
                + "</a>\n<ol>\n"_L1;
            for (qsizetype m = 0; m < stages[s].modules.size(); ++m)
                m_html += "<li><a href=\"#"_L1 + moduleAnchor(s, m) + "\">"_L1
                    + line(stages[s].modules[m].name) + "</a></li>\n"_L1;
            m_html += "</ol>\n</li>\n"_L1;
        }
        m_html += "</ol>\n</nav>\n"_L1;
    }

    void writeStage(const Stage& stage, qsizetype index)
    {
        m_html += "<section>\n<h2 id=\"%1\">%2. "_L1.arg(
                      stageAnchor(index), QString::number(index + 1))
            + line(stage.name) + hoursMark(hoursOf(stage)) + "</h2>\n"_L1;
        writeParagraph({}, stage.description);
        for (qsizetype m = 0; m < stage.modules.size(); ++m) {
            const Module& module = stage.modules[m];
            m_html += "<h3 id=\""_L1 + moduleAnchor(index, m) + "\">"_L1 + line(module.name)
                + hoursMark(hoursOf(module)) + "</h3>\n"_L1;
            writeParagraph({}, module.description);
            m_html += "<ul>\n"_L1;
            for (const Concept& item : module.concepts)
                writeConcept(item);
            m_html += "</ul>\n"_L1;
        }
        m_html += "</section>\n"_L1;
    }

    void writeConcept(const Concept& item)
    {
        const ConceptStudy study = studyOf(m_document, item.id);
        m_html += "<li id=\"%1\" class=\"%2\">\n<p><span class=\"mark\" aria-hidden=\"true\">%3"
                  "</span> <strong>"_L1.arg(m_anchors.value(item.id).id,
                      studyStateName(study.state), stateMark(study.state))
            + line(item.name) + "</strong> <span class=\"facts\">"_L1
            + QStringList { m_words.hours(item.estimatedHours), m_words.difficulty(item.difficulty),
                  m_words.state(study.state) }
                  .join(m_words.listSeparator())
                  .toHtmlEscaped()
            + "</span></p>\n"_L1;
        writeParagraph({}, item.description);
        if (!item.prerequisites.isEmpty())
            writeFacts(
                m_words.labelled(DocumentWord::BuildsOn, u"\n"_s), links(item.prerequisites));
        if (!item.keywords.isEmpty())
            writeFacts(m_words.labelled(DocumentWord::Keywords, u"\n"_s),
                line(item.keywords.join(m_words.listSeparator())));
        writeParagraph("note"_L1, study.note);
        m_html += "</li>\n"_L1;
    }

    /// The line break in the label stands for what is HTML already.
    void writeFacts(const QString& label, const QString& html)
    {
        m_html
            += "<p class=\"facts\">"_L1 + label.toHtmlEscaped().replace(u'\n', html) + "</p>\n"_L1;
    }

    [[nodiscard]] QString links(const QStringList& ids) const
    {
        QStringList links;
        for (const QString& id : ids) {
            const Anchor anchor = m_anchors.value(id);
            links.append(anchor.id.isEmpty() ? line(id)
                                             : QString("<a href=\"#"_L1 + anchor.id + "\">"_L1
                                                 + line(anchor.name) + "</a>"_L1));
        }
        return links.join(m_words.listSeparator().toHtmlEscaped());
    }

    /// Nothing where there is no text. Line breaks stay.
    void writeParagraph(QLatin1StringView style, const QString& text)
    {
        if (!hasVisibleCharacter(text))
            return;
        m_html += style.isEmpty() ? u"<p>"_s : QString("<p class=\""_L1 + style + "\">"_L1);
        m_html += plainText(text).toHtmlEscaped() + "</p>\n"_L1;
    }

    [[nodiscard]] QString hoursMark(double hours) const
    {
        return " <span class=\"facts\">"_L1 + m_words.hours(hours).toHtmlEscaped() + "</span>"_L1;
    }

    const RoadmapDocument& m_document;
    const DocumentWords& m_words;
    QHash<QString, Anchor> m_anchors; ///< of the concepts, by id
    int m_learnt = 0;
    QString m_html;
};

} // namespace

QByteArray documentAsHtml(const RoadmapDocument& document, const DocumentWords& words)
{
    return HtmlWriter(document, words).write();
}

} // namespace roadloom
