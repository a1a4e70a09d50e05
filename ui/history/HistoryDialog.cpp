// SPDX-License-Identifier: Apache-2.0
#include "ui/history/HistoryDialog.h"

#include "ui/history/HistoryDelegate.h"
#include "ui/history/RoadmapDeeds.h"
#include "ui/look/Accents.h"
#include "ui/look/Announcement.h"
#include "ui/look/ButtonLine.h"
#include "ui/look/ClearButton.h"
#include "ui/look/DisplayText.h"
#include "ui/look/Icons.h"
#include "ui/look/PrimaryButton.h"
#include "ui/look/TextLabel.h"
#include "ui/window/FittingSize.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <array>
#include <utility>

namespace roadloom {

namespace {

constexpr std::array places { HistoryPlace::Kept, HistoryPlace::Archive, HistoryPlace::Bin };
constexpr int longestQuery = 200; // characters

QString nameOf(HistoryPlace place)
{
    switch (place) {
    case HistoryPlace::Kept:
        return HistoryDialog::tr("Roadmaps");
    case HistoryPlace::Archive:
        return HistoryDialog::tr("Archive");
    case HistoryPlace::Bin:
        return HistoryDialog::tr("Bin");
    }
    return {};
}

} // namespace

HistoryDialog::HistoryDialog(Library& library, QWidget* parent, DayWatch::Clock clock)
    : QDialog(parent)
    , m_library(library)
    , m_days(std::move(clock))
    , m_deeds(new RoadmapDeeds(library, *this))
    , m_words(new QLineEdit)
    , m_tags(new QComboBox)
    , m_places(new QTabBar)
    , m_list(new QListView)
    , m_middle(new QStackedWidget)
    , m_nothing(new TextLabel(TextLabel::Style::Muted))
    , m_told(new TextLabel(TextLabel::Style::Body))
    , m_undo(new QPushButton(tr("&Undo")))
{
    setWindowTitle(tr("All roadmaps"));
    m_words->setPlaceholderText(tr("Search titles, goals, concepts, notes and conversations"));
    m_words->setAccessibleName(tr("Search"));
    m_words->setMaxLength(longestQuery);
    m_words->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    setClearButton(*m_words);
    m_tags->setAccessibleName(tr("Tag"));
    m_places->setDrawBase(false);
    m_places->setExpanding(false);
    for (const HistoryPlace place : places)
        m_places->addTab(nameOf(place));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Roadmaps"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_nothing);
    m_undo->setAutoDefault(false);
    makeActions();

    auto* const top = new QHBoxLayout;
    top->setSpacing(spacingUnit);
    top->addWidget(m_words, 1);
    top->addWidget(m_tags);
    auto* const pages = new QVBoxLayout;
    pages->setSpacing(0); // the tabs stand on the list
    pages->addWidget(m_places);
    pages->addWidget(m_middle, 1);
    auto* const told = new QHBoxLayout;
    told->setSpacing(spacingUnit);
    told->addWidget(m_told, 1);
    told->addWidget(m_undo);
    auto* const deeds = new ButtonLine;
    // What is done often first.
    for (QAction* const action : { m_open, m_takeBack, m_rename, m_editTags, m_archive, m_remove,
             m_duplicate, m_versions, m_purge, m_emptyBin }) {
        QPushButton* const button = action == m_open ? new PrimaryButton : new QPushButton;
        button->setAutoDefault(false);
        deeds->add(*action, *button);
    }
    auto* const close = new QDialogButtonBox(QDialogButtonBox::Close);
    for (QAbstractButton* const button : close->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    auto* const bottom = new QHBoxLayout;
    bottom->setSpacing(spacingUnit);
    bottom->addWidget(deeds, 1);
    bottom->addWidget(close);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit);
    column->addLayout(top);
    column->addLayout(pages, 1);
    column->addLayout(told);
    column->addLayout(bottom);
    resize(fittingSize(*this, { 100 * spacingUnit, 70 * spacingUnit }));

    connect(m_words, &QLineEdit::textChanged, this, &HistoryDialog::search);
    connect(m_tags, &QComboBox::currentIndexChanged, this, [this] {
        m_selection.tag = m_tags->currentData().toString();
        showRows();
    });
    connect(m_places, &QTabBar::currentChanged, this,
        [this](int tab) { turnTo(places[std::size_t(tab)]); });
    connect(m_list, &QListView::doubleClicked, this,
        [this] { (m_open->isEnabled() ? m_open : m_takeBack)->trigger(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &HistoryDialog::enable);
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryDialog::showMenu);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto takeBack = std::exchange(m_takeBackTold, {});
        tell({});
        m_list->setFocus();
        takeBack();
    });
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_deeds, &RoadmapDeeds::done, this, &HistoryDialog::tell);
    connect(m_deeds, &RoadmapDeeds::removalAgreed, this, &HistoryDialog::removalAgreed);
    connect(m_deeds, &RoadmapDeeds::titleChosen, this, &HistoryDialog::titleChosen);
    connect(m_deeds, &RoadmapDeeds::purgeAgreed, this, &HistoryDialog::purgeAgreed);
    connect(m_deeds, &RoadmapDeeds::broughtBack, this, &HistoryDialog::broughtBack);
    connect(&m_days, &DayWatch::dayBegan, this, &HistoryDialog::showRows);
    connect(&m_library, &Library::historyRead, this, &HistoryDialog::takeLines);
    connect(&m_library, &Library::found, this, &HistoryDialog::takeHits);
    connect(&m_library, &Library::listChanged, this, &HistoryDialog::refresh);
    tell({});
    showTags();
    showRows();
    refresh();
    m_words->setFocus();
}

