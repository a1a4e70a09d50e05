// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubRoute.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

std::variant<HubRoute, NoRoute> routeFor(const QByteArray& method, const QByteArray& path)
{
    IncomingRequest request;
    request.method = method;
    request.path = path;
    return routeOf(request);
}

} // namespace

/// What addresses mean.
class HubRouteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsItsAddresses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("id");
        const auto row = [](const QByteArray& method, const QByteArray& path, HubAction action,
                             const QString& id = {}) {
            QTest::addRow("%s %s", method.constData(), path.constData())
                << method << path << int(action) << id;
        };
        const QByteArray base = "/api/v1/roadmaps/";
        row("GET", "/health", HubAction::Health);
        row("HEAD", "/health", HubAction::Health);
        row("GET", "/metrics", HubAction::Metrics);
        row("POST", "/api/v1/class/join", HubAction::JoinClass);
        row("GET", "/api/v1/class/events", HubAction::ClassEvents);
        row("POST", "/api/v1/class/roadmaps", HubAction::HandIn);
        row("POST", base + "generate-stream", HubAction::GenerateStream);
        row("POST", base + "generate", HubAction::Generate);
        row("GET", base + "a-1/status", HubAction::TaskStatus, u"a-1"_s);
        row("GET", base + "a-1/events", HubAction::TaskEvents, u"a-1"_s);
        row("GET", "/api/v1/ws/a-1", HubAction::TaskSocket, u"a-1"_s);
        row("POST", base + "tasks/a-1/cancel", HubAction::CancelTask, u"a-1"_s);
        row("GET", base + "a-1", HubAction::Roadmap, u"a-1"_s);
        row("GET", base + "a%3Ab%20%E8%B7%AF", HubAction::Roadmap, u"a:b 路"_s);
    }

    void knowsItsAddresses()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        const auto found = routeFor(method, path);
        QVERIFY(std::holds_alternative<HubRoute>(found));
        QTEST(int(std::get<HubRoute>(found).action), "action");
        QTEST(std::get<HubRoute>(found).id, "id");
    }

    void knowsNoOthers_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("allowed");
        const auto row
            = [](const QByteArray& method, const QByteArray& path, const QByteArray& allowed = {}) {
                  QTest::addRow("%s %s", method.constData(), path.left(60).constData())
                      << method << path << allowed;
              };
        row("GET", "/");
        row("GET", "/health/");
        row("GET", "//health");
        row("GET", "/api/v1/roadmaps/");
        row("GET", "/api/v1/roadmaps/../../etc/passwd");
        row("GET", "/api/v1/roadmaps/..%2F..%2Fetc%2Fpasswd");
        row("GET", "/api/v1/roadmaps/%FF");
        row("GET", "/%2e%2e/health");
        row("GET", "/api/v1/%2e%2e/%2e%2e/health");
        row("GET", "/api/v1/roadmaps/%2e%2e%2f%2e%2e%2fmetrics");
        row("GET", "/api/v1/../../metrics");
        row("GET", "/./metrics");
        row("GET", "//metrics");
        row("GET", "/%6detrics");
        row("GET", "/metrics%00");
        row("GET", "/metrics;a=b");
        row("GET", "\\metrics");
        row("GET", "/api\\v1\\roadmaps\\a");
        row("GET", "/api/v1//roadmaps/a");
        row("GET", "/api/v1/roadmaps//status");
        row("GET", "/api/v1/roadmaps/" + QByteArray(1000, 'a'));
        row("GET", "/API/v1/roadmaps/a");
        row("GET", "/api/v1/roadmaps/generate-stream/");
        row("POST", "/health", "GET");
        row("HEAD", "/api/v1/roadmaps/a/events", "GET");
        row("DELETE", "/api/v1/roadmaps/a", "GET");
        row("get", "/health", "GET");
        row("PUT", "/api/v1/roadmaps/generate-stream", "POST");
        row("GET", "/api/v1/roadmaps/generate-stream", "POST");
        row("HEAD", "/api/v1/roadmaps/generate", "POST");
    }

    void knowsNoOthers()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        const auto found = routeFor(method, path);
        QVERIFY(std::holds_alternative<NoRoute>(found));
        QTEST(std::get<NoRoute>(found).allowed, "allowed");
    }
};

QTEST_GUILESS_MAIN(HubRouteTest)
#include "HubRouteTest.moc"
