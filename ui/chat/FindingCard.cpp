// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/FindingCard.h"

#include "ui/chat/BulletList.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype shownFolded = 4;
constexpr qsizetype shownUnfolded = 50;

QString lineOf(const Finding& finding)
{
    QString line = displayLine(finding.issue, 400);
    if (!finding.suggestion.isEmpty())
        line += u' ' + displayLine(finding.suggestion, 400);
    return line;
}

} // namespace

FindingCard::FindingCard(QWidget* parent)
    : Card(Tone::Caution, parent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_list(new BulletList(this))
    , m_unfold(new FoldButton(this))
{
    connect(m_unfold, &FoldButton::toggled, this, &FindingCard::fill);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_unfold);
}

void FindingCard::add(const Finding& finding)
{
    ++m_count;
    if (m_lines.size() < shownUnfolded)
        m_lines.append(lineOf(finding));
    retranslate();
}

void FindingCard::fill()
{
    const bool unfolded = m_unfold->isChecked();
    if (unfolded)
        m_list->setItems(m_lines, m_count - m_lines.size());
    else // the button says that there is more
        m_list->setItems(m_lines.mid(0, shownFolded), 0);
    m_unfold->setVisible(m_count > shownFolded);
    m_unfold->setText(unfolded ? tr("Show fewer") : tr("Show all"));
}

void FindingCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindingCard::retranslate()
{
    m_title->setText(tr("%n note(s) on the roadmap", nullptr, int(m_count)));
    setAccessibleName(m_title->text());
    fill();
}

} // namespace roadloom