void HistoryDialog::setBeingMade(const QString& id)
{
    m_beingMade = id;
    m_deeds->setBeingMade(id);
    enable();
}

void HistoryDialog::showPlace(HistoryPlace place)
{
    m_places->setCurrentIndex(int(std::ranges::find(places, place) - places.begin()));
}

void HistoryDialog::makeActions()
{
    const QKeySequence enter(Qt::Key_Return);
    const auto line = [this] { return LibraryLine(*chosen()); }; // a deed may change the list
    m_open = makeAction(
        tr("&Open"), [this] { openChosen(); }, enter);
    m_takeBack = makeAction(tr("Put &back"), [this, line] { m_deeds->takeBack(line()); });
    m_rename = makeAction(
        tr("Re&name…"), [this, line] { m_deeds->rename(line()); }, Qt::Key_F2);
    m_editTags
        = makeAction(tr("&Tags…"), [this, line] { m_deeds->editTags(line(), tagsInUse(m_lines)); });
    m_duplicate = makeAction(tr("&Duplicate"), [this] { duplicate(); });
    m_versions = makeAction(tr("&Versions…"), [this, line] { m_deeds->showVersions(line()); });
    m_archive = makeAction(tr("&Archive"), [this, line] { m_deeds->archive(line()); });
    m_remove = makeAction(
        tr("&Move to the bin"), [this, line] { m_deeds->remove(line()); }, QKeySequence::Delete);
    m_purge = makeAction(tr("Delete &for good…"), [this, line] { m_deeds->purge(line()); });
    m_emptyBin = makeAction(tr("&Empty the bin…"), [this] { emptyBin(); });
}

/// Its key works in the list: elsewhere it is for what is typed.
QAction* HistoryDialog::makeAction(
    const QString& text, const std::function<void()>& act, const QKeySequence& key)
{
    auto* const action = new QAction(text, m_list);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

/// While words are typed, the keys of the list move in it.
bool HistoryDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto& key = static_cast<QKeyEvent&>(*event);
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return QCoreApplication::sendEvent(m_list, event);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_open->trigger();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

void HistoryDialog::refresh()
{
    m_library.readHistory();
    if (isSearching())
        m_library.search(m_words->text());
}

bool HistoryDialog::isSearching() const
{
    return !m_words->text().trimmed().isEmpty();
}

/// What is there stays until it is known what is found.
void HistoryDialog::search()
{
    if (isSearching()) {
        m_library.search(m_words->text());
        return;
    }
    m_selection.hits.reset();
    showRows();
}

void HistoryDialog::takeHits(const QString& typed, const Result<QList<libraryTexts::Hit>>& hits)
{
    if (typed != m_words->text() || !isSearching())
        return;
    if (hits)
        m_selection.hits = hits.value();
    else
        tell(hits.error().message);
    showRows();
}

void HistoryDialog::takeLines(const Result<QList<LibraryLine>>& lines)
{
    if (!lines) {
        tell(lines.error().message);
        return;
    }
    m_lines = lines.value();
    showTags();
    showRows();
}

void HistoryDialog::turnTo(HistoryPlace place)
{
    m_selection.place = place;
    m_wanted.clear();
    showRows();
}

/// With how many of those that are looked for are in each.
void HistoryDialog::showPlaces()
{
    const QLocale locale;
    for (std::size_t i = 0; i < places.size(); ++i) {
        HistorySelection there = m_selection;
        there.place = places[i];
        const auto count = selectedRows(m_lines, there).size();
        m_places->setTabText(int(i),
            //: The first is a name of a list, the other how long it is.
            tr("%1 (%2)").arg(nameOf(places[i]), locale.toString(count)));
    }
}

void HistoryDialog::showTags()
{
    const QSignalBlocker quiet(m_tags);
    m_tags->clear();
    m_tags->addItem(tr("All tags"), QString());
    for (const QString& tag : tagsInUse(m_lines))
        m_tags->addItem(tag, tag);
    const int index = m_tags->findData(m_selection.tag);
    m_tags->setCurrentIndex(std::max(index, 0));
    m_selection.tag = m_tags->currentData().toString();
    m_tags->setVisible(m_tags->count() > 1);
}

/// The one that was chosen stays so; where it is gone, the one in its place is.
void HistoryDialog::showRows()
{
    const int row = m_list->currentIndex().row();
    const LibraryLine* const before = chosen();
    const QString chosenId = before != nullptr ? before->id : QString();
    m_model.setRows(selectedRows(m_lines, m_selection), m_days.now());
    const int came = m_wanted.isEmpty() ? -1 : m_model.rowOf(m_wanted);
    if (came >= 0)
        m_wanted.clear();
    const int found = came >= 0 ? came : m_model.rowOf(chosenId);
    const int rows = m_model.rowCount();
    const int wanted = found >= 0 ? found : std::clamp(row, 0, std::max(rows - 1, 0));
    if (rows > 0)
        m_list->setCurrentIndex(m_model.index(wanted));
    showPlaces();
    showEmptiness();
    enable();
}

void HistoryDialog::showEmptiness()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_middle->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_nothing) : m_list);
    if (!isEmpty)
        return;
    if (isSearching() && m_selection.hits)
        m_nothing->setText(
            tr("Nothing here has all of the words “%1”.").arg(displayLine(m_words->text(), 60)));
    else if (!m_selection.tag.isEmpty())
        m_nothing->setText(tr("Nothing here has the tag “%1”.").arg(m_selection.tag));
    else if (m_selection.place == HistoryPlace::Bin)
        m_nothing->setText(tr("The bin is empty."));
    else if (m_selection.place == HistoryPlace::Archive)
        m_nothing->setText(
            tr("Nothing is archived. What you archive is out of the way, and found here."));
    else if (!m_lines.isEmpty())
        m_nothing->setText(tr("Your roadmaps are all in the archive or in the bin."));
    else
        m_nothing->setText(tr("There is no roadmap yet. The ones you make are kept here."));
}

