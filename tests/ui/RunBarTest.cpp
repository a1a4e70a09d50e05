// SPDX-License-Identifier: Apache-2.0
// What stands above conversation and roadmap: where the run is, and on which way.
#include "ui/run/RunBar.h"
#include "RunWindow.h"
#include "ui/look/Accents.h"
#include "ui/look/TextLabel.h"
#include "ui/run/WorkflowPicture.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;

using Words = WorkflowPicture::Words;
Q_DECLARE_METATYPE(Words)

class RunBarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEndIsSeenInItsColour_data()
    {
        QTest::addColumn<bool>("isDone");
        QTest::newRow("done") << true;
        QTest::newRow("failed") << false;
    }
    void anEndIsSeenInItsColour()
    {
        QFETCH(const bool, isDone);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        const TextLabel& phase = *window.findChild<RunBar*>()->findChild<TextLabel*>();
        const QColor plain = window.palette().color(QPalette::WindowText);
        QCOMPARE(phase.palette().color(QPalette::WindowText), plain);
        if (isDone)
            source.emitEvent(doneWith(sampleDesign()));
        else
            source.emitEvent(ErrorEvent { Error { ErrorKind::Network, u"No."_s, {} }, architect });
        const QColor shown = phase.palette().color(QPalette::WindowText);
        QVERIFY2(shown != plain, qPrintable(shown.name()));
        QVERIFY(contrastRatio(shown, window.palette().color(QPalette::Window)) >= 4.5);
    }

    void aGoalThatIsNotCoveredIsNoFailure()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(1400, 600);
        window.show();
        window.start();
        source.emitEvent(ErrorEvent { Error { ErrorKind::NotCovered, u"No."_s, {} }, analyzer });
        const TextLabel& phase = *window.findChild<RunBar*>()->findChild<TextLabel*>();
        QCOMPARE(phase.text(), u"Not covered"_s);
        QCOMPARE(phase.palette().color(QPalette::WindowText),
            window.palette().color(QPalette::WindowText));
        QVERIFY(!window.findChild<WorkflowPicture*>()->isVisible());
        QVERIFY(!shows(window, u"failed"_s));
        window.start();
        QVERIFY(window.findChild<WorkflowPicture*>()->isVisible());
    }

    void theWayIsThereWhereThereIsRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Words>("words");
        QTest::newRow("wide") << 1400 << Words::All;
        QTest::newRow("narrow") << 780 << Words::OfTheStep;
        QTest::newRow("narrower") << 720 << Words::None;
    }
    void theWayIsThereWhereThereIsRoom()
    {
        QFETCH(const int, width);
        QFETCH(const Words, words);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(width, 600);
        window.show();
        window.start();
        const auto& way = *window.findChild<WorkflowPicture*>();
        for (const AgentId agent : { AgentId::IntentAnalyzer, AgentId::CurriculumArchitect,
                 AgentId::StructureValidator, AgentId::RoadmapEditor }) {
            source.emitEvent(ChunkEvent { u"Hm."_s, agent });
            QVERIFY(way.isVisible()); // whatever the step is called
            if (words == Words::OfTheStep) { // that one has its name
                QVERIFY(way.sizeHint().width() > way.widthWith(Words::None));
                QVERIFY(way.sizeHint().width() <= way.widthWith(words));
            } else {
                QCOMPARE(way.sizeHint().width(), way.widthWith(words));
            }
        }
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(way.isVisible());
        // Whatever there is, nothing lies on something else.
        const RunBar& bar = *window.findChild<RunBar*>();
        QTRY_COMPARE(
            way.isVisible() ? way.width() : way.sizeHint().width(), way.sizeHint().width());
        QVERIFY(bar.minimumSizeHint().width() <= bar.width());
    }

    /// Which place it has, the conversation says.
    void waitsForItsTurnUntilTheRunBegins()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(1400, 600);
        window.show();
        window.start();
        const RunBar& bar = *window.findChild<RunBar*>();
        const auto says = [&bar](const QString& words) {
            const auto labels = bar.findChildren<TextLabel*>();
            return std::ranges::any_of(
                labels, [&words](const TextLabel* label) { return label->text().contains(words); });
        };
        source.emitTurn(3);
        QVERIFY(says(u"Waiting for your turn"_s) && !says(u"Analysing"_s));
        QVERIFY(!says(u"in line"_s));
        source.emitWait(WaitFor::NextWord);
        QVERIFY(says(u"Analysing your goal"_s) && !says(u"turn"_s));
        source.emitTurn(1);
        source.emitEvent(ErrorEvent { { ErrorKind::Network, u"gone"_s, {} }, AgentId::System });
        QVERIFY(says(u"Failed"_s));
    }

    /// Nothing looks as if it had failed.
    void whatTheRunDidWithoutIsNotShown()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.resize(1200, 600);
        window.show();
        window.start();
        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        const auto& way = *window.findChild<WorkflowPicture*>();
        const int before = way.sizeHint().width();
        QVERIFY(way.accessibleDescription().contains(u"Check"_s));
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(!way.accessibleDescription().contains(u"Check"_s));
        QVERIFY(!way.accessibleDescription().contains(u"Mend"_s));
        QVERIFY(way.sizeHint().width() < before);
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(RunBarTest)
#include "RunBarTest.moc"
