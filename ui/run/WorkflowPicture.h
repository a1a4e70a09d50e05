// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/run/WorkflowTrail.h"

#include <QWidget>

namespace roadloom {

/// The way of a run as a picture: analyse, design, check and mend in turns, done. Each step has a
/// sign of its own for what became of it, so that no colour has to be told apart. A step that the
/// run did without is not there at its end.
class WorkflowPicture : public QWidget {
    Q_OBJECT
public:
    explicit WorkflowPicture(QWidget* parent = nullptr);

    void setTrail(const WorkflowTrail& trail);
    [[nodiscard]] const WorkflowTrail& trail() const { return m_trail; }
    /// Beside which signs: of all steps, for little room of the one that the run is in or ended at,
    /// or none.
    enum class Words { All, OfTheStep, None };
    void setWords(Words words);
    /// At most, whatever step the run is in.
    [[nodiscard]] int widthWith(Words words) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QList<WorkStep> shownSteps() const;
    [[nodiscard]] QString label(WorkStep step) const;
    /// In pixels; they grow with the text.
    struct Measures {
        int sign = 0; ///< its side
        int gap = 0; ///< between a sign and what stands beside it
        int link = 0; ///< the length of the line between two steps
    };
    [[nodiscard]] Measures measures() const;
    [[nodiscard]] bool isNamed(WorkStep step) const;
    [[nodiscard]] int labelWidth(WorkStep step) const;
    [[nodiscard]] int stepWidth(WorkStep step) const;
    void paintStep(QPainter& painter, WorkStep step, const QRect& place) const;
    void retranslate();

    WorkflowTrail m_trail;
    Words m_words = Words::All;
};

} // namespace roadloom
