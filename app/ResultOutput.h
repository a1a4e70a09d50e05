// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"

#include <QObject>

#include <memory>

namespace roadloom {

/// When the bytes of a result are worth to be seen.
enum class ResultPieces {
    AsTheyCome, ///< a stream
    AllOrNothing, ///< half of it is of no use
};

/// Where the result of a run goes. A file that is there already stays as it is until there is
/// something to put into it. Never blocks the event loop: what a slow reader does not take waits in
/// memory.
///
/// May emit inside write() and finish(). After failed() nothing follows.
class ResultOutput : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void write(const QByteArray& bytes) = 0;
    /// Nothing more will be written: finished() follows when all of it is out.
    virtual void finish() = 0;

Q_SIGNALS:
    void finished();
    void failed(const QString& why);
};

/// Standard output for an empty path and "-". ErrorKind::InvalidInput with a sentence if the file
/// cannot be written.
[[nodiscard]] Result<std::unique_ptr<ResultOutput>> openResultOutput(
    const QString& path, ResultPieces pieces);

} // namespace roadloom
