// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryWatch.h"

#include <QFile>
#include <QFileSystemWatcher>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

constexpr auto pause = 500ms;

} // namespace

LibraryWatch::LibraryWatch(const QString& library, QObject* parent)
    : QObject(parent)
    , m_journal(library + u"-wal"_s)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &LibraryWatch::written);
}

LibraryWatch::~LibraryWatch() = default;

void LibraryWatch::begin()
{
    if (!QFile::exists(m_journal)) // or the watcher would look for it again and again
        return;
    m_watcher = std::make_unique<QFileSystemWatcher>(QStringList { m_journal });
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, this, [this] {
        if (!m_pause.isActive()) // or who writes without end would never be told of
            m_pause.start();
    });
}

void LibraryWatch::end()
{
    m_watcher.reset();
    m_pause.stop();
}

} // namespace roadloom
