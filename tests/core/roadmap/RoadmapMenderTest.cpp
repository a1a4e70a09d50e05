// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapMender.h"

#include "core/base/PlainText.h"
#include "core/roadmap/RoadmapJson.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

using Break = std::function<void(Roadmap&)>;
using Check = std::function<bool(Roadmap&)>;

Concept& item(Roadmap& roadmap, const char* id)
{
    return sample::conceptWithId(roadmap, QString::fromLatin1(id));
}

QStringList idsOf(const QList<Concept>& concepts)
{
    QStringList ids;
    for (const Concept& each : concepts)
        ids.append(each.id);
    return ids;
}

QStringList rulesOf(const QList<Mend>& mends)
{
    QStringList rules;
    for (const Mend& mend : mends)
        rules.append(mend.rule);
    return rules;
}

/// A roadmap in which anything can be wrong, but which has at least one concept.
class Damage {
public:
    explicit Damage(unsigned seed)
        : m_random(seed)
    {
    }

    Roadmap roadmap()
    {
        Roadmap roadmap;
        roadmap.id = text();
        roadmap.title = text();
        roadmap.totalEstimatedHours = hours();
        roadmap.recommendedCompletionWeeks = int(below(2000)) - 1000;
        for (auto count = below(5); count > 0; --count)
            roadmap.stages.append(stage());
        if (conceptCount(roadmap) == 0) {
            roadmap.stages.append(stage());
            roadmap.stages.last().modules.append(Module());
            roadmap.stages.last().modules.last().concepts.append(thing());
        }
        return roadmap;
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }

    QString text()
    {
        static const QStringList texts { u"a"_s, u"A"_s, u"b"_s, u"a-2"_s, u"b:a"_s, u"  "_s,
            QString(), u"\u202e"_s, u"c-1-1-1"_s, u"stage-1"_s, u" a"_s };
        return texts[qsizetype(below(std::size_t(texts.size())))];
    }

    double hours()
    {
        static const QList<double> all { 0.0, -1.0, 0.5, 2.0, 3.25, 1e300, 1.7e308, infinity,
            -infinity, notANumber };
        return all[qsizetype(below(std::size_t(all.size())))];
    }

    Stage stage()
    {
        Stage stage;
        stage.id = text();
        stage.name = text();
        stage.order = int(below(5)) - 1;
        for (auto count = below(4); count > 0; --count) {
            Module module;
            module.id = text();
            module.name = text();
            for (auto concepts = below(5); concepts > 0; --concepts)
                module.concepts.append(thing());
            stage.modules.append(module);
        }
        return stage;
    }

    Concept thing()
    {
        Concept item;
        item.id = below(3) > 0 ? QString::number(m_next++) : text();
        item.name = text();
        item.description = text();
        item.estimatedHours = below(2) > 0 ? 2.0 : hours();
        item.difficulty = Difficulty(below(4));
        item.content.tutorialStatus = ContentStatus(below(5));
        item.content.quizStatus = ContentStatus(below(5));
        item.content.contentSummary = QString(qsizetype(below(2) * 301), u'x');
        for (auto count = below(4); count > 0; --count)
            item.prerequisites.append(below(3) > 0 ? QString::number(below(12)) : text());
        return item;
    }

    std::mt19937 m_random;
    int m_next = 0;
};

/// Prerequisites that come later within one stage, which moving could cure.
qsizetype laterInStage(const Roadmap& roadmap)
{
    return std::ranges::count_if(checkRoadmap(roadmap), [](const Finding& finding) {
        return finding.rule == u"W8"_s && finding.issue.contains(u"later"_s);
    });
}

} // namespace

class RoadmapMenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundRoadmapsComeBackEqual()
    {
        for (const qsizetype count : { 1, 24, 1000 }) {
            Roadmap roadmap = count == 24 ? sample::perfectRoadmap() : sample::largeRoadmap(count);
            roadmap.totalEstimatedHours = hoursOf(roadmap) + 0.1; // as the rule allows
            if (count != 24)
                roadmap.recommendedCompletionWeeks = int(count / 5) + 1;
            const MendedRoadmap mended = mendRoadmap(roadmap);
            QCOMPARE(mended.mends, QList<Mend>());
            QCOMPARE(mended.roadmap, roadmap);
        }
    }

    void mends_data()
    {
        QTest::addColumn<Break>("damage");
        QTest::addColumn<QStringList>("rules");
        QTest::addColumn<Check>("isMended");
        const auto row
            = [](const char* name, const Break& damage, const QStringList& rules,
                  const Check& check) { QTest::addRow("%s", name) << damage << rules << check; };
        const auto needs = [](const char* id, const QStringList& prerequisites) {
            return [=](Roadmap& r) { return item(r, id).prerequisites == prerequisites; };
        };
        const auto setNeeds = [](const char* id, const QStringList& prerequisites) {
            return [=](Roadmap& r) { item(r, id).prerequisites = prerequisites; };
        };
        row("unknown prerequisite", setNeeds("c-1-1-2", { u"c-1-1-1"_s, u"nowhere"_s }),
            { u"H1"_s }, needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("prerequisite by name", setNeeds("c-1-1-2", { u"topic 1-1-1"_s }), { u"H1"_s },
            needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("prerequisite in another case", setNeeds("c-1-1-2", { u" C-1-1-1"_s }), { u"H1"_s },
            needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("prerequisite with the prefix", setNeeds("c-1-1-2", { u"python-web:c-1-1-1"_s }),
            { u"H1"_s }, needs("c-1-1-2", { u"c-1-1-1"_s }));
        row(
            "prerequisite without the prefix",
            [](Roadmap& r) { item(r, "c-1-1-1").id = u"python-web:c-1-1-1"_s; }, { u"H1"_s },
            needs("c-1-1-2", { u"python-web:c-1-1-1"_s }));
        row(
            "name that two have",
            [](Roadmap& r) {
                item(r, "c-1-1-3").name = item(r, "c-1-1-1").name;
                item(r, "c-1-1-4").prerequisites = { u"Topic 1-1-1"_s };
            },
            { u"H1"_s }, needs("c-1-1-4", {}));
        row("the same one twice, once by name",
            setNeeds("c-1-1-2", { u"c-1-1-1"_s, u"Topic 1-1-1"_s }), { u"H1"_s },
            needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("the same one twice", setNeeds("c-1-1-2", { u"c-1-1-1"_s, u"c-1-1-1"_s }), { u"H1"_s },
            needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("the same one twice, once in another case",
            setNeeds("c-1-1-2", { u"C-1-1-1"_s, u"c-1-1-1"_s }), { u"H1"_s, u"H1"_s },
            needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("itself", setNeeds("c-1-1-2", { u"c-1-1-2"_s, u"c-1-1-1"_s }), { u"H2"_s },
            needs("c-1-1-2", { u"c-1-1-1"_s }));
        row("circle", setNeeds("c-1-1-1", { u"c-1-1-3"_s }), { u"H2"_s }, needs("c-1-1-1", {}));
        row("circle over stages", setNeeds("c-1-1-1", { u"c-3-2-4"_s }), { u"H2"_s },
            needs("c-1-1-1", {}));
        row(
            "repeated concept id", [](Roadmap& r) { item(r, "c-3-2-4").id = u"c-1-1-1"_s; },
            { u"H5"_s }, [](Roadmap& r) { return sample::lastConcept(r).id == u"c-1-1-1-2"_s; });
        row(
            "repeated stage id", [](Roadmap& r) { r.stages[2].id = u"stage-1"_s; }, { u"W7"_s },
            [](Roadmap& r) { return r.stages[2].id == u"stage-1-2"_s; });
        row(
            "repeated module id", [](Roadmap& r) { r.stages[2].modules[0].id = u"mod-1-1"_s; },
            { u"W7"_s }, [](Roadmap& r) { return r.stages[2].modules[0].id == u"mod-1-1-2"_s; });
        row(
            "blank ids",
            [](Roadmap& r) {
                r.stages[1].id = u" "_s;
                r.stages[1].modules[0].id.clear();
                sample::lastConcept(r).id.clear();
                r.id.clear();
            },
            { u"S1"_s, u"S1"_s, u"S1"_s, u"S1"_s },
            [](Roadmap& r) {
                return r.stages[1].id == u"stage-2"_s && r.stages[1].modules[0].id == u"mod-2-1"_s
                    && sample::lastConcept(r).id == u"c-3-2-4"_s && r.id == u"roadmap"_s;
            });
        row(
            "names in which there is nothing",
            [](Roadmap& r) {
                r.title = u"\u202e"_s;
                item(r, "c-1-1-1").name.clear();
                item(r, "c-1-1-2").name.clear();
                item(r, "c-1-1-2").description.clear();
            },
            { u"S1"_s, u"S1"_s, u"S1"_s },
            [](Roadmap& r) {
                return r.title == u"Stage 1"_s && item(r, "c-1-1-2").name == u"c-1-1-2"_s
                    && item(r, "c-1-1-1").name.startsWith(u"What topic 1-1-1"_s);
            });
        row(
            "orders",
            [](Roadmap& r) {
                r.stages[0].order = 0;
                r.stages[1].order = 7;
                r.stages[2].order = 7;
            },
            { u"S4"_s, u"W7"_s, u"W7"_s },
            [](Roadmap& r) {
                return r.stages[0].order == 1 && r.stages[1].order == 2 && r.stages[2].order == 3;
            });
        row(
            "concepts in the wrong order",
            [](Roadmap& r) { r.stages[0].modules[0].concepts.swapItemsAt(0, 3); }, { u"W8"_s },
            [](Roadmap& r) {
                return idsOf(r.stages[0].modules[0].concepts)
                    == QStringList { u"c-1-1-1"_s, u"c-1-1-2"_s, u"c-1-1-3"_s, u"c-1-1-4"_s };
            });
        row(
            "modules in the wrong order", [](Roadmap& r) { r.stages[1].modules.swapItemsAt(0, 1); },
            { u"W8"_s }, [](Roadmap& r) { return r.stages[1].modules[0].id == u"mod-2-1"_s; });
        row(
            "stages in the wrong order stay",
            [](Roadmap& r) { std::swap(r.stages[1].order, r.stages[2].order); }, {},
            [](Roadmap& r) { return r.stages[1].order == 3; });
        row(
            "total hours", [](Roadmap& r) { r.totalEstimatedHours = 12; }, { u"W1"_s },
            [](Roadmap& r) { return r.totalEstimatedHours == 66.0; });
        row(
            "total hours that are no number",
            [](Roadmap& r) { r.totalEstimatedHours = notANumber; }, { u"S1"_s },
            [](Roadmap& r) { return r.totalEstimatedHours == 66.0; });
        row(
            "weeks", [](Roadmap& r) { r.recommendedCompletionWeeks = 3; }, { u"W2"_s },
            [](Roadmap& r) { return r.recommendedCompletionWeeks == 7; });
        row(
            "hours", [](Roadmap& r) { item(r, "c-1-1-1").estimatedHours = 0.2; },
            { u"S5"_s, u"W1"_s },
            [](Roadmap& r) { return item(r, "c-1-1-1").estimatedHours == 0.5; });
        row(
            "endless hours", [](Roadmap& r) { item(r, "c-1-1-1").estimatedHours = infinity; },
            { u"S1"_s, u"W1"_s },
            [](Roadmap& r) { return item(r, "c-1-1-1").estimatedHours == 0.5; });
        row(
            "empty parts",
            [](Roadmap& r) {
                r.stages[0].modules.append(Module());
                r.stages.prepend(Stage());
            },
            { u"H4"_s, u"H3"_s }, [](Roadmap& r) { return r == sample::perfectRoadmap(); });
        row(
            "stage of empty modules",
            [](Roadmap& r) {
                r.stages.append(Stage());
                r.stages.last().order = 4;
                r.stages.last().modules.append(Module());
            },
            { u"H4"_s, u"H3"_s }, [](Roadmap& r) { return r == sample::perfectRoadmap(); });
        row(
            "long summary",
            [](Roadmap& r) { item(r, "c-1-1-1").content.contentSummary = u"😀"_s.repeated(301); },
            { u"S7"_s },
            [](Roadmap& r) {
                const QString summary = item(r, "c-1-1-1").content.contentSummary;
                return characterCount(summary) == 300
                    && summary == QString(u"😀"_s.repeated(299) + u'…');
            });
        row(
            "words that do not exist",
            [](Roadmap& r) {
                Concept& changed = item(r, "c-1-1-3");
                changed.difficulty = Difficulty::Other;
                changed.extras["difficulty"] = "brutal";
                changed.content.quizStatus = ContentStatus::Other;
                changed.extras["quiz_status"] = "lost";
            },
            { u"S6"_s, u"S6"_s },
            [](Roadmap& r) {
                const Concept& changed = item(r, "c-1-1-3");
                return changed.difficulty == Difficulty::Medium
                    && changed.content.quizStatus == ContentStatus::Pending
                    && changed.extras.empty();
            });
    }

    void mends()
    {
        QFETCH(const Break, damage);
        QFETCH(const QStringList, rules);
        QFETCH(const Check, isMended);
        Roadmap roadmap = sample::perfectRoadmap();
        damage(roadmap);
        MendedRoadmap mended = mendRoadmap(roadmap);
        QCOMPARE(rulesOf(mended.mends), rules);
        QVERIFY(isMended(mended.roadmap));
        for (const Mend& mend : std::as_const(mended.mends))
            QVERIFY2(!mend.what.contains(u'%'), qPrintable(mend.what));
        const MendedRoadmap again = mendRoadmap(mended.roadmap);
        QCOMPARE(again.mends, QList<Mend>());
        QCOMPARE(again.roadmap, mended.roadmap);
    }

    void weeksAreThoseOfTheRequest()
    {
        LearnerRequest request = sample::request();
        request.preferences.availableHoursPerWeek = 33;
        const MendedRoadmap mended
            = mendRoadmap(sample::perfectRoadmap(), { .request = &request, .today = {} });
        QCOMPARE(mended.roadmap.recommendedCompletionWeeks, 2);
    }

    void whatHoldsNoConceptStaysAsItIs()
    {
        QCOMPARE(mendRoadmap({}).roadmap.stages, QList<Stage>());
        Roadmap roadmap = sample::perfectRoadmap();
        for (Stage& stage : roadmap.stages) {
            for (Module& module : stage.modules)
                module.concepts.clear();
        }
        QCOMPARE(mendRoadmap(roadmap).roadmap, roadmap);
    }

    void prerequisitesMeanTheFirstOfARepeatedId()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        item(roadmap, "c-1-1-3").id = u"c-1-1-1"_s;
        item(roadmap, "c-1-1-4").prerequisites = { u"c-1-1-1"_s };
        MendedRoadmap mended = mendRoadmap(roadmap);
        QCOMPARE(idsOf(mended.roadmap.stages[0].modules[0].concepts),
            QStringList({ u"c-1-1-1"_s, u"c-1-1-2"_s, u"c-1-1-1-2"_s, u"c-1-1-4"_s }));
        QCOMPARE(item(mended.roadmap, "c-1-1-4").prerequisites, QStringList({ u"c-1-1-1"_s }));
    }

    void whatCannotBeOrderedIsLeft()
    {
        // Two modules that need each other: no order of theirs is right.
        Roadmap roadmap = sample::perfectRoadmap();
        item(roadmap, "c-1-1-4").prerequisites = { u"c-1-2-1"_s };
        item(roadmap, "c-1-2-1").prerequisites = { u"c-1-1-3"_s };
        const MendedRoadmap mended = mendRoadmap(roadmap);
        QCOMPARE(mended.roadmap, roadmap);
        QCOMPARE(laterInStage(mended.roadmap), 1);
    }

    void nothingCriticalIsLeft()
    {
        for (unsigned seed = 1; seed <= 3000; ++seed) {
            const Roadmap roadmap = Damage(seed).roadmap();
            const MendedRoadmap mended = mendRoadmap(roadmap);
            const QList<Finding> findings = checkRoadmap(mended.roadmap);
            QVERIFY2(!hasCriticalFinding(findings),
                qPrintable(u"seed %1: %2 %3"_s.arg(seed).arg(
                    findings.constFirst().rule, findings.constFirst().issue)));
            QCOMPARE(conceptCount(mended.roadmap), conceptCount(roadmap));
            const MendedRoadmap again = mendRoadmap(mended.roadmap);
            QVERIFY2(again.mends.isEmpty(),
                qPrintable(u"seed %1: %2"_s.arg(seed).arg(again.mends.value(0).what)));
            QCOMPARE(again.roadmap, mended.roadmap);
            QCOMPARE(mendRoadmap(roadmap), mended);
        }
    }

    void theListOfMendsIsBounded()
    {
        Roadmap roadmap = sample::largeRoadmap(maxConcepts);
        for (Stage& stage : roadmap.stages) {
            for (Module& module : stage.modules) {
                for (Concept& each : module.concepts)
                    each.prerequisites = { u"x"_s, u"y"_s };
            }
        }
        roadmap.totalEstimatedHours = hoursOf(roadmap);
        roadmap.recommendedCompletionWeeks = maxConcepts / 5;
        const MendedRoadmap mended = mendRoadmap(roadmap);
        QCOMPARE(mended.mends.size(), 50);
        QVERIFY(mended.mends.constLast().what.contains(u"39951"_s));
    }

    void largeAndTwistedRoadmapsAreMended_data()
    {
        QTest::addColumn<Break>("damage");
        const auto row
            = [](const char* name, const std::function<void(Concept&, qsizetype)>& change) {
                  QTest::addRow("%s", name) << Break([change](Roadmap& roadmap) {
                      qsizetype index = 0;
                      for (Stage& stage : roadmap.stages) {
                          for (Module& module : stage.modules) {
                              for (Concept& each : module.concepts)
                                  change(each, index++);
                          }
                      }
                  });
              };
        row("one id for all", [](Concept& each, qsizetype) { each.id = u"a"_s; });
        row("ids in the way of new ones", [](Concept& each, qsizetype index) {
            each.id = index % 2 == 0 ? u"a"_s : u"a-%1"_s.arg(index / 2);
        });
        row("one circle", [](Concept& each, qsizetype index) {
            each.prerequisites = { u"c-%1"_s.arg((index + 1) % maxConcepts) };
        });
        row("each needs the last and the one before", [](Concept& each, qsizetype index) {
            each.prerequisites = { u"c-%1"_s.arg(maxConcepts - 1),
                u"c-%1"_s.arg(std::max<qsizetype>(0, index - 1)) };
        });
        row("one name for all", [](Concept& each, qsizetype) {
            each.name = u"N"_s;
            each.prerequisites = { u"N"_s };
        });
    }

    void largeAndTwistedRoadmapsAreMended()
    {
        QFETCH(const Break, damage);
        Roadmap roadmap = sample::largeRoadmap(maxConcepts);
        damage(roadmap);
        const MendedRoadmap mended = mendRoadmap(roadmap);
        QVERIFY(!hasCriticalFinding(checkRoadmap(mended.roadmap)));
        QCOMPARE(mendRoadmap(mended.roadmap).roadmap, mended.roadmap);
    }
};

QTEST_GUILESS_MAIN(RoadmapMenderTest)
#include "RoadmapMenderTest.moc"
