// SPDX-License-Identifier: Apache-2.0
#include "core/hub/SeatBudget.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

class SeatBudgetTest : public QObject {
    Q_OBJECT

    static std::chrono::seconds waitOf(const std::optional<Error>& refusal)
    {
        return refusal ? refusal->retryAfter.value_or(0s) : 0s;
    }

private Q_SLOTS:
    void withoutLimitsNobodyIsRefused()
    {
        SeatBudget budget({});
        for (int i = 0; i < 1000; ++i) {
            budget.noteRun(u"a"_s, 5s);
            budget.noteTokens(u"a"_s, 1'000'000, 5s);
        }
        QVERIFY(!budget.refusal(u"a"_s, 5s));
        QCOMPARE(budget.tokens(u"a"_s, 5s), 1'000'000'000);
    }

    void theHourSlidesAlong()
    {
        SeatBudget budget({ .runsPerHour = 2 });
        budget.noteRun(u"a"_s, 100s);
        QVERIFY(!budget.refusal(u"a"_s, 1000s));
        budget.noteRun(u"a"_s, 1000s);
        const auto refusal = budget.refusal(u"a"_s, 1600s);
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, ErrorKind::RateLimit);
        QCOMPARE(waitOf(refusal), 2100s);
        QVERIFY2(refusal->message.contains(u"35"_s), qPrintable(refusal->message));
        QVERIFY(!budget.refusal(u"b"_s, 1600s)); // each has its own
        QVERIFY(budget.refusal(u"a"_s, 3699s));
        QVERIFY(!budget.refusal(u"a"_s, 3700s));
    }

    void theDaysTokensComeBackAsTheyWereUsed()
    {
        SeatBudget budget({ .tokensPerDay = 1000 });
        budget.noteTokens(u"a"_s, 700, 0s);
        QVERIFY(!budget.refusal(u"a"_s, 3600s));
        budget.noteTokens(u"a"_s, 600, 3600s); // what began within it ends
        const auto refusal = budget.refusal(u"a"_s, 7200s);
        QVERIFY(refusal);
        QCOMPARE(waitOf(refusal), 79200s);
        QVERIFY2(refusal->message.contains(u"22"_s), qPrintable(refusal->message));
        QVERIFY(!budget.refusal(u"a"_s, 86400s));
        QCOMPARE(budget.tokens(u"a"_s, 86400s), 600);
    }
};

QTEST_APPLESS_MAIN(SeatBudgetTest)
#include "SeatBudgetTest.moc"
