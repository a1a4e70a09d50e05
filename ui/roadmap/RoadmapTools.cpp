// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapTools.h"

#include "ui/look/Accents.h"
#include "ui/look/ClearButton.h"
#include "ui/look/EnterKey.h"
#include "ui/look/Icons.h"
#include "ui/look/MenuButton.h"
#include "ui/study/StudyBook.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

template <class Button>
Button* makeButton(Icon which)
{
    auto* const button = new Button;
    button->setIcon(icon(which));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void name(QToolButton& button, const QString& text, const QString& tip)
{
    button.setAccessibleName(text);
    button.setToolTip(tip);
}

} // namespace

RoadmapTools::RoadmapTools(StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit)
    , m_enter(new EnterKey(*m_filter))
    , m_unfold(makeButton<MenuButton>(Icon::ExpandAll))
    , m_next(makeButton<QToolButton>(Icon::Next))
    , m_undo(makeButton<QToolButton>(Icon::Undo))
    , m_search(m_filter->addAction(icon(Icon::Search), QLineEdit::LeadingPosition))
    , m_stack(book.undoStack())
{
    constexpr int longestPattern = 200;
    m_filter->setMaxLength(longestPattern);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &RoadmapTools::filterChanged);
    connect(m_enter, &EnterKey::pressed, this, &RoadmapTools::resultsWanted);
    connect(m_search, &QAction::triggered, m_filter, &QLineEdit::selectAll);

    auto* const levels = new QMenu(m_unfold);
    m_stages = levels->addAction({}, this, [this] { Q_EMIT levelChosen(Level::Stages); });
    m_modules = levels->addAction({}, this, [this] { Q_EMIT levelChosen(Level::Modules); });
    m_all = levels->addAction({}, this, [this] { Q_EMIT levelChosen(Level::All); });
    m_unfold->setMenu(levels);
    connect(m_next, &QToolButton::clicked, this, &RoadmapTools::nextWanted);
    connect(m_undo, &QToolButton::clicked, &book, &StudyBook::undo);
    connect(&m_stack, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&m_stack, &QUndoStack::undoTextChanged, this, &RoadmapTools::retranslate);
    m_undo->setEnabled(m_stack.canUndo());

    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacingUnit, 0, spacingUnit, spacingUnit / 2);
    row->setSpacing(spacingUnit / 2);
    row->addWidget(m_filter, 1);
    for (QToolButton* const button : { m_unfold, m_next, m_undo })
        row->addWidget(button);
    retranslate();
}

QString RoadmapTools::nameOf(Level level)
{
    switch (level) {
    case Level::Stages:
        return tr("Show &stages");
    case Level::Modules:
        return tr("Show m&odules");
    case Level::All:
        return tr("Show &all concepts");
    }
    Q_UNREACHABLE();
}

void RoadmapTools::setHasNext(bool hasNext)
{
    m_next->setEnabled(hasNext);
}

void RoadmapTools::sayMatches(int count)
{
    m_filter->setAccessibleDescription(
        m_filter->text().trimmed().isEmpty() ? QString() : tr("%n match(es)", nullptr, count));
}

/// Down leads to what was found; Escape clears, and only then means what it means elsewhere.
bool RoadmapTools::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::FocusIn)
        Q_EMIT filterEntered();
    const bool isKey
        = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_filter || !isKey || m_enter->isComposing())
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool clears = key.key() == Qt::Key_Escape && !m_filter->text().isEmpty();
    if (!clears && key.key() != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (clears)
        m_filter->clear();
    else
        Q_EMIT resultsWanted();
    return true;
}

void RoadmapTools::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RoadmapTools::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter concepts…"));
    setClearButton(*m_filter);
    m_filter->setAccessibleName(tr("Filter concepts"));
    m_filter->setToolTip(tr("Names, keywords and your notes. Chinese names and keywords are also "
                            "found by their pinyin."));
    m_search->setText(tr("Filter concepts"));
    m_stages->setText(nameOf(Level::Stages));
    m_modules->setText(nameOf(Level::Modules));
    m_all->setText(nameOf(Level::All));
    name(*m_unfold, tr("Unfold"), tr("How far the roadmap is unfolded"));
    name(*m_next, tr("Next concept to learn"),
        tr("Go to the next concept to learn: you know what it builds on"));
    const QString step = m_stack.undoText();
    // It names a concept: a tool tip would take that for markup.
    const QString tip = step.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(step);
    name(*m_undo, tr("Undo"), u"<p>"_s + tip.toHtmlEscaped() + u"</p>"_s);
}

} // namespace roadloom
