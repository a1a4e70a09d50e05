// SPDX-License-Identifier: Apache-2.0
#include "core/storage/KeychainSecretStore.h"

#include "core/base/Result.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>
#include <qt6keychain/keychain.h>
#include <utility>

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

using Answer = Result<QByteArray>;

Answer answerOf(const QKeychain::Job& job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return errorFor(job);
    const auto* reading = qobject_cast<const QKeychain::ReadPasswordJob*>(&job);
    return reading != nullptr ? reading->binaryData() : QByteArray();
}

/// Asks on the program's first thread, whose event loop is GLib's; there the library's jobs also
/// have their turn one after the other. A job is left to end by itself, heard or not: the backends
/// write to it when they answer.
QFuture<Answer> ask(const QString& name, std::function<QKeychain::Job*()> makeJob)
{
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [name, makeJob = std::move(makeJob), promise] {
            QKeychain::Job* const job = makeJob();
            job->setKey(name);
            QObject::connect(job, &QKeychain::Job::finished, job, [promise, job] {
                promise->addResult(answerOf(*job));
                promise->finish();
            });
            job->start(); // deletes itself when it has finished
        });
    return promise->future();
}

class KeychainJob final : public SecretJob {
public:
    KeychainJob(const QFuture<Answer>& answer, std::chrono::milliseconds patience)
    {
        connect(&m_watcher, &QFutureWatcherBase::finished, this, &KeychainJob::conclude);
        m_watcher.setFuture(answer);
        m_patience.setSingleShot(true);
        m_patience.callOnTimeout(this, [this] {
            m_watcher.disconnect(this);
            Q_EMIT failed(silent());
        });
        m_patience.start(patience);
    }

private:
    void conclude()
    {
        if (m_watcher.isCanceled())
            return; // the program ends
        m_patience.stop();
        const Answer answer = m_watcher.result();
        if (answer)
            Q_EMIT finished(answer.value());
        else
            Q_EMIT failed(answer.error());
    }

    QFutureWatcher<Answer> m_watcher;
    QTimer m_patience;
};

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience)
    : m_patience(patience)
{
}

std::unique_ptr<SecretJob> KeychainSecretStore::read(const QString& name)
{
    return std::make_unique<KeychainJob>(
        ask(name, [] { return new QKeychain::ReadPasswordJob(service); }), m_patience);
}

std::unique_ptr<SecretJob> KeychainSecretStore::write(const QString& name, const QByteArray& secret)
{
    if (secret.isEmpty())
        return remove(name);
    const auto makeJob = [secret] {
        auto* const job = new QKeychain::WritePasswordJob(service);
        job->setTextData(QString::fromUtf8(secret));
        return job;
    };
    return std::make_unique<KeychainJob>(ask(name, makeJob), m_patience);
}

std::unique_ptr<SecretJob> KeychainSecretStore::remove(const QString& name)
{
    return std::make_unique<KeychainJob>(
        ask(name, [] { return new QKeychain::DeletePasswordJob(service); }), m_patience);
}

} // namespace roadloom
