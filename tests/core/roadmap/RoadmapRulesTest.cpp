// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapRules.h"

#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <limits>
#include <set>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A perfect roadmap with all that it is checked against.
struct Case {
    Roadmap roadmap = sample::perfectRoadmap();
    LearnerRequest request = sample::request();
    IntentAnalysis intent = sample::intent();
    QDate today = sample::firstDay();

    [[nodiscard]] QList<Finding> findings() const
    {
        return checkRoadmap(roadmap, { .request = &request, .intent = &intent, .today = today });
    }

    Concept& item(const QString& id) { return sample::conceptWithId(roadmap, id); }
    Stage& stage(qsizetype index) { return roadmap.stages[index]; }
    Module& module(qsizetype stageIndex, qsizetype index)
    {
        return roadmap.stages[stageIndex].modules[index];
    }
    Concept& last() { return sample::lastConcept(roadmap); }

    template <class Change>
    void forAll(Change change)
    {
        for (Stage& stage : roadmap.stages) {
            for (Module& module : stage.modules)
                std::ranges::for_each(module.concepts, change);
        }
    }
    /// Changes hours without making the totals wrong as well.
    void setHours(const QString& id, double hours)
    {
        item(id).estimatedHours = hours;
        if (std::isfinite(hours))
            roadmap.totalEstimatedHours = hoursOf(roadmap);
    }
};

using Break = std::function<void(Case&)>;

/// Leaves 16 hours in the first stage besides those of its third concept.
void shortenFirstStage(Case& changed, double thirdHours)
{
    changed.setHours(u"c-1-1-1"_s, 0.5);
    changed.setHours(u"c-1-1-2"_s, 0.5);
    changed.setHours(u"c-1-1-3"_s, thirdHours);
}

QStringList rulesOf(const QList<Finding>& findings)
{
    QStringList names;
    for (const Finding& finding : findings) {
        if (!names.contains(finding.rule))
            names.append(finding.rule);
    }
    return names;
}

QList<Finding> findingsOf(const QString& rule, const QList<Finding>& findings)
{
    QList<Finding> found;
    std::ranges::copy_if(findings, std::back_inserter(found),
        [&rule](const Finding& finding) { return finding.rule == rule; });
    return found;
}

/// The middle stage's modules go to its neighbours.
void mergeIntoTwoStages(Case& broken)
{
    const Stage middle = broken.roadmap.stages.takeAt(1);
    broken.stage(0).modules.append(middle.modules[0]);
    broken.stage(1).modules.prepend(middle.modules[1]);
    broken.stage(1).order = 2;
}

/// Each module becomes a stage; two change places so that difficulty still rises.
void divideIntoSixStages(Case& broken)
{
    broken.forAll([](Concept& item) { item.prerequisites.clear(); });
    broken.item(u"c-1-1-4"_s).difficulty = Difficulty::Medium; // the first module is short
    broken.setHours(u"c-1-1-4"_s, 4.0);
    std::swap(broken.module(0, 1), broken.module(1, 0));
    QList<Stage> stages;
    for (const Stage& stage : std::as_const(broken.roadmap.stages)) {
        for (const Module& module : stage.modules) {
            Stage part = stage;
            part.order = int(stages.size()) + 1;
            part.id = u"part-%1"_s.arg(part.order);
            part.modules = { module };
            stages.append(part);
        }
    }
    broken.roadmap.stages = stages;
}

void letDifficultyFall(Case& broken)
{
    broken.forAll([](Concept& item) { item.prerequisites.clear(); });
    broken.stage(1).modules.swap(broken.stage(2).modules);
    broken.last().description = u"项目：一个网站"_s;
}

void forgetProject(Case& broken)
{
    broken.last().name = u"A small shop with Flask"_s;
}

} // namespace

Q_DECLARE_METATYPE(Break)

class RoadmapRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void perfectRoadmapHasNoFinding()
    {
        QCOMPARE(Case().findings(), QList<Finding>());
        QCOMPARE(checkRoadmap(sample::perfectRoadmap()), QList<Finding>());
    }

    void brokenRuleIsFoundAlone_data()
    {
        QTest::addColumn<Break>("change");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("location");
        addDataModelRows();
        addHardRows();
        addSizeRows();
        addProgressionRows();
    }

    void brokenRuleIsFoundAlone()
    {
        QFETCH(const Break, change);
        QFETCH(const QString, rule);
        QFETCH(const QString, location);
        Case broken;
        change(broken);
        const QList<Finding> findings = broken.findings();
        QCOMPARE(rulesOf(findings).join(u' '), rule);
        QCOMPARE(findings.constFirst().location, location);
        QCOMPARE(findings.constFirst().severity,
            rule.startsWith(u'W') ? Severity::Warning : Severity::Critical);
        QCOMPARE(hasCriticalFinding(findings), !rule.startsWith(u'W'));
        for (const Finding& finding : findings) {
            QVERIFY2(finding.issue.endsWith(u'.'), qPrintable(finding.issue));
            QVERIFY2(finding.suggestion.endsWith(u'.'), qPrintable(finding.suggestion));
            QVERIFY2(!finding.issue.contains(u'%') || rule == u"W5", qPrintable(finding.issue));
        }
    }

    void edgeOfARuleIsNoFinding_data()
    {
        QTest::addColumn<Break>("change");
        const auto add
            = [](const char* name, const Break& change) { QTest::addRow("%s", name) << change; };
        add("S5: half an hour", [](Case& fine) { fine.setHours(u"c-1-1-1"_s, 0.5); });
        add("S7: 300 characters outside the basic plane",
            [](Case& fine) { fine.last().content.contentSummary = u"😀"_s.repeated(300); });
        add("W1: a tenth of an hour", [](Case& fine) { fine.roadmap.totalEstimatedHours += 0.1; });
        add("W2: a week more", [](Case& fine) { fine.roadmap.recommendedCompletionWeeks = 8; });
        add("W2: a week less", [](Case& fine) { fine.roadmap.recommendedCompletionWeeks = 6; });
        add("W3: the last day that is enough", [](Case& fine) {
            // 66 hours at 10 a week are 46.2 days; the first and the last day count.
            fine.request.preferences.targetDeadline = fine.today.addDays(46);
        });
        add("W3: no today", [](Case& fine) {
            fine.request.preferences.targetDeadline = fine.today;
            fine.today = QDate();
        });
        add("W4: two keywords and five", [](Case& fine) {
            fine.last().keywords = { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s };
        });
        add("W6: a stage 30 % longer than another",
            [](Case& fine) { shortenFirstStage(fine, 1.7); }); // 23 hours against 17.7
        add("W6: a project named in a keyword", [](Case& fine) {
            forgetProject(fine);
            fine.last().keywords = { u"Flask"_s, u"Abschluss-PROJECT"_s };
        });
        add("W7: stages stand in another order than they are read",
            [](Case& fine) { fine.roadmap.stages.swapItemsAt(0, 2); });
        add("W8: two concepts of other modules", [](Case& fine) {
            fine.last().prerequisites = { u"c-1-1-1"_s, u"c-2-1-1"_s, u"c-3-2-1"_s };
        });
        add("W8: the same one twice is one",
            [](Case& fine) { fine.last().prerequisites = QStringList(5, u"c-1-1-1"_s); });
        add("W9: no technologies", [](Case& fine) { fine.intent.keyTechnologies.clear(); });
        add("W9: a blank technology", [](Case& fine) { fine.intent.keyTechnologies = { u" "_s }; });
        add("W9: case does not matter", [](Case& fine) {
            fine.intent.keyTechnologies = { u"FLASK"_s, u" python "_s };
        });
        add("W9: only in a stage's name", [](Case& fine) {
            fine.stage(1).name = u"Talking to PostgreSQL"_s;
            fine.intent.keyTechnologies = { u"postgresql"_s };
        });
        add("W9: an advanced learner may begin anywhere", [](Case& fine) {
            fine.request.preferences.currentLevel = LearnerLevel::Advanced;
            fine.item(u"c-1-1-1"_s).difficulty = Difficulty::Hard;
            fine.setHours(u"c-1-1-1"_s, 4.0);
        });
    }

    void edgeOfARuleIsNoFinding()
    {
        QFETCH(const Break, change);
        Case fine;
        change(fine);
        QCOMPARE(fine.findings(), QList<Finding>());
    }

    void circleIsReportedAsThePathThatCloses_data()
    {
        QTest::addColumn<Break>("change");
        QTest::addColumn<QStringList>("paths");
        const auto add = [](const char* name, const QStringList& paths, const Break& change) {
            QTest::addRow("%s", name) << change << paths;
        };
        add("itself", { u"c-2-1-1 → c-2-1-1"_s },
            [](Case& broken) { broken.item(u"c-2-1-1"_s).prerequisites.append(u"c-2-1-1"_s); });
        add("two", { u"c-1-1-1 → c-1-1-2 → c-1-1-1"_s },
            [](Case& broken) { broken.item(u"c-1-1-1"_s).prerequisites.append(u"c-1-1-2"_s); });
        add("across modules", { u"c-1-1-3 → c-1-2-1 → c-1-1-4 → c-1-1-3"_s },
            [](Case& broken) { broken.item(u"c-1-1-3"_s).prerequisites.append(u"c-1-2-1"_s); });
        add("two apart", { u"c-1-1-1 → c-1-1-2 → c-1-1-1"_s, u"c-3-2-4 → c-3-2-4"_s },
            [](Case& broken) {
                broken.item(u"c-1-1-1"_s).prerequisites.append(u"c-1-1-2"_s);
                broken.last().prerequisites.append(u"c-3-2-4"_s);
            });
        add("long ones are shortened",
            { u"c-1-1-1 → c-3-2-4 → c-3-2-3 → c-3-2-2 → c-3-2-1 → c-3-1-4 → c-3-1-3 → c-3-1-2 → "
              "c-3-1-1 → c-2-2-4 → … → c-2-1-3 → c-2-1-2 → c-2-1-1 → c-1-2-4 → c-1-2-3 → c-1-2-2 → "
              "c-1-2-1 → c-1-1-4 → c-1-1-3 "
              "→ c-1-1-2 → c-1-1-1"_s },
            [](Case& broken) { broken.item(u"c-1-1-1"_s).prerequisites.append(u"c-3-2-4"_s); });
    }

    void circleIsReportedAsThePathThatCloses()
    {
        QFETCH(const Break, change);
        QFETCH(const QStringList, paths);
        Case broken;
        change(broken);
        const QList<Finding> circles = findingsOf(u"H2"_s, broken.findings());
        QCOMPARE(circles.size(), paths.size());
        for (qsizetype i = 0; i < paths.size(); ++i)
            QVERIFY2(circles[i].issue.contains(paths[i]), qPrintable(circles[i].issue));
    }

    void findingNamesTheNode()
    {
        Case broken;
        broken.item(u"c-2-1-3"_s).name = u"Loops %2 and %1"_s;
        broken.item(u"c-2-1-3"_s).prerequisites.append(u"%1"_s);
        const QList<Finding> findings = broken.findings();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].issue,
            u"The concept “Loops %2 and %1” needs “%1”, which is not in the roadmap."_s);
    }

    void hostileNamesAreMadeHarmlessAndShort()
    {
        Case broken;
        broken.last().name = QString(u"Capstone\n\x1b[2J\u202Eevil "_s + u"😀"_s.repeated(200000));
        broken.last().prerequisites.append(u"x"_s.repeated(1000000));
        const QString issue = broken.findings().constFirst().issue;
        QVERIFY2(issue.size() < 300, qPrintable(QString::number(issue.size())));
        QVERIFY(!issue.contains(u'\n') && !issue.contains(u'\x1b') && !issue.contains(u'\u202E'));
        QCOMPARE(QString::fromUtf8(issue.toUtf8()), issue); // no character was cut in half
    }

    void aNodeWithoutNameIsNamedByItsId()
    {
        Case broken;
        broken.last().name.clear();
        broken.last().description = u"The final project"_s;
        broken.last().keywords.append(u"flask"_s);
        const QList<Finding> findings = broken.findings();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].issue, u"The concept “c-3-2-4” has no name."_s);
    }

    void criticalFindingsComeFirstAndEachGroupInReadingOrder()
    {
        Case broken;
        broken.roadmap.stages.swapItemsAt(0, 2); // reading order stays: by `order`
        broken.roadmap.recommendedCompletionWeeks = 70; // W2, the whole roadmap
        broken.item(u"c-3-1-1"_s).prerequisites.append(u"nowhere"_s); // H1
        broken.item(u"c-1-1-2"_s).content.contentSummary = u"x"_s.repeated(301); // S7
        broken.item(u"c-1-2-2"_s).prerequisites.append(u"nowhere"_s); // H1
        broken.item(u"c-1-1-1"_s).keywords.clear(); // W4
        QStringList seen;
        for (const Finding& finding : broken.findings())
            seen.append(QString(finding.rule + u' ' + finding.location));
        QCOMPARE(seen,
            QStringList(
                { u"S7 c-1-1-2"_s, u"H1 c-1-2-2"_s, u"H1 c-3-1-1"_s, u"W2 "_s, u"W4 c-1-1-1"_s }));
    }

    void atMostFiftyOfARuleAreListed_data()
    {
        QTest::addColumn<int>("faults");
        QTest::addColumn<int>("listed");
        QTest::addRow("49") << 49 << 49;
        QTest::addRow("50") << 50 << 50;
        QTest::addRow("51") << 51 << 50;
        QTest::addRow("a hundred thousand") << 100000 << 50;
    }

    void atMostFiftyOfARuleAreListed()
    {
        QFETCH(const int, faults);
        QFETCH(const int, listed);
        Case broken;
        for (int i = 0; i < faults; ++i)
            broken.last().prerequisites.append(u"nowhere-%1"_s.arg(i));
        const QList<Finding> findings = broken.findings();
        QCOMPARE(findings.size(), listed);
        QCOMPARE(rulesOf(findings), QStringList { u"H1"_s });
        const bool saysHowMany
            = findings.constLast().issue.contains(QLocale().toString(faults - listed + 1));
        QCOMPARE(saysHowMany, faults > listed);
    }

    void withoutARequestTenHoursAWeekAreAssumed()
    {
        Roadmap roadmap = sample::perfectRoadmap();
        roadmap.recommendedCompletionWeeks = 9;
        QCOMPARE(rulesOf(checkRoadmap(roadmap)), QStringList { u"W2"_s });
    }

    void aTinyRoadmapTakesAtLeastAWeek()
    {
        Case small;
        small.request.preferences.availableHoursPerWeek = 168;
        small.roadmap.recommendedCompletionWeeks = 3;
        QCOMPARE(rulesOf(small.findings()), QStringList { u"W2"_s });
        small.roadmap.recommendedCompletionWeeks = 1;
        QCOMPARE(small.findings(), QList<Finding>());
    }

    void findingIsWrittenInTheWiresForm()
    {
        const Finding finding { u"H3"_s, Severity::Critical, u"stage-2"_s, u"Empty."_s,
            u"Fill."_s };
        QCOMPARE(writeJson(toJson(finding)),
            R"({"severity":"critical","location":"stage-2","issue":"Empty.","suggestion":"Fill.","rule":"H3"})");
        QCOMPARE(severityName(Severity::Warning), u"warning"_s);
        QCOMPARE(severityName(Severity::Suggestion), u"suggestion"_s);
    }

    void aChainOfTwentyThousandConceptsIsNoProblem()
    {
        Roadmap roadmap = chainOf(20000);
        QVERIFY(!hasCriticalFinding(checkRoadmap(roadmap)));
        sample::firstConcept(roadmap).prerequisites = { sample::lastConcept(roadmap).id };
        const QList<Finding> circles = findingsOf(u"H2"_s, checkRoadmap(roadmap));
        QCOMPARE(circles.size(), 1);
        QVERIFY(circles[0].issue.size() < 1000);
    }

    /// The chain against the reading order, so that the search goes as deep as it can.
    void aChainReadBackwardsIsNoProblem()
    {
        Roadmap roadmap = chainOf(20000);
        std::ranges::reverse(roadmap.stages);
        for (qsizetype i = 0; i < roadmap.stages.size(); ++i)
            roadmap.stages[i].order = int(i) + 1;
        const QList<Finding> findings = checkRoadmap(roadmap);
        QVERIFY(!hasCriticalFinding(findings));
        QCOMPARE(findingsOf(u"W8"_s, findings).size(), 50);
    }

    void timeGrowsLinearly()
    {
        const double small = secondsFor(5000);
        const double large = secondsFor(20000);
        // Four times the concepts: about 4 times the work, 16 times if it were quadratic.
        QVERIFY2(large < 10 * small, qPrintable(u"%1 s, then %2 s"_s.arg(small).arg(large)));
    }

