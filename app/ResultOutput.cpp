// SPDX-License-Identifier: Apache-2.0
#include "app/ResultOutput.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ResultOutput)
};

/// Pipes, terminals, devices. Others may share them, so they are not made non-blocking: it writes
/// only what certainly finds room.
class StreamOutput final : public ResultOutput {
public:
    /// `descriptor` stays the caller's if it is standard output, else it is closed here.
    explicit StreamOutput(int descriptor)
        : m_descriptor(descriptor)
        , m_room(descriptor, QSocketNotifier::Write)
    {
        m_room.setEnabled(false);
        connect(&m_room, &QSocketNotifier::activated, this, [this] { drain(); });
    }
    ~StreamOutput() override
    {
        if (m_descriptor != STDOUT_FILENO)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(StreamOutput)

    void write(const QByteArray& bytes) override
    {
        m_pending += bytes;
        drain();
    }

    void finish() override
    {
        m_isFinishing = true;
        drain();
    }

private:
    void drain()
    {
        while (!m_pending.isEmpty() && hasRoom()) {
            // As much as a pipe that is not full takes at once.
            const auto size = std::min<std::size_t>(std::size_t(m_pending.size()), PIPE_BUF);
            const ssize_t written = ::write(m_descriptor, m_pending.constData(), size);
            if (written > 0) {
                m_pending.remove(0, written);
            } else if (written < 0 && errno != EINTR && errno != EAGAIN) {
                m_pending.clear();
                m_room.setEnabled(false);
                Q_EMIT failed(qt_error_string(errno));
                return;
            }
        }
        m_room.setEnabled(!m_pending.isEmpty());
        if (m_pending.isEmpty() && std::exchange(m_isFinishing, false))
            Q_EMIT finished();
    }

    [[nodiscard]] bool hasRoom() const
    {
        pollfd state { .fd = m_descriptor, .events = POLLOUT, .revents = 0 };
        return ::poll(&state, 1, 0) != 0; // also where a write will say what is wrong
    }

    int m_descriptor;
    QSocketNotifier m_room;
    QByteArray m_pending;
    bool m_isFinishing = false;
};

/// Grows as the result comes. What was in the file goes when the first byte comes.
class GrowingFile final : public ResultOutput {
public:
    explicit GrowingFile(const QString& path)
        : m_file(path)
        , m_isNew(!m_file.exists())
    {
        m_file.open(QIODevice::WriteOnly | QIODevice::Append);
    }
    ~GrowingFile() override
    {
        if (m_isNew && m_isEmpty && m_file.isOpen())
            m_file.remove();
    }
    Q_DISABLE_COPY_MOVE(GrowingFile)

    [[nodiscard]] const QFile& file() const { return m_file; }

    void write(const QByteArray& bytes) override
    {
        const bool begun = !std::exchange(m_isEmpty, false) || m_file.resize(0);
        if (!begun || m_file.write(bytes) != bytes.size() || !m_file.flush())
            Q_EMIT failed(m_file.errorString());
    }
    void finish() override { Q_EMIT finished(); }

private:
    QFile m_file;
    bool m_isNew;
    bool m_isEmpty = true;
};

/// Appears when the result is whole.
class WholeFile final : public ResultOutput {
public:
    explicit WholeFile(const QString& path)
        : m_file(path)
    {
        m_file.setDirectWriteFallback(true); // a file in a folder where nothing can be created
        m_file.open(QIODevice::WriteOnly);
    }

    [[nodiscard]] const QSaveFile& file() const { return m_file; }

    void write(const QByteArray& bytes) override
    {
        m_isEmpty = false;
        if (m_file.write(bytes) != bytes.size())
            Q_EMIT failed(m_file.errorString());
    }
    void finish() override
    {
        if (m_isEmpty || m_file.commit())
            Q_EMIT finished();
        else
            Q_EMIT failed(m_file.errorString());
    }

private:
    QSaveFile m_file;
    bool m_isEmpty = true;
};

Error unwritable(const QString& path, const QString& why)
{
    return { ErrorKind::InvalidInput,
        Translation::tr("The file %1 cannot be written: %2. Choose another one with -o.")
            .arg(path, why),
        {} };
}

/// True for pipes and devices, which are written to and never replaced; also for what /dev/stdout
/// leads to.
bool isStream(const QString& path)
{
    const QFileInfo info(path);
    return (info.exists() && !info.isFile()) || info.absoluteFilePath().startsWith("/dev/"_L1);
}

Result<std::unique_ptr<ResultOutput>> openStream(const QString& path)
{
    const int descriptor
        = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (descriptor < 0)
        return unwritable(path, qt_error_string(errno));
    return std::unique_ptr<ResultOutput>(std::make_unique<StreamOutput>(descriptor));
}

template <class File>
Result<std::unique_ptr<ResultOutput>> openFile(const QString& path)
{
    auto output = std::make_unique<File>(path);
    if (!output->file().isOpen())
        return unwritable(path, output->file().errorString());
    return std::unique_ptr<ResultOutput>(std::move(output));
}

} // namespace

Result<std::unique_ptr<ResultOutput>> openResultOutput(const QString& path, ResultPieces pieces)
{
    if (path.isEmpty() || path == "-"_L1)
        return std::unique_ptr<ResultOutput>(std::make_unique<StreamOutput>(STDOUT_FILENO));
    if (isStream(path))
        return openStream(path);
    return pieces == ResultPieces::AllOrNothing ? openFile<WholeFile>(path)
                                                : openFile<GrowingFile>(path);
}

} // namespace roadloom
