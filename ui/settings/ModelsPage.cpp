// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ModelsPage.h"

#include "core/base/Overload.h"
#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/LetterWidth.h"
#include "ui/look/TabOrder.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/AddProviderDialog.h"
#include "ui/settings/AnswererDelegate.h"
#include "ui/settings/AnswererListModel.h"
#include "ui/settings/LibraryPane.h"
#include "ui/settings/ProviderForm.h"
#include "ui/settings/ServiceForm.h"
#include "ui/settings/TrialPanel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

ModelsPage::ModelsPage(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_servers(settings.candidates)
    , m_keys(settings.stores)
    , m_model(new AnswererListModel(settings.providers, this))
    , m_intro(new TextLabel(TextLabel::Style::Muted, this))
    , m_fixed(new TextLabel(TextLabel::Style::Strong, this))
    , m_problem(new TextLabel(TextLabel::Style::Alarm, this))
    , m_list(new QListView(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_library(new LibraryPane(this))
    , m_try(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_undo(new QPushButton(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AnswererDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(10 * spacingUnit);
    setFocusProxy(m_list);
    for (QPushButton* const button : { m_add, m_remove, m_use, m_try, m_stop, m_undo })
        button->setAutoDefault(false);
    build();
    connectButtons();
    QStringList problems = settings.policy.problems;
    if (const auto& error = settings.providers.readError())
        problems.append(error->message);
    m_problem->setText(problems.join(u'\n'));
    m_problem->setVisible(!problems.isEmpty());
    retranslate();
    m_list->setCurrentIndex(m_model->indexOf(answeringId(settings.providers.configured())));
    // When the page is there to be seen.
    QTimer::singleShot(0, &m_servers, &LocalServers::look);
}

ModelsPage::~ModelsPage() = default;

void ModelsPage::build()
{
    auto* const row = new QHBoxLayout;
    row->setSpacing(2 * spacingUnit);
    row->addWidget(buildList());
    row->addWidget(buildForm(), 1);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addWidget(m_fixed);
    column->addWidget(m_problem);
    column->addLayout(row, 1);
}

QWidget* ModelsPage::buildList()
{
    auto* const side = new QWidget(this);
    m_side = side;
    sizeSide();
    auto* const row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->addWidget(m_list, 1);
    column->addWidget(m_use);
    column->addLayout(row);
    return side;
}

QWidget* ModelsPage::buildForm()
{
    m_formPlace = new QWidget(this);
    auto* const place = new QVBoxLayout(m_formPlace);
    place->setContentsMargins({});
    place->addWidget(m_library);

    auto* const side = new QWidget(this);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_try);
    row->addWidget(m_stop);
    row->addStretch();
    row->addWidget(m_save);
    row->addWidget(m_undo);
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->addWidget(m_formPlace, 1);
    column->addLayout(row);
    return side;
}

void ModelsPage::connectButtons()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ModelsPage::takeCurrent);
    connect(m_add, &QPushButton::clicked, this, &ModelsPage::add);
    connect(m_library, &LibraryPane::modelWanted, this, &ModelsPage::add);
    connect(m_library, &LibraryPane::hubWanted, this, &ModelsPage::addHub);
    connect(m_remove, &QPushButton::clicked, this, &ModelsPage::remove);
    connect(m_use, &QPushButton::clicked, this, &ModelsPage::use);
    connect(m_try, &QPushButton::clicked, this, [this] { m_form->startTrial(); });
    connect(m_stop, &QPushButton::clicked, this, [this] { m_form->trial().stop(); });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (m_form != nullptr)
            m_form->save();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] { showForm(m_shownId); });
    connect(&m_settings.providers, &ProviderBook::changed, this, &ModelsPage::enableButtons);
}

void ModelsPage::add()
{
    if (!m_settings.policy.allowsAdding())
        return;
    settle([this] {
        auto* const dialog = new AddProviderDialog(m_servers, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &AddProviderDialog::foundChosen, this, &ModelsPage::addFoundServer);
        connect(dialog, &AddProviderDialog::presetChosen, this, &ModelsPage::addPreset);
        connect(dialog, &AddProviderDialog::serviceChosen, this, &ModelsPage::addHub);
        dialog->open();
    });
}

void ModelsPage::addFoundServer(const LocalServer& server)
{
    ConfiguredProviders configured = m_settings.providers.configured();
    const QString id = addFound(configured, server);
    if (m_settings.providers.configured().provider(id) != nullptr)
        take(configured);
    showSetup(configured, id);
}

void ModelsPage::addPreset(const QString& presetId)
{
    const Provider* const preset = findProvider(presetId);
    if (preset == nullptr || !m_settings.policy.allowsAdding())
        return;
    ConfiguredProviders configured = m_settings.providers.configured();
    const QString id = addProvider(configured, setupFrom(*preset));
    showSetup(configured, id);
}

