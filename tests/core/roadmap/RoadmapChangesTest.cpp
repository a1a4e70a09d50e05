// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapChanges.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

Concept item(const QString& id, const QString& name, const QStringList& prerequisites = {})
{
    Concept made;
    made.id = id;
    made.name = name;
    made.description = u"What it is."_s;
    made.estimatedHours = 2.0;
    made.prerequisites = prerequisites;
    return made;
}

/// Two modules: "Basics" with Values and Loops, "Web" with Templates.
Roadmap small()
{
    Module basics;
    basics.id = u"m1"_s;
    basics.name = u"Basics"_s;
    basics.concepts = { item(u"c1"_s, u"Values"_s), item(u"c2"_s, u"Loops"_s, { u"c1"_s }) };
    Module web;
    web.id = u"m2"_s;
    web.name = u"Web"_s;
    web.concepts = { item(u"c3"_s, u"Templates"_s, { u"c2"_s }) };
    Stage stage;
    stage.id = u"s1"_s;
    stage.name = u"All"_s;
    stage.modules = { basics, web };
    Roadmap roadmap;
    roadmap.stages = { stage };
    return roadmap;
}

using Edit = std::function<void(QList<Module>&)>;

} // namespace

class RoadmapChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsDifferent_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const Edit& edit, const QStringList& expected) {
            QTest::newRow(name) << edit << expected;
        };
        row("nothing", [](auto&) {}, {});
        row("a new concept",
            [](auto& modules) { modules[1].concepts.append(item(u"c4"_s, u"Forms"_s)); },
            { u"New: Forms, 2 h, in “Web”"_s });
        row("one less", [](auto& modules) { modules[1].concepts.clear(); },
            { u"Removed: Templates"_s });
        row("another name", [](auto& modules) { modules[0].concepts[0].name = u"Variables"_s; },
            { u"Renamed: Variables (before: Values)"_s });
        row("another module",
            [](auto& modules) { modules[1].concepts.append(modules[0].concepts.takeLast()); },
            { u"Moved: Loops, to “Web”"_s });
        row("a module with another name", [](auto& modules) { modules[1].name = u"The web"_s; },
            {});
        row("other hours", [](auto& modules) { modules[0].concepts[1].estimatedHours = 3.5; },
            { u"Hours: Loops, 3.5 h instead of 2 h"_s });
        row("a prerequisite more",
            [](auto& modules) { modules[1].concepts[0].prerequisites.append(u"c1"_s); },
            { u"To be learnt before Templates: now also Values"_s });
        row("another prerequisite",
            [](auto& modules) { modules[1].concepts[0].prerequisites = { u"c1"_s }; },
            { u"To be learnt before Templates: now also Values"_s,
                u"To be learnt before Templates: no longer Loops"_s });
        row("other words", [](auto& modules) { modules[0].concepts[0].description = u"Else."_s; },
            { u"Described anew: Values"_s });
        row("several, in reading order, what went last",
            [](auto& modules) {
                modules[1].concepts[0].estimatedHours = 1.0;
                modules[1].concepts[0].prerequisites.clear();
                modules[0].concepts[1].id = u"c9"_s;
                modules[0].concepts[1].name = u"Recursion"_s;
                modules[0].concepts[1].prerequisites.clear();
            },
            { u"New: Recursion, 2 h, in “Basics”"_s, u"Hours: Templates, 1 h instead of 2 h"_s,
                u"To be learnt before Templates: no longer Loops"_s, u"Removed: Loops"_s });
        row("ids given anew", // all the same for whoever reads
            [](auto& modules) {
                modules[0].id = u"x"_s;
                modules[0].concepts[0].id = u"x1"_s;
                modules[0].concepts[1].id = u"x2"_s;
                modules[0].concepts[1].prerequisites = { u"x1"_s };
                modules[1].concepts[0].prerequisites = { u"x2"_s };
            },
            {});
    }
    void saysWhatIsDifferent()
    {
        QFETCH(const Edit, edit);
        QFETCH(const QStringList, expected);
        Roadmap after = small();
        edit(after.stages[0].modules);
        QStringList texts;
        const QList<RoadmapChange> changes = changesBetween(small(), after);
        for (const RoadmapChange& change : changes)
            texts.append(changeText(change));
        QCOMPARE(texts, expected);
    }

    void onlyWhatIsThereCanBeOpened()
    {
        Roadmap after = small();
        after.stages[0].modules[0].concepts[0].name = u"Variables"_s;
        after.stages[0].modules[1].concepts.clear();
        const QList<RoadmapChange> changes = changesBetween(small(), after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].conceptId, u"c1"_s);
        QCOMPARE(changes[1].conceptId, QString());
    }
};

QTEST_GUILESS_MAIN(RoadmapChangesTest)
#include "RoadmapChangesTest.moc"
