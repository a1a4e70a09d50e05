// SPDX-License-Identifier: Apache-2.0
#include "ui/start/StartPage.h"

#include "core/offline/CurriculumLibrary.h"
#include "ui/look/Card.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/LetterWidth.h"
#include "ui/look/ListText.h"
#include "ui/look/TextLabel.h"
#include "ui/start/GoalForm.h"
#include "ui/start/RecentList.h"
#include "ui/start/UnfinishedList.h"
#include "ui/start/WishOffer.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace roadloom {

namespace {

constexpr int columnWidth = 680;
constexpr int columnLetters = 104; // in a larger text it is wider

} // namespace

StartPage::StartPage(const LearnerRequest& defaults, QWidget* parent)
    : QScrollArea(parent)
    , m_form(new GoalForm(defaults))
    , m_title(new TextLabel(TextLabel::Style::Title))
    , m_about(new TextLabel(TextLabel::Style::Muted))
    , m_source(new TextLabel(TextLabel::Style::Muted))
    , m_courses(new TextLabel(TextLabel::Style::Muted))
    , m_examplesTitle(new TextLabel(TextLabel::Style::Muted))
    , m_offer(new WishOffer)
    , m_unfinished(new UnfinishedList)
    , m_recents(new RecentList)
    , m_return(new QPushButton)
    , m_change(new QPushButton)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(buildColumn());
    fitHeight();
    m_return->hide();
    m_return->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_about->hide();
    m_courses->hide();
    // Short texts: asking how high they are for each width costs a good part of the first paint.
    for (TextLabel* const label : { m_title, m_source, m_examplesTitle })
        label->setWordWrap(false);
    connect(m_return, &QPushButton::clicked, this, &StartPage::returnRequested);
    connect(m_offer, &WishOffer::taken, m_form, &GoalForm::setRequest);
    connect(m_offer, &WishOffer::answered, m_form, [this] { m_form->setFocus(); });
    connect(m_unfinished, &UnfinishedList::chosen, this, &StartPage::unfinishedChosen);
    connect(
        m_unfinished, &UnfinishedList::removalAgreed, this, &StartPage::unfinishedRemovalAgreed);
    connect(m_recents, &RecentList::chosen, this, &StartPage::roadmapChosen);
    connect(m_recents, &RecentList::allWanted, this, &StartPage::allRoadmapsWanted);
    connect(m_recents, &RecentList::removalAgreed, this, &StartPage::removalAgreed);
    connect(m_recents, &RecentList::titleChosen, this, &StartPage::titleChosen);
    connect(m_change, &QPushButton::clicked, this, &StartPage::settingsRequested);
    // Later, when what was unfolded has its place.
    connect(
        m_form, &GoalForm::wrongFieldShown, this,
        [this](QWidget* field) { ensureWidgetVisible(field); }, Qt::QueuedConnection);
    retranslate();
}

QWidget* StartPage::buildColumn()
{
    auto* const card = new Card(Tone::Quiet);
    auto* const inner = new QVBoxLayout(card);
    inner->addWidget(m_form);
    m_sourceLine = buildSourceLine();
    inner->addWidget(m_sourceLine);
    inner->addWidget(m_courses);
    m_cardLayout = inner;

    auto* const column = new QWidget;
    m_column = column;
    sizeColumn();
    auto* const lines = new QVBoxLayout(column);
    lines->setContentsMargins({});
    m_lines = lines;
    lines->addWidget(m_return, 0, Qt::AlignLeft);
    lines->addWidget(m_title);
    lines->addWidget(m_about);
    lines->addWidget(m_offer);
    lines->addWidget(card);
    lines->addSpacing(spacingUnit);
    lines->addWidget(m_unfinished);
    lines->addWidget(m_recents);
    lines->addWidget(m_examplesTitle);
    lines->addWidget(buildExamples());
    m_questionPlace = new QVBoxLayout;
    m_questionPlace->setContentsMargins(0, spacingUnit, 0, 0);
    lines->addLayout(m_questionPlace);

    auto* const page = new QWidget;
    auto* const centred = new QHBoxLayout(page);
    m_page = centred;
    auto* const upper = new QVBoxLayout;
    upper->addWidget(column);
    upper->addStretch();
    centred->addStretch(1);
    centred->addLayout(upper, 1000);
    centred->addStretch(1);
    return page;
}

QWidget* StartPage::buildSourceLine()
{
    auto* const line = new QWidget;
    auto* const row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(spacingUnit);
    row->addWidget(m_source);
    row->addWidget(m_change);
    row->addStretch();
    return line;
}

QStringList StartPage::exampleGoals()
{
    return { tr("Learn web development with Python"), tr("Query databases with SQL"),
        tr("Build web pages from scratch"), tr("Statistics for beginners") };
}

QWidget* StartPage::buildExamples()
{
    const qsizetype exampleCount = exampleGoals().size();
    auto* const area = new QWidget;
    auto* const flow = new FlowLayout(area);
    flow->setBalanced(true);
    for (qsizetype i = 0; i < exampleCount; ++i) {
        auto* const button = new QPushButton(area);
        flow->addWidget(button);
        m_examples.append(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            const QString shown = m_examples.at(i)->text();
            m_form->setGoal(shown);
        });
    }
    return area;
}

