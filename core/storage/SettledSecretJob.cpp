// SPDX-License-Identifier: Apache-2.0
#include "core/storage/SettledSecretJob.h"

#include <utility>

namespace roadloom {

SettledSecretJob::SettledSecretJob(Result<QByteArray> outcome, QString remark)
    : m_outcome(std::move(outcome))
    , m_remark(std::move(remark))
{
    QMetaObject::invokeMethod(this, &SettledSecretJob::tell, Qt::QueuedConnection);
}

void SettledSecretJob::tell()
{
    if (!m_remark.isEmpty())
        Q_EMIT remarked(m_remark);
    if (m_outcome)
        Q_EMIT finished(m_outcome.value());
    else
        Q_EMIT failed(m_outcome.error());
}

} // namespace roadloom
