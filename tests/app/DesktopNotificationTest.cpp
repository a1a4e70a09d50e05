// SPDX-License-Identifier: Apache-2.0
#include "app/DesktopNotification.h"
#include "tests/support/TestBus.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// The desktop's service of messages, as it answers on the bus.
class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList titles;
    QStringList texts;
    QList<uint> replaced;

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString& /*program*/, uint replaces, const QString& /*icon*/,
        const QString& title, const QString& text, const QStringList& /*actions*/,
        const QVariantMap& /*hints*/, int /*milliseconds*/)
    {
        titles.append(title);
        texts.append(text);
        replaced.append(replaces);
        return 7;
    }

Q_SIGNALS:
    Q_SCRIPTABLE void ActivationToken(uint id, const QString& token);
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString& action);
};

class DesktopNotificationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!test::TestBus::isThere())
            QSKIP("There is no dbus-daemon here.");
        QVERIFY(m_bus.start());
        m_service = m_bus.connection();
        QVERIFY(m_service.isConnected());
    }
    void init()
    {
        m_desktop = std::make_unique<FakeNotifications>();
        QVERIFY(m_service.registerObject(u"/org/freedesktop/Notifications"_s, m_desktop.get(),
            QDBusConnection::ExportScriptableContents));
        QVERIFY(m_service.registerService(u"org.freedesktop.Notifications"_s));
    }
    void cleanup()
    {
        m_service.unregisterObject(u"/org/freedesktop/Notifications"_s);
        m_service.unregisterService(u"org.freedesktop.Notifications"_s);
    }

    void aLaterOneReplacesIt()
    {
        DesktopNotification notification(m_bus.connection());
        notification.show(u"Ready"_s, u"a < b"_s);
        QTRY_COMPARE(m_desktop->titles, QStringList { u"Ready"_s });
        QCOMPARE(m_desktop->texts, QStringList { u"a &lt; b"_s });
        settle(notification);
        notification.show(u"Again"_s, {});
        QTRY_COMPARE(m_desktop->replaced, (QList<uint> { 0, 7 }));
    }

    void aClickTellsTheToken_data()
    {
        QTest::addColumn<uint>("id");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArrayList>("tokens");
        QTest::newRow("on it") << 7U << u"default"_s << QByteArrayList { "let me in" };
        QTest::newRow("on another's") << 8U << u"default"_s << QByteArrayList {};
        QTest::newRow("on something else of it") << 7U << u"other"_s << QByteArrayList {};
    }
    void aClickTellsTheToken()
    {
        QFETCH(const uint, id);
        QFETCH(const QString, action);
        DesktopNotification notification(m_bus.connection());
        notification.show(u"Ready"_s, {});
        settle(notification);
        QByteArrayList tokens;
        connect(&notification, &DesktopNotification::chosen, this,
            [&tokens](const QByteArray& token) { tokens.append(token); });
        Q_EMIT m_desktop->ActivationToken(id, u"let me in"_s);
        Q_EMIT m_desktop->ActionInvoked(id, action);
        // What comes after it tells that it has been heard. A token is for one click.
        Q_EMIT m_desktop->ActivationToken(7, {});
        Q_EMIT m_desktop->ActionInvoked(7, u"default"_s);
        QTRY_VERIFY(tokens.contains(QByteArray()));
        tokens.removeLast();
        QTEST(tokens, "tokens");
    }

    void withoutABusNothingIsShown()
    {
        DesktopNotification notification(QDBusConnection(u"nowhere"_s));
        notification.show(u"Ready"_s, {});
        QVERIFY(m_desktop->titles.isEmpty());
    }

private:
    /// Returns when the desktop's answer has come: it is known by a click that is taken.
    void settle(DesktopNotification& notification)
    {
        QSignalSpy chosen(&notification, &DesktopNotification::chosen);
        const auto click = [this, &chosen] {
            Q_EMIT m_desktop->ActionInvoked(7, u"default"_s);
            return !chosen.isEmpty();
        };
        QTRY_VERIFY(click());
        // Those that came after the first.
        int clicks = 0;
        const auto last = connect(&notification, &DesktopNotification::chosen, this,
            [&clicks](const QByteArray& token) { clicks += token == "last" ? 1 : 0; });
        Q_EMIT m_desktop->ActivationToken(7, u"last"_s);
        Q_EMIT m_desktop->ActionInvoked(7, u"default"_s);
        QTRY_COMPARE(clicks, 1);
        disconnect(last);
    }

    test::TestBus m_bus;
    QDBusConnection m_service { u"none"_s };
    std::unique_ptr<FakeNotifications> m_desktop;
};

QTEST_MAIN(DesktopNotificationTest)
#include "DesktopNotificationTest.moc"
