// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/run/TimedWait.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace roadloom {

class TextLabel;

/// What a reader would otherwise take for silence: what is being waited for, for how long and when
/// it is given up, else what is going on unseen. A short wait is not told. There while there is
/// something to say; renewed once a second, only while that changes it. While a broken stream waits
/// for its reconnection, a button hurries it.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// How long a wait lasts before it is told: 3 s unless set.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Translated. Said where the wait needs no words; empty for nothing.
    void setActivity(const QString& activity);
    /// May come with every word: costs nothing then.
    void setWait(const TimedWait& wait);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void retryNowRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void renew();
    void renewLater();
    void retranslate();
    [[nodiscard]] QString waitText() const;
    void offerRetry(bool isOffered);

    TextLabel* m_words;
    QPushButton* m_retryNow;
    QString m_activity;
    TimedWait m_wait;
    std::chrono::milliseconds m_patience { 3000 };
    QTimer m_tick;
};

} // namespace roadloom