private:
    static void addRow(
        const char* name, const QString& rule, const QString& location, const Break& change)
    {
        QTest::addRow("%s: %s", qPrintable(rule), name) << change << rule << location;
    }

    static void addDataModelRows();
    static void addRequiredMemberRows();
    static void addHardRows();
    static void addSizeRows();
    static void addCountRows();
    static void addProgressionRows();
    static void addNumberingRows();

    static Roadmap chainOf(qsizetype count)
    {
        Roadmap roadmap = sample::largeRoadmap(count);
        QString before;
        for (Stage& stage : roadmap.stages) {
            for (Module& module : stage.modules) {
                for (Concept& item : module.concepts) {
                    if (!before.isEmpty())
                        item.prerequisites = { before };
                    before = item.id;
                }
            }
        }
        return roadmap;
    }

    /// Processor time, the best of several tries, so that a busy machine does not matter.
    static double secondsFor(qsizetype count)
    {
        const Roadmap roadmap = chainOf(count);
        const IntentAnalysis intent = sample::intent();
        const RuleContext context { .request = nullptr, .intent = &intent, .today = {} };
        double best = infinity;
        for (int i = 0; i < 5; ++i) {
            const std::clock_t start = std::clock();
            const QList<Finding> findings = checkRoadmap(roadmap, context);
            best = std::min(best, double(std::clock() - start) / CLOCKS_PER_SEC);
            if (findings.isEmpty()) // a roadmap of this size cannot be perfect
                return infinity;
        }
        return best;
    }
};

