// SPDX-License-Identifier: Apache-2.0
#include "ui/history/HistoryDialog.h"
#include "ButtonSearch.h"
#include "ProgramStart.h"
#include "SampleRoadmap.h"
#include "WidgetSearch.h"
#include "tests/support/LibraryAnswers.h"
#include "tests/support/LibraryHindrances.h"
#include "ui/history/TagsDialog.h"
#include "ui/history/VersionsDialog.h"
#include "ui/look/Accents.h"
#include "ui/start/RenameDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

/// A library with some roadmaps, the first one opened last.
struct Shelf {
    explicit Shelf(const QStringList& titles)
        : library(folder.path())
    {
        if (library.open())
            qFatal("the library cannot be opened");
        const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0));
        for (qsizetype i = 0; i < titles.size(); ++i) {
            LibraryEntry entry { .id = u"id-%1"_s.arg(i),
                .roadmap = sampleRoadmap(1, 1, 2),
                .request = wish(),
                .created = noon,
                .opened = noon.addDays(-i) };
            entry.roadmap.title = titles[i];
            library.put(entry);
        }
        library.flush();
    }

    [[nodiscard]] LibraryLine line(const QString& id)
    {
        const QList<LibraryLine> all = historyNow(library).value();
        for (const LibraryLine& each : all) {
            if (each.id == id)
                return each;
        }
        return {};
    }

    QTemporaryDir folder;
    Library library;
};

QListView& listOf(const HistoryDialog& dialog)
{
    return *dialog.findChild<QListView*>();
}

QStringList titlesOf(const HistoryDialog& dialog)
{
    QStringList titles;
    const QAbstractItemModel& model = *listOf(dialog).model();
    for (int row = 0; row < model.rowCount(); ++row)
        titles.append(model.index(row, 0).data().toString());
    return titles;
}

void choose(const HistoryDialog& dialog, int row)
{
    listOf(dialog).setCurrentIndex(listOf(dialog).model()->index(row, 0));
}

void turnTo(const HistoryDialog& dialog, int place)
{
    dialog.findChild<QTabBar*>()->setCurrentIndex(place);
}

QString placeText(const HistoryDialog& dialog, int place)
{
    return dialog.findChild<QTabBar*>()->tabText(place);
}

constexpr int kept = 0;
constexpr int archive = 1;
constexpr int bin = 2;

} // namespace

