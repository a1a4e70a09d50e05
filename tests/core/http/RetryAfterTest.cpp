// SPDX-License-Identifier: Apache-2.0
#include "core/http/RetryAfter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

class RetryAfterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsSecondsAndDates_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("seconds"); // -1: nothing
        const auto row = [](const QByteArray& field, int seconds) {
            QTest::addRow("%s", field.constData()) << field << seconds;
        };
        row("0", 0);
        row("120", 120);
        row(" 3 ", 3);
        row("999999999999", 86400);
        row("Sun, 01 Mar 2026 12:00:30 GMT", 30);
        row("Sun, 01 Mar 2026 11:00:00 GMT", 0);
        row("Tue, 01 Mar 2044 12:00:00 GMT", 86400);
        row("", -1);
        row("-5", -1);
        row("1.5", -1);
        row("soon", -1);
        row("Sun, 01 Mar 2026 12:00:30", -1);
        row("2026-03-01T12:00:30Z", -1);
    }

    void readsSecondsAndDates()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const int, seconds);
        const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
        const auto wait = retryAfter(field, now);
        QCOMPARE(wait ? int(wait->count()) : -1, seconds);
    }
};

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RetryAfterTest)
#include "RetryAfterTest.moc"
