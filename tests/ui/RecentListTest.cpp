// SPDX-License-Identifier: Apache-2.0
#include "ui/start/RecentList.h"
#include "ButtonSearch.h"
#include "ui/history/RoadmapMarks.h"
#include "ui/look/TextLabel.h"
#include "ui/start/RecentButton.h"
#include "ui/start/RenameDialog.h"
#include "ui/start/StartPage.h"
#include "ui/study/RoadmapShelf.h"
#include "ui/window/RecentMenu.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QDateTime evening(QDate(2026, 3, 9), QTime(20, 0));

LibraryLine recent(const QString& id, const QString& title)
{
    return { .id = id,
        .title = title,
        .goal = title,
        .created = evening,
        .opened = evening,
        .concepts = 3,
        .learnt = 1 };
}

QList<RecentButton*> shownButtons(const RecentList& list)
{
    QList<RecentButton*> buttons = list.findChildren<RecentButton*>();
    buttons.removeIf([](const RecentButton* button) { return button->isHidden(); });
    return buttons;
}

QStringList titles(const RecentList& list)
{
    QStringList texts;
    for (const RecentButton* const button : shownButtons(list))
        texts.append(button->accessibleName());
    return texts;
}

} // namespace

class RecentListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowFarAndWhen_data();
    void saysHowFarAndWhen();
    void isHiddenWhileThereAreNone();
    void leadsToAllOfThem();
    void showsTheFirstFew();
    void theOthersAreUnfolded_data();
    void theOthersAreUnfolded();
    void aMenuHoldsFewerOfThem();
    void tellsThoseOfOneTitleApart_data();
    void tellsThoseOfOneTitleApart();
    void thePageStaysWhereItIsWhenOneGoes_data();
    void thePageStaysWhereItIsWhenOneGoes();
    void aPressChoosesOne();
    void aSmallButtonOpensTheMenu();
    void itsMenuRemovesOneThatIsAskedAbout_data();
    void itsMenuRemovesOneThatIsAskedAbout();
    void theQuestionFollowsTheRunThatEndsWithIt();
    void namesAreHarmless();
    void todayIsYesterdayTomorrow_data();
    void todayIsYesterdayTomorrow();
};

void RecentListTest::saysHowFarAndWhen_data()
{
    QTest::addColumn<LibraryLine>("roadmap");
    QTest::addColumn<QString>("text");
    LibraryLine some = recent({}, {});
    QTest::newRow("today") << some << u"1 of 3 concepts learnt · opened today"_s;
    some.opened = evening.addDays(-1);
    QTest::newRow("yesterday") << some << u"1 of 3 concepts learnt · opened yesterday"_s;
    some.opened = evening.addDays(-2);
    QTest::newRow("before") << some
                            << u"1 of 3 concepts learnt · opened on %1"_s.arg(
                                   QLocale().toString(QDate(2026, 3, 7), QLocale::ShortFormat));
    some.opened = evening.addDays(1);
    QTest::newRow("by a clock that was ahead")
        << some << u"1 of 3 concepts learnt · opened today"_s;
    some = recent({}, {});
    some.learnt = 3;
    QTest::newRow("all") << some << u"all concepts learnt · opened today"_s;
    some.concepts = 0;
    QTest::newRow("without concepts") << some << u"opened today"_s;
}

void RecentListTest::saysHowFarAndWhen()
{
    QFETCH(const LibraryLine, roadmap);
    QTEST(roadmapDetails(roadmap, evening), "text");
}

void RecentListTest::isHiddenWhileThereAreNone()
{
    RecentList list;
    QVERIFY(list.isHidden());
    list.setRecents({ recent(u"a"_s, u"A"_s) });
    QVERIFY(!list.isHidden());
    list.setRecents({});
    QVERIFY(list.isHidden());
}

void RecentListTest::leadsToAllOfThem()
{
    RecentList list;
    QSignalSpy wanted(&list, &RecentList::allWanted);
    list.setRecents({ recent(u"a"_s, u"A"_s) });
    button(list, u"All roadmaps…"_s).click();
    QCOMPARE(wanted.takeFirst().first().value<HistoryPlace>(), HistoryPlace::Kept);
    list.setArchived(2);
    button(list, u"All roadmaps…"_s); // some are there
    list.setRecents({});
    QVERIFY(!list.isHidden());
    QCOMPARE(list.findChild<TextLabel*>()->text(), u"All 2 roadmap(s) are archived."_s);
    button(list, u"Show them"_s).click();
    QCOMPARE(wanted.takeFirst().first().value<HistoryPlace>(), HistoryPlace::Archive);
    list.setArchived(0);
    QVERIFY(list.isHidden());
}

