// SPDX-License-Identifier: Apache-2.0
#include "core/base/JsonReader.h"
#include "core/hub/Hub.h"
#include "tests/core/hub/ToldSource.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

const QByteArray code = "ABCD2345";
const QByteArray secret = "a secret of all hubs";

HubSetup setupOf(const QString& name)
{
    return { .port = 0, .classCode = code, .secret = secret, .name = name };
}

struct Served {
    explicit Served(const HubSetup& setup)
        : hub(setup, [] { return std::make_unique<ToldSource>(); })
    {
        if (hub.listen())
            qFatal("nothing can be served");
    }
    Hub hub;
};

struct Answer {
    int status = 0;
    json::value body {};

    [[nodiscard]] QByteArray text(const char* name) const
    {
        const json::value* const value
            = body.is_object() ? body.as_object().if_contains(name) : nullptr;
        return value != nullptr && value->is_string() ? toQString(value->as_string()).toUtf8()
                                                      : QByteArray();
    }
};

} // namespace

/// Several hubs of one class, behind a proxy.
class SeveralHubsTest : public QObject {
    Q_OBJECT
private:
    QNetworkAccessManager m_network;

    Answer ask(const Served& served, const QByteArray& method, const QString& path,
        const QByteArray& body, const QList<std::pair<QByteArray, QByteArray>>& fields = {})
    {
        QNetworkRequest request(
            QUrl(u"http://127.0.0.1:%1%2"_s.arg(QString::number(served.hub.port()), path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        for (const auto& [name, value] : fields)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
            return {};
        const Result<json::value> value = parseJson(reply->readAll());
        return { .status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = value.ok() ? value.value() : json::value() };
    }
    Answer join(const Served& served, const QByteArray& with,
        const QList<std::pair<QByteArray, QByteArray>>& fields = {})
    {
        return ask(served, "POST", u"/api/v1/class/join"_s,
            R"({"code":")" + with + R"(","name":"Li","client_id":"c"})", fields);
    }
    Answer generate(const Served& served, const QByteArray& token)
    {
        return ask(served, "POST", u"/api/v1/roadmaps/generate"_s,
            R"({"preferences":{"learning_goal":"SQL"}})",
            { { "Authorization", "Bearer " + token } });
    }

private Q_SLOTS:
    void aSeatOfOneIsASeatOfTheOther()
    {
        const Served one(setupOf(u"one"_s));
        const Served other(setupOf(u"other"_s));
        const Answer joined = join(one, code);
        QCOMPARE(joined.status, 200);
        QVERIFY(generate(one, joined.text("token")).text("task_id").startsWith("one-"));
        QVERIFY(generate(other, joined.text("token")).text("task_id").startsWith("other-"));
        QCOMPARE(other.hub.seats()->seats().size(), 1);
        QCOMPARE(other.hub.seats()->seats().first().id.toLatin1(), joined.text("seat_id"));
    }

    void aTokenIsOfNoUseAfterItsSeatWasRemoved()
    {
        Served one(setupOf(u"one"_s));
        const Answer joined = join(one, code);
        QCOMPARE(generate(one, joined.text("token")).status, 200);
        one.hub.removeSeat(QString::fromLatin1(joined.text("seat_id")));
        QCOMPARE(generate(one, joined.text("token")).status, 401);
        const Answer again = join(one, code);
        QCOMPARE(again.status, 200);
        QCOMPARE(generate(one, joined.text("token")).status, 401);
        QCOMPARE(generate(one, again.text("token")).status, 200);
    }

    void wrongCodesAreCountedByWhomATrustedProxyNames_data()
    {
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("trusted") << true;
        QTest::newRow("nobody is trusted") << false;
    }

    void wrongCodesAreCountedByWhomATrustedProxyNames()
    {
        QFETCH(const bool, isTrusted);
        HubSetup setup = setupOf(u"one"_s);
        if (isTrusted)
            setup.proxies.addresses.append(QHostAddress(QHostAddress::LocalHost));
        const Served one(setup);
        constexpr int freeFaults = 5;
        for (int i = 0; i < freeFaults; ++i)
            QCOMPARE(join(one, "wrong", { { "X-Forwarded-For", "10.0.0.7" } }).status, 401);
        QCOMPARE(join(one, code, { { "X-Forwarded-For", "10.0.0.7" } }).status, 429);
        // Whoever writes another address into it is no other one for that.
        QCOMPARE(join(one, code, { { "X-Forwarded-For", "10.0.0.9, 10.0.0.7" } }).status, 429);
        QCOMPARE(
            join(one, code, { { "X-Forwarded-For", "10.0.0.8" } }).status, isTrusted ? 200 : 429);
    }
};

QTEST_GUILESS_MAIN(SeveralHubsTest)
#include "SeveralHubsTest.moc"
