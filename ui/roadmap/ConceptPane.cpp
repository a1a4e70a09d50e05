// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/ConceptPane.h"

#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/Icons.h"
#include "ui/look/ListText.h"
#include "ui/look/Tag.h"
#include "ui/look/TextLabel.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/study/NoteField.h"
#include "ui/study/StateChoice.h"
#include "ui/study/StudyBook.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestList = 1000;
constexpr qsizetype longestBranch = 80;
constexpr qsizetype mostKeywords = 24;

void showText(TextLabel* label, const QString& text)
{
    label->setForeignText(text);
    label->setVisible(!text.isEmpty());
}

QToolButton* makeButton(const QIcon& icon)
{
    auto* const button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(icon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void name(QToolButton& button, const QString& text, const QString& tip)
{
    button.setAccessibleName(text);
    button.setToolTip(tip);
}

RoadmapRow rowIn(const QModelIndex& index)
{
    using Tree = RoadmapTreeModel;
    const bool isConcept = index.data(Tree::KindRole).value<RowKind>() == RowKind::Concept;
    return { .kind = index.data(Tree::KindRole).value<RowKind>(),
        .id = index.data(Tree::IdRole).toString(),
        .name = index.data(Qt::DisplayRole).toString(),
        .description = index.data(Tree::DescriptionRole).toString(),
        .hours = index.data(Tree::HoursRole).toDouble(),
        .conceptCount = index.data(Tree::ConceptCountRole).toInt(),
        .keywords = isConcept ? index.data(Tree::KeywordsRole).toStringList() : QStringList(),
        .prerequisites = index.data(Tree::PrerequisiteNamesRole).toStringList(),
        .isProvisional = index.data(Tree::ProvisionalRole).toBool() };
}

} // namespace

ConceptPane::ConceptPane(const RoadmapTreeModel& model, StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_book(book)
    , m_head(new QWidget)
    , m_heading(new QVBoxLayout)
    , m_area(new QScrollArea)
    , m_page(new QVBoxLayout)
    , m_branches(new TextLabel(TextLabel::Style::Small))
    , m_before(makeButton(icon(Icon::ChevronLeft)))
    , m_after(makeButton(icon(Icon::ChevronRight)))
    , m_tall(makeButton(icon(Icon::Enlarge)))
    , m_close(makeButton(icon(Icon::Close)))
    , m_name(new TextLabel(TextLabel::Style::Heading))
    , m_facts(new TextLabel(TextLabel::Style::Small))
    , m_choice(new StateChoice)
    , m_notice(new TextLabel(TextLabel::Style::Muted))
    , m_keywords(new QWidget)
    , m_description(new TextLabel(TextLabel::Style::Body))
    , m_why(new TextLabel(TextLabel::Style::Strong))
    , m_needs(new ConceptLinks)
    , m_neededBy(new ConceptLinks)
    , m_note(new NoteField(book))
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::ClickFocus); // Tab comes by what is in it
    m_area->setMinimumHeight(1); // what an area wants at least would cut the words above it
    auto* const page = new QWidget;
    page->setLayout(m_page);
    m_page->setContentsMargins(2 * spacingUnit, spacingUnit / 2, 2 * spacingUnit, spacingUnit);
    m_page->setSpacing(spacingUnit);
    buildTop();
    buildBody();
    m_area->setWidget(page);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_area, 1);
    connect(&book, &StudyBook::stateChanged, this, &ConceptPane::refresh);
    connect(&book, &StudyBook::roadmapChanged, this, &ConceptPane::refresh);
    retranslate();
}

void ConceptPane::buildTop()
{
    m_tall->setCheckable(true);
    m_close->setObjectName(u"close"_s);
    connect(m_before, &QToolButton::clicked, this,
        [this] { Q_EMIT conceptChosen(QString(m_sheet.before)); });
    connect(m_after, &QToolButton::clicked, this,
        [this] { Q_EMIT conceptChosen(QString(m_sheet.after)); });
    connect(m_tall, &QToolButton::clicked, this, &ConceptPane::tallRequested);
    connect(m_close, &QToolButton::clicked, this, &ConceptPane::closeRequested);
    // The words begin at the height of the buttons: where there is little, no line is lost.
    m_heading->setSpacing(spacingUnit / 4);
    for (QWidget* const line : { m_branches, m_name, m_facts })
        m_heading->addWidget(line);
    auto* const top = new QHBoxLayout(m_head);
    top->setContentsMargins(2 * spacingUnit, spacingUnit, 2 * spacingUnit, spacingUnit / 2);
    top->setSpacing(0);
    top->addLayout(m_heading, 1);
    for (QToolButton* const button : { m_before, m_after, m_tall, m_close })
        top->addWidget(button, 0, Qt::AlignTop);
}

