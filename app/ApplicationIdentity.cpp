// SPDX-License-Identifier: Apache-2.0
#include "app/ApplicationIdentity.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

ApplicationIdentity::ApplicationIdentity()
{
    QCoreApplication::setApplicationName(u"roadloom"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROADLOOM_VERSION));

    const QString folder = u":/i18n"_s;
    // English has a translation too: it holds the plural forms.
    if (m_ours.load(QLocale(), u"roadloom"_s, u"_"_s, folder)
        || m_ours.load(u"roadloom_en"_s, folder))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(
            QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

ApplicationIdentity::~ApplicationIdentity()
{
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
}

} // namespace roadloom
