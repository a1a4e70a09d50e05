// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/PlainWords.h"

#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <optional>

namespace roadloom {

class ChatItem;

/// A character of an item: in one of its texts.
struct TextPlace {
    int text = 0;
    int position = 0;
};

/// Looks for words in an item, whatever their case, a slice at a time, so that a long one blocks
/// nothing. Begins anew when what is shown changes meanwhile. The item must stay.
class PlaceReader {
public:
    enum class In {
        All, ///< what the widget shows once it shows all, else the item's plain text
        Shown, ///< what the widget shows so far
    };
    PlaceReader(const ChatItem& item, const QWidget* widget, QString words, In where = In::All);

    /// True when all is read.
    [[nodiscard]] bool readSlice();
    void readAll();

    [[nodiscard]] int count() const { return m_count; }
    /// Of what is shown; -1: read as a value.
    [[nodiscard]] int revision() const { return m_revision; }
    /// Where the words are shown; none of what was read as a value.
    [[nodiscard]] const QList<TextPlace>& places() const { return m_places; }

    /// Another one when the texts of the widget show something else; -1 without texts.
    [[nodiscard]] static int revisionOf(const QWidget* widget);

private:
    void begin();
    [[nodiscard]] bool readShown();
    [[nodiscard]] bool readValue();

    const ChatItem& m_item;
    QPointer<const QWidget> m_widget;
    QString m_words;
    In m_where;
    int m_revision = -1;
    int m_count = 0;
    QList<TextPlace> m_places;
    TextPlace m_next; ///< to be read
    std::optional<PlainWordsReader> m_value;
};

/// Words shown there that are not all shown yet.
[[nodiscard]] bool hasPendingWords(const QWidget* widget);

} // namespace roadloom
