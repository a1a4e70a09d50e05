// SPDX-License-Identifier: Apache-2.0
#include "core/http/RetryPolicy.h"

#include <QTest>

using namespace std::chrono_literals;

namespace roadloom {

class RetryPolicyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waitsLongerEachTime_data();
    void waitsLongerEachTime();
    void repeatsOnlyWhatMayPass();
    void keepsThePauseThatTheServerAsksFor_data();
    void keepsThePauseThatTheServerAsksFor();
    void takesAStreamUpForAsLongAsItMayBeAway_data();
    void takesAStreamUpForAsLongAsItMayBeAway();
    void keepsThePauseBeforeAReturn();
};

namespace {

Error passing(std::optional<std::chrono::seconds> retryAfter = {})
{
    return { .kind = ErrorKind::Server,
        .message = {},
        .details = {},
        .isTransient = true,
        .retryAfter = retryAfter };
}

} // namespace

void RetryPolicyTest::waitsLongerEachTime_data()
{
    QTest::addColumn<int>("retry");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addRow("first") << 1 << 500 << 1000;
    QTest::addRow("second") << 2 << 1000 << 2000;
    QTest::addRow("third") << 3 << 2000 << 4000;
    QTest::addRow("fourth") << 4 << 4000 << 8000;
    QTest::addRow("fifth") << 5 << -1 << -1;
}

void RetryPolicyTest::waitsLongerEachTime()
{
    QFETCH(const int, retry);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const auto milliseconds = [&](double jitter) {
        return int(RetryPolicy().delayBefore(retry, passing(), jitter).value_or(-1ms).count());
    };
    QCOMPARE(milliseconds(0), least);
    QCOMPARE(milliseconds(1), most);
}

void RetryPolicyTest::repeatsOnlyWhatMayPass()
{
    Error error = passing();
    error.isTransient = false;
    QVERIFY(!RetryPolicy().delayBefore(1, error, 0));
    QVERIFY(!RetryPolicy { .mostRetries = 0 }.delayBefore(1, passing(), 0));
}

void RetryPolicyTest::keepsThePauseThatTheServerAsksFor_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("expected");
    QTest::addRow("less than ours") << 0 << 1000;
    QTest::addRow("more than ours") << 7 << 7000;
    QTest::addRow("more than is worth waiting for") << 3600 << -1;
}

void RetryPolicyTest::keepsThePauseThatTheServerAsksFor()
{
    QFETCH(const int, asked);
    const auto delay = RetryPolicy().delayBefore(1, passing(std::chrono::seconds(asked)), 1);
    QTEST(int(delay.value_or(-1ms).count()), "expected");
}

void RetryPolicyTest::takesAStreamUpForAsLongAsItMayBeAway_data()
{
    QTest::addColumn<int>("retry");
    QTest::addColumn<std::chrono::milliseconds>("absence");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    using std::chrono::milliseconds;
    QTest::addRow("at once") << 1 << milliseconds(0) << 500 << 1000;
    QTest::addRow("more tries than requests have") << 5 << milliseconds(20s) << 7500 << 15'000;
    QTest::addRow("no longer delays than that") << 1000 << milliseconds(299s) << 7500 << 15'000;
    QTest::addRow("too long") << 2 << milliseconds(5min) << -1 << -1;
}

void RetryPolicyTest::takesAStreamUpForAsLongAsItMayBeAway()
{
    QFETCH(const int, retry);
    QFETCH(const std::chrono::milliseconds, absence);
    QFETCH(const int, least);
    QFETCH(const int, most);
    const auto milliseconds = [&](double jitter) {
        return int(
            RetryPolicy().delayBeforeReturn(retry, absence, {}, jitter).value_or(-1ms).count());
    };
    QCOMPARE(milliseconds(0), least);
    QCOMPARE(milliseconds(1), most);
}

void RetryPolicyTest::keepsThePauseBeforeAReturn()
{
    QCOMPARE(RetryPolicy().delayBeforeReturn(1, 0s, passing(40s), 0), 40s);
    QVERIFY(!RetryPolicy().delayBeforeReturn(1, 0s, passing(1h), 0));
    QVERIFY(!RetryPolicy { .mostRetries = 0 }.delayBeforeReturn(1, 0s, passing(), 0));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RetryPolicyTest)
#include "RetryPolicyTest.moc"
