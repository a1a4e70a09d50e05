// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/FindingsPanel.h"

#include "ui/look/Accents.h"
#include "ui/look/FoldButton.h"
#include "ui/look/ListText.h"
#include "ui/roadmap/FindingDelegate.h"
#include "ui/roadmap/FindingListModel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListView>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

FindingsPanel::FindingsPanel(std::function<QString(const QString& id)> nameOf, QWidget* parent)
    : QWidget(parent)
    , m_model(new FindingListModel(std::move(nameOf), this))
    , m_fold(new FoldButton(this))
    , m_list(new QListView(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    leaveRoomForOne();
    m_list->hide();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacingUnit / 2, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_fold);
    column->addWidget(m_list, 1);
    connect(m_fold, &FoldButton::toggled, m_list, &QWidget::setVisible);
    connect(m_fold, &FoldButton::toggled, this, &FindingsPanel::unfolded);
    connect(m_list, &QListView::clicked, this, &FindingsPanel::choose);
    connect(m_list, &QListView::activated, this, &FindingsPanel::choose);
    hide();
}

void FindingsPanel::clear()
{
    m_model->clear();
    m_score.reset();
    fold(); // those that come next do not push away what is read then
    retranslate();
}

void FindingsPanel::add(const Finding& finding)
{
    m_model->add(finding);
    retranslate();
}

void FindingsPanel::setReview(const Validation& validation)
{
    m_score = validation.overallScore;
    m_model->removeRule(u"V"_s); // see IssueLocations::toFinding()
    retranslate();
}

void FindingsPanel::setOver(bool isOver)
{
    m_model->setOver(isOver);
    retranslate();
}

bool FindingsPanel::isUnfolded() const
{
    return !isHidden() && m_fold->isChecked();
}

void FindingsPanel::fold()
{
    m_fold->setChecked(false);
}

void FindingsPanel::unfold()
{
    if (m_model->count() == 0)
        return;
    m_fold->setChecked(true);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

QString FindingsPanel::wishToMend() const
{
    constexpr qsizetype most = 1500; // characters; a wish has a limit
    QString found;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const QString line = u"- "_s + index.data(FindingListModel::PlaceRole).toString() + u": "_s
            + index.data(FindingListModel::IssueRole).toString() + u' '
            + index.data(FindingListModel::SuggestionRole).toString();
        if (found.size() + line.size() > most)
            break;
        found += u'\n' + line.trimmed();
    }
    //: What a learner asks for; a list follows.
    return found.isEmpty() ? QString() : tr("Mend what the check found:") + found;
}

void FindingsPanel::choose(const QModelIndex& index)
{
    const QString id = index.data(FindingListModel::LocationRole).toString();
    if (!id.isEmpty())
        Q_EMIT nodeChosen(id);
}

void FindingsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        leaveRoomForOne();
}

void FindingsPanel::leaveRoomForOne()
{
    constexpr int linesOfOne = 6; // finding, with its margins
    m_list->setMinimumHeight(linesOfOne * fontMetrics().height());
}

/// "2 critical, 4 remarks", without those there are none of. The same words while the run is on and
/// after it, and none that frightens: a good roadmap has remarks as well.
QString FindingsPanel::countsText() const
{
    const auto critical = int(m_model->count(Severity::Critical));
    const int remarks = int(m_model->count()) - critical;
    QStringList counts;
    if (critical > 0)
        counts.append(tr("%n critical", "findings of this severity", critical));
    if (remarks > 0)
        counts.append(tr("%n remark(s)", "on a roadmap", remarks));
    return counts.isEmpty() ? tr("no remarks") : listText(counts);
}

void FindingsPanel::retranslate()
{
    const bool hasFindings = m_model->count() > 0;
    QString text = countsText();
    if (m_score) {
        const QString score = QLocale().toString(*m_score, 'f', 0);
        text = m_model->count(Severity::Critical) > 0
            //: %1 is a score from 0 to 100, %2 the findings of each severity, some of them
            //: critical.
            ? tr("Check: %1 of 100 · %2").arg(score, text)
            //: %1 is a score from 0 to 100, %2 a word for it, %3 the findings of each severity.
            : tr("Check: %1 of 100, %2 · %3").arg(score, scoreWord(*m_score), text);
    }
    m_fold->setText(text);
    m_fold->setEnabled(hasFindings);
    m_list->setAccessibleName(tr("Remarks"));
    setVisible(hasFindings || m_score);
}

} // namespace roadloom
