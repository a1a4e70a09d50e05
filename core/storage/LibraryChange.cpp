// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryChange.h"

#include "core/base/Overload.h"
#include "core/storage/LibraryTags.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Makes changes in one roadmap.
struct Amendment {
    std::optional<KeptRoadmap>& kept;
    const QString& id;

    void operator()(const RoadmapPut& put) const
    {
        if (put.entry.id != id || (!kept && put.isKnown))
            return;
        const QDateTime created = kept ? kept->entry.created : put.entry.created;
        const bool isSameTitle = kept && kept->entry.roadmap.title == put.entry.roadmap.title;
        if (!kept)
            kept.emplace();
        const LibraryEntry before = std::exchange(kept->entry, put.entry);
        kept->entry.created = created;
        if (put.entry.fileExtras.empty() && put.entry.designExtras.empty()) {
            kept->entry.fileExtras = before.fileExtras;
            kept->entry.designExtras = before.designExtras;
        }
        kept->isRenamed = put.isRenamed || (kept->isRenamed && isSameTitle);
        kept->tags = libraryTags::from(kept->tags + put.tags);
        if (put.isFetched) {
            kept->isArchived = false;
            kept->removed = {};
        }
        for (const auto& [conceptId, study] : put.studies.asKeyValueRange()) {
            kept->studies.insert(conceptId, study);
            if (study.state != StudyState::Done)
                kept->finishes.remove(conceptId);
            else if (put.finishes.contains(conceptId))
                kept->finishes.insert(conceptId, put.finishes.value(conceptId));
        }
    }
    void operator()(const RoadmapRemoved& removed) const
    {
        if (isAbout(removed.id) && !kept->removed.isValid())
            kept->removed = removed.moment;
    }
    void operator()(const RoadmapTakenBack& taken) const
    {
        if (isAbout(taken.id))
            kept->removed = {};
    }
    void operator()(const RoadmapPurged& purged) const
    {
        if (isAbout(purged.id) && kept->removed.isValid())
            kept.reset();
    }
    void operator()(const TagsSet& set) const
    {
        if (isAbout(set.id))
            kept->tags = set.tags;
    }
    void operator()(const RoadmapArchived& archived) const
    {
        if (isAbout(archived.id))
            kept->isArchived = archived.isArchived;
    }
    void operator()(const RoadmapRenamed& renamed) const
    {
        if (isAbout(renamed.id))
            setTitle(renamed.title);
    }
    void operator()(const RoadmapOpened& opened) const
    {
        if (isAbout(opened.id))
            kept->entry.opened = opened.moment;
    }
    void operator()(const HoursChosen& chosen) const
    {
        if (isAbout(chosen.id))
            kept->entry.hoursPerWeek = chosen.hoursPerWeek;
    }
    void operator()(const NoteSaved& saved) const
    {
        if (isAbout(saved.id))
            kept->studies[saved.conceptId].note = saved.note;
    }
    void operator()(const auto& /*ofRun*/) const { }
    void operator()(const StepTaken& taken) const
    {
        if (!isAbout(taken.id))
            return;
        const StudyStep& step = taken.step;
        kept->studies[step.conceptId].state = step.to;
        if (step.to == StudyState::Done)
            kept->finishes.insert(step.conceptId, { .moment = step.moment, .hours = step.hours });
        else
            kept->finishes.remove(step.conceptId);
    }

private:
    void setTitle(const QString& title) const
    {
        kept->entry.roadmap.title = title;
        kept->isRenamed = true;
    }
    [[nodiscard]] bool isAbout(const QString& some) const { return kept && some == id; }
};

/// Makes changes in lines.
struct LineAmendment {
    QList<LibraryLine>& lines;

    void operator()(const RoadmapPut& put) const
    {
        LibraryLine* line = lineOf(put.entry.id);
        if (line == nullptr && put.isKnown)
            return;
        if (line == nullptr) {
            lines.append(
                { .id = put.entry.id, .title = {}, .created = put.entry.created, .opened = {} });
            line = &lines.last();
        }
        line->wireId = put.entry.roadmap.id;
        line->title = put.entry.roadmap.title;
        line->goal = put.entry.request.preferences.learningGoal;
        line->opened = put.entry.opened;
        line->concepts = int(conceptCount(put.entry.roadmap));
        line->tags = libraryTags::from(line->tags + put.tags);
        if (put.isFetched) {
            line->isArchived = false;
            line->removed = {};
        }
    }
    void operator()(const RoadmapRemoved& removed) const
    {
        LibraryLine* const line = lineOf(removed.id);
        if (line != nullptr && !line->removed.isValid())
            line->removed = removed.moment;
    }
    void operator()(const RoadmapTakenBack& taken) const
    {
        if (LibraryLine* const line = lineOf(taken.id))
            line->removed = {};
    }
    void operator()(const RoadmapPurged& purged) const
    {
        lines.removeIf([&](const LibraryLine& line) {
            return line.id == purged.id && line.removed.isValid();
        });
    }
    void operator()(const TagsSet& set) const
    {
        if (LibraryLine* const line = lineOf(set.id))
            line->tags = set.tags;
    }
    void operator()(const RoadmapArchived& archived) const
    {
        if (LibraryLine* const line = lineOf(archived.id))
            line->isArchived = archived.isArchived;
    }
    void operator()(const RoadmapRenamed& renamed) const
    {
        if (LibraryLine* const line = lineOf(renamed.id))
            line->title = renamed.title;
    }
    void operator()(const RoadmapOpened& opened) const
    {
        if (LibraryLine* const line = lineOf(opened.id))
            line->opened = opened.moment;
    }
    void operator()(const auto& /*other*/) const { }

private:
    [[nodiscard]] LibraryLine* lineOf(const QString& id) const
    {
        const auto line = std::ranges::find(lines, id, &LibraryLine::id);
        return line == lines.end() ? nullptr : &*line;
    }
};

} // namespace

QString roadmapOf(const LibraryChange& change)
{
    return std::visit(Overload {
                          [](const RoadmapPut& put) { return put.entry.id; },
                          [](const RunBegun&) { return QString(); },
                          [](const RunRecorded&) { return QString(); },
                          [](const RunLed&) { return QString(); },
                          [](const RunRemoved&) { return QString(); },
                          [](const LibraryRestored&) { return QString(); },
                          [](const auto& other) { return other.id; },
                      },
        change);
}

bool concernsList(const LibraryChange& change)
{
    return std::visit(Overload {
                          [](const HoursChosen&) { return false; },
                          [](const NoteSaved&) { return false; },
                          [](const StepTaken&) { return false; },
                          [](const RunRecorded& recorded) { return recorded.state.has_value(); },
                          [](const auto& /*other*/) { return true; },
                      },
        change);
}

void amend(std::optional<KeptRoadmap>& kept, const QString& id, const LibraryChange& change)
{
    std::visit(Amendment { kept, id }, change);
}

void amend(QList<LibraryLine>& lines, const LibraryChange& change)
{
    std::visit(LineAmendment { lines }, change);
}

} // namespace roadloom
