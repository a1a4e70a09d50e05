// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/Transcript.h"

#include "ui/chat/CardItem.h"
#include "ui/chat/ChatItem.h"
#include "ui/look/TabOrder.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int ringWidth = 2; // around the viewport
constexpr int margin = 2 * spacingUnit - ringWidth; // around all items
constexpr int gap = spacingUnit + 4; // between them
constexpr int widgetsKept = 40; // in any case

} // namespace

Transcript::Transcript(QWidget* parent)
    : FollowedScroll(parent)
    , m_content(new QWidget)
{
    setWidget(m_content);
    setViewportMargins(ringWidth, ringWidth, ringWidth, ringWidth);
    m_content->setAttribute(Qt::WA_StaticContents);
    m_content->installEventFilter(this);
    verticalScrollBar()->setSingleStep(3 * spacingUnit);
    m_near.setSingleShot(true);
    m_near.setInterval(0);
    connect(&m_near, &QTimer::timeout, this, &Transcript::tendWhatIsNear);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &Transcript::arrange);
    connect(qApp, &QApplication::focusChanged, this,
        [this](QWidget* /*before*/, QWidget* now) { noteFocus(now); });
}

Transcript::~Transcript()
{
    // What goes with the scroll area must find nobody to tell.
    disconnect(verticalScrollBar(), nullptr, this, nullptr);
    disconnect(qApp, nullptr, this, nullptr);
    m_content->removeEventFilter(this);
}

// --- what there is ----------------------------------------------------------------------------

QWidget* Transcript::append(std::unique_ptr<ChatItem> item)
{
    m_entries.push_back(Entry { .item = std::move(item) });
    realise(count() - 1);
    arrangeGrown();
    return m_entries.back().widget;
}

void Transcript::appendPast(std::vector<std::unique_ptr<ChatItem>> items)
{
    const QFontMetrics metrics = fontMetrics();
    const int width = m_width > 0 ? m_width : innerWidth();
    m_entries.reserve(m_entries.size() + items.size());
    for (std::unique_ptr<ChatItem>& item : items) {
        const int height = item->estimatedHeight(width, metrics);
        m_entries.push_back({ .item = std::move(item), .height = height });
    }
    arrange();
}

void Transcript::appendLive(QWidget* widget)
{
    const int index = indexOf(widget);
    if (index < 0) {
        m_entries.push_back({ .item = std::make_unique<LiveCardItem>(widget), .isLive = true });
        connect(widget, &QObject::destroyed, &m_near, qOverload<>(&QTimer::start));
        realise(count() - 1);
        arrangeGrown();
        return;
    }
    std::rotate(m_entries.begin() + index, m_entries.begin() + index + 1, m_entries.end());
    Q_EMIT itemTaken(index);
    arrange();
}

void Transcript::retire(QWidget* widget, std::function<QWidget*()> makeAnother)
{
    const int index = indexOf(widget);
    if (index < 0)
        return;
    Entry& entry = m_entries.at(size_t(index));
    entry.item = std::make_unique<RetiredCardItem>(std::move(makeAnother));
    entry.isLive = false;
    Q_EMIT itemChanged(index);
    m_near.start();
}

void Transcript::setFooter(QWidget* footer)
{
    m_footer = footer;
    footer->setParent(m_content);
}

void Transcript::orderFocus()
{
    QList<QWidget*> parts;
    for (QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
        if (m_content->isAncestorOf(each) && each->focusProxy() == nullptr
            && (each->focusPolicy() & Qt::TabFocus) != 0)
            parts.append(each);
    }
    const auto itemsTop = [this](const QWidget* part) {
        while (part->parentWidget() != m_content)
            part = part->parentWidget();
        return part->y();
    };
    std::ranges::stable_sort(parts, {}, itemsTop);
    placeInTabOrder(*this, parts);
}

void Transcript::clear()
{
    m_held.clear();
    m_marked.clear();
    m_pointedAt = -1;
    for (const Entry& entry : m_entries) {
        if (!entry.widget)
            continue;
        entry.widget->hide();
        entry.widget->deleteLater();
    }
    m_entries.clear();
    Q_EMIT cleared();
    follow();
    arrange();
}

void Transcript::makeRoom(int by)
{
    if (m_arranging || !isVisible())
        return;
    const QScopedValueRollback guard(m_arranging, true);
    stepAhead(by);
    // In time for the paint; what the item's layout asks for comes after it.
    QCoreApplication::postEvent(m_content, new QEvent(QEvent::LayoutRequest));
}

