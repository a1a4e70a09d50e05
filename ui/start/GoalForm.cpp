// SPDX-License-Identifier: Apache-2.0
#include "ui/start/GoalForm.h"

#include "core/storage/Policy.h"
#include "ui/look/Accents.h"
#include "ui/look/Choices.h"
#include "ui/look/FieldError.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/FoldButton.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"
#include "ui/start/AboutYou.h"
#include "ui/start/GoalEdit.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QSpinBox>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// A request with nothing wrong, to try one field of another request in.
LearnerRequest faultless()
{
    LearnerRequest request;
    request.preferences.learningGoal = u"x"_s;
    return request;
}

/// What is wrong with one field alone: in a request that is otherwise in order. Empty if nothing
/// is.
template <class Field>
QString errorOf(Field LearningPreferences::*field, const LearningPreferences& preferences)
{
    LearnerRequest probe = faultless();
    probe.preferences.*field = preferences.*field;
    const std::optional<Error> error = findRequestError(probe, QDate::currentDate());
    return error ? error->message : QString();
}

bool saysMoreThanBasics(const LearningPreferences& preferences)
{
    const LearningPreferences plain;
    return !preferences.motivation.isEmpty() || !preferences.careerBackground.isEmpty()
        || preferences.targetDeadline || preferences.contentPreference != plain.contentPreference;
}

} // namespace

GoalForm::GoalForm(const LearnerRequest& defaults, QWidget* parent)
    : QWidget(parent)
    , m_defaults(defaults)
    , m_goalLabel(new QLabel(this))
    , m_goal(new GoalEdit(this))
    , m_goalError(new FieldError(*m_goal, this))
    , m_hoursLabel(new QLabel(this))
    , m_hours(new QSpinBox(this))
    , m_levelLabel(new QLabel(this))
    , m_level(new QComboBox(this))
    , m_more(new FoldButton(this))
    , m_start(new PrimaryButton(this))
    , m_hint(new TextLabel(TextLabel::Style::Muted, this))
{
    m_goalLabel->setBuddy(m_goal);
    m_hoursLabel->setBuddy(m_hours);
    m_levelLabel->setBuddy(m_level);
    m_hint->setWordWrap(false);
    m_hours->setRange(requestLimits::minHoursPerWeek, requestLimits::maxHoursPerWeek);
    for (const LearnerLevel level :
        { LearnerLevel::Beginner, LearnerLevel::Intermediate, LearnerLevel::Advanced })
        m_level->addItem(QString(), QVariant::fromValue(int(level)));
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_start->setAutoDefault(true);

    buildLayout();
    connect(m_goal, &GoalEdit::sent, this, &GoalForm::submit);
    connect(m_goal, &QPlainTextEdit::textChanged, this, [this] { m_goalError->tell({}); });
    connect(m_start, &QPushButton::clicked, this, &GoalForm::submit);
    connect(m_more, &FoldButton::toggled, this, &GoalForm::showMore);
    setFocusProxy(m_goal);
    setRequest(defaults);
    noteUsed();
    retranslate();
}

QWidget* GoalForm::buildBasics(QWidget* parent)
{
    auto* const basics = new QWidget(parent);
    auto* const flow = new FlowLayout(basics);
    flow->setSpacing(3 * spacingUnit);
    flow->setLineSpacing(spacingUnit);
    const auto add = [basics, flow](QWidget* label, QWidget* field) {
        auto* const pair = new QWidget(basics);
        auto* const row = new QHBoxLayout(pair);
        row->setContentsMargins({});
        row->setSpacing(spacingUnit);
        row->addWidget(label);
        row->addWidget(field);
        flow->addWidget(pair);
    };
    add(m_hoursLabel, m_hours);
    add(m_levelLabel, m_level);
    return basics;
}

void GoalForm::buildLayout()
{
    auto* const startRow = new QHBoxLayout;
    startRow->setSpacing(2 * spacingUnit);
    startRow->addWidget(m_start);
    startRow->addWidget(m_hint, 1);

    m_aboutYouPlace = new QVBoxLayout;
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addWidget(m_goalLabel);
    column->addWidget(m_goal);
    column->addWidget(m_goalError);
    column->addWidget(buildBasics(this));
    column->addWidget(m_more);
    column->addLayout(m_aboutYouPlace);
    column->addSpacing(spacingUnit);
    column->addLayout(startRow);
}

LearnerRequest GoalForm::request() const
{
    LearnerRequest request = m_defaults;
    request.preferences.learningGoal = m_goal->toPlainText().trimmed();
    request.preferences.availableHoursPerWeek = m_hours->value();
    request.preferences.currentLevel = LearnerLevel(m_level->currentData().toInt());
    if (m_aboutYou != nullptr)
        m_aboutYou->applyTo(request.preferences);
    return request;
}

void GoalForm::submit()
{
    const LearnerRequest wish = request();
    if (!showErrors(wish))
        Q_EMIT submitted(wish);
}

void GoalForm::fixHours(std::optional<int> hours)
{
    if (!hours)
        return;
    const bool wasUsed = !hasUnused();
    m_fixedHours = hours;
    m_hours->setValue(*hours);
    m_hours->setEnabled(false);
    if (wasUsed)
        noteUsed();
    retranslate();
}

void GoalForm::setGoal(const QString& goal)
{
    m_goal->setPlainText(goal);
    goOnWithGoal();
}

