// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/HubAd.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class HubAdTest : public QObject {
    Q_OBJECT

    static HubAd ad()
    {
        return { .name = u"Klasse 7b / 七班"_s,
            .port = 8000,
            .usesTls = true,
            .fingerprint = QByteArray(32, '\x7f'),
            .needsCode = true };
    }

private Q_SLOTS:
    void aQuestionIsRead() { QCOMPARE(readHubQuestion(hubQuestion("abc123")), "abc123"); }

    void anAnswerIsReadByWhoAsked()
    {
        const QByteArray answer = hubAnswer(ad(), "abc123");
        QCOMPARE(readHubAnswer(answer, "abc123"), ad());
        QCOMPARE(readHubAnswer(answer, "abc124"), std::nullopt);
        QCOMPARE(readHubAnswer(hubQuestion("abc123"), "abc123"), std::nullopt);
        QCOMPARE(readHubQuestion(answer), std::nullopt);
    }

    void noAnswerIsLongerThanItsQuestion()
    {
        for (const QString& part : { u"\""_s, u"好"_s, u"\U0001F600"_s }) {
            HubAd longest = ad();
            longest.name = part.repeated(500);
            longest.port = 65535;
            const QByteArray nonce(64, 'f');
            const QByteArray answer = hubAnswer(longest, nonce);
            QVERIFY(answer.size() <= hubQuestion(nonce).size());
            const auto read = readHubAnswer(answer, nonce);
            QVERIFY(read.has_value());
            QVERIFY(read->name.startsWith(part));
        }
        QVERIFY(hubQuestion(QByteArray(64, 'f')).size() <= HubAd::mostBytes);
    }

    void aNameIsMadeSafeToShow()
    {
        HubAd told = ad();
        told.name = u"7b\n\u001b[31m\u202eb7"_s;
        QCOMPARE(readHubAnswer(hubAnswer(told, "a"), "a")->name, u"7b [31mb7"_s);
        const auto raw = readHubAnswer("{\"roadloom\":\"hub\",\"nonce\":\"a\",\"port\":1,\"name\":"
                                       "\"7b\\u001b[31m\\u202e\\nb7\"}",
            "a");
        QVERIFY(raw.has_value());
        QCOMPARE(raw->name, u"7b[31m b7"_s);
    }

    void whatIsNoQuestionIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("datagram");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("find");
        QTest::newRow("no object") << QByteArray("[\"find\"]");
        QTest::newRow("nested to no end") << QByteArray(1000, '[');
        QTest::newRow("another program's") << QByteArray("{\"roadloom\":\"play\",\"nonce\":\"a\"}");
        QTest::newRow("no nonce") << QByteArray("{\"roadloom\":\"find\"}");
        QTest::newRow("an empty nonce") << QByteArray("{\"roadloom\":\"find\",\"nonce\":\"\"}");
        QTest::newRow("a number") << QByteArray("{\"roadloom\":\"find\",\"nonce\":7}");
        QTest::newRow("a nonce of other characters")
            << QByteArray("{\"roadloom\":\"find\",\"nonce\":\"a\\\"b\"}");
        QTest::newRow("a long nonce")
            << "{\"roadloom\":\"find\",\"nonce\":\"" + QByteArray(65, 'a') + "\"}";
        QTest::newRow("too long") << hubQuestion("a").leftJustified(HubAd::mostBytes + 1, ' ');
    }

    void whatIsNoQuestionIsNotRead()
    {
        QFETCH(const QByteArray, datagram);
        QCOMPARE(readHubQuestion(datagram), std::nullopt);
    }

    void whatIsNoAnswerIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::newRow("no port") << QByteArray("\"name\":\"7b\"");
        QTest::newRow("port 0") << QByteArray("\"port\":0");
        QTest::newRow("no port there is") << QByteArray("\"port\":65536");
        QTest::newRow("a port behind") << QByteArray("\"port\":-1");
        QTest::newRow("a port in words") << QByteArray("\"port\":\"8000\"");
        QTest::newRow("a name that is none") << QByteArray("\"port\":1,\"name\":[1]");
        QTest::newRow("a fingerprint without TLS")
            << "\"port\":1,\"fingerprint\":\"" + QByteArray(64, 'a') + '"';
        QTest::newRow("a short fingerprint")
            << QByteArray("\"port\":1,\"tls\":true,\"fingerprint\":\"abcd\"");
        QTest::newRow("no text") << QByteArray("\"port\":1,\"name\":\"\xff\xfe\"");
        QTest::newRow("too long") << "\"port\":1,\"more\":\"" + QByteArray(1200, 'a') + '"';
    }

    void whatIsNoAnswerIsNotRead()
    {
        QFETCH(const QByteArray, members);
        const auto answerWith = [](const QByteArray& more) -> QByteArray {
            return "{\"roadloom\":\"hub\",\"nonce\":\"a\"," + more + '}';
        };
        QVERIFY(readHubAnswer(answerWith("\"port\":1"), "a").has_value());
        QCOMPARE(readHubAnswer(answerWith(members), "a"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(HubAdTest)
#include "HubAdTest.moc"
