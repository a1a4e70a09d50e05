// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/AddProviderDialog.h"

#include "ui/look/Accents.h"
#include "ui/look/ClearButton.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/Settings.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

enum Role {
    PresetRole = Qt::UserRole, ///< id of a preset
    FoundRole, ///< number of a server found
    ServiceRole, ///< true: a hub
    OwnRole, ///< true: a server of one's own
};

/// What people type who look for a server of their own, whatever language the window speaks.
const QStringList& wordsForOwn()
{
    static const QStringList words { u"local"_s, u"own"_s, u"self-hosted"_s, u"本地"_s, u"本机"_s,
        u"自己"_s, u"自建"_s };
    return words;
}

bool isWordForOwn(const QString& typed)
{
    return std::ranges::any_of(wordsForOwn(),
        [&typed](const QString& word) { return word.startsWith(typed, Qt::CaseInsensitive); });
}

bool fits(const QTreeWidgetItem& line, const QString& typed)
{
    if (typed.isEmpty())
        return true;
    return !line.isDisabled()
        && (line.text(0).contains(typed, Qt::CaseInsensitive)
            || line.text(1).contains(typed, Qt::CaseInsensitive)
            || (line.data(0, OwnRole).toBool() && isWordForOwn(typed)));
}

/// As the style's, but a little higher: twenty names without air between them are hard to scan.
class AiryRows final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        constexpr int air = 6;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, air);
    }
};

bool isChoice(const QTreeWidgetItem& item)
{
    return item.parent() != nullptr && !item.isHidden() && !item.isDisabled();
}

QTreeWidgetItem* addLine(QTreeWidgetItem& group, const QString& name, const QString& detail)
{
    auto* const item = new QTreeWidgetItem(&group, { name, detail });
    item->setToolTip(1, u"<p>"_s + detail.toHtmlEscaped() + u"</p>"_s);
    return item;
}

/// Nothing to choose, but to read.
void addRemark(QTreeWidgetItem& group, const QString& words)
{
    QTreeWidgetItem* const item = addLine(group, words, {});
    item->setDisabled(true);
    item->setForeground(0, mutedText(group.treeWidget()->palette()));
}

} // namespace

AddProviderDialog::AddProviderDialog(LocalServers& servers, QWidget* parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_ofNoUse(new TextLabel(TextLabel::Style::Muted, this))
    , m_look(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    m_filter->installEventFilter(this);
    m_tree->setItemDelegate(new AiryRows(m_tree));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_groups = { addGroup(), addGroup(), addGroup(), addGroup() };
    m_groups.nothing->setFont(0, font());
    m_add->setDefault(true);
    m_look->setAutoDefault(false);
    m_cancel->setAutoDefault(false);

    auto* const row = new QHBoxLayout;
    row->addWidget(m_look);
    row->addStretch();
    row->addWidget(m_add);
    row->addWidget(m_cancel);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addWidget(m_ofNoUse);
    column->addLayout(row);
    resize(QSize(82 * spacingUnit, 78 * spacingUnit).boundedTo(screen()->availableSize()));

    connect(m_filter, &QLineEdit::textChanged, this, &AddProviderDialog::applyFilter);
    connect(m_look, &QPushButton::clicked, &m_servers, &LocalServers::look);
    connect(m_add, &QPushButton::clicked, this, &AddProviderDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &AddProviderDialog::enableAdd);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, &AddProviderDialog::choose);
    connect(&m_servers, &LocalServers::changed, this, &AddProviderDialog::showFound);
    retranslate();
    m_filter->setFocus();
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
            : (isElsewhere ? preset.baseUrl.host() : preset.baseUrl.authority());
        QTreeWidgetItem* const line = addLine(isElsewhere ? *m_groups.providers : *m_groups.others,
            preset.name.in(userLanguage()), detail);
        line->setData(0, PresetRole, preset.id);
        line->setData(0, OwnRole, !isElsewhere);
    }
    addLine(*m_groups.others, tr("A hub"), tr("a Roadloom on another machine"))
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
        if (!server.isUsable()) {
            //: A server and why it cannot be used.
            ofNoUse.append(tr("%1: %2").arg(nameOf(server), displayLine(describe(server))));
            continue;
        }
        QTreeWidgetItem* const line = addLine(*m_groups.found, nameOf(server), describe(server));
        line->setData(0, FoundRole, int(i));
        line->setData(0, OwnRole, true);
    }
    m_ofNoUse->setText(ofNoUse.join(u'\n'));
    m_ofNoUse->setVisible(!ofNoUse.isEmpty());
    if (m_servers.isLooking())
        addRemark(*m_groups.found, tr("Looking…"));
    else if (m_groups.found->childCount() == 0)
        addRemark(*m_groups.found, tr("None found"));
    m_groups.found->setExpanded(true);
    m_look->setEnabled(!m_servers.isLooking());
    applyFilter();
}

/// Shows the lines that have what is typed, and the headings that have lines; or says that none
/// has.
void AddProviderDialog::applyFilter()
{
    const QString wanted = m_filter->text().trimmed();
    bool hasAny = false;
    for (QTreeWidgetItem* const group : { m_groups.found, m_groups.providers, m_groups.others }) {
        bool hasLine = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem& line = *group->child(i);
            const bool isShown = fits(line, wanted);
            line.setHidden(!isShown);
            hasLine = hasLine || isShown;
        }
        group->setHidden(!hasLine);
        hasAny = hasAny || hasLine;
    }
    m_groups.nothing->setHidden(hasAny);
    const QTreeWidgetItem* const current = m_tree->currentItem();
    if (current == nullptr || !isChoice(*current))
        selectFirst();
    enableAdd();
}

void AddProviderDialog::selectFirst()
{
    for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at) {
        if (isChoice(**at)) {
            m_tree->setCurrentItem(*at);
            return;
        }
    }
    m_tree->setCurrentItem(nullptr);
}

/// Up and down in the field move through the list.
bool AddProviderDialog::eventFilter(QObject* filter, QEvent* event)
{
    if (filter == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_tree, event);
            return true;
        }
    }
    return QDialog::eventFilter(filter, event);
}

void AddProviderDialog::enableAdd()
{
    const QList<QTreeWidgetItem*> selected = m_tree->selectedItems();
    m_add->setEnabled(!selected.isEmpty() && isChoice(*selected.constFirst()));
}

void AddProviderDialog::choose()
{
    const QTreeWidgetItem* const item = m_tree->currentItem();
    if (item == nullptr || !isChoice(*item) || !item->isSelected())
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
    else if (event->type() == QEvent::PaletteChange)
        showFound();
}

void AddProviderDialog::retranslate()
{
    setWindowTitle(tr("Add a model or hub"));
    m_tree->setAccessibleName(windowTitle());
    m_filter->setPlaceholderText(tr("Search"));
    setClearButton(*m_filter);
    m_filter->setAccessibleName(tr("Search"));
    m_groups.found->setText(0, tr("On this machine"));
    m_groups.providers->setText(0, tr("Cloud (needs an API key)"));
    m_groups.others->setText(0, tr("Your own server or hub"));
    m_groups.nothing->setText(0, tr("Nothing matches"));
    m_look->setText(tr("&Look again"));
    m_add->setText(tr("&Add"));
    m_cancel->setText(tr("&Cancel"));
    fillPresets();
    showFound();
}

} // namespace roadloom
