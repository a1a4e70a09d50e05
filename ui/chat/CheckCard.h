// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"

class QPushButton;

namespace roadloom {

class TextLabel;

/// What came of a check.
struct CheckNote {
    double score = 0.0; ///< 0 to 100
    bool isValid = true; ///< nothing in the roadmap has to be mended
    bool hasRemarks = false;
    QString summary {}; ///< the model's words; may be empty
};

/// The check's score, and, as long as they are those of the roadmap in front, a way to its remarks.
class CheckCard : public Card {
    Q_OBJECT
public:
    explicit CheckCard(CheckNote note, QWidget* parent = nullptr);

    /// There are some now.
    void offerRemarks();
    /// The remarks are gone, or about another roadmap.
    void retire();
    /// One that looks as this one does once it has retired.
    [[nodiscard]] static QWidget* makeRetired(const CheckNote& note);
    [[nodiscard]] const CheckNote& note() const { return m_note; }

Q_SIGNALS:
    void remarksWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    CheckNote m_note;
    TextLabel* m_title;
    QWidget* m_way; ///< to the remarks
    TextLabel* m_hint;
    QPushButton* m_show;
};

} // namespace roadloom
