// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/RoadmapView.h"

#include "ui/look/Icons.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/EmptyRoadmap.h"
#include "ui/roadmap/FindingsPanel.h"
#include "ui/roadmap/NextStep.h"
#include "ui/roadmap/PaneSplitter.h"
#include "ui/roadmap/RoadmapTree.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapTrees.h"
#include "ui/roadmap/TreeGrowth.h"
#include "ui/roadmap/Unfolding.h"
#include "ui/study/StudyBook.h"
#include "ui/study/StudyHeader.h"
#include "ui/study/StudyIcons.h"
#include "ui/study/StudyWords.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int lowHeader = 29; // sides of an icon: for more than two lines above them

/// What is in it before it comes into the window is reached by Tab before what follows.
QWidget* between(QWidget& tools, QWidget& trees, QWidget& next)
{
    auto* const side = new QWidget;
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(&tools);
    column->addWidget(&trees, 1);
    column->addWidget(&next);
    return side;
}

} // namespace

RoadmapView::RoadmapView(QWidget* parent)
    : QWidget(parent)
    , m_study(std::make_unique<StudyBook>())
    , m_model(new RoadmapTreeModel(this))
    , m_names(*m_model)
    , m_header(new StudyHeader(*m_study, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyRoadmap)
    , m_parts(new QSplitter(Qt::Vertical))
    , m_tools(new RoadmapTools(*m_study))
    , m_trees(new RoadmapTrees(*m_model))
    , m_nextStep(new NextStep(*m_study))
    , m_treeSide(between(*m_tools, *m_trees, *m_nextStep))
    , m_pane(new ConceptPane(*m_model, *m_study))
    , m_reading(new PaneSplitter(*m_treeSide, *m_pane,
          [this] { return m_tools->sizeHint().height() + m_trees->leastHeight(); }))
    , m_findings(new FindingsPanel([this](const QString& id) { return m_names(id); }))
    , m_opening({ .trees = *m_trees,
          .treeSide = *m_treeSide,
          .pane = *m_pane,
          .reading = *m_reading,
          .findings = *m_findings })
    , m_unfolding(new Unfolding(*m_model, m_trees->whole(), this))
    , m_growth(new TreeGrowth(*m_model, m_trees->whole(), this))
{
    m_model->setStudy(&m_study->progress());
    m_model->setNotes([this](const QString& id) { return m_study->note(id); });
    buildLayout();
    connectTrees();
    connectStudy();
    connect(m_growth, &TreeGrowth::grown, this, &RoadmapView::showRoadmap);
    connect(m_findings, &FindingsPanel::nodeChosen, this, &RoadmapView::showPlaceOfFinding);
    connect(m_findings, &FindingsPanel::unfolded, this, &RoadmapView::makeRoomForFindings);
    retranslate();
}

RoadmapView::~RoadmapView()
{
    m_pane->save();
    m_model->setStudy(nullptr);
}

void RoadmapView::connectTrees()
{
    connect(m_trees, &RoadmapTrees::rowChosen, &m_opening, &PaneOpening::follow);
    connect(m_trees, &RoadmapTrees::rowClicked, &m_opening, &PaneOpening::open);
    connect(m_trees, &RoadmapTrees::openRequested, &m_opening, &PaneOpening::enter);
    connect(m_trees, &RoadmapTrees::toggleRequested, this,
        qOverload<const QModelIndex&>(&RoadmapView::toggleDone));
    connect(m_trees, &RoadmapTrees::menuRequested, this, &RoadmapView::showMenu);
    connect(m_trees, &RoadmapTrees::columnsChosen, this, &RoadmapView::columnsChosen);
    connect(m_trees, &RoadmapTrees::searched, this, [this](int count) {
        m_tools->sayMatches(count);
        m_opening.show();
    });
    connect(m_trees, &RoadmapTrees::allWanted, &m_tools->filter(), &QLineEdit::clear);
    connect(m_tools, &RoadmapTools::filterEntered, m_trees, &RoadmapTrees::prepare);
    connect(m_tools, &RoadmapTools::filterChanged, m_trees, &RoadmapTrees::setPattern);
    connect(m_tools, &RoadmapTools::resultsWanted, m_trees, &RoadmapTrees::enter);
    connect(m_tools, &RoadmapTools::levelChosen, this, &RoadmapView::expandTo);
    connect(m_tools, &RoadmapTools::nextWanted, this, &RoadmapView::showNextToLearn);
}

void RoadmapView::connectStudy()
{
    connect(m_study.get(), &StudyBook::stateChanged, this, [this](const QString& conceptId) {
        m_model->tellState(conceptId);
        tree().viewport()->update(); // an id that several have is told of one
        showStudy();
    });
    connect(m_study.get(), &StudyBook::roadmapChanged, this, [this] {
        m_model->tellStudy();
        showStudy();
    });
    connect(m_study.get(), &StudyBook::stepMoved, this,
        [this](const QString& /*sentence*/, const QString& conceptId) { showChanged(conceptId); });
    connect(m_study.get(), &StudyBook::noteChanged, m_model, &RoadmapTreeModel::tellNote);
    connect(m_pane, &ConceptPane::closeRequested, &m_opening, &PaneOpening::close);
    connect(m_pane, &ConceptPane::tallRequested, this, [this](bool isTall) {
        m_reading->makePaneTall(isTall);
        Q_EMIT placeChanged();
    });
    connect(m_reading, &PaneSplitter::roomChanged, &m_opening, &PaneOpening::show);
    connect(&m_opening, &PaneOpening::decided, this, &RoadmapView::showNextStep);
    connect(&m_opening, &PaneOpening::shown, this, &RoadmapView::placeChanged);
    connect(m_pane, &ConceptPane::conceptChosen, this, &RoadmapView::showNode);
    connect(m_pane, &ConceptPane::linkChosen, this, &RoadmapView::linkChosen);
    connect(m_nextStep, &NextStep::chosen, this, [this](const QString& conceptId) {
        showNode(conceptId);
        takeKeyboard(Qt::OtherFocusReason); // the button is gone
    });
}

void RoadmapView::buildLayout()
{
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_reading);
    m_parts->addWidget(m_findings);
    m_parts->setStretchFactor(0, 4);
    m_parts->setStretchFactor(1, 1);

    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_parts);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
}

