// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyState.h"

#include <QWidget>

class QButtonGroup;

namespace roadloom {

/// The four states of a concept beside each other, one of them chosen. Arrow keys go from one to
/// the next.
class StateChoice : public QWidget {
    Q_OBJECT
public:
    explicit StateChoice(QWidget* parent = nullptr);

    [[nodiscard]] StudyState state() const;
    /// Tells nobody.
    void setState(StudyState state);

Q_SIGNALS:
    /// By the learner.
    void chosen(roadloom::StudyState state);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QButtonGroup* m_buttons;
};

} // namespace roadloom
