// SPDX-License-Identifier: Apache-2.0
#include "core/http/WaitWords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace roadloom;

class WaitWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysThePlaceAndAboutHowLong_data()
    {
        using Seconds = std::optional<std::chrono::seconds>;
        using std::chrono::milliseconds;
        QTest::addColumn<int>("place");
        QTest::addColumn<std::optional<std::chrono::seconds>>("untilTurn");
        QTest::addColumn<std::chrono::milliseconds>("soFar");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, int place, Seconds until, milliseconds soFar,
                             const char* words) {
            QTest::newRow(name) << place << until << soFar << QString::fromUtf8(words);
        };
        row("third", 3, 120s, 0s, "Place 3 in line, about 2 min");
        row("less by and by", 3, 120s, 59s, "Place 3 in line, about 2 min");
        row("one minute less", 3, 120s, 61s, "Place 3 in line, about 1 min");
        row("soon", 2, 5s, 0s, "Place 2 in line, about 1 min");
        row("longer than said", 3, 120s, 121s, "Place 3 in line");
        row("nobody knows", 30, {}, 10min, "Place 30 in line");
        row("next", 1, {}, 0s, "You are next in line");
        row("next, soon", 1, 30s, 0s, "You are next in line, about 1 min");
    }

    void saysThePlaceAndAboutHowLong()
    {
        QFETCH(const int, place);
        QFETCH(const std::optional<std::chrono::seconds>, untilTurn);
        QFETCH(const std::chrono::milliseconds, soFar);
        QFETCH(const QString, words);
        const Wait wait { .what = WaitFor::Turn, .place = place, .untilTurn = untilTurn };
        QCOMPARE(turnText(wait, soFar), words);
    }
};

QTEST_GUILESS_MAIN(WaitWordsTest)
#include "WaitWordsTest.moc"
