// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsDialog.h"

#include "ui/look/Accents.h"
#include "ui/settings/AppearancePage.h"
#include "ui/settings/ModelsPage.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QTabWidget>

namespace roadloom {

SettingsDialog::SettingsDialog(const Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_pages(new QTabWidget(this))
    , m_models(new ModelsPage(settings))
    , m_appearance(settings.appearance != nullptr
              ? new AppearancePage(*settings.appearance, settings.policy)
              : nullptr)
    , m_close(new QPushButton)
{
    m_pages->setDocumentMode(true);
    m_pages->setTabBarAutoHide(true);
    m_pages->setFocusPolicy(Qt::NoFocus); // its bar has the focus, where there is one
    m_pages->addTab(m_models, QString());
    if (m_appearance != nullptr)
        m_pages->addTab(m_appearance, QString());
    m_close->setAutoDefault(false);
    auto* const row = new QHBoxLayout;
    // Its right edge is that of the page's own buttons.
    const int edge = style()->pixelMetric(QStyle::PM_LayoutRightMargin, nullptr, m_models);
    row->setContentsMargins(edge, 0, edge, spacingUnit);
    row->addStretch();
    row->addWidget(m_close);
    auto* const line = new QFrame(this);
    line->setFrameStyle(int(QFrame::HLine) | int(QFrame::Sunken));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(line);
    column->addSpacing(spacingUnit);
    column->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &SettingsDialog::reject);
    resize(QSize(840, 620).boundedTo(screen()->availableSize()));
    retranslate();
    m_models->setFocus();
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
    m_pages->setTabText(m_pages->indexOf(m_models), tr("Models"));
    if (m_appearance != nullptr)
        m_pages->setTabText(m_pages->indexOf(m_appearance), tr("Appearance"));
    m_close->setText(tr("&Close"));
}

} // namespace roadloom
