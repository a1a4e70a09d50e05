// SPDX-License-Identifier: Apache-2.0
#include "app/InterfaceLanguage.h"

#include "core/base/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// The system's where it is of that language: it knows the territory, and what the user has set.
QLocale localeFor(LanguageChoice choice)
{
    const QLocale system = QLocale::system();
    if (choice == LanguageChoice::System)
        return system;
    const QLocale chosen = choice == LanguageChoice::Chinese
        ? QLocale(QLocale::Chinese, QLocale::China)
        : QLocale(QLocale::English, QLocale::UnitedStates);
    return system.language() == chosen.language() ? system : chosen;
}

} // namespace

InterfaceLanguage::InterfaceLanguage(const QString& folder)
    : m_folder(folder)
{
    speak(LanguageChoice::System);
}

InterfaceLanguage::~InterfaceLanguage()
{
    remove();
}

void InterfaceLanguage::speak(LanguageChoice choice)
{
    const QLocale locale = localeFor(choice);
    // Who is told of the language asks for the locale as well.
    QLocale::setDefault(locale);
    // Any kind of Chinese is better served by this one than by English, as curricula are. English
    // has a translation too: it holds the plural forms. Qt's own texts follow, so that no third
    // language comes in between.
    const bool isChinese = languageForCode(locale.bcp47Name()) == Language::Chinese;
    install(isChinese ? u"zh_CN"_s : u"en"_s);
}

void InterfaceLanguage::install(const QString& code)
{
    if (code == m_code)
        return;
    remove();
    m_code = code;
    if (m_ours.load("roadloom_"_L1 + code, m_folder))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load("qtbase_"_L1 + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

void InterfaceLanguage::remove()
{
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
}

} // namespace roadloom
