// SPDX-License-Identifier: Apache-2.0
#include "ui/window/SessionEnd.h"
#include "RunWindow.h"

#include <QMessageBox>
#include <QTest>

#include <chrono>
#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

using Sign = std::function<void(MainWindow&)>;

namespace {

/// As the desktop's session does.
void tellThatTheSessionEnds(const MainWindow& window)
{
    window.findChild<SessionEnd*>()->comeNear();
}

} // namespace

class SessionEndTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAskedThen()
    {
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        tellThatTheSessionEnds(window);
        QVERIFY(window.close());
        QCOMPARE(source.cancelled(), 1);
    }

    void whoGoesOnIsAskedAgain_data()
    {
        QTest::addColumn<Sign>("sign");
        QTest::newRow("by a key") << Sign(
            [](MainWindow& window) { press(window, QKeyCombination(Qt::Key_Shift)); });
        QTest::newRow("by the mouse") << Sign([](MainWindow& window) {
            QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, QPoint(300, 300));
        });
    }
    void whoGoesOnIsAskedAgain()
    {
        QFETCH(const Sign, sign);
        ScriptedSource source;
        MainWindow window(source, m_settings.all(), wish());
        window.show();
        window.start();
        tellThatTheSessionEnds(window);
        sign(window);
        QVERIFY(!window.close());
        QVERIFY(window.findChild<QMessageBox*>() != nullptr);
        QCOMPARE(source.cancelled(), 0);
        tellThatTheSessionEnds(window); // after all
        QVERIFY(window.close());
    }

    void isCalledOffWhereNothingComesOfIt()
    {
        SessionEnd patient(this);
        SessionEnd impatient(this, 0ms);
        patient.comeNear();
        impatient.comeNear();
        QVERIFY(impatient.isNear());
        QTRY_VERIFY(!impatient.isNear());
        QVERIFY(patient.isNear());
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(SessionEndTest)
#include "SessionEndTest.moc"