const LibraryLine* HistoryDialog::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.line(index.row()) : nullptr;
}

void HistoryDialog::enable()
{
    const LibraryLine* const line = chosen();
    const bool isOne = line != nullptr;
    const bool canChange = isOne && m_library.isWritable();
    const bool inBin = m_selection.place == HistoryPlace::Bin;
    const bool isMade = isOne && line->id == m_beingMade;
    const bool hasVersions = isOne && line->versions > 1;
    const auto offer = [](QAction& action, bool isThere, bool isPossible) {
        action.setVisible(isThere);
        action.setEnabled(isThere && isPossible);
    };
    offer(*m_open, !inBin, isOne);
    offer(*m_rename, !inBin, canChange);
    offer(*m_editTags, !inBin, canChange);
    offer(*m_duplicate, !inBin, canChange);
    offer(*m_versions, !inBin, hasVersions && !isMade);
    offer(*m_archive, !inBin, canChange);
    offer(*m_remove, !inBin, canChange);
    offer(*m_takeBack, inBin, canChange);
    offer(*m_purge, inBin, canChange);
    offer(*m_emptyBin, inBin, canChange);
    sayWhyNot();
    m_archive->setText(m_selection.place == HistoryPlace::Archive ? tr("Take out of the &archive")
                                                                  : tr("&Archive"));
}

/// What cannot be done with the chosen one says why.
void HistoryDialog::sayWhyNot()
{
    const LibraryLine* const line = chosen();
    for (QAction* const action : { m_open, m_rename, m_editTags, m_duplicate, m_versions, m_archive,
             m_remove, m_takeBack, m_purge, m_emptyBin }) {
        QString why;
        if (!action->isEnabled())
            why = line == nullptr         ? tr("There is no roadmap here.")
                : action != m_versions    ? tr("Nothing can be written to the library.")
                : line->id == m_beingMade ? tr("A run is still at work on it.")
                                          : tr("Only the version you have is kept.");
        action->setStatusTip(why);
        action->setToolTip(why);
    }
}

/// With a way back, if there is one. Nothing: the line is empty again.
void HistoryDialog::tell(const QString& sentence, const std::function<void()>& undo)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
    m_takeBackTold = undo;
    m_undo->setVisible(undo != nullptr);
    if (!sentence.isEmpty())
        announce(*m_told, sentence);
}

void HistoryDialog::showMenu(const QPoint& place)
{
    if (chosen() == nullptr)
        return;
    auto* const menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_list->actions());
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

void HistoryDialog::openChosen()
{
    const QString id = chosen()->id;
    accept();
    Q_EMIT openRequested(id);
}

void HistoryDialog::duplicate()
{
    m_wanted = m_deeds->duplicate(LibraryLine(*chosen()));
}

/// Only of what the learner sees there: another program may throw something away meanwhile.
void HistoryDialog::emptyBin()
{
    QStringList ids;
    for (const LibraryLine& line : std::as_const(m_lines)) {
        if (placeOf(line) == HistoryPlace::Bin)
            ids.append(line.id);
    }
    m_deeds->purgeAll(ids);
}

} // namespace roadloom
