// SPDX-License-Identifier: Apache-2.0
#include "ui/window/KeptReading.h"

#include "ui/roadmap/PaneSplitter.h"
#include "ui/study/StudyBook.h"
#include "ui/window/WindowMemory.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

const QString paneBelow = u"concept-below"_s;
const QString paneBeside = u"concept-beside"_s;
const QString tree = u"roadmap"_s;

} // namespace

KeptReading::KeptReading(RoadmapView& view, WindowMemory& memory, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_memory(memory)
{
    PaneSplitter& splitter = view.reading();
    splitter.setChosenShare(Qt::Vertical, memory.share(paneBelow));
    splitter.setChosenShare(Qt::Horizontal, memory.share(paneBeside));
    view.setColumns(memory.columns(tree));
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &KeptReading::write);
    connect(&splitter, &PaneSplitter::shareChosen, this, &KeptReading::noteBorder);
    connect(&view, &RoadmapView::columnsChosen, this, &KeptReading::noteColumns);
    connect(&view.study(), &StudyBook::roadmapChanged, this, &KeptReading::goBack);
    connect(&view, &RoadmapView::placeChanged, this, &KeptReading::note);
}

KeptReading::~KeptReading()
{
    write();
}

/// As soon as the roadmap is there, and known to be one of the library's.
void KeptReading::goBack()
{
    const StudyBook& study = m_view.study();
    if (study.keptAs() == m_roadmap)
        return;
    write();
    if (!study.keptAs().isEmpty() && study.progress().totals().concepts == 0)
        return; // it comes
    m_roadmap = study.keptAs();
    m_place = {};
    if (const auto place = m_memory.place(m_roadmap); place && !m_roadmap.isEmpty())
        m_view.goTo(*place);
}

void KeptReading::note()
{
    goBack(); // a roadmap that was just made is kept without any ado
    const ReadingPlace place = m_view.place();
    if (m_roadmap.isEmpty() || m_view.study().keptAs() != m_roadmap || place.id.isEmpty())
        return;
    m_place = place;
    m_pause.start();
}

void KeptReading::noteBorder()
{
    m_shareBelow = m_view.reading().chosenShare(Qt::Vertical);
    m_shareBeside = m_view.reading().chosenShare(Qt::Horizontal);
    m_pause.start();
}

void KeptReading::noteColumns()
{
    m_columns = m_view.columns();
    m_pause.start();
}

void KeptReading::write()
{
    m_pause.stop();
    if (!m_roadmap.isEmpty() && !m_place.id.isEmpty())
        m_memory.keepPlace(m_roadmap, std::exchange(m_place, {}));
    if (m_shareBelow)
        m_memory.keepShare(paneBelow, m_shareBelow);
    if (m_shareBeside)
        m_memory.keepShare(paneBeside, m_shareBeside);
    if (!m_columns.isEmpty())
        m_memory.keepColumns(tree, m_columns);
}

} // namespace roadloom
