// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapWords.h"

#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace roadloom {

class RoadmapWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesHours_data();
    void writesHours();
    void writesHoursAsTheLocaleDoes();
    void namesEachDifficulty();
    void sumsUpARoadmap();
};

void RoadmapWordsTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void RoadmapWordsTest::writesHours_data()
{
    QTest::addColumn<double>("hours");
    QTest::addColumn<QString>("expected");
    QTest::addRow("whole") << 2.0 << u"2"_s;
    QTest::addRow("half") << 1.5 << u"1.5"_s;
    QTest::addRow("third") << 1.0 / 3.0 << u"0.33"_s;
    QTest::addRow("rounded up") << 2.999 << u"3"_s;
    QTest::addRow("sum of tenths") << 0.1 + 0.2 << u"0.3"_s;
    QTest::addRow("none") << 0.0 << u"0"_s;
    QTest::addRow("thousands") << 1234.5 << u"1,234.5"_s;
    QTest::addRow("a million") << 1e6 << u"1,000,000"_s;
}

void RoadmapWordsTest::writesHours()
{
    QFETCH(const double, hours);
    QFETCH(const QString, expected);
    QCOMPARE(hoursNumber(hours), expected);
    QCOMPARE(hoursText(hours), QString(expected + " h"_L1));
}

void RoadmapWordsTest::writesHoursAsTheLocaleDoes()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QString number = hoursNumber(1.5);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(number, u"1,5"_s);
}

void RoadmapWordsTest::namesEachDifficulty()
{
    QCOMPARE(difficultyText(Difficulty::Easy), u"easy"_s);
    QCOMPARE(difficultyText(Difficulty::Medium), u"medium"_s);
    QCOMPARE(difficultyText(Difficulty::Hard), u"hard"_s);
    QCOMPARE(difficultyText(Difficulty::Other), u"difficulty unknown"_s);
}

void RoadmapWordsTest::sumsUpARoadmap()
{
    const QString text = totalsText(sample::perfectRoadmap());
    // Without a translation the plural stays as it is in the source.
    QVERIFY2(text.startsWith("24 concept"_L1), qUtf8Printable(text));
    QVERIFY2(text.contains(", 66 h, about 7 week"_L1), qUtf8Printable(text));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::RoadmapWordsTest)
#include "RoadmapWordsTest.moc"
