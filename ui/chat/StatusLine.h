// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/TimedWait.h"
#include "ui/look/TextLabel.h"

#include <QTimer>

namespace roadloom {

/// What a reader would otherwise take for silence: what is being waited for, for how long and until
/// when, else what is going on unseen. There while there is something to say; renewed once a
/// second, only while that changes it.
class StatusLine : public TextLabel {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Translated. Said where the wait needs no words; empty for nothing.
    void setActivity(const QString& activity);
    /// May come with every word: costs nothing then.
    void setWait(const TimedWait& wait);

protected:
    void changeEvent(QEvent* event) override;

private:
    void renew();
    void renewLater();
    [[nodiscard]] QString waitText() const;

    QString m_activity;
    TimedWait m_wait;
    QTimer m_tick;
};

} // namespace roadloom
