// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/Settings.h"

#include <QDialog>

class QPushButton;
class QTabWidget;

namespace roadloom {

class AppearancePage;
class ModelsPage;

/// The program's settings. With one page only, no tabs are shown. Closing asks about what is
/// unsaved.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(const Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] ModelsPage& models() { return *m_models; }

    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QTabWidget* m_pages;
    ModelsPage* m_models;
    AppearancePage* m_appearance; ///< null where nothing keeps the appearance
    QPushButton* m_close;
};

} // namespace roadloom
