// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/SecretStore.h"

namespace roadloom {

/// A job whose outcome is known when it is made; told from the event loop all the same.
class SettledSecretJob final : public SecretJob {
    Q_OBJECT
public:
    /// `remark`, unless empty, is told first.
    explicit SettledSecretJob(Result<QByteArray> outcome, QString remark = {});

private:
    void tell();

    Result<QByteArray> m_outcome;
    QString m_remark;
};

} // namespace roadloom
