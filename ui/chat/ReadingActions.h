// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace roadloom {

class ChatItem;
class FindBar;
class Transcript;
class TranscriptSearch;
class TranscriptSelection;

/// What a reader can do with a conversation: select, copy and find. Brings the actions, their menu
/// at the mouse, and the bar for finding, which whoever makes this gives a place.
class ReadingActions : public QObject {
    Q_OBJECT
public:
    /// The shortcuts hold while the keyboard is within `view`, which holds the transcript; a window
    /// that has such commands of its own takes them away.
    ReadingActions(Transcript& transcript, QWidget& view);

    /// In the order in which menus have them.
    enum Which { Copy, CopyMarkdown, SelectAll, Find };
    [[nodiscard]] QAction& operator[](Which which) const { return *m_actions.at(which); }
    [[nodiscard]] FindBar& findBar() { return *m_findBar; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addActions();
    void connectFindBar();
    void showMenu(const QPoint& position);
    void copyItem(const ChatItem* item, QString (ChatItem::*text)() const) const;
    void retranslate();

    Transcript& m_transcript;
    QWidget& m_view;
    TranscriptSelection* m_selection;
    TranscriptSearch* m_search;
    FindBar* m_findBar;
    QList<QAction*> m_actions;
};

} // namespace roadloom
