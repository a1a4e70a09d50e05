// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QGroupBox;
class QLabel;
class QLineEdit;

namespace roadloom {

class FieldError;
class TextLabel;

/// The fields of a request that may be left as they are: motivation, background, ways of learning,
/// deadline.
class AboutYou : public QWidget {
    Q_OBJECT
public:
    /// Shows the preferences' present values. A deadline can be chosen from `today` on.
    AboutYou(const LearningPreferences& preferences, const QDate& today, QWidget* parent = nullptr);

    /// The built-in courses answer, which go by the deadline alone: that is said first.
    void setBuiltIn(bool isBuiltIn);

    /// Writes its fields into the preferences.
    void applyTo(LearningPreferences& preferences) const;

    /// What is wrong with a field, shown beside it; an empty text hides it.
    void showMotivationError(const QString& text);
    void showBackgroundError(const QString& text);
    void showDeadlineError(const QString& text);

    /// What can have the focus, from top to bottom.
    [[nodiscard]] QWidgetList fields() const;
    /// nullptr if nothing is shown to be wrong.
    [[nodiscard]] QWidget* firstWrongField() const;

Q_SIGNALS:
    /// Enter in a line of text.
    void enterPressed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Way {
        ContentPreference kind;
        QCheckBox* box;
    };

    void addWays(const QList<ContentPreference>& chosen);
    void buildDeadline(const LearningPreferences& preferences, const QDate& today);
    void buildLayout();
    void retranslate();

    TextLabel* m_whatCounts;
    QLabel* m_motivationLabel;
    QLineEdit* m_motivation;
    FieldError* m_motivationError;
    QLabel* m_backgroundLabel;
    QLineEdit* m_background;
    FieldError* m_backgroundError;
    QGroupBox* m_waysGroup;
    QList<Way> m_ways;
    QList<ContentPreference> m_unsaidWays; ///< that hold where none is ticked
    QCheckBox* m_hasDeadline;
    QDateEdit* m_deadline;
    FieldError* m_deadlineError;
};

} // namespace roadloom
