// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StudyWords.h"

#include <QCoreApplication>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(StudyWords)
};

} // namespace

QString studyStateText(StudyState state)
{
    switch (state) {
    case StudyState::ToDo:
        return Translation::tr("To do", "state of a concept");
    case StudyState::Doing:
        return Translation::tr("In progress", "state of a concept");
    case StudyState::Done:
        return Translation::tr("Done", "state of a concept");
    case StudyState::Known:
        return Translation::tr("Known before", "state of a concept");
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
