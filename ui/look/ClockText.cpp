// SPDX-License-Identifier: Apache-2.0
#include "ui/look/ClockText.h"

#include <QCoreApplication>

#include <algorithm>

namespace roadloom {

namespace {

struct ClockText {
    Q_DECLARE_TR_FUNCTIONS(ClockText)
};

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

QString clockText(std::chrono::milliseconds time)
{
    const qint64 seconds
        = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(time).count());
    const QString rest = u':' + twoDigits(seconds % 60);
    if (seconds < 3600)
        return QString::number(seconds / 60) + rest;
    return QString::number(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60) + rest;
}

QString durationText(std::chrono::seconds time)
{
    const qint64 seconds = std::max<qint64>(0, time.count());
    if (seconds < 60)
        //: Seconds.
        return ClockText::tr("%1 s").arg(seconds);
    const qint64 minutes = seconds / 60;
    if (minutes < 60 && seconds % 60 == 0)
        //: Minutes.
        return ClockText::tr("%1 min").arg(minutes);
    if (minutes < 60)
        //: Minutes and seconds.
        return ClockText::tr("%1 min %2 s").arg(minutes).arg(seconds % 60);
    if (minutes % 60 == 0)
        //: Hours.
        return ClockText::tr("%1 h").arg(minutes / 60);
    //: Hours and minutes.
    return ClockText::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

std::chrono::milliseconds untilNextSecond(std::chrono::milliseconds elapsed)
{
    constexpr std::chrono::milliseconds second = std::chrono::seconds(1);
    return second - std::max(elapsed, std::chrono::milliseconds(0)) % second;
}

} // namespace roadloom
