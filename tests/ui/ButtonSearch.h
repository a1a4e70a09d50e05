// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

#include <algorithm>

namespace roadloom {

/// The first whose text begins so, mnemonics aside; nullptr if there is none.
inline QPushButton* findButton(const QWidget& widget, const QString& text)
{
    const auto buttons = widget.findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(buttons, [&text](const QPushButton* candidate) {
        return QString(candidate->text()).remove(u'&').startsWith(text);
    });
    return found != buttons.cend() ? *found : nullptr;
}

/// The one that must be there.
inline QPushButton& button(const QWidget& widget, const QString& text)
{
    QPushButton* const found = findButton(widget, text);
    if (found == nullptr)
        qFatal("no such button: %s", qPrintable(text));
    return *found;
}

} // namespace roadloom
