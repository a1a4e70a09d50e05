// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "RunWindow.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/GoalForm.h"
#include "ui/start/StartPage.h"
#include "ui/start/WishOffer.h"

#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// What the window does with the wish of another start of the program.
class AnotherStartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itsWishBeginsAtOnce();
    void itsWishWaitsForTheRun();
    void itsWishLeavesWhatIsTyped_data();
    void itsWishLeavesWhatIsTyped();
    void itsWishIsAnnounced();
    void itsWishSelectsNoWordsOfTheLearner();
    void allOfItsWishIsBrought();
    void itsTokenIsLeftToNobody();

private:
    TestSettings m_settings;
};

void AnotherStartTest::itsWishBeginsAtOnce()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    LearnerRequest other = wish();
    other.preferences.learningGoal = u"SQL"_s;
    other.preferences.availableHoursPerWeek = 3;
    other.preferences.motivation = u"A new job"_s;
    window.takeWish(other);
    QCOMPARE(source.requests().size(), 1);
    const LearningPreferences& asked = source.requests().first().preferences;
    QCOMPARE(asked.learningGoal, u"SQL"_s);
    QCOMPARE(asked.availableHoursPerWeek, 3);
    QCOMPARE(asked.motivation, u"A new job"_s);
}

void AnotherStartTest::itsWishWaitsForTheRun()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    LearnerRequest other = wish();
    other.preferences.learningGoal = u"SQL"_s;
    window.takeWish(other);
    QCOMPARE(source.requests().size(), 1);
    QCOMPARE(source.cancelled(), 0);
    QVERIFY(window.findChild<StartPage*>()->isVisible());
    QCOMPARE(window.findChild<GoalEdit*>()->toPlainText(), u"SQL"_s);
}

void AnotherStartTest::itsWishLeavesWhatIsTyped_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("goal");
    QTest::newRow("taken") << u"Use it"_s << u"SQL"_s;
    QTest::newRow("not taken") << u"Keep mine"_s << u"Half a th"_s;
}

void AnotherStartTest::itsWishLeavesWhatIsTyped()
{
    QFETCH(const QString, answer);
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), LearnerRequest());
    window.show();
    auto* const goal = window.findChild<GoalEdit*>();
    goal->setPlainText(u"Half a th"_s);
    LearnerRequest other = wish();
    other.preferences.learningGoal = u"SQL"_s;
    window.takeWish(other);
    QVERIFY(source.requests().isEmpty());
    QCOMPARE(goal->toPlainText(), u"Half a th"_s);
    QVERIFY(!goal->textCursor().hasSelection()); // a key would wipe it
    auto* const offer = window.findChild<WishOffer*>();
    QVERIFY(shows(*offer, u"SQL"_s));
    button(*offer, answer).click();
    QVERIFY(!offer->isVisible());
    QTEST(goal->toPlainText(), "goal");
    // An empty field, or words that a run was started with, are nobody's loss.
    window.start();
    press(window, Qt::CTRL | Qt::Key_N);
    source.emitEvent(doneWith(sampleDesign()));
    window.takeWish(other);
    QCOMPARE(source.requests().size(), 2);
    press(window, Qt::CTRL | Qt::Key_N);
    source.emitEvent(doneWith(sampleDesign()));
    goal->clear();
    window.takeWish(other);
    QCOMPARE(source.requests().size(), 3);
}

void AnotherStartTest::itsWishIsAnnounced()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), LearnerRequest());
    window.show();
    window.findChild<GoalEdit*>()->setPlainText(u"Half a th"_s);
    LearnerRequest other = wish();
    other.preferences.learningGoal = u"SQL"_s;
    window.takeWish(other);
    QVERIFY(announces(*window.findChild<WishOffer*>(), u"Another start asked for: SQL"_s));
}

void AnotherStartTest::itsWishSelectsNoWordsOfTheLearner()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    window.start();
    press(window, Qt::CTRL | Qt::Key_N); // all is selected
    auto* const goal = window.findChild<GoalEdit*>();
    window.findChild<GoalForm*>()->findChild<QSpinBox*>()->setValue(
        3); // the learner wants less of it
    button(window, u"Back to the run"_s).click();
    QVERIFY(!goal->isVisible());
    LearnerRequest other = wish();
    other.preferences.learningGoal = u"SQL"_s;
    window.takeWish(other);
    QVERIFY(window.findChild<WishOffer*>()->isVisible());
    QVERIFY(!goal->textCursor().hasSelection());
    QVERIFY(goal->hasFocus());
    QCOMPARE(goal->toPlainText(), wish().preferences.learningGoal);
}

void AnotherStartTest::allOfItsWishIsBrought()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.show();
    LearnerRequest other = wish();
    other.sessionId = u"another"_s;
    other.additionalContext = u"I have a notebook."_s;
    other.extras["colour"] = "blue";
    LearningPreferences& preferences = other.preferences;
    preferences.learningGoal = u"SQL"_s;
    preferences.currentLevel = LearnerLevel::Advanced;
    preferences.careerBackground = u"Cook"_s;
    preferences.contentPreference = { ContentPreference::Video };
    preferences.targetDeadline = QDate::currentDate().addDays(90);
    preferences.language = u"zh"_s;
    preferences.extras["pace"] = "slow";
    window.takeWish(other);
    QCOMPARE(source.requests().size(), 1);
    LearnerRequest asked = source.requests().first();
    asked.sessionId = other.sessionId; // each run has its own
    QCOMPARE(asked, other);
}

void AnotherStartTest::itsTokenIsLeftToNobody()
{
    ScriptedSource source;
    MainWindow window(source, m_settings.all(), wish());
    window.comeForward("token");
    QVERIFY(window.isVisible());
    QVERIFY(!qEnvironmentVariableIsSet("XDG_ACTIVATION_TOKEN"));
}

QTEST_MAIN(AnotherStartTest)

#include "AnotherStartTest.moc"
