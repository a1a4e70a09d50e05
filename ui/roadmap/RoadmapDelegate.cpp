// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapDelegate.h"

#include "core/base/Language.h"
#include "ui/look/Icons.h"
#include "ui/look/RowGround.h"
#include "ui/look/Tag.h"
#include "ui/roadmap/RoadmapFilterModel.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/study/ShareBar.h"
#include "ui/study/StudyIcons.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace roadloom {

namespace {

bool isStage(const QModelIndex& index)
{
    return index.data(RoadmapTreeModel::KindRole).value<RoadmapTreeModel::Kind>()
        == RoadmapTreeModel::Kind::Stage;
}

QColor inkOf(const QStyleOptionViewItem& option)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace

void RoadmapDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    switch (index.column()) {
    case RoadmapTreeModel::NameColumn:
        if (!index.data(RoadmapFilterModel::MatchRole).value<QList<TextRange>>().isEmpty()) {
            paintFound(painter, option, index);
            return;
        }
        break;
    case RoadmapTreeModel::DifficultyColumn:
        if (index.data(RoadmapTreeModel::DifficultyRole).isValid()) {
            paintDifficulty(painter, option, index);
            return;
        }
        break;
    case RoadmapTreeModel::HoursColumn:
        paintHours(painter, option, index);
        return;
    case RoadmapTreeModel::StateColumn:
        paintState(painter, option, index);
        return;
    default:
        break;
    }
    QStyledItemDelegate::paint(painter, option, index);
}

QString RoadmapDelegate::paintBackground(
    QPainter* painter, QStyleOptionViewItem& option, const QModelIndex& index) const
{
    initStyleOption(&option, index);
    paintRowGround(*painter, option);
    return std::exchange(option.text, {});
}

void RoadmapDelegate::paintHours(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    const QString text = paintBackground(painter, background, index);
    const QRect room = QStyle::visualRect(
        option.direction, option.rect, option.rect.adjusted(0, 0, -spacingUnit, 0));
    painter->save();
    painter->setFont(background.font);
    painter->setPen(inkOf(background));
    painter->drawText(room,
        int(Qt::AlignVCenter) | int(QStyle::visualAlignment(option.direction, Qt::AlignRight))
            | int(Qt::TextSingleLine),
        text);
    painter->restore();
}

void RoadmapDelegate::paintDifficulty(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    const QString text = paintBackground(painter, background, index);
    painter->save();
    painter->setFont(scaledFont(option.font, 0.88));
    QSize size = chipSize(painter->fontMetrics(), text);
    size.setHeight(std::min(size.height(), option.rect.height() - 4));
    size.setWidth(std::min(size.width(), option.rect.width() - 4));
    const QRect chip = QStyle::alignedRect(
        option.direction, Qt::AlignCenter, size, option.rect.adjusted(2, 0, -2, 0));
    // Neutral: the word says it, and red would mean that something is wrong.
    paintChip(*painter, chip, text, tint(option.palette, Tone::Plain));
    painter->restore();
}