void StartPage::setAnswerer(const Answerer& answerer)
{
    m_answerer = answerer;
    m_form->setBuiltIn(answerer.isBuiltIn);
    nameAnswerer();
}

void StartPage::nameAnswerer()
{
    const bool isAsked = m_question != nullptr;
    const QString title = m_answerer.title;
    const QString who = title.isEmpty() ? tr("a hub (not complete yet)") : displayLine(title, 60);
    m_source->setText(tr("Who answers: %1").arg(who));
    m_sourceLine->setHidden(isAsked && m_answerer.isBuiltIn);
    nameCourses();
    m_change->setHidden(isAsked);
    m_about->setVisible(isAsked);
}

/// While the learner is asked, all can be left as it is: that is said where Start is.
void StartPage::nameCourses()
{
    m_courses->setVisible(m_answerer.isBuiltIn);
    if (!m_answerer.isBuiltIn)
        return;
    const QString sentence = m_question != nullptr
        //: %1 is a list of subjects.
        ? tr("If you start now, the built-in courses answer; they need no model and no network. "
             "They are: %1.")
        //: %1 is a list of subjects.
        : tr("Built-in courses: %1");
    QStringList names;
    for (const BilingualText& name : CurriculumLibrary::builtInNames())
        names.append(name.in(languageOfText(sentence))); // as the window speaks
    m_courses->setText(sentence.arg(listText(names)));
}

void StartPage::setBehind(Behind behind, std::optional<int> percent)
{
    m_behind = behind;
    m_percent = percent;
    m_return->setVisible(behind != Behind::Nothing);
    nameReturn();
}

void StartPage::nameReturn()
{
    if (m_behind == Behind::StoppedRun)
        m_return->setText(tr("&Back to the stopped run"));
    else if (m_behind != Behind::Run)
        m_return->setText(tr("&Back to the roadmap"));
    else if (m_percent)
        //: %1 is how far the run is, in percent.
        m_return->setText(tr("&Back to the run (%1%)").arg(QLocale().toString(*m_percent)));
    else
        m_return->setText(tr("&Back to the run"));
}

void StartPage::setRecents(const QList<LibraryLine>& recents)
{
    m_recents->setRecents(recents);
}

void StartPage::setArchived(int count)
{
    m_recents->setArchived(count);
}

void StartPage::setUnfinished(const QList<RunLine>& unfinished)
{
    m_unfinished->setUnfinished(unfinished);
}

void StartPage::setBeingMade(const QString& id)
{
    m_recents->setBeingMade(id);
}

void StartPage::setQuestion(QWidget* question)
{
    if (m_question != nullptr) {
        m_question->hide();
        m_question->deleteLater(); // one of its buttons may be what brought us here
    }
    m_question = question;
    if (question != nullptr)
        m_questionPlace->addWidget(question);
    nameAnswerer();
}

void StartPage::offerWish(const LearnerRequest& wish)
{
    m_offer->offer(wish);
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    fitHeight();
    QScrollArea::resizeEvent(event);
}

/// Whatever stands above the form, Start should be in sight on a low window, too. On a high one
/// the page begins lower, whatever there is on it: nothing moves when a roadmap is removed.
void StartPage::fitHeight()
{
    constexpr int lowWindow = 70 * spacingUnit;
    constexpr int highest = 20 * spacingUnit;
    const bool isLow = height() < lowWindow;
    const int edge = isLow ? spacingUnit : 3 * spacingUnit;
    const int above = std::clamp((height() - lowWindow) / 6, 0, highest);
    m_page->setContentsMargins(3 * spacingUnit, edge + above, 3 * spacingUnit, edge);
    const int inner = isLow ? spacingUnit : 2 * spacingUnit;
    m_cardLayout->setContentsMargins(3 * spacingUnit, inner, 3 * spacingUnit, inner);
    m_lines->setSpacing(isLow ? spacingUnit : 3 * spacingUnit / 2);
    m_form->setCompact(isLow);
}

void StartPage::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        sizeColumn();
}

/// Escape leads back to what is behind.
void StartPage::keyPressEvent(QKeyEvent* event)
{
    if (m_behind != Behind::Nothing && event->matches(QKeySequence::Cancel))
        Q_EMIT returnRequested();
    else
        QScrollArea::keyPressEvent(event);
}

void StartPage::sizeColumn()
{
    if (m_column != nullptr)
        m_column->setMaximumWidth(
            std::max(columnWidth, columnLetters * letterWidth(fontMetrics())));
}

void StartPage::retranslate()
{
    m_title->setText(tr("Plan what you learn"));
    m_about->setText(tr("Say what you want to learn. You get a roadmap of it: stages, modules and "
                        "concepts, to be studied one after the other."));
    m_examplesTitle->setText(tr("Or begin with one of these:"));
    m_change->setText(tr("&Change…"));
    m_change->setAccessibleName(tr("Change who answers"));
    nameReturn();
    nameAnswerer();
    const QStringList wishes = exampleGoals();
    for (qsizetype i = 0; i < m_examples.size(); ++i)
        m_examples[i]->setText(wishes.value(i));
}

} // namespace roadloom
