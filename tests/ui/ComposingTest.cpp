// SPDX-License-Identifier: Apache-2.0
#include "LibraryWindow.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/ReviewCard.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/start/GoalEdit.h"
#include "ui/study/NoteField.h"
#include "ui/window/CommandPalette.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

void compose(QWidget& edit, const QString& preedit)
{
    QInputMethodEvent event(preedit, {});
    QCoreApplication::sendEvent(&edit, &event);
}

void commit(QWidget& edit, const QString& text)
{
    QInputMethodEvent event({}, {});
    event.setCommitString(text);
    QCoreApplication::sendEvent(&edit, &event);
}

} // namespace

/// Some input methods pass on the Enter that ends a composition: it belongs to them, and does
/// nothing of ours. The next one does.
class ComposingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGoalIsNotSent()
    {
        LibraryWindow scene;
        auto& goal = *scene.window->findChild<GoalEdit*>();
        compose(goal, u"shu xue"_s);
        QTest::keyClick(&goal, Qt::Key_Return);
        QVERIFY(scene.source.requests().isEmpty());
        commit(goal, u"数学"_s);
        QTest::keyClick(&goal, Qt::Key_Return);
        QCOMPARE(scene.source.requests().size(), 1);
    }

    void noChangeIsAskedFor()
    {
        LibraryWindow scene;
        scene.understand();
        scene.source.emitEvent(CompleteEvent { sampleDesign(), architect });
        scene.source.emitEvent(ReviewRequestedEvent {});
        auto& wanted = *scene.window->findChild<ReviewCard*>()->findChild<QLineEdit*>();
        wanted.setText(u"More "_s);
        compose(wanted, u"lian xi"_s);
        QTest::keyClick(&wanted, Qt::Key_Return);
        QVERIFY(scene.source.answers().isEmpty());
        commit(wanted, u"练习"_s);
        QTest::keyClick(&wanted, Qt::Key_Return);
        QCOMPARE(scene.source.answers(), QStringList { u"More 练习"_s });
    }

    void theFilterKeepsTheKeyboard()
    {
        LibraryWindow scene;
        scene.finish();
        scene.activate();
        scene.roadmap().focusFilter();
        auto& filter = *qobject_cast<QLineEdit*>(scene.window->focusWidget());
        filter.setText(u"1-2-1"_s);
        compose(filter, u"gai nian"_s);
        QTest::keyClick(&filter, Qt::Key_Return);
        QTest::keyClick(&filter, Qt::Key_Down);
        QCOMPARE(scene.window->focusWidget(), &filter);
        commit(filter, {});
        QTest::keyClick(&filter, Qt::Key_Return);
        QVERIFY(scene.window->focusWidget() != &filter);
    }

    void findingStaysWhereItIs()
    {
        FindBar bar;
        auto& words = *bar.findChild<QLineEdit*>();
        int next = 0;
        int previous = 0;
        connect(&bar, &FindBar::nextRequested, &bar, [&next] { ++next; });
        connect(&bar, &FindBar::previousRequested, &bar, [&previous] { ++previous; });
        bar.open();
        compose(words, u"zi"_s);
        QTest::keyClick(&words, Qt::Key_Return);
        QTest::keyClick(&words, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(next + previous, 0);
        commit(words, u"字"_s);
        QTest::keyClick(&words, Qt::Key_Return);
        QTest::keyClick(&words, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(next, 1);
        QCOMPARE(previous, 1);
    }

    void noCommandIsRun()
    {
        QAction first(u"First"_s);
        QAction second(u"Second"_s);
        int runs = 0;
        connect(&second, &QAction::triggered, &second, [&runs] { ++runs; });
        CommandPalette palette({ &first, &second });
        palette.show();
        auto& words = *palette.findChild<QLineEdit*>();
        QTest::keyClick(&words, Qt::Key_Down);
        compose(words, u"di"_s);
        QTest::keyClick(&words, Qt::Key_Up); // among what the input method offers
        QTest::keyClick(&words, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(runs, 0);
        QVERIFY(palette.isVisible());
        commit(words, {});
        QTest::keyClick(&words, Qt::Key_Return);
        QTRY_COMPARE(runs, 1);
    }

    void theNoteGoesOn()
    {
        LibraryWindow scene;
        scene.finish();
        scene.openConcept();
        auto& pane = *scene.window->findChild<ConceptPane*>();
        auto& note = *scene.window->findChild<NoteField*>()->findChild<QPlainTextEdit*>();
        note.setPlainText(u"Mine"_s);
        compose(note, u"bi ji"_s);
        QTest::keyClick(&note, Qt::Key_Return);
        QVERIFY(pane.isVisible());
        QCOMPARE(note.toPlainText().trimmed(), u"Mine"_s); // nothing that is still composed
        QCOMPARE(scene.study().state(scene.conceptId()), StudyState::ToDo);
    }
};

QTEST_MAIN(ComposingTest)
#include "ComposingTest.moc"
