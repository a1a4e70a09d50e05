// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QPushButton;

namespace roadloom {

class Card;
class TextLabel;

/// What there is to know of the built-in courses, which have nothing to fill in. While nobody else
/// can answer, also what a model is, and how to add one.
class LibraryPane : public QScrollArea {
    Q_OBJECT
public:
    explicit LibraryPane(QWidget* parent = nullptr);

    void setInvites(bool invites);

Q_SIGNALS:
    void modelWanted();
    void hubWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* buildAbout();
    [[nodiscard]] Card* buildInvitation();
    void retranslate();

    TextLabel* m_title;
    TextLabel* m_about;
    TextLabel* m_inviteTitle;
    TextLabel* m_invite;
    QPushButton* m_add;
    QPushButton* m_hub;
    Card* m_invitation;
};

} // namespace roadloom
