// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "ProgramStart.h"
#include "WidgetSearch.h"
#include "tests/support/LibraryAnswers.h"
#include "ui/look/CommandText.h"
#include "ui/start/GoalEdit.h"
#include "ui/start/RenameDialog.h"

#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

QAction& command(const Start& start, const QString& name)
{
    const auto actions = start.window->findChildren<QAction*>();
    const auto found = std::ranges::find_if(
        actions, [&name](const QAction* action) { return commandName(*action) == name; });
    if (found == actions.cend())
        qFatal("no such command: %s", qPrintable(name));
    return **found;
}

void typeTitle(const Start& start, const QString& title)
{
    auto* const dialog = start.window->findChild<RenameDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit*>()->setText(title);
    button(*dialog, u"Rename"_s).click();
}

/// As the library has them now, or as another has just asked for.
QStringList titles(Start& start)
{
    const QList<LibraryLine> lines = listNow(start.library).value();
    QStringList titles;
    for (const LibraryLine& line : lines)
        titles.append(line.title);
    return titles;
}

QStringList menuOfRecents(const Start& start)
{
    QStringList names;
    for (const QMenu* const menu : start.window->findChildren<QMenu*>()) {
        if (commandName(*menu->menuAction()) != u"Open roadmap"_s)
            continue;
        for (const QAction* const action : menu->actions())
            names.append(action->text());
    }
    return names;
}

} // namespace

/// How a roadmap that is kept is called, and how it is told from others.
class KeptTitlesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOneInFrontIsRenamed()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        QVERIFY(!command(start, u"Rename roadmap"_s).isEnabled());
        start.window->start();
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        command(start, u"Rename roadmap"_s).trigger();
        typeTitle(start, u"  My <b>year</b> "_s);
        QVERIFY(start.window->windowTitle().startsWith(u"My <b>year</b> – "_s));
        QVERIFY(shows(*start.window, u"My <b>year</b>"_s));
        QTRY_COMPARE(titles(start), QStringList { u"My <b>year</b>"_s });
        // What the review still changes in it comes under the learner's title.
        start.source.emitEvent(doneWith(sampleDesign()));
        QTRY_COMPARE(start.study().keeping(), Keeping::Kept);
        QTRY_COMPARE(titles(start), QStringList { u"My <b>year</b>"_s });
        QVERIFY(start.window->windowTitle().startsWith(u"My <b>year</b> – "_s));
        QTRY_COMPARE(menuOfRecents(start),
            QStringList { u"My <b>year</b> – "_s + wish().preferences.learningGoal });
        command(start, u"New goal"_s).trigger();
        QVERIFY(!command(start, u"Rename roadmap"_s).isEnabled()); // nobody would see which
    }

    void anotherMadeLaterHasItsOwnTitle()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_VERIFY(start.study().has(firstConcept()));
        command(start, u"Rename roadmap"_s).trigger();
        typeTitle(start, u"Mine"_s);
        start.makeRoadmap();
        QVERIFY(start.window->windowTitle().startsWith(sampleDesign().framework.title));
        QTRY_COMPARE(titles(start), (QStringList { sampleDesign().framework.title, u"Mine"_s }));
    }

    void aCardsMenuRenamesItsRoadmap_data()
    {
        QTest::addColumn<int>("card"); // the second one is not in front
        QTest::newRow("in front") << 0;
        QTest::newRow("another") << 1;
    }

    void aCardsMenuRenamesItsRoadmap()
    {
        QFETCH(const int, card);
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        start.makeRoadmap();
        command(start, u"New goal"_s).trigger();
        QTRY_COMPARE(start.recents().size(), 2);
        Q_EMIT start.recents().at(card)->renameWanted();
        typeTitle(start, u"Mine"_s);
        QTRY_COMPARE(titles(start).value(card), u"Mine"_s);
        QCOMPARE(titles(start).value(1 - card), sampleDesign().framework.title);
        QCOMPARE(start.window->windowTitle().startsWith(u"Mine"_s), card == 0);
    }

    void aTitleThatNobodyWouldSeeIsNotTaken()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        command(start, u"Rename roadmap"_s).trigger();
        auto* const dialog = start.window->findChild<RenameDialog*>();
        auto* const edit = dialog->findChild<QLineEdit*>();
        QCOMPARE(edit->text(), sampleDesign().framework.title);
        QCOMPARE(edit->selectedText(), edit->text());
        QVERIFY(button(*dialog, u"Rename"_s).isEnabled());
        QVERIFY(button(*dialog, u"Rename"_s).isDefault());
        edit->setText(u" \u200b "_s);
        QVERIFY(!button(*dialog, u"Rename"_s).isEnabled());
    }

    void theOneInFrontIsRemoved()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        QVERIFY(!command(start, u"Remove roadmap"_s).isEnabled());
        start.makeRoadmap();
        command(start, u"Remove roadmap"_s).trigger();
        QVERIFY(questionOf(start) != nullptr);
        QVERIFY(questionOf(start)->text().contains(sampleDesign().framework.title));
        button(*questionOf(start), QMessageBox::DestructiveRole).click();
        QVERIFY(start.window->findChild<WorkView*>() == nullptr);
        QVERIFY(start.window->findChild<GoalEdit*>()->isVisible());
        QVERIFY(!command(start, u"Remove roadmap"_s).isEnabled());
        QTRY_COMPARE(titles(start), QStringList());
    }

    void whatEndsWithItIsSaid()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.window->start();
        start.source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        start.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        command(start, u"Remove roadmap"_s).trigger();
        QVERIFY(questionOf(start)->informativeText().contains(u"is stopped"_s));
        start.source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(!questionOf(start)->informativeText().contains(u"is stopped"_s));
    }

    void whereNothingIsKeptNothingIsRenamed()
    {
        ScriptedSource source;
        TestSettings settings;
        MainWindow window(source, settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(doneWith(sampleDesign()));
        for (const QAction* const action : window.findChildren<QAction*>()) {
            if (commandName(*action).endsWith(u"e roadmap"_s))
                QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        }
    }
};

QTEST_MAIN(KeptTitlesTest)

#include "KeptTitlesTest.moc"
