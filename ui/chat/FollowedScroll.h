// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>
#include <QTimer>

class QPushButton;

namespace roadloom {

/// A scroll area whose content grows at its end. Follows the end while the reader is there; any
/// scrolling upwards ends that, and when more comes then a button leads back to it. Reaching the
/// end resumes, by whatever means.
class FollowedScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit FollowedScroll(QWidget* parent = nullptr);

    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Goes to the end, and stays there while it grows.
    void follow();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    /// Puts right where the reader is, which is no scrolling of theirs.
    void correctTo(int value);
    /// There is more to read than before.
    void noteNews();
    /// The content will be taller by so much: follows the end to where it will be.
    void stepAhead(int by);

private:
    void keepFollowing(int end);
    void stepToEnd();
    void noteScroll(int value);
    void showWayToEnd();
    void retranslate();

    QPushButton* m_toEnd;
    QTimer m_afterPaint; ///< until the next step to the end
    int m_value = 0; ///< before the last scrolling
    bool m_following = true;
    bool m_hasNews = false; ///< since the reader left the end
    bool m_scrolling = false; ///< by ourselves
};

} // namespace roadloom
