// SPDX-License-Identifier: Apache-2.0
#include "app/DesktopNotification.h"

#include "ui/look/SessionBus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString defaultAction = u"default"_s; // a click on the message itself

} // namespace

DesktopNotification::DesktopNotification(QObject* parent)
    : DesktopNotification(sessionBus(), parent)
{
}

DesktopNotification::DesktopNotification(const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void DesktopNotification::show(const QString& title, const QString& text)
{
    if (!m_bus.isConnected())
        return;
    listen();
    const QVariantMap hints { { u"desktop-entry"_s, QGuiApplication::desktopFileName() } };
    constexpr int desktopsOwnTime = -1;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The body may be read as markup.
    call << u"Roadloom"_s << m_id << QGuiApplication::desktopFileName() << title
         << text.toHtmlEscaped() << QStringList { defaultAction, QString() } << hints
         << desktopsOwnTime;
    auto* const answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> id = *answer;
        if (id.isValid())
            m_id = id.value();
        answer->deleteLater();
    });
}

void DesktopNotification::listen()
{
    if (m_listens)
        return;
    // With the name of the service, Qt would wait for the bus to say who owns it.
    const QString anybody;
    m_listens = m_bus.connect(
        anybody, path, service, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    m_bus.connect(
        anybody, path, service, u"ActivationToken"_s, this, SLOT(takeToken(uint, QString)));
}

void DesktopNotification::takeToken(uint id, const QString& token)
{
    if (id == m_id)
        m_token = token.toUtf8();
}

void DesktopNotification::takeAction(uint id, const QString& action)
{
    if (id == m_id && action == defaultAction)
        Q_EMIT chosen(std::exchange(m_token, {}));
}

} // namespace roadloom
