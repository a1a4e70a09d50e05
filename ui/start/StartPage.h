// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

#include <QScrollArea>

class QBoxLayout;
class QPushButton;

namespace roadloom {

class GoalForm;
class TextLabel;

/// Where a run begins: who answers, the form, and a few wishes to try.
class StartPage : public QScrollArea {
    Q_OBJECT
public:
    explicit StartPage(const LearnerRequest& defaults, QWidget* parent = nullptr);

    [[nodiscard]] GoalForm& form() { return *m_form; }
    /// Who answers, as RoadmapSource::title() says.
    void setSourceTitle(const QString& title);
    /// Whether there is a conversation to go back to.
    void setCanReturn(bool can);

Q_SIGNALS:
    void returnRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildColumn();
    QWidget* buildExamples();
    void retranslate();

    GoalForm* m_form;
    TextLabel* m_title;
    TextLabel* m_source;
    TextLabel* m_examplesTitle;
    QPushButton* m_return;
    QList<QPushButton*> m_examples;
    QString m_sourceTitle;
};

} // namespace roadloom