const ChatItem& Transcript::item(int index) const
{
    return *m_entries.at(size_t(index)).item;
}

QWidget* Transcript::widgetOf(int index) const
{
    return m_entries.at(size_t(index)).widget;
}

int Transcript::indexOf(const QWidget* widget) const
{
    while (widget != nullptr && widget->parentWidget() != m_content)
        widget = widget->parentWidget();
    if (widget == nullptr)
        return -1;
    const auto found
        = std::ranges::find(m_entries, widget, [](const Entry& e) { return e.widget; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int Transcript::itemAt(int y) const
{
    if (m_entries.empty())
        return -1;
    const auto after = std::ranges::upper_bound(m_entries, y, {}, &Entry::top);
    return std::max(0, int(after - m_entries.begin()) - 1);
}

QRect Transcript::geometryOf(int index) const
{
    const Entry& entry = m_entries.at(size_t(index));
    return { margin, entry.top, m_width, entry.height };
}

// --- where it is ------------------------------------------------------------------------------

int Transcript::innerWidth() const
{
    return std::max(1, viewport()->width() - 2 * margin);
}

/// An item whose height is known: one above it may turn out to be taller.
Transcript::Anchor Transcript::anchorAt(int value) const
{
    const int first = std::max(0, itemAt(value));
    const int bottom = value + viewport()->height();
    for (int i = first; i < count() && m_entries.at(size_t(i)).top < bottom; ++i) {
        const Entry& entry = m_entries.at(size_t(i));
        if (entry.widget && entry.top + entry.height > value)
            return { .index = i, .offset = value - entry.top };
    }
    const int top = m_entries.empty() ? 0 : m_entries.at(size_t(first)).top;
    return { .index = first, .offset = value - top };
}

void Transcript::arrange()
{
    if (m_arranging || !isVisible())
        return;
    dropDeleted();
    const Anchor anchor = anchorAt(verticalScrollBar()->value());
    arrangeAround(anchor);
}

/// Something has changed by itself: what makes it taller is news.
void Transcript::arrangeGrown()
{
    const int before = m_content->height();
    arrange();
    if (m_content->height() > before)
        noteNews();
}

void Transcript::arrangeAround(const Anchor& anchor)
{
    constexpr int mostPasses = 8; // estimates may be far too large
    const QScopedValueRollback guard(m_arranging, true);
    dropDeleted();
    takeWidth();
    measureRealised();
    const int height = viewport()->height();
    for (int pass = 0; pass < mostPasses; ++pass) {
        place();
        const bool isThere = anchor.index < count();
        if (!isFollowing() && isThere)
            correctTo(m_entries.at(size_t(anchor.index)).top + anchor.offset);
        const int value = verticalScrollBar()->value();
        if (!realiseBetween(value, value + height, count()))
            break;
    }
    m_near.start();
}

/// Heights for another width are guessed from those for the last.
void Transcript::takeWidth()
{
    const int width = innerWidth();
    if (width == m_width)
        return;
    if (m_width > 0) {
        for (Entry& entry : m_entries) {
            if (!entry.widget)
                entry.height = int(qint64(entry.height) * m_width / width);
        }
    }
    m_width = width;
}

/// Live widgets that others have deleted; whether there were any.
bool Transcript::dropDeleted()
{
    const int before = count();
    for (int i = count() - 1; i >= 0; --i) {
        const Entry& entry = m_entries.at(size_t(i));
        if (entry.widget || !entry.isLive)
            continue;
        m_entries.erase(m_entries.begin() + i);
        Q_EMIT itemTaken(i);
    }
    return count() != before;
}

void Transcript::measureRealised()
{
    for (Entry& entry : m_entries) {
        if (entry.widget)
            entry.height = measured(*entry.widget);
    }
}

int Transcript::measured(QWidget& widget) const
{
    if (widget.isHidden())
        return 0;
    // Texts know their height when they have their width.
    if (widget.width() != m_width)
        widget.resize(m_width, widget.height());
    if (widget.layout() != nullptr)
        widget.layout()->activate();
    return widget.hasHeightForWidth() ? widget.heightForWidth(m_width) : widget.sizeHint().height();
}

void Transcript::place()
{
    const int entered = m_entered ? indexOf(m_entered) : -1;
    const QRegion ringBefore = markOf(entered);
    int top = margin;
    for (Entry& entry : m_entries) {
        entry.top = top;
        if (entry.widget)
            entry.widget->setGeometry(margin, top, m_width, entry.height);
        top += entry.height > 0 ? entry.height + gap : 0;
    }
    if (m_footer && !m_footer->isHidden()) {
        const int height = m_footer->heightForWidth(m_width);
        m_footer->setGeometry(margin, top, m_width, height);
        top += height + gap;
    }
    m_content->resize(viewport()->width(), top - gap + margin);
    if (const QRegion ring = markOf(entered); ring != ringBefore)
        m_content->update(ring.united(ringBefore)); // it goes along
}

bool Transcript::realiseBetween(int top, int bottom, int most)
{
    bool hasNew = false;
    for (int i = itemAt(top); i >= 0 && i < count() && most > 0; ++i) {
        const Entry& entry = m_entries.at(size_t(i));
        if (entry.top >= bottom)
            break;
        if (entry.widget || entry.isLive || entry.top + entry.height <= top)
            continue;
        realise(i);
        hasNew = true;
        --most;
    }
    return hasNew;
}

void Transcript::realise(int index)
{
    Entry& entry = m_entries.at(size_t(index));
    QWidget* const widget = entry.item->makeWidget();
    widget->setParent(m_content);
    widget->setGeometry(margin, entry.top, m_width > 0 ? m_width : innerWidth(), entry.height);
    entry.widget = widget;
    widget->show();
    if (isVisible())
        entry.height = measured(*widget);
    Q_EMIT realised(index, widget);
}

QWidget* Transcript::reveal(int index, int y)
{
    constexpr int aroundIt = 8 * spacingUnit;
    if (widgetOf(index) == nullptr && !m_entries.at(size_t(index)).isLive) {
        const QScopedValueRollback guard(m_arranging, true);
        realise(index);
        place();
    }
    const int value = verticalScrollBar()->value();
    const int wanted = m_entries.at(size_t(index)).top + y;
    if (wanted < value + spacingUnit || wanted > value + viewport()->height() - aroundIt)
        verticalScrollBar()->setValue(wanted - viewport()->height() / 3);
    return widgetOf(index);
}

// --- what is near -----------------------------------------------------------------------------

void Transcript::tendWhatIsNear()
{
    if (dropDeleted())
        arrange();
    if (!isVisible() || m_entries.empty())
        return;
    const int value = verticalScrollBar()->value();
    const int height = viewport()->height();
    const Anchor anchor = anchorAt(value);
    const bool hasLetGo = letSomeGo(value - 2 * height, value + 3 * height);
    if (realiseBetween(value - height, value + 2 * height, 1))
        arrangeAround(anchor);
    else if (hasLetGo)
        m_near.start();
}

/// More than come in a turn, but not so many that it would be noticed.
bool Transcript::letSomeGo(int top, int bottom)
{
    constexpr int most = 6;
    auto realisedCount
        = std::ranges::count_if(m_entries, [](const Entry& e) { return bool(e.widget); });
    int gone = 0;
    for (int i = 0; i < count() && realisedCount > widgetsKept && gone < most; ++i) {
        Entry& entry = m_entries.at(size_t(i));
        const bool isFar = entry.top + entry.height < top || entry.top > bottom;
        if (!entry.widget || !isFar || mustStay(i))
            continue;
        entry.widget->hide();
        entry.widget->deleteLater();
        entry.widget.clear();
        --realisedCount;
        ++gone;
    }
    return gone > 0;
}

bool Transcript::mustStay(int index) const
{
    const Entry& entry = m_entries.at(size_t(index));
    const QWidget* const focus = QApplication::focusWidget();
    return !entry.item->canLetGo(*entry.widget) || m_held.contains(index)
        || (focus != nullptr && entry.widget->isAncestorOf(focus));
}

bool Transcript::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        arrangeGrown();
    else if (watched == m_content && event->type() == QEvent::Paint
        && (!m_marked.isEmpty() || m_pointedAt >= 0 || m_entered))
        paintMarks();
    return FollowedScroll::eventFilter(watched, event);
}

void Transcript::resizeEvent(QResizeEvent* event)
{
    // Before the range follows: what is at the top stays there.
    const Anchor anchor = anchorAt(verticalScrollBar()->value());
    FollowedScroll::resizeEvent(event);
    if (isVisible() && !m_arranging)
        arrangeAround(anchor);
}

void Transcript::showEvent(QShowEvent* event)
{
    FollowedScroll::showEvent(event);
    arrange();
}

} // namespace roadloom
