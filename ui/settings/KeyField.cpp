// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/KeyField.h"

#include "ui/look/Accents.h"
#include "ui/look/Choices.h"
#include "ui/look/FieldError.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/TextLabel.h"
#include "ui/settings/FoldSection.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

namespace roadloom {

namespace {

constexpr int longestKey = 4000;

QString placeText(KeyPlace place)
{
    switch (place) {
    case KeyPlace::SecretStore:
        return KeyField::tr("In the system's secret store");
    case KeyPlace::Session:
        return KeyField::tr("Only for this session");
    case KeyPlace::File:
        return KeyField::tr("In a file that only you can read");
    case KeyPlace::None:
        break;
    }
    return {};
}

} // namespace

KeyField::KeyField(const ProviderSetup& setup, const SecretStores& stores, QWidget* parent)
    : KeyField(
        subjectOf(setup), presetOf(setup).localPort && !presetOf(setup).key.needed, stores, parent)
{
    setSetup(setup);
}

KeyField::KeyField(const ServiceSetup& setup, const SecretStores& stores, QWidget* parent)
    : KeyField(subjectOf(setup), false, stores, parent)
{
    setSetup(setup);
}

KeyField::KeyField(
    const Subject& subject, bool isFolded, const SecretStores& stores, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_stores(stores)
    , m_label(new QLabel(this))
    , m_state(new TextLabel(TextLabel::Style::Muted, this))
    , m_forget(new QPushButton(this))
    , m_edit(new QLineEdit)
    , m_placeLabel(new QLabel)
    , m_place(new QComboBox)
    , m_error(new FieldError(*m_edit, this))
    , m_page(new QPushButton(this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(longestKey);
    m_label->setBuddy(m_edit);
    m_placeLabel->setBuddy(m_place);
    for (const KeyPlace place : { KeyPlace::SecretStore, KeyPlace::Session, KeyPlace::File }) {
        if (m_stores.at(place) != nullptr)
            m_place->addItem(QString(), int(place));
    }
    if (const int before = m_place->findData(int(subject.secret.place)); before >= 0)
        m_place->setCurrentIndex(before);
    m_forget->setAutoDefault(false);
    m_page->setAutoDefault(false);
    m_page->setFlat(true);
    m_page->setCursor(Qt::PointingHandCursor);
    QFont underlined = m_page->font();
    underlined.setUnderline(true);
    m_page->setFont(underlined);
    if (isFolded)
        m_fold = new FoldSection(buildEntry(), this);
    build();
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        m_error->tell({});
        showState();
        Q_EMIT edited();
    });
    connect(m_place, &QComboBox::currentIndexChanged, this, [this] { m_error->tell({}); });
    connect(m_forget, &QPushButton::clicked, this, &KeyField::forgetRequested);
    connect(m_page, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(m_subject.page); });
    colorPage();
    lookWhatIsKept();
    retranslate();
}

KeyField::Subject KeyField::subjectOf(const ProviderSetup& setup)
{
    const Provider& preset = presetOf(setup);
    return { .secret = secretOf(setup), .isNeeded = preset.key.needed, .page = preset.key.page };
}

KeyField::Subject KeyField::subjectOf(const ServiceSetup& setup)
{
    return { .secret = secretOf(setup), .isClassCode = true };
}

QWidget* KeyField::buildEntry()
{
    auto* const entry = new QWidget(this);
    auto* const place = new QWidget(entry);
    auto* const placeLine = new FlowLayout(place);
    placeLine->addWidget(m_placeLabel);
    placeLine->addWidget(m_place);
    auto* const column = new QVBoxLayout(entry);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_edit);
    column->addWidget(place);
    return entry;
}

void KeyField::build()
{
    auto* const actions = new QWidget(this);
    auto* const actionLine = new FlowLayout(actions);
    actionLine->addWidget(m_page);
    actionLine->addWidget(m_forget);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacingUnit / 2);
    column->addWidget(m_state);
    if (m_fold != nullptr)
        column->addWidget(m_fold);
    else
        column->addWidget(buildEntry());
    column->addWidget(actions);
    column->addWidget(m_error);
}

void KeyField::setSetup(const ProviderSetup& setup)
{
    take(subjectOf(setup), apiKeyFromEnvironment(setup.baseUrl, &presetOf(setup)));
}

void KeyField::setSetup(const ServiceSetup& setup)
{
    take(subjectOf(setup), classCodeFromEnvironment());
}

void KeyField::take(const Subject& subject, const Result<ApiKey>& key)
{
    const bool isSamePlace = m_subject.secret.place == subject.secret.place;
    m_subject = subject;
    m_variable = key && key.value().isFromEnvironment ? key.value().variable : QString();
    if (!key)
        m_error->tell(key.error().message);
    if (!isSamePlace)
        lookWhatIsKept();
    showState();
}