void RecentListTest::showsTheFirstFew()
{
    RecentList list;
    QList<LibraryLine> many;
    for (int i = 0; i < 100; ++i)
        many.append(recent(QString::number(i), u"R%1"_s.arg(i)));
    list.setRecents(many);
    QCOMPARE(titles(list), (QStringList { u"R0"_s, u"R1"_s, u"R2"_s, u"R3"_s }));
}

void RecentListTest::theOthersAreUnfolded_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");
    QTest::newRow("no others") << 4 << QString();
    QTest::newRow("one more") << 5 << u"Show all (5)"_s;
    QTest::newRow("some") << 7 << u"Show all (7)"_s;
    QTest::newRow("as many as are read, of perhaps more")
        << RoadmapShelf::most << u"Show the last %1"_s.arg(RoadmapShelf::most);
}

void RecentListTest::theOthersAreUnfolded()
{
    QFETCH(const int, count);
    QFETCH(const QString, words);
    QList<LibraryLine> many;
    for (int i = 0; i < count; ++i)
        many.append(recent(QString::number(i), u"R%1"_s.arg(i)));
    RecentList list;
    list.setRecents(many);
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    const auto* const rest = list.findChild<QPushButton*>();
    QCOMPARE(rest->isVisible() ? rest->text() : QString(), words);
    if (words.isEmpty())
        return;
    QPushButton& button = *list.findChild<QPushButton*>();
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_COMPARE(titles(list).size(), count);
    QCOMPARE(titles(list).last(), u"R%1"_s.arg(count - 1));
    many.removeLast();
    list.setRecents(many);
    QTRY_COMPARE(titles(list).size(), count - 1);
    QCOMPARE(button.text(), u"Show fewer"_s);
    QCOMPARE(button.isVisible(), count - 1 > 4);
    button.click();
    QTRY_COMPARE(titles(list).size(), 4);
    // By key, Tab comes to it behind the rows, and the keyboard goes on where the others begin.
    list.setRecents(many + QList { recent(u"last"_s, u"Last"_s) });
    QTRY_COMPARE(titles(list).size(), 4);
    RecentButton& fourth = *shownButtons(list).at(3);
    QCOMPARE(fourth.more().nextInFocusChain(), &button);
    button.setFocus();
    QTest::keyClick(&button, Qt::Key_Space);
    QTRY_COMPARE(titles(list).size(), count);
    QCOMPARE(list.focusWidget(), shownButtons(list).at(4));
}

void RecentListTest::aMenuHoldsFewerOfThem()
{
    QMenu menu;
    RecentMenu recents(menu);
    QList<LibraryLine> many;
    for (int i = 0; i < RoadmapShelf::most; ++i)
        many.append(recent(QString::number(i), u"R%1"_s.arg(i)));
    recents.setRecents(many);
    QCOMPARE(menu.actions().size(), 10);
    QCOMPARE(menu.actions().first()->text(), u"R0"_s);
}

void RecentListTest::tellsThoseOfOneTitleApart_data()
{
    QTest::addColumn<QList<LibraryLine>>("recents");
    QTest::addColumn<QStringList>("goals");
    QTest::addColumn<bool>("sayWhen");
    const auto line = [](const QString& title, const QString& goal) {
        LibraryLine some = recent({}, title);
        some.goal = goal;
        return some;
    };
    using Lines = QList<LibraryLine>;
    QTest::newRow("by their goals")
        << Lines { line(u"Web"_s, u"A blog"_s), line(u"Web"_s, u"A shop"_s) }
        << QStringList { u"A blog"_s, u"A shop"_s } << false;
    QTest::newRow("a title that says it")
        << Lines { line(u"Python"_s, u" python\n"_s) } << QStringList { QString() } << false;
    QTest::newRow("by when they were made")
        << Lines { line(u"Web"_s, u"A blog"_s), line(u"Web"_s, u"A blog"_s) }
        << QStringList { u"A blog"_s, u"A blog"_s } << true;
    QTest::newRow("whose wish nobody knows") << Lines { line(u"Web"_s, {}), line(u"Web"_s, {}) }
                                             << QStringList { QString(), QString() } << true;
    QTest::newRow("harmlessly") << Lines { line(u"Web"_s, u"A\nb\u202elog"_s) }
                                << QStringList { u"A blog"_s } << false;
}

