// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/ChatItem.h"

#include <QPointer>
#include <QWidget>

#include <functional>

namespace roadloom {

/// Stands for a card that cannot be made anew: it has something to press, or still changes.
class LiveCardItem final : public ChatItem {
public:
    explicit LiveCardItem(QWidget* card);

    QWidget* makeWidget() override { return m_card; }
    [[nodiscard]] bool canLetGo(const QWidget& /*widget*/) const override { return false; }
    [[nodiscard]] int estimatedHeight(int /*width*/, const QFontMetrics& /*metrics*/) const override
    {
        return 0;
    }
    [[nodiscard]] QString plainText() const override;

private:
    QPointer<QWidget> m_card;
};

/// A card that says its last words.
class RetiredCardItem final : public ChatItem {
public:
    explicit RetiredCardItem(std::function<QWidget*()> make);

    QWidget* makeWidget() override { return m_make(); }
    [[nodiscard]] int estimatedHeight(int width, const QFontMetrics& metrics) const override;
    [[nodiscard]] QString plainText() const override;

private:
    std::function<QWidget*()> m_make;
};

} // namespace roadloom
