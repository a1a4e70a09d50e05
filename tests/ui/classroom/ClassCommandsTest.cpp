// SPDX-License-Identifier: Apache-2.0
// What the commands of a window do with a class, as its teacher sees it.
#include "ClassHub.h"
#include "tests/ui/ProgramStart.h"
#include "ui/classroom/CodeSheet.h"
#include "ui/classroom/CollectedPane.h"
#include "ui/classroom/ShareDialog.h"
#include "ui/window/Commands.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

/// A teacher's window, with a library.
struct Teacher {
    Teacher()
        : library(folder.path())
    {
        if (library.open())
            qFatal("the library cannot be opened");
        window = std::make_unique<MainWindow>(
            source, settings.all(), wish(), WindowStores { .library = &library }, classroomParts());
        window->show();
    }

    [[nodiscard]] QAction& action(const QString& text) const
    {
        for (QAction* const action : window->findChildren<QAction*>()) {
            if (action->text().remove(u'&') == text)
                return *action;
        }
        qFatal("no such command");
    }
    [[nodiscard]] ShareDialog& dialog() const { return *window->findChild<ShareDialog*>(); }
    [[nodiscard]] QPushButton& button(const QString& text) const
    {
        for (QPushButton* const button : dialog().findChildren<QPushButton*>()) {
            if (button->text().remove(u'&').startsWith(text))
                return *button;
        }
        qFatal("no such button");
    }
    /// At a port that is free. What a seat needs to join.
    [[nodiscard]] HubSetup share() const
    {
        action(u"Share with the class…"_s).trigger();
        auto* const places = dialog().findChild<QComboBox*>();
        places->setCurrentIndex(places->count() - 1);
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            qFatal("no port is free");
        HubSetup setup { .port = free.serverPort() };
        free.close();
        for (QSpinBox* const number : dialog().findChildren<QSpinBox*>()) {
            if (number->value() == 8000)
                number->setValue(setup.port);
        }
        button(u"Start sharing"_s).click();
        if (!QTest::qWaitFor([this] { return button(u"Stop sharing"_s).isVisible(); }))
            qFatal("the hub does not begin");
        // As it is read aloud.
        setup.classCode = dialog()
                              .findChild<CodeSheet*>()
                              ->accessibleName()
                              .section(u' ', 2, 2)
                              .chopped(1)
                              .toLatin1();
        return setup;
    }
    /// What the window says over its foot.
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = window->findChild<PassingRemark*>()->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&words](const QLabel* label) { return label->text().contains(words); });
    }
    /// What the library has.
    [[nodiscard]] QList<LibraryLine> kept()
    {
        std::optional<QList<LibraryLine>> lines;
        const QObject once;
        QObject::connect(&library, &Library::historyRead, &once,
            [&lines](const Result<QList<LibraryLine>>& read) { lines = read.value(); });
        library.readHistory();
        if (!QTest::qWaitFor([&lines] { return lines.has_value(); }))
            qFatal("the library cannot be read");
        return *lines;
    }
    [[nodiscard]] QMessageBox* question() const
    {
        for (QMessageBox* const box : window->findChildren<QMessageBox*>()) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    void makeRoadmap()
    {
        window->start();
        source.emitEvent(CompleteEvent { sampleIntent(), analyzer });
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(doneWith(sampleDesign()));
    }

    QTemporaryDir folder;
    TestSettings settings;
    ScriptedSource source;
    Library library;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class ClassCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void handsTheRoadmapInFrontOut()
    {
        Teacher teacher;
        const QAction& handOut = teacher.action(u"Hand this roadmap to the class"_s);
        QVERIFY(!handOut.isEnabled());
        QCOMPARE(handOut.toolTip(), u"Share with the class first."_s);
        const HubSetup setup = teacher.share();
        QVERIFY(!setup.classCode.isEmpty());
        QTRY_COMPARE(handOut.toolTip(), u"Open a roadmap first."_s);
        QVERIFY(!handOut.isEnabled());
        QVERIFY(!teacher.button(u"Hand out a roadmap"_s).isEnabled());
        teacher.makeRoadmap();
        QVERIFY(handOut.isEnabled());
        const QString title = sampleDesign().framework.title;
        teacher.button(u"Hand out “"_s + title.left(10)).click();
        QTRY_VERIFY(teacher.says(u"Handed to the class: "_s + title));
    }

    void opensWhatWasHandedInAndKeepsTheRest()
    {
        Teacher teacher;
        const HubSetup setup = teacher.share();
        SeatOfClass ada(setup);
        SeatOfClass ben(setup);
        ada.join("Ada");
        ben.join("Ben");
        Roadmap first = sampleDesign().framework;
        first.title = u"Ada's own"_s;
        QVERIFY(ada.handIn(first));
        QVERIFY(ben.handIn(roadmapWith(u"r-2"_s, u"Ben's own"_s)));
        auto* const pane = teacher.dialog().findChild<CollectedPane*>();
        QTRY_VERIFY(pane->isVisible());
        auto* const list = pane->findChild<QTreeView*>();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QVERIFY(!teacher.button(u"Open"_s).isEnabled());
        QVERIFY(teacher.button(u"Save all to library"_s).isEnabled());
        list->setCurrentIndex(list->model()->index(1, 0)); // the one that came first
        teacher.button(u"Open"_s).click();
        QTRY_VERIFY(teacher.window->windowTitle().contains(u"Ada's own"_s));

        const QList<LibraryLine> kept = teacher.kept();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().title, u"Ada's own"_s);
        QCOMPARE(kept.first().tags, QStringList { u"Ada"_s });

        teacher.window->close(); // would lose what Ben has handed in
        QTRY_VERIFY(teacher.question() != nullptr);
        answer(*teacher.question(), QMessageBox::AcceptRole);
        QTRY_VERIFY(!teacher.window->isVisible());
        QCOMPARE(teacher.kept().size(), 2);
    }
};

QTEST_MAIN(ClassCommandsTest)
#include "ClassCommandsTest.moc"
