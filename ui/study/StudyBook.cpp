// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StudyBook.h"

#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLocale>
#include <QUndoCommand>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(StudyBook)
};

constexpr qsizetype longestName = 60; // in a menu
constexpr auto longestPause = 5s; // in typing what is taken back at once

bool isAtOnce(const QDateTime& before, const QDateTime& then)
{
    const std::chrono::milliseconds pause(before.msecsTo(then));
    return pause >= 0s && pause <= longestPause;
}

/// In which %1 is the concept.
QString commandText(StudyState state)
{
    switch (state) {
    case StudyState::ToDo:
        return Translation::tr("Mark “%1” as to do");
    case StudyState::Doing:
        return Translation::tr("Mark “%1” as in progress");
    case StudyState::Done:
        return Translation::tr("Mark “%1” as done");
    case StudyState::Known:
        return Translation::tr("Mark “%1” as known before");
    }
    Q_UNREACHABLE();
}

} // namespace

QDate weekStart(const QDate& today)
{
    const int first = QLocale().firstDayOfWeek();
    return today.addDays(-((today.dayOfWeek() - first + 7) % 7));
}

/// Something about one concept, or, with an empty id, about the whole.
class StudyBook::Step : public QUndoCommand {
public:
    explicit Step(QString conceptId)
        : m_conceptId(std::move(conceptId))
    {
    }
    [[nodiscard]] const QString& conceptId() const { return m_conceptId; }

protected:
    QString m_conceptId;
};

class StudyBook::StateCommand : public Step {
public:
    StateCommand(StudyBook& book, const QString& conceptId, StudyState state)
        : Step(conceptId)
        , m_book(book)
        , m_before(book.state(conceptId))
        , m_finishBefore(book.finishOf(conceptId))
        , m_after(state)
    {
        if (state == StudyState::Done)
            m_finishAfter = StudyFinish { .moment = book.m_clock(),
                .hours = book.progress().hours(conceptId) };
        setText(commandText(state).arg(displayLine(book.name(conceptId), longestName)));
    }

    // Taken back, a day's work is that day's again: the moment comes back as well.
    void undo() override { m_book.apply(m_conceptId, m_before, m_finishBefore); }
    void redo() override { m_book.apply(m_conceptId, m_after, m_finishAfter); }

private:
    StudyBook& m_book;
    StudyState m_before;
    std::optional<StudyFinish> m_finishBefore;
    StudyState m_after;
    std::optional<StudyFinish> m_finishAfter;
};

/// Pieces of what is typed about one concept without a pause are one command.
class StudyBook::NoteCommand : public Step {
public:
    NoteCommand(StudyBook& book, const QString& conceptId, const QString& note)
        : Step(conceptId)
        , m_book(book)
        , m_before(book.note(conceptId))
        , m_after(note)
        , m_moment(book.m_clock())
        , m_beginsStep(std::exchange(book.m_beginsNoteStep, false))
    {
        //: %1 is a concept.
        setText(Translation::tr("Edit the note on “%1”")
                    .arg(displayLine(book.name(conceptId), longestName)));
    }

    void undo() override { m_book.applyNote(m_conceptId, m_before); }
    void redo() override { m_book.applyNote(m_conceptId, m_after); }
    [[nodiscard]] int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& later = static_cast<const NoteCommand&>(*other); // the only kind with this id
        if (later.m_conceptId != m_conceptId || later.m_beginsStep
            || !isAtOnce(m_moment, later.m_moment))
            return false;
        m_after = later.m_after;
        m_moment = later.m_moment;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    StudyBook& m_book;
    QString m_before;
    QString m_after;
    QDateTime m_moment; ///< of the last piece
    bool m_beginsStep;
};

/// Hours that are counted up or down without a pause are one command.
class StudyBook::HoursCommand : public Step {
public:
    HoursCommand(StudyBook& book, int hours)
        : Step({})
        , m_book(book)
        , m_before(book.m_hoursPerWeek)
        , m_after(hours)
        , m_moment(book.m_clock())
    {
        setText(Translation::tr("Change the hours a week"));
    }

