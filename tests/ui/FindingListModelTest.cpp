// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/FindingListModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto fatal = Tester::FailureReportingMode::Fatal;

Finding finding(const QString& rule, Severity severity, const QString& location = {})
{
    return { .rule = rule,
        .severity = severity,
        .location = location,
        .issue = u"Too <b>hard</b>."_s,
        .suggestion = u"Split it."_s };
}

QString nameOf(const QString& id)
{
    return id == u"c-1"_s ? u"HTTP\nbasics"_s : QString();
}

Severity severityAt(const FindingListModel& model, int row)
{
    return model.index(row).data(FindingListModel::SeverityRole).value<Severity>();
}

} // namespace

class FindingListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRowIsToldWithItsPlace_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("place");
        QTest::newRow("a node") << u"c-1"_s << u"HTTP basics"_s;
        QTest::newRow("no such node") << u"c-9"_s << u"c-9"_s;
        QTest::newRow("the whole") << QString() << u"Whole roadmap"_s;
    }
    void aRowIsToldWithItsPlace()
    {
        QFETCH(const QString, location);
        QFETCH(const QString, place);
        FindingListModel model(nameOf);
        model.add(finding(u"V"_s, Severity::Warning, location));
        const QModelIndex row = model.index(0);
        QCOMPARE(row.data(FindingListModel::PlaceRole).toString(), place);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
            u"Remark, %1: Too <b>hard</b>. Split it."_s.arg(place));
    }

    void whenNobodyMendsNobodyIsToldTo_data()
    {
        QTest::addColumn<Finding>("found");
        QTest::addColumn<QString>("told");
        QTest::newRow("a rule's") << finding(u"W1"_s, Severity::Warning)
                                  << u"Remark, Whole roadmap: Too <b>hard</b>."_s;
        QTest::newRow("a reviewer's") << finding(u"V"_s, Severity::Suggestion)
                                      << u"Remark, Whole roadmap: Too <b>hard</b>. Split it."_s;
        QTest::newRow("critical") << finding(u"H1"_s, Severity::Critical)
                                  << u"Critical, Whole roadmap: Too <b>hard</b>."_s;
    }
    void whenNobodyMendsNobodyIsToldTo()
    {
        QFETCH(const Finding, found);
        FindingListModel model(nameOf);
        const Tester tester(&model, fatal);
        model.add(found);
        const QString before = model.index(0).data().toString();
        model.setOver(true);
        QTEST(model.index(0).data().toString(), "told");
        model.setOver(false);
        QCOMPARE(model.index(0).data().toString(), before);
    }

    void theWorstComeFirstHoweverManyThereAre()
    {
        FindingListModel model(nameOf);
        const Tester tester(&model, fatal);
        for (qsizetype i = 0; i < FindingListModel::mostShown; ++i)
            model.add(finding(u"W1"_s, i % 2 == 0 ? Severity::Warning : Severity::Suggestion));
        model.add(finding(u"W1"_s, Severity::Suggestion));
        model.add(finding(u"H1"_s, Severity::Critical));
        model.add(finding(u"H1"_s, Severity::Critical));
        QCOMPARE(model.rowCount(), int(FindingListModel::mostShown));
        QCOMPARE(model.count(), FindingListModel::mostShown + 3);
        QCOMPARE(model.count(Severity::Critical), 2);
        QCOMPARE(severityAt(model, 0), Severity::Critical);
        QCOMPARE(severityAt(model, 1), Severity::Critical);
        QCOMPARE(severityAt(model, 151), Severity::Warning);
        QCOMPARE(severityAt(model, 152), Severity::Suggestion);
    }

    void whatOneRuleFoundGoes()
    {
        FindingListModel model(nameOf);
        const Tester tester(&model, fatal);
        for (qsizetype i = 0; i < FindingListModel::mostShown; ++i)
            model.add(finding(i % 3 == 0 ? u"W1"_s : u"V"_s, Severity::Warning));
        model.add(finding(u"V"_s, Severity::Suggestion));
        model.removeRule(u"V"_s);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.count(), 100);
        model.clear();
        QCOMPARE(model.count(), 0);
    }
};

QTEST_GUILESS_MAIN(FindingListModelTest)
#include "FindingListModelTest.moc"