QTreeView& RoadmapView::tree()
{
    return m_trees->tree();
}

QList<double> RoadmapView::columns() const
{
    return m_trees->whole().chosenColumns();
}

void RoadmapView::setColumns(const QList<double>& letters)
{
    m_trees->setColumns(letters);
}

void RoadmapView::takeKeyboard(Qt::FocusReason reason)
{
    if (m_treeSide->isHidden())
        m_pane->enter();
    else
        tree().setFocus(reason);
}

void RoadmapView::setRoadmap(const Roadmap& roadmap)
{
    setGrowing(false);
    m_isEarlier = false;
    m_title = roadmap.title;
    m_settling = roadmap;
    m_growth->settle(roadmap);
}

void RoadmapView::rename(const QString& title)
{
    m_ownTitle = title;
    showHeader();
}

void RoadmapView::grow(const QList<PreviewEvent>& events)
{
    if (events.isEmpty())
        return;
    if (!m_isGrowing) {
        setGrowing(true);
        m_isEarlier = false;
        m_title.clear();
        m_pane->save(); // as long as its concept is there
        m_study->setRoadmap({});
    }
    for (const PreviewEvent& event : events) {
        if (const auto* titled = std::get_if<RoadmapTitled>(&event))
            m_title = titled->title;
    }
    m_growth->add(events);
}

void RoadmapView::setGrowing(bool isGrowing)
{
    m_isGrowing = isGrowing;
    m_unfolding->setGrowing(isGrowing);
}

void RoadmapView::showPresence()
{
    m_pages->setCurrentIndex(hasRoadmap() ? 1 : 0);
    if (std::exchange(m_wasThere, hasRoadmap()) != hasRoadmap())
        Q_EMIT presenceChanged();
}

void RoadmapView::showRoadmap()
{
    m_names.forget();
    showPresence();
    // The study goes by the places of branches, which are right when all is settled.
    if (!m_isGrowing && m_growth->isIdle() && !m_settling.stages.isEmpty()) {
        m_pane->save();
        m_study->setRoadmap(std::exchange(m_settling, {}));
    }
    showHeader();
    m_opening.show();
}

void RoadmapView::clear()
{
    m_pane->save();
    m_findings->clear();
    m_tools->filter().clear();
    m_ownTitle.clear();
    m_study->clear(); // first: where the rows that go leave the reader is no place in this roadmap
    setRoadmap({});
    m_unfolding->forget();
}

void RoadmapView::clearUnfinished()
{
    m_findings->clear();
    const bool staysWhole = !m_isGrowing && hasRoadmap();
    if (m_isGrowing)
        setRoadmap({});
    m_isEarlier = staysWhole;
}

void RoadmapView::showNode(const QString& id)
{
    if (!bringToFront(id))
        return;
    m_opening.open();
    Q_EMIT conceptShown(id);
}

