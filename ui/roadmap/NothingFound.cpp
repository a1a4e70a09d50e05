// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/NothingFound.h"

#include "ui/look/Announcement.h"
#include "ui/look/DisplayText.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <chrono>

using namespace std::chrono_literals;

namespace roadloom {

NothingFound::NothingFound(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(TextLabel::Style::Strong))
    , m_hint(new TextLabel(TextLabel::Style::Muted))
    , m_all(new QPushButton)
    , m_speaker(new QLabel(this))
{
    m_speaker->setGeometry(0, 0, 1, 1);
    m_speaker->lower();
    m_pause.setSingleShot(true);
    m_pause.setInterval(600ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { announce(*m_speaker, m_sentence->text()); });
    connect(m_all, &QPushButton::clicked, this, &NothingFound::allWanted);
    setFocusProxy(m_all);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacingUnit, 2 * spacingUnit, 2 * spacingUnit, spacingUnit);
    column->setSpacing(spacingUnit);
    for (TextLabel* const text : { m_sentence, m_hint }) {
        text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(text);
    }
    column->addWidget(m_all, 0, Qt::AlignHCenter);
    column->addStretch(1);
    retranslate();
}

void NothingFound::tell(const QString& typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    retranslate();
    m_pause.start();
}

void NothingFound::forget()
{
    m_typed.clear();
    m_pause.stop();
    m_speaker->setAccessibleName({});
}

/// The sentence and the button come before the hint.
void NothingFound::fit()
{
    m_hint->show();
    layout()->activate();
    m_hint->setVisible(layout()->heightForWidth(width()) <= height());
}

void NothingFound::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void NothingFound::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void NothingFound::retranslate()
{
    constexpr qsizetype longest = 80;
    m_sentence->setText(tr("No concept matches “%1”.").arg(displayLine(m_typed, longest)));
    m_hint->setText(tr("The filter looks for all of the words in names, keywords and notes."));
    m_all->setText(tr("Show all"));
    fit();
}

} // namespace roadloom