void RoadmapRulesTest::addRequiredMemberRows()
{
    const QString whole;
    addRow("no roadmap id", u"S1"_s, whole, [](Case& broken) { broken.roadmap.id.clear(); });
    addRow("a blank title", u"S1"_s, whole, [](Case& broken) { broken.roadmap.title = u" \n"_s; });
    addRow("no stage id", u"S1"_s, whole, [](Case& broken) { broken.stage(1).id.clear(); });
    addRow("no stage name", u"S1"_s, u"stage-2"_s,
        [](Case& broken) { broken.stage(1).name = u"\t"_s; });
    addRow("no module id", u"S1"_s, whole, [](Case& broken) { broken.module(1, 1).id.clear(); });
    addRow("two modules without id", u"S1"_s, whole, [](Case& broken) {
        broken.module(1, 0).id.clear();
        broken.module(1, 1).id.clear();
    });
    addRow("no module name", u"S1"_s, u"mod-2-2"_s,
        [](Case& broken) { broken.module(1, 1).name.clear(); });
    addRow("no concept id", u"S1"_s, whole, [](Case& broken) { broken.last().id.clear(); });
    addRow("no concept name", u"S1"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).name.clear(); });
    addRow("infinite hours", u"S1"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).estimatedHours = infinity; });
    addRow("an infinite total", u"S1"_s, whole,
        [](Case& broken) { broken.roadmap.totalEstimatedHours = infinity; });
    addRow("a total that is no number", u"S1"_s, whole,
        [](Case& broken) { broken.roadmap.totalEstimatedHours = notANumber; });
}

