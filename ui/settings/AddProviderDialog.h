// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/LocalServers.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace roadloom {

class TextLabel;

/// Who could be added: servers found on this machine, providers known by name, a hub, any other
/// server. A few letters typed show only those that have them, and "local" or "own" the servers of
/// one's own. Closes with the choice.
class AddProviderDialog final : public QDialog {
    Q_OBJECT
public:
    /// `servers` must outlive it; what is found later comes in as it is found.
    explicit AddProviderDialog(LocalServers& servers, QWidget* parent = nullptr);

Q_SIGNALS:
    void foundChosen(const roadloom::LocalServer& server);
    void presetChosen(const QString& presetId);
    void serviceChosen();

protected:
    bool eventFilter(QObject* filter, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Groups {
        QTreeWidgetItem* found;
        QTreeWidgetItem* providers;
        QTreeWidgetItem* others;
        QTreeWidgetItem* nothing; ///< says that nothing has what is typed
    };

    QTreeWidgetItem* addGroup();
    void fillPresets();
    void showFound();
    void applyFilter();
    void selectFirst();
    void enableAdd();
    void choose();
    void retranslate();

    LocalServers& m_servers;
    QLineEdit* m_filter;
    QTreeWidget* m_tree;
    Groups m_groups {};
    TextLabel* m_ofNoUse; ///< servers that are there but cannot be used, and why
    QPushButton* m_look;
    QPushButton* m_add;
    QPushButton* m_cancel;
};

} // namespace roadloom
