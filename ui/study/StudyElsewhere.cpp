// SPDX-License-Identifier: Apache-2.0
#include "ui/study/StudyElsewhere.h"

#include "ui/study/StudyBook.h"

#include <utility>

namespace roadloom {

StudyElsewhere::StudyElsewhere(const StudyBook& book, QObject* parent)
    : QObject(parent)
    , m_book(book)
{
    m_pool.setMaxThreadCount(1);
    connect(&book, &StudyBook::tallyChanged, this, &StudyElsewhere::ask);
    connect(&book, &StudyBook::othersChanged, this, &StudyElsewhere::ask);
}

StudyElsewhere::~StudyElsewhere()
{
    m_end.request_stop();
    m_pool.waitForDone();
}

StudyTally StudyElsewhere::tally() const
{
    StudyTally tally;
    if (m_book.keptAs() != m_id)
        return tally;
    const QDate today = m_book.today();
    const QDate monday = weekStart(today);
    for (auto day = m_hours.cbegin(); day != m_hours.cend(); ++day) {
        if (day.key() >= monday && day.key() <= today)
            tally.week += day.value();
    }
    tally.today = m_hours.value(today);
    return tally;
}

/// One question at a time; what changes meanwhile is asked for afterwards.
void StudyElsewhere::ask()
{
    const QString path = m_book.keptIn();
    if (path.isEmpty())
        return;
    m_isOld = true;
    if (std::exchange(m_isAsked, true))
        return;
    m_isOld = false;
    const QString id = m_book.keptAs();
    const QDate from = weekStart(m_book.today());
    m_pool.start([this, path, id, from, stop = m_end.get_token()] {
        const Result<FinishedHours> hours = finishedHoursElsewhere(path, id, from, stop);
        QMetaObject::invokeMethod(
            this, [this, id, hours] { take(id, hours); }, Qt::QueuedConnection);
    });
}

void StudyElsewhere::take(const QString& id, const Result<FinishedHours>& hours)
{
    m_isAsked = false;
    if (hours) {
        const bool isOther = std::exchange(m_id, id) != id;
        if (std::exchange(m_hours, hours.value()) != hours.value() || isOther)
            Q_EMIT tallyChanged();
    }
    if (m_isOld)
        ask();
}

} // namespace roadloom
