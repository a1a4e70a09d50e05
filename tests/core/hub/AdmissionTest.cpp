// SPDX-License-Identifier: Apache-2.0
#include "core/hub/Admission.h"

#include "core/hub/SeatBook.h"

#include <QHostAddress>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

IncomingRequest request(
    const QByteArray& path, const QList<std::pair<QByteArray, QByteArray>>& fields = {})
{
    return { .method = "GET",
        .path = path,
        .query = {},
        .fields = QList<std::pair<QByteArray, QByteArray>> { { "host", "localhost" } } + fields,
        .body = {} };
}

/// 200: it may.
int statusOf(const Admission::Decision& decision)
{
    const auto* const answer = std::get_if<HttpAnswer>(&decision.outcome);
    return answer != nullptr ? answer->status : 200;
}

} // namespace

/// Who may ask the hub for what.
class AdmissionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figuresAreForTheHubsMachine_data()
    {
        QTest::addColumn<bool>("isFromHere");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("status");
        QTest::newRow("from here") << true << QByteArray() << 200;
        QTest::newRow("from elsewhere") << false << QByteArray() << 404;
        QTest::newRow("by a proxy here") << true << QByteArray("x-forwarded-for") << 404;
        QTest::newRow("by another one") << true << QByteArray("forwarded") << 404;
    }

    void figuresAreForTheHubsMachine()
    {
        QFETCH(const bool, isFromHere);
        QFETCH(const QByteArray, field);
        SeatBook seats("ABCD2345");
        const Admission admission(&seats);
        QList<std::pair<QByteArray, QByteArray>> fields;
        if (!field.isEmpty())
            fields.emplaceBack(field, "10.0.0.1");
        QTEST(statusOf(admission.decide(request("/metrics", fields), isFromHere, 0s)), "status");
    }

    void aSeatIsKnownByItsToken_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("isUpgrade");
        QTest::addColumn<int>("status");
        const QByteArray authorization = "authorization";
        const QByteArray protocols = "sec-websocket-protocol";
        QTest::newRow("none") << authorization << QByteArray() << false << 401;
        QTest::newRow("bearer") << authorization << QByteArray("bearer ") << false << 200;
        QTest::newRow("basic") << authorization << QByteArray("Basic ") << false << 401;
        QTest::newRow("of a WebSocket")
            << protocols << QByteArray("other, roadloom.") << true << 200;
        QTest::newRow("of none") << protocols << QByteArray("roadloom.") << false << 401;
    }

    void aSeatIsKnownByItsToken()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, before);
        QFETCH(const bool, isUpgrade);
        SeatBook seats("ABCD2345");
        const auto joined = seats.join({ "ABCD2345" }, QHostAddress::LocalHost, 0s);
        QVERIFY(joined.ok());
        const QByteArray token = before.isEmpty() ? QByteArray() : joined.value().token;
        IncomingRequest asked = request("/api/v1/roadmaps/a", { { field, before + token } });
        asked.isUpgrade = isUpgrade;
        const auto decision = Admission(&seats).decide(asked, true, 0s);
        QTEST(statusOf(decision), "status");
        if (const auto* const admitted = std::get_if<Admitted>(&decision.outcome)) {
            QCOMPARE(admitted->asker, joined.value().seat.id);
            QCOMPARE(admitted->route.id, u"a"_s);
        }
    }

    void aPageIsToldWhetherItMay()
    {
        const Admission admission(nullptr, { .origins = { "https://school.example" } });
        const auto named = admission.decide(
            request("/health", { { "origin", "https://school.example" } }), true, 0s);
        QCOMPARE(statusOf(named), 200);
        QVERIFY(named.fields.contains(std::pair<QByteArray, QByteArray>(
            "Access-Control-Allow-Origin", "https://school.example")));
        const auto other = admission.decide(
            request("/health", { { "origin", "https://evil.example" } }), true, 0s);
        QCOMPARE(statusOf(other), 403);
        QVERIFY(other.fields.isEmpty());
    }
};

QTEST_GUILESS_MAIN(AdmissionTest)
#include "AdmissionTest.moc"