void RecentListTest::tellsThoseOfOneTitleApart()
{
    QFETCH(const QList<LibraryLine>, recents);
    QFETCH(const bool, sayWhen);
    const QList<RoadmapMark> marks = roadmapMarks(recents);
    QStringList goals;
    for (const RoadmapMark& mark : marks) {
        goals.append(mark.goal);
        QCOMPARE(mark.made.contains(QLocale().toString(evening, QLocale::ShortFormat)), sayWhen);
    }
    QTEST(goals, "goals");
    RecentList list([] { return evening; });
    list.setRecents(recents);
    const auto* const button = list.findChild<RecentButton*>();
    QCOMPARE(button->details().endsWith(u" · goal: "_s + goals.first()), !goals.first().isEmpty());
    QCOMPARE(button->details().contains(u"made"_s), sayWhen);
    QCOMPARE(button->accessibleDescription(), button->details());
    QVERIFY(button->toolTip().contains(goals.first()));
}

void RecentListTest::aSmallButtonOpensTheMenu()
{
    RecentList list;
    list.setRecents({ recent(u"a"_s, u"A"_s), recent(u"b"_s, u"B"_s) });
    list.show();
    const QSignalSpy chosen(&list, &RecentList::chosen);
    const QSignalSpy titled(&list, &RecentList::titleChosen);
    RecentButton& second = *list.findChildren<RecentButton*>().at(1);
    QCOMPARE(second.more().accessibleName(), u"More for “B”"_s);
    QVERIFY(second.rect().contains(second.more().geometry()));
    QCOMPARE(second.nextInFocusChain(), &second.more());
    QTest::mouseClick(&second.more(), Qt::LeftButton);
    QCOMPARE(chosen.size(), 0);
    auto* const menu = second.findChild<QMenu*>();
    QVERIFY(menu->isVisible());
    menu->actions().at(1)->trigger();
    menu->close();
    auto* const dialog = list.findChild<RenameDialog*>();
    dialog->findChild<QLineEdit*>()->setText(u"C"_s);
    button(*dialog, u"Rename"_s).click();
    QCOMPARE(titled.size(), 1);
    QCOMPARE(titled.first(), (QVariantList { u"b"_s, u"C"_s }));
}

void RecentListTest::thePageStaysWhereItIsWhenOneGoes_data()
{
    QTest::addColumn<int>("gone");
    QTest::addColumn<int>("next"); // has the keyboard then
    QTest::newRow("the first") << 0 << 0;
    QTest::newRow("one between") << 1 << 1;
    QTest::newRow("the last") << 3 << 2;
}

void RecentListTest::thePageStaysWhereItIsWhenOneGoes()
{
    QFETCH(const int, gone);
    QFETCH(const int, next);
    StartPage page { LearnerRequest() };
    QList<LibraryLine> lines;
    for (int i = 0; i < 4; ++i)
        lines.append(recent(QString::number(i), u"R%1"_s.arg(i)));
    page.setRecents(lines);
    page.resize(700, 300);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto& list = *page.findChild<RecentList*>();
    RecentButton* const leaving = shownButtons(list).at(gone);
    leaving->more().setFocus();
    QTRY_VERIFY(page.verticalScrollBar()->maximum() > 100);
    page.verticalScrollBar()->setValue(60);
    lines.removeAt(gone);
    page.setRecents(lines);
    QTRY_COMPARE(titles(list).size(), 3);
    QCOMPARE(page.focusWidget(), shownButtons(list).at(next));
    QCOMPARE(page.verticalScrollBar()->value(), 60);
}

void RecentListTest::aPressChoosesOne()
{
    RecentList list;
    list.setRecents({ recent(u"a"_s, u"A"_s), recent(u"b"_s, u"B"_s) });
    QSignalSpy chosen(&list, &RecentList::chosen);
    const auto buttons = list.findChildren<RecentButton*>();
    QTest::keyClick(buttons.at(1), Qt::Key_Return);
    QTest::mouseClick(buttons.at(0), Qt::LeftButton);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).first().toString(), u"b"_s);
    QCOMPARE(chosen.at(1).first().toString(), u"a"_s);
}

