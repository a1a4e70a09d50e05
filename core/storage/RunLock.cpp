// SPDX-License-Identifier: Apache-2.0
#include "core/storage/RunLock.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Ids come from a file that may be anybody's: nothing else than ours gets into a path. Empty for
/// others.
QString lockPath(const QString& folder, const QString& run)
{
    const QUuid id = QUuid::fromString(run);
    if (id.isNull() || id.toString(QUuid::WithoutBraces) != run)
        return {};
    return QDir(folder).filePath(u"runs/"_s + run + u".lock"_s);
}

} // namespace

std::unique_ptr<QLockFile> lockRun(const QString& folder, const QString& run)
{
    const QString path = lockPath(folder, run);
    if (path.isEmpty() || !QDir(folder).mkpath(u"runs"_s))
        return nullptr;
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // it may be on for hours
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

bool isRunLocked(const QString& folder, const QString& run)
{
    const QString path = lockPath(folder, run);
    return !path.isEmpty() && QFile::exists(path) && !lockRun(folder, run);
}

} // namespace roadloom
