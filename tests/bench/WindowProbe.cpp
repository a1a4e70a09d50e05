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

/// At rest: so many glances in a row found next to nothing done since the last.
constexpr auto glanceInterval = 500ms;
constexpr int quietGlances = 4;
constexpr double quietMilliseconds = 2;
constexpr auto restWatched = 5s;

rusage usageSoFar()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

double cpuMilliseconds()
{
    const rusage usage = usageSoFar();
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
    enum class Moment { Start, Rest };

    explicit WindowProbe(Moment moment)
        : m_moment(moment)
    {
    }

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
        if (m_moment == Moment::Start)
            QTimer::singleShot(settlingTime, this, &WindowProbe::report);
        else
            glance();
    }

    void glance()
    {
        const double cpu = cpuMilliseconds();
        m_quiet = cpu - m_cpu < quietMilliseconds ? m_quiet + 1 : 0;
        m_cpu = cpu;
        if (m_quiet < quietGlances) {
            QTimer::singleShot(glanceInterval, this, &WindowProbe::glance);
            return;
        }
        QTimer::singleShot(restWatched, this, [this, before = usageSoFar().ru_nvcsw] {
            // Less the one that ends the watch.
            m_wakeUps = double(usageSoFar().ru_nvcsw - before - 1) / double(restWatched / 1s);
            report();
        });
    }

    void report()
    {
        const double settled = cpuMilliseconds();
        QFile file(u"/proc/self/smaps_rollup"_s);
        const QByteArray sums = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        std::printf("{\"first paint CPU\": %.2f, \"settled CPU\": %.2f, \"resident\": %.2f, "
                    "\"proportional\": %.2f, \"private\": %.2f, \"wake-ups\": %.2f}\n",
            m_firstPaint, settled, mebibytes(sums, "Rss"), mebibytes(sums, "Pss"),
            mebibytes(sums, "Private_Dirty") + mebibytes(sums, "Private_Clean"), m_wakeUps);
        std::fflush(stdout);
        QCoreApplication::quit();
    }

    const Moment m_moment;
    double m_firstPaint = 0;
    double m_cpu = 0; ///< at the last glance
    int m_quiet = 0; ///< glances in a row
    double m_wakeUps = 0; ///< in a second, of all threads
};

} // namespace

QObject* WindowProbePlugin::create(const QString& /*key*/, const QString& specification)
{
    const bool waits = specification == "rest"_L1;
    auto* const probe
        = new WindowProbe(waits ? WindowProbe::Moment::Rest : WindowProbe::Moment::Start);
    qApp->installEventFilter(probe);
    return probe;
}
