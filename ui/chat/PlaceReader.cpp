// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/PlaceReader.h"

#include "ui/chat/ChatItem.h"
#include "ui/chat/ProseView.h"

#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace roadloom {

namespace {

constexpr auto slice = qsizetype(32) * 1024; // characters: well below a millisecond

/// Calls back with where the words are, one behind the other.
template <class Take>
void findAll(QStringView text, QStringView words, Take take)
{
    for (qsizetype i = text.indexOf(words, 0, Qt::CaseInsensitive); i >= 0;
         i = text.indexOf(words, i + words.size(), Qt::CaseInsensitive))
        take(int(i));
}

} // namespace

PlaceReader::PlaceReader(const ChatItem& item, const QWidget* widget, QString words, In where)
    : m_item(item)
    , m_widget(widget)
    , m_words(std::move(words))
    , m_where(where)
{
    begin();
}

void PlaceReader::begin()
{
    const bool isShown = m_where == In::Shown || !hasPendingWords(m_widget);
    m_revision = isShown ? revisionOf(m_widget) : -1;
    m_count = 0;
    m_places.clear();
    m_next = {};
    m_value.reset();
    if (m_revision >= 0 || m_where == In::Shown)
        return;
    if (m_item.hasMarks())
        m_value.emplace(m_item.markdown());
    else
        findAll(m_item.plainText(), m_words, [this](int /*position*/) { ++m_count; });
}

bool PlaceReader::readSlice()
{
    if (m_revision >= 0 && revisionOf(m_widget) != m_revision)
        begin();
    return m_revision >= 0 ? readShown() : readValue();
}

void PlaceReader::readAll()
{
    while (!readSlice()) { }
}

/// Not with QTextDocument::find(), which copies the paragraph for each place in it.
bool PlaceReader::readShown()
{
    const QList<ProseView*> texts = textsOf(m_widget);
    qsizetype left = slice;
    for (; m_next.text < texts.size(); m_next = { .text = m_next.text + 1 }) {
        const QTextDocument& document = *texts.at(m_next.text)->document();
        for (QTextBlock block = document.findBlock(m_next.position); block.isValid();
             block = block.next()) {
            if (left <= 0)
                return false;
            const QString text = block.text().replace(QChar::Nbsp, QChar::Space);
            findAll(text, m_words, [&](int position) {
                m_places.append({ .text = m_next.text, .position = block.position() + position });
            });
            left -= block.length();
            m_next.position = block.position() + block.length();
        }
    }
    m_count = int(m_places.size());
    return true;
}

bool PlaceReader::readValue()
{
    if (!m_value)
        return true;
    findAll(m_value->take(slice), m_words, [this](int /*position*/) { ++m_count; });
    return m_value->isAtEnd();
}

int PlaceReader::revisionOf(const QWidget* widget)
{
    int revision = -1;
    for (const ProseView* const view : textsOf(widget))
        revision += 1 + view->document()->revision();
    return revision;
}

bool hasPendingWords(const QWidget* widget)
{
    return std::ranges::any_of(textsOf(widget), &ProseView::hasPending);
}

} // namespace roadloom
