// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/FollowedScroll.h"
#include "ui/chat/KeyFocus.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace roadloom {

class ChatItem;

/// Items below each other in a scroll area, of which only those near the viewport have widgets: the
/// others are values with a height, that which they had last or one that is estimated. Where such a
/// height turns out to be another, what the reader sees stays where it is. An item keeps its widget
/// as long as it cannot let go of it, has the keyboard, or is held.
///
/// Whatever is in sight is there before the next paint; what is near comes and goes between events,
/// one at a time. Some widgets stay in any case, so that a usual conversation loses none.
///
/// Where keys have brought the keyboard is seen: a ring around all, or around the item in whose
/// words it is. It is painted where nothing else is, so that it costs nothing while words stream.
class Transcript : public FollowedScroll {
    Q_OBJECT
public:
    explicit Transcript(QWidget* parent = nullptr);
    ~Transcript() override;

    /// At the end, with its widget, which is returned.
    QWidget* append(std::unique_ptr<ChatItem> item);
    /// At the end, each to have a widget when it comes into sight.
    void appendPast(std::vector<std::unique_ptr<ChatItem>> items);
    /// A widget that no value stands for: it stays until it is deleted. One that is in here already
    /// goes to the end.
    void appendLive(QWidget* widget);
    /// The live widget holds nothing any more that one of `makeAnother` would not: from now on it
    /// goes and comes like those of other items.
    void retire(QWidget* widget, std::function<QWidget*()> makeAnother);
    /// Below all items; not one of them. Shown and hidden by others.
    void setFooter(QWidget* footer);
    /// Lets Tab come by what stands in the items in the order in which one reads; parts are made
    /// when they come into sight.
    void orderFocus();
    void clear();
    /// To be called before an item changes its height by so much. Where the end is followed, what
    /// is seen is moved on the screen while it is clean, instead of painted anew.
    void makeRoom(int by);

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] const ChatItem& item(int index) const;
    /// Null while it has none.
    [[nodiscard]] QWidget* widgetOf(int index) const;
    /// The item that the widget belongs to; -1 for others.
    [[nodiscard]] int indexOf(const QWidget* widget) const;
    /// The item at a place of the content, else the nearest one; -1 if there is none.
    [[nodiscard]] int itemAt(int y) const;
    /// In the content.
    [[nodiscard]] QRect geometryOf(int index) const;

    /// Gives the item a widget, if it has none, and scrolls so that `y` of it is in sight.
    QWidget* reveal(int index, int y = 0);
    /// These keep their widgets.
    void setHeld(const QList<int>& items) { m_held = items; }
    /// These stand out, as those that are selected and have no text of their own to show it.
    void setMarked(const QList<int>& items);
    /// This one has a frame; -1: none has.
    void setPointedAt(int index);

Q_SIGNALS:
    void realised(int index, QWidget* widget);
    /// It has retired, and may say something else than before.
    void itemChanged(int index);
    /// Items behind it have moved up.
    void itemTaken(int index);
    void cleared();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Entry {
        std::unique_ptr<ChatItem> item;
        QPointer<QWidget> widget {};
        bool isLive = false; ///< goes with its widget
        int top = 0;
        int height = 0;
    };
    /// What the reader looks at, and must not move.
    struct Anchor {
        int index = 0;
        int offset = 0; ///< from its top to that of the viewport
    };

    [[nodiscard]] int innerWidth() const;
    [[nodiscard]] Anchor anchorAt(int value) const;
    void arrange();
    void arrangeGrown();
    void arrangeAround(const Anchor& anchor);
    void takeWidth();
    bool dropDeleted();
    void measureRealised();
    [[nodiscard]] int measured(QWidget& widget) const;
    void place();
    bool realiseBetween(int top, int bottom, int most);
    void realise(int index);
    void tendWhatIsNear();
    bool letSomeGo(int top, int bottom);
    [[nodiscard]] bool mustStay(int index) const;
    void takeFocus(const QFocusEvent& event);
    void noteFocus(QWidget* focus);
    [[nodiscard]] QRegion markOf(int index) const;
    void paintMarks();
    void paintRing();

    std::vector<Entry> m_entries;
    QWidget* m_content;
    QPointer<QWidget> m_footer;
    QTimer m_near; ///< to tend what is near
    QList<int> m_held;
    QList<int> m_marked;
    int m_pointedAt = -1;
    KeyFocus m_keys; ///< here, not in an item
    QPointer<QWidget> m_entered; ///< the words of an item, which have the keyboard
    int m_width = 0; ///< that the heights are for
    bool m_arranging = false;
};

} // namespace roadloom
