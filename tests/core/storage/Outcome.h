// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/storage/SecretStore.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace roadloom::test {

/// What a job told, kept for comparing.
struct SecretOutcome {
    explicit SecretOutcome(std::unique_ptr<SecretJob> asked)
        : job(std::move(asked))
    {
        QObject::connect(job.get(), &SecretJob::finished, job.get(),
            [this](const QByteArray& told) { ++signalCount, secret = told; });
        QObject::connect(job.get(), &SecretJob::failed, job.get(),
            [this](const Error& told) { ++signalCount, error = told; });
        QObject::connect(job.get(), &SecretJob::remarked, job.get(),
            [this](const QString& sentence) { remarks.append(sentence); });
    }
    Q_DISABLE_COPY_MOVE(SecretOutcome)
    ~SecretOutcome() = default;

    std::unique_ptr<SecretJob> job;
    int signalCount = 0;
    std::optional<QByteArray> secret {};
    std::optional<Error> error {};
    QStringList remarks {};
};

} // namespace roadloom::test
