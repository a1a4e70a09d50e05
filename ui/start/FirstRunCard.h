// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Card.h"
#include "ui/settings/LocalServers.h"

class QPushButton;
class QVBoxLayout;

namespace roadloom {

class TextLabel;

/// Asks on a fresh installation who should answer. Looks for servers on this machine once it is
/// painted, so that the window is there first.
class FirstRunCard final : public Card {
    Q_OBJECT
public:
    explicit FirstRunCard(const QList<LocalCandidate>& candidates, QWidget* parent = nullptr);

Q_SIGNALS:
    /// This one, with its first model.
    void serverChosen(const roadloom::LocalServer& server);
    /// Some provider, with a key that is to be entered.
    void keyChosen();
    void hubChosen();
    void libraryChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showFound();
    void addServer(const LocalServer& server);
    void retranslate();

    LocalServers m_servers;
    bool m_hasLooked = false;
    TextLabel* m_title;
    TextLabel* m_state;
    QVBoxLayout* m_foundPlace = nullptr;
    QWidgetList m_found;
    QPushButton* m_key;
    QPushButton* m_hub;
    QPushButton* m_library;
};

} // namespace roadloom
