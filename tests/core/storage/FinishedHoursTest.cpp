// SPDX-License-Identifier: Apache-2.0
#include "core/storage/FinishedHours.h"
#include "core/storage/Library.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QDate monday(2026, 3, 2);

LibraryEntry entryNamed(const QString& id)
{
    const QDateTime moment(monday, QTime(8, 0));
    return { .id = id, .roadmap = {}, .request = {}, .created = moment, .opened = moment };
}

/// By a clock that is an hour ahead of UTC.
QDateTime at(int day, const QTime& time)
{
    return { monday.addDays(day), time, Qt::OffsetFromUTC, 3600 };
}

} // namespace

class FinishedHoursTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void addsUpWhatOtherRoadmapsHave()
    {
        using enum StudyState;
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        const auto finish = [&library](const QString& roadmap, const QString& item,
                                const QDateTime& moment, StudyState to = Done) {
            library.saveStep(roadmap,
                { .conceptId = item, .moment = moment, .from = ToDo, .to = to, .hours = 1.5 });
        };
        for (const QString& id : { u"here"_s, u"one"_s, u"two"_s })
            library.put(entryNamed(id));
        finish(u"here"_s, u"a"_s, at(1, QTime(9, 0)));
        finish(u"one"_s, u"a"_s, at(1, QTime(9, 0)));
        finish(u"one"_s, u"b"_s, at(-1, QTime(9, 0))); // last week
        finish(u"two"_s, u"a"_s, at(1, QTime(0, 30))); // by UTC it is still the day before
        finish(u"two"_s, u"b"_s, at(2, QTime(9, 0)));
        finish(u"two"_s, u"c"_s, at(2, QTime(9, 0)));
        finish(u"two"_s, u"c"_s, at(2, QTime(9, 5)), ToDo); // taken back
        finish(u"two"_s, u"d"_s, at(2, QTime(9, 0)), Known);
        library.flush();

        const FinishedHours expected { { monday.addDays(1), 3.0 }, { monday.addDays(2), 1.5 } };
        const auto hours = finishedHoursElsewhere(library.path(), u"here"_s, monday);
        QVERIFY(hours);
        QCOMPARE(hours.value(), expected);
        library.remove(u"two"_s);
        library.flush();
        QCOMPARE(finishedHoursElsewhere(library.path(), u"here"_s, monday).value(), expected);
        library.purge(u"two"_s);
        library.flush();
        QCOMPARE(finishedHoursElsewhere(library.path(), u"one"_s, monday).value(),
            FinishedHours({ { monday.addDays(1), 1.5 } }));
    }

    void aFileThatIsNotThereIsAnError()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"library.sqlite"_s);
        QVERIFY(!finishedHoursElsewhere(path, {}, monday));
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(FinishedHoursTest)
#include "FinishedHoursTest.moc"