void ConceptPane::buildBody()
{
    auto* const tags = new FlowLayout(m_keywords);
    tags->setContentsMargins({});
    tags->setSpacing(spacingUnit / 2);
    tags->setLineSpacing(spacingUnit / 2);
    connect(m_choice, &StateChoice::chosen, this,
        [this](StudyState state) { m_book.setState(m_sheet.row.id, state); });
    for (ConceptLinks* const links : { m_needs, m_neededBy })
        connect(links, &ConceptLinks::chosen, this, [this](const QString& id) {
            Q_EMIT conceptChosen(id);
            enter(); // the link is gone
        });
    connect(m_note, &NoteField::linkChosen, this, &ConceptPane::linkChosen);
    connect(&m_note->edit(), &QPlainTextEdit::cursorPositionChanged, this,
        &ConceptPane::followWriting, Qt::QueuedConnection); // when it has grown
    m_note->edit().installEventFilter(this);
    // What is done with a concept comes before what may be read about it.
    for (QWidget* const part : { static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_notice),
             static_cast<QWidget*>(m_description), m_keywords, static_cast<QWidget*>(m_note),
             static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_needs),
             static_cast<QWidget*>(m_neededBy) })
        m_page->addWidget(part);
    m_page->addStretch(1);
    // What has a heading stands apart from what is above it.
    for (QWidget* const part : { static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_why) })
        part->setContentsMargins(0, spacingUnit, 0, 0);
}

void ConceptPane::showRow(const QModelIndex& index)
{
    const QModelIndex row
        = index.isValid() ? index.siblingAtColumn(RoadmapTreeModel::NameColumn) : index;
    const bool isOther = row != QModelIndex(m_index);
    m_index = row;
    refresh();
    if (isOther)
        m_area->verticalScrollBar()->setValue(0);
}

void ConceptPane::refresh()
{
    const ConceptSheet sheet = sheetOf(m_index);
    if (std::exchange(m_sheet, sheet) != sheet)
        showSheet();
}

/// All of it that there is room for; where that takes scrolling from there, from its title on, so
/// that no line above it is cut.
void ConceptPane::bringNote(int from)
{
    QScrollBar& bar = *m_area->verticalScrollBar();
    const QRect note = m_note->geometry();
    const bool isWhole
        = note.top() >= bar.value() && note.bottom() <= bar.value() + m_area->viewport()->height();
    if (bar.value() != from || !isWhole)
        bar.setValue(note.top());
    followWriting();
}

/// The line that is written stays in sight, with its title or whole lines above it.
void ConceptPane::followWriting()
{
    const QPlainTextEdit& edit = m_note->edit();
    if (!edit.hasFocus())
        return;
    const QRect cursor = edit.cursorRect();
    const int step = std::max(1, edit.fontMetrics().lineSpacing());
    const auto inPage
        = [&](int y) { return edit.viewport()->mapTo(m_area->widget(), QPoint(0, y)).y(); };
    QScrollBar& bar = *m_area->verticalScrollBar();
    const int height = m_area->viewport()->height();
    const int end = inPage(cursor.bottom() + step / 2);
    if (inPage(cursor.top()) >= bar.value() && end <= bar.value() + height)
        return;
    int top = m_note->y();
    if (end > top + height) {
        const int firstLine = inPage(cursor.top() % step);
        const int above = std::max(0, end - height - firstLine);
        top = firstLine + (above + step - 1) / step * step;
    }
    bar.setValue(top);
}

void ConceptPane::save()
{
    m_note->save();
}

void ConceptPane::enter()
{
    if (m_choice->isVisible())
        m_choice->setFocus(Qt::OtherFocusReason);
    else
        m_close->setFocus(Qt::OtherFocusReason);
}

void ConceptPane::setPlace(Place place)
{
    m_place = place;
    const bool isTall = place == Place::Tall;
    m_tall->setVisible(place != Place::Only);
    m_tall->setChecked(isTall);
    m_tall->setIcon(icon(isTall ? Icon::Shrink : Icon::Enlarge));
    fitNote();
}

int ConceptPane::neededHeight(int width)
{
    const int height = measure(width);
    fitHead();
    return height;
}

