// SPDX-License-Identifier: Apache-2.0
#include "ui/look/ClockText.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

class ClockTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesReadAsOnAClock_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("time");
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QString>("duration");
        QTest::addRow("none") << 0ms << u"0:00"_s << u"0 s"_s;
        QTest::addRow("before") << -5ms << u"0:00"_s << u"0 s"_s;
        QTest::addRow("a begun second") << 7999ms << u"0:07"_s << u"7 s"_s;
        QTest::addRow("minutes") << std::chrono::milliseconds(750s) << u"12:30"_s
                                 << u"12 min 30 s"_s;
        QTest::addRow("whole minutes")
            << std::chrono::milliseconds(300s) << u"5:00"_s << u"5 min"_s;
        QTest::addRow("whole hours")
            << std::chrono::milliseconds(7210s) << u"2:00:10"_s << u"2 h"_s;
        QTest::addRow("hours") << std::chrono::milliseconds(3723s) << u"1:02:03"_s
                               << u"1 h 2 min"_s;
    }
    void timesReadAsOnAClock()
    {
        QFETCH(const std::chrono::milliseconds, time);
        QTEST(clockText(time), "clock");
        QTEST(durationText(std::chrono::floor<std::chrono::seconds>(time)), "duration");
    }

    void theNextSecondIsNeverNow()
    {
        QCOMPARE(untilNextSecond(0ms), 1000ms);
        QCOMPARE(untilNextSecond(999ms), 1ms);
        QCOMPARE(untilNextSecond(1000ms), 1000ms);
        QCOMPARE(untilNextSecond(-7ms), 1000ms);
    }
};

QTEST_GUILESS_MAIN(ClockTextTest)
#include "ClockTextTest.moc"
