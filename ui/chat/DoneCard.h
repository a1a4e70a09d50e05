// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

namespace roadloom {

class PrimaryButton;
class TextLabel;

/// The run has brought a roadmap: what that is, whether it is kept, and a way to begin to learn.
class DoneCard : public Card {
    Q_OBJECT
public:
    explicit DoneCard(QWidget* parent = nullptr);

    /// Whether the roadmap is in the library. As long as it is not, the card does not say so.
    void setKept(bool isKept);
    /// Gives the keyboard to the way to begin, so that Enter goes there.
    void takeFocus();

Q_SIGNALS:
    void studyRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    bool m_isKept = false;
    TextLabel* m_title;
    TextLabel* m_about; ///< what a roadmap is
    TextLabel* m_text;
    PrimaryButton* m_study;
};

} // namespace roadloom
