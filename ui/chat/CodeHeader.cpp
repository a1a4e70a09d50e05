// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CodeHeader.h"

#include "ui/chat/CodeLook.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QToolButton>

#include <chrono>

namespace roadloom {

CodeHeader::CodeHeader(const QTextBlock& first, const QString& language, QWidget* parent)
    : QWidget(parent)
    , m_first(first)
    , m_language(new TextLabel(TextLabel::Style::Small, this))
    , m_copy(new QToolButton(this))
{
    m_language->setText(language);
    m_language->setWordWrap(false);
    m_copy->setAutoRaise(true);
    m_copy->setFont(m_language->font());
    m_copy->setCursor(Qt::PointingHandCursor);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(codePadding, 0, spacingUnit / 2, 0);
    row->setSpacing(spacingUnit);
    row->addWidget(m_language, 1);
    row->addWidget(m_copy);
    m_copied.setSingleShot(true);
    m_copied.setInterval(std::chrono::seconds(2));
    connect(&m_copied, &QTimer::timeout, this, &CodeHeader::retranslate);
    connect(m_copy, &QToolButton::clicked, this, &CodeHeader::copy);
    retranslate();
}

int CodeHeader::heightFor(const QFont& font)
{
    return QFontMetrics(font).height() + spacingUnit + 2;
}

void CodeHeader::copy()
{
    QGuiApplication::clipboard()->setText(codeFrom(m_first));
    m_copied.start();
    retranslate();
}

void CodeHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CodeHeader::retranslate()
{
    m_copy->setText(m_copied.isActive() ? tr("Copied") : tr("Copy"));
    m_copy->setAccessibleName(tr("Copy code"));
    m_copy->setAccessibleDescription(m_copied.isActive() ? tr("Copied") : QString());
}

} // namespace roadloom