/// With all that belongs there in the head.
int ConceptPane::measure(int width)
{
    setHead(Head::All);
    int height = 0;
    for (QLayout* const part : { m_head->layout(), static_cast<QLayout*>(m_page) }) {
        part->activate(); // also what lies in it
        height += part->totalHeightForWidth(width);
    }
    return height;
}

/// The rest scrolls.
void ConceptPane::setHead(Head head)
{
    if (std::exchange(m_inHead, head) == head)
        return;
    for (TextLabel* const label : { m_branches, m_name, m_facts }) {
        const bool isInHead = head == Head::All || (head == Head::Name && label == m_name);
        if (isInHead) {
            m_heading->removeWidget(label); // to the end, so that they are in order
            m_heading->addWidget(label);
        } else if (label == m_name) {
            m_page->insertWidget(0, label);
        } else {
            m_page->removeWidget(label);
            // Short, and looked for; the other stands below what the concept is about.
            const int below
                = label == m_facts ? m_page->indexOf(m_name) + 1 : m_page->indexOf(m_note);
            m_page->insertWidget(below, label);
        }
        label->setVisible(!label->text().isEmpty()); // a layout would do it later
    }
}

/// Where not all of it is seen, the head leaves most of the height to what scrolls.
void ConceptPane::fitHead()
{
    const auto isMoreThan = [this](int share) {
        return m_head->layout()->totalHeightForWidth(width()) * share > height();
    };
    if (measure(width()) <= height() || !isMoreThan(3))
        return;
    setHead(Head::Name);
    if (isMoreThan(2))
        setHead(Head::Buttons);
}

/// Below the tree, what it needs is taken from that.
void ConceptPane::fitNote()
{
    constexpr int fewest = 2;
    constexpr int many = 8;
    constexpr int share = 4; // of what is seen, one of so many
    const int lines
        = m_area->viewport()->height() / (share * m_note->edit().fontMetrics().lineSpacing());
    m_note->setFewestLines(m_place == Place::Below ? fewest : std::clamp(lines, fewest, many));
}

ConceptSheet ConceptPane::sheetOf(const QModelIndex& row) const
{
    if (!row.isValid())
        return {};
    const auto cell = [&row](int column) {
        return row.siblingAtColumn(column).data(Qt::DisplayRole).toString();
    };
    ConceptSheet sheet;
    sheet.row = rowIn(row);
    sheet.isDesignOver = m_model.isDesignOver();
    for (QModelIndex branch = row.parent(); branch.isValid(); branch = branch.parent())
        sheet.branches.prepend(
            displayLine(branch.data(RoadmapTreeModel::NameRole).toString(), longestBranch));
    QStringList facts { cell(RoadmapTreeModel::HoursColumn) };
    if (sheet.row.kind == RowKind::Concept)
        facts.append(cell(RoadmapTreeModel::DifficultyColumn));
    else
        facts.append(tr("%n concept(s)", nullptr, sheet.row.conceptCount));
    if (sheet.row.kind != RowKind::Concept && !sheet.row.isProvisional)
        facts.append(tr("%1 learnt").arg(row.data(RoadmapTreeModel::LearntCountRole).toInt()));
    facts.removeAll(QString());
    sheet.facts = facts.join(u"  ·  "_s);
    const QVariant state = row.data(RoadmapTreeModel::StudyStateRole);
    if (!state.isValid()) {
        const QStringList ids = row.data(RoadmapTreeModel::PrerequisitesRole).toStringList();
        for (qsizetype i = 0; i < ids.size(); ++i)
            sheet.needs.append({ .id = ids[i], .name = sheet.row.prerequisites.value(i) });
        return sheet;
    }
    const StudyProgress& progress = m_book.progress();
    const QString id = sheet.row.id;
    sheet.state = state.value<StudyState>();
    sheet.needs = linksTo(progress.prerequisites(id));
    sheet.neededBy = linksTo(progress.dependents(id));
    const QStringList missing = progress.missingPrerequisites(id);
    for (const QString& each : missing)
        sheet.missing.append(m_book.name(each));
    sheet.before = progress.before(id);
    sheet.after = progress.after(id);
    return sheet;
}

QList<ConceptLink> ConceptPane::linksTo(const QStringList& ids) const
{
    QList<ConceptLink> links;
    for (const QString& id : ids)
        links.append({ .id = id, .name = m_book.name(id), .state = m_book.state(id) });
    return links;
}

