// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MendCard.h"

#include "ui/chat/BulletList.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestLine = 400;
constexpr qsizetype shownFolded = 4;
constexpr qsizetype shownUnfolded = 50;

} // namespace

MendCard::MendCard(QWidget* parent)
    : Card(Tone::Plain, parent)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_list(new BulletList(this))
    , m_unfold(new FoldButton(this))
{
    connect(m_unfold, &FoldButton::toggled, this, &MendCard::fill);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_unfold);
}

void MendCard::add(const QString& sentence)
{
    ++m_count;
    if (m_lines.size() < shownUnfolded)
        m_lines.append(displayLine(sentence, longestLine));
    retranslate();
}

void MendCard::fill()
{
    const bool unfolded = m_unfold->isChecked();
    if (unfolded)
        m_list->setItems(m_lines, m_count - m_lines.size());
    else // the button says that there is more
        m_list->setItems(m_lines.mid(0, shownFolded), 0);
    m_unfold->setVisible(m_count > shownFolded);
    m_unfold->setText(unfolded ? tr("Show fewer") : tr("Show all"));
}

void MendCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MendCard::retranslate()
{
    m_title->setText(tr("%n thing(s) corrected automatically", nullptr, int(m_count)));
    setAccessibleName(m_title->text());
    fill();
}

} // namespace roadloom
