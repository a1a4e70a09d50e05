// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/FoundClasses.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/Icons.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QItemSelectionModel>
#include <QListWidget>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestName = 60;

} // namespace

FoundClasses::FoundClasses(std::unique_ptr<HubSearch> search, QWidget* parent)
    : QWidget(parent)
    , m_search(std::move(search))
    , m_heading(new TextLabel(TextLabel::Style::Strong))
    , m_list(new QListWidget)
    , m_state(new TextLabel(TextLabel::Style::Muted))
    , m_again(new QPushButton)
{
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(3 * m_list->fontMetrics().height() + 4 * spacingUnit);
    m_again->setAutoDefault(false);
    auto* const head = new QHBoxLayout;
    head->setSpacing(spacingUnit);
    head->addWidget(m_heading, 1);
    head->addWidget(m_again);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit);
    column->addLayout(head);
    column->addWidget(m_list);
    column->addWidget(m_state);
    // Not by its getting the focus, which makes a row the current one.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (const auto rows = m_list->selectionModel()->selectedRows(); !rows.isEmpty())
            Q_EMIT chosen(m_found[rows.first().row()]);
    });
    connect(m_list, &QListWidget::itemClicked, this, &FoundClasses::settled);
    connect(m_list, &QListWidget::itemActivated, this, &FoundClasses::settled);
    connect(m_again, &QPushButton::clicked, this, [this] { look(); });
    connect(m_search.get(), &HubSearch::found, this, &FoundClasses::add);
    connect(m_search.get(), &HubSearch::ended, this, [this] {
        m_isLooking = false;
        showState();
        Q_EMIT ended();
    });
    retranslate();
}

FoundClasses::~FoundClasses() = default;

void FoundClasses::chooseOnly()
{
    if (m_found.size() == 1)
        m_list->setCurrentRow(0);
}

void FoundClasses::look()
{
    m_found.clear();
    m_list->clear();
    m_isLooking = true;
    m_search->start();
    showState();
}

void FoundClasses::add(const FoundHub& hub)
{
    m_found.append(hub);
    const QString name = displayLine(hub.name, longestName);
    const QString place = hub.url.scheme() == "https"_L1
        ? hub.url.authority()
        : tr("%1, not encrypted").arg(hub.url.authority());
    auto* const row
        = new QListWidgetItem(name.isEmpty() ? place : tr("%1, at %2").arg(name, place), m_list);
    row->setIcon(icon(Icon::Link));
    showState();
}

void FoundClasses::showState()
{
    m_list->setVisible(!m_found.isEmpty());
    m_state->setVisible(m_isLooking || m_found.isEmpty());
    m_state->setText(m_isLooking
            ? tr("Looking for classes on this network…")
            : tr("No class was found on this network. Type the address that your teacher's screen "
                 "shows."));
    m_again->setEnabled(!m_isLooking);
}

void FoundClasses::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FoundClasses::retranslate()
{
    m_heading->setText(tr("Classes on this network"));
    m_list->setAccessibleName(m_heading->text());
    m_again->setText(tr("&Look again"));
    showState();
}

} // namespace roadloom