void ModelsPage::addServer()
{
    settle([this] { addPreset(u"other"_s); });
}

void ModelsPage::addHub()
{
    if (!m_settings.policy.allowsAdding())
        return;
    settle([this] {
        ConfiguredProviders configured = m_settings.providers.configured();
        const QString id = addService(configured);
        showSetup(configured, id);
    });
}

void ModelsPage::take(const ConfiguredProviders& configured)
{
    const std::optional<Error> problem = m_settings.providers.change(configured);
    m_problem->setText(problem ? problem->message : QString());
    m_problem->setVisible(problem.has_value());
}

/// Shows one of them; a draft, if the book does not know it.
void ModelsPage::showSetup(const ConfiguredProviders& with, const QString& addedId)
{
    const bool isDraft = !setupIn(m_settings.providers.configured(), addedId);
    m_draft = isDraft ? setupIn(with, addedId) : std::nullopt;
    m_model->setDraft(m_draft);
    if (addedId == m_shownId)
        showForm(addedId); // another draft under the same id
    else
        select(addedId);
    if (m_form != nullptr)
        m_form->focusFirst();
}

/// Not once it is in the book, even if it could not be written to disk.
bool ModelsPage::showsDraft() const
{
    return m_draft && idOf(*m_draft) == m_shownId
        && !setupIn(m_settings.providers.configured(), m_shownId);
}

void ModelsPage::dropDraft()
{
    m_draft.reset();
    m_model->setDraft({});
}

/// What is used is what the form says.
void ModelsPage::use()
{
    const auto makeThisDefault = [this, id = m_shownId] { makeDefault(id); };
    if (m_form == nullptr || (!showsDraft() && !m_form->isChanged())) {
        makeThisDefault();
        return;
    }
    m_then = makeThisDefault;
    m_form->save();
}

void ModelsPage::remove()
{
    if (m_form == nullptr)
        return;
    if (showsDraft()) {
        delete std::exchange(m_form, nullptr); // nothing of it is asked about
        dropDraft();
        return;
    }
    const QString id = m_shownId;
    auto* const box = new QMessageBox(QMessageBox::Question, {},
        tr("Remove “%1” from the list?").arg(m_list->currentIndex().data().toString()),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("A key that is kept for it is forgotten."));
    QPushButton* const yes = box->addButton(tr("&Remove"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, [this, id] {
        ConfiguredProviders configured = m_settings.providers.configured();
        if (const ProviderSetup* const setup = configured.provider(id))
            m_keys.forget(secretOf(*setup));
        else if (const ServiceSetup* const service = configured.service(id))
            m_keys.forget(secretOf(*service));
        roadloom::remove(configured, id);
        delete std::exchange(m_form, nullptr); // nothing of it is asked about
        take(configured);
    });
    box->open();
}

void ModelsPage::makeDefault(const QString& id)
{
    ConfiguredProviders configured = m_settings.providers.configured();
    configured.defaultId = id;
    take(configured);
}

bool ModelsPage::hasUnsavedChanges() const
{
    return m_form != nullptr && m_form->isChanged();
}

void ModelsPage::select(const QString& id)
{
    m_list->setCurrentIndex(m_model->indexOf(id));
}

void ModelsPage::takeCurrent()
{
    const QString id = m_list->currentIndex().data(AnswererListModel::IdRole).toString();
    if (id == m_shownId)
        return;
    if (!hasUnsavedChanges()) {
        showForm(id);
        return;
    }
    // Not now: the view is still about to select what was clicked.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            select(m_shownId);
            settle([this, id] { select(id); });
        },
        Qt::QueuedConnection);
}

SetupForm* ModelsPage::formFor(const QString& id)
{
    std::optional<AnySetup> setup = setupIn(m_settings.providers.configured(), id);
    if (!setup && m_draft && idOf(*m_draft) == id)
        setup = m_draft;
    if (!setup)
        return nullptr;
    return std::visit(Overload {
                          [this](const ProviderSetup& provider) -> SetupForm* {
                              return new ProviderForm(m_settings, provider);
                          },
                          [this](const ServiceSetup& service) -> SetupForm* {
                              return new ServiceForm(m_settings, service);
                          },
                      },
        *setup);
}

void ModelsPage::showForm(const QString& id)
{
    if (m_form != nullptr) {
        m_form->disconnect(this);
        m_form->hide();
        m_form->deleteLater();
    }
    m_shownId = id;
    m_form = formFor(id);
    m_library->setVisible(m_form == nullptr);
    if (m_form != nullptr) {
        m_formPlace->layout()->addWidget(m_form);
        connect(m_form, &SetupForm::edited, this, &ModelsPage::enableButtons);
        connect(m_form, &SetupForm::saved, this, &ModelsPage::finishSaving);
        connect(m_form, &SetupForm::refused, this, &ModelsPage::dropContinuation);
        connect(&m_form->trial(), &TrialPanel::runningChanged, this, &ModelsPage::showTrialButtons);
    }
    orderTabsAsLaidOut(*this);
    showTrialButtons();
    enableButtons();
    // Not now: the view is still about to select what was clicked.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_draft && idOf(*m_draft) != m_shownId)
                dropDraft();
        },
        Qt::QueuedConnection);
}

