// SPDX-License-Identifier: Apache-2.0
#include "core/offline/OfflinePlanner.h"
#include "core/offline/PlanTrimmer.h"

#include "core/roadmap/RoadmapJson.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

LearnerRequest requestFor(const QString& goal, LearnerLevel level = LearnerLevel::Beginner)
{
    LearnerRequest request;
    request.preferences.learningGoal = goal;
    request.preferences.currentLevel = level;
    return request;
}

QStringList conceptIds(const OfflinePlan& plan)
{
    QStringList ids;
    forEachConcept(plan.design.framework,
        [&ids](const Stage&, const Module&, const Concept& item) { ids.append(item.id); });
    return ids;
}

QSet<QString> brokenRules(const OfflinePlan& plan)
{
    QSet<QString> rules;
    for (const Finding& finding : plan.findings)
        rules.insert(finding.rule);
    return rules;
}

QString allWords(const OfflinePlan& plan)
{
    return (plan.intentWords + plan.designWords).join(u'\n');
}

/// Everything of a plan that a learner reads.
QString allTexts(const OfflinePlan& plan)
{
    QStringList texts { plan.design.framework.title, plan.design.designRationale,
        plan.intent.parsedGoal, plan.intent.difficultyProfile, plan.intent.timeConstraint };
    texts += plan.intent.recommendedFocus;
    for (const Stage& stage : plan.design.framework.stages) {
        texts << stage.name << stage.description;
        for (const Module& module : stage.modules)
            texts << module.name << module.description;
    }
    return texts.join(u'\n') + u'\n' + allWords(plan);
}

CurriculumConcept conceptWith(const QString& id, LearnerLevel level, double hours)
{
    CurriculumConcept item;
    item.id = id;
    item.name = { id, id };
    item.description = { id, id };
    item.hours = hours;
    item.level = level;
    item.keywords = { { u"a"_s, u"b"_s }, { u"a"_s, u"b"_s } };
    return item;
}

} // namespace

class OfflinePlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void plansTheExampleWish();
    void writesAndReadsBackAsTheContractWants();
    void sameWishSamePlan();
    void otherWishesGetOtherIds();
    void wholeSubjectIsCovered_data();
    void wholeSubjectIsCovered();
    void levelLeavesOutWhatIsKnown();
    void conceptsAskedForStayWhateverTheLevel();
    void namedConceptsBringOnlyWhatTheyNeed();
    void listsNoPrerequisiteThatAnotherOneNeeds();
    void aFewConceptsGetFewStages();
    void deadlineLeavesOutThePeriphery();
    void tooShortADeadlineIsSaidPlainly();
    void farDeadlineChangesNothing();
    void weeksFollowFromHours_data();
    void weeksFollowFromHours();
    void answersInTheAskedLanguage_data();
    void answersInTheAskedLanguage();
    void namesModulesAndStagesOnce();
    void stageNamesAreShort_data();
    void stageNamesAreShort();
    void mixedGoalsAreTaughtOneThingAfterAnother_data();
    void mixedGoalsAreTaughtOneThingAfterAnother();
    void tellsWhereANameEnds_data();
    void tellsWhereANameEnds();
    void technologiesAppearInTheRoadmap();
    void saysWhatIsNotCoveredAndWhereTheLearnerComesFrom();
    void tellsNamesFromFields();
    void refusesWithTheNearestSubjects();
    void refusesWithAllSubjectsWhenNoneIsNear();
    void tooManySubjectsAreCutToOneRoadmap();
    void repeatsWhatIsKnownWhenNothingIsNew();
    void survivesCurriculaThatBreakTheRules();

private:
    [[nodiscard]] OfflinePlan plan(const LearnerRequest& request) const
    {
        Result<OfflinePlan> result = m_planner->plan(request, m_today);
        if (!result.ok())
            QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return result.ok() ? std::move(result).value() : OfflinePlan();
    }

    const QDate m_today { 2025, 3, 3 };
    std::optional<CurriculumLibrary> m_library;
    std::optional<OfflinePlanner> m_planner;
};

