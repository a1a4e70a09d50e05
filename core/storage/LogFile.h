// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <mutex>

namespace roadloom {

/// Lines in the file roadloom.log of a folder, readable for its owner alone. When it is full it
/// becomes roadloom.log.1, and so on; the oldest goes. Several programs may write at once: a line
/// is written whole or not at all, and nobody waits for another, so that a file may get somewhat
/// longer than it should. May be used from any thread.
class LogFile {
public:
    struct Limits {
        qint64 bytes = qint64(1024) * 1024; ///< of each
        int files = 5;
        qsizetype line = 1000; ///< bytes; what is longer is cut
    };

    /// Makes the folder and the file when something is first written.
    explicit LogFile(const QString& folder);
    LogFile(const QString& folder, const Limits& limits);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    /// Without the line's end, which it must not hold. False if it could not be written.
    bool write(const QByteArray& line);

    /// The last of the lines in a folder, the oldest first.
    [[nodiscard]] static QList<QByteArray> lastLines(const QString& folder, qsizetype most);

private:
    [[nodiscard]] bool ensureOpen();
    void close();
    void makeRoom(qsizetype bytes);
    [[nodiscard]] QString name(int age) const;

    QString m_folder;
    Limits m_limits;
    std::mutex m_mutex;
    int m_handle = -1;
};

} // namespace roadloom
