// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ResumePoint.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// Takes events "id=data" ("=data" keeps the id) and tells their places: n(ext), r(epeated),
/// e(lsewhere). "/" is a reconnection, after which the parser knows no id.
QString places(ResumePoint& point, const QByteArray& events)
{
    QString places;
    QByteArray id;
    for (const QByteArray& event : events.split(' ')) {
        if (event == "/") {
            point.reconnect();
            id.clear();
            places += u'/';
            continue;
        }
        const qsizetype equals = event.indexOf('=');
        if (equals > 0)
            id = event.first(equals);
        switch (point.take(id, event.sliced(equals + 1))) {
        case ResumePoint::Place::Next:
            places += u'n';
            break;
        case ResumePoint::Place::Repeated:
            places += u'r';
            break;
        case ResumePoint::Place::Elsewhere:
            places += u'e';
            break;
        }
    }
    return places;
}

} // namespace

class ResumePointTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsNewFromSeenAndFromOther_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* events, const char* expected) {
            QTest::newRow(name) << QByteArray(events) << QString::fromLatin1(expected);
        };
        row("without a break", "1=a 2=b 3=c", "nnn");
        row("one id for several events", "1=a =b 2=c =d", "nnnn");
        row("no ids", "=a =b", "nn");
        row("goes on", "1=a 2=b / 3=c 4=d", "nn/nn");
        row("goes on, ids in words", "x=a y=b / z=c w=d", "nn/nn");
        row("goes on from the last one", "x=a y=b / y=b z=c", "nn/rn");
        row("from the first one", "x=a y=b z=c / x=a y=b z=c w=d", "nnn/rrrn");
        row("from the first one, which is the last", "x=a / x=a y=b", "n/rn");
        row("from some number", "1=a 2=b 3=c 4=d / 3=c 4=d 5=e", "nnnn/rrn");
        row("numbers grow in length", "9=a 10=b / 10=b 11=c", "nn/rn");
        row("breaks twice", "1=a 2=b / 3=c / 1=a 2=b 3=c 4=d", "nn/n/rrrn");
        row("breaks while repeating", "1=a 2=b 3=c / 1=a 2=b / 1=a 2=b 3=c 4=d", "nnn/rr/rrrn");
        row("breaks before anything came", "1=a 2=b / / 3=c", "nn//n");
        row("no ids any more", "1=a 2=b / =a =b", "nn/ee");
        row("a ping without an id", "1=a 2=b / =ping 3=c", "nn/en");
        row("same ids over others", "1=a 2=b 3=c / 1=A 2=B 3=C", "nnn/rre");
        row("same ids, same beginning", "1=a 2=b / 1=a 2=B", "nn/re");
        row("begun anew, other ids", "x=a y=b / z=a w=b", "nn/ee");
        row("begun anew, higher numbers", "7=a / 8=a 9=b", "n/ee");
        row("begun anew, lower numbers", "7=a 8=b / 1=a 2=b", "nn/ee");
        row("begun anew, then goes on", "x=a y=b / z=a / v=c", "nn/e/n");
        row("says the same more than once", "1=a 2=b 3=a / 4=a 5=b", "nnn/nn");
        row("says the same again, as seen before", "1=a 2=a 3=b / 2=a 3=b", "nnn/rr");
        row("says the same again, behind the last one", "x=a y=b / y=b z=a", "nn/rn");
        row("events without ids are repeated too", "1=a =b 2=c / 1=a =b 2=c 3=d", "nnn/rrrn");
    }

    void tellsNewFromSeenAndFromOther()
    {
        QFETCH(const QByteArray, events);
        QFETCH(const QString, expected);
        ResumePoint point;
        QCOMPARE(places(point, events), expected);
    }

    void resumesOnlyWhereTheLastEventHasAnIdOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<bool>("can");
        QTest::newRow("ids") << "1=a 2=b"_ba << true;
        QTest::newRow("no ids") << "=a =b"_ba << false;
        QTest::newRow("the last without") << "1=a =b"_ba << false;
        QTest::newRow("an earlier one without") << "1=a =b 2=c"_ba << true;
        QTest::newRow("after a break") << "1=a / 2=b"_ba << true;
        QTest::newRow("repeated after a break") << "1=a 2=b / 1=a"_ba << true;
        QTest::newRow("control characters") << "a\x01=a"_ba << false;
        QTest::newRow("no ASCII") << "\xc3\xa9=a"_ba << false;
        QTest::newRow("too long") << QByteArray(1025, 'x') + "=a" << false;
    }

    void resumesOnlyWhereTheLastEventHasAnIdOfItsOwn()
    {
        QFETCH(const QByteArray, events);
        QFETCH(const bool, can);
        ResumePoint point;
        (void)places(point, events);
        QCOMPARE(point.canResume(), can);
    }

    void nothingToResumeBeforeTheFirstEvent() { QVERIFY(!ResumePoint().canResume()); }
};

QTEST_GUILESS_MAIN(ResumePointTest)
#include "ResumePointTest.moc"
