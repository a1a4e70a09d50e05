// SPDX-License-Identifier: Apache-2.0
#include "core/offline/GoalMatcher.h"
#include "ui/start/StartPage.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace roadloom {

/// The wishes of the start page and the built-in courses, which know nothing of each other.
class ExampleGoalsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachIsAboutOneSubjectOfItsOwn_data();
    void eachIsAboutOneSubjectOfItsOwn();
};

void ExampleGoalsTest::eachIsAboutOneSubjectOfItsOwn_data()
{
    QTest::addColumn<QString>("translation");
    QTest::newRow("English") << QString();
    QTest::newRow("Chinese") << u"roadloom_zh_CN.qm"_s;
}

void ExampleGoalsTest::eachIsAboutOneSubjectOfItsOwn()
{
    QFETCH(const QString, translation);
    QTranslator translator;
    if (!translation.isEmpty()) {
        QVERIFY(translator.load(QStringLiteral(ROADLOOM_TRANSLATIONS "/") + translation));
        QVERIFY(QCoreApplication::installTranslator(&translator));
    }
    const Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
    QVERIFY(library.ok());
    const GoalMatcher matcher(library.value());
    QSet<int> subjects;
    const QStringList goals = StartPage::exampleGoals();
    for (const QString& goal : goals) {
        const GoalMatch match = matcher.match(goal);
        QVERIFY2(match.subjects.size() == 1, qPrintable(goal));
        QVERIFY2(match.concepts.isEmpty() && match.notCovered.isEmpty(), qPrintable(goal));
        subjects.insert(match.subjects.constFirst());
    }
    QCOMPARE(subjects.size(), goals.size());
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ExampleGoalsTest)
#include "ExampleGoalsTest.moc"
