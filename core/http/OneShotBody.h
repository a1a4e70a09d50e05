// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace roadloom {

/// A request body that can be read once. When a server closes the connection before it answers,
/// Qt 6.4 sends the request again, which with a model costs twice; a sequential body that cannot
/// be rewound makes it fail with ContentReSendError instead. (Needs the attribute
/// DoNotBufferUploadData and a Content-Length; held by HttpChatModelTest.)
class OneShotBody final : public QIODevice {
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes, QObject* parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace roadloom
