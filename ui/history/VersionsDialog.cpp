// SPDX-License-Identifier: Apache-2.0
#include "ui/history/VersionsDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"
#include "ui/window/FittingSize.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

VersionsDialog::VersionsDialog(Library& library, const LibraryLine& roadmap, QWidget* parent)
    : QDialog(parent)
    , m_library(library)
    , m_id(roadmap.id)
    , m_list(new QListWidget)
    , m_outline(new QTreeWidget)
    , m_said(new TextLabel(TextLabel::Style::Muted))
    , m_bringBack(new QPushButton(tr("&Bring back")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions of “%1”").arg(displayLine(roadmap.title, 60)));
    m_list->setAccessibleName(tr("Versions"));
    m_outline->setAccessibleName(tr("Concepts of the version"));
    m_outline->header()->hide();
    m_outline->setSelectionMode(QAbstractItemView::NoSelection);
    auto* const sides = new QSplitter;
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_list);
    sides->addWidget(m_outline);
    sides->setSizes({ 26 * spacingUnit, 40 * spacingUnit });
    m_said->setText(
        tr("What you bring back takes the place of what the roadmap is now, which stays "
           "in this list. Your progress and notes stay with their concepts."));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_bringBack, QDialogButtonBox::ActionRole);
    m_bringBack->setEnabled(false);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit);
    column->addWidget(sides, 1);
    column->addWidget(m_said);
    column->addWidget(buttons);
    resize(fittingSize(*this, { 80 * spacingUnit, 56 * spacingUnit }));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_bringBack, &QPushButton::clicked, this, &VersionsDialog::choose);
    connect(m_list, &QListWidget::currentRowChanged, this, &VersionsDialog::readChosen);
    // What waits is written, or more waits.
    connect(&m_library, &Library::keepingChanged, this, [this] { m_library.readVersions(m_id); });
    connect(&m_library, &Library::versionsRead, this, &VersionsDialog::takeVersions);
    connect(&m_library, &Library::versionRead, this, &VersionsDialog::takeVersion);
    m_library.readVersions(m_id);
}

void VersionsDialog::takeVersions(const QString& id, const Result<QList<RoadmapVersion>>& versions)
{
    if (id != m_id)
        return;
    if (!versions) {
        m_said->setText(versions.error().message);
        return;
    }
    if (versions.value() == m_all)
        return;
    const RoadmapVersion* const before = chosenVersion();
    const int row = before != nullptr ? rowOf(before->version, versions.value()) : 0;
    const bool isFirst = m_all.isEmpty();
    m_all = versions.value();
    m_list->clear();
    for (const RoadmapVersion& version : std::as_const(m_all))
        m_list->addItem(textOf(version));
    m_list->setCurrentRow(row);
    if (isFirst)
        m_list->setFocus();
}

/// One that is not kept any more is not chosen, nor is its neighbour: that might be brought back
/// by mistake. One that waited is now the current one.
int VersionsDialog::rowOf(qint64 version, const QList<RoadmapVersion>& all)
{
    auto found = std::ranges::find(all, version, &RoadmapVersion::version);
    if (found == all.end() && version == waitingVersion)
        found = std::ranges::find(all, true, &RoadmapVersion::isCurrent);
    return found != all.end() ? int(found - all.begin()) : -1;
}

QString VersionsDialog::textOf(const RoadmapVersion& version)
{
    const QString concepts = tr("%n concepts", nullptr, version.concepts);
    if (version.version == waitingVersion)
        return tr("now · not written yet\n%1").arg(concepts);
    const QString made = QLocale().toString(version.made.toLocalTime(), QLocale::ShortFormat);
    return version.isCurrent ? tr("%1 · now\n%2").arg(made, concepts) : made + u'\n' + concepts;
}

const RoadmapVersion* VersionsDialog::chosenVersion() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_all.size() ? &m_all[row] : nullptr;
}

void VersionsDialog::readChosen()
{
    const RoadmapVersion* const version = chosenVersion();
    m_bringBack->setEnabled(version != nullptr && !version->isCurrent && m_library.isWritable());
    m_outline->clear();
    if (version != nullptr)
        m_library.readVersion(m_id, version->version);
}

void VersionsDialog::takeVersion(
    const QString& id, qint64 version, const Result<CurriculumDesign>& design)
{
    const RoadmapVersion* const wanted = chosenVersion();
    if (id != m_id || wanted == nullptr || wanted->version != version)
        return;
    m_outline->clear();
    if (!design) {
        m_said->setText(design.error().message);
        return;
    }
    QList<QTreeWidgetItem*> stages;
    for (const Stage& stage : design.value().framework.stages) {
        auto* const inStage = new QTreeWidgetItem({ displayLine(stage.name) });
        for (const Module& module : stage.modules) {
            auto* const inModule = new QTreeWidgetItem(inStage, { displayLine(module.name) });
            for (const Concept& each : module.concepts)
                new QTreeWidgetItem(inModule, { displayLine(each.name) });
        }
        stages.append(inStage);
    }
    m_outline->addTopLevelItems(stages);
    m_outline->expandToDepth(0);
}

void VersionsDialog::choose()
{
    const RoadmapVersion* const version = chosenVersion();
    const auto current = std::ranges::find(m_all, true, &RoadmapVersion::isCurrent);
    if (version == nullptr || current == m_all.end())
        return;
    const qint64 wanted = version->version;
    const qint64 before = current->version;
    accept();
    Q_EMIT chosen(wanted, before);
}

} // namespace roadloom
