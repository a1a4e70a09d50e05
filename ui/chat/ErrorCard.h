// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "ui/look/Card.h"

class QPushButton;

namespace roadloom {

class FoldButton;
class TextLabel;

/// Why the run failed, beside what was said so far. The technical details are folded away.
class ErrorCard : public Card {
    Q_OBJECT
public:
    explicit ErrorCard(const Error& error, QWidget* parent = nullptr);

    /// Another try has begun: nothing is left to press.
    void retire();

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addDetails(const QString& details);
    void retranslate();

    TextLabel* m_title;
    FoldButton* m_unfold = nullptr; ///< there when there are details
    QPushButton* m_retry;
};

} // namespace roadloom
