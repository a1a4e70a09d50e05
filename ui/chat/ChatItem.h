// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/EditCard.h"
#include "ui/chat/SpokenMessage.h"
#include "ui/look/Accents.h"

#include <functional>
#include <memory>

class QFontMetrics;
class QWidget;

namespace roadloom {

/// Something that stands in a conversation by itself, as a value: a widget can be made of it
/// whenever it comes into sight, and let go when it has left.
class ChatItem {
public:
    ChatItem() = default;
    virtual ~ChatItem() = default;
    Q_DISABLE_COPY_MOVE(ChatItem)

    /// Whoever asks owns it.
    [[nodiscard]] virtual QWidget* makeWidget() = 0;
    /// The widget, one of makeWidget(), holds nothing that another one would not.
    [[nodiscard]] virtual bool canLetGo(const QWidget& /*widget*/) const { return true; }
    /// How tall the widget will about be. Cheap.
    [[nodiscard]] virtual int estimatedHeight(int width, const QFontMetrics& metrics) const = 0;

    /// What it says, without folded reasoning.
    [[nodiscard]] virtual QString plainText() const = 0;
    [[nodiscard]] virtual QString markdown() const { return plainText(); }
    /// plainText() is plainWords() of markdown(), and may be long.
    [[nodiscard]] virtual bool hasMarks() const { return false; }
};

/// What the learner wants.
class WishItem final : public ChatItem {
public:
    explicit WishItem(QString goal);

    QWidget* makeWidget() override;
    [[nodiscard]] int estimatedHeight(int width, const QFontMetrics& metrics) const override;
    [[nodiscard]] QString plainText() const override { return m_goal; }

private:
    QString m_goal;
};

/// What an agent said in one try. The message may still grow, through the widget that is made.
class MessageItem final : public ChatItem {
public:
    explicit MessageItem(SpokenMessage message);

    QWidget* makeWidget() override;
    [[nodiscard]] bool canLetGo(const QWidget& widget) const override;
    [[nodiscard]] int estimatedHeight(int width, const QFontMetrics& metrics) const override;
    [[nodiscard]] QString plainText() const override;
    [[nodiscard]] QString markdown() const override;
    [[nodiscard]] bool hasMarks() const override { return true; }

private:
    std::shared_ptr<SpokenMessage> m_message;
};

/// A sentence of the program itself, asked for anew when the language changes, and perhaps a longer
/// text of a model below it.
class NoteItem final : public ChatItem {
public:
    NoteItem(Tone tone, std::function<QString()> sentence, QString foreignText);

    QWidget* makeWidget() override;
    [[nodiscard]] int estimatedHeight(int width, const QFontMetrics& metrics) const override;
    [[nodiscard]] QString plainText() const override;

private:
    Tone m_tone;
    std::function<QString()> m_sentence;
    QString m_foreignText;
};

/// What an agent changed in the roadmap.
class EditItem final : public ChatItem {
public:
    explicit EditItem(RoadmapEditNote note);

    QWidget* makeWidget() override;
    [[nodiscard]] int estimatedHeight(int width, const QFontMetrics& metrics) const override;
    [[nodiscard]] QString plainText() const override;

private:
    RoadmapEditNote m_note;
};

} // namespace roadloom
