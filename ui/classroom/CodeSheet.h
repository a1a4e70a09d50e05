// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/QrCode.h"

#include <QWidget>

#include <optional>

namespace roadloom {

/// What a class needs to join, to be read from the last row: the code as large as there is room
/// for, below it the hub's address, and beside them the link that joins, as a QR code.
class CodeSheet : public QWidget {
    Q_OBJECT
public:
    explicit CodeSheet(QWidget* parent = nullptr);

    /// The code in groups, the address as it is typed; the link as joinLinkText() has it.
    void show(const QString& code, const QString& address, const QString& link);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_code;
    QString m_address;
    std::optional<QrCode> m_link;
};

} // namespace roadloom
