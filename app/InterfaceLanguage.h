// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/AppearanceSettings.h"

#include <QTranslator>

namespace roadloom {

/// The language in which the running program speaks to its user: the translations that are
/// installed, Qt's own among them, and how dates and numbers are written. Needs a QCoreApplication
/// for as long as it lives. At first it is the system's.
class InterfaceLanguage {
public:
    /// The folder holds roadloom_en.qm and its like.
    explicit InterfaceLanguage(const QString& folder = QStringLiteral(":/i18n"));
    Q_DISABLE_COPY_MOVE(InterfaceLanguage)
    ~InterfaceLanguage();

    /// Open windows hear of it as QEvent::LanguageChange.
    void speak(LanguageChoice choice);

private:
    void install(const QString& code);
    void remove();

    QString m_folder;
    QString m_code; ///< of the translations that are installed
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace roadloom
