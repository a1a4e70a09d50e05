// SPDX-License-Identifier: Apache-2.0
#include "core/http/ServerFailures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

/// The advice in the sentences: it has to fit whoever reads it and whatever answers.
class ServerFailuresTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhereTheKeyIsToBeMended_data();
    void saysWhereTheKeyIsToBeMended();
    void showsWhatABaseUrlLooksLike();
    void callsAnAddressAnAddress();
    void showsTheFingerprintOfAHubNobodyVouchesFor();
    void tellsAServiceNothingOfModels();
};

void ServerFailuresTest::saysWhereTheKeyIsToBeMended_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isFromVariable");
    QTest::addColumn<bool>("namesSettings");
    QTest::addColumn<bool>("namesVariable");
    QTest::addRow("none") << QByteArray() << false << true << true;
    QTest::addRow("of the environment") << "secret"_ba << true << false << true;
    QTest::addRow("typed or kept") << "secret"_ba << false << true << false;
}

void ServerFailuresTest::saysWhereTheKeyIsToBeMended()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const bool, isFromVariable);
    const ServerFailures failures(ServerDescription { .url = QUrl(u"http://model.test"_s),
        .secret = secret,
        .secretVariable = u"SOME_API_KEY"_s,
        .isSecretFromVariable = isFromVariable });
    const QString message = failures.httpStatus(401, {}).message;
    QTEST(message.contains("Settings"_L1), "namesSettings");
    QTEST(message.contains("SOME_API_KEY"_L1), "namesVariable");
}

void ServerFailuresTest::showsWhatABaseUrlLooksLike()
{
    const QString usual = u"http://127.0.0.1:11434"_s;
    const ServerFailures failures(
        ServerDescription { .url = QUrl(u"http://model.test"_s), .usualUrl = usual });
    for (const Error& error :
        { failures.httpStatus(404, {}), failures.webPage("<html>"), failures.emptyBody() }) {
        QVERIFY2(error.message.contains(usual), qUtf8Printable(error.message));
        QVERIFY2(!error.message.contains("/v1"_L1), qUtf8Printable(error.message));
    }
}

/// As the settings call it, whose field it is.
void ServerFailuresTest::callsAnAddressAnAddress()
{
    const ServerFailures failures(ServerDescription { .url = QUrl(u"http://model.test"_s) });
    const QList<Error> errors { failures.webPage({}), failures.emptyBody(),
        failures.notAnAnswer({}), failures.noModelList({}), failures.unusableEndpoint({}),
        failures.redirectLoop(5), failures.httpStatus(404, {}) };
    for (const Error& error : errors) {
        QVERIFY2(error.message.contains("ddress"_L1), qUtf8Printable(error.message));
        QVERIFY2(!error.message.contains("URL"_L1), qUtf8Printable(error.message));
    }
}

void ServerFailuresTest::showsTheFingerprintOfAHubNobodyVouchesFor()
{
    const QByteArray fingerprint(32, '\x0f');
    const QString shown = u"0F:0F:"_s;
    const ServerFailures hub(ServerDescription {
        .url = QUrl(u"https://hub.test"_s), .role = ServerRole::RoadmapService });
    const ServerFailures model(ServerDescription { .url = QUrl(u"https://model.test"_s) });
    for (const auto error : { QSslError::SelfSignedCertificate, QSslError::HostNameMismatch,
             QSslError::CertificateUntrusted }) {
        QVERIFY(hub.notTrusted(error, fingerprint, {}).message.contains(shown));
        QVERIFY(!model.notTrusted(error, fingerprint, {}).message.contains(shown));
    }
    // The date is wrong, whoever it is.
    QVERIFY(
        !hub.notTrusted(QSslError::CertificateExpired, fingerprint, {}).message.contains(shown));
}

void ServerFailuresTest::tellsAServiceNothingOfModels()
{
    const ServerFailures failures(ServerDescription {
        .url = QUrl(u"http://hub.test"_s), .role = ServerRole::RoadmapService });
    QList<Error> errors { failures.silence(1s), failures.tooLarge(1), failures.noConnection(1s),
        failures.noConnectionThroughProxy(1s), failures.stoppedByProxy({}),
        failures.redirectLoop(5), failures.unusableEndpoint({}) };
    for (const int status : { 400, 401, 402, 404, 407, 413, 429, 500 })
        errors.append(failures.httpStatus(status, {}));
    for (const auto error : { QSslError::CertificateExpired, QSslError::HostNameMismatch,
             QSslError::SelfSignedCertificate, QSslError::NoPeerCertificate })
        errors.append(failures.notTrusted(error, QByteArray(32, 'f'), {}));
    for (const Error& error : errors) {
        for (const QLatin1StringView odd : { "model"_L1, "provider"_L1, "key"_L1 })
            QVERIFY2(!error.message.contains(odd), qUtf8Printable(error.message));
    }
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::ServerFailuresTest)
#include "ServerFailuresTest.moc"
