// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubLog.h"

#include "core/hub/Hub.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

class HubLogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoIsRemovedIsNotedById()
    {
        Hub hub({ .classCode = "ABCDEFGH" }, [] { return nullptr; });
        QByteArrayList lines;
        const HubLog log(hub, [&lines](const QByteArray& line) { lines.append(line); });
        const auto joined = hub.seats()->join(
            { .code = "ABCDEFGH", .name = u"Ada"_s }, QHostAddress::LocalHost, 0s);
        QVERIFY(joined.ok());
        hub.removeSeat(joined.value().seat.id);
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().contains(R"("event":"seat_removed")"));
        QVERIFY(lines.first().contains(joined.value().seat.id.toLatin1()));
        QVERIFY(!lines.first().contains("Ada"));
        QVERIFY(lines.first().endsWith('\n'));
    }
};

QTEST_GUILESS_MAIN(HubLogTest)
#include "HubLogTest.moc"
