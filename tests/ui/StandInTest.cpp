// SPDX-License-Identifier: Apache-2.0
// The built-in courses, in the place of a service that cannot be reached.
#include "ButtonSearch.h"
#include "RunWindow.h"

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

const QString offer = u"Use the built-in courses"_s;

} // namespace

class StandInTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBuiltInCoursesAnswerTheSameWishOnce()
    {
        ScriptedSource source;
        source.setCanStandIn(true);
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitEvent(ErrorEvent { Error { ErrorKind::Network, u"No."_s, {} }, analyzer });
        button(window, offer).click();
        QCOMPARE(source.standIns(), 1);
        QCOMPARE(source.requests().size(), 2);
        QCOMPARE(source.requests().last().preferences, source.requests().first().preferences);
        QVERIFY(source.requests().last().sessionId != source.requests().first().sessionId);
        QVERIFY(source.isRunning());
        QVERIFY(buttonNamed(window, offer) == nullptr); // nothing to press in what is over

        source.emitEvent(CompleteEvent { sampleDesign(), architect });
        source.emitEvent(doneWith(sampleDesign()));
        QVERIFY(treeOf(window).model()->rowCount() > 0);
        window.start();
        QCOMPARE(source.requests().size(), 3);
        QCOMPARE(source.standIns(), 1); // whoever is chosen answers as before
    }

    void whoStopsToWaitMayHaveThem()
    {
        ScriptedSource source;
        source.setCanStandIn(true);
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        source.emitWait(WaitFor::Reconnection, std::chrono::seconds(15));
        press(window, Qt::CTRL | Qt::Key_Period);
        QPushButton& standIn = button(window, offer);
        QTRY_VERIFY(standIn.isEnabled()); // not where Stop was clicked twice
        standIn.click();
        QCOMPARE(source.standIns(), 1);
        QVERIFY(source.isRunning());
    }

    void theyAreNotOfferedInThePlaceOfOthers_data()
    {
        QTest::addColumn<bool>("isStopped");
        QTest::newRow("failed") << false;
        QTest::newRow("stopped") << true;
    }
    void theyAreNotOfferedInThePlaceOfOthers()
    {
        QFETCH(const bool, isStopped);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        if (isStopped)
            press(window, Qt::CTRL | Qt::Key_Period);
        else
            source.emitEvent(ErrorEvent { Error { ErrorKind::Network, u"No."_s, {} }, analyzer });
        QTRY_VERIFY(!source.isRunning());
        QVERIFY(findButton(window, offer) == nullptr);
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(StandInTest)
#include "StandInTest.moc"
