// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QDBusConnection>
#include <QObject>

#include <optional>

class QDBusVariant;

namespace roadloom {

/// What the desktop says about how programs should look. What it does not say is empty or false.
struct SystemWishes {
    std::optional<bool> isDark {};
    bool wantsContrast = false;
    bool wantsLessMotion = false;
    std::optional<QColor> accent {};

    bool operator==(const SystemWishes&) const = default;
};

/// Asks the desktop's settings portal (org.freedesktop.portal.Settings), and listens to it. Never
/// waits: until an answer comes, and where there is no portal or no bus, it is silent about
/// everything but what Qt itself knows.
class SystemAppearance final : public QObject {
    Q_OBJECT
public:
    /// The bus of the session; none is searched for where the environment names none.
    explicit SystemAppearance(QObject* parent = nullptr);
    explicit SystemAppearance(const QDBusConnection& bus, QObject* parent = nullptr);

    [[nodiscard]] const SystemWishes& wishes() const { return m_wishes; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void noteChange(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void listenToQt();
    [[nodiscard]] bool note(const QString& space, const QString& key, const QVariant& value);
    void tell();

    QDBusConnection m_bus;
    SystemWishes m_wishes;
    SystemWishes m_told;
    bool m_portalSaysScheme = false;
    bool m_portalSaysMotion = false; ///< in the key that is made for it
};

} // namespace roadloom
