// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/NetworkFields.h"

#include "ui/look/Accents.h"
#include "ui/look/Choices.h"
#include "ui/look/FieldError.h"
#include "ui/settings/SetupProblems.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr int longestText = 1000;

} // namespace

NetworkFields::NetworkFields(const NetworkSettings& network, QWidget* parent)
    : QWidget(parent)
    , m_before(network)
    , m_proxyLabel(new QLabel(this))
    , m_proxyUse(new QComboBox(this))
    , m_proxy(new QLineEdit(network.proxy.toString(), this))
    , m_fileLabel(new QLabel(this))
    , m_file(new QLineEdit(network.caFile, this))
    , m_browse(new QPushButton(this))
    , m_error(new FieldError(*m_proxy, this))
{
    for (const ProxyUse use : { ProxyUse::System, ProxyUse::None, ProxyUse::Custom })
        m_proxyUse->addItem(QString(), int(use));
    m_proxyUse->setCurrentIndex(m_proxyUse->findData(int(network.proxyUse)));
    m_proxy->setMaxLength(longestText);
    m_file->setMaxLength(longestText);
    m_browse->setAutoDefault(false);
    build();
    connect(m_proxyUse, &QComboBox::currentIndexChanged, this, &NetworkFields::showProxyField);
    connect(m_proxyUse, &QComboBox::currentIndexChanged, this, &NetworkFields::edited);
    connect(m_proxy, &QLineEdit::textChanged, this, &NetworkFields::edited);
    connect(m_file, &QLineEdit::textChanged, this, &NetworkFields::edited);
    connect(m_browse, &QPushButton::clicked, this, &NetworkFields::chooseFile);
    showProxyField();
    retranslate();
}

void NetworkFields::build()
{
    m_proxyLabel->setBuddy(m_proxyUse);
    m_fileLabel->setBuddy(m_file);
    auto* const proxyRow = new QHBoxLayout;
    proxyRow->addWidget(m_proxyUse);
    proxyRow->addWidget(m_proxy, 1);
    proxyRow->addStretch();
    auto* const fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_browse);
    auto* const form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setContentsMargins({});
    form->addRow(m_proxyLabel, proxyRow);
    form->addRow(m_fileLabel, fileRow);
    form->addRow(m_error);
}

NetworkSettings NetworkFields::network() const
{
    NetworkSettings network = m_before;
    network.proxyUse = ProxyUse(m_proxyUse->currentData().toInt());
    if (m_proxy->text() != m_before.proxy.toString())
        network.proxy = QUrl(m_proxy->text().trimmed(), QUrl::StrictMode);
    network.caFile = m_file->text().trimmed();
    return network;
}

void NetworkFields::tell(const QString& problem)
{
    if (problem != m_error->text())
        m_error->tell(problem);
}

void NetworkFields::showProxyField()
{
    m_proxy->setVisible(ProxyUse(m_proxyUse->currentData().toInt()) == ProxyUse::Custom);
}

void NetworkFields::chooseFile()
{
    auto* const dialog = new QFileDialog(this, tr("Extra CA certificates"),
        QFileInfo(m_file->text()).path(), tr("Certificates (*.pem *.crt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void NetworkFields::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NetworkFields::retranslate()
{
    m_proxyLabel->setText(tr("Proxy"));
    const auto useText = [](ProxyUse use) {
        switch (use) {
        case ProxyUse::System:
            return tr("System setting");
        case ProxyUse::None:
            return tr("None");
        case ProxyUse::Custom:
            return tr("Own:");
        }
        return QString();
    };
    for (int i = 0; i < m_proxyUse->count(); ++i)
        m_proxyUse->setItemText(i, useText(ProxyUse(m_proxyUse->itemData(i).toInt())));
    fitChoices(*m_proxyUse, *m_proxyLabel);
    m_proxy->setPlaceholderText(u"http://HOST:PORT"_s);
    m_proxy->setAccessibleName(tr("Address of the proxy"));
    m_fileLabel->setText(tr("Extra CA certificates"));
    m_file->setPlaceholderText(tr("No file"));
    m_browse->setText(tr("&Browse…"));
    m_browse->setAccessibleName(tr("Choose a file of CA certificates"));
}

} // namespace roadloom
