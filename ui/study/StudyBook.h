// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyProgressBuilder.h"
#include "core/storage/Library.h"
#include "ui/look/DayWatch.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUndoStack>

namespace roadloom {

/// Hours of the concepts that were finished. What was known before took no time.
struct StudyTally {
    double today = 0.0;
    double week = 0.0; ///< since the locale's first day of the week; today is part of it

    bool operator==(const StudyTally&) const = default;
};

/// The day on which the week of that one began, in the locale.
[[nodiscard]] QDate weekStart(const QDate& today);

/// The study of the roadmap in front: where the learner is with each concept and what they noted.
/// All changes can be taken back, and are written to the library at once, if there is one. States
/// and notes go by the ids of concepts and outlast changes of the roadmap.
class StudyBook : public QObject {
    Q_OBJECT
public:
    using Clock = DayWatch::Clock;

    explicit StudyBook(QObject* parent = nullptr);
    ~StudyBook() override;

    /// For tests: what time it is, by the learner's clock.
    void setClock(Clock clock);

    /// The roadmap in front; one without concepts while there is none, or it still grows. A large
    /// one comes in turns, so that the window stays quick: until roadmapChanged() there is the one
    /// before.
    void setRoadmap(const Roadmap& roadmap);
    /// Forgets the roadmap, its study and where it is kept: another one follows.
    void clear();
    /// From now on it is kept as the study of that roadmap, which was read from the library. What
    /// was done here before goes on top of it.
    void keepIn(Library& library, const KeptRoadmap& kept);
    /// The same for one that was just put there: there is nothing to read.
    void beginIn(Library& library, const QString& id, int hoursPerWeek);

    /// The roadmap is not in the library any more: its study stays as it is, in the book alone.
    void leaveLibrary();

    /// Whether what is done outlasts the program.
    [[nodiscard]] Keeping keeping() const
    {
        return m_library ? m_library->keeping() : Keeping::NotKept;
    }
    /// The library's file, and the id there; empty while it is kept nowhere, and from when the
    /// library says that the roadmap is not there any more.
    [[nodiscard]] QString keptIn() const { return m_library ? m_library->path() : QString(); }
    [[nodiscard]] QString keptAs() const { return m_id; }

    [[nodiscard]] const StudyProgress& progress() const { return m_progress; }
    /// A concept of the roadmap in front.
    [[nodiscard]] bool has(const QString& conceptId) const { return m_progress.has(conceptId); }
    [[nodiscard]] StudyState state(const QString& conceptId) const;
    [[nodiscard]] QString note(const QString& conceptId) const;
    [[nodiscard]] QString name(const QString& conceptId) const
    {
        return m_progress.name(conceptId);
    }

    /// Nothing for a concept that is not in the roadmap.
    void setState(const QString& conceptId, StudyState state);
    /// Notes on one concept that follow each other within a few seconds are one step to take back.
    void setNote(const QString& conceptId, const QString& note);
    /// The learner turns to something else: the next note begins a step, also on that concept.
    void endNoteStep() { m_beginsNoteStep = true; }
    /// Done, if it was not learnt, else to do.
    void toggleDone(const QString& conceptId);

    /// For what can be taken back, and its name; undo() and redo() do it.
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    /// A note is being typed that is not in the book yet. It is what undo() takes back.
    void setTyping(bool isTyping);
    /// Has that in the book: whoever types a note listens to aboutToChange().
    void collectTyped() { Q_EMIT aboutToChange(); }
    [[nodiscard]] bool canUndo() const { return m_isTyping || m_undo.canUndo(); }
    [[nodiscard]] bool canRedo() const { return !m_isTyping && m_undo.canRedo(); }
    void undo();
    void redo();

    [[nodiscard]] int hoursPerWeek() const { return m_hoursPerWeek; }
    /// Hours that follow each other within a few seconds are one step to take back.
    void setHoursPerWeek(int hours);
    /// By the learner's clock.
    [[nodiscard]] QDate today() const { return m_clock().date(); }
    [[nodiscard]] StudyTally tally() const;

Q_SIGNALS:
    /// Everything may have changed.
    void roadmapChanged();
    /// Comes when progress() has it.
    void stateChanged(const QString& conceptId);
    void noteChanged(const QString& conceptId);
    /// Something is taken back or done again next, another roadmap comes, or the window closes:
    /// what is typed must be in the book by then.
    void aboutToChange();
    void keepingChanged();
    /// A step was taken back, or done again: what it was, translated, and the concept it is about,
    /// if it is about one.
    void stepMoved(const QString& sentence, const QString& conceptId);
    /// canUndo() or canRedo().
    void stepsChanged();
    /// The tally, or the hours a week.
    void tallyChanged();
    /// Other roadmaps of the library came or went, or what had to wait is written.
    void othersChanged();

private:
    class Step;
    class StateCommand;
    class NoteCommand;
    class HoursCommand;

    void apply(
        const QString& conceptId, StudyState state, const std::optional<StudyFinish>& finish);
    void applyNote(const QString& conceptId, const QString& note);
    void applyHours(int hours);
    [[nodiscard]] QString conceptOf(int step) const;
    void save(const StudyStep& step);
    void putOnTop(const QString& conceptId, const ConceptStudy& study,
        const std::optional<StudyFinish>& finish);
    void takeTurn();
    void takeStates();
    [[nodiscard]] std::optional<StudyFinish> finishOf(const QString& conceptId) const;
    void setLibrary(Library* library);

    Clock m_clock;
    StudyProgress m_progress;
    StudyProgressBuilder m_coming; ///< of the roadmap that comes
    QTimer m_turn; ///< runs while it comes
    bool m_hasNews = false; ///< states changed meanwhile
    ConceptStudies m_studies;
    StudyFinishes m_finished;
    QUndoStack m_undo;
    bool m_isTyping = false;
    bool m_beginsNoteStep = false; ///< whatever is noted next
    QPointer<Library> m_library;
    QString m_id; ///< in the library
    int m_hoursPerWeek = usualHoursPerWeek;
    DayWatch m_days;
};

} // namespace roadloom
