// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace roadloom {

/// The running program's name and version, and the translations of the user's language, installed
/// for as long as this object lives. Needs a QCoreApplication.
class ApplicationIdentity {
public:
    ApplicationIdentity();
    Q_DISABLE_COPY_MOVE(ApplicationIdentity)
    ~ApplicationIdentity();

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace roadloom
