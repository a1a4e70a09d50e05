// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace roadloom {

/// What the program is, its version, its licence, and those of what it is made with.
class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace roadloom
