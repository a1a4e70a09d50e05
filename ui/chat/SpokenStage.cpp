// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SpokenStage.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>

namespace roadloom {

QString stageTitle(const SpokenStage& stage)
{
    constexpr qsizetype longestName = 80;
    if (stage.number == 0)
        return {};
    //: %1 is a number, %2 the stage's name.
    return QCoreApplication::translate("SpokenStage", "Stage %1 “%2”")
        .arg(QString::number(stage.number), displayLine(stage.name, longestName));
}

void SpokenStages::learn(const QList<PreviewEvent>& growth)
{
    for (const PreviewEvent& event : growth) {
        const auto* const closed = std::get_if<StageClosed>(&event);
        // A stage that is designed by itself may leave out what its outline told.
        if (closed == nullptr || closed->stage.id.isEmpty() || closed->stage.name.isEmpty())
            continue;
        m_known.insert(closed->stage.id,
            { .id = closed->stage.id,
                .number = closed->place.stage + 1,
                .name = closed->stage.name });
    }
}

SpokenStage SpokenStages::find(const QString& id) const
{
    return m_known.value(id, { .id = id });
}

} // namespace roadloom
