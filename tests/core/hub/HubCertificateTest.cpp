// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubCertificate.h"

#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;
using test::certificateFile;

/// What a hub proves who it is with.
class HubCertificateTest : public QObject {
    Q_OBJECT

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a test's file cannot be written");
        return path(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aNewOneIsForItsHosts()
    {
        const auto made = HubCertificate::selfSigned({ u"localhost"_s, u"lab-3.school.example"_s,
            u"127.0.0.1"_s, u"::1"_s, u"two words,DNS:evil.example"_s, QString() });
        QVERIFY(made.ok());
        const QSslCertificate& certificate = made.value().certificate;
        QVERIFY(certificate.isSelfSigned());
        const auto names = certificate.subjectAlternativeNames();
        QCOMPARE(names.values(QSsl::DnsEntry).size(), 2);
        QVERIFY(names.contains(QSsl::DnsEntry, u"localhost"_s));
        QVERIFY(names.contains(QSsl::DnsEntry, u"lab-3.school.example"_s));
        QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
        QVERIFY(names.contains(QSsl::IpAddressEntry, u"127.0.0.1"_s));
        QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(certificate.publicKey().length(), 256);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(certificate.effectiveDate() < now.addSecs(-3600)); // clocks differ
        QVERIFY(certificate.expiryDate() > now.addYears(9));
        QCOMPARE(made.value().fingerprint().size(), 32);
    }

    void noTwoAreAlike()
    {
        const auto one = HubCertificate::selfSigned({ u"localhost"_s });
        const auto two = HubCertificate::selfSigned({ u"localhost"_s });
        QVERIFY(one.ok() && two.ok());
        QVERIFY(one.value().certificate.serialNumber() != two.value().certificate.serialNumber());
        QVERIFY(one.value().key.toPem() != two.value().key.toPem());
        QVERIFY(one.value().fingerprint() != two.value().fingerprint());
    }

    void theOneThatIsKeptStays()
    {
        const auto first = HubCertificate::keptIn(path(u"data"_s), { u"localhost"_s });
        QVERIFY(first.ok());
        const QString key = path(u"data/hub-key.pem"_s);
        constexpr auto owners = QFileDevice::ReadOwner | QFileDevice::WriteOwner
            | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFile::permissions(key), owners);
        QVERIFY(QFile::setPermissions(key, owners | QFileDevice::ReadOther));
        const auto second = HubCertificate::keptIn(path(u"data"_s), { u"elsewhere"_s });
        QVERIFY(second.ok());
        QCOMPARE(second.value().fingerprint(), first.value().fingerprint());
        QCOMPARE(second.value().key, first.value().key);
        QCOMPARE(QFile::permissions(key), owners); // closed again
        QVERIFY(QFile::remove(key));
        const auto third = HubCertificate::keptIn(path(u"data"_s), { u"localhost"_s });
        QVERIFY(third.ok());
        QVERIFY(third.value().fingerprint() != first.value().fingerprint());
    }

    void theOneThatIsKeptIsMadeAnewBeforeItEnds()
    {
        using std::chrono::days;
        for (const auto& [life, stays] :
            { std::pair(days(-1), false), { days(1), false }, { days(2), true } }) {
            const auto kept = HubCertificate::selfSigned({ u"localhost"_s }, life);
            QVERIFY(kept.ok());
            const auto there = HubCertificate::read(
                written(HubCertificate::certificateName, kept.value().certificate.toPem()),
                written(HubCertificate::keyName, kept.value().key.toPem()));
            QVERIFY(there.ok());
            const auto first = HubCertificate::keptIn(m_folder->path(), { u"localhost"_s });
            QVERIFY(first.ok());
            QCOMPARE(first.value().fingerprint() == kept.value().fingerprint(), stays);
            const auto second = HubCertificate::keptIn(m_folder->path(), { u"localhost"_s });
            QVERIFY(second.ok());
            QCOMPARE(second.value().fingerprint(), first.value().fingerprint());
        }
    }

    void aGivenOneIsRead()
    {
        const auto read = HubCertificate::read(
            certificateFile(u"server.pem"_s), certificateFile(u"server.key"_s));
        QVERIFY(read.ok());
        QCOMPARE(read.value().issuers.size(), 0);
        const QString chain = written(u"chain.pem"_s,
            contents(certificateFile(u"server.pem"_s)) + contents(certificateFile(u"ca.pem"_s)));
        const auto whole = HubCertificate::read(chain, certificateFile(u"server.key"_s));
        QVERIFY(whole.ok());
        QCOMPARE(whole.value().fingerprint(), read.value().fingerprint());
        QCOMPARE(whole.value().issuers.size(), 1);
    }

    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("words");
        const QByteArray certificate = contents(certificateFile(u"server.pem"_s));
        const QByteArray key = contents(certificateFile(u"server.key"_s));
        QTest::addRow("words for a certificate")
            << QByteArray("words") << key << u"There is no certificate to be read in "_s;
        QTest::addRow("a key for a certificate")
            << key << key << u"There is no certificate to be read in "_s;
        QTest::addRow("words for a key")
            << certificate << QByteArray("words") << u"There is no key to be read in "_s;
        QTest::addRow("a broken key")
            << certificate << key.left(key.size() / 2) << u"There is no key to be read in "_s;
        QTest::addRow("another one's key")
            << certificate << contents(certificateFile(u"elsewhere.key"_s))
            << u"is not that of the certificate in "_s;
        QTest::addRow("too much") << QByteArray(300'000, 'x') << key << u"too large"_s;
        // Nobody is asked for the passphrase. Of "test", by OpenSSL.
        QTest::addRow("a key with a passphrase")
            << certificate
            << QByteArray("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                          "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg3oOXFg7S6fwICCAAw\n"
                          "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEN3YvXhZU+mYWsxU82KIEPgEgZCp\n"
                          "CdIQQ0y1tTNtePHAIxbbL73d6Ai3tiNQs5lniRqL3TunsU4gsNWXFYdBFlvUIjo5\n"
                          "JwqlWFeYvg2+I3YzG+ObvhH1kJ8z5iWMhVuYeVeIj1kg4OzKywGeUjdHHwIPttsg\n"
                          "asPzvHKlBtlSAU3N5T3geV64yu3GobwgTLvLX46xVDNO23ZpjZwr8JSv+TXM7Aw=\n"
                          "-----END ENCRYPTED PRIVATE KEY-----\n")
            << u"that has no passphrase"_s;
    }

    void whatIsNoneIsRefused()
    {
        QFETCH(const QByteArray, certificate);
        QFETCH(const QByteArray, key);
        QFETCH(const QString, words);
        const auto read
            = HubCertificate::read(written(u"certificate"_s, certificate), written(u"key"_s, key));
        QVERIFY(!read.ok());
        QVERIFY2(read.error().message.contains(words), qUtf8Printable(read.error().message));
        const QString said = read.error().message + read.error().details;
        if (key.size() > 10)
            QVERIFY(!said.contains(QString::fromLatin1(key.split('\n').value(1))));
    }
};

QTEST_GUILESS_MAIN(HubCertificateTest)
#include "HubCertificateTest.moc"
