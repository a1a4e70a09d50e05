// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/KeyFocus.h"
#include "ui/chat/WordQueue.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace roadloom {

/// Streaming reasoning of a model: plain, muted text on a pane of its own, as tall as it is up to
/// some lines, then scrolling, its end in sight while the reader is there. Words that come while it
/// is hidden are only kept; while it is seen they are laid out at most once a frame, as many as fit
/// its time. Bounded: of a long text the beginning goes.
class ReasoningText : public QPlainTextEdit {
    Q_OBJECT
public:
    /// Characters that stay at least.
    static constexpr int mostKept = 200'000;

    explicit ReasoningText(QWidget* parent = nullptr);

    void append(const QString& words);
    void strikeOut();
    /// Some of the beginning is gone.
    [[nodiscard]] bool isCut() const { return m_cut; }

Q_SIGNALS:
    /// Once.
    void beginningCut();

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showFrame();
    [[nodiscard]] QString inParagraphs(const QString& words);
    void trim();
    void noteCut();
    void fitHeight();
    void follow(int end);
    void applyColor();
    [[nodiscard]] double tallestLine() const;

    void takeFocus(const QFocusEvent& event);

    KeyFocus m_keys;
    WordQueue m_queue;
    QTimer m_frame;
    int m_lineLength = 0; ///< of the last paragraph in the document
    QChar m_last; ///< in it
    int m_openLineEnds = 0; ///< at the end, shown when something follows
    bool m_cut = false;
    bool m_following = true;
    bool m_scrolling = false; ///< by ourselves
    bool m_applying = false;
};

} // namespace roadloom
