// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace roadloom::test {

/// All that a client has got so far; it is waited for.
struct Got {
    explicit Got(QTcpSocket& from)
        : socket(from)
    {
    }
    const QByteArray& now()
    {
        bytes += socket.readAll();
        return bytes;
    }

    QTcpSocket& socket;
    QByteArray bytes;
};

} // namespace roadloom::test
