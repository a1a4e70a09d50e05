// SPDX-License-Identifier: Apache-2.0
#include "ui/look/SystemAppearance.h"

#include "ui/look/SessionBus.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QMap>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

using Spaces = QMap<QString, QVariantMap>;

constexpr QLatin1StringView service("org.freedesktop.portal.Desktop");
constexpr QLatin1StringView path("/org/freedesktop/portal/desktop");
constexpr QLatin1StringView portal("org.freedesktop.portal.Settings");
constexpr QLatin1StringView appearance("org.freedesktop.appearance");
constexpr QLatin1StringView gnome("org.gnome.desktop.interface");

/// Some portals wrap a value once more than they should.
QVariant unwrapped(QVariant value)
{
    for (int depth = 0; depth < 4 && value.userType() == qMetaTypeId<QDBusVariant>(); ++depth)
        value = qvariant_cast<QDBusVariant>(value).variant();
    return value;
}

/// Three numbers from 0 to 1; with others the portal says that there is no such colour.
std::optional<QColor> colorIn(const QVariant& value)
{
    if (value.userType() != qMetaTypeId<QDBusArgument>())
        return std::nullopt;
    const auto argument = qvariant_cast<QDBusArgument>(value);
    if (argument.currentSignature() != u"(ddd)"_s)
        return std::nullopt;
    double red = -1;
    double green = -1;
    double blue = -1;
    argument.beginStructure();
    argument >> red >> green >> blue;
    argument.endStructure();
    for (const double part : { red, green, blue }) {
        if (!(part >= 0.0 && part <= 1.0))
            return std::nullopt;
    }
    return QColor::fromRgbF(float(red), float(green), float(blue));
}

} // namespace

SystemAppearance::SystemAppearance(QObject* parent)
    : SystemAppearance(sessionBus(), parent)
{
}

SystemAppearance::SystemAppearance(const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
{
    listenToQt();
    m_told = m_wishes;
    if (m_bus.isConnected())
        ask();
}

void SystemAppearance::ask()
{
    qDBusRegisterMetaType<Spaces>();
    m_bus.connect(service, path, portal, u"SettingChanged"_s, this,
        SLOT(noteChange(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, portal, u"ReadAll"_s);
    question << QStringList { appearance, gnome };
    auto* const answer = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<Spaces> reply = *answer;
        if (reply.isError())
            return;
        const Spaces spaces = reply.value();
        // The older form first: where both are there, the newer one has the last word.
        for (const QString& space : QStringList { gnome, appearance }) {
            const QVariantMap values = spaces.value(space);
            for (auto entry = values.cbegin(); entry != values.cend(); ++entry)
                static_cast<void>(note(space, entry.key(), entry.value()));
        }
        tell();
    });
}

/// The desktop's settings as far as Qt passes them on; what the portal says goes before.
void SystemAppearance::listenToQt()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto take = [this] {
        const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        if (m_portalSaysScheme || scheme == Qt::ColorScheme::Unknown)
            return;
        m_wishes.isDark = scheme == Qt::ColorScheme::Dark;
        tell();
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, take);
    take();
#endif
}

void SystemAppearance::noteChange(
    const QString& space, const QString& key, const QDBusVariant& value)
{
    if (note(space, key, value.variant()))
        tell();
}

bool SystemAppearance::note(const QString& space, const QString& key, const QVariant& value)
{
    const QVariant plain = unwrapped(value);
    bool isNumber = false;
    const uint number = plain.toUInt(&isNumber);
    if (space == appearance && key == "color-scheme"_L1) {
        m_portalSaysScheme = isNumber && (number == 1 || number == 2);
        m_wishes.isDark = m_portalSaysScheme ? std::optional(number == 1) : std::nullopt;
    } else if (space == appearance && key == "contrast"_L1) {
        m_wishes.wantsContrast = isNumber && number == 1;
    } else if (space == appearance && key == "reduced-motion"_L1) {
        m_portalSaysMotion = true;
        m_wishes.wantsLessMotion = isNumber && number == 1;
    } else if (space == appearance && key == "accent-color"_L1) {
        m_wishes.accent = colorIn(plain);
    } else if (space == gnome && key == "enable-animations"_L1 && !m_portalSaysMotion) {
        m_wishes.wantsLessMotion = plain.userType() == QMetaType::Bool && !plain.toBool();
    } else {
        return false;
    }
    return true;
}

void SystemAppearance::tell()
{
    if (m_told == m_wishes)
        return;
    m_told = m_wishes;
    Q_EMIT changed();
}

} // namespace roadloom