/// Only memory is asked: the desktop might want a password before it answers.
void KeyField::lookWhatIsKept()
{
    const KeyPlace place = m_subject.secret.place;
    m_isKept = place == KeyPlace::SecretStore || place == KeyPlace::File;
    SecretStore* const memory = m_stores.at(KeyPlace::Session);
    if (place != KeyPlace::Session || memory == nullptr)
        return;
    SecretJob* const job = memory->read(m_subject.secret.name).release();
    job->setParent(this);
    connect(job, &SecretJob::failed, job, &QObject::deleteLater);
    connect(job, &SecretJob::finished, this, [this, job](const QByteArray& secret) {
        job->deleteLater();
        m_isKept = !secret.isEmpty();
        showState();
    });
}

void KeyField::setKept()
{
    m_isKept = true;
    showState();
}

QByteArray KeyField::typedKey() const
{
    return m_edit->text().trimmed().toUtf8();
}

KeyPlace KeyField::place() const
{
    return KeyPlace(m_place->currentData().toInt());
}

bool KeyField::check()
{
    const QByteArray key = typedKey();
    if (key.isEmpty() || fitsHeader(key))
        return true;
    tell(m_subject.isClassCode
            ? tr("This holds characters that no class code has. Enter it again.")
            : tr("This holds characters that no API key has, perhaps from copying. Enter it "
                 "again."));
    return false;
}

void KeyField::tell(const QString& problem)
{
    m_error->tell(problem);
}

void KeyField::clearTyped()
{
    m_edit->setText({});
}

void KeyField::setFocusToKey()
{
    if (m_edit->isEnabled() && m_fold == nullptr)
        m_edit->setFocus();
}

void KeyField::showState()
{
    const bool isGiven = !m_variable.isEmpty();
    m_forget->setVisible(m_isKept && !isGiven);
    m_edit->setEnabled(!isGiven);
    const bool asksForPlace = !isGiven && (!m_isKept || !m_edit->text().isEmpty());
    m_placeLabel->setVisible(asksForPlace);
    m_place->setVisible(asksForPlace);
    m_page->setVisible(!m_subject.page.isEmpty() && !isGiven);
    m_state->setText(stateText());
    if (isGiven)
        m_edit->setPlaceholderText(m_state->text());
    else if (!m_isKept)
        m_edit->setPlaceholderText(
            m_subject.isClassCode ? tr("As the teacher shows it") : tr("Paste it here"));
    else
        m_edit->setPlaceholderText(m_subject.isClassCode
                ? tr("Another code instead of the one that is kept")
                : tr("Another key instead of the one that is kept"));
}

QString KeyField::stateText() const
{
    if (!m_variable.isEmpty())
        return tr("Taken from %1").arg(m_variable);
    return m_isKept ? keptText() : missingText();
}

QString KeyField::keptText() const
{
    const bool isCode = m_subject.isClassCode;
    switch (m_subject.secret.place) {
    case KeyPlace::SecretStore:
        return isCode ? tr("A class code is kept in the system's secret store.")
                      : tr("A key is kept in the system's secret store.");
    case KeyPlace::Session:
        return isCode ? tr("A class code is kept until Roadloom is closed.")
                      : tr("A key is kept until Roadloom is closed.");
    case KeyPlace::File:
        return isCode ? tr("A class code is kept in a file that only you can read.")
                      : tr("A key is kept in a file that only you can read.");
    case KeyPlace::None:
        break;
    }
    return {};
}

QString KeyField::missingText() const
{
    if (m_subject.isClassCode)
        return tr("Only if the hub asks for one");
    if (m_fold != nullptr)
        return tr("No key needed");
    return m_subject.isNeeded ? tr("None yet") : tr("Only if the server asks for one");
}

void KeyField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colorPage();
}

/// As a link.
void KeyField::colorPage()
{
    QPalette own;
    own.setColor(QPalette::ButtonText,
        readable(palette().color(QPalette::Link), palette().color(QPalette::Window)));
    m_page->setPalette(own);
}

void KeyField::retranslate()
{
    if (m_subject.isClassCode)
        m_label->setText(tr("C&lass code"));
    else
        m_label->setText(m_fold != nullptr ? tr("API key") : tr("API &key"));
    if (m_fold != nullptr)
        m_fold->setTitle(tr("Add a &key anyway"));
    m_edit->setAccessibleName(m_subject.isClassCode ? tr("Class code") : tr("API key"));
    m_placeLabel->setText(tr("Where to kee&p it"));
    for (int i = 0; i < m_place->count(); ++i)
        m_place->setItemText(i, placeText(KeyPlace(m_place->itemData(i).toInt())));
    fitChoices(*m_place, *m_placeLabel);
    m_forget->setText(tr("&Forget it"));
    m_page->setText(tr("&Get a key at %1").arg(m_subject.page.host()));
    showState();
}

} // namespace roadloom