void RoadmapDelegate::paintState(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    const QString text = paintBackground(painter, background, index);
    const QColor ink = inkOf(background);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QVariant state = index.data(RoadmapTreeModel::StudyStateRole);
    const int planned = index.data(RoadmapTreeModel::PlannedConceptsRole).toInt();
    const int concepts = index.data(RoadmapTreeModel::ConceptCountRole).toInt();
    const bool isProvisional = index.data(RoadmapTreeModel::ProvisionalRole).toBool();
    if (isProvisional && planned > concepts) {
        painter->setPen(ink);
        painter->setFont(scaledFont(option.font, 0.88));
        //: So many of the concepts that are planned for a stage or module are designed.
        painter->drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine,
            tr("%1 of %2", "designed")
                .arg(QLocale().toString(concepts), QLocale().toString(planned)));
    } else if (isProvisional) {
        painter->setPen(QPen(ink, 1.6, Qt::DotLine, Qt::RoundCap));
        const double radius = iconSide(option.font) / 3.0;
        painter->drawEllipse(QRectF(option.rect).center(), radius, radius);
    } else if (state.isValid()) {
        const int side = std::min(option.rect.height() - 4, iconSide(option.font) + 2);
        paintIcon(*painter,
            QStyle::alignedRect(option.direction, Qt::AlignCenter, { side, side }, option.rect),
            iconOf(state.value<StudyState>()), ink);
    } else if (!text.isEmpty()) {
        const int learnt = index.data(RoadmapTreeModel::LearntCountRole).toInt();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(ink);
        painter->setFont(scaledFont(option.font, 0.88));
        // Figures and bar together in the middle of the row.
        const int figures = painter->fontMetrics().height();
        const int thickness = std::max(3, figures / 5);
        const QRect both = QStyle::alignedRect(option.direction, Qt::AlignCenter,
            { option.rect.width() - 2 * spacingUnit, figures + thickness }, option.rect);
        painter->drawText(both.adjusted(0, 0, 0, -thickness),
            Qt::AlignHCenter | Qt::AlignBottom | Qt::TextSingleLine, text);
        paintShare(*painter, both.adjusted(0, figures, 0, 0),
            concepts > 0 ? double(learnt) / concepts : 0.0,
            { .share = isSelected ? ink : accentLine(option.palette),
                .rail = shareRail(option.palette, ink) },
            option.direction);
    }
    painter->restore();
}

/// The name with what was found in it in bold, and the rest as it is otherwise.
void RoadmapDelegate::paintFound(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem background = option;
    const QString whole = paintBackground(painter, background, index);
    background.text = whole; // or there is no room for it
    const QRect room
        = styleOf(background)
              .subElementRect(QStyle::SE_ItemViewItemText, &background, background.widget)
              .adjusted(3, 0, -3, 0); // where the styles begin it
    QFont strong = background.font;
    strong.setWeight(QFont::Bold);
    const QString text = QFontMetrics(strong).elidedText(whole, Qt::ElideRight, room.width());
    QList<QTextLayout::FormatRange> formats;
    const auto ranges = index.data(RoadmapFilterModel::MatchRole).value<QList<TextRange>>();
    for (const TextRange& range : ranges) {
        QTextLayout::FormatRange format;
        format.start = int(range.start);
        format.length = int(std::min(range.length, text.size() - range.start));
        format.format.setFontWeight(QFont::Bold);
        format.format.setFontUnderline(true); // bold Chinese is hardly told from plain
        if (format.length > 0)
            formats.append(format);
    }
    QTextLayout layout(text, background.font, painter->device());
    layout.setFormats(formats);
    QTextOption line(Qt::AlignLeft | Qt::AlignAbsolute);
    line.setWrapMode(QTextOption::NoWrap);
    line.setTextDirection(option.direction);
    layout.setTextOption(line);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QSizeF size = layout.boundingRect().size();
    const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
        { int(std::ceil(size.width())), int(std::ceil(size.height())) }, room);
    painter->save();
    painter->setPen(inkOf(background));
    layout.draw(painter, place.topLeft());
    painter->restore();
}

QSize RoadmapDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int text = option.fontMetrics.height();
    size.setHeight(std::max(size.height(), text + std::max(spacingUnit + 2, text / 2)));
    if (index.column() == RoadmapTreeModel::DifficultyColumn)
        size.rwidth() += 2 * spacingUnit;
    return size;
}

void RoadmapDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (index.column() == RoadmapTreeModel::NameColumn
        && !index.data(RoadmapTreeModel::NoteRole).toString().isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(Icon::Note, inkOf(*option));
        option->decorationPosition = QStyleOptionViewItem::Right;
        option->decorationAlignment = Qt::AlignCenter;
        const int side = iconSide(option->font);
        option->decorationSize = { side, side };
    }
    const bool isProvisional = index.data(RoadmapTreeModel::ProvisionalRole).toBool();
    // Han characters have no italics: they would only be slanted.
    option->font.setItalic(isProvisional && std::ranges::none_of(option->text, isHan));
    if (isProvisional)
        option->palette.setColor(QPalette::Text, mutedText(option->palette));
    if (isStage(index))
        option->font.setWeight(QFont::DemiBold);
    else if (index.column() == RoadmapTreeModel::HoursColumn)
        option->palette.setColor(QPalette::Text, mutedText(option->palette));
}

} // namespace roadloom
