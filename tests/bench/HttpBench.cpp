// SPDX-License-Identifier: Apache-2.0
// What a model's answer over HTTP costs, in all threads of this process: through HttpChatModel,
// against the same bytes from QNetworkAccessManager, dropped.
#include "StreamServer.h"
#include "core/llm/HttpChatModel.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <benchmark/benchmark.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

constexpr int eventCount = 16 * 1024; // 4 MiB

QByteArray eventBytes()
{
    return "data: {\"id\":\"chatcmpl-B7jNqVzO3kq\",\"object\":\"chat.completion.chunk\","
           "\"created\":1741000000,\"model\":\"m-4\",\"system_fingerprint\":\"fp_06737a9306\","
           "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"根据您的学习目标，we begin \"},"
           "\"finish_reason\":null}]}\n\n"_ba;
}

/// Before anything that may start a thread: it forks.
QUrl serverUrl()
{
    static const StreamServer server(eventBytes(), eventCount,
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        "data: [DONE]\n\n"_ba);
    static int argumentCount = 1;
    static std::array<char, 6> name { "bench" };
    static std::array<char*, 2> arguments { name.data(), nullptr };
    static const QCoreApplication application(argumentCount, arguments.data());
    return server.url();
}

void report(benchmark::State& state, qsizetype size, qsizetype expected)
{
    if (size < expected)
        state.SkipWithError("The answer did not come whole.");
    state.SetBytesProcessed(int64_t(state.iterations()) * eventCount * eventBytes().size());
}

void httpAnswer(benchmark::State& state)
{
    ModelEndpoint endpoint;
    endpoint.baseUrl = serverUrl();
    HttpChatModel model(endpoint);
    qsizetype characters = 0;
    for ([[maybe_unused]] const auto& iteration : state) {
        characters = 0;
        QEventLoop loop;
        const auto reply = model.send({ .messages = { { ChatRole::User, u"Hello"_s } } });
        QObject::connect(reply.get(), &ChatReply::textDelta, &loop,
            [&characters](const QString& text) { characters += text.size(); });
        QObject::connect(reply.get(), &ChatReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(reply.get(), &ChatReply::failed, &loop, &QEventLoop::quit);
        loop.exec();
    }
    report(state, characters, eventCount);
}
BENCHMARK(httpAnswer)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void httpBytes(benchmark::State& state)
{
    QUrl url = serverUrl();
    qsizetype bytes = 0;
    for ([[maybe_unused]] const auto& iteration : state) {
        bytes = 0;
        QEventLoop loop;
        QNetworkAccessManager manager; // a connection of its own, too
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{\"stream\":true}"_ba));
        QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop,
            [&bytes, &reply] { bytes += reply->readAll().size(); });
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
    }
    report(state, bytes, eventCount * eventBytes().size());
}
BENCHMARK(httpBytes)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

} // namespace