void RoadmapRulesTest::addDataModelRows()
{
    addRequiredMemberRows();
    addRow("no stages", u"S2"_s, {}, [](Case& broken) { broken.roadmap.stages.clear(); });
    addRow("order 0", u"S4"_s, u"stage-1"_s, [](Case& broken) { broken.stage(0).order = 0; });
    addRow("order below 0", u"S4"_s, u"stage-1"_s,
        [](Case& broken) { broken.stage(0).order = std::numeric_limits<int>::min(); });
    for (const double hours : { 0.49, 0.0, -1.0, -infinity, notANumber }) {
        addRow(qPrintable(u"%1 hours"_s.arg(hours)), u"S5"_s, u"c-1-1-1"_s,
            [hours](Case& broken) { broken.setHours(u"c-1-1-1"_s, hours); });
    }
    addRow("difficulty", u"S6"_s, u"c-1-1-2"_s, [](Case& broken) {
        broken.item(u"c-1-1-2"_s).difficulty = Difficulty::Other;
        broken.item(u"c-1-1-2"_s).extras["difficulty"] = "brutal";
    });
    addRow("tutorial's state", u"S6"_s, u"c-1-1-2"_s, [](Case& broken) {
        broken.item(u"c-1-1-2"_s).content.tutorialStatus = ContentStatus::Other;
    });
    addRow("resources' state", u"S6"_s, u"c-1-1-2"_s, [](Case& broken) {
        broken.item(u"c-1-1-2"_s).content.resourcesStatus = ContentStatus::Other;
    });
    addRow("quiz's state", u"S6"_s, u"c-1-1-2"_s,
        [](Case& broken) { broken.item(u"c-1-1-2"_s).content.quizStatus = ContentStatus::Other; });
    addRow("301 characters", u"S7"_s, u"c-3-2-4"_s,
        [](Case& broken) { broken.last().content.contentSummary = u"字"_s.repeated(301); });
}

