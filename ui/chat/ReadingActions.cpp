// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ReadingActions.h"

#include "ui/chat/ChatItem.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/Transcript.h"
#include "ui/chat/TranscriptSearch.h"
#include "ui/chat/TranscriptSelection.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QShortcut>

#include <functional>

using namespace Qt::StringLiterals;

namespace roadloom {

ReadingActions::ReadingActions(Transcript& transcript, QWidget& view)
    : QObject(&view)
    , m_transcript(transcript)
    , m_view(view)
    , m_selection(new TranscriptSelection(transcript))
    , m_search(new TranscriptSearch(transcript))
    , m_findBar(new FindBar(&view))
{
    addActions();
    connectFindBar();
    view.installEventFilter(this);
    retranslate();
}

void ReadingActions::addActions()
{
    const auto add = [this](const QKeySequence& shortcut, const std::function<void()>& what) {
        auto* const action = new QAction(this);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, what);
        m_view.addAction(action);
        m_actions.append(action);
    };
    const auto copy = [](const QString& text) {
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    };
    add(QKeySequence::Copy, [this, copy] { copy(m_selection->plainText()); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this, copy] { copy(m_selection->markdown()); });
    add(QKeySequence::SelectAll, [this] { m_selection->selectAll(); });
    add(QKeySequence::Find, [this] { m_findBar->open(); });
    const auto enable = [this] {
        for (const int action : { 0, 1 })
            m_actions[action]->setEnabled(!m_selection->isEmpty());
    };
    enable();
    connect(m_selection, &TranscriptSelection::changed, this, enable);
    m_transcript.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_transcript, &QWidget::customContextMenuRequested, this, &ReadingActions::showMenu);
}

void ReadingActions::connectFindBar()
{
    const auto addKey = [this](const QKeySequence& key, void (TranscriptSearch::*step)()) {
        auto* const shortcut = new QShortcut(key, &m_view);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_search, step);
    };
    addKey(QKeySequence::FindNext, &TranscriptSearch::next);
    addKey(QKeySequence::FindPrevious, &TranscriptSearch::previous);
    connect(m_findBar, &FindBar::searched, m_search, &TranscriptSearch::setWords);
    connect(m_findBar, &FindBar::nextRequested, m_search, &TranscriptSearch::next);
    connect(m_findBar, &FindBar::previousRequested, m_search, &TranscriptSearch::previous);
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_search->setWords({});
        m_transcript.setFocus(Qt::ShortcutFocusReason); // who searches has a keyboard
    });
    connect(m_search, &TranscriptSearch::progressed, this,
        [this] { m_findBar->setPlace(m_search->current(), m_search->count()); });
}

void ReadingActions::showMenu(const QPoint& position)
{
    const QPoint inContent = m_transcript.widget()->mapFrom(
        &m_transcript, m_transcript.viewport()->mapTo(&m_transcript, position));
    const int index = m_transcript.itemAt(inContent.y());
    auto* const menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions.first(2));
    menu->addSeparator();
    if (index >= 0) {
        const ChatItem* const item = &m_transcript.item(index);
        menu->addAction(
            tr("Copy &Message"), this, [this, item] { copyItem(item, &ChatItem::plainText); });
        menu->addAction(tr("Copy M&essage as Markdown"), this,
            [this, item] { copyItem(item, &ChatItem::markdown); });
        menu->addSeparator();
    }
    menu->addActions(m_actions.sliced(2));
    menu->popup(m_transcript.viewport()->mapToGlobal(position));
}

/// While the menu was open, the item may have gone.
void ReadingActions::copyItem(const ChatItem* item, QString (ChatItem::*text)() const) const
{
    for (int i = 0; i < m_transcript.count(); ++i) {
        if (&m_transcript.item(i) == item)
            QGuiApplication::clipboard()->setText((item->*text)());
    }
}

bool ReadingActions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view && event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void ReadingActions::retranslate()
{
    const QStringList titles { tr("&Copy"), tr("Copy as Mark&down"), tr("Select &All"),
        tr("&Find in the conversation…") };
    for (qsizetype i = 0; i < titles.size(); ++i)
        m_actions[i]->setText(titles.at(i));
}

} // namespace roadloom
