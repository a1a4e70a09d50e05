// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/ImportBounds.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ImportBounds)
};

class Bounder {
public:
    void bound(RoadmapDocument& document)
    {
        Roadmap& roadmap = document.design.framework;
        bound(roadmap.title, importLimits::nameCharacters);
        bound(document.design.designRationale, importLimits::textCharacters);
        boundExtras(document);
        for (Stage& stage : roadmap.stages) {
            boundNode(stage);
            for (Module& module : stage.modules) {
                boundNode(module);
                for (Concept& item : module.concepts)
                    bound(item);
            }
        }
    }

    [[nodiscard]] QStringList findings() const
    {
        QStringList sentences;
        if (m_hours > 0)
            sentences.append(Translation::tr(
                "%n concept(s) took more than %1 hours; now they take as many.", nullptr, m_hours)
                                 .arg(QLocale().toString(importLimits::hours)));
        if (m_texts > 0)
            sentences.append(Translation::tr(
                "%n text(s) were longer than can be and were cut.", nullptr, m_texts));
        if (m_hasLostExtras)
            sentences.append(Translation::tr("What another version of Roadloom wrote into the file "
                                             "is too much to be kept and was left out."));
        return sentences;
    }

private:
    /// Nothing in them can be told apart.
    void boundExtras(RoadmapDocument& document)
    {
        if (writeJson(document.extras).size() + writeJson(document.design.extras).size()
            <= importLimits::extraBytes)
            return;
        document.extras.clear();
        document.design.extras.clear();
        m_hasLostExtras = true;
    }

    void bound(Concept& item)
    {
        boundNode(item);
        if (item.estimatedHours > importLimits::hours) {
            item.estimatedHours = importLimits::hours;
            ++m_hours;
        }
        if (item.keywords.size() > importLimits::keywords) {
            item.keywords.resize(importLimits::keywords);
            ++m_texts;
        }
        for (QString& keyword : item.keywords)
            bound(keyword, importLimits::nameCharacters);
    }

    template <class Node>
    void boundNode(Node& node)
    {
        bound(node.name, importLimits::nameCharacters);
        bound(node.description, importLimits::textCharacters);
    }

    void bound(QString& text, qsizetype most)
    {
        if (text.size() <= most)
            return;
        text.truncate(most - 1);
        if (text.back().isHighSurrogate())
            text.chop(1);
        text += u'…';
        ++m_texts;
    }

    int m_hours = 0; ///< concepts that had too many
    int m_texts = 0; ///< that were cut
    bool m_hasLostExtras = false;
};

} // namespace

QStringList boundDocument(RoadmapDocument& document)
{
    Bounder bounder;
    bounder.bound(document);
    return bounder.findings();
}

} // namespace roadloom
