// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <optional>

namespace roadloom {

/// One window a user and data folder: a second start gives its wish to the first and ends. Whoever
/// is first is told by a lock on a file, which a crash leaves without an owner; the wish goes
/// through a local socket that only this user may open.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// What a second start asks of the first: to come to the front, perhaps with a wish, with a
    /// file to be imported, or with a link with which a class is joined.
    struct Call {
        std::optional<LearnerRequest> wish {};
        QString file {}; ///< absolute; empty: none
        QString link {}; ///< see isJoinLink(); nobody has read it yet; empty: none
        QByteArray activationToken {}; ///< with which a Wayland desktop lets a window come forward
    };

    enum class Role {
        First, ///< listen() from now on
        Second, ///< the first is there and has the call
        Alone, ///< there is a first, but it does not answer, or the lock could not be made
    };

    explicit SingleInstance(const QString& dataFolder);
    ~SingleInstance() override;
    Q_DISABLE_COPY_MOVE(SingleInstance)

    /// Waits a few seconds at most for the first to answer. Needs no event loop.
    [[nodiscard]] Role begin(const Call& call);
    /// Takes the calls of others from now on. Only for the first; needs an event loop.
    void listen();

Q_SIGNALS:
    void called(const roadloom::SingleInstance::Call& call);

private:
    void welcome();
    void take(QLocalSocket& caller);

    QString m_path; ///< of the socket
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace roadloom
