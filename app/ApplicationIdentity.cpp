// SPDX-License-Identifier: Apache-2.0
#include "app/ApplicationIdentity.h"

#include "core/base/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

ApplicationIdentity::ApplicationIdentity()
{
    QCoreApplication::setApplicationName(u"roadloom"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROADLOOM_VERSION));

    // Any kind of Chinese is better served by this one than by English, as curricula are. English
    // has a translation too: it holds the plural forms. Qt's own texts follow, so that no third
    // language comes in between.
    const bool isChinese = languageForCode(QLocale().bcp47Name()) == Language::Chinese;
    const QString code = isChinese ? u"zh_CN"_s : u"en"_s;
    if (m_ours.load("roadloom_"_L1 + code, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load("qtbase_"_L1 + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

ApplicationIdentity::~ApplicationIdentity()
{
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
}

} // namespace roadloom
