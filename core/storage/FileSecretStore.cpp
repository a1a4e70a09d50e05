// SPDX-License-Identifier: Apache-2.0
#include "core/storage/FileSecretStore.h"

#include "core/base/Json.h"
#include "core/base/PrivateFile.h"
#include "core/storage/FormatVersion.h"
#include "core/storage/SettledSecretJob.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(FileSecretStore)
};

constexpr qint64 mostBytes = qint64(1024) * 1024;
constexpr int formatVersion = 1;
constexpr std::chrono::milliseconds lockWait = 2s;

/// The file's contents while one thing is done with them.
struct KeyFile {
    json::object whole; ///< with members of a newer version
    QString remark;

    json::object& keys() { return whole["keys"].get_object(); }
};

KeyFile emptyFile()
{
    return { .whole = { { "version", formatVersion }, { "keys", json::object() } }, .remark = {} };
}

Error damaged(const QString& path)
{
    const Result<QString> name = setAside(path);
    if (!name)
        return name.error();
    return { ErrorKind::InvalidInput,
        Translation::tr("The file of keys was damaged and is now called %1. Enter your keys again.")
            .arg(QDir::toNativeSeparators(name.value())),
        {} };
}

/// An object whose member "keys" is an object of texts.
bool isWellFormed(const json::value& value)
{
    const json::object* whole = value.if_object();
    const json::value* keys = whole != nullptr ? whole->if_contains("keys") : nullptr;
    const json::object* texts = keys != nullptr ? keys->if_object() : nullptr;
    return texts != nullptr && std::ranges::all_of(*texts, [](const auto& member) {
        return member.value().is_string();
    });
}

Result<KeyFile> open(const QString& path)
{
    if (!QFileInfo::exists(path))
        return emptyFile();
    const Result<bool> closed = closeToOthers(path);
    if (!closed)
        return closed.error();
    const Result<QByteArray> bytes = readPrivateFile(path, mostBytes);
    if (!bytes)
        return bytes.error();
    const Result<json::value> value = parseJson(bytes.value());
    if (!value || !isWellFormed(value.value()))
        return damaged(path);
    KeyFile file { .whole = value.value().get_object(), .remark = {} };
    if (isNewerThan(formatVersion, value.value()))
        return Error { ErrorKind::InvalidInput,
            Translation::tr("The file of keys %1 was written by a newer Roadloom. Update Roadloom; "
                            "the file was left as it is.")
                .arg(QDir::toNativeSeparators(path)),
            {} };
    if (closed.value())
        file.remark = Translation::tr("Others on this computer could read your keys in %1 until "
                                      "now. Consider getting new ones.")
                          .arg(QDir::toNativeSeparators(path));
    return file;
}

/// Does one change, with the file locked against other programs.
template <class Change>
std::unique_ptr<SecretJob> changeFile(const QString& path, Change change)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(int(lockWait.count())))
        return std::make_unique<SettledSecretJob>(Error { ErrorKind::Internal,
            Translation::tr("The file of keys %1 cannot be changed now. Check that you may write "
                            "to that folder and that no other Roadloom is busy with it, then try "
                            "again.")
                .arg(QDir::toNativeSeparators(path)),
            {} });
    Result<KeyFile> opened = open(path);
    if (!opened)
        return std::make_unique<SettledSecretJob>(opened.error());
    KeyFile file = std::move(opened).value();
    change(file.keys());
    if (const auto error = writePrivateFile(path, writeIndentedJson(file.whole) + '\n'))
        return std::make_unique<SettledSecretJob>(*error);
    return std::make_unique<SettledSecretJob>(QByteArray(), file.remark);
}

json::string keyFor(const QString& name)
{
    return toJsonString(name);
}

} // namespace

FileSecretStore::FileSecretStore(const QString& folder)
    : m_path(QDir(folder).absoluteFilePath(u"keys.json"_s))
{
}

std::unique_ptr<SecretJob> FileSecretStore::read(const QString& name)
{
    Result<KeyFile> opened = open(m_path);
    if (!opened)
        return std::make_unique<SettledSecretJob>(opened.error());
    KeyFile file = std::move(opened).value();
    const json::value* secret = file.keys().if_contains(keyFor(name));
    return std::make_unique<SettledSecretJob>(
        secret != nullptr ? toQString(secret->get_string()).toUtf8() : QByteArray(), file.remark);
}

std::unique_ptr<SecretJob> FileSecretStore::write(const QString& name, const QByteArray& secret)
{
    if (secret.isEmpty())
        return remove(name);
    return changeFile(m_path,
        [&](json::object& keys) { keys[keyFor(name)] = toJsonString(QString::fromUtf8(secret)); });
}

std::unique_ptr<SecretJob> FileSecretStore::remove(const QString& name)
{
    if (!QFileInfo::exists(m_path))
        return std::make_unique<SettledSecretJob>(QByteArray());
    return changeFile(m_path, [&](json::object& keys) { keys.erase(keyFor(name)); });
}

} // namespace roadloom
