// SPDX-License-Identifier: Apache-2.0
#include "core/http/OneShotBody.h"

#include <algorithm>
#include <utility>

namespace roadloom {

OneShotBody::OneShotBody(QByteArray bytes, QObject* parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_bytes.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char* data, qint64 maxSize)
{
    const qint64 size = std::min(maxSize, qint64(m_bytes.size() - m_position));
    std::copy_n(m_bytes.constData() + m_position, size, data);
    m_position += size;
    return size;
}

qint64 OneShotBody::writeData(const char* /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace roadloom
