// SPDX-License-Identifier: Apache-2.0
#include "ui/window/ProblemReporting.h"

#include "core/storage/AppearanceBook.h"
#include "core/storage/Library.h"
#include "core/storage/LogFile.h"
#include "ui/window/ReportDialog.h"

#include <QApplication>
#include <QLocale>
#include <QProxyStyle>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>
#include <QThread>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype mostLogLines = 300;

/// Of the one below ours, which has no name.
QString styleName()
{
    const QStyle* style = QApplication::style();
    while (const auto* const proxy = qobject_cast<const QProxyStyle*>(style))
        style = proxy->baseStyle();
    return style->name();
}

QStringList programFacts(const QWidget& window)
{
    QStringList facts {
        "Roadloom "_L1 + QCoreApplication::applicationVersion(),
        "Qt %1, platform %2, style %3"_L1.arg(
            QLatin1StringView(qVersion()), QGuiApplication::platformName(), styleName()),
        "%1, %2, kernel %3"_L1.arg(QSysInfo::prettyProductName(),
            QSysInfo::currentCpuArchitecture(), QSysInfo::kernelVersion()),
        "desktop %1, session %2"_L1.arg(qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"?"_s),
            qEnvironmentVariable("XDG_SESSION_TYPE", u"?"_s)),
        "locale %1, system's %2"_L1.arg(QLocale().name(), QLocale::system().name()),
        "window %1 x %2"_L1.arg(QString::number(window.width()), QString::number(window.height())),
    };
    for (const QScreen* const screen : QGuiApplication::screens())
        facts.append("screen %1 x %2, scale %3, %4 dpi"_L1.arg(
            QString::number(screen->size().width()), QString::number(screen->size().height()),
            QString::number(screen->devicePixelRatio()),
            QString::number(screen->logicalDotsPerInch())));
    return facts;
}

} // namespace

ProblemReporting::ProblemReporting(
    const Settings& settings, const WindowStores& stores, QWidget& window)
    : m_settings(settings)
    , m_stores(stores)
    , m_window(window)
{
}

ProblemReporting::~ProblemReporting()
{
    m_end.request_stop();
    if (m_thread)
        m_thread->wait();
}

void ProblemReporting::ask()
{
    if (m_dialog || m_thread)
        return;
    m_dialog = new ReportDialog(&m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_end = {};
    connect(m_dialog, &QDialog::finished, this, [this] { m_end.request_stop(); });
    m_dialog->open();
    m_report = { .program = programFacts(m_window),
        .configured = m_settings.providers.configured(),
        .policy = m_settings.policy };
    if (m_settings.appearance != nullptr)
        m_report.appearance = m_settings.appearance->appearance();
    const QString library = m_stores.library != nullptr ? m_stores.library->path() : QString();
    m_thread.reset(
        QThread::create([this, library, logs = m_stores.logFolder, stop = m_end.get_token()] {
            m_report.log = LogFile::lastLines(logs, mostLogLines); // read when the thread has ended
            m_report.library = checkLibrary(library, stop);
        }));
    connect(m_thread.get(), &QThread::finished, this, &ProblemReporting::show);
    m_thread->start();
}

void ProblemReporting::show()
{
    m_thread->wait();
    m_thread.reset();
    if (m_dialog)
        m_dialog->setReport(reportText(m_report));
}

} // namespace roadloom
