// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/InterfaceLanguage.h"

namespace roadloom {

/// The running program's name and version, and the language it speaks, for as long as this object
/// lives. Needs a QCoreApplication.
class ApplicationIdentity {
public:
    ApplicationIdentity();
    Q_DISABLE_COPY_MOVE(ApplicationIdentity)
    ~ApplicationIdentity() = default;

    void speak(LanguageChoice choice) { m_language.speak(choice); }

private:
    InterfaceLanguage m_language;
};

} // namespace roadloom