void RoadmapRulesTest::addHardRows()
{
    addRow("an unknown id", u"H1"_s, u"c-2-1-1"_s,
        [](Case& broken) { broken.item(u"c-2-1-1"_s).prerequisites.append(u"c-9-9-9"_s); });
    addRow("an empty id", u"H1"_s, u"c-2-1-1"_s,
        [](Case& broken) { broken.item(u"c-2-1-1"_s).prerequisites.append(QString()); });
    addRow("itself", u"H2"_s, u"c-2-1-1"_s,
        [](Case& broken) { broken.item(u"c-2-1-1"_s).prerequisites.append(u"c-2-1-1"_s); });
    addRow("a circle of two", u"H2"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).prerequisites.append(u"c-1-1-2"_s); });
    addRow("a circle of all", u"H2"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).prerequisites.append(u"c-3-2-4"_s); });
    addRow("an empty stage", u"H3"_s, u"stage-4"_s, [](Case& broken) {
        Stage empty;
        empty.id = u"stage-4"_s;
        empty.name = u"More"_s;
        empty.order = 4;
        broken.roadmap.stages.append(empty);
    });
    addRow("an empty module", u"H4"_s, u"mod-1-3"_s, [](Case& broken) {
        Module empty;
        empty.id = u"mod-1-3"_s;
        empty.name = u"More"_s;
        broken.stage(0).modules.append(empty);
    });
    addRow("nothing but empty stages", u"H3"_s, u"stage-1"_s, [](Case& broken) {
        for (Stage& stage : broken.roadmap.stages)
            stage.modules.clear();
    });
    addRow("the same id twice", u"H5"_s, u"c-1-1-1"_s, [](Case& broken) {
        broken.last().id = u"c-1-1-1"_s;
        broken.last().prerequisites.clear();
    });
}

void RoadmapRulesTest::addCountRows()
{
    addRow("two stages", u"W4"_s, {}, mergeIntoTwoStages);
    addRow("six stages", u"W4"_s, {}, divideIntoSixStages);
    addRow("a stage of one module of eight", u"W4"_s, u"stage-1"_s, [](Case& broken) {
        broken.module(0, 0).concepts += broken.module(0, 1).concepts;
        broken.stage(0).modules.removeLast();
    });
    addRow("a module of two concepts", u"W4"_s, u"mod-1-1"_s, [](Case& broken) {
        QList<Concept>& concepts = broken.module(0, 0).concepts;
        broken.module(0, 1).concepts = concepts.mid(2) + broken.module(0, 1).concepts;
        concepts.resize(2);
    });
    addRow("no keywords", u"W4"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).keywords.clear(); });
    addRow("one keyword", u"W4"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).keywords.resize(1); });
    addRow("six keywords", u"W4"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).keywords = QStringList(6, u"key"_s); });
}