void GoalForm::setRequest(const LearnerRequest& request)
{
    m_defaults = request;
    const LearningPreferences& preferences = m_defaults.preferences;
    m_goal->setPlainText(preferences.learningGoal);
    m_hours->setValue(m_fixedHours.value_or(preferences.availableHoursPerWeek));
    m_level->setCurrentIndex(m_level->findData(int(preferences.currentLevel)));
    delete std::exchange(m_aboutYou, nullptr); // made anew with these when it is opened
    m_more->setChecked(saysMoreThanBasics(preferences));
    showMore(m_more->isChecked());
}

bool GoalForm::hasUnused() const
{
    LearnerRequest present = request();
    if (present.preferences.learningGoal.isEmpty())
        present.preferences.learningGoal = m_used.preferences.learningGoal;
    return present != m_used;
}

void GoalForm::noteUsed()
{
    m_used = request();
}

void GoalForm::editGoal()
{
    m_goal->selectAll();
    m_goal->setFocus();
}

void GoalForm::goOnWithGoal()
{
    m_goal->moveCursor(QTextCursor::End);
    m_goal->setFocus();
}

/// True if something is wrong; it is shown, and focus is where it can be put right.
bool GoalForm::showErrors(const LearnerRequest& request)
{
    const LearningPreferences& preferences = request.preferences;
    const QString motivation = errorOf(&LearningPreferences::motivation, preferences);
    const QString background = errorOf(&LearningPreferences::careerBackground, preferences);
    const QString deadline = errorOf(&LearningPreferences::targetDeadline, preferences);
    if (!motivation.isEmpty() || !background.isEmpty() || !deadline.isEmpty())
        m_more->setChecked(true);
    if (m_aboutYou != nullptr) {
        m_aboutYou->showMotivationError(motivation);
        m_aboutYou->showBackgroundError(background);
        m_aboutYou->showDeadlineError(deadline);
    }

    const std::optional<Error> whole = findRequestError(request, QDate::currentDate());
    QString goal = errorOf(&LearningPreferences::learningGoal, preferences);
    // What belongs to no field alone stands by the goal.
    if (goal.isEmpty() && whole && motivation.isEmpty() && background.isEmpty()
        && deadline.isEmpty())
        goal = whole->message;
    m_goalError->tell(goal);
    QWidget* wrong = m_aboutYou != nullptr ? m_aboutYou->firstWrongField() : nullptr;
    if (!goal.isEmpty())
        wrong = m_goal;
    if (wrong != nullptr) {
        wrong->setFocus();
        Q_EMIT wrongFieldShown(wrong);
    }
    return whole.has_value();
}

void GoalForm::showMore(bool shown)
{
    if (shown || m_aboutYou != nullptr)
        aboutYou().setVisible(shown);
}

AboutYou& GoalForm::aboutYou()
{
    if (m_aboutYou == nullptr) {
        const bool wasUsed = !hasUnused();
        m_aboutYou = new AboutYou(m_defaults.preferences, QDate::currentDate(), this);
        m_aboutYou->setBuiltIn(m_isBuiltIn);
        m_aboutYouPlace->addWidget(m_aboutYou);
        const QWidgetList chain
            = QWidgetList { m_more } + m_aboutYou->fields() + QWidgetList { m_start };
        for (qsizetype i = 1; i < chain.size(); ++i)
            setTabOrder(chain.at(i - 1), chain.at(i));
        connect(m_aboutYou, &AboutYou::enterPressed, this, &GoalForm::submit);
        if (wasUsed) // its fields say the same in other words
            noteUsed();
    }
    return *m_aboutYou;
}

void GoalForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GoalForm::setBuiltIn(bool isBuiltIn)
{
    m_isBuiltIn = isBuiltIn;
    if (m_aboutYou != nullptr)
        m_aboutYou->setBuiltIn(isBuiltIn);
}

void GoalForm::setSendKey(SendKey key)
{
    m_sendKey = key;
    m_goal->setSendKey(key);
    retranslate();
}

/// On a low window the goal takes two lines, so that Start stays in sight.
void GoalForm::setCompact(bool compact)
{
    m_goal->setVisibleLines(compact ? 2 : 3);
    layout()->setSpacing(compact ? spacingUnit / 2 : spacingUnit);
}

void GoalForm::retranslate()
{
    m_goalLabel->setText(tr("What do you want to &learn?"));
    m_goal->setPlaceholderText(tr("Say it in your own words"));
    m_hoursLabel->setText(tr("Hours a wee&k"));
    m_hours->setToolTip(m_fixedHours ? setByAdministrator() : QString());
    m_hours->setAccessibleDescription(m_hours->toolTip());
    m_levelLabel->setText(tr("What you can do &already"));
    const auto levelText = [](LearnerLevel level) {
        switch (level) {
        case LearnerLevel::Beginner:
            return tr("I am new to it");
        case LearnerLevel::Intermediate:
            return tr("I know the basics");
        case LearnerLevel::Advanced:
            return tr("I know it well");
        }
        return QString();
    };
    for (int i = 0; i < m_level->count(); ++i)
        m_level->setItemText(i, levelText(LearnerLevel(m_level->itemData(i).toInt())));
    fitChoices(*m_level, *m_levelLabel);
    m_more->setText(tr("&More about you"));
    m_start->setText(tr("&Start"));
    m_hint->setText(m_sendKey == SendKey::Enter
            ? tr("Enter starts, Shift+Enter begins a new line.")
            : tr("Ctrl+Enter starts, Enter begins a new line."));
}

} // namespace roadloom
