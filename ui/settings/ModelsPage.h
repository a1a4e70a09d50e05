// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/KeyKeeping.h"
#include "ui/settings/LocalServers.h"
#include "ui/settings/Settings.h"

#include <QWidget>

#include <functional>

class QListView;
class QPushButton;

namespace roadloom {

class AnswererListModel;
class LibraryPane;
class SetupForm;
class TextLabel;

/// Who can answer, who does, and all there is to say about each of them. Somebody who is added is a
/// draft first: in the list, but not in the book before it is saved, and gone without a question
/// when nothing was filled in.
class ModelsPage : public QWidget {
    Q_OBJECT
public:
    explicit ModelsPage(const Settings& settings, QWidget* parent = nullptr);
    ~ModelsPage() override;

    /// Asks whom to add.
    void add();
    /// Shows the form of a model server of one's own to be added.
    void addServer();
    /// Shows the form of a hub to be added.
    void addHub();
    /// Shows one of them, after what is unsaved has been settled.
    void select(const QString& id);

    [[nodiscard]] bool hasUnsavedChanges() const;
    /// Goes on at once if nothing is unsaved; else asks, and goes on when it is saved or given up.
    void settle(const std::function<void()>& then);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildForm();
    void build();
    void connectButtons();
    void addFoundServer(const LocalServer& server);
    void addPreset(const QString& presetId);
    void take(const ConfiguredProviders& configured);
    void showSetup(const ConfiguredProviders& with, const QString& addedId);
    [[nodiscard]] bool showsDraft() const;
    void dropDraft();
    void use();
    void remove();
    void makeDefault(const QString& id);
    void takeCurrent();
    void showForm(const QString& id);
    [[nodiscard]] SetupForm* formFor(const QString& id);
    void finishSaving();
    void dropContinuation();
    void askAboutUnsaved();
    void enableButtons();
    void showTrialButtons();
    void sizeSide();
    void retranslate();

    Settings m_settings;
    LocalServers m_servers;
    KeyKeeping m_keys; ///< of those that are removed
    AnswererListModel* m_model;
    TextLabel* m_intro;
    TextLabel* m_fixed; ///< what the administrator has said
    TextLabel* m_problem;
    QListView* m_list;
    QWidget* m_side = nullptr; ///< the list and what is below it
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_use;
    LibraryPane* m_library;
    QWidget* m_formPlace = nullptr;
    SetupForm* m_form = nullptr; ///< of the one that is shown; the built-in courses have none
    QPushButton* m_try;
    QPushButton* m_stop;
    QPushButton* m_save;
    QPushButton* m_undo;
    QString m_shownId;
    std::optional<AnySetup> m_draft; ///< added and never saved since
    std::function<void()> m_then; ///< when what is unsaved is saved
};

} // namespace roadloom
