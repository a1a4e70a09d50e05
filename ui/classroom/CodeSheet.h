// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/QrCode.h"

#include <QWidget>

#include <optional>

namespace roadloom {

/// What a class needs to join, each with its name: the code as large as there is room for, the
/// hub's address, of one that encrypts its fingerprint, and the link that joins, as a QR code. A
/// tall sheet is for a projector: it is to be read from the last row.
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
    class Brush;
    void paintWide(Brush& brush, const QRectF& all) const;
    void paintTall(Brush& brush, const QRectF& all) const;
    void writeFingerprint(Brush& brush, const QRectF& room) const;

    Contents m_shown;
    std::optional<QrCode> m_link;
};

} // namespace roadloom
