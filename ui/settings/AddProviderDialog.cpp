// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AddProviderDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/ModelSettings.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

enum Role {
    PresetRole = Qt::UserRole, ///< id of a preset
    FoundRole, ///< number of a server found
    ServiceRole, ///< true: a hub
};

QTreeWidgetItem* addLine(QTreeWidgetItem& group, const QString& name, const QString& detail)
{
    auto* const item = new QTreeWidgetItem(&group, { name, detail });
    item->setToolTip(1, u"<p>"_s + detail.toHtmlEscaped() + u"</p>"_s);
    return item;
}

} // namespace

AddProviderDialog::AddProviderDialog(LocalServers& servers, QWidget* parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_tree(new QTreeWidget(this))
    , m_ofNoUse(new TextLabel(TextLabel::Style::Muted, this))
    , m_look(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_groups = { addGroup(), addGroup(), addGroup() };
    m_add->setDefault(true);
    m_look->setAutoDefault(false);
    m_cancel->setAutoDefault(false);

    auto* const row = new QHBoxLayout;
    row->addWidget(m_look);
    row->addStretch();
    row->addWidget(m_add);
    row->addWidget(m_cancel);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_tree, 1);
    column->addWidget(m_ofNoUse);
    column->addLayout(row);
    resize(82 * spacingUnit, 54 * spacingUnit);

    connect(m_look, &QPushButton::clicked, &m_servers, &LocalServers::look);
    connect(m_add, &QPushButton::clicked, this, &AddProviderDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &AddProviderDialog::enableAdd);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, &AddProviderDialog::choose);
    connect(&m_servers, &LocalServers::changed, this, &AddProviderDialog::showFound);
    retranslate();
    m_tree->setFocus();
}

QTreeWidgetItem* AddProviderDialog::addGroup()
{
    auto* const group = new QTreeWidgetItem(m_tree);
    group->setFlags(Qt::ItemIsEnabled);
    group->setFirstColumnSpanned(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    group->setFont(0, strong);
    group->setExpanded(true);
    return group;
}

void AddProviderDialog::fillPresets()
{
    for (QTreeWidgetItem* const group : { m_groups.providers, m_groups.others })
        qDeleteAll(group->takeChildren());
    for (const Provider& preset : providerPresets()) {
        const bool isElsewhere = preset.key.needed;
        const QString detail = preset.baseUrlIsExample
            ? tr("at an address of your own")
            : (isElsewhere ? preset.baseUrl.host() : tr("a server of your own"));
        addLine(isElsewhere ? *m_groups.providers : *m_groups.others,
            preset.name.in(userLanguage()), detail)
            ->setData(0, PresetRole, preset.id);
    }
    addLine(*m_groups.others, tr("A hub or service"), tr("a Roadloom on another machine"))
        ->setData(0, ServiceRole, true);
    for (QTreeWidgetItem* const group : { m_groups.providers, m_groups.others })
        group->setExpanded(true);
}

void AddProviderDialog::showFound()
{
    qDeleteAll(m_groups.found->takeChildren());
    const QList<LocalServer>& found = m_servers.found();
    QStringList ofNoUse;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const LocalServer& server = found.at(i);
        if (server.isUsable())
            addLine(*m_groups.found, nameOf(server), describe(server))
                ->setData(0, FoundRole, int(i));
        else
            //: A server and why it cannot be used.
            ofNoUse.append(tr("%1: %2").arg(nameOf(server), displayLine(describe(server))));
    }
    m_ofNoUse->setText(ofNoUse.join(u'\n'));
    m_ofNoUse->setVisible(!ofNoUse.isEmpty());
    if (m_servers.isLooking())
        addLine(*m_groups.found, tr("Looking…"), {})->setDisabled(true);
    else if (m_groups.found->childCount() == 0)
        addLine(*m_groups.found, tr("None"), tr("looked at the usual places"))->setDisabled(true);
    m_groups.found->setExpanded(true);
    m_look->setEnabled(!m_servers.isLooking());
    if (m_tree->selectedItems().isEmpty() && !found.isEmpty() && found.constFirst().isUsable())
        m_tree->setCurrentItem(m_groups.found->child(0));
    enableAdd();
}

void AddProviderDialog::enableAdd()
{
    const QList<QTreeWidgetItem*> selected = m_tree->selectedItems();
    m_add->setEnabled(!selected.isEmpty() && selected.constFirst()->parent() != nullptr);
}

void AddProviderDialog::choose()
{
    const QTreeWidgetItem* const item = m_tree->currentItem();
    if (item == nullptr || item->parent() == nullptr || !item->isSelected())
        return;
    accept();
    const QVariant number = item->data(0, FoundRole);
    if (number.isValid() && number.toInt() < m_servers.found().size())
        Q_EMIT foundChosen(LocalServer(m_servers.found().at(number.toInt())));
    else if (item->data(0, ServiceRole).toBool())
        Q_EMIT serviceChosen();
    else if (const QString id = item->data(0, PresetRole).toString(); !id.isEmpty())
        Q_EMIT presetChosen(id);
}

void AddProviderDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddProviderDialog::retranslate()
{
    setWindowTitle(tr("Who else can answer?"));
    m_tree->setAccessibleName(windowTitle());
    m_groups.found->setText(0, tr("Found on this machine"));
    m_groups.providers->setText(0, tr("Providers that want a key"));
    m_groups.others->setText(0, tr("Others"));
    m_look->setText(tr("&Look again"));
    m_add->setText(tr("&Add"));
    m_cancel->setText(tr("&Cancel"));
    fillPresets();
    showFound();
}

} // namespace roadloom
