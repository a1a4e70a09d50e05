// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/HttpExchange.h"

#include <QSignalSpy>

#include <memory>
#include <optional>

namespace roadloom::test {

/// One exchange over HTTP, watched: what it said, in order, and whether it kept to its promises.
/// Every piece of the body counts as a word.
class WatchedExchange final : public QObject {
    Q_OBJECT
public:
    explicit WatchedExchange(const HttpRequest& request, const NetworkSettings& network = {},
        const Patience& patience = {}, const QByteArray& secret = {})
        : exchange(std::make_unique<HttpExchange>(
            request, network, patience, ServerFailures(request.url, secret)))
    {
        HttpExchange* const watched = exchange.get();
        connect(watched, &HttpExchange::waitChanged, this, [this](const Wait& wait) {
            note();
            waits.append(wait);
            Q_EMIT changed();
        });
        connect(watched, &HttpExchange::bytesReceived, this, [this](QByteArrayView bytes) {
            note();
            body += bytes;
            ++pieces;
            exchange->noteWord();
            Q_EMIT changed();
        });
        connect(watched, &HttpExchange::fellSilent, this, [this] {
            note();
            fellSilent = true;
        });
        connect(watched, &HttpExchange::bodyEnded, this, [this](BodyEnd how) {
            note();
            end = how;
            finish();
        });
        connect(watched, &HttpExchange::failed, this, [this](const Error& failure) {
            note();
            error = failure;
            finish();
        });
    }

    /// Waits for the end, however it is.
    [[nodiscard]] bool wait()
    {
        constexpr int patience = 20'000;
        return endCount > 0 || QSignalSpy(this, &WatchedExchange::over).wait(patience);
    }
    [[nodiscard]] QList<WaitFor> waitedFor() const
    {
        QList<WaitFor> what;
        for (const Wait& wait : waits)
            what.append(wait.what);
        return what;
    }
    [[nodiscard]] QString message() const { return error ? error->message : QString(); }
    [[nodiscard]] bool isProper() const { return endCount == 1 && end == BodyEnd::Proper; }
    [[nodiscard]] bool isBroken() const { return endCount == 1 && end == BodyEnd::Broken; }

    std::unique_ptr<HttpExchange> exchange;
    QList<Wait> waits;
    QByteArray body;
    int pieces = 0;
    bool fellSilent = false;
    std::optional<BodyEnd> end;
    std::optional<Error> error;
    int endCount = 0;
    bool brokeItsPromise = false; ///< a signal after the end

Q_SIGNALS:
    void changed();
    void over();

private:
    void note() { brokeItsPromise |= endCount > 0; }
    void finish()
    {
        ++endCount;
        Q_EMIT over();
    }
};

} // namespace roadloom::test