void OfflinePlannerTest::initTestCase()
{
    Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
    QVERIFY(library.ok());
    m_library = std::move(library).value();
    m_planner.emplace(*m_library);
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void OfflinePlannerTest::plansTheExampleWish()
{
    const OfflinePlan made = plan(requestFor(u"学习 Python Web 开发"_s));
    QCOMPARE(made.findings, QList<Finding>());
    const Roadmap& roadmap = made.design.framework;
    QVERIFY(roadmap.id.startsWith("offline-web-backend-"_L1));
    QVERIFY(roadmap.title.contains(u"Python Web 后端开发"_s));
    QCOMPARE(roadmap.stages.size(), 5);
    QCOMPARE(roadmap.stages.constFirst().id, u"stage-1"_s);
    QCOMPARE(roadmap.stages.at(1).modules.at(1).id, u"mod-2-2"_s);
    QCOMPARE(roadmap.totalEstimatedHours, hoursOf(roadmap));
    const QStringList ids = conceptIds(made);
    QCOMPARE(ids.constLast(), u"backend.capstone"_s);
    QVERIFY(ids.contains(u"python.functions"_s)); // a prerequisite of another subject
    QVERIFY(made.intent.keyTechnologies.contains(u"Python"_s));
    QVERIFY(!made.intent.recommendedFocus.isEmpty());
    QVERIFY(made.intentWords.constFirst().contains(u"没有语言模型"_s));
    QVERIFY(!made.design.designRationale.isEmpty());
}

void OfflinePlannerTest::writesAndReadsBackAsTheContractWants()
{
    const OfflinePlan made = plan(requestFor(u"git"_s));
    const Result<CurriculumDesign> read = readCurriculumDesign(toJson(made.design));
    QVERIFY(read.ok());
    QCOMPARE(read.value(), made.design);
    const Result<IntentAnalysis> intent = readIntentAnalysis(toJson(made.intent));
    QVERIFY(intent.ok());
    QCOMPARE(intent.value(), made.intent);
}

void OfflinePlannerTest::sameWishSamePlan()
{
    LearnerRequest request = requestFor(u"frontend, python"_s, LearnerLevel::Intermediate);
    request.preferences.targetDeadline = m_today.addDays(60);
    const OfflinePlan first = plan(request);
    const OfflinePlanner other(*m_library);
    request.sessionId = u"another run"_s;
    const Result<OfflinePlan> second = other.plan(request, m_today);
    QVERIFY(second.ok());
    QCOMPARE(second.value().design, first.design);
    QCOMPARE(second.value().intent, first.intent);
    QCOMPARE(allWords(second.value()), allWords(first));
    QCOMPARE(second.value().findings, first.findings);
}

void OfflinePlannerTest::otherWishesGetOtherIds()
{
    QSet<QString> ids;
    LearnerRequest request = requestFor(u"sql"_s);
    ids.insert(plan(request).design.framework.id);
    request.preferences.availableHoursPerWeek = 5;
    ids.insert(plan(request).design.framework.id);
    request.preferences.language = u"zh"_s;
    ids.insert(plan(request).design.framework.id);
    request.preferences.currentLevel = LearnerLevel::Advanced;
    ids.insert(plan(request).design.framework.id);
    request.preferences.targetDeadline = m_today.addDays(1000);
    ids.insert(plan(request).design.framework.id);
    QCOMPARE(ids.size(), 5);
}

void OfflinePlannerTest::wholeSubjectIsCovered_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("subject");
    QTest::newRow("git") << u"git"_s << u"git-shell"_s;
    QTest::newRow("python") << u"Python"_s << u"python"_s;
    QTest::newRow("sql") << u"SQL"_s << u"sql-data"_s;
    QTest::newRow("statistics") << u"统计学"_s << u"statistics"_s;
    QTest::newRow("backend") << u"后端"_s << u"web-backend"_s;
    QTest::newRow("frontend") << u"前端"_s << u"web-frontend"_s;
}

/// With all that its concepts need, each behind what it needs.
void OfflinePlannerTest::wholeSubjectIsCovered()
{
    QFETCH(QString, goal);
    QFETCH(QString, subject);
    const OfflinePlan made = plan(requestFor(goal));
    QCOMPARE(made.findings, QList<Finding>());
    const QStringList ids = conceptIds(made);
    for (const CurriculumTopic& topic : m_library->subject(subject)->topics) {
        for (const CurriculumConcept& item : topic.concepts)
            QVERIFY2(ids.contains(item.id), qPrintable(item.id));
    }
    for (const QString& id : ids) {
        for (const QString& needed : m_library->conceptById(id)->prerequisites)
            QVERIFY2(ids.indexOf(needed) >= 0 && ids.indexOf(needed) < ids.indexOf(id),
                qPrintable(QString(id + u" needs "_s + needed)));
    }
}

