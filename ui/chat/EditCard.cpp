// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/EditCard.h"

#include "ui/chat/BulletList.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FoldButton.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype shownFolded = 8;
constexpr qsizetype shownUnfolded = 50;
constexpr qsizetype longestName = 120;
constexpr qsizetype mostPrerequisites = 5;

/// Its names made safe to show.
RoadmapChange displayed(RoadmapChange change)
{
    for (QString* const name : { &change.name, &change.nameBefore, &change.place })
        *name = displayLine(*name, longestName);
    if (change.name.trimmed().isEmpty())
        change.name = displayLine(change.conceptId, longestName);
    change.prerequisites.resize(std::min(change.prerequisites.size(), mostPrerequisites));
    for (QString& name : change.prerequisites)
        name = displayLine(name, longestName);
    return change;
}

/// The same for a rich text, in which its concept is a link that has this address and colour.
QString linkedText(const RoadmapChange& change, qsizetype address, const QColor& color)
{
    RoadmapChange marked = displayed(change);
    for (QString* const name : { &marked.name, &marked.nameBefore, &marked.place })
        *name = name->toHtmlEscaped();
    for (QString& name : marked.prerequisites)
        name = name.toHtmlEscaped();
    if (!change.conceptId.isEmpty())
        marked.name = u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(
            QString::number(address), color.name(), marked.name);
    return changeText(marked);
}

} // namespace

QString RoadmapEditNote::title() const
{
    if (!changes)
        return EditCard::tr("The roadmap was mended.");
    if (changesNothing())
        return EditCard::tr("No concept was changed.");
    return EditCard::tr("%n change(s) to the roadmap", nullptr, int(changes->size()));
}

QStringList RoadmapEditNote::lines() const
{
    QStringList lines;
    if (!changes)
        return lines;
    for (const RoadmapChange& change : changes->mid(0, shownUnfolded))
        lines.append(changeText(displayed(change)));
    if (const qsizetype more = changes->size() - shownUnfolded; more > 0)
        lines.append(andMore(more));
    return lines;
}

EditCard::EditCard(const RoadmapEditNote& note, QWidget* parent)
    : Card(note.changesNothing() ? Tone::Plain : Tone::Good, parent)
    , m_note(note)
    , m_title(new TextLabel(TextLabel::Style::Strong, this))
    , m_list(new QLabel(this))
    , m_unfold(new FoldButton(this))
{
    m_list->setTextFormat(Qt::RichText);
    m_list->setWordWrap(true);
    m_list->setTextInteractionFlags(
        Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_list, &QLabel::linkActivated, this, &EditCard::choose);
    connect(m_unfold, &FoldButton::toggled, this, &EditCard::fill);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, spacingUnit + 4, 2 * spacingUnit, spacingUnit + 4);
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_title);
    if (!note.summary.trimmed().isEmpty()) {
        auto* const summary = new TextLabel(TextLabel::Style::Body, this);
        summary->setForeignText(note.summary);
        column->addWidget(summary);
    }
    column->addWidget(m_list);
    column->addWidget(m_unfold);
    retranslate();
}

void EditCard::choose(const QString& link)
{
    bool isNumber = false;
    const qsizetype index = link.toInt(&isNumber);
    if (isNumber && m_note.changes && index >= 0 && index < m_note.changes->size())
        Q_EMIT conceptChosen(m_note.changes->at(index).conceptId);
}

/// The text has it from when it is set; it knows no card below it.
QColor EditCard::linkColor() const
{
    return readable(palette().color(QPalette::Link), tint(palette(), tone()).fill,
        isHighContrast(palette()) ? 7.0 : 4.5);
}

void EditCard::fill()
{
    const qsizetype count = m_note.changes ? m_note.changes->size() : 0;
    const bool unfolded = m_unfold->isChecked();
    const qsizetype shown = std::min(count, unfolded ? shownUnfolded : shownFolded);
    QStringList lines;
    for (qsizetype i = 0; i < shown; ++i)
        lines.append(u"•  "_s + linkedText(m_note.changes->at(i), i, linkColor()));
    if (unfolded && count > shown)
        lines.append(andMore(count - shown)); // folded, the button says that there is more
    m_list->setText(lines.join(u"<br>"_s));
    m_list->setVisible(!lines.isEmpty());
    m_unfold->setVisible(count > shownFolded);
    m_unfold->setText(unfolded ? tr("Show fewer") : tr("Show all"));
}

void EditCard::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

void EditCard::retranslate()
{
    m_title->setText(m_note.title());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_note.lines().join(u'\n'));
    fill();
}

} // namespace roadloom
