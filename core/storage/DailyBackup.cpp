// SPDX-License-Identifier: Apache-2.0
#include "core/storage/DailyBackup.h"

#include "core/base/LogCategories.h"
#include "core/storage/LibraryBackups.h"

#include <utility>

using namespace std::chrono_literals;

namespace roadloom {

namespace {

/// To see that a day has begun.
constexpr auto pause = 1h;

} // namespace

DailyBackup::DailyBackup(QString library, std::chrono::milliseconds delay, QObject* parent)
    : QObject(parent)
    , m_library(std::move(library))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DailyBackup::look);
    m_timer.start(delay);
}

DailyBackup::~DailyBackup()
{
    if (m_thread)
        m_thread->wait();
}

void DailyBackup::look()
{
    m_timer.start(pause);
    if (m_thread)
        return;
    m_thread.reset(QThread::create([this, today = QDate::currentDate()] {
        m_outcome = backUpLibrary(m_library, today); // read when the thread has ended
    }));
    connect(m_thread.get(), &QThread::finished, this, &DailyBackup::takeOutcome);
    m_thread->start(QThread::LowPriority);
}

void DailyBackup::takeOutcome()
{
    m_thread->wait();
    m_thread.reset();
    const std::optional<Error> failure = std::exchange(m_outcome, std::nullopt);
    if (failure)
        qCInfo(logLibrary, "backup failed kind=%s", qPrintable(errorKindName(failure->kind)));
    else
        qCInfo(logLibrary, "backed up");
    if (!failure)
        Q_EMIT made();
    if (failure && !m_hasTold)
        Q_EMIT failed(*failure);
    m_hasTold = failure.has_value();
}

} // namespace roadloom