void OfflinePlannerTest::levelLeavesOutWhatIsKnown()
{
    const OfflinePlan made = plan(requestFor(u"Python"_s, LearnerLevel::Intermediate));
    const QStringList ids = conceptIds(made);
    QVERIFY(ids.contains(u"python.decorators"_s));
    for (const QString& id : ids)
        QVERIFY2(m_library->conceptById(id)->level >= LearnerLevel::Intermediate, qPrintable(id));
    QVERIFY(allWords(made).contains("Your first program"_L1)); // said to be left out
    const OfflinePlan advanced = plan(requestFor(u"Python"_s, LearnerLevel::Advanced));
    QVERIFY(conceptIds(advanced).size() < ids.size());
    QVERIFY(!hasCriticalFinding(advanced.findings));
}

void OfflinePlannerTest::conceptsAskedForStayWhateverTheLevel()
{
    const OfflinePlan made = plan(requestFor(u"SQL joins, query plans"_s, LearnerLevel::Advanced));
    const QStringList ids = conceptIds(made);
    QVERIFY(ids.contains(u"sql.joins"_s)); // of the level beginner
    QVERIFY(ids.contains(u"sql.query-plans"_s));
    QVERIFY(!ids.contains(u"sql.select"_s));
    // What stood between the two is known; the need remains.
    forEachConcept(made.design.framework, [](const Stage&, const Module&, const Concept& item) {
        if (item.id == "sql.query-plans"_L1)
            QCOMPARE(item.prerequisites, QStringList { u"sql.joins"_s });
    });
}

void OfflinePlannerTest::namedConceptsBringOnlyWhatTheyNeed()
{
    const OfflinePlan made = plan(requestFor(u"Python decorators"_s));
    const QStringList ids = conceptIds(made);
    QVERIFY(ids.contains(u"python.decorators"_s));
    QVERIFY(ids.contains(u"python.variables"_s));
    QVERIFY(!ids.contains(u"python.capstone"_s));
    QVERIFY(!ids.contains(u"python.classes"_s));
}

void OfflinePlannerTest::listsNoPrerequisiteThatAnotherOneNeeds()
{
    for (const LearnerLevel level :
        { LearnerLevel::Beginner, LearnerLevel::Intermediate, LearnerLevel::Advanced }) {
        const OfflinePlan made = plan(requestFor(u"backend, frontend"_s, level));
        QHash<QString, QSet<QString>> behind; // all that a concept needs, if only indirectly
        forEachConcept(
            made.design.framework, [&behind](const Stage&, const Module&, const Concept& item) {
                QSet<QString> indirect;
                for (const QString& needed : item.prerequisites)
                    indirect += behind.value(needed);
                for (const QString& needed : item.prerequisites)
                    QVERIFY2(!indirect.contains(needed), qPrintable(item.id));
                behind[item.id] = indirect;
                for (const QString& needed : item.prerequisites)
                    behind[item.id].insert(needed);
            });
    }
}

void OfflinePlannerTest::aFewConceptsGetFewStages()
{
    const OfflinePlan made = plan(requestFor(u"http cookies"_s));
    QVERIFY(conceptIds(made).size() < 18);
    QCOMPARE(made.design.framework.stages.size(), 1);
    QVERIFY(brokenRules(made).contains(u"W4"_s));
    QVERIFY(allWords(made).contains("fewer stages"_L1));
    QVERIFY(!hasCriticalFinding(made.findings));
}

void OfflinePlannerTest::deadlineLeavesOutThePeriphery()
{
    LearnerRequest request = requestFor(u"Python"_s);
    request.preferences.targetDeadline = m_today.addDays(55); // 8 weeks: 80 of 101.5 hours
    const OfflinePlan made = plan(request);
    QVERIFY(made.design.framework.totalEstimatedHours <= 80.0);
    QVERIFY(made.design.framework.totalEstimatedHours > 65.0); // no more than need be
    const QStringList ids = conceptIds(made);
    QVERIFY(ids.contains(u"python.functions"_s));
    QVERIFY(std::ranges::any_of(
        ids, [this](const QString& id) { return m_library->conceptById(id)->project; }));
    QVERIFY(allWords(made).contains(u"2025-04-27"_s));
    // What was left out is named.
    const auto leftOut
        = std::ranges::find_if(m_library->subject(u"python")->topics.constLast().concepts,
            [&ids](const CurriculumConcept& item) { return !ids.contains(item.id); });
    QVERIFY(leftOut != m_library->subject(u"python")->topics.constLast().concepts.constEnd());
    QVERIFY(made.designWords.join(u'\n').contains("left out"_L1));
}