/// Where something was taken back, as far as the reader would not see it: the concept comes in
/// front, and is open or not as the one before was.
void RoadmapView::showChanged(const QString& conceptId)
{
    if (conceptId.isEmpty() || conceptId == place().id || !bringToFront(conceptId))
        return;
    m_opening.show();
    Q_EMIT conceptShown(conceptId);
}

/// Among what the filter found, if it is there; else the filter is done with.
bool RoadmapView::bringToFront(const QString& id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return false;
    if (!m_trees->show(index)) {
        m_tools->filter().clear();
        m_trees->show(index);
    }
    return true;
}

/// Whoever goes through the findings keeps them: the concept opens only where there is room for it
/// as well.
void RoadmapView::showPlaceOfFinding(const QString& id)
{
    if (!bringToFront(id))
        return;
    m_opening.reopen();
    Q_EMIT conceptShown(id);
}

ReadingPlace RoadmapView::place() const
{
    const QModelIndex current = m_trees->currentRow();
    return { .id = current.data(RoadmapTreeModel::IdRole).toString(),
        .isOpen = !m_pane->isHidden(),
        .isTall = !m_pane->isHidden() && m_reading->isTall() };
}

void RoadmapView::goTo(const ReadingPlace& place)
{
    const QModelIndex index = m_model->indexOf(place.id);
    if (!index.isValid())
        return;
    m_trees->show(index);
    m_opening.restore(place);
}

void RoadmapView::showNextToLearn()
{
    const QModelIndex current = m_trees->currentRow();
    const bool isConcept = current.data(RoadmapTreeModel::StudyStateRole).isValid();
    const QString id = current.data(RoadmapTreeModel::IdRole).toString();
    const StudyProgress& progress = m_study->progress();
    const QString next = isConcept ? progress.nextToLearnAfter(id) : progress.nextToLearn();
    if (!next.isEmpty())
        showNode(next);
}

void RoadmapView::showFindings()
{
    m_findings->unfold();
}

void RoadmapView::focusFilter()
{
    if (m_treeSide->isHidden())
        m_reading->makePaneTall(false);
    if (m_treeSide->isHidden())
        m_opening.close(); // there is no room for both
    m_tools->filter().setFocus(Qt::ShortcutFocusReason);
    m_tools->filter().selectAll();
}

void RoadmapView::expandTo(RoadmapTools::Level level)
{
    m_tools->filter().clear();
    m_unfolding->unfoldTo(level);
}

void RoadmapView::toggleDone()
{
    toggleDone(m_trees->currentRow());
}

void RoadmapView::toggleDone(const QModelIndex& index)
{
    if (index.data(RoadmapTreeModel::StudyStateRole).isValid())
        m_study->toggleDone(index.data(RoadmapTreeModel::IdRole).toString());
}

std::optional<StudyState> RoadmapView::stateInFront() const
{
    const QVariant state = m_trees->currentRow().data(RoadmapTreeModel::StudyStateRole);
    return state.isValid() ? std::optional(state.value<StudyState>()) : std::nullopt;
}

void RoadmapView::mark(StudyState state)
{
    if (stateInFront())
        m_study->setState(place().id, state);
}

void RoadmapView::chooseHours()
{
    m_header->chooseHours();
}

void RoadmapView::showMenu(const QModelIndex& index, const QPoint& place)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Book), tr("Open"), &m_opening, &PaneOpening::enter);
    const QVariant state = index.data(RoadmapTreeModel::StudyStateRole);
    if (state.isValid()) {
        menu->addSeparator();
        auto* const states = new QActionGroup(menu);
        const QString id = index.data(RoadmapTreeModel::IdRole).toString();
        for (const StudyState each : studyStates) {
            QAction* const action = menu->addAction(icon(iconOf(each)), studyStateText(each), this,
                [this, id, each] { m_study->setState(id, each); });
            action->setCheckable(true);
            action->setChecked(each == state.value<StudyState>());
            states->addAction(action);
        }
    }
    menu->popup(place);
}

void RoadmapView::showStudy()
{
    m_header->showStudy();
    m_nextStep->showStudy();
    const StudyTotals totals = m_study->progress().totals();
    m_tools->setHasNext(totals.learnt < totals.concepts);
    showNextStep(!m_pane->isHidden());
}

