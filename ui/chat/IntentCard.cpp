// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/IntentCard.h"

#include "ui/chat/BulletList.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/Tag.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

// The card is a summary: what a model overdoes is cut.
constexpr qsizetype mostTags = 24;
constexpr qsizetype mostLines = 12;
constexpr qsizetype longestLine = 1000;

} // namespace

IntentCard::IntentCard(const IntentAnalysis& analysis, QWidget* parent)
    : Card(Tone::Good, parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(
        2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    m_column->setSpacing(spacingUnit / 2);

    auto* const title = new TextLabel(TextLabel::Style::Small, this);
    m_column->addWidget(title);
    m_names.append({ Part::Title, title });
    auto* const goal = new TextLabel(TextLabel::Style::Heading, this);
    goal->setForeignText(displayLine(analysis.parsedGoal, longestLine));
    m_column->addWidget(goal);
    addTags(analysis.keyTechnologies);
    addPart(Part::Difficulty, { analysis.difficultyProfile });
    addPart(Part::Time, { analysis.timeConstraint });
    addPart(Part::Profile, { analysis.userProfileSummary });
    addPart(Part::Focus, analysis.recommendedFocus);
    addPart(Part::Gaps, analysis.skillGapAnalysis);
    addPart(Part::Suggestions, analysis.personalizedSuggestions);
    retranslate();
}

void IntentCard::addTags(const QStringList& words)
{
    if (words.isEmpty())
        return;
    auto* const area = new QWidget(this);
    auto* const flow = new FlowLayout(area);
    flow->setSpacing(spacingUnit / 2);
    flow->setLineSpacing(spacingUnit / 2);
    for (const QString& word : words.first(std::min(words.size(), mostTags)))
        flow->addWidget(new Tag(word, Tone::Primary, area));
    if (words.size() > mostTags) {
        m_moreTags = new TextLabel(TextLabel::Style::Small, area);
        m_tagsLeftOut = words.size() - mostTags;
        flow->addWidget(m_moreTags);
    }
    m_column->addSpacing(spacingUnit / 2);
    m_column->addWidget(area);
}

void IntentCard::addPart(Part part, const QStringList& lines)
{
    if (std::ranges::all_of(lines, [](const QString& line) { return line.trimmed().isEmpty(); }))
        return;
    auto* const name = new TextLabel(TextLabel::Style::Small, this);
    m_names.append({ part, name });
    m_column->addSpacing(spacingUnit / 2);
    m_column->addWidget(name);
    if (lines.size() == 1) {
        auto* const text = new TextLabel(TextLabel::Style::Body, this);
        text->setForeignText(displayLine(lines.constFirst(), longestLine));
        m_column->addWidget(text);
    } else {
        auto* const list = new BulletList(this);
        const QStringList shown = lines.mid(0, mostLines);
        list->setItems(shown, lines.size() - shown.size());
        m_column->addWidget(list);
    }
}

void IntentCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void IntentCard::retranslate()
{
    for (const Name& name : std::as_const(m_names))
        name.label->setText(nameOf(name.part));
    if (m_moreTags != nullptr)
        m_moreTags->setText(andMore(m_tagsLeftOut));
    setAccessibleName(nameOf(Part::Title));
}

QString IntentCard::nameOf(Part part)
{
    switch (part) {
    case Part::Title:
        return tr("Your goal, as understood");
    case Part::Difficulty:
        return tr("Difficulty");
    case Part::Time:
        return tr("Time");
    case Part::Profile:
        return tr("About you");
    case Part::Focus:
        return tr("Focus");
    case Part::Gaps:
        return tr("To be learned first");
    case Part::Suggestions:
        return tr("Suggestions");
    }
    return {};
}

} // namespace roadloom
