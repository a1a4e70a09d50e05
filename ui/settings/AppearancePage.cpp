// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AppearancePage.h"

#include "core/storage/AppearanceBook.h"
#include "ui/look/Accents.h"
#include "ui/look/Choices.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/FixedHint.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

template <class Enum>
Enum chosen(const QComboBox& box)
{
    return Enum(box.currentData().toInt());
}

template <class Enum>
void add(QComboBox& box, Enum value, const QString& text = {})
{
    box.addItem(text, int(value));
}

void choose(QComboBox& box, int value)
{
    box.setCurrentIndex(std::max(0, box.findData(value)));
}

} // namespace

AppearancePage::AppearancePage(AppearanceBook& book, const Policy& policy, QWidget* parent)
    : QScrollArea(parent)
    , m_book(book)
    , m_themeLabel(new QLabel)
    , m_theme(new QComboBox)
    , m_textLabel(new QLabel)
    , m_text(new QComboBox)
    , m_still(new QCheckBox)
    , m_stillHint(new TextLabel(TextLabel::Style::Small))
    , m_languageLabel(new QLabel)
    , m_language(new QComboBox)
    , m_sendKeyLabel(new QLabel)
    , m_sendKey(new QComboBox)
    , m_problem(new TextLabel(TextLabel::Style::Alarm))
{
    for (const ThemeChoice theme :
        { ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast })
        add(*m_theme, theme);
    for (const int size : textSizes)
        m_text->addItem({}, size);
    // Whoever needs one of them reads it, whatever language is spoken now.
    add(*m_language, LanguageChoice::System);
    add(*m_language, LanguageChoice::English, u"English"_s);
    add(*m_language, LanguageChoice::Chinese, u"简体中文"_s);
    add(*m_sendKey, SendKey::Enter);
    add(*m_sendKey, SendKey::ControlEnter);
    const Appearance& now = m_book.appearance();
    choose(*m_theme, int(now.theme));
    choose(*m_text, now.textPercent);
    choose(*m_language, int(now.language));
    choose(*m_sendKey, int(now.sendKey));
    m_still->setChecked(now.motion == MotionChoice::Reduced);
    build(policy);
    retranslate();
    for (QComboBox* const box : { m_theme, m_text, m_language, m_sendKey })
        connect(box, &QComboBox::currentIndexChanged, this, &AppearancePage::change);
    connect(m_still, &QCheckBox::toggled, this, &AppearancePage::change);
}

void AppearancePage::build(const Policy& policy)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // its fields have it
    m_themeLabel->setBuddy(m_theme);
    m_textLabel->setBuddy(m_text);
    m_languageLabel->setBuddy(m_language);
    m_sendKeyLabel->setBuddy(m_sendKey);
    m_problem->hide();
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(3 * spacingUnit, 2 * spacingUnit, 3 * spacingUnit, 2 * spacingUnit);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(buildChoices(policy));
    column->addSpacing(2 * spacingUnit);
    column->addWidget(m_still);
    column->addWidget(m_stillHint);
    column->addWidget(new FixedHint(*m_still, policy.motion || !policy.mayChangeSettings, page));
    column->addWidget(m_problem);
    column->addStretch();
    setWidget(page);
}

/// As wide as the longest of them, all of them.
QWidget* AppearancePage::buildChoices(const Policy& policy)
{
    auto* const choices = new QWidget;
    choices->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* const form = new QFormLayout(choices);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(2 * spacingUnit);
    form->setVerticalSpacing(spacingUnit + spacingUnit / 2);
    const auto add = [form, &policy](QLabel* label, QWidget* field, bool isFixed) {
        auto* const both = new QWidget;
        auto* const column = new QVBoxLayout(both);
        column->setContentsMargins({});
        column->setSpacing(spacingUnit / 2);
        column->addWidget(field);
        column->addWidget(new FixedHint(*field, isFixed || !policy.mayChangeSettings));
        form->addRow(label, both);
    };
    add(m_themeLabel, m_theme, policy.theme.has_value());
    add(m_textLabel, m_text, policy.textPercent.has_value());
    add(m_languageLabel, m_language, policy.language.has_value());
    add(m_sendKeyLabel, m_sendKey, policy.sendKey.has_value());
    return choices;
}

void AppearancePage::change()
{
    const std::optional<Error> problem = m_book.change({ .theme = chosen<ThemeChoice>(*m_theme),
        .textPercent = m_text->currentData().toInt(),
        .motion = m_still->isChecked() ? MotionChoice::Reduced : MotionChoice::System,
        .language = chosen<LanguageChoice>(*m_language),
        .sendKey = chosen<SendKey>(*m_sendKey) });
    m_problem->setText(problem ? problem->message : QString());
    m_problem->setVisible(problem.has_value());
}

void AppearancePage::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AppearancePage::retranslate()
{
    m_themeLabel->setText(tr("&Theme"));
    m_textLabel->setText(tr("Te&xt size"));
    m_languageLabel->setText(tr("&Language"));
    m_sendKeyLabel->setText(tr("&Start a roadmap with"));
    m_still->setText(tr("&Move as little as possible"));
    m_stillHint->setText(tr("Where the desktop asks for less motion, nothing moves anyway."));
    retranslateChoices();
}

void AppearancePage::retranslateChoices()
{
    const auto themeText = [](ThemeChoice theme) {
        switch (theme) {
        case ThemeChoice::System:
            return tr("Same as the desktop");
        case ThemeChoice::Light:
            return tr("Light");
        case ThemeChoice::Dark:
            return tr("Dark");
        case ThemeChoice::HighContrast:
            return tr("High contrast");
        }
        return QString();
    };
    for (int i = 0; i < m_theme->count(); ++i)
        m_theme->setItemText(i, themeText(ThemeChoice(m_theme->itemData(i).toInt())));
    for (int i = 0; i < m_text->count(); ++i) {
        const int size = m_text->itemData(i).toInt();
        const QString percent = tr("%1%").arg(QLocale().toString(size));
        m_text->setItemText(i, size == 100 ? tr("%1 (as the desktop's)").arg(percent) : percent);
    }
    m_language->setItemText(0, tr("Same as the desktop"));
    fitChoices(*m_theme, *m_themeLabel);
    fitChoices(*m_text, *m_textLabel);
    m_sendKey->setItemText(0, tr("Enter"));
    m_sendKey->setItemText(1, tr("Ctrl+Enter"));
    fitChoices(*m_language, *m_languageLabel);
    fitChoices(*m_sendKey, *m_sendKeyLabel);
}

} // namespace roadloom
