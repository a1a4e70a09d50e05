// SPDX-License-Identifier: Apache-2.0
#include "ui/start/AboutYou.h"

#include "ui/look/Accents.h"
#include "ui/look/EnterKey.h"
#include "ui/look/FieldError.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QEvent>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyleOptionGroupBox>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qint64 daysAhead = 84; // of the deadline first offered: twelve weeks

QLineEdit* lineEdit(const QString& text, QLabel* label, QWidget* parent)
{
    auto* const edit = new QLineEdit(text, parent);
    label->setBuddy(edit);
    return edit;
}

/// A group by its title alone: what is in it stands in line with the other fields.
class PlainGroup : public QGroupBox {
public:
    using QGroupBox::QGroupBox;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QStyleOptionGroupBox option;
        initStyleOption(&option);
        option.subControls &= ~QStyle::SC_GroupBoxFrame;
        QStylePainter(this).drawComplexControl(QStyle::CC_GroupBox, option);
    }
};

/// The locale's own, but that nobody has to guess the century.
QString dateFormat(const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.contains("yyyy"_L1) ? format : QString(format).replace("yy"_L1, "yyyy"_L1);
}

} // namespace

AboutYou::AboutYou(const LearningPreferences& preferences, const QDate& today, QWidget* parent)
    : QWidget(parent)
    , m_whatCounts(new TextLabel(TextLabel::Style::Body, this))
    , m_motivationLabel(new QLabel(this))
    , m_motivation(lineEdit(preferences.motivation, m_motivationLabel, this))
    , m_motivationError(new FieldError(*m_motivation, this))
    , m_backgroundLabel(new QLabel(this))
    , m_background(lineEdit(preferences.careerBackground, m_backgroundLabel, this))
    , m_backgroundError(new FieldError(*m_background, this))
    , m_waysGroup(new PlainGroup(this))
    , m_hasDeadline(new QCheckBox(this))
    , m_deadline(new QDateEdit(this))
    , m_deadlineError(new FieldError(*m_deadline, this))
{
    for (QLineEdit* const line : { m_motivation, m_background })
        connect(new EnterKey(*line), &EnterKey::pressed, this, &AboutYou::enterPressed);
    connect(m_motivation, &QLineEdit::textChanged, this, [this] { m_motivationError->tell({}); });
    connect(m_background, &QLineEdit::textChanged, this, [this] { m_backgroundError->tell({}); });
    m_whatCounts->setContentsMargins(0, 0, 0, spacingUnit);
    m_whatCounts->hide();
    addWays(preferences.contentPreference);
    buildDeadline(preferences, today);
    buildLayout();
    retranslate();
}

void AboutYou::addWays(const QList<ContentPreference>& chosen)
{
    // What holds where nothing is said is nothing that the learner chose.
    const bool saysMore = chosen != LearningPreferences().contentPreference;
    m_unsaidWays = saysMore && chosen.isEmpty() ? chosen : LearningPreferences().contentPreference;
    m_waysGroup->setFlat(true);
    auto* const flow = new FlowLayout(m_waysGroup);
    flow->setSpacing(2 * spacingUnit);
    for (const ContentPreference kind : { ContentPreference::Text, ContentPreference::Interactive,
             ContentPreference::HandsOn, ContentPreference::Project, ContentPreference::Visual,
             ContentPreference::Video, ContentPreference::Audio }) {
        auto* const box = new QCheckBox(m_waysGroup);
        box->setChecked(saysMore && chosen.contains(kind));
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
    connect(m_deadline, &QDateEdit::dateChanged, this, [this] { m_deadlineError->tell({}); });
    connect(m_hasDeadline, &QCheckBox::toggled, this, [this] { m_deadlineError->tell({}); });
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
        column->addWidget(error);
        column->addSpacing(spacingUnit);
    };
    column->addWidget(m_whatCounts);
    addField(m_motivationLabel, m_motivation, m_motivationError);
    addField(m_backgroundLabel, m_background, m_backgroundError);
    column->addWidget(m_waysGroup);
    column->addSpacing(spacingUnit);
    column->addLayout(deadlineRow);
    column->addWidget(m_deadlineError);
}

void AboutYou::setBuiltIn(bool isBuiltIn)
{
    m_whatCounts->setVisible(isBuiltIn);
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
    if (preferences.contentPreference.isEmpty())
        preferences.contentPreference = m_unsaidWays;
    preferences.targetDeadline
        = m_hasDeadline->isChecked() ? std::optional(m_deadline->date()) : std::nullopt;
}

void AboutYou::showMotivationError(const QString& text)
{
    m_motivationError->tell(text);
}

void AboutYou::showBackgroundError(const QString& text)
{
    m_backgroundError->tell(text);
}

void AboutYou::showDeadlineError(const QString& text)
{
    m_deadlineError->tell(text);
}

QWidgetList AboutYou::fields() const
{
    QWidgetList fields { m_motivation, m_background };
    for (const Way& way : m_ways)
        fields.append(way.box);
    fields << m_hasDeadline << m_deadline;
    return fields;
}

QWidget* AboutYou::firstWrongField() const
{
    for (const FieldError* error : { m_motivationError, m_backgroundError, m_deadlineError }) {
        if (error->isTold())
            return &error->field();
    }
    return nullptr;
}

void AboutYou::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AboutYou::retranslate()
{
    m_whatCounts->setText(tr("The built-in courses use only the date below."));
    m_motivationLabel->setText(tr("&Why do you want to learn it?"));
    m_motivation->setPlaceholderText(tr("For example: a new job"));
    m_backgroundLabel->setText(tr("What do you do, and what do you know already?"));
    m_background->setPlaceholderText(tr("For example: marketing, some spreadsheets"));
    m_waysGroup->setTitle(tr("How do you like to learn? Tick what you prefer, or nothing."));
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
    m_hasDeadline->setText(tr("I want to be &done by"));
    // It would keep to the locale that it began with, and to two digits of the year in some.
    m_deadline->setLocale(QLocale());
    m_deadline->setDisplayFormat(dateFormat(QLocale()));
    m_deadline->setAccessibleName(tr("Last day of learning"));
}

} // namespace roadloom
