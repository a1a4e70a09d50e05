// SPDX-License-Identifier: Apache-2.0
#include "app/DesktopNotification.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString defaultAction = u"default"_s; // a click on the message itself

} // namespace

void DesktopNotification::show(const QString& title, const QString& text)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    listen();
    const QVariantMap hints { { u"desktop-entry"_s, QGuiApplication::desktopFileName() } };
    constexpr int desktopsOwnTime = -1;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The body may be read as markup.
    call << u"Roadloom"_s << m_id << QGuiApplication::desktopFileName() << title
         << text.toHtmlEscaped() << QStringList { defaultAction, QString() } << hints
         << desktopsOwnTime;
    auto* const answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
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
    m_listens = QDBusConnection::sessionBus().connect(
        service, path, service, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
}

void DesktopNotification::takeAction(uint id, const QString& action)
{
    if (id == m_id && action == defaultAction)
        Q_EMIT chosen();
}

} // namespace roadloom
