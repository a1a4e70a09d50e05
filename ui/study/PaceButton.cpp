// SPDX-License-Identifier: Apache-2.0
#include "ui/study/PaceButton.h"

#include "core/roadmap/RoadmapWords.h"
#include "ui/look/Accents.h"
#include "ui/look/Icons.h"
#include "ui/study/StudyBook.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QWidgetAction>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int mostHours = 80; // a week

} // namespace

PaceButton::PaceButton(StudyBook& book, QWidget* parent)
    : MenuButton(parent)
    , m_book(book)
    , m_question(new QLabel)
    , m_hours(new QSpinBox)
{
    setIcon(roadloom::icon(Icon::Calendar));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // or the long text sets a least width

    m_hours->setRange(1, mostHours);
    m_hours->setKeyboardTracking(false);
    m_question->setBuddy(m_hours);
    auto* const panel = new QWidget;
    auto* const row = new QHBoxLayout(panel);
    row->setSpacing(spacingUnit);
    row->addWidget(m_question);
    row->addWidget(m_hours);
    auto* const menu = new QMenu(this);
    auto* const action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, m_hours, [this] {
        m_hours->setFocus(Qt::PopupFocusReason);
        m_hours->selectAll();
    });
    connect(m_hours, &QSpinBox::valueChanged, this,
        [this](int hours) { m_book.setHoursPerWeek(hours); });
    // What is still being typed counts as well.
    connect(menu, &QMenu::aboutToHide, m_hours, &QSpinBox::interpretText);
    connect(m_hours->findChild<QLineEdit*>(), &QLineEdit::returnPressed, menu, &QMenu::close);
    retranslate();
}

void PaceButton::showPace()
{
    const StudyTotals& totals = m_book.progress().totals();
    const int hours = m_book.hoursPerWeek();
    const QSignalBlocker blocker(m_hours); // the book knows
    m_hours->setValue(hours);
    //: Hours of study.
    const QString pace = tr("%1 a week").arg(hoursText(hours));
    const int weeks = m_book.progress().weeksLeft(hours);
    //: %1 is hours a week: "about 9 weeks left at 10 h a week".
    const QString all = tr("about %n week(s) left at %1", nullptr, weeks).arg(pace);
    m_texts = { all,
        //: A shorter "about 9 weeks left at 10 h a week"; %1 is hours a week.
        tr("%n week(s) left at %1", nullptr, weeks).arg(pace),
        tr("about %n week(s) left", nullptr, weeks),
        //: The same, shorter still.
        tr("%n week(s) left", nullptr, weeks) };
    setVisible(totals.concepts > totals.learnt);
    setAccessibleName(all);
    fitInto(m_room);
}

/// Not showMenu(), which returns only when the menu has closed.
void PaceButton::choose()
{
    const QRect place(mapToGlobal(QPoint()), size());
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const int indent = isRightToLeft ? width() - menu()->sizeHint().width() : 0;
    menu()->popup(place.bottomLeft() + QPoint(indent, 1));
}

void PaceButton::fitInto(int room)
{
    m_room = room;
    const auto fitting = std::ranges::find_if(
        m_texts, [this](const QString& text) { return sizeWith(text).width() <= m_room; });
    setText(fitting != m_texts.end() ? *fitting : m_texts.last());
}

QSize PaceButton::sizeWith(const QString& text) const
{
    const QSize now = sizeHint();
    const auto width = [this](const QString& words) {
        return fontMetrics().size(Qt::TextShowMnemonic, words).width();
    };
    return { now.width() + width(text) - width(this->text()), now.height() };
}

QSize PaceButton::minimumSizeHint() const
{
    return sizeWith(m_texts.last());
}

void PaceButton::changeEvent(QEvent* event)
{
    MenuButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PaceButton::retranslate()
{
    m_question->setText(tr("&Hours a week"));
    m_hours->setAccessibleName(tr("Hours a week"));
    setToolTip(tr("Change the hours a week"));
    showPace();
}

} // namespace roadloom