    void undo() override { m_book.applyHours(m_before); }
    void redo() override { m_book.applyHours(m_after); }
    [[nodiscard]] int id() const override { return 2; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& later = static_cast<const HoursCommand&>(*other); // the only kind with this id
        if (!isAtOnce(m_moment, later.m_moment))
            return false;
        m_after = later.m_after;
        m_moment = later.m_moment;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    StudyBook& m_book;
    int m_before;
    int m_after;
    QDateTime m_moment; ///< of the last change
};

StudyBook::StudyBook(QObject* parent)
    : QObject(parent)
    , m_clock(DayWatch::systemClock)
    , m_days([this] { return m_clock(); })
{
    constexpr int mostSteps = 500;
    m_undo.setUndoLimit(mostSteps);
    connect(&m_undo, &QUndoStack::canUndoChanged, this, &StudyBook::stepsChanged);
    connect(&m_undo, &QUndoStack::canRedoChanged, this, &StudyBook::stepsChanged);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &StudyBook::takeTurn);
    // A new day begins with nothing done.
    connect(&m_days, &DayWatch::dayBegan, this, &StudyBook::tallyChanged);
    if (const auto* program = qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        connect(program, &QGuiApplication::applicationStateChanged, &m_days, &DayWatch::look);
}

StudyBook::~StudyBook() = default;

void StudyBook::setClock(Clock clock)
{
    m_clock = std::move(clock);
    m_days.look();
    Q_EMIT tallyChanged();
}

void StudyBook::setRoadmap(const Roadmap& roadmap)
{
    m_coming = StudyProgressBuilder(roadmap);
    m_hasNews = false;
    takeTurn();
}

void StudyBook::takeTurn()
{
    constexpr qint64 budget = 2; // milliseconds
    constexpr qsizetype conceptsBetweenLooks = 300;
    QElapsedTimer clock;
    clock.start();
    do
        m_coming.add(conceptsBetweenLooks, [this](const QString& id) { return state(id); });
    while (!m_coming.isDone() && !clock.hasExpired(budget));
    if (!m_coming.isDone()) {
        m_turn.start();
        return;
    }
    m_turn.stop();
    Q_EMIT aboutToChange();
    m_progress = m_coming.take();
    if (m_hasNews)
        takeStates();
    Q_EMIT roadmapChanged();
}

void StudyBook::clear()
{
    m_undo.clear();
    m_studies.clear();
    m_finished.clear();
    m_turn.stop();
    m_coming = {};
    m_progress = {};
    setLibrary(nullptr);
    m_id.clear();
    m_hoursPerWeek = usualHoursPerWeek;
    Q_EMIT roadmapChanged();
    Q_EMIT tallyChanged();
}

void StudyBook::keepIn(Library& library, const KeptRoadmap& kept)
{
    const ConceptStudies own = std::exchange(m_studies, kept.studies);
    const StudyFinishes ownFinished = std::exchange(m_finished, kept.finishes);
    setLibrary(&library);
    m_id = kept.entry.id;
    m_hoursPerWeek = std::max(1, kept.entry.hoursPerWeek);
    for (auto study = own.begin(); study != own.end(); ++study) {
        const auto finish = ownFinished.constFind(study.key());
        putOnTop(study.key(), study.value(),
            finish != ownFinished.constEnd() ? std::optional(*finish) : std::nullopt);
    }
    m_hasNews = true;
    if (m_progress.totals().concepts > 0)
        takeStates();
    Q_EMIT roadmapChanged();
    Q_EMIT tallyChanged();
}

void StudyBook::beginIn(Library& library, const QString& id, int hoursPerWeek)
{
    setLibrary(&library);
    m_id = id;
    m_hoursPerWeek = std::max(1, hoursPerWeek);
    const ConceptStudies own = std::exchange(m_studies, {});
    for (auto study = own.begin(); study != own.end(); ++study)
        putOnTop(study.key(), study.value(), finishOf(study.key()));
    Q_EMIT tallyChanged();
}

/// Of what is kept.
void StudyBook::putOnTop(
    const QString& conceptId, const ConceptStudy& study, const std::optional<StudyFinish>& finish)
{
    const ConceptStudy before = m_studies.value(conceptId);
    if (before == study)
        return;
    m_studies.insert(conceptId, study);
    if (m_library && before.note != study.note)
        m_library->saveNote(m_id, conceptId, study.note);
    if (before.state == study.state)
        return;
    if (finish)
        m_finished.insert(conceptId, *finish);
    else
        m_finished.remove(conceptId);
    save({ .conceptId = conceptId,
        .moment = finish ? finish->moment : m_clock(),
        .from = before.state,
        .to = study.state,
        .hours = finish ? finish->hours : 0.0 });
}

void StudyBook::setTyping(bool isTyping)
{
    if (std::exchange(m_isTyping, isTyping) != isTyping)
        Q_EMIT stepsChanged();
}

void StudyBook::undo()
{
    Q_EMIT aboutToChange();
    endNoteStep();
    if (!m_undo.canUndo())
        return;
    const QString what = m_undo.undoText();
    const QString conceptId = conceptOf(m_undo.index() - 1);
    m_undo.undo();
    //: %1 is what was done: "Mark “Loops” as done".
    Q_EMIT stepMoved(Translation::tr("Undone: %1").arg(what), conceptId);
}

void StudyBook::redo()
{
    Q_EMIT aboutToChange();
    endNoteStep();
    if (!m_undo.canRedo())
        return;
    const QString what = m_undo.redoText();
    const QString conceptId = conceptOf(m_undo.index());
    m_undo.redo();
    //: %1 is what is done: "Mark “Loops” as done".
    Q_EMIT stepMoved(Translation::tr("Done again: %1").arg(what), conceptId);
}

QString StudyBook::conceptOf(int step) const
{
    return static_cast<const Step*>(m_undo.command(step))->conceptId(); // there are no others
}

StudyState StudyBook::state(const QString& conceptId) const
{
    return m_studies.value(conceptId).state;
}

QString StudyBook::note(const QString& conceptId) const
{
    return m_studies.value(conceptId).note;
}

void StudyBook::setState(const QString& conceptId, StudyState state)
{
    if (has(conceptId) && this->state(conceptId) != state)
        m_undo.push(new StateCommand(*this, conceptId, state));
}

void StudyBook::setNote(const QString& conceptId, const QString& note)
{
    if (has(conceptId) && this->note(conceptId) != note)
        m_undo.push(new NoteCommand(*this, conceptId, note));
}

void StudyBook::toggleDone(const QString& conceptId)
{
    setState(conceptId, isLearnt(state(conceptId)) ? StudyState::ToDo : StudyState::Done);
}

void StudyBook::setHoursPerWeek(int hours)
{
    hours = std::max(1, hours);
    if (hours != m_hoursPerWeek)
        m_undo.push(new HoursCommand(*this, hours));
}

void StudyBook::applyHours(int hours)
{
    m_hoursPerWeek = hours;
    if (m_library)
        m_library->setHoursPerWeek(m_id, hours);
    Q_EMIT tallyChanged();
}

StudyTally StudyBook::tally() const
{
    const QDate today = m_clock().date();
    const QDate monday = weekStart(today);
    StudyTally tally;
    for (const StudyFinish& finish : m_finished) {
        const QDate day = finish.moment.date(); // by the clock that the learner had then
        if (day >= monday && day <= today)
            tally.week += finish.hours;
        if (day == today)
            tally.today += finish.hours;
    }
    return tally;
}

void StudyBook::apply(
    const QString& conceptId, StudyState state, const std::optional<StudyFinish>& finish)
{
    ConceptStudy& study = m_studies[conceptId];
    const StudyState before = std::exchange(study.state, state);
    m_progress.setState(conceptId, state);
    m_hasNews = true;
    if (finish)
        m_finished.insert(conceptId, *finish);
    else
        m_finished.remove(conceptId);
    save({ .conceptId = conceptId,
        .moment = finish ? finish->moment : m_clock(),
        .from = before,
        .to = state,
        .hours = finish ? finish->hours : m_progress.hours(conceptId) });
    Q_EMIT stateChanged(conceptId);
    Q_EMIT tallyChanged();
}

void StudyBook::applyNote(const QString& conceptId, const QString& note)
{
    m_studies[conceptId].note = note;
    if (m_library)
        m_library->saveNote(m_id, conceptId, note);
    Q_EMIT noteChanged(conceptId);
}

void StudyBook::save(const StudyStep& step)
{
    if (m_library)
        m_library->saveStep(m_id, step);
}

void StudyBook::takeStates()
{
    for (auto study = m_studies.constBegin(); study != m_studies.constEnd(); ++study)
        m_progress.setState(study.key(), study->state);
}

std::optional<StudyFinish> StudyBook::finishOf(const QString& conceptId) const
{
    const auto finish = m_finished.constFind(conceptId);
    return finish != m_finished.constEnd() ? std::optional(*finish) : std::nullopt;
}

void StudyBook::setLibrary(Library* library)
{
    if (m_library == library)
        return;
    if (m_library)
        disconnect(m_library, nullptr, this, nullptr);
    m_library = library;
    if (!m_library)
        return;
    connect(m_library, &Library::listChanged, this, &StudyBook::othersChanged);
    connect(m_library, &Library::keepingChanged, this, &StudyBook::keepingChanged);
    connect(m_library, &Library::roadmapGone, this, [this](const QString& id) {
        if (id == m_id)
            leaveLibrary();
    });
}

void StudyBook::leaveLibrary()
{
    setLibrary(nullptr);
    m_id.clear();
    Q_EMIT keepingChanged();
    Q_EMIT tallyChanged();
}

} // namespace roadloom
