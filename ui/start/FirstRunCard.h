// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"
#include "ui/settings/LocalServers.h"

class QPushButton;

namespace roadloom {

class FlowLayout;
class TextLabel;

/// Asks on a fresh installation who should answer, and says what they are. Looks for servers on
/// this machine once it is painted, so that the window is there first; shows what it found when it
/// is done looking, all at once.
class FirstRunCard final : public Card {
    Q_OBJECT
public:
    explicit FirstRunCard(const QList<LocalCandidate>& candidates, QWidget* parent = nullptr);

Q_SIGNALS:
    /// This one, with its first model.
    void serverChosen(const roadloom::LocalServer& server);
    /// A provider elsewhere, with a key that is to be entered.
    void cloudChosen();
    /// A model server that was not found, with an address that is to be entered.
    void ownServerChosen();
    void hubChosen();
    void libraryChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showFound();
    void offer(const LocalServer& server);
    void placeChoices();
    void retranslate();

    LocalServers m_servers;
    bool m_hasLooked = false;
    TextLabel* m_title;
    TextLabel* m_state;
    TextLabel* m_ofNoUse; ///< servers that are there but cannot be used, and why
    TextLabel* m_what; ///< a model and a hub are
    FlowLayout* m_choices = nullptr;
    QList<QPushButton*> m_found; ///< usable servers; the first is recommended
    QPushButton* m_cloud;
    QPushButton* m_ownServer;
    QPushButton* m_hub;
    QPushButton* m_library;
};

} // namespace roadloom