/// Whoever reads a concept that is not learnt has something to go on with, and rows come before it
/// where there is little height.
void RoadmapView::showNextStep(bool isPaneOpen)
{
    const std::optional<StudyState> read = isPaneOpen ? stateInFront() : std::nullopt;
    const bool isReading = isPaneOpen && !(read && isLearnt(*read));
    const bool hadKeyboard = m_nextStep->isAncestorOf(window()->focusWidget());
    const bool hasRoom = m_reading->holdsBoth() && !(isPaneOpen && m_reading->isLow());
    m_nextStep->setWanted(m_isRunOver && !m_isGrowing && !isReading && hasRoom);
    m_treeSide->layout()->activate(); // what is measured next goes by it
    if (hadKeyboard && m_nextStep->isHidden())
        tree().setFocus();
}

void RoadmapView::setRunOver(bool isOver)
{
    m_isRunOver = isOver;
    if (isOver)
        m_isEarlier = false;
    m_findings->setOver(isOver);
    showHeader();
    showNextStep(!m_pane->isHidden());
}

void RoadmapView::setOutlook(Outlook outlook)
{
    m_outlook = outlook;
    m_model->setDesignOver(outlook == Outlook::Stopped || outlook == Outlook::Failed
        || outlook == Outlook::NotCovered);
    showOutlook();
    showHeader();
    m_opening.show();
}

bool RoadmapView::hasRoadmap() const
{
    return m_model->rowCount() > 0;
}

void RoadmapView::showOutlook()
{
    switch (m_outlook) {
    case Outlook::Opening:
        m_empty->say(Icon::Tree, tr("Your roadmap is being opened."));
        break;
    case Outlook::Expected:
        m_empty->say(Icon::Tree, tr("Your roadmap appears here as soon as it is designed."));
        break;
    case Outlook::Stopped:
        m_empty->say(Icon::Stop, tr("You stopped before there was a roadmap."));
        break;
    case Outlook::Failed:
        m_empty->say(Icon::Warning, tr("No roadmap: the run failed. The conversation says why."));
        break;
    case Outlook::NotCovered:
        m_empty->say(
            Icon::Info, tr("No roadmap for this goal yet. The conversation says what you can do."));
        break;
    }
}

/// A third of it, unless there is more already.
void RoadmapView::makeRoomForFindings(bool areShown)
{
    QList<int> sizes = m_parts->sizes();
    const int all = std::accumulate(sizes.begin(), sizes.end(), 0);
    const int before = sizes.last();
    sizes.last() = areShown ? std::max(before, all / 3) : m_findings->minimumSizeHint().height();
    sizes.first() += before - sizes.last();
    m_parts->setSizes(sizes);
    m_opening.show();
}

void RoadmapView::showHeader()
{
    const bool isEmpty = !hasRoadmap();
    m_header->setTitle(isEmpty || title().trimmed().isEmpty() ? tr("Roadmap") : title());
    const bool isAtWork = !m_isRunOver && !m_isEarlier;
    m_header->setRunOver(!isAtWork);
    if (isEmpty || m_isGrowing || isAtWork) {
        m_header->setStanding(isEmpty ? QString() : growthText());
        return;
    }
    //: A whole roadmap, whose run was stopped or failed.
    m_header->setStanding(m_outlook == Outlook::Expected ? QString() : tr("Not finished"));
}

QString RoadmapView::growthText() const
{
    int complete = 0;
    int planned = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex stage = m_model->index(row, 0);
        complete += stage.data(RoadmapTreeModel::ConceptCountRole).toInt();
        planned += stage.data(RoadmapTreeModel::PlannedConceptsRole).toInt();
    }
    // While a run is at work, how far it is stands above it.
    if (m_outlook == Outlook::Expected)
        return m_isGrowing ? tr("Designed so far: %n concept(s)", nullptr, complete)
                           : tr("Designed: %n concept(s)", nullptr, complete);
    if (planned <= complete)
        return tr("Unfinished: %n concept(s)", nullptr, complete);
    return tr("Unfinished: %1 of %n concept(s)", nullptr, planned).arg(complete);
}

/// Escape stops the run, but whoever reads a concept leaves that first, then what a filter found.
bool RoadmapView::event(QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || (m_pane->isHidden() && !m_trees->isFiltered())
        || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Cancel))
        return QWidget::event(event);
    event->accept();
    if (event->type() != QEvent::KeyPress)
        return true;
    if (!m_pane->isHidden())
        m_opening.close();
    else
        m_tools->filter().clear();
    return true;
}

void RoadmapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_header->setCompact(event->size().height() < lowHeader * iconSide(font()));
}

void RoadmapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_model->retranslate();
    retranslate();
}

void RoadmapView::retranslate()
{
    showOutlook();
    showHeader();
}

} // namespace roadloom
