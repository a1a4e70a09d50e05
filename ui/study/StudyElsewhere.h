// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/FinishedHours.h"

#include <QObject>
#include <QThreadPool>

#include <stop_token>

namespace roadloom {

class StudyBook;
struct StudyTally;

/// What was finished lately in the other roadmaps of the library in which a book's roadmap is kept:
/// a day of study may have been about several. Read on a thread of its own, after each change of
/// the book's tally or of the other roadmaps; where they cannot be read, what was known stays.
class StudyElsewhere : public QObject {
    Q_OBJECT
public:
    /// The book is not owned.
    explicit StudyElsewhere(const StudyBook& book, QObject* parent = nullptr);
    ~StudyElsewhere() override;

    [[nodiscard]] StudyTally tally() const;
    [[nodiscard]] bool isReading() const { return m_isAsked; }

Q_SIGNALS:
    void tallyChanged();

private:
    void ask();
    void take(const QString& id, const Result<FinishedHours>& hours);

    const StudyBook& m_book;
    FinishedHours m_hours;
    QString m_id; ///< elsewhere than in this one
    bool m_isAsked = false;
    bool m_isOld = false; ///< since it was asked
    std::stop_source m_end;
    QThreadPool m_pool;
};

} // namespace roadloom
