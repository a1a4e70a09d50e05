// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace roadloom {

/// One message on the desktop, through the freedesktop.org notification service (version 1.3 of its
/// specification); a later one replaces it. Where there is no such service, nothing is shown. Never
/// waits for the service, nor for who owns its name.
class DesktopNotification : public QObject {
    Q_OBJECT
public:
    /// The bus of the session, as SystemAppearance has it.
    explicit DesktopNotification(QObject* parent = nullptr);
    explicit DesktopNotification(const QDBusConnection& bus, QObject* parent = nullptr);

    /// Plain texts.
    void show(const QString& title, const QString& text);

Q_SIGNALS:
    /// The person clicked on the message. With the token a Wayland desktop lets a window come
    /// forward; it is empty where the desktop gives none.
    void chosen(const QByteArray& activationToken);

private Q_SLOTS:
    void takeToken(uint id, const QString& token);
    void takeAction(uint id, const QString& action);

private:
    void listen();

    QDBusConnection m_bus;
    uint m_id = 0; ///< of the message on the desktop; 0: none so far
    QByteArray m_token; ///< comes before the action it is for
    bool m_listens = false;
};

} // namespace roadloom
