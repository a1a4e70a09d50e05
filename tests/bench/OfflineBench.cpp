// SPDX-License-Identifier: Apache-2.0
// What a plan from the built-in courses costs: opening the shelf, preparing the planner, planning
// the goal with the most prerequisites.
#include "core/offline/OfflinePlanner.h"

#include <benchmark/benchmark.h>

#include <iterator>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QDate today(2025, 3, 3);

const CurriculumLibrary& library()
{
    static const Result<CurriculumLibrary> shelf = CurriculumLibrary::builtIn();
    return shelf.value();
}

LearnerRequest requestFor(const QString& goal)
{
    LearnerRequest request;
    request.preferences.learningGoal = goal;
    return request;
}

/// The wish of one subject with the most concepts behind it.
QString largestSubject(const OfflinePlanner& planner)
{
    QString largest;
    qsizetype most = 0;
    for (const Curriculum& subject : library().subjects()) {
        const QString& name = subject.names.constFirst();
        const Result<OfflinePlan> plan = planner.plan(requestFor(name), today);
        const qsizetype count = plan.ok() ? conceptCount(plan.value().design.framework) : 0;
        if (count > most) {
            most = count;
            largest = name;
        }
    }
    return largest;
}

void planGoal(benchmark::State& state, const OfflinePlanner& planner, const QString& goal)
{
    const LearnerRequest request = requestFor(goal);
    qsizetype concepts = 0;
    for ([[maybe_unused]] const auto& iteration : state) {
        const Result<OfflinePlan> plan = planner.plan(request, today);
        concepts = plan.ok() ? conceptCount(plan.value().design.framework) : 0;
        benchmark::DoNotOptimize(concepts);
    }
    state.counters["concepts"] = double(concepts);
}

void offlineLibrary(benchmark::State& state)
{
    for ([[maybe_unused]] const auto& iteration : state) {
        const Result<CurriculumLibrary> shelf = CurriculumLibrary::builtIn();
        benchmark::DoNotOptimize(shelf.ok());
    }
}
BENCHMARK(offlineLibrary)->Unit(benchmark::kMillisecond);

void offlinePlanner(benchmark::State& state)
{
    const CurriculumLibrary& shelf = library();
    for ([[maybe_unused]] const auto& iteration : state) {
        const OfflinePlanner planner(shelf);
        benchmark::DoNotOptimize(&planner);
    }
}
BENCHMARK(offlinePlanner)->Unit(benchmark::kMillisecond);

void offlineLargestSubject(benchmark::State& state)
{
    const OfflinePlanner planner(library());
    planGoal(state, planner, largestSubject(planner));
}
BENCHMARK(offlineLargestSubject)->Unit(benchmark::kMillisecond);

/// Two subjects that together nearly fill a roadmap.
void offlineTwoSubjects(benchmark::State& state)
{
    const OfflinePlanner planner(library());
    planGoal(state, planner, u"learn web development"_s);
}
BENCHMARK(offlineTwoSubjects)->Unit(benchmark::kMillisecond);

/// All there is, cut down to one roadmap.
void offlineWholeLibrary(benchmark::State& state)
{
    const OfflinePlanner planner(library());
    QStringList names;
    for (const Curriculum& subject : library().subjects())
        names.append(subject.names.constFirst());
    planGoal(state, planner, names.join(u", "_s));
}
BENCHMARK(offlineWholeLibrary)->Unit(benchmark::kMillisecond);

} // namespace