/// Whoever was just added is meant to answer, unless the learner has chosen somebody.
void ModelsPage::finishSaving()
{
    const bool wasDraft = m_draft && idOf(*m_draft) == m_shownId;
    if (wasDraft)
        dropDraft();
    if (wasDraft && answeringId(m_settings.providers.configured()) == offlineId)
        makeDefault(m_shownId);
    enableButtons();
    if (const auto then = std::exchange(m_then, {}))
        then();
}

void ModelsPage::dropContinuation()
{
    m_then = {};
    enableButtons();
}

void ModelsPage::settle(const std::function<void()>& then)
{
    if (!hasUnsavedChanges()) {
        then();
        return;
    }
    m_then = then;
    askAboutUnsaved();
}

void ModelsPage::askAboutUnsaved()
{
    auto* const box = new QMessageBox(QMessageBox::Question, {},
        tr("Save the changes to “%1”?").arg(displayLine(m_form->shownName())),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton* const save = box->addButton(QMessageBox::Save);
    QPushButton* const discard = box->addButton(QMessageBox::Discard);
    QPushButton* const cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save);
    connect(save, &QPushButton::clicked, this, [this] {
        if (m_form != nullptr)
            m_form->save();
    });
    connect(discard, &QPushButton::clicked, this, [this] {
        showForm(m_shownId);
        if (const auto then = std::exchange(m_then, {}))
            then();
    });
    connect(cancel, &QPushButton::clicked, this, &ModelsPage::dropContinuation);
    box->open();
}

void ModelsPage::enableButtons()
{
    const bool isLibrary = m_form == nullptr;
    const bool isChanged = hasUnsavedChanges();
    const ConfiguredProviders& configured = m_settings.providers.configured();
    const Policy& policy = m_settings.policy;
    const bool mayChoose = policy.mayChangeSettings && !policy.answerer;
    m_library->setInvites(
        policy.allowsAdding() && configured.providers.isEmpty() && configured.services.isEmpty());
    m_add->setEnabled(policy.allowsAdding());
    m_remove->setEnabled(!isLibrary && mayChoose);
    const bool isInUse = m_shownId == answeringId(configured);
    const bool isComplete = isLibrary || m_form->isComplete();
    m_use->setEnabled(mayChoose && !m_shownId.isEmpty() && !isInUse && isComplete);
    m_use->setToolTip(isComplete ? QString() : tr("Fill it in first"));
    m_save->setVisible(!isLibrary);
    m_undo->setVisible(!isLibrary);
    m_save->setEnabled(isChanged || showsDraft());
    m_save->setDefault(m_save->isEnabled());
    m_undo->setEnabled(isChanged);
}

void ModelsPage::showTrialButtons()
{
    const bool isRunning = m_form != nullptr && m_form->trial().isRunning();
    const bool hadFocus = m_try->hasFocus() || m_stop->hasFocus();
    m_try->setVisible(m_form != nullptr && !isRunning);
    m_stop->setVisible(isRunning);
    if (hadFocus)
        (isRunning ? m_stop : m_try)->setFocus();
}

void ModelsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        sizeSide();
}

void ModelsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    sizeSide();
}

/// As wide as names mostly are, in the text's size; but what is chosen gets more room.
void ModelsPage::sizeSide()
{
    if (m_side == nullptr)
        return;
    constexpr int letters = 30;
    const int wanted = letters * letterWidth(fontMetrics()) + 2 * spacingUnit;
    const int least = std::max(28 * spacingUnit, m_side->minimumSizeHint().width());
    m_side->setFixedWidth(std::max(least, std::min(wanted, width() * 3 / 8)));
}

void ModelsPage::retranslate()
{
    const Policy& policy = m_settings.policy;
    m_intro->setText(tr("Choose who designs your roadmaps."));
    m_intro->setVisible(!policy.answerer);
    m_fixed->setText(policy.answerer ? tr("Who designs your roadmaps: set by your administrator.")
            : !policy.mayChangeSettings
            ? tr("Your administrator allows no changes of the settings.")
            : tr("Your administrator allows nobody to be added."));
    m_fixed->setVisible(!policy.allowsAdding());
    m_list->setAccessibleName(tr("Who can answer"));
    m_add->setText(tr("&Add…"));
    m_remove->setText(tr("&Remove"));
    m_use->setText(tr("&Use this one"));
    m_try->setText(tr("Tr&y it"));
    m_stop->setText(tr("St&op"));
    m_save->setText(tr("&Save"));
    m_undo->setText(tr("Undo c&hanges"));
    m_model->retranslate();
    enableButtons();
}

} // namespace roadloom
