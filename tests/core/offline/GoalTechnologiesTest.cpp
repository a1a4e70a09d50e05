// SPDX-License-Identifier: Apache-2.0
#include "core/offline/GoalTechnologies.h"

#include "core/offline/OfflinePlanner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// Which technologies a goal brings to the front of a plan of the built-in courses.
class GoalTechnologiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
        QVERIFY(library.ok());
        m_library = std::move(library).value();
        m_planner.emplace(*m_library);
    }

    void takesCapitalsAsWritten();
    void ordinaryWordsAreNoTechnologies_data();
    void ordinaryWordsAreNoTechnologies();

private:
    std::optional<CurriculumLibrary> m_library;
    std::optional<OfflinePlanner> m_planner;
};

void GoalTechnologiesTest::takesCapitalsAsWritten()
{
    const GoalTechnologies path(*m_library, u"a career path with ssh and flask"_s);
    QVERIFY(!path.contains(u"PATH"_s));
    QVERIFY(path.contains(u"SSH"_s)); // an alias
    QVERIFY(path.contains(u"Flask"_s)); // not in capitals
    const GoalTechnologies written(*m_library, u"ＰＡＴＨ in Bash"_s);
    QVERIFY(written.contains(u"PATH"_s));
    QVERIFY(!written.contains(u"IN"_s));
}

void GoalTechnologiesTest::ordinaryWordsAreNoTechnologies_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QStringList>("technologies");
    QTest::addColumn<QStringList>("ordinary");
    const auto row
        = [](const QString& goal, const QStringList& technologies, const QStringList& ordinary) {
              QTest::addRow("%s", qPrintable(goal)) << goal << technologies << ordinary;
          };
    row(u"I work in marketing and want to build websites with Python"_s, { u"Python"_s },
        { u"IN"_s });
    row(u"I like reading and SQL"_s, {}, { u"LIKE"_s });
    row(u"Learn SQL on my own from zero, with an hour when I count on it"_s, {},
        { u"ON"_s, u"FROM"_s, u"WITH"_s, u"WHEN"_s, u"COUNT"_s });
    row(u"Check where to begin with SQL, or explain and update what exists"_s, {},
        { u"CHECK"_s, u"BEGIN"_s, u"EXPLAIN"_s, u"EXISTS"_s });
    row(u"statistics to describe my town"_s, {}, { u"describe"_s });
    row(u"websites with Python for the rest of us"_s, { u"Python"_s }, { u"REST"_s });
    row(u"In Oracle: SQL, On call, Like it"_s, {}, { u"IN"_s, u"ON"_s, u"LIKE"_s });
    row(u"I WORK IN A BANK AND LIKE SQL ON MY OWN"_s, {}, { u"IN"_s, u"ON"_s, u"LIKE"_s });
    // Written as people write SQL, or names of something whatever the case.
    row(u"SQL with IN and LIKE"_s, { u"IN"_s, u"LIKE"_s }, { u"WITH"_s });
    row(u"学习 SQL 的 IN 和 LIKE"_s, { u"IN"_s, u"LIKE"_s }, {});
    row(u"learn html, css and json"_s, { u"HTML"_s, u"CSS"_s, u"JSON"_s }, {});
    row(u"a REST service in Python, web back end"_s, { u"REST"_s }, {});
    row(u"sql group by"_s, { u"GROUP BY"_s }, {});
}

void GoalTechnologiesTest::ordinaryWordsAreNoTechnologies()
{
    QFETCH(const QString, goal);
    QFETCH(const QStringList, technologies);
    QFETCH(const QStringList, ordinary);
    LearnerRequest request;
    request.preferences.learningGoal = goal;
    const Result<OfflinePlan> made = m_planner->plan(request, QDate(2025, 3, 3));
    QVERIFY(made.ok());
    const QStringList chosen = made.value().intent.keyTechnologies;
    const QByteArray found = chosen.join(u", ").toUtf8();
    for (const QString& technology : technologies)
        QVERIFY2(chosen.contains(technology), found.constData());
    for (const QString& word : ordinary)
        QVERIFY2(!chosen.contains(word), found.constData());
}

QTEST_GUILESS_MAIN(GoalTechnologiesTest)
#include "GoalTechnologiesTest.moc"
