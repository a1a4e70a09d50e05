// SPDX-License-Identifier: Apache-2.0
#include "ui/start/GoalForm.h"
#include "ui/start/AboutYou.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/StartPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

GoalEdit& goalOf(const QWidget& form)
{
    return *form.findChild<GoalEdit*>();
}

bool shows(const QWidget& form, const QString& text)
{
    const auto labels = form.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return !label->isHidden() && label->text().contains(text);
    });
}

LearnerRequest submittedBy(const QSignalSpy& spy)
{
    return spy.at(0).at(0).value<LearnerRequest>();
}

} // namespace

class GoalFormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The offscreen platform says this whenever a window is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void defaultsAreThoseOfARequest()
    {
        const GoalForm form { LearnerRequest() };
        QCOMPARE(form.request(), LearnerRequest());
        QCOMPARE(form.findChild<AboutYou*>(), nullptr);
    }

    void whatItHasNoFieldForIsPassedOn()
    {
        LearnerRequest defaults;
        defaults.userId = u"user"_s;
        defaults.preferences.language = u"zh"_s;
        defaults.additionalContext = u"more"_s;
        const GoalForm form(defaults);
        QCOMPARE(form.request(), defaults);
    }

    void showsWhatTheCommandLineGave()
    {
        LearnerRequest defaults;
        defaults.preferences.learningGoal = u"学习 Python"_s;
        defaults.preferences.availableHoursPerWeek = 7;
        defaults.preferences.currentLevel = LearnerLevel::Advanced;
        defaults.preferences.motivation = u"fun"_s;
        defaults.preferences.targetDeadline = QDate::currentDate().addDays(30);
        defaults.preferences.contentPreference = { ContentPreference::Video };
        const GoalForm form(defaults);
        QCOMPARE(form.request(), defaults);
        QVERIFY(form.findChild<AboutYou*>() != nullptr);
    }

    void enterStarts()
    {
        GoalForm form { LearnerRequest() };
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        QTest::keyClicks(&goalOf(form), u"SQL"_s);
        QTest::keyClick(&goalOf(form), Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(submittedBy(submitted).preferences.learningGoal, u"SQL"_s);
    }

    void shiftEnterBeginsANewLine()
    {
        GoalForm form { LearnerRequest() };
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        QTest::keyClicks(&goalOf(form), u"a"_s);
        QTest::keyClick(&goalOf(form), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&goalOf(form), u"b"_s);
        QCOMPARE(submitted.count(), 0);
        QCOMPARE(form.request().preferences.learningGoal, u"a\nb"_s);
    }

    void enterWhileComposingBelongsToTheInputMethod()
    {
        GoalForm form { LearnerRequest() };
        form.setGoal(u"学习 "_s);
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        QInputMethodEvent compose(u"pai"_s, {});
        QCoreApplication::sendEvent(&goalOf(form), &compose);
        QTest::keyClick(&goalOf(form), Qt::Key_Return);
        QCOMPARE(submitted.count(), 0);

        QInputMethodEvent commit;
        commit.setCommitString(u"Python"_s);
        QCoreApplication::sendEvent(&goalOf(form), &commit);
        QTest::keyClick(&goalOf(form), Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(submittedBy(submitted).preferences.learningGoal, u"学习 Python"_s);
    }

    void tabLeavesTheGoal()
    {
        GoalForm form { LearnerRequest() };
        QTest::keyClick(&goalOf(form), Qt::Key_Tab);
        QCOMPARE(goalOf(form).toPlainText(), QString());
    }

    void aMissingGoalIsSaidBesideIt()
    {
        GoalForm form { LearnerRequest() };
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        form.submit();
        QCOMPARE(submitted.count(), 0);
        const QString sentence = findRequestError({}, QDate::currentDate())->message;
        QVERIFY(shows(form, sentence));
        form.setGoal(u"x"_s);
        QVERIFY(!shows(form, sentence));
    }

    void aTooLongMotivationOpensItsField()
    {
        LearnerRequest defaults;
        defaults.preferences.learningGoal = u"x"_s;
        GoalForm form(defaults);
        form.findChild<QToolButton*>()->setChecked(true);
        form.findChild<AboutYou*>()->findChild<QLineEdit*>()->setText(
            QString(requestLimits::otherTextCharacters + 1, u'x'));
        form.findChild<QToolButton*>()->setChecked(false);
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        form.submit();
        QCOMPARE(submitted.count(), 0);
        QVERIFY(!form.findChild<AboutYou*>()->isHidden());
        QVERIFY(shows(*form.findChild<AboutYou*>(), findRequestError(form.request(), {})->message));
    }

    void aDeadlineThatPassedIsSaidBesideIt()
    {
        LearnerRequest defaults;
        defaults.preferences.learningGoal = u"x"_s;
        defaults.preferences.targetDeadline = QDate::currentDate().addDays(-1);
        GoalForm form(defaults);
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        form.submit();
        QCOMPARE(submitted.count(), 0);
        QVERIFY(shows(*form.findChild<AboutYou*>(),
            findRequestError(defaults, QDate::currentDate())->message));
    }

    void deadlineIsOptional()
    {
        GoalForm form { LearnerRequest() };
        form.findChild<QToolButton*>()->setChecked(true);
        auto* const date = form.findChild<QDateEdit*>();
        QVERIFY(!date->isEnabled());
        QCOMPARE(date->minimumDate(), QDate::currentDate());
        QVERIFY(!form.request().preferences.targetDeadline);
        const auto boxes = form.findChildren<QCheckBox*>();
        boxes.constLast()->setChecked(true);
        QVERIFY(date->isEnabled());
        QCOMPARE(form.request().preferences.targetDeadline, std::optional(date->date()));
    }

    void hoursAndLevelAreTaken()
    {
        GoalForm form { LearnerRequest() };
        auto* const hours = form.findChild<QSpinBox*>();
        QCOMPARE(hours->minimum(), 1);
        QCOMPARE(hours->maximum(), 168);
        hours->setValue(20);
        form.findChild<QComboBox*>()->setCurrentIndex(1);
        QCOMPARE(form.request().preferences.availableHoursPerWeek, 20);
        QCOMPARE(form.request().preferences.currentLevel, LearnerLevel::Intermediate);
    }

    void anExampleFillsTheGoal()
    {
        StartPage page { LearnerRequest() };
        const auto buttons = page.findChildren<QPushButton*>();
        const auto example
            = std::ranges::find(buttons, u"SQL for data analysis"_s, &QPushButton::text);
        QVERIFY(example != buttons.end());
        (*example)->click();
        QCOMPARE(page.form().request().preferences.learningGoal, u"SQL for data analysis"_s);
    }

    void saysWhoAnswers()
    {
        StartPage page { LearnerRequest() };
        page.setSourceTitle(u"Built-in library, no model"_s);
        QVERIFY(shows(page, u"Built-in library, no model"_s));
    }
};

QTEST_MAIN(GoalFormTest)
#include "GoalFormTest.moc"
