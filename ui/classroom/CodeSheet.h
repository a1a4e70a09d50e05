// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/QrCode.h"

#include <QWidget>

#include <optional>

namespace roadloom {

/// What a class needs to join, to be read from the last row: the code as large as there is room
/// for, below it the hub's address, and, of one that encrypts, its fingerprint; beside them the
/// link that joins, as a QR code.
class CodeSheet : public QWidget {
    Q_OBJECT
public:
    explicit CodeSheet(QWidget* parent = nullptr);

    struct Contents {
        QString code {}; ///< in groups
        QString address {}; ///< as it is typed
        QString link {}; ///< as joinLinkText() has it
        QString fingerprint {}; ///< as shownFingerprint() has it; empty: there is none
    };
    void show(const Contents& contents);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Contents m_shown;
    std::optional<QrCode> m_link;
};

} // namespace roadloom
