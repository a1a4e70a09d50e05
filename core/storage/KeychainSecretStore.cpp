// SPDX-License-Identifier: Apache-2.0
#include "core/storage/KeychainSecretStore.h"

#include <QCoreApplication>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(KeychainSecretStore)
};

const QString service = u"org.roadloom.Roadloom"_s;

QString choices()
{
    return Translation::tr("Keep the key only for this session, or in a file only you can read.");
}

Error unavailable(const QString& technical)
{
    //: %1 is a sentence that says what else can be done
    return { ErrorKind::Internal,
        Translation::tr("This computer has no secret store that can be used now. %1")
            .arg(choices()),
        technical };
}

Error refused(const QString& technical)
{
    //: %1 is a sentence that says what else can be done
    return { ErrorKind::Internal,
        Translation::tr("The system's secret store stays locked. Unlock it and try again. Or: %1")
            .arg(choices()),
        technical };
}

Error silent()
{
    //: %1 is a sentence that says what else can be done
    return { ErrorKind::Timeout,
        Translation::tr("The system's secret store does not answer. %1").arg(choices()), {} };
}

Error errorFor(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return refused(job.errorString());
    default: // without a session bus the library says no more than OtherError
        return unavailable(job.errorString());
    }
}

/// Waits on one of the library's jobs, which is left to end by itself: the backends write to it
/// when they answer, so it must not be deleted before.
class KeychainJob final : public SecretJob {
public:
    KeychainJob(QKeychain::Job* job, const QString& name, std::chrono::milliseconds patience)
    {
        job->setKey(name);
        connect(job, &QKeychain::Job::finished, this, &KeychainJob::conclude);
        m_patience.setSingleShot(true);
        m_patience.callOnTimeout(this, [this, job] {
            disconnect(job, nullptr, this, nullptr);
            Q_EMIT failed(silent());
        });
        m_patience.start(patience);
        job->start(); // from the event loop; deletes itself when it has finished
    }

private:
    void conclude(QKeychain::Job* job)
    {
        m_patience.stop();
        if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound) {
            Q_EMIT failed(errorFor(*job));
            return;
        }
        const auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(job);
        Q_EMIT finished(reading != nullptr ? reading->binaryData() : QByteArray());
    }

    QTimer m_patience;
};

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience)
    : m_patience(patience)
{
}

std::unique_ptr<SecretJob> KeychainSecretStore::read(const QString& name)
{
    return std::make_unique<KeychainJob>(new QKeychain::ReadPasswordJob(service), name, m_patience);
}

std::unique_ptr<SecretJob> KeychainSecretStore::write(const QString& name, const QByteArray& secret)
{
    if (secret.isEmpty())
        return remove(name);
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setTextData(QString::fromUtf8(secret));
    return std::make_unique<KeychainJob>(job, name, m_patience);
}

std::unique_ptr<SecretJob> KeychainSecretStore::remove(const QString& name)
{
    return std::make_unique<KeychainJob>(
        new QKeychain::DeletePasswordJob(service), name, m_patience);
}

} // namespace roadloom
