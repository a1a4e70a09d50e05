// SPDX-License-Identifier: Apache-2.0
#include "core/base/PrivateFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(PrivateFile)
};

Error notWritten(const QString& path, const QString& technical)
{
    return { ErrorKind::Internal,
        Translation::tr("%1 cannot be written. Check that there is room on the disk and that you "
                        "may write to that folder.")
            .arg(QDir::toNativeSeparators(path)),
        technical };
}

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Whoever links the file to a place of their own means that place.
QString linkTarget(QString path)
{
    constexpr int mostSteps = 40; // the system's own limit
    for (int step = 0; step < mostSteps && QFileInfo(path).isSymLink(); ++step)
        path = QFileInfo(path).symLinkTarget();
    return path;
}

} // namespace

Result<QByteArray> readPrivateFile(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.exists())
        return Error { ErrorKind::NotFound,
            Translation::tr("There is no file %1.").arg(QDir::toNativeSeparators(path)), {} };
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorKind::Internal,
            Translation::tr("%1 cannot be read. Check that it is a file and that you may read it.")
                .arg(QDir::toNativeSeparators(path)),
            file.errorString() };
    const QByteArray bytes = file.read(most + 1); // bounds a device without a size as well
    if (bytes.size() > most)
        return Error { ErrorKind::TooLarge,
            Translation::tr("%1 is too large to be a file of Roadloom's.")
                .arg(QDir::toNativeSeparators(path)),
            {} };
    return bytes;
}

std::optional<Error> writePrivateFile(const QString& path, const QByteArray& bytes)
{
    const QString target = linkTarget(path);
    QDir().mkpath(QFileInfo(target).absolutePath());
    // QTemporaryFile is made with mode 0600, which QSaveFile is not: that one would be open to
    // others for a moment, and stay readable to whoever opened it then.
    QTemporaryFile file(target + u".XXXXXX"_s);
    if (!file.open())
        return notWritten(path, file.errorString());
    const QByteArray name = QFile::encodeName(file.fileName());
    if (file.write(bytes) != bytes.size() || !file.flush())
        return notWritten(path, file.errorString());
    if (::fsync(file.handle()) != 0
        || std::rename(name.constData(), QFile::encodeName(target).constData()) != 0)
        return notWritten(path, systemReason());
    file.setAutoRemove(false);
    return std::nullopt;
}

Result<QString> setAside(const QString& path)
{
    QString name = path + u".damaged"_s;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = u"%1.damaged-%2"_s.arg(path).arg(number);
    if (QFile::rename(path, name))
        return name;
    return notWritten(name, systemReason());
}

Result<bool> closeToOthers(const QString& path)
{
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    if ((QFile::permissions(path) & others) == 0)
        return false;
    if (QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return true;
    return Error { ErrorKind::Internal,
        Translation::tr("Others can read %1, and that cannot be changed. Keep keys in the system's "
                        "secret store, or only for this session.")
            .arg(QDir::toNativeSeparators(path)),
        {} };
}

} // namespace roadloom
