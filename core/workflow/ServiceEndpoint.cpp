// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceEndpoint.h"

#include "core/llm/DialectParts.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

namespace {

/// At the program's end, when its loop has ended: the word gets what is left of its time to be
/// heard. TLS must not go before it.
void seeOut(HttpExchange* word, const QDeadlineTimer& patience)
{
    const QPointer<HttpExchange> stillOn = word;
    QEventLoop loop;
    QObject::connect(word, &QObject::destroyed, &loop, &QEventLoop::quit);
    QTimer::singleShot(
        std::chrono::milliseconds(patience.remainingTime()), &loop, &QEventLoop::quit);
    loop.exec();
    delete stillOn;
}

} // namespace

QUrl generateStreamUrl(const QUrl& service)
{
    const QString path = basePath(service);
    if (path.endsWith("/generate-stream"_L1) || path.endsWith("/generate-full-stream"_L1))
        return extendedUrl(service, {});
    if (path.endsWith("/roadmaps"_L1))
        return extendedUrl(service, u"/generate-stream"_s);
    if (endsInVersion(path))
        return extendedUrl(service, u"/roadmaps/generate-stream"_s);
    return extendedUrl(service, u"/api/v1/roadmaps/generate-stream"_s);
}

QUrl serviceApiUrl(const QUrl& service)
{
    QUrl url = generateStreamUrl(service);
    const QString path = url.path();
    url.setPath(path.left(path.lastIndexOf("/roadmaps/"_L1)));
    return url;
}

ServerFailures failuresAt(const ServiceEndpoint& endpoint)
{
    return ServerFailures(ServerDescription { .url = endpoint.url,
        .secret = endpoint.accessCode,
        .secretVariable = endpoint.codeVariable,
        .isSecretFromVariable = endpoint.isCodeFromVariable,
        .role = ServerRole::RoadmapService });
}

ClassPlace classPlaceAt(const ServiceEndpoint& endpoint, const QString& client)
{
    return { .hub = serviceApiUrl(endpoint.url),
        .code = endpoint.accessCode,
        .name = endpoint.seatName,
        .client = client,
        .network = endpoint.network,
        .patience = endpoint.patience,
        .codeVariable = endpoint.codeVariable,
        .isCodeFromVariable = endpoint.isCodeFromVariable };
}

void cancelTask(const ServiceEndpoint& endpoint, const QByteArray& token, const QString& task)
{
    HttpRequest request { .url = serviceApiUrl(endpoint.url), .body = "{}"_ba };
    request.url.setPath(request.url.path() + u"/roadmaps/tasks/%1/cancel"_s.arg(task));
    request.url.setQuery(QString());
    if (!token.isEmpty())
        request.headers.append({ "Authorization"_ba, "Bearer " + token });
    // It outlives whoever asks for it, but not the loop of the thread that both are on.
    auto* const word
        = new HttpExchange(request, endpoint.network, endpoint.patience, failuresAt(endpoint));
    const QCoreApplication* const program = QCoreApplication::instance();
    if (word->thread() == program->thread())
        QObject::connect(program, &QCoreApplication::aboutToQuit, word,
            [word, patience = QDeadlineTimer(2s)] { seeOut(word, patience); });
    else
        QObject::connect(word->thread(), &QThread::finished, word, [word] { delete word; });
    QObject::connect(word, &HttpExchange::bodyEnded, word, &QObject::deleteLater);
    QObject::connect(word, &HttpExchange::failed, word, &QObject::deleteLater);
}

} // namespace roadloom
