// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/ClassJoining.h"

#include "core/base/Json.h"
#include "tests/support/ScriptedHttpServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using test::ScriptedHttpServer;

class ClassJoiningTest : public QObject {
    Q_OBJECT

    static ClassPlace placeAt(const QUrl& hub)
    {
        return { .hub = hub, .code = "ABCD2345", .name = u"李雷"_s, .client = u"c-1"_s };
    }

private Q_SLOTS:
    void aSeatSaysWhoItIsAndHasItsToken()
    {
        ScriptedHttpServer server;
        server.enqueue({ .contentType = "application/json",
            .pieces = { { R"({"token":"t-1","seat_id":"s-1","name":"李\u001b雷"})" } } });
        ClassJoining joining(placeAt(server.url()));
        QSignalSpy joined(&joining, &ClassJoining::joined);
        QVERIFY(joined.wait());
        const auto ticket = joined.first().first().value<ClassTicket>();
        QCOMPARE(ticket, (ClassTicket { "t-1", u"s-1"_s, u"李雷"_s }));
        QCOMPARE(server.requests().size(), 1);
        const auto& request = server.requests().first();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.path, "/api/v1/class/join");
        QCOMPARE(request.body, R"({"code":"ABCD2345","name":"李雷","client_id":"c-1"})");
    }

    void whatIsNoClassIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("not there") << 404 << QByteArray("{}") << ErrorKind::NotFound;
        QTest::newRow("not so") << 405 << QByteArray("{}") << ErrorKind::NotFound;
        QTest::newRow("a page") << 200 << QByteArray("<html>") << ErrorKind::NotFound;
        QTest::newRow("no token") << 200 << QByteArray("{}") << ErrorKind::NotFound;
        QTest::newRow("a token that would be two fields")
            << 200 << QByteArray(R"({"token":"a\r\nCookie: b"})") << ErrorKind::NotFound;
        QTest::newRow("an endless one")
            << 200 << QByteArray("{\"token\":\"" + QByteArray(100'000, 'a') + "\"}")
            << ErrorKind::NotFound;
        QTest::newRow("a wrong code")
            << 401 << QByteArray(R"({"detail":"No."})") << ErrorKind::Authentication;
    }

    void whatIsNoClassIsSaid()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        ScriptedHttpServer server;
        server.enqueue(
            { .status = status, .contentType = "application/json", .pieces = { { body } } });
        ClassJoining joining(placeAt(server.url()));
        QSignalSpy failed(&joining, &ClassJoining::failed);
        const QSignalSpy joined(&joining, &ClassJoining::joined);
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<Error>();
        QTEST(error.kind, "kind");
        QVERIFY(!error.message.contains(u"ABCD2345"_s));
        QVERIFY(joined.isEmpty());
    }

    void theAddressFollowsThatOfTheHub_data()
    {
        QTest::addColumn<QUrl>("hub");
        QTest::addColumn<QUrl>("url");
        const QUrl usual(u"http://h:1/api/v1/class/join"_s);
        QTest::newRow("root") << QUrl(u"http://h:1"_s) << usual;
        QTest::newRow("slash") << QUrl(u"http://h:1/"_s) << usual;
        QTest::newRow("API") << QUrl(u"http://h:1/api/v1/?a=b#c"_s) << usual;
        QTest::newRow("behind a proxy")
            << QUrl(u"https://h/hub/api/v1"_s) << QUrl(u"https://h/hub/api/v1/class/join"_s);
    }

    void theAddressFollowsThatOfTheHub()
    {
        QFETCH(const QUrl, hub);
        QTEST(classUrl(hub, u"join"), "url");
    }
};

QTEST_GUILESS_MAIN(ClassJoiningTest)
#include "ClassJoiningTest.moc"