void OfflinePlannerTest::tooShortADeadlineIsSaidPlainly()
{
    LearnerRequest request = requestFor(u"Python"_s);
    request.preferences.targetDeadline = m_today; // 1 day: 1.4 hours
    const OfflinePlan made = plan(request);
    QCOMPARE(conceptIds(made).size(), 18);
    QVERIFY(brokenRules(made).contains(u"W3"_s));
    QVERIFY(!brokenRules(made).contains(u"W4"_s));
    QVERIFY(made.designWords.join(u'\n').contains("there is time for about 1.4 hours"_L1));
}

void OfflinePlannerTest::farDeadlineChangesNothing()
{
    LearnerRequest request = requestFor(u"SQL"_s);
    const QStringList withoutDeadline = conceptIds(plan(request));
    request.preferences.targetDeadline = m_today.addYears(1);
    const OfflinePlan made = plan(request);
    QCOMPARE(conceptIds(made), withoutDeadline);
    QCOMPARE(made.findings, QList<Finding>());
    QVERIFY(made.intent.timeConstraint.contains("2026-03-03"_L1));
}

void OfflinePlannerTest::weeksFollowFromHours_data()
{
    QTest::addColumn<int>("hoursPerWeek");
    for (const int hours : { 1, 2, 7, 10, 40, 168 })
        QTest::addRow("%d", hours) << hours;
}

void OfflinePlannerTest::weeksFollowFromHours()
{
    QFETCH(int, hoursPerWeek);
    LearnerRequest request = requestFor(u"git"_s);
    request.preferences.availableHoursPerWeek = hoursPerWeek;
    const OfflinePlan made = plan(request);
    const Roadmap& roadmap = made.design.framework;
    QCOMPARE(roadmap.recommendedCompletionWeeks,
        int(std::ceil(roadmap.totalEstimatedHours / hoursPerWeek)));
    QCOMPARE(made.findings, QList<Finding>());
}

void OfflinePlannerTest::answersInTheAskedLanguage_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("English goal") << u"learn git"_s << QString() << false;
    QTest::newRow("Chinese goal") << u"学习 git"_s << QString() << true;
    QTest::newRow("English goal, Chinese asked") << u"learn git"_s << u"zh-CN"_s << true;
    QTest::newRow("Chinese goal, English asked") << u"学习 git"_s << u"en"_s << false;
}

void OfflinePlannerTest::answersInTheAskedLanguage()
{
    QFETCH(QString, goal);
    QFETCH(QString, language);
    QFETCH(bool, chinese);
    LearnerRequest request = requestFor(goal, LearnerLevel::Intermediate);
    request.preferences.language = language;
    request.preferences.motivation = u"fun"_s;
    request.preferences.targetDeadline = m_today.addDays(30);
    const OfflinePlan made = plan(request);
    if (!chinese) {
        QCOMPARE(languageOfText(allTexts(made)), Language::English);
        return;
    }
    for (const QString& text : allTexts(made).split(u'\n'))
        QVERIFY2(languageOfText(text) == Language::Chinese, qPrintable(text));
}

void OfflinePlannerTest::namesModulesAndStagesOnce()
{
    for (const QString& goal :
        { u"frontend, backend"_s, u"python, statistics"_s, u"前端、后端"_s }) {
        QSet<QString> names;
        qsizetype count = 0;
        for (const Stage& stage : plan(requestFor(goal)).design.framework.stages) {
            names.insert(stage.name);
            ++count;
            for (const Module& module : stage.modules) {
                names.insert(module.name);
                ++count;
                QVERIFY(!module.description.isEmpty());
            }
        }
        QCOMPARE(names.size(), count);
    }
}

void OfflinePlannerTest::stageNamesAreShort_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("mostCharacters");
    QTest::newRow("English") << u"en"_s << 57;
    QTest::newRow("Chinese") << u"zh"_s << 22;
}

