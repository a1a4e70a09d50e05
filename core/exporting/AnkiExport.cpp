// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/AnkiExport.h"

#include "core/base/PlainText.h"
#include "core/exporting/StableHash.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Text as the HTML of a card, on one line of the file.
QString html(const QString& text)
{
    return plainText(text).toHtmlEscaped().replace(u'\n', "<br>"_L1).replace(u'\t', "&emsp;"_L1);
}

QString quoted(QString field)
{
    return u'"' + field.replace(u'"', "\"\""_L1) + u'"';
}

/// Blanks separate tags, and two colons would nest them.
QString tag(const QString& text)
{
    return plainLine(text).replace(u' ', u'_').replace("::"_L1, ":"_L1).remove(u'"');
}

/// Two colons would make decks within decks.
QString deckName(const QString& title)
{
    const QString name = plainLine(title);
    return hasVisibleCharacter(name) ? QString(name).replace("::"_L1, ": "_L1) : u"Roadloom"_s;
}

QString front(const Stage& stage, const Module& module, const Concept& item)
{
    return "<b>%1</b><br><small>%2</small>"_L1.arg(html(plainLine(item.name)),
        html(plainLine(stage.name) + u" › "_s + plainLine(module.name)));
}

QString back(const Concept& item, const ConceptStudy& study)
{
    QStringList parts;
    for (const QString& text : { item.description, study.note }) {
        if (hasVisibleCharacter(text))
            parts.append("<div>"_L1 + html(text) + "</div>"_L1);
    }
    return parts.join("<hr>"_L1);
}

QStringList tags(const Stage& stage, const Concept& item, const ConceptStudy& study)
{
    QStringList tags { u"roadloom"_s, tag(stage.name) };
    for (const QString& keyword : item.keywords)
        tags.append(tag(keyword));
    tags.append("roadloom::"_L1 + studyStateName(study.state));
    tags.removeIf([](const QString& text) { return !hasVisibleCharacter(text); });
    tags.removeDuplicates();
    return tags;
}

} // namespace

QByteArray documentAsAnkiText(const RoadmapDocument& document, const DocumentWords& words)
{
    const Roadmap& roadmap = document.roadmap();
    QString text
        = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n#deck:%1\n"
          "#columns:%2\n"_L1.arg(deckName(roadmap.title),
              QStringList { words.word(DocumentWord::Id), words.word(DocumentWord::Concept),
                  words.word(DocumentWord::Description), words.word(DocumentWord::Keywords) }
                  .join(u'\t'));
    forEachConcept(roadmap, [&](const Stage& stage, const Module& module, const Concept& item) {
        const ConceptStudy study = studyOf(document, item.id);
        text += QStringList { quoted(stableHash({ u"anki"_s, roadmap.id, item.id })),
            quoted(front(stage, module, item)), quoted(back(item, study)),
            quoted(tags(stage, item, study).join(u' ')) }
                    .join(u'\t')
            + u'\n';
    });
    return text.toUtf8();
}

} // namespace roadloom
