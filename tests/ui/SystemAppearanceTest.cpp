// SPDX-License-Identifier: Apache-2.0
#include "ui/look/SystemAppearance.h"

#include "tests/support/TestBus.h"
#include "ui/look/Accents.h"
#include "ui/look/LiveLook.h"
#include "ui/look/Motion.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace roadloom;
using namespace Qt::StringLiterals;

using Spaces = QMap<QString, QVariantMap>;

struct Rgb {
    double red = 0;
    double green = 0;
    double blue = 0;
};
Q_DECLARE_METATYPE(Rgb)

QDBusArgument& operator<<(QDBusArgument& argument, const Rgb& color)
{
    argument.beginStructure();
    argument << color.red << color.green << color.blue;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, Rgb& color)
{
    argument.beginStructure();
    argument >> color.red >> color.green >> color.blue;
    argument.endStructure();
    return argument;
}

/// The desktop's portal, as it answers on the bus.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    Spaces settings;
    QStringList asked;

public Q_SLOTS:
    Q_SCRIPTABLE Spaces ReadAll(const QStringList& spaces)
    {
        asked = spaces;
        return settings;
    }

Q_SIGNALS:
    Q_SCRIPTABLE void SettingChanged(
        const QString& space, const QString& key, const QDBusVariant& value);
};

class SystemAppearanceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<Spaces>();
        qDBusRegisterMetaType<Rgb>();
        if (!test::TestBus::isThere())
            QSKIP("There is no dbus-daemon here.");
        QVERIFY(m_bus.start());
        m_service = m_bus.connection();
        QVERIFY(m_service.isConnected());
    }
    void cleanup()
    {
        m_service.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
        m_service.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    }

    void wishesAreRead_data()
    {
        QTest::addColumn<Spaces>("settings");
        QTest::addColumn<SystemWishes>("wanted");
        const QString freedesktop = u"org.freedesktop.appearance"_s;
        const QString gnome = u"org.gnome.desktop.interface"_s;
        const auto one = [freedesktop](const QString& key, const QVariant& value) {
            return Spaces { { freedesktop, { { key, value } } } };
        };
        const auto color = [](double red, double green, double blue) {
            return QVariant::fromValue(Rgb { red, green, blue });
        };
        QTest::newRow("dark") << one(u"color-scheme"_s, 1U) << SystemWishes { .isDark = true };
        QTest::newRow("light") << one(u"color-scheme"_s, 2U) << SystemWishes { .isDark = false };
        QTest::newRow("wrapped twice")
            << one(u"color-scheme"_s, QVariant::fromValue(QDBusVariant(1U)))
            << SystemWishes { .isDark = true };
        QTest::newRow("contrast") << one(u"contrast"_s, 1U)
                                  << SystemWishes { .wantsContrast = true };
        QTest::newRow("less motion")
            << one(u"reduced-motion"_s, 1U) << SystemWishes { .wantsLessMotion = true };
        QTest::newRow("less motion, the older form")
            << Spaces { { gnome, { { u"enable-animations"_s, false } } } }
            << SystemWishes { .wantsLessMotion = true };
        QTest::newRow("the newer form has the last word")
            << Spaces { { gnome, { { u"enable-animations"_s, true } } },
                   { freedesktop, { { u"reduced-motion"_s, 1U } } } }
            << SystemWishes { .wantsLessMotion = true };
        QTest::newRow("accent") << one(u"accent-color"_s, color(1.0, 0.0, 0.0))
                                << SystemWishes { .accent = QColor(Qt::red) };
        const SystemWishes none;
        QTest::newRow("no preference") << one(u"color-scheme"_s, 0U) << none;
        QTest::newRow("a scheme of the future") << one(u"color-scheme"_s, 7U) << none;
        QTest::newRow("a text for a number") << one(u"color-scheme"_s, u"dark"_s) << none;
        QTest::newRow("no accent") << one(u"accent-color"_s, color(-1, -1, -1)) << none;
        QTest::newRow("not a number") << one(u"accent-color"_s, color(qQNaN(), 0, 0)) << none;
        QTest::newRow("a text for a colour") << one(u"accent-color"_s, u"#ff0000"_s) << none;
    }
    void wishesAreRead()
    {
        QFETCH(const Spaces, settings);
        QFETCH(const SystemWishes, wanted);
        FakePortal portal;
        portal.settings = settings;
        publish(portal);
        const SystemAppearance system(m_bus.connection());
        QTRY_VERIFY(!portal.asked.isEmpty());
        QTRY_COMPARE(system.wishes(), wanted);
        QVERIFY(portal.asked.contains(u"org.freedesktop.appearance"_s));
        QVERIFY(portal.asked.contains(u"org.gnome.desktop.interface"_s));
        settle(portal, system);
        QCOMPARE(system.wishes(), wanted);
    }

    void changesAreHeard()
    {
        FakePortal portal;
        publish(portal);
        const SystemAppearance system(m_bus.connection());
        QSignalSpy told(&system, &SystemAppearance::changed);
        settle(portal, system);
        told.clear();
        const QString space = u"org.freedesktop.appearance"_s;
        Q_EMIT portal.SettingChanged(space, u"color-scheme"_s, QDBusVariant(1U));
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(system.wishes().isDark, std::optional(true));
        Q_EMIT portal.SettingChanged(space, u"color-scheme"_s, QDBusVariant(1U));
        Q_EMIT portal.SettingChanged(u"org.example"_s, u"color-scheme"_s, QDBusVariant(2U));
        Q_EMIT portal.SettingChanged(space, u"color-scheme"_s, QDBusVariant(0U));
        QTRY_COMPARE(told.count(), 2);
        QCOMPARE(system.wishes().isDark, std::optional<bool>());
    }

    void aDarkDesktopsWishReachesAnOpenWindow()
    {
        FakePortal portal;
        publish(portal);
        const SystemAppearance system(m_bus.connection());
        const LiveLook live(system);
        QVERIFY(!isDark(QApplication::palette()));
        settle(portal, system);
        const QString space = u"org.freedesktop.appearance"_s;
        Q_EMIT portal.SettingChanged(space, u"color-scheme"_s, QDBusVariant(1U));
        QTRY_VERIFY(isDark(QApplication::palette()));
        Q_EMIT portal.SettingChanged(space, u"contrast"_s, QDBusVariant(1U));
        QTRY_VERIFY(isHighContrast(QApplication::palette()));
        QVERIFY(isDark(QApplication::palette()));
        Q_EMIT portal.SettingChanged(space, u"contrast"_s, QDBusVariant(0U));
        Q_EMIT portal.SettingChanged(space, u"color-scheme"_s, QDBusVariant(2U));
        QTRY_VERIFY(!isDark(QApplication::palette()));
        const QWidget window;
        QVERIFY(mayMove(window));
        Q_EMIT portal.SettingChanged(space, u"reduced-motion"_s, QDBusVariant(1U));
        QTRY_VERIFY(!mayMove(window));
    }

    void withoutAPortalItIsSilent()
    {
        QElapsedTimer clock;
        clock.start();
        const SystemAppearance system(m_bus.connection());
        QVERIFY(clock.elapsed() < 1000);
        QCOMPARE(system.wishes(), SystemWishes {});
    }

    void withoutABusItIsSilent()
    {
        const SystemAppearance system(QDBusConnection(u"nowhere"_s));
        QCOMPARE(system.wishes(), SystemWishes {});
    }

private:
    void publish(FakePortal& portal)
    {
        QVERIFY(m_service.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
            QDBusConnection::ExportScriptableContents));
        QVERIFY(m_service.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    /// Returns when the portal was asked, answered, and a later signal of its has arrived.
    static void settle(FakePortal& portal, const SystemAppearance& system)
    {
        QTRY_VERIFY(!portal.asked.isEmpty());
        const bool before = system.wishes().wantsContrast;
        const QString space = u"org.freedesktop.appearance"_s;
        Q_EMIT portal.SettingChanged(space, u"contrast"_s, QDBusVariant(before ? 0U : 1U));
        QTRY_COMPARE(system.wishes().wantsContrast, !before);
        Q_EMIT portal.SettingChanged(space, u"contrast"_s, QDBusVariant(before ? 1U : 0U));
        QTRY_COMPARE(system.wishes().wantsContrast, before);
    }

    test::TestBus m_bus;
    QDBusConnection m_service { u"none"_s };
};

QTEST_MAIN(SystemAppearanceTest)
#include "SystemAppearanceTest.moc"
