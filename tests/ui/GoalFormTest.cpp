// SPDX-License-Identifier: Apache-2.0
#include "ui/start/GoalForm.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"
#include "ui/start/AboutYou.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/StartPage.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGroupBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace roadloom;

Q_DECLARE_METATYPE(QString LearningPreferences::*)

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

/// The edit of one of the texts; "more about you" is open.
QWidget& editOf(const QWidget& form, QString LearningPreferences::*field)
{
    if (field == &LearningPreferences::learningGoal)
        return goalOf(form);
    const auto lines = form.findChild<AboutYou*>()->findChildren<QLineEdit*>();
    return *lines.at(field == &LearningPreferences::motivation ? 0 : 1);
}

QWidget* fieldOf(const QWidget& form, const QByteArray& name)
{
    if (name == "goal")
        return &goalOf(form);
    if (name == "deadline")
        return form.findChild<QDateEdit*>();
    return &editOf(form,
        name == "motivation" ? &LearningPreferences::motivation
                             : &LearningPreferences::careerBackground);
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

    /// And asks for what was asked for before, where they choose none.
    void noWayOfLearningIsChosenForThem()
    {
        LearnerRequest defaults;
        defaults.preferences.motivation = u"fun"_s; // or it would be folded
        GoalForm form(defaults);
        const QList<QCheckBox*> boxes
            = form.findChild<AboutYou*>()->findChild<QGroupBox*>()->findChildren<QCheckBox*>();
        QVERIFY(std::ranges::none_of(boxes, &QCheckBox::isChecked));
        QCOMPARE(form.request(), defaults);
        boxes.first()->setChecked(true);
        QCOMPARE(form.request().preferences.contentPreference, QList { ContentPreference::Text });
        boxes.first()->setChecked(false);
        QCOMPARE(form.request(), defaults);
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

    void aLearnerWhoWritesSeveralLinesSendsThemWithCtrl()
    {
        GoalForm form { LearnerRequest() };
        form.setSendKey(SendKey::ControlEnter);
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        QTest::keyClicks(&goalOf(form), u"a"_s);
        QTest::keyClick(&goalOf(form), Qt::Key_Return);
        QTest::keyClicks(&goalOf(form), u"b"_s);
        QCOMPARE(submitted.count(), 0);
        QInputMethodEvent compose(u"pai"_s, {});
        QCoreApplication::sendEvent(&goalOf(form), &compose);
        for (const auto modifier : { Qt::NoModifier, Qt::ControlModifier })
            QTest::keyClick(&goalOf(form), Qt::Key_Return, modifier);
        QCOMPARE(submitted.count(), 0);
        QInputMethodEvent commit;
        commit.setCommitString(u"c"_s);
        QCoreApplication::sendEvent(&goalOf(form), &commit);
        QTest::keyClick(&goalOf(form), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(submittedBy(submitted).preferences.learningGoal, u"a\nbc"_s);
    }

    void theFormSaysWhichKeySends()
    {
        GoalForm form { LearnerRequest() };
        const auto says = [&form](const QString& sentence) {
            return std::ranges::any_of(form.findChildren<TextLabel*>(),
                [&sentence](const TextLabel* label) { return label->text() == sentence; });
        };
        QVERIFY(says(u"Enter starts, Shift+Enter begins a new line."_s));
        form.setSendKey(SendKey::ControlEnter);
        QVERIFY(says(u"Ctrl+Enter starts, Enter begins a new line."_s));
    }

    void enterWhileComposingBelongsToTheInputMethod_data()
    {
        QTest::addColumn<QString LearningPreferences::*>("field");
        QTest::newRow("goal") << &LearningPreferences::learningGoal;
        QTest::newRow("motivation") << &LearningPreferences::motivation;
        QTest::newRow("background") << &LearningPreferences::careerBackground;
    }
    void enterWhileComposingBelongsToTheInputMethod()
    {
        QFETCH(QString LearningPreferences::*, field);
        LearnerRequest defaults;
        defaults.preferences.learningGoal = u"x"_s;
        defaults.preferences.*field = u"学习 "_s;
        GoalForm form(defaults);
        form.findChild<FoldButton*>()->setChecked(true);
        QWidget& edit = editOf(form, field);
        QTest::keyClick(&edit, Qt::Key_End);
        const QSignalSpy submitted(&form, &GoalForm::submitted);
        QInputMethodEvent compose(u"pai"_s, {});
        QCoreApplication::sendEvent(&edit, &compose);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(submitted.count(), 0);

        QInputMethodEvent commit;
        commit.setCommitString(u"Python"_s);
        QCoreApplication::sendEvent(&edit, &commit);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(submitted.count(), 1);
        QCOMPARE(submittedBy(submitted).preferences.*field, u"学习 Python"_s);
    }

    void tabLeavesTheGoal()
    {
        GoalForm form { LearnerRequest() };
        QTest::keyClick(&goalOf(form), Qt::Key_Tab);
        QCOMPARE(goalOf(form).toPlainText(), QString());
    }

    void tabGoesFromTopToBottom_data()
    {
        QTest::addColumn<bool>("openedAtOnce");
        QTest::newRow("more opened at once") << true;
        QTest::newRow("more opened later") << false;
    }
    void tabGoesFromTopToBottom()
    {
        QFETCH(const bool, openedAtOnce);
        LearnerRequest defaults;
        if (openedAtOnce)
            defaults.preferences.motivation = u"fun"_s;
        StartPage page(defaults);
        page.resize(900, 1000);
        page.show();
        page.form().findChild<FoldButton*>()->setChecked(true);
        const auto boxes = page.findChildren<QCheckBox*>();
        boxes.constLast()->setChecked(true); // the deadline

        QWidgetList expected
            = { &goalOf(page), page.findChild<QSpinBox*>(), page.findChild<QComboBox*>(),
                  page.findChild<FoldButton*>(), &editOf(page, &LearningPreferences::motivation),
                  &editOf(page, &LearningPreferences::careerBackground) };
        for (QCheckBox* const box : boxes)
            expected.append(box);
        expected.append(page.findChild<QDateEdit*>());
        expected.append(page.form().findChild<QPushButton*>());

        goalOf(page).setFocus();
        QWidgetList visited;
        while (visited.size() < expected.size()) {
            QWidget* const field = page.focusWidget();
            visited.append(field);
            for (int part = 0; part < 3 && page.focusWidget() == field; ++part) // of a date
                QTest::keyClick(field, Qt::Key_Tab);
        }
        QCOMPARE(visited, expected);
        const auto isBefore = [&page](const QWidget* one, const QWidget* other) {
            const QPoint a = one->mapTo(&page, one->rect().center());
            const QPoint b = other->mapTo(&page, other->rect().center());
            const bool isOneLine = std::abs(a.y() - b.y()) < 10; // whatever their heights
            return isOneLine ? a.x() < b.x() : a.y() < b.y();
        };
        QVERIFY(std::ranges::is_sorted(visited, isBefore));
    }

    void theWaysOfLearningAreAGroupWithAName()
    {
        GoalForm form { LearnerRequest() };
        form.findChild<FoldButton*>()->setChecked(true);
        QAccessibleInterface* const way
            = QAccessible::queryAccessibleInterface(form.findChildren<QCheckBox*>().constFirst());
        QCOMPARE(way->parent()->role(), QAccessible::Grouping);
        QCOMPARE(way->parent()->text(QAccessible::Name),
            u"How do you like to learn? Tick what you prefer, or nothing."_s);
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
        form.findChild<FoldButton*>()->setChecked(true);
        form.findChild<AboutYou*>()->findChild<QLineEdit*>()->setText(
            QString(requestLimits::otherTextCharacters + 1, u'x'));
        form.findChild<FoldButton*>()->setChecked(false);
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

    void theFirstWrongFieldSaysWhyAndHasFocus_data()
    {
        QTest::addColumn<LearnerRequest>("request");
        QTest::addColumn<QByteArray>("field");
        const QString tooLong(requestLimits::otherTextCharacters + 1, u'x');
        LearnerRequest request;
        request.preferences.motivation = tooLong;
        request.preferences.careerBackground = tooLong;
        QTest::newRow("goal") << request << "goal"_ba;
        request.preferences.learningGoal = u"x"_s;
        QTest::newRow("motivation") << request << "motivation"_ba;
        request.preferences.motivation.clear();
        request.preferences.targetDeadline = QDate::currentDate().addDays(-1);
        QTest::newRow("background") << request << "background"_ba;
        request.preferences.careerBackground.clear();
        QTest::newRow("deadline") << request << "deadline"_ba;
    }
    void theFirstWrongFieldSaysWhyAndHasFocus()
    {
        QFETCH(const LearnerRequest, request);
        QFETCH(const QByteArray, field);
        StartPage page(request);
        page.resize(500, 200);
        page.show();
        page.form().findChild<FoldButton*>()->setChecked(false);
        page.form().submit();
        QWidget* const wrong = fieldOf(page, field);
        QCOMPARE(page.focusWidget(), wrong);
        QTRY_VERIFY(!wrong->visibleRegion().isEmpty());
        QVERIFY(!wrong->accessibleDescription().isEmpty());
        QVERIFY(shows(page, wrong->accessibleDescription()));
    }

    void whatIsPutRightIsNoLongerSaidToBeWrong()
    {
        LearnerRequest defaults;
        defaults.preferences.motivation = QString(requestLimits::otherTextCharacters + 1, u'x');
        defaults.preferences.careerBackground = defaults.preferences.motivation;
        defaults.preferences.targetDeadline = QDate::currentDate().addDays(-1);
        GoalForm form(defaults);
        form.submit();
        for (const QByteArray& name :
            { "goal"_ba, "motivation"_ba, "background"_ba, "deadline"_ba }) {
            QWidget* const field = fieldOf(form, name);
            const QString wrong = field->accessibleDescription();
            QVERIFY(!wrong.isEmpty());
            QTest::keyClick(field, name == "deadline" ? Qt::Key_Up : Qt::Key_A);
            QVERIFY2(field->accessibleDescription().isEmpty(), name.constData());
        }
        for (const TextLabel* const label : form.findChildren<TextLabel*>())
            QVERIFY(label->isHidden() || label->text().startsWith(u"Enter starts"_s));
    }

    void deadlineIsOptional()
    {
        GoalForm form { LearnerRequest() };
        form.findChild<FoldButton*>()->setChecked(true);
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
            = std::ranges::find(buttons, u"Query databases with SQL"_s, &QPushButton::text);
        QVERIFY(example != buttons.end());
        (*example)->click();
        QCOMPARE(page.form().request().preferences.learningGoal, u"Query databases with SQL"_s);
    }

    /// In a Chinese font an average character is twice as wide as a letter.
    void isAsWideInEveryFont_data()
    {
        QTest::addColumn<QString>("family");
        QTest::newRow("Latin") << u"DejaVu Sans"_s;
        QTest::newRow("Chinese") << u"Noto Sans CJK SC"_s;
    }
    void isAsWideInEveryFont()
    {
        QFETCH(const QString, family);
        StartPage page { LearnerRequest() };
        QFont font(family);
        font.setPixelSize(13);
        page.setFont(font);
        page.resize(2000, 800);
        page.show();
        QVERIFY2(page.form().width() > 550 && page.form().width() < 850,
            qPrintable(QString::number(page.form().width())));
    }

    void saysWhoAnswers()
    {
        StartPage page { LearnerRequest() };
        page.setAnswerer({ .title = u"Built-in courses, no model"_s, .isBuiltIn = true });
        QVERIFY(shows(page, u"Built-in courses, no model"_s));
    }

    void saysBeforehandWhatDoesNotCount()
    {
        GoalForm form { LearnerRequest() };
        form.show();
        form.setBuiltIn(true);
        form.findChild<FoldButton*>()->setChecked(true);
        QVERIFY(shows(form, u"The built-in courses use only the date below."_s));
        form.setBuiltIn(false);
        QVERIFY(!shows(form, u"The built-in courses"_s));
    }
};

QTEST_MAIN(GoalFormTest)
#include "GoalFormTest.moc"
