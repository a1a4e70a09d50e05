// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/AppearanceSettings.h"

#include <QAction>
#include <QDialog>
#include <QList>

namespace roadloom {

/// All keys in one place: those of the commands, and those that act where the focus is.
class ShortcutsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<QAction*>& actions, SendKey sendKey = SendKey::Enter,
        QWidget* parent = nullptr);
};

} // namespace roadloom
