// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/TextUnit.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPoint>
#include <QTimer>

#include <tuple>

class QLabel;
class QMouseEvent;

namespace roadloom {

class ProseView;
class Transcript;

/// A character of a conversation: in an item, in one of its texts. Items without a text of their
/// own are selected as a whole.
struct TranscriptPlace {
    int item = -1;
    int text = 0;
    int position = 0;

    bool operator==(const TranscriptPlace&) const = default;
    bool operator<(const TranscriptPlace& other) const
    {
        return std::tie(item, text, position) < std::tie(other.item, other.text, other.position);
    }
};

/// The reader's selection in a transcript, from one item into others, made with the mouse or the
/// keyboard: what is pressed twice or three times is selected by words or paragraphs. It is what is
/// between its ends, seen or not: it stays as it is while words come behind it, and while its items
/// have no widgets. Near the edges a drag scrolls. Takes the mouse of the texts; a click on a link
/// is told to nobody but the text it is in.
class TranscriptSelection : public QObject {
    Q_OBJECT
public:
    explicit TranscriptSelection(Transcript& transcript);

    [[nodiscard]] bool isEmpty() const { return m_anchor == m_head; }
    void selectAll();
    void clear();

    [[nodiscard]] QString plainText() const;
    [[nodiscard]] QString markdown() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Copied { PlainText, Markdown };
    struct Span {
        int from = 0;
        int to = 0;
    };
    struct Range {
        TranscriptPlace begin {};
        TranscriptPlace end {};
    };

    void adopt(int index, QWidget* widget);
    void adoptTexts(const QObject& widget);
    void forgetItem(int index);
    bool takeMouse(QObject* watched, const QMouseEvent& event);
    bool takeMouseOfLabel(QLabel& label, const QMouseEvent& event);
    [[nodiscard]] TextUnit pressedUnit(const QMouseEvent& event);
    void press(const QMouseEvent& event);
    void extendTo(const QPoint& globalPosition);
    void drag();
    void release(const QMouseEvent& event);
    void setEnds(const TranscriptPlace& anchor, const TranscriptPlace& head);
    [[nodiscard]] Range rangeAt(const QPoint& globalPosition, TextUnit unit) const;
    [[nodiscard]] Span spanIn(int item, int text, int length) const;
    [[nodiscard]] bool isToEnd(int item, int text) const;
    [[nodiscard]] bool isWhole(int item) const;
    void apply();
    void applyTo(int item) const;
    void noteWords();
    void applyAgain() const;
    [[nodiscard]] QString text(Copied how) const;
    [[nodiscard]] QString textOf(int item, Copied how) const;

    Transcript& m_transcript;
    TranscriptPlace m_anchor;
    TranscriptPlace m_head;
    TextUnit m_unit = TextUnit::Place; ///< by which a drag selects
    Range m_pressed; ///< the unit that stays selected meanwhile
    QElapsedTimer m_sinceTwoClicks;
    QPoint m_pressedAt; ///< on the screen
    QPoint m_mouse; ///< the same of the last move
    QTimer m_autoscroll;
    QTimer m_applyingAgain; ///< to what texts show since
    bool m_dragging = false;
};

} // namespace roadloom
