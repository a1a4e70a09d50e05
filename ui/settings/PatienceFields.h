// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/Patience.h"

#include <QWidget>

class QLabel;
class QSpinBox;

namespace roadloom {

/// How long to wait, in seconds.
class PatienceFields : public QWidget {
    Q_OBJECT
public:
    explicit PatienceFields(const Patience& patience, QWidget* parent = nullptr);

    /// What the fields say; a time that nobody touched stays as exact as it was.
    [[nodiscard]] Patience patience() const;
    /// The administrator has set how long silence may be, if so.
    void fix(bool isFixed);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        std::chrono::milliseconds Patience::*part;
        QLabel* label;
        QSpinBox* box;
    };

    void retranslate();

    Patience m_before;
    QList<Field> m_fields;
};

} // namespace roadloom