/// So that a tree and the line above it show them whole.
void OfflinePlannerTest::stageNamesAreShort()
{
    QFETCH(const QString, language);
    QFETCH(const int, mostCharacters);
    for (const QString& goal :
        { u"git"_s, u"Python"_s, u"SQL"_s, u"统计学"_s, u"后端"_s, u"前端"_s }) {
        LearnerRequest request = requestFor(goal);
        request.preferences.language = language;
        for (const Stage& stage : plan(request).design.framework.stages)
            QVERIFY2(stage.name.size() <= mostCharacters, qPrintable(stage.name));
    }
}

void OfflinePlannerTest::mixedGoalsAreTaughtOneThingAfterAnother_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("mostSwitches");
    QTest::newRow("web with Python") << u"学习 Python Web 开发"_s << u"web.how-it-works"_s << 10;
    QTest::newRow("web and data") << u"Learn Python web development and data analysis"_s
                                  << u"python.first-program"_s << 16;
    QTest::newRow("both ends of the web") << u"web development"_s << u"web.how-it-works"_s << 12;
}

/// What a plan needs of several subjects is taught subject by subject as far as the rules allow,
/// and at least half of the modules are named after one topic.
void OfflinePlannerTest::mixedGoalsAreTaughtOneThingAfterAnother()
{
    QFETCH(const QString, goal);
    QFETCH(const QString, first);
    QFETCH(const int, mostSwitches);
    const Roadmap roadmap = plan(requestFor(goal)).design.framework;
    QCOMPARE(roadmap.stages.constFirst().modules.constFirst().concepts.constFirst().id, first);
    QList<qsizetype> subjects;
    forEachConcept(roadmap, [&](const Stage&, const Module&, const Concept& item) {
        const auto subject = m_library->placeOf(m_library->numberOf(item.id)).subject;
        if (subjects.isEmpty() || subjects.constLast() != subject)
            subjects.append(subject);
    });
    QVERIFY2(subjects.size() - 1 <= mostSwitches, qPrintable(QString::number(subjects.size() - 1)));
    int modules = 0;
    int joined = 0;
    for (const Stage& stage : roadmap.stages) {
        for (const Module& module : stage.modules) {
            ++modules;
            joined += module.name.contains(u" · ") ? 1 : 0;
        }
    }
    QVERIFY2(2 * joined <= modules, qPrintable(u"%1 of %2"_s.arg(joined).arg(modules)));
}

void OfflinePlannerTest::tellsWhereANameEnds_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("words");
    QTest::newRow("English") << u"web backend"_s
                             << u"“Git and the shell” and “Web front end” it takes only"_s;
    QTest::newRow("Chinese") << u"后端"_s << u"“Git 与命令行”、“Web 前端开发”，只选取"_s;
}

void OfflinePlannerTest::tellsWhereANameEnds()
{
    QFETCH(const QString, goal);
    QFETCH(const QString, words);
    const QString said = plan(requestFor(goal)).designWords.join(u'\n');
    QVERIFY2(said.contains(words), qPrintable(said));
}

void OfflinePlannerTest::technologiesAppearInTheRoadmap()
{
    const OfflinePlan made = plan(requestFor(u"backend with FastAPI and Docker"_s));
    QCOMPARE(made.intent.keyTechnologies.value(0), u"FastAPI"_s); // the goal names it
    QVERIFY(made.intent.keyTechnologies.size() <= 8);
    const OfflinePlan sql = plan(requestFor(u"SQL joins"_s));
    QVERIFY(!sql.intent.keyTechnologies.contains(u"EXPLAIN"_s)); // taught elsewhere only
}

void OfflinePlannerTest::saysWhatIsNotCoveredAndWhereTheLearnerComesFrom()
{
    const OfflinePlan made = plan(requestFor(u"from Java to Python and Rust"_s));
    const QString words = made.intentWords.join(u'\n');
    QVERIFY(words.contains("nothing on Rust"_L1));
    QVERIFY(words.contains("Java is taken as what you bring along"_L1));
    QVERIFY(words.contains("no language model is speaking"_L1));
}

void OfflinePlannerTest::tellsNamesFromFields()
{
    const QString words = plan(requestFor(u"Python and web development"_s)).intentWords.join(u'\n');
    QVERIFY(words.contains("The goal matches Python programming."_L1));
    QVERIFY(words.contains(
        u"“web development” names a field; what the built-in courses have for it is Web back end with Python."_s));
}

