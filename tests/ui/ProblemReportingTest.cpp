// SPDX-License-Identifier: Apache-2.0
#include "ButtonSearch.h"
#include "ProgramStart.h"
#include "core/storage/LogFile.h"
#include "ui/window/ReportDialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

void reportProblem(const MainWindow& window)
{
    for (QAction* const action : window.findChildren<QAction*>()) {
        if (QString(action->text()).remove(u'&') == u"Report a problem…"_s)
            action->trigger();
    }
}

QString reportIn(const QWidget& window)
{
    const auto* const text = window.findChild<ReportDialog*>()->findChild<QPlainTextEdit*>();
    return text->isReadOnly() ? text->toPlainText() : QString();
}

} // namespace

class ProblemReportingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReportIsReadBeforeItGoesAnywhere()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        start.makeRoadmap();
        start.library.flush();
        reportProblem(*start.window);
        auto* const dialog = start.window->findChild<ReportDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(shows(*dialog, u"Nothing is sent"_s));
        QTRY_VERIFY(reportIn(*start.window).contains(u"1 roadmaps"_s));
        const QString text = reportIn(*start.window);
        for (const QString& told : { u"Qt "_s, u"offscreen"_s, u"style "_s, u"screen "_s,
                 u"checked: whole"_s, u"who answers: built-in courses"_s })
            QVERIFY2(text.contains(told), qPrintable(text));
        QVERIFY(!text.contains(wish().preferences.learningGoal));
        QVERIFY(!text.contains(sampleDesign().framework.title));
        QVERIFY(!text.contains(folder.path()));

        button(*dialog, u"Copy"_s).click();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        const QString path = folder.filePath(u"report.txt"_s);
        dialog->save(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), QString(text + u'\n'));
        QVERIFY(shows(*dialog, u"report.txt"_s));
        dialog->save(folder.filePath(u"nowhere/report.txt"_s));
        QVERIFY(shows(*dialog, u"cannot be written"_s));
        button(*dialog, u"Save as"_s).click();
        QVERIFY(dialog->findChild<QFileDialog*>() != nullptr);
    }

    void theLogIsInIt()
    {
        const QTemporaryDir folder;
        LogFile log(folder.filePath(u"log"_s));
        QVERIFY(log.write("a line of the log"));
        TestSettings settings;
        ScriptedSource source;
        MainWindow window(
            source, settings.all(), wish(), { .logFolder = folder.filePath(u"log"_s) });
        window.show();
        reportProblem(window);
        reportProblem(window); // not a second one
        QCOMPARE(window.findChildren<ReportDialog*>().size(), 1);
        QTRY_VERIFY(reportIn(window).contains(u"a line of the log"_s));
        QVERIFY(reportIn(window).contains(u"there is none"_s)); // no library
    }

    void itMayBeClosedBeforeItIsThere()
    {
        const QTemporaryDir folder;
        Start start(folder.path());
        reportProblem(*start.window);
        start.window->findChild<ReportDialog*>()->reject();
        QTRY_VERIFY(start.window->findChild<ReportDialog*>() == nullptr);
        const auto isThere = [&] {
            reportProblem(*start.window); // once the check has ended
            return start.window->findChild<ReportDialog*>() != nullptr;
        };
        QTRY_VERIFY(isThere());
        start.window.reset(); // ends the check
    }
};

QTEST_MAIN(ProblemReportingTest)
#include "ProblemReportingTest.moc"
