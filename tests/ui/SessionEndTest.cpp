// SPDX-License-Identifier: Apache-2.0
#include "ui/window/SessionEnd.h"
#include "RunWindow.h"

#include <QMessageBox>
#include <QSessionManager>
#include <QTest>

#include <chrono>
#include <cstddef>
#include <functional>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

using Sign = std::function<void(MainWindow&)>;

namespace {

/// As the session manager's plugin of the platform does. Nobody here asks who it is.
void tellThatTheSessionEnds()
{
    alignas(QSessionManager) std::byte place[sizeof(QSessionManager)] {};
    Q_EMIT qApp->commitDataRequest(*reinterpret_cast<QSessionManager*>(place));
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
        tellThatTheSessionEnds();
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
        tellThatTheSessionEnds();
        sign(window);
        QVERIFY(!window.close());
        QVERIFY(window.findChild<QMessageBox*>() != nullptr);
        QCOMPARE(source.cancelled(), 0);
        tellThatTheSessionEnds(); // after all
        QVERIFY(window.close());
    }

    void isCalledOffWhereNothingComesOfIt()
    {
        const SessionEnd patient;
        const SessionEnd impatient(0ms);
        tellThatTheSessionEnds();
        QVERIFY(impatient.isNear());
        QTRY_VERIFY(!impatient.isNear());
        QVERIFY(patient.isNear());
    }

private:
    TestSettings m_settings;
};

QTEST_MAIN(SessionEndTest)
#include "SessionEndTest.moc"
