// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/NextStep.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"
#include "ui/look/Icons.h"
#include "ui/study/StudyBook.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

NextStep::NextStep(const StudyBook& book, QWidget* parent)
    : QWidget(parent)
    , m_book(book)
    , m_go(new QPushButton(icon(Icon::Next), {}, this))
{
    m_go->setAutoDefault(true); // Enter presses it, too
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacingUnit, spacingUnit / 2, 2 * spacingUnit, spacingUnit / 2);
    row->addWidget(m_go);
    row->addStretch();
    // A long name is shortened; it must not hold the pane open.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_go, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QString(m_next)); });
    hide();
}

void NextStep::showStudy()
{
    const StudyTotals& totals = m_book.progress().totals();
    m_next = totals.learnt < totals.concepts ? m_book.progress().nextToLearn() : QString();
    setVisible(m_isWanted && !m_next.isEmpty());
    showText();
}

void NextStep::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    setVisible(m_isWanted && !m_next.isEmpty());
}

void NextStep::showText()
{
    constexpr qsizetype longest = 120; // characters
    const QString name = displayLine(m_book.name(m_next), longest);
    const bool isBegun = m_book.progress().totals().learnt > 0;
    //: %1 is the name of a concept.
    const QString whole = isBegun ? tr("Continue with: %1").arg(name)
                                  //: %1 is the name of a concept.
                                  : tr("Start with: %1").arg(name);
    m_go->setAccessibleName(whole);
    const QMargins margins = layout()->contentsMargins();
    const int frame = iconSide(font()) + 4 * spacingUnit;
    const int room = std::max(0, width() - margins.left() - margins.right() - frame);
    const QString shown = m_go->fontMetrics().elidedText(whole, Qt::ElideRight, room);
    // A name may have an ampersand, which would be taken for a mnemonic.
    m_go->setText(QString(shown).replace(u"&"_s, u"&&"_s));
    m_go->setToolTip(shown == whole ? QString() : u"<p>"_s + whole.toHtmlEscaped() + u"</p>"_s);
}

void NextStep::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showText();
}

void NextStep::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        showText();
}

} // namespace roadloom
