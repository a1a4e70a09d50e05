// SPDX-License-Identifier: Apache-2.0
#include "tests/core/exporting/DocumentSamples.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace roadloom {

class StudyPlanTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plansAllThatIsLeft();
    void keepsToTheTimes_data();
    void keepsToTheTimes();
    void putsWhatIsNeededFirst();
    void leavesOutWhatIsLearnt();
    void numbersTheSessionsOfAConcept();
    void refusesTimesThatCannotBe_data();
    void refusesTimesThatCannotBe();
    void boundsTheSessions();
    void writesACalendar();
    void foldsAndEscapes_data();
    void foldsAndEscapes();
    void keepsTheIdsOfEvents();
    void isReadByOthers();
};

namespace {

StudyTimes times()
{
    return sample::options().calendar.times;
}

QList<StudySession> planned(const RoadmapDocument& document, const StudyTimes& times)
{
    const Result<QList<StudySession>> sessions = planStudy(document, times);
    if (sessions)
        return sessions.value();
    qCritical() << sessions.error();
    return {};
}

/// The one that knows Debian's packages, whatever else is in the PATH.
const QString debiansPython = u"/usr/bin/python3"_s;

/// The content lines of a calendar, unfolded, as RFC 5545, 3.1, says; fails where it says
/// otherwise.
QStringList contentLines(const QByteArray& calendar)
{
    QByteArray text = calendar;
    for (const QByteArray& line : calendar.split('\n')) {
        if (!line.isEmpty() && (!line.endsWith('\r') || line.size() > 76))
            qCritical() << "not a line of RFC 5545:" << line;
        if (QString::fromUtf8(line).toUtf8() != line)
            qCritical() << "a character is cut:" << line;
    }
    text.replace("\r\n ", "");
    return QString::fromUtf8(text).split(u"\r\n"_s);
}

} // namespace

void StudyPlanTest::plansAllThatIsLeft()
{
    RoadmapDocument document = sample::document();
    document.studies.clear();
    QHash<QString, int> minutes;
    for (const StudySession& session : planned(document, times()))
        minutes[session.item->id] += session.minutes;
    forEachConcept(document.roadmap(), [&](const Stage&, const Module&, const Concept& item) {
        QCOMPARE(minutes.value(item.id), int(item.estimatedHours * 60));
    });
}

void StudyPlanTest::keepsToTheTimes_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QSet<int>>("days");
    QTest::addRow("six hours, work days") << 6 << QSet<int> { 1, 2, 3, 4, 5 };
    QTest::addRow("one hour, each day") << 1 << QSet<int> { 1, 2, 3, 4, 5, 6, 7 };
    QTest::addRow("ten hours, at the weekend") << 9 << QSet<int> { 6, 7 };
    QTest::addRow("seven hours, three days") << 7 << QSet<int> { 1, 3, 5 };
    QTest::addRow("thirty hours") << 30 << QSet<int> { 1, 2, 3, 4, 5, 6, 7 };
}

void StudyPlanTest::keepsToTheTimes()
{
    QFETCH(const int, hours);
    QFETCH(const QSet<int>, days);
    StudyTimes when = times();
    when.hoursPerWeek = hours;
    when.days = days;
    const RoadmapDocument document = sample::document();
    const QList<StudySession> sessions = planned(document, when);
    QVERIFY(!sessions.isEmpty());
    QVERIFY(sessions.constFirst().day >= when.firstDay);
    QHash<qint64, int> weeks;
    for (qsizetype i = 0; i < sessions.size(); ++i) {
        const StudySession& session = sessions[i];
        QVERIFY(days.contains(session.day.dayOfWeek()));
        QVERIFY(session.start >= when.start);
        QVERIFY(session.minutes >= 15);
        QVERIFY(QTime(0, 0).secsTo(session.start) / 60 + session.minutes < 24 * 60);
        weeks[when.firstDay.daysTo(session.day) / 7] += session.minutes;
        if (i == 0)
            continue;
        const StudySession& before = sessions[i - 1];
        QVERIFY(before.day < session.day
            || (before.day == session.day
                && before.start.addSecs(before.minutes * 60) <= session.start));
    }
    // What is left of one week's days is had in the next.
    int most = 0;
    for (qint64 week = 0; week < weeks.size(); ++week)
        most = std::max(most, weeks.value(week));
    QVERIFY2(most <= hours * 60 + 30, qPrintable(QString::number(most)));
    QVERIFY(weeks.value(0) >= hours * 60 - 30);
}