void RecentListTest::itsMenuRemovesOneThatIsAskedAbout_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by the mouse") << false;
    QTest::newRow("by key") << true;
}

void RecentListTest::itsMenuRemovesOneThatIsAskedAbout()
{
    QFETCH(const bool, byKey);
    RecentList list;
    list.setRecents({ recent(u"a"_s, u"A"_s), recent(u"b"_s, u"B & <b>C</b>"_s) });
    list.show();
    const QSignalSpy agreed(&list, &RecentList::removalAgreed);
    RecentButton& second = *list.findChildren<RecentButton*>().at(1);
    const auto remove = [&] {
        if (byKey) {
            QTest::keyClick(&second, Qt::Key_F10, Qt::ShiftModifier);
        } else {
            QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(), QPoint());
            QCoreApplication::sendEvent(&second, &event);
        }
        auto* const menu = second.findChild<QMenu*>();
        menu->actions().at(2)->trigger();
        menu->close();
        return list.findChild<QMessageBox*>();
    };
    QPointer<QMessageBox> box = remove();
    QVERIFY(box->text().contains(u"“B & <b>C</b>”"_s));
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!box);
    QCOMPARE(agreed.size(), 0);
    box = remove();
    QVERIFY(box->informativeText().contains(u"take it back"_s));
    button(*box, u"Move to bin"_s).click();
    QCOMPARE(agreed.size(), 1);
    QCOMPARE(agreed.first().first().toString(), u"b"_s);
}

void RecentListTest::theQuestionFollowsTheRunThatEndsWithIt()
{
    RecentList list;
    list.setRecents({ recent(u"a"_s, u"A"_s), recent(u"b"_s, u"B"_s) });
    list.setBeingMade(u"b"_s);
    list.show();
    const auto buttons = list.findChildren<RecentButton*>();
    const auto saysSo = [&list] {
        return list.findChild<QMessageBox*>()->informativeText().contains(u"is stopped"_s);
    };
    Q_EMIT buttons.at(1)->removalWanted();
    QVERIFY(saysSo());
    list.setBeingMade({});
    QVERIFY(!saysSo());
    button(*list.findChild<QMessageBox*>(), u"Cancel"_s).click();
    QTRY_VERIFY(list.findChild<QMessageBox*>() == nullptr);
    list.setBeingMade(u"b"_s);
    Q_EMIT buttons.at(0)->removalWanted();
    QVERIFY(!saysSo());
}

void RecentListTest::namesAreHarmless()
{
    RecentList list;
    list.setRecents({ recent(u"a"_s, u"<b>A</b>\n\u202eB"_s) });
    QCOMPARE(titles(list), QStringList { u"<b>A</b> B"_s });
    QVERIFY(list.findChild<RecentButton*>()->toolTip().contains(u"&lt;b&gt;"_s));
}

void RecentListTest::todayIsYesterdayTomorrow_data()
{
    QTest::addColumn<QEvent::Type>("event");
    QTest::newRow("as midnight goes by") << QEvent::None;
    QTest::newRow("when it comes in sight") << QEvent::Show;
    QTest::newRow("when the learner comes back to the window") << QEvent::WindowActivate;
}

void RecentListTest::todayIsYesterdayTomorrow()
{
    QFETCH(const QEvent::Type, event);
    QDateTime now = evening;
    if (event == QEvent::None)
        now.setTime(QTime(23, 59, 59, 990));
    RecentList list([&now] { return now; });
    list.setRecents({ recent(u"a"_s, u"A"_s) });
    auto* const button = list.findChild<RecentButton*>();
    QCOMPARE(button->details(), u"1 of 3 concepts learnt · opened today"_s);
    now = now.addDays(1);
    QEvent arrival(event);
    QCoreApplication::sendEvent(&list, &arrival);
    QTRY_COMPARE(button->details(), u"1 of 3 concepts learnt · opened yesterday"_s);
    QCOMPARE(button->accessibleDescription(), button->details());
}

QTEST_MAIN(RecentListTest)

#include "RecentListTest.moc"