void ConceptPane::showSheet()
{
    const RoadmapRow& row = m_sheet.row;
    const bool isConcept = row.kind == RowKind::Concept;
    const bool isThere = m_index.isValid();
    showText(m_branches, displayLine(m_sheet.branches.join(u" › "_s), longestList));
    showText(m_name, row.name);
    showText(m_facts, m_sheet.facts);
    m_choice->setVisible(m_sheet.state.has_value());
    if (m_sheet.state)
        m_choice->setState(*m_sheet.state);
    QString notice;
    const bool isAdvice = !(isThere && row.isProvisional);
    m_notice->setTone(isAdvice ? Tone::Caution : Tone::Plain);
    if (!isAdvice)
        notice = m_sheet.isDesignOver
            ? tr("This was not designed to the end. It cannot be marked, nor notes be written.")
            : tr("This is still being designed. You can mark it and write notes as soon as the "
                 "roadmap is finished.");
    else if (m_sheet.state && !isLearnt(*m_sheet.state) && !m_sheet.missing.isEmpty())
        notice = tr("Better learnt first: %1")
                     .arg(displayLine(listText(m_sheet.missing), longestList));
    showText(m_notice, notice);
    if (isThere && !row.isProvisional && row.description.trimmed().isEmpty())
        showText(m_description, isConcept ? tr("Nothing more is said about it.") : QString());
    else
        showText(m_description, row.description);
    showKeywords();

    m_needs->setLinks(m_sheet.needs);
    m_neededBy->setLinks(m_sheet.neededBy);
    m_why->setVisible(!m_sheet.needs.isEmpty() || !m_sheet.neededBy.isEmpty());
    m_note->setConcept(m_sheet.state ? row.id : QString());
    m_note->setVisible(m_sheet.state.has_value());
    m_before->setVisible(isConcept && m_sheet.state.has_value());
    m_after->setVisible(isConcept && m_sheet.state.has_value());
    m_before->setEnabled(!m_sheet.before.isEmpty());
    m_after->setEnabled(!m_sheet.after.isEmpty());
    fitHead();
}

void ConceptPane::showKeywords()
{
    QLayout& tags = *m_keywords->layout();
    while (const QLayoutItem* const item = tags.itemAt(0)) {
        QWidget* const tag = item->widget();
        tags.removeWidget(tag);
        tag->hide();
        tag->deleteLater();
    }
    const QStringList& keywords = m_sheet.row.keywords;
    for (const QString& keyword : keywords.first(std::min(mostKeywords, keywords.size())))
        tags.addWidget(new Tag(keyword, Tone::Plain));
    m_keywords->setVisible(!keywords.isEmpty());
    m_keywords->setAccessibleDescription(displayLine(listText(keywords), longestList));
}

/// Also from the buttons, which may be all that Tab comes by.
void ConceptPane::keyPressEvent(QKeyEvent* event)
{
    using Step = QScrollBar::SliderAction;
    static constexpr std::array steps { std::pair(Qt::Key_PageUp, Step::SliderPageStepSub),
        std::pair(Qt::Key_PageDown, Step::SliderPageStepAdd),
        std::pair(Qt::Key_Home, Step::SliderToMinimum),
        std::pair(Qt::Key_End, Step::SliderToMaximum) };
    const auto* const step
        = std::ranges::find(steps, event->key(), [](const auto& each) { return int(each.first); });
    if (step != steps.end())
        m_area->verticalScrollBar()->triggerAction(step->second);
    else
        QWidget::keyPressEvent(event);
}

/// A click stays where it was made.
bool ConceptPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn
        && static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason)
        QMetaObject::invokeMethod(
            this, [this, from = m_area->verticalScrollBar()->value()] { bringNote(from); },
            Qt::QueuedConnection); // the area scrolls first
    return QWidget::eventFilter(watched, event);
}

void ConceptPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHead();
    fitNote();
}

void ConceptPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConceptPane::retranslate()
{
    m_area->setAccessibleName(tr("Concept"));
    name(*m_before, tr("Previous concept"), tr("Previous concept"));
    name(*m_after, tr("Next concept"), tr("Next concept"));
    name(*m_tall, tr("Use the whole height"), tr("Use the whole height"));
    name(*m_close, tr("Close the concept"), tr("Close the concept (Esc)"));
    m_keywords->setAccessibleName(tr("Keywords"));
    m_why->setText(tr("Why it is here"));
    m_needs->setTitle(tr("It builds on"));
    m_neededBy->setTitle(tr("It is needed for"));
    m_sheet = sheetOf(m_index);
    showSheet();
}

} // namespace roadloom
