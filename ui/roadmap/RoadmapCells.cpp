// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapCells.h"

#include "core/roadmap/RoadmapWords.h"
#include "ui/look/DisplayText.h"
#include "ui/look/ListText.h"
#include "ui/roadmap/RoadmapTreeModel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(roadloom::RoadmapTreeModel)
};

QString displayedName(const RoadmapRow& entry)
{
    return entry.name.trimmed().isEmpty() ? Translation::tr("(no name)") : displayLine(entry.name);
}

} // namespace

QString cellText(const RoadmapRow& entry, int column)
{
    switch (column) {
    case RoadmapTreeModel::NameColumn:
        return displayedName(entry);
    case RoadmapTreeModel::HoursColumn:
        return entry.isProvisional && entry.hours <= 0.0 ? QString() : hoursText(entry.hours);
    case RoadmapTreeModel::DifficultyColumn:
        if (!entry.difficulty)
            return {};
        return *entry.difficulty == Difficulty::Other ? displayLine(entry.difficultyWord, 40)
                                                      : difficultyLabel(*entry.difficulty);
    default:
        return {};
    }
}

QVariant cellDetail(const RoadmapRow& entry, int role)
{
    switch (role) {
    case RoadmapTreeModel::IdRole:
        return entry.id;
    case RoadmapTreeModel::KindRole:
        return QVariant::fromValue(entry.kind);
    case RoadmapTreeModel::NameRole:
        return entry.name;
    case RoadmapTreeModel::DescriptionRole:
        return entry.description;
    case RoadmapTreeModel::HoursRole:
        return entry.hours;
    case RoadmapTreeModel::DifficultyRole:
        return entry.difficulty ? QVariant::fromValue(*entry.difficulty) : QVariant();
    case RoadmapTreeModel::KeywordsRole:
        return entry.keywords;
    case RoadmapTreeModel::PrerequisitesRole:
        return entry.prerequisites;
    case RoadmapTreeModel::ConceptCountRole:
        return entry.conceptCount;
    case RoadmapTreeModel::ProvisionalRole:
        return entry.isProvisional;
    case RoadmapTreeModel::PlannedConceptsRole:
        return entry.plannedConcepts;
    default:
        return {};
    }
}

QString columnTitle(int column)
{
    switch (column) {
    case RoadmapTreeModel::NameColumn:
        return Translation::tr("Learn");
    case RoadmapTreeModel::HoursColumn:
        return Translation::tr("Hours");
    case RoadmapTreeModel::DifficultyColumn:
        return Translation::tr("Difficulty");
    case RoadmapTreeModel::StateColumn:
        return Translation::tr("Progress");
    default:
        return {};
    }
}

QString designedTitle()
{
    //: Column: of the concepts that are planned, so many.
    return Translation::tr("Designed");
}

QString rowToolTip(const RoadmapRow& entry, const QStringList& prerequisiteNames)
{
    constexpr qsizetype longest = 600;
    const auto paragraph = [](const QString& text) {
        return QString(u"<p>"_s + displayLine(text, longest).toHtmlEscaped() + u"</p>"_s);
    };
    QString html = u"<p><b>"_s + displayLine(entry.name).toHtmlEscaped() + u"</b></p>"_s;
    if (!entry.description.trimmed().isEmpty())
        html += paragraph(entry.description);
    if (entry.kind != RowKind::Concept)
        html += paragraph(Translation::tr("%n concept(s)", nullptr, entry.conceptCount));
    if (!entry.prerequisites.isEmpty())
        html += paragraph(Translation::tr("Learn first: %1").arg(listText(prerequisiteNames)));
    if (!entry.keywords.isEmpty())
        html += paragraph(Translation::tr("Keywords: %1").arg(listText(entry.keywords)));
    return html;
}

QString difficultyLabel(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Easy:
        return Translation::tr("Easy");
    case Difficulty::Medium:
        return Translation::tr("Medium");
    case Difficulty::Hard:
        return Translation::tr("Hard");
    case Difficulty::Other:
        break;
    }
    return {};
}

} // namespace roadloom
