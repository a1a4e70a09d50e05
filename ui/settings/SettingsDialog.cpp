// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsDialog.h"

#include "ui/look/Accents.h"
#include "ui/settings/ModelsPage.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>

namespace roadloom {

SettingsDialog::SettingsDialog(const ModelSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_pages(new QTabWidget(this))
    , m_models(new ModelsPage(settings))
    , m_close(new QPushButton(this))
{
    m_pages->setDocumentMode(true);
    m_pages->setTabBarAutoHide(true);
    m_pages->setFocusPolicy(Qt::NoFocus); // its bar has the focus, where there is one
    m_pages->addTab(m_models, QString());
    m_close->setAutoDefault(false);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(spacingUnit, 0, spacingUnit, spacingUnit);
    row->addStretch();
    row->addWidget(m_close);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &SettingsDialog::reject);
    resize(QSize(840, 620).boundedTo(screen()->availableSize()));
    retranslate();
}

/// Escape and the window's own button come here, too.
void SettingsDialog::reject()
{
    m_models->settle([this] { QDialog::reject(); });
}

void SettingsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_pages->setAccessibleName(windowTitle());
    m_pages->setTabText(0, tr("Models"));
    m_close->setText(tr("&Close"));
}

} // namespace roadloom
