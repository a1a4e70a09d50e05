// SPDX-License-Identifier: Apache-2.0
// How long the event loop is busy at a time while 10,000 concepts stream into a visible, unfolded
// tree, when they are confirmed at the end, and when a learner works with them: keystrokes in the
// filter, also in pinyin, marking as done, unfolding all. Prints the 99th percentile and the
// longest turn, and how long it takes until a finished roadmap is first painted.
//
// Usage: roadloom_tree_growth_probe [CONCEPTS]
#include "TimedApplication.h"
#include "core/stream/RoadmapPreview.h"
#include "ui/roadmap/RoadmapTools.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/StudyBook.h"

#include <QLineEdit>
#include <QTimer>
#include <QTreeView>

#include <cstdio>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr int stageCount = 10;
constexpr int modulesOfStage = 20;
constexpr int conceptsInOnePiece = 5; // such a piece comes each millisecond

Concept makeConcept(int number)
{
    Concept item;
    item.id = u"c-%1"_s.arg(number);
    item.name = number % 2 == 0 ? u"Topic %1 and how it is used"_s.arg(number)
                                : u"主题 %1：变量与数据类型"_s.arg(number);
    item.keywords = { u"practice"_s, u"实践"_s, u"topic-%1"_s.arg(number % 100) };
    if (number > 0)
        item.prerequisites = { u"c-%1"_s.arg(number - 1) };
    item.description = u"What it is for."_s;
    item.estimatedHours = 1.5;
    return item;
}

/// A roadmap of about so many concepts, evenly spread.
Roadmap makeRoadmap(int concepts)
{
    Roadmap roadmap;
    roadmap.title = u"A long way"_s;
    const int ofModule = concepts / (stageCount * modulesOfStage);
    for (int s = 0; s < stageCount; ++s) {
        Stage stage;
        stage.id = u"stage-%1"_s.arg(s);
        stage.name = u"Stage %1"_s.arg(s);
        for (int m = 0; m < modulesOfStage; ++m) {
            Module module;
            module.id = u"mod-%1-%2"_s.arg(s).arg(m);
            module.name = u"Module %1-%2"_s.arg(s).arg(m);
            for (int i = 0; i < ofModule; ++i)
                module.concepts.append(makeConcept((s * modulesOfStage + m) * ofModule + i));
            stage.modules.append(module);
        }
        roadmap.stages.append(stage);
    }
    return roadmap;
}

/// The events that bring it, in the order of the text.
QList<PreviewEvent> growthOf(const Roadmap& roadmap)
{
    QList<PreviewEvent> events;
    for (int s = 0; s < roadmap.stages.size(); ++s) {
        const Stage& stage = roadmap.stages[s];
        events.append(NodeOpened { .place = { .stage = s }, .id = stage.id, .name = stage.name });
        for (int m = 0; m < stage.modules.size(); ++m) {
            const Module& module = stage.modules[m];
            events.append(NodeOpened {
                .place = { .stage = s, .module = m }, .id = module.id, .name = module.name });
            for (int i = 0; i < module.concepts.size(); ++i) {
                const NodePlace place { .stage = s, .module = m, .item = i };
                const Concept& item = module.concepts[i];
                events.append(NodeOpened { .place = place, .id = item.id, .name = item.name });
                events.append(ConceptClosed { .place = place, .item = item });
            }
        }
    }
    return events;
}

} // namespace

/// One step a turn of the event loop, then what is printed.
void inTurns(QObject& context, const QList<std::function<void()>>& steps, qsizetype next = 0)
{
    if (next >= steps.size())
        return;
    QTimer::singleShot(30, &context, [&context, steps, next] {
        steps[next]();
        inTurns(context, steps, next + 1);
    });
}

/// What a learner does with the roadmap that is there.
void work(TimedApplication& application, RoadmapView& view)
{
    QList<std::function<void()>> steps;
    QLineEdit* const field = &view.findChild<RoadmapTools*>()->filter(); // of several fields
    const auto type = [&](const QString& text, const char* what) {
        for (const QChar key : text)
            steps.append([field, key] { field->insert(key); });
        steps.append([&application, what] { application.printTurns(what); });
        for (qsizetype i = 0; i < text.size(); ++i)
            steps.append([field] { field->backspace(); });
        steps.append([&application] { application.printTurns("Taking that back"); });
    };
    steps.append([&view] { view.focusFilter(); });
    for (int i = 0; i < 60; ++i) // until all sounds are known
        steps.append([] {});
    steps.append([&application] { application.printTurns("Entering the filter"); });
    type(u"topic 42"_s, "Filtering");
    type(u"bianliang"_s, "Filtering by pinyin");
    for (int i = 0; i < 50; ++i)
        steps.append([&view, i] { view.study().toggleDone(u"c-%1"_s.arg(i * 7)); });
    steps.append([&application] { application.printTurns("Marking as done"); });
    steps.append([&view] { view.showNextToLearn(); });
    steps.append([&application] { application.printTurns("Opening a concept"); });
    steps.append([&view] { view.expandTo(RoadmapTools::Level::All); });
    steps.append([&application] { application.printTurns("Unfolding all"); });
    steps.append([] { QApplication::exit(); });
    inTurns(view, steps);
}

/// From setRoadmap() of a window that is there to the end of its first painting.
void printFirstPaint(const Roadmap& roadmap)
{
    RoadmapView view;
    view.resize(560, 720);
    view.show();
    QApplication::processEvents();
    const double begin = cpuMilliseconds();
    view.setRoadmap(roadmap);
    view.repaint();
    QApplication::processEvents();
    std::printf("First paint: %.2f ms\n", cpuMilliseconds() - begin);
}

int main(int argc, char* argv[])
{
    TimedApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const Roadmap roadmap = makeRoadmap(arguments.value(1, u"10000"_s).toInt());
    const QList<PreviewEvent> events = growthOf(roadmap);
    printFirstPaint(roadmap);
    RoadmapView view;
    view.resize(560, 720);
    view.show();

    application.forgetTurns();
    qsizetype next = 0;
    QTimer stream;
    stream.setInterval(1);
    QObject::connect(&stream, &QTimer::timeout, &stream, [&] {
        const QList<PreviewEvent> piece = events.mid(next, 2 * qsizetype(conceptsInOnePiece));
        next += piece.size();
        view.grow(piece);
        if (next < events.size())
            return;
        stream.stop();
        QTimer::singleShot(500, &view, [&] {
            application.printTurns("Growing");
            view.setRoadmap(roadmap);
            QTimer::singleShot(500, &view, [&] {
                application.printTurns("Confirming");
                work(application, view);
            });
        });
    });
    stream.start();
    return QApplication::exec();
}
