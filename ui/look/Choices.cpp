// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Choices.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>

namespace roadloom {

void fitChoices(QComboBox& box, const QLabel& label)
{
    box.setSizeAdjustPolicy(QComboBox::AdjustToContents);
    // "&Level", and in Chinese "水平(&L)"
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    box.view()->setAccessibleName(label.text().remove(mnemonic));
}

} // namespace roadloom
