// SPDX-License-Identifier: Apache-2.0
#include "ui/start/AboutYou.h"

#include "ui/look/FlowLayout.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QEvent>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qint64 daysAhead = 84; // of the deadline first offered: twelve weeks

TextLabel* errorLabel(QWidget* parent)
{
    auto* const label = new TextLabel(TextLabel::Style::Alarm, parent);
    label->hide();
    return label;
}

void showError(TextLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QLineEdit* lineEdit(const QString& text, QLabel* label, QWidget* parent)
{
    auto* const edit = new QLineEdit(text, parent);
    label->setBuddy(edit);
    return edit;
}

} // namespace

AboutYou::AboutYou(const LearningPreferences& preferences, const QDate& today, QWidget* parent)
    : QWidget(parent)
    , m_motivationLabel(new QLabel(this))
    , m_motivation(lineEdit(preferences.motivation, m_motivationLabel, this))
    , m_motivationError(errorLabel(this))
    , m_backgroundLabel(new QLabel(this))
    , m_background(lineEdit(preferences.careerBackground, m_backgroundLabel, this))
    , m_backgroundError(errorLabel(this))
    , m_waysLabel(new QLabel(this))
    , m_waysArea(new QWidget(this))
    , m_hasDeadline(new QCheckBox(this))
    , m_deadline(new QDateEdit(this))
    , m_deadlineError(errorLabel(this))
{
    connect(m_motivation, &QLineEdit::returnPressed, this, &AboutYou::enterPressed);
    connect(m_background, &QLineEdit::returnPressed, this, &AboutYou::enterPressed);
    addWays(preferences.contentPreference);
    buildDeadline(preferences, today);
    buildLayout();
    retranslate();
}

void AboutYou::addWays(const QList<ContentPreference>& chosen)
{
    auto* const flow = new FlowLayout(m_waysArea);
    flow->setSpacing(2 * spacingUnit);
    for (const ContentPreference kind : { ContentPreference::Text, ContentPreference::Interactive,
             ContentPreference::HandsOn, ContentPreference::Project, ContentPreference::Visual,
             ContentPreference::Video, ContentPreference::Audio }) {
        auto* const box = new QCheckBox(m_waysArea);
        box->setChecked(chosen.contains(kind));
        flow->addWidget(box);
        m_ways.append({ kind, box });
    }
}

void AboutYou::buildDeadline(const LearningPreferences& preferences, const QDate& today)
{
    const bool has = preferences.targetDeadline.has_value();
    m_deadline->setCalendarPopup(true);
    m_deadline->setDate(preferences.targetDeadline.value_or(today.addDays(daysAhead)));
    // A deadline from the command line may have passed: it stays, so that its error can be shown.
    m_deadline->setMinimumDate(std::min(today, m_deadline->date()));
    m_deadline->setEnabled(has);
    m_hasDeadline->setChecked(has);
    connect(m_hasDeadline, &QCheckBox::toggled, m_deadline, &QWidget::setEnabled);
}

void AboutYou::buildLayout()
{
    auto* const deadlineRow = new QHBoxLayout;
    deadlineRow->addWidget(m_hasDeadline);
    deadlineRow->addWidget(m_deadline);
    deadlineRow->addStretch();

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    const auto addField = [column](QWidget* label, QWidget* field, QWidget* error) {
        column->addWidget(label);
        column->addWidget(field);
        if (error != nullptr)
            column->addWidget(error);
        column->addSpacing(spacingUnit);
    };
    addField(m_motivationLabel, m_motivation, m_motivationError);
    addField(m_backgroundLabel, m_background, m_backgroundError);
    addField(m_waysLabel, m_waysArea, nullptr);
    column->addLayout(deadlineRow);
    column->addWidget(m_deadlineError);
}

void AboutYou::applyTo(LearningPreferences& preferences) const
{
    preferences.motivation = m_motivation->text().trimmed();
    preferences.careerBackground = m_background->text().trimmed();
    preferences.contentPreference.clear();
    for (const Way& way : m_ways) {
        if (way.box->isChecked())
            preferences.contentPreference.append(way.kind);
    }
    preferences.targetDeadline
        = m_hasDeadline->isChecked() ? std::optional(m_deadline->date()) : std::nullopt;
}

void AboutYou::showMotivationError(const QString& text)
{
    showError(m_motivationError, text);
}

void AboutYou::showBackgroundError(const QString& text)
{
    showError(m_backgroundError, text);
}

void AboutYou::showDeadlineError(const QString& text)
{
    showError(m_deadlineError, text);
}

void AboutYou::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AboutYou::retranslate()
{
    m_motivationLabel->setText(tr("&Why do you want to learn it?"));
    m_motivation->setPlaceholderText(tr("For example: a new job"));
    m_backgroundLabel->setText(tr("What do you do, and what do you &know already?"));
    m_background->setPlaceholderText(tr("For example: marketing, some spreadsheets"));
    m_waysLabel->setText(tr("How do you like to learn?"));
    const auto wayText = [](ContentPreference kind) {
        switch (kind) {
        case ContentPreference::Visual:
            return tr("Pictures and diagrams");
        case ContentPreference::Text:
            return tr("Reading");
        case ContentPreference::Audio:
            return tr("Listening");
        case ContentPreference::HandsOn:
            return tr("Practice by hand");
        case ContentPreference::Video:
            return tr("Videos");
        case ContentPreference::Interactive:
            return tr("Interactive exercises");
        case ContentPreference::Project:
            return tr("Projects");
        }
        return QString();
    };
    for (const Way& way : m_ways)
        way.box->setText(wayText(way.kind));
    m_hasDeadline->setText(tr("I want to be done &by"));
    m_deadline->setAccessibleName(tr("Last day of learning"));
}

} // namespace roadloom