void StudyPlanTest::putsWhatIsNeededFirst()
{
    RoadmapDocument document = sample::document();
    Concept& first = sample::firstConcept(document.design.framework);
    const QString last = sample::lastConcept(document.design.framework).id;
    first.prerequisites = { last };
    forEachConcept(document.roadmap(), [](const Stage&, const Module&, const Concept&) {});
    for (Stage& stage : document.design.framework.stages) {
        for (Module& module : stage.modules) {
            for (Concept& item : module.concepts) {
                if (item.id != first.id)
                    item.prerequisites.clear();
            }
        }
    }
    document.studies.clear();
    QStringList order;
    for (const StudySession& session : planned(document, times())) {
        if (order.isEmpty() || order.constLast() != session.item->id)
            order.append(session.item->id);
    }
    QCOMPARE(order.size(), 24);
    QCOMPARE(order.value(0), last);
    QCOMPARE(order.value(1), first.id);
}

void StudyPlanTest::leavesOutWhatIsLearnt()
{
    const RoadmapDocument document = sample::document();
    for (const StudySession& session : planned(document, times()))
        QVERIFY(session.item->id != "c-1-1-1"_L1 && session.item->id != "c-1-1-2"_L1);
    RoadmapDocument all = document;
    forEachConcept(document.roadmap(), [&all](const Stage&, const Module&, const Concept& item) {
        all.studies[item.id].state = StudyState::Done;
    });
    const Result<QList<StudySession>> sessions = planStudy(all, times());
    QVERIFY(sessions);
    QVERIFY(sessions.value().isEmpty());
}

void StudyPlanTest::numbersTheSessionsOfAConcept()
{
    QHash<QString, QList<int>> numbers;
    QHash<QString, int> counts;
    const RoadmapDocument document = sample::document();
    for (const StudySession& session : planned(document, times())) {
        numbers[session.item->id].append(session.number);
        counts[session.item->id] = session.count;
    }
    for (const auto& [id, list] : numbers.asKeyValueRange()) {
        QCOMPARE(list.size(), counts.value(id));
        for (qsizetype i = 0; i < list.size(); ++i)
            QCOMPARE(list[i], int(i) + 1);
    }
}

void StudyPlanTest::refusesTimesThatCannotBe_data()
{
    QTest::addColumn<StudyTimes>("when");
    StudyTimes when = times();
    when.firstDay = {};
    QTest::addRow("no day") << when;
    when = times();
    when.days = {};
    QTest::addRow("no days of the week") << when;
    when.days = { 0, 8 };
    QTest::addRow("days that are none") << when;
    when = times();
    when.start = {};
    QTest::addRow("no time") << when;
    when = times();
    when.hoursPerWeek = 168;
    QTest::addRow("all hours of a week") << when;
    when = times();
    when.start = QTime(23, 50);
    QTest::addRow("too late") << when;
}

void StudyPlanTest::refusesTimesThatCannotBe()
{
    QFETCH(const StudyTimes, when);
    const RoadmapDocument document = sample::document();
    const Result<QList<StudySession>> sessions = planStudy(document, when);
    QVERIFY(!sessions);
    QCOMPARE(sessions.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!sessions.error().message.isEmpty());
}

void StudyPlanTest::boundsTheSessions()
{
    RoadmapDocument document = sample::document();
    for (const double hours : { 1e5, 1e300, std::numeric_limits<double>::infinity() }) {
        sample::lastConcept(document.design.framework).estimatedHours = hours;
        const Result<QList<StudySession>> sessions = planStudy(document, times());
        QVERIFY(!sessions);
        QCOMPARE(sessions.error().kind, ErrorKind::TooLarge);
    }
    sample::lastConcept(document.design.framework).estimatedHours
        = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(planStudy(document, times()));
}

void StudyPlanTest::writesACalendar()
{
    const QByteArray calendar = sample::exported(sample::document(), ExportFormat::Calendar);
    const QStringList lines = contentLines(calendar);
    QCOMPARE(lines.mid(0, 5),
        (QStringList { u"BEGIN:VCALENDAR"_s, u"VERSION:2.0"_s,
            u"PRODID:-//Roadloom//Roadloom//EN"_s, u"CALSCALE:GREGORIAN"_s,
            u"X-WR-CALNAME:Web development with Python"_s }));
    const QStringList event = lines.mid(5, 9);
    QCOMPARE(event.value(0), u"BEGIN:VEVENT"_s);
    QVERIFY(event.value(1).startsWith("UID:"_L1));
    QCOMPARE(event.mid(2),
        (QStringList { u"DTSTAMP:20260301T093000Z"_s, u"DTSTART:20260302T190000"_s,
            u"DURATION:PT72M"_s, u"SUMMARY:Topic 1-1-3 (part 1 of 2)"_s,
            u"DESCRIPTION:What topic 1-1-3 is for and how to use it in Python."_s,
            u"CATEGORIES:Web development with Python"_s, u"END:VEVENT"_s }));
    QCOMPARE(lines.mid(lines.size() - 2), (QStringList { u"END:VCALENDAR"_s, QString() }));
    ExportOptions options = sample::options();
    options.calendar.stamp = {};
    QVERIFY(!exportDocument(sample::document(), ExportFormat::Calendar, options));
}