/// What a learner does with all of their roadmaps.
class HistoryDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allAreThereAndFoundByTheirWords()
    {
        Shelf shelf({ u"Rust"_s, u"学习数据库"_s, u"Go"_s });
        shelf.library.saveNote(u"id-2"_s, u"concept-1-1-1"_s, u"goroutines are cheap"_s);
        HistoryDialog dialog(shelf.library);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog), (QStringList { u"Rust"_s, u"学习数据库"_s, u"Go"_s }));
        auto& words = *dialog.findChild<QLineEdit*>();
        words.setText(u"数据"_s);
        QTRY_COMPARE(titlesOf(dialog), QStringList { u"学习数据库"_s });
        words.setText(u"cheap"_s);
        QTRY_COMPARE(titlesOf(dialog), QStringList { u"Go"_s });
        words.setText(u"nowhere"_s);
        QTRY_VERIFY(shows(dialog, u"Nothing here has all of the words “nowhere”."_s));
        words.clear();
        QTRY_COMPARE(titlesOf(dialog).size(), 3);
    }

    void whatCanBeDoneStandsInOneLine_data()
    {
        QTest::addColumn<double>("scale"); // of the text
        QTest::addColumn<bool>("hasMenu");
        QTest::newRow("usual text") << 1.0 << false;
        QTest::newRow("larger text") << 1.4 << true;
        QTest::newRow("large text") << 2.0 << true;
    }
    void whatCanBeDoneStandsInOneLine()
    {
        QFETCH(const double, scale);
        QFETCH(const bool, hasMenu);
        Shelf shelf({ u"One"_s });
        HistoryDialog dialog(shelf.library);
        dialog.setFont(scaledFont(dialog.font(), scale));
        dialog.resize(770, 420);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 1);
        QCOMPARE(dialog.width(), 770);
        const auto placeOf = [&dialog](const QWidget& part) {
            return QRect(part.mapTo(&dialog, QPoint()), part.size());
        };
        const int middle = placeOf(button(dialog, u"Close"_s)).center().y();
        QStringList missing;
        for (const QString& name : { u"Open"_s, u"Rename"_s, u"Tags"_s, u"Archive"_s,
                 u"Move to the bin"_s, u"Duplicate"_s, u"Versions"_s }) {
            const QPushButton& each = button(dialog, name);
            if (!each.isVisible()) {
                missing.append(name);
                continue;
            }
            QTRY_VERIFY2(each.width() >= each.sizeHint().width(), qPrintable(name));
            QVERIFY2(dialog.rect().contains(placeOf(each)), qPrintable(name));
            QVERIFY2(std::abs(placeOf(each).center().y() - middle) <= 1, qPrintable(name));
        }
        QVERIFY(!missing.contains(u"Open"_s));
        QCOMPARE(!missing.isEmpty(), hasMenu);
        auto* const more = static_cast<QToolButton*>(buttonNamed(dialog, u"More"_s));
        QCOMPARE(more != nullptr, hasMenu);
        if (more == nullptr)
            return;
        QVERIFY(std::abs(placeOf(*more).center().y() - middle) <= 1);
        QStringList offered;
        for (const QAction* const action : more->menu()->actions())
            offered.append(QString(action->text()).remove(u'&').remove(u'…'));
        QCOMPARE(offered, missing);
    }

    void whileWordsAreTypedTheKeysMoveInTheList()
    {
        Shelf shelf({ u"One"_s, u"Two"_s });
        HistoryDialog dialog(shelf.library);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        QSignalSpy opened(&dialog, &HistoryDialog::openRequested);
        auto* const words = dialog.findChild<QLineEdit*>();
        QTest::keyClick(words, Qt::Key_Down);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), u"id-1"_s);
        QVERIFY(!dialog.isVisible());
    }

    void whatIsArchivedIsOutOfTheWayAndComesBack()
    {
        Shelf shelf({ u"One"_s, u"Two"_s });
        HistoryDialog dialog(shelf.library);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        button(dialog, u"Archive"_s).click();
        QTRY_COMPARE(titlesOf(dialog), QStringList { u"Two"_s });
        QVERIFY(shows(dialog, u"“One” is in the archive."_s));
        QCOMPARE(placeText(dialog, archive), u"Archive (1)"_s);
        QCOMPARE(listNow(shelf.library).value().size(), 1);

        button(dialog, u"Undo"_s).click();
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        QVERIFY(!shelf.line(u"id-0"_s).isArchived);

        button(dialog, u"Archive"_s).click();
        QTRY_COMPARE(titlesOf(dialog).size(), 1);
        turnTo(dialog, archive);
        QCOMPARE(titlesOf(dialog).size(), 1);
        button(dialog, u"Take out of the archive"_s).click();
        QTRY_VERIFY(shows(dialog, u"Nothing is archived."_s));
    }

    void whatIsThrownAwayIsTakenBackOrDeletedForGood()
    {
        Shelf shelf({ u"One"_s, u"Two"_s });
        HistoryDialog dialog(shelf.library);
        connect(&dialog, &HistoryDialog::removalAgreed, &shelf.library, &Library::remove);
        connect(&dialog, &HistoryDialog::purgeAgreed, &shelf.library, &Library::purge);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        listOf(dialog).setFocus();
        QTest::keyClick(&listOf(dialog), Qt::Key_Delete);
        QTRY_COMPARE(titlesOf(dialog), QStringList { u"Two"_s });
        turnTo(dialog, bin);
        QCOMPARE(titlesOf(dialog), QStringList { u"One"_s });
        QVERIFY(!button(dialog, u"Open"_s).isVisible());
        button(dialog, u"Put back"_s).click();
        QTRY_VERIFY(shows(dialog, u"The bin is empty."_s));
        QTRY_VERIFY(!shelf.line(u"id-0"_s).removed.isValid());

        turnTo(dialog, kept);
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        button(dialog, u"Move to the bin"_s).click();
        QTRY_COMPARE(placeText(dialog, bin), u"Bin (1)"_s);
        turnTo(dialog, bin);
        button(dialog, u"Delete for good"_s).click();
        auto* const question = dialog.findChild<QMessageBox*>();
        QVERIFY(question != nullptr && question->text().contains(u"One"_s));
        QVERIFY(shelf.line(u"id-0"_s).removed.isValid()); // nothing before the answer
        agree(*question);
        QTRY_VERIFY(shelf.line(u"id-0"_s).id.isEmpty());
    }

    void theBinIsEmptiedOfWhatWasSeenThere()
    {
        Shelf shelf({ u"One"_s, u"Two"_s, u"Three"_s });
        shelf.library.remove(u"id-0"_s);
        shelf.library.remove(u"id-2"_s);
        HistoryDialog dialog(shelf.library);
        connect(&dialog, &HistoryDialog::purgeAgreed, &shelf.library, &Library::purge);
        dialog.show();
        turnTo(dialog, bin);
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        button(dialog, u"Empty the bin"_s).click();
        shelf.library.remove(u"id-1"_s); // while it is asked
        agree(*dialog.findChild<QMessageBox*>());
        QTRY_COMPARE(historyNow(shelf.library).value().size(), 1);
        QVERIFY(shelf.line(u"id-1"_s).removed.isValid());
        turnTo(dialog, kept);
        QTRY_VERIFY(shows(dialog, u"Your roadmaps are all in the archive or in the bin."_s));
    }

    /// It came into the bin by the terminal, say.
    void whatIsInFrontIsLeftBeforeItIsDeletedForGood()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        start.library.remove(start.study().keptAs());
        QVERIFY(isAtWork(start));
        trigger(*start.window, Qt::CTRL | Qt::Key_H);
        const auto* const dialog = start.window->findChild<HistoryDialog*>();
        turnTo(*dialog, bin);
        QTRY_COMPARE(titlesOf(*dialog).size(), 1);
        button(*dialog, u"Delete for good"_s).click();
        agree(*dialog->findChild<QMessageBox*>());
        QTRY_VERIFY(historyNow(start.library).value().isEmpty());
        QVERIFY(!isAtWork(start));
    }

    void tagsAreTypedOrChosenAndLookedFor()
    {
        Shelf shelf({ u"One"_s, u"Two"_s });
        shelf.library.setTags(u"id-1"_s, { u"work"_s });
        HistoryDialog dialog(shelf.library);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        choose(dialog, 0);
        button(dialog, u"Tags"_s).click();
        auto* const tags = dialog.findChild<TagsDialog*>();
        QVERIFY(tags != nullptr);
        tags->findChild<QLineEdit*>()->setText(u"  spring，term "_s);
        buttonNamed(*tags, u"Add the tag “work”"_s)->click();
        QCOMPARE(tags->findChild<QLineEdit*>()->text(), u"spring, term, work"_s);
        tags->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        QTRY_COMPARE(
            shelf.line(u"id-0"_s).tags, (QStringList { u"spring"_s, u"term"_s, u"work"_s }));

        auto* const filter = dialog.findChild<QComboBox*>();
        QTRY_COMPARE(filter->findText(u"term"_s), 2);
        filter->setCurrentIndex(filter->findText(u"term"_s));
        QCOMPARE(titlesOf(dialog), QStringList { u"One"_s });
        QCOMPARE(placeText(dialog, kept), u"Roadmaps (1)"_s);
    }

    void aCopyIsChosenAtOnce()
    {
        Shelf shelf({ u"One"_s, u"Two"_s });
        HistoryDialog dialog(shelf.library);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 2);
        choose(dialog, 1);
        button(dialog, u"Duplicate"_s).click();
        QTRY_COMPARE(titlesOf(dialog).size(), 3);
        QTRY_COMPARE(listOf(dialog).currentIndex().data().toString(), u"Two (copy)"_s);
    }

    void anEarlierVersionIsLookedAtAndBroughtBack()
    {
        Shelf shelf({ u"One"_s });
        LibraryEntry better = readNow(shelf.library, u"id-0"_s).value().entry;
        better.roadmap = sampleRoadmap(2, 1, 2);
        shelf.library.put(better);
        shelf.library.flush();
        HistoryDialog dialog(shelf.library);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 1);
        QSignalSpy back(&dialog, &HistoryDialog::broughtBack);
        button(dialog, u"Versions"_s).click();
        auto* const versions = dialog.findChild<VersionsDialog*>();
        QVERIFY(versions != nullptr);
        auto* const list = versions->findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 2);
        QVERIFY(!button(*versions, u"Bring back"_s).isEnabled()); // that is what it is now
        const auto* const outline = versions->findChild<QTreeWidget*>();
        QTRY_COMPARE(outline->topLevelItemCount(), 2);
        list->setCurrentRow(1);
        QTRY_COMPARE(outline->topLevelItemCount(), 1);
        button(*versions, u"Bring back"_s).click();
        QCOMPARE(back.size(), 1);
        QTRY_COMPARE(
            readNow(shelf.library, u"id-0"_s).value().entry.roadmap.stages.size(), std::size_t(1));

        button(dialog, u"Undo"_s).click();
        QTRY_COMPARE(
            readNow(shelf.library, u"id-0"_s).value().entry.roadmap.stages.size(), std::size_t(2));
        QCOMPARE(back.size(), 2);
    }

    void aVersionThatWaitsIsSaidToWait()
    {
        Shelf shelf({ u"One"_s });
        LibraryEntry better = readNow(shelf.library, u"id-0"_s).value().entry;
        better.roadmap = sampleRoadmap(2, 1, 2);
        OtherProgram other(shelf.library.path());
        QVERIFY(other.isOn());
        shelf.library.put(better);
        LibraryLine line;
        line.id = u"id-0"_s;
        VersionsDialog dialog(shelf.library, line, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto* const list = dialog.findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains(u"now · not written yet"_s));
        QVERIFY(!list->item(1)->text().contains(u"now"_s));
        QTRY_COMPARE(dialog.findChild<QTreeWidget*>()->topLevelItemCount(), 2);
        other.end();
        QTRY_VERIFY(!list->item(0)->text().contains(u"not written"_s));
        QVERIFY(list->item(0)->text().contains(u"now"_s));
        QCOMPARE(list->count(), 2);
    }

    void theChosenVersionStaysChosenWhenAnotherComes()
    {
        Shelf shelf({ u"One"_s });
        LibraryEntry entry = readNow(shelf.library, u"id-0"_s).value().entry;
        const auto becomes = [&](int stages) {
            entry.roadmap = sampleRoadmap(stages, 1, 2);
            shelf.library.put(entry);
        };
        becomes(2);
        becomes(3);
        shelf.library.flush();
        VersionsDialog dialog(shelf.library, shelf.line(u"id-0"_s), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto* const list = dialog.findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 3);
        list->setCurrentRow(1);
        const QString text = list->currentItem()->text();
        becomes(4);
        QTRY_COMPARE(list->count(), 4);
        QCOMPARE(list->currentItem()->text(), text);
        QTRY_COMPARE(dialog.findChild<QTreeWidget*>()->topLevelItemCount(), 2);
        const QSignalSpy chosen(&dialog, &VersionsDialog::chosen);
        button(dialog, u"Bring back"_s).click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(versionNow(shelf.library, u"id-0"_s, chosen.first().first().toLongLong())
                     .value()
                     .framework.stages.size(),
            std::size_t(2));
    }

    void backupsAreNotForgottenWhereItIsDeletedForGood_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("one") << u"Delete for good"_s;
        QTest::newRow("all") << u"Empty the bin"_s;
    }
    void backupsAreNotForgottenWhereItIsDeletedForGood()
    {
        QFETCH(const QString, command);
        Shelf shelf({ u"One"_s });
        shelf.library.remove(u"id-0"_s);
        HistoryDialog dialog(shelf.library);
        dialog.show();
        turnTo(dialog, bin);
        QTRY_COMPARE(titlesOf(dialog).size(), 1);
        button(dialog, command).click();
        QVERIFY(dialog.findChild<QMessageBox*>()->informativeText().contains(
            u"Backups of the library keep a copy for up to five weeks; "_s));
    }

    void whatARunIsAtWorkOnIsAskedAbout()
    {
        Shelf shelf({ u"One"_s });
        HistoryDialog dialog(shelf.library);
        dialog.setBeingMade(u"id-0"_s);
        dialog.show();
        QTRY_COMPARE(titlesOf(dialog).size(), 1);
        const QSignalSpy agreed(&dialog, &HistoryDialog::removalAgreed);
        button(dialog, u"Move to the bin"_s).click();
        QCOMPARE(agreed.size(), 0);
        agree(*dialog.findChild<QMessageBox*>());
        QCOMPARE(agreed.size(), 1);
    }

    void theWindowOpensRenamesAndThrowsAwayWhatIsInFront()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        QTRY_COMPARE(listNow(start.library).value().size(), 1);
        trigger(*start.window, Qt::CTRL | Qt::Key_H);
        const auto* dialog = start.window->findChild<HistoryDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(titlesOf(*dialog).size(), 1);
        button(*dialog, u"Rename"_s).click();
        auto* const rename = dialog->findChild<RenameDialog*>();
        rename->findChild<QLineEdit*>()->setText(u"Mine"_s);
        button(*rename, u"Rename"_s).click();
        QTRY_COMPARE(titlesOf(*dialog), QStringList { u"Mine"_s });
        QVERIFY(start.window->windowTitle().startsWith(u"Mine"_s));

        button(*dialog, u"Move to the bin"_s).click();
        QVERIFY(!isAtWork(start)); // the start page: nothing is in front any more
        QTRY_VERIFY(listNow(start.library).value().isEmpty());
        button(*dialog, u"Undo"_s).click();
        QTRY_COMPARE(titlesOf(*dialog), QStringList { u"Mine"_s });
        button(*dialog, u"Open"_s).click();
        QTRY_VERIFY(isAtWork(start));
    }
};

QTEST_MAIN(HistoryDialogTest)
#include "HistoryDialogTest.moc"
