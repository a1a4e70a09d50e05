// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/Icons.h"

#include <QWidget>

namespace roadloom {

class TextLabel;

/// Stands where a roadmap will be, or would have been: a sign, and a sentence below it.
class EmptyRoadmap : public QWidget {
    Q_OBJECT
public:
    explicit EmptyRoadmap(QWidget* parent = nullptr);

    void say(Icon sign, const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void leaveRoomForSign();

    Icon m_sign = Icon::Tree;
    QWidget* m_place; ///< of the sign
    TextLabel* m_sentence;
};

} // namespace roadloom