void StudyPlanTest::foldsAndEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::addRow("punctuation") << u"a, b; c\\d: e"_s << u"a\\, b\\; c\\\\d: e"_s;
    QTest::addRow("lines") << u"a\r\nBEGIN:VEVENT\nb"_s << u"a\\nBEGIN:VEVENT\\nb"_s;
    QTest::addRow("long") << u"word "_s.repeated(100).trimmed()
                          << u"word "_s.repeated(100).trimmed();
    QTest::addRow("Chinese") << u"学"_s.repeated(200) << u"学"_s.repeated(200);
    QTest::addRow("pairs") << u"x🚀"_s.repeated(100) << u"x🚀"_s.repeated(100);
    QTest::addRow("controls") << u"a\u0007b\u202ec"_s << u"abc"_s;
}

void StudyPlanTest::foldsAndEscapes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, escaped);
    RoadmapDocument document = sample::documentWith(text);
    document.studies.clear();
    const QStringList lines = contentLines(sample::exported(document, ExportFormat::Calendar));
    QVERIFY(lines.contains(QString("DESCRIPTION:"_L1 + escaped)));
    QVERIFY(lines.count(u"BEGIN:VEVENT"_s) == lines.count(u"END:VEVENT"_s));
}

void StudyPlanTest::keepsTheIdsOfEvents()
{
    const auto idsOf = [](const RoadmapDocument& document, const ExportOptions& options) {
        const QStringList lines
            = contentLines(sample::exported(document, ExportFormat::Calendar, options));
        const QStringList ids = lines.filter(u"UID:"_s);
        const QStringList names = lines.filter(u"SUMMARY:"_s);
        QHash<QString, QString> byName;
        for (qsizetype i = 0; i < ids.size(); ++i)
            byName.insert(names.value(i), ids[i]);
        return byName;
    };
    const auto before = idsOf(sample::document(), sample::options());
    const QList<QString> ids = before.values();
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), before.size());
    ExportOptions later = sample::options();
    later.calendar.times.firstDay = later.calendar.times.firstDay.addDays(30);
    later.calendar.stamp = later.calendar.stamp.addDays(30);
    QCOMPARE(idsOf(sample::document(), later), before);
    RoadmapDocument further = sample::document();
    further.studies[u"c-1-1-3"_s].state = StudyState::Done;
    int same = 0;
    for (const auto& [name, id] : idsOf(further, later).asKeyValueRange()) {
        QVERIFY(!before.contains(name) || before.value(name) == id);
        same += before.contains(name) ? 1 : 0;
    }
    QVERIFY(same > 20);
}

void StudyPlanTest::isReadByOthers()
{
    const QByteArray script = "import icalendar,sys\n"
                              "c=icalendar.Calendar.from_ical(open(sys.argv[1],'rb').read())\n"
                              "e=c.walk('VEVENT')\n"
                              "assert all(not x.errors for x in c.walk())\n"
                              "print(len(e), e[0].decoded('DTSTART'), e[0]['SUMMARY'], "
                              "sum((x.decoded('DURATION').seconds"
                              " for x in e))//60, len({str(x['UID']) for x in e}))\n";
    if (sample::askTool(debiansPython, { u"-c"_s, u"import icalendar"_s }, {}).status != 0)
        QSKIP("needs python3-icalendar");
    const RoadmapDocument document = sample::chineseDocument();
    const sample::ToolAnswer answer
        = sample::askTool(debiansPython, { u"-c"_s, QString::fromUtf8(script), u"@"_s },
            sample::exported(document, ExportFormat::Calendar));
    QVERIFY2(answer.status == 0, qPrintable(answer.errors));
    QCOMPARE(answer.output.trimmed(),
        u"2 2026-03-02 19:00:00 循环：for 与 while（第 1 部分，共 2 部分） 240 2"_s);
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::StudyPlanTest)
#include "StudyPlanTest.moc"
