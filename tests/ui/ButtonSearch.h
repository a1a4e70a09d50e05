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

/// The first that is seen and has this text, or a name that begins so; nullptr if there is none.
inline QAbstractButton* buttonNamed(const QWidget& widget, const QString& name)
{
    const auto buttons = widget.findChildren<QAbstractButton*>();
    const auto found = std::ranges::find_if(buttons, [&name](const QAbstractButton* candidate) {
        return candidate->isVisible()
            && (candidate->accessibleName().startsWith(name)
                || QString(candidate->text()).remove(u'&') == name);
    });
    return found != buttons.cend() ? *found : nullptr;
}

} // namespace roadloom
