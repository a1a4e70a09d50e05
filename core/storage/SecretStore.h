// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace roadloom {

/// One thing asked of a SecretStore. Emits only from the event loop, never inside the call that
/// made it: perhaps a remark, then exactly one of finished or failed. Destroying it cancels: no
/// signal follows, though a write that is on its way may still be done. It may be destroyed from a
/// slot connected to it only through deleteLater(). Lives on the thread that made it.
///
/// An object rather than a callback, for the same reason as ChatReply: whoever asks owns the wait,
/// and ends it by letting go. A callback would need a context object to do the same.
class SecretJob : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// It is done. After a read: the secret, empty if there is none of that name; after a write or
    /// a removal: empty.
    void finished(const QByteArray& secret);
    /// It could not be done. The message says what else the learner can do.
    void failed(const roadloom::Error& error);
    /// Something that the learner should know besides: one translated sentence.
    void remarked(const QString& sentence);
};

/// Where secrets are kept, under names such as
/// "deepseek@https://api.deepseek.com:443". No secret goes into an error, a log or
/// any file other than the store's own. A job may outlive its store.
class SecretStore {
public:
    SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual std::unique_ptr<SecretJob> read(const QString& name) = 0;
    /// Replaces what was there. A secret is text in UTF-8; an empty one is none: it removes.
    [[nodiscard]] virtual std::unique_ptr<SecretJob> write(
        const QString& name, const QByteArray& secret)
        = 0;
    /// Done, too, if there was none.
    [[nodiscard]] virtual std::unique_ptr<SecretJob> remove(const QString& name) = 0;
};

} // namespace roadloom
