// SPDX-License-Identifier: Apache-2.0
#include "ui/look/Choices.h"

#include "ui/look/CommandText.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>

namespace roadloom {

void fitChoices(QComboBox& box, const QLabel& label)
{
    box.setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box.view()->setAccessibleName(withoutMnemonic(label.text()));
}

} // namespace roadloom