void RoadmapRulesTest::addSizeRows()
{
    const QString whole;
    addRow("too high", u"W1"_s, whole,
        [](Case& broken) { broken.roadmap.totalEstimatedHours += 0.2; });
    addRow("zero", u"W1"_s, whole, [](Case& broken) { broken.roadmap.totalEstimatedHours = 0; });
    addRow("too long", u"W2"_s, whole,
        [](Case& broken) { broken.roadmap.recommendedCompletionWeeks = 9; });
    addRow("too short", u"W2"_s, whole,
        [](Case& broken) { broken.roadmap.recommendedCompletionWeeks = 5; });
    addRow("below zero", u"W2"_s, whole, [](Case& broken) {
        broken.roadmap.recommendedCompletionWeeks = std::numeric_limits<int>::min();
    });
    addRow("a day too few", u"W3"_s, whole,
        [](Case& broken) { broken.request.preferences.targetDeadline = broken.today.addDays(45); });
    addRow("a deadline in the past", u"W3"_s, whole, [](Case& broken) {
        broken.request.preferences.targetDeadline = broken.today.addYears(-1);
    });
    addCountRows();
    addRow("easy but long", u"W5"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.setHours(u"c-1-1-1"_s, 2.5); });
    addRow("medium but short", u"W5"_s, u"c-3-2-1"_s,
        [](Case& broken) { broken.setHours(u"c-3-2-1"_s, 1.5); });
    addRow("hard and very long", u"W5"_s, u"c-3-2-3"_s, [](Case& broken) {
        broken.setHours(u"c-3-2-3"_s, 8.5);
        broken.request.preferences.targetDeadline.reset();
    });
    addRow("hardly anything easy", u"W5"_s, whole, [](Case& broken) {
        broken.forAll([](Concept& item) {
            if (item.difficulty == Difficulty::Easy && item.id != u"c-1-1-1")
                item.difficulty = Difficulty::Medium;
        });
    });
}

void RoadmapRulesTest::addNumberingRows()
{
    addRow(
        "an order twice", u"W7"_s, u"stage-3"_s, [](Case& broken) { broken.stage(2).order = 2; });
    addRow("a gap", u"W7"_s, u"stage-3"_s, [](Case& broken) { broken.stage(2).order = 4; });
    addRow("starting at two", u"W7"_s, u"stage-1"_s, [](Case& broken) {
        for (Stage& stage : broken.roadmap.stages)
            ++stage.order;
    });
    addRow("a very late stage", u"W7"_s, u"stage-3"_s,
        [](Case& broken) { broken.stage(2).order = std::numeric_limits<int>::max(); });
    addRow("a stage id twice", u"W7"_s, u"stage-1"_s,
        [](Case& broken) { broken.stage(2).id = u"stage-1"_s; });
    addRow("a module id twice", u"W7"_s, u"mod-1-1"_s,
        [](Case& broken) { broken.module(2, 1).id = u"mod-1-1"_s; });
}

void RoadmapRulesTest::addProgressionRows()
{
    addRow("a stage more than 30 % longer than another", u"W6"_s, u"stage-2"_s,
        [](Case& broken) { shortenFirstStage(broken, 1.6); }); // 23 hours against 17.6
    addRow("difficulty falls", u"W6"_s, u"stage-3"_s, letDifficultyFall);
    addRow("no project", u"W6"_s, u"stage-3"_s, [](Case& broken) { forgetProject(broken); });
    addNumberingRows();
    addRow("a prerequisite comes later", u"W8"_s, u"c-1-1-1"_s, [](Case& broken) {
        broken.item(u"c-1-1-2"_s).prerequisites.clear();
        broken.item(u"c-1-1-1"_s).prerequisites = { u"c-1-1-2"_s };
    });
    addRow("many from other modules", u"W8"_s, u"c-3-2-4"_s, [](Case& broken) {
        broken.last().prerequisites = { u"c-1-1-1"_s, u"c-1-2-1"_s, u"c-2-1-1"_s, u"c-3-2-3"_s };
    });
    addRow("a beginner begins with medium", u"W9"_s, u"c-1-1-1"_s,
        [](Case& broken) { broken.item(u"c-1-1-1"_s).difficulty = Difficulty::Medium; });
    addRow("an intermediate learner begins with hard", u"W9"_s, u"c-1-1-1"_s, [](Case& broken) {
        broken.request.preferences.currentLevel = LearnerLevel::Intermediate;
        broken.item(u"c-1-1-1"_s).difficulty = Difficulty::Hard;
        broken.setHours(u"c-1-1-1"_s, 4.0);
    });
    addRow("a technology is missing", u"W9"_s, {},
        [](Case& broken) { broken.intent.keyTechnologies.append(u"Kubernetes"_s); });
}

QTEST_GUILESS_MAIN(RoadmapRulesTest)
#include "RoadmapRulesTest.moc"
