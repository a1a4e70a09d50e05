// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace roadloom {

/// One message on the desktop, through the freedesktop.org notification service (version 1.2 of its
/// specification); a later one replaces it. Where there is no such service, nothing is shown.
class DesktopNotification : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Plain texts; does not wait for the desktop.
    void show(const QString& title, const QString& text);

Q_SIGNALS:
    /// The person clicked on the message.
    void chosen();

private Q_SLOTS:
    void takeAction(uint id, const QString& action);

private:
    void listen();

    uint m_id = 0; ///< of the message on the desktop; 0: none so far
    bool m_listens = false;
};

} // namespace roadloom
