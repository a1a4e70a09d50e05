// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/FindingCard.h"

#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype shownFolded = 4;
constexpr qsizetype mostFindings = 500;

QString lineOf(const Finding& finding)
{
    QString line = u"•  "_s + displayLine(finding.issue, 400);
    if (!finding.suggestion.isEmpty())
        line += u' ' + displayLine(finding.suggestion, 400);
    return line;
}

} // namespace

FindingCard::FindingCard(QWidget* parent)
    : Card(Tone::Caution, parent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_list(new TextLabel(TextLabel::Style::Body, this))
    , m_unfold(new QToolButton(this))
{
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setFocusPolicy(Qt::StrongFocus);
    connect(m_unfold, &QToolButton::toggled, this, &FindingCard::fill);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_unfold);
}

void FindingCard::add(const Finding& finding)
{
    if (m_findings.size() >= mostFindings)
        return;
    m_findings.append(finding);
    retranslate();
}

void FindingCard::fill()
{
    const bool unfolded = m_unfold->isChecked();
    const qsizetype shown = unfolded ? m_findings.size() : std::min(shownFolded, m_findings.size());
    QStringList lines;
    for (const Finding& finding : m_findings.first(shown))
        lines.append(lineOf(finding));
    m_list->setForeignText(lines.join(u'\n'));
    m_unfold->setVisible(m_findings.size() > shownFolded);
    m_unfold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
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
    m_title->setText(tr("%n note(s) on the roadmap", nullptr, int(m_findings.size())));
    setAccessibleName(m_title->text());
    fill();
}

} // namespace roadloom
