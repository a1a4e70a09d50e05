// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/FindingDelegate.h"

#include "ui/look/RowGround.h"
#include "ui/look/Tag.h"
#include "ui/roadmap/FindingListModel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int margin = spacingUnit;
constexpr int side = 2 * spacingUnit; // as the words of the rest of the pane
constexpr int leastWidth = 20 * spacingUnit;
constexpr double small = 0.88; // of the chip's font
constexpr int wraps = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

Tone toneOf(const QModelIndex& index)
{
    const auto severity = index.data(FindingListModel::SeverityRole).value<Severity>();
    return severity == Severity::Critical ? Tone::Danger : Tone::Plain;
}

QString labelOf(const QModelIndex& index)
{
    return index.data(FindingListModel::LabelRole).toString();
}

/// Where the parts of a row are.
struct Layout {
    Layout(const QStyleOptionViewItem& option, const QModelIndex& index, int width)
        : issue(index.data(FindingListModel::IssueRole).toString())
        , suggestion(index.data(FindingListModel::SuggestionRole).toString())
    {
        const QFontMetrics chipMetrics(scaledFont(option.font, small));
        const QSize size = chipSize(chipMetrics, labelOf(index));
        chip = QRect(QPoint(side, margin / 2), size);
        const int inner = std::max(width - 2 * side, leastWidth);
        const auto heightOf = [&](const QString& text) {
            return text.isEmpty()
                ? 0
                : option.fontMetrics.boundingRect(QRect(0, 0, inner, 10'000), wraps, text).height();
        };
        const int lineHeight = std::max(size.height(), option.fontMetrics.height());
        place = QRect(chip.right() + margin, chip.top(), inner - size.width() - margin, lineHeight);
        issueRect = QRect(side, chip.top() + lineHeight + 2, inner, heightOf(issue));
        suggestionRect = QRect(side, issueRect.bottom() + 1, inner, heightOf(suggestion));
    }

    QString issue;
    QString suggestion;
    QRect chip;
    QRect place;
    QRect issueRect;
    QRect suggestionRect;
};

} // namespace

void FindingDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    quietUnlessEntered(row);
    paintRowGround(*painter, row);

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ground = row.palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
    const QColor ink = readable(
        row.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text), ground);
    const QColor quiet = isSelected ? ink : mutedText(option.palette);
    const Layout layout(option, index, option.rect.width());
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setFont(scaledFont(option.font, small));
    paintChip(*painter, layout.chip, labelOf(index), tint(option.palette, toneOf(index)));
    painter->setPen(ink);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->drawText(layout.place, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(strong).elidedText(index.data(FindingListModel::PlaceRole).toString(),
            Qt::ElideRight, layout.place.width()));
    painter->setFont(option.font);
    painter->drawText(layout.issueRect, wraps, layout.issue);
    painter->setPen(quiet);
    painter->drawText(layout.suggestionRect, wraps, layout.suggestion);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    const Layout layout(option, index, width);
    const int bottom = std::max(layout.issueRect.bottom(), layout.suggestionRect.bottom());
    return { leastWidth, bottom + margin };
}

} // namespace roadloom
