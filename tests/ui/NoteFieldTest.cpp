// SPDX-License-Identifier: Apache-2.0
// Notes on concepts: how they read, how they are changed, and where one sees that there are any.
#include "ui/study/NoteField.h"
#include "ButtonSearch.h"
#include "LibraryBeside.h"
#include "SampleRoadmap.h"
#include "WidgetSearch.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/roadmap/ConceptPane.h"
#include "ui/roadmap/RoadmapTreeModel.h"
#include "ui/roadmap/RoadmapView.h"
#include "ui/study/NoteText.h"
#include "ui/study/StudyBook.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString first = u"concept-1-1-1"_s;
const QString second = u"concept-1-1-2"_s;

} // namespace

class NoteFieldTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<RoadmapView>();
        m_view->resize(700, 900);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setRoadmap(sampleRoadmap(2, 2, 3));
        QTRY_VERIFY(study().has(first));
    }
    void cleanup() { m_view.reset(); }

    void aNoteIsShownAsItReads()
    {
        study().setNote(first, u"# Mine\n\nIt is **bold** ![x](file:///etc/x.png)"_s);
        choose(first);
        QVERIFY(text() != nullptr);
        QVERIFY(!edit().isVisible());
        const QString read = text()->toPlainText();
        QVERIFY2(read.startsWith(u"Mine\nIt is bold"_s), qPrintable(read));
        QVERIFY(read.contains(u"[picture: file:///etc/x.png]"_s));
        choose(second);
        QVERIFY(edit().isVisible()); // there is none yet
        QVERIFY(text() == nullptr);
    }

    void whatIsTypedAfterAnotherConceptIsTakenBackByItself()
    {
        choose(first);
        QTest::keyClicks(&edit(), u"One"_s);
        choose(second);
        choose(first);
        edit().moveCursor(QTextCursor::End);
        QTest::keyClicks(&edit(), u" two"_s);
        study().undo();
        QCOMPARE(study().note(first), u"One"_s);
        study().undo();
        QCOMPARE(study().note(first), QString());
    }

    void aWordAtATimeIsTakenBack_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("left"); // after each undo
        QTest::newRow("words") << u"One two three"_s
                               << QStringList { u"One two "_s, u"One "_s, QString() };
        QTest::newRow("lines") << u"One\ntwo"_s << QStringList { u"One\n"_s, u"One"_s, QString() };
        QTest::newRow("no spaces between words")
            << u"学习it"_s << QStringList { u"学习"_s, u"学"_s, QString() };
    }
    void aWordAtATimeIsTakenBack()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, left);
        choose(first);
        for (const QChar each : typed)
            QTest::sendKeyEvent(QTest::Click, &edit(),
                each == u'\n' ? Qt::Key_Return : Qt::Key_unknown, QString(each), Qt::NoModifier);
        QCOMPARE(edit().toPlainText(), typed);
        for (const QString& each : left) {
            edit().undo();
            QCOMPARE(edit().toPlainText(), each);
        }
        for (qsizetype i = 0; i < left.size(); ++i)
            edit().redo();
        QCOMPARE(edit().toPlainText(), typed);
    }

    void whatAnInputMethodComposedIsTakenBackAtOnce()
    {
        choose(first);
        const auto compose = [this](const QString& letters, const QString& words) {
            QInputMethodEvent underway(letters, {});
            QCoreApplication::sendEvent(&edit(), &underway);
            QInputMethodEvent done;
            done.setCommitString(words);
            QCoreApplication::sendEvent(&edit(), &done);
        };
        compose(u"xue'xi"_s, u"学习"_s);
        compose(u"shu'ju'ku"_s, u"数据库"_s);
        QCOMPARE(edit().toPlainText(), u"学习数据库"_s);
        edit().undo();
        QCOMPARE(edit().toPlainText(), u"学习"_s);
        edit().undo();
        QCOMPARE(edit().toPlainText(), QString());
    }

    void aNoteIsChangedWhereItIsRead_data()
    {
        QTest::addColumn<int>("key"); // 0: a click
        QTest::newRow("click") << 0;
        QTest::newRow("Enter") << int(Qt::Key_Return);
        QTest::newRow("F2") << int(Qt::Key_F2);
    }
    void aNoteIsChangedWhereItIsRead()
    {
        QFETCH(const int, key);
        study().setNote(first, u"*Mine*"_s);
        choose(first);
        if (key == 0) {
            QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        } else {
            text()->setFocus();
            QTest::keyClick(text(), Qt::Key(key));
        }
        QVERIFY(edit().isVisible() && edit().hasFocus());
        QTest::keyClicks(&edit(), u"!"_s);
        QVERIFY(text() == nullptr);
        tree().setFocus();
        QTRY_VERIFY(text() != nullptr);
        QCOMPARE(study().note(first), u"*Mine*!"_s);
        QCOMPARE(text()->toPlainText(), u"Mine!"_s);
        QVERIFY(!edit().isVisible());
    }

    void escapeLeavesTheNoteBeforeTheConcept()
    {
        choose(first);
        edit().setFocus();
        QTest::keyClicks(&edit(), u"*Mine*"_s);
        QTest::keyClick(&edit(), Qt::Key_Escape);
        QVERIFY(text() != nullptr && text()->hasFocus());
        QVERIFY(!edit().isVisible());
        QCOMPARE(study().note(first), u"*Mine*"_s);
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(text() == nullptr || !text()->isVisible());
    }

    void saysWhetherANoteIsSaved()
    {
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        library.put(entry());
        study().keepIn(library, readNow(library, entry().id).value());
        choose(first);
        type(u"a"_s);
        QTRY_VERIFY(shows(pane(), u"Saved"_s));
        {
            const FullDisk full(rlim_t(QFile(library.path() + u"-wal"_s).size()));
            type(u"b"_s);
            QVERIFY(!shows(pane(), u"Saved"_s));
            QTRY_VERIFY(shows(pane(), u"Not saved yet"_s));
        }
        QTRY_VERIFY_WITH_TIMEOUT(shows(pane(), u"Saved"_s), 10'000);
        QVERIFY(makeReadOnly(library.path(), true));
        QSignalSpy failed(&library, &Library::failed);
        type(u"c"_s);
        QVERIFY(failed.wait(10'000));
        QTRY_VERIFY(shows(pane(), u"Kept until Roadloom is closed"_s));
        type(u"d"_s);
        QTRY_VERIFY(shows(pane(), u"Kept until Roadloom is closed"_s));
        library.flush();
        QCoreApplication::processEvents();
        QVERIFY(shows(pane(), u"Kept until Roadloom is closed"_s));
        QVERIFY(makeReadOnly(library.path(), false));
        type(u"e"_s);
        QTRY_VERIFY(shows(pane(), u"Saved"_s));
        study().clear();
    }

    void saysThatItsRoadmapIsNoLongerKept()
    {
        const QTemporaryDir folder;
        Library library(folder.path());
        QVERIFY(!library.open());
        library.put(entry());
        study().keepIn(library, readNow(library, entry().id).value());
        QVERIFY(changeBeside(library, u"DELETE FROM roadmaps"_s));
        choose(first);
        type(u"a"_s);
        QTRY_VERIFY(shows(pane(), u"Kept until Roadloom is closed"_s));
        QVERIFY(study().keptAs().isEmpty());
    }

    void aLinkInItOnlyAsks()
    {
        const QSignalSpy chosen(m_view.get(), &RoadmapView::linkChosen);
        study().setNote(first, u"[here](https://example.org/a)"_s);
        choose(first);
        QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toUrl(), QUrl(u"https://example.org/a"_s));
        QVERIFY(!edit().isVisible());
    }

    void theFieldGrowsWithItsText()
    {
        choose(first);
        const int empty = edit().height();
        edit().setFocus();
        QTest::keyClicks(&edit(), u"long words that go on "_s.repeated(20)); // one paragraph
        QTRY_VERIFY(edit().height() > 2 * empty);
        edit().setPlainText(u"line\n"_s.repeated(200));
        QTRY_VERIFY(edit().height() > 3 * empty);
        QVERIFY(edit().height() < 400);
    }

    void thereIsMoreToWriteInWhereThereIsRoom()
    {
        choose(first);
        const int below = edit().height();
        QTest::keyClick(&tree(), Qt::Key_Return);
        QCOMPARE(edit().height(), below);
        m_view->resize(1200, 800); // beside the tree
        const int line = edit().fontMetrics().lineSpacing();
        QTRY_VERIFY(edit().height() >= below + 4 * line);
        m_view->resize(700, 900);
        QTRY_COMPARE(edit().height(), below);
        for (QToolButton* const button : pane().findChildren<QToolButton*>()) {
            if (button->isCheckable())
                button->click(); // the whole height
        }
        QTRY_VERIFY(edit().height() >= below + 4 * line);
    }

    /// From its title on: no line of what stands above it is cut.
    void aNoteThatIsEnteredIsSeenWhole()
    {
        m_view->resize(556, 380);
        Roadmap roadmap = sampleRoadmap(1, 1, 2);
        roadmap.stages.first().modules.first().concepts.first().description
            = u"It says a lot about what is to be learnt here. "_s.repeated(26);
        m_view->setRoadmap(roadmap);
        QTRY_VERIFY(study().progress().totals().concepts == 2);
        choose(first);
        QTest::keyClick(&tree(), Qt::Key_Return);
        edit().setFocus(Qt::TabFocusReason);
        const QScrollArea& area = pane().area();
        const auto& note = *pane().findChild<NoteField*>();
        const auto top = [&] { return note.mapTo(area.viewport(), QPoint()).y(); };
        QTRY_VERIFY(top() >= 0 && top() + note.height() <= area.viewport()->height());
        QVERIFY(area.verticalScrollBar()->value() > 0);
        QVERIFY(
            top() == 0 || area.verticalScrollBar()->value() == area.verticalScrollBar()->maximum());
    }

    void whatIsWrittenStaysInSight()
    {
        m_view->resize(500, 420);
        choose(first);
        edit().setFocus();
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&edit(), Qt::Key_Return);
        const auto isInSight = [this] {
            const QWidget& seen = *pane().area().viewport();
            const QPoint place = edit().viewport()->mapTo(&pane(), edit().cursorRect().center());
            return seen.rect().contains(seen.mapFrom(&pane(), place));
        };
        QTRY_VERIFY(isInSight());
    }

    void enterLeadsToTheNoteWhereThereIsLittleHeight()
    {
        m_view->resize(556, 415); // as in a window of 800 by 480
        choose(second);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QVERIFY(!tree().isVisible());
        const auto isInSight = [this] {
            const QPoint end = edit().mapTo(&pane(), edit().rect().bottomLeft());
            return pane().rect().contains(end);
        };
        QTRY_VERIFY(isInSight());
    }

    void notesComeBeforeWhatMayBeReadAboutIt()
    {
        choose(second);
        QVERIFY(edit().isVisible());
        const auto topIn = [this](const QWidget* widget) {
            return widget->mapTo(pane().area().widget(), QPoint()).y();
        };
        QVERIFY(topIn(&edit()) < topIn(buttonNamed(pane(), u"Concept 1-1-1"_s)));
    }

    void theTreeShowsWhatHasANote()
    {
        choose(second);
        const QModelIndex row = model()->indexOf(first);
        const QString spoken = row.data(Qt::AccessibleTextRole).toString();
        const auto cell = [&] {
            tree().scrollTo(row);
            return m_view->tree().viewport()->grab(tree().visualRect(row)).toImage();
        };
        const QImage before = cell();
        study().setNote(first, u"Mine"_s);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), spoken + u", with a note"_s);
        QVERIFY(cell() != before);
        study().setNote(first, {});
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), spoken);
        QCOMPARE(cell(), before);
    }

