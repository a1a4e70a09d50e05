// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "ui/look/Card.h"

#include <functional>
#include <optional>

class QPushButton;

namespace roadloom {

class FoldButton;
class TextLabel;

/// What the learner can do about a failure, beside trying again.
enum class Cure {
    Settings, ///< a key, an address or a name is to be put right
    AnotherModel, ///< somebody else has to answer
    AnotherGoal, ///< in place of trying again, which would fail again
    BuiltInCourses, ///< which answer this once
};

/// Nothing where only time can help.
[[nodiscard]] std::optional<Cure> cureFor(const Error& error);

/// The built-in courses, where they may take the place of who answers.
enum class StandIn { None, BuiltInCourses };

/// They have an answer where it is the way to somebody else, or that one, that failed.
[[nodiscard]] bool helpsAgainst(StandIn standIn, const Error& error);

/// Why the run failed, beside what was said so far, with what helps first. The technical details
/// are folded away. A goal that who answers has nothing on is no failure, and does not look so.
class ErrorCard : public Card {
    Q_OBJECT
public:
    explicit ErrorCard(
        const Error& error, StandIn standIn = StandIn::None, QWidget* parent = nullptr);

    /// Another try has begun: a quiet line of the reason is left, and nothing to press.
    void retire();
    /// Makes others that look as this one does once it has retired.
    [[nodiscard]] std::function<QWidget*()> makerOfRetired() const;

Q_SIGNALS:
    void retryRequested();
    void cureRequested(roadloom::Cure cure);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addDetails(const QString& details);
    void addButtons();
    void addStandIn();
    [[nodiscard]] bool isFutile() const;
    void retranslate();

    QString m_message;
    QString m_reason; ///< on one line
    std::optional<Cure> m_cure;
    TextLabel* m_title;
    QWidget* m_account; ///< all that goes when it retires
    FoldButton* m_unfold = nullptr; ///< there when there are details
    QPushButton* m_help = nullptr; ///< there when there is a cure
    QPushButton* m_retry = nullptr;
    QPushButton* m_standIn = nullptr; ///< there where the built-in courses help
    TextLabel* m_note; ///< what is left then
};

} // namespace roadloom