void OfflinePlannerTest::refusesWithTheNearestSubjects()
{
    const Result<OfflinePlan> refused
        = m_planner->plan(requestFor(u"Java web development"_s), m_today);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::NotCovered);
    QVERIFY(refused.error().message.contains("Web back end with Python, Web front end"_L1));
    QVERIFY(refused.error().message.contains("Nearest to it are: "_L1));
    QVERIFY(!refused.error().message.contains("Statistics"_L1));
    // The window shows it as well: how an option is spelt is the terminal's to say.
    QVERIFY(!refused.error().message.contains("--"_L1));
}

void OfflinePlannerTest::refusesWithAllSubjectsWhenNoneIsNear()
{
    const Result<OfflinePlan> refused = m_planner->plan(requestFor(u"学钢琴"_s), m_today);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.contains("They cover: "_L1));
    QCOMPARE(refused.error().kind, ErrorKind::NotCovered);
    for (const Curriculum& subject : m_library->subjects())
        QVERIFY2(refused.error().message.contains(subject.name.english), qPrintable(subject.id));
}

void OfflinePlannerTest::tooManySubjectsAreCutToOneRoadmap()
{
    const OfflinePlan made = plan(requestFor(u"git, python, sql, statistics, backend, frontend"_s));
    QCOMPARE(conceptIds(made).size(), mostPlanConcepts);
    QCOMPARE(made.findings, QList<Finding>());
    QVERIFY(made.designWords.join(u'\n').contains("wider than one roadmap"_L1));
}

void OfflinePlannerTest::repeatsWhatIsKnownWhenNothingIsNew()
{
    Curriculum subject;
    subject.id = u"tea"_s;
    subject.name = { u"Tea"_s, u"茶"_s };
    subject.names = { u"tea"_s };
    subject.topics = { { .id = u"tea-first"_s,
        .name = { u"Tea"_s, u"茶"_s },
        .description = { u"Tea."_s, u"茶。"_s },
        .concepts = { conceptWith(u"tea.water"_s, LearnerLevel::Beginner, 2.0) } } };
    const Result<CurriculumLibrary> library = CurriculumLibrary::fromSubjects({ subject });
    QVERIFY(library.ok());
    const Result<OfflinePlan> made
        = OfflinePlanner(library.value())
              .plan(requestFor(u"tea"_s, LearnerLevel::Advanced), m_today);
    QVERIFY(made.ok());
    QCOMPARE(conceptIds(made.value()), QStringList { u"tea.water"_s });
    QVERIFY(allWords(made.value()).contains("nothing new"_L1));
    QVERIFY(!hasCriticalFinding(made.value().findings));
}

/// A harder prerequisite, two topics that need parts of each other, a topic of 60 long concepts:
/// the order still holds.
void OfflinePlannerTest::survivesCurriculaThatBreakTheRules()
{
    Curriculum subject;
    subject.id = u"tea"_s;
    subject.names = { u"tea"_s };
    for (const QString& topic : { u"green"_s, u"black"_s }) {
        CurriculumTopic made {
            .id = topic, .name = { topic, topic }, .description = {}, .concepts = {}
        };
        for (int i = 0; i < 60; ++i) {
            CurriculumConcept item = conceptWith(
                u"%1.%2"_s.arg(topic).arg(i), LearnerLevel::Beginner, i % 7 == 0 ? 100.0 : 0.5);
            item.difficulty = i % 5 == 0 ? Difficulty::Hard : Difficulty::Easy;
            if (i > 0)
                item.prerequisites.append(
                    u"%1.%2"_s.arg(topic == "green"_L1 ? u"black"_s : u"green"_s).arg(i - 1));
            made.concepts.append(item);
        }
        subject.topics.append(made);
    }
    const Result<CurriculumLibrary> library = CurriculumLibrary::fromSubjects({ subject });
    QVERIFY(library.ok());
    const Result<OfflinePlan> made
        = OfflinePlanner(library.value()).plan(requestFor(u"tea"_s), m_today);
    QVERIFY(made.ok());
    QVERIFY(!hasCriticalFinding(made.value().findings));
    QVERIFY(!brokenRules(made.value()).contains(u"W8"_s));
    QCOMPARE(conceptIds(made.value()).size(), mostPlanConcepts);
}

QTEST_GUILESS_MAIN(OfflinePlannerTest)
#include "OfflinePlannerTest.moc"