private:
    [[nodiscard]] StudyBook& study() const { return m_view->study(); }
    [[nodiscard]] QTreeView& tree() const { return m_view->tree(); }
    [[nodiscard]] ConceptPane& pane() const { return *m_view->findChild<ConceptPane*>(); }
    [[nodiscard]] QPlainTextEdit& edit() const { return pane().findChild<NoteField*>()->edit(); }
    [[nodiscard]] RoadmapTreeModel* model() const
    {
        return qobject_cast<RoadmapTreeModel*>(tree().model());
    }
    /// The one that is shown.
    [[nodiscard]] NoteText* text() const
    {
        for (NoteText* const each : pane().findChildren<NoteText*>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    static LibraryEntry entry()
    {
        LibraryEntry entry;
        entry.id = u"kept"_s;
        entry.roadmap = sampleRoadmap(2, 2, 3);
        entry.created = entry.opened = QDateTime::currentDateTime();
        return entry;
    }
    void type(const QString& text) const { QTest::keyClicks(&edit(), text); }
    void choose(const QString& id)
    {
        tree().setCurrentIndex(model()->indexOf(id));
        tree().setFocus();
    }

    std::unique_ptr<RoadmapView> m_view;
};

QTEST_MAIN(NoteFieldTest)
#include "NoteFieldTest.moc"
