// SPDX-License-Identifier: Apache-2.0
#include "WindowProbe.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <sys/resource.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Long enough for what a display server answers, too short for the cursor's first blink.
constexpr auto settlingTime = 300ms;

double cpuMilliseconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto milliseconds = [](const timeval& time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

/// The kernel's sums over all mappings, as it words them: "Pss:     1234 kB".
double mebibytes(const QByteArray& sums, const QByteArray& name)
{
    const QByteArray label = '\n' + name + ':';
    const qsizetype at = sums.indexOf(label);
    if (at < 0)
        return 0;
    const qsizetype from = at + label.size();
    return sums.sliced(from, sums.indexOf(" kB", from) - from).trimmed().toDouble() / 1024;
}

class WindowProbe final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            qApp->removeEventFilter(this);
            QMetaObject::invokeMethod(this, &WindowProbe::takeFirstPaint, Qt::QueuedConnection);
        }
        return false;
    }

private:
    /// The turn after: all of the window is painted.
    void takeFirstPaint()
    {
        m_firstPaint = cpuMilliseconds();
        QTimer::singleShot(settlingTime, this, &WindowProbe::report);
    }

    void report()
    {
        const double settled = cpuMilliseconds();
        QFile file(u"/proc/self/smaps_rollup"_s);
        const QByteArray sums = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        std::printf("{\"first paint CPU\": %.2f, \"settled CPU\": %.2f, \"resident\": %.2f, "
                    "\"proportional\": %.2f, \"private\": %.2f}\n",
            m_firstPaint, settled, mebibytes(sums, "Rss"), mebibytes(sums, "Pss"),
            mebibytes(sums, "Private_Dirty") + mebibytes(sums, "Private_Clean"));
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    double m_firstPaint = 0;
};

} // namespace

QObject* WindowProbePlugin::create(const QString& /*key*/, const QString& /*specification*/)
{
    auto* const probe = new WindowProbe;
    qApp->installEventFilter(probe);
    return probe;
}
