// SPDX-License-Identifier: Apache-2.0
#include "core/http/WaitWords.h"

#include <QCoreApplication>
#include <QLocale>

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(WaitWords)
};

} // namespace

QString turnText(const Wait& wait, std::chrono::milliseconds soFar)
{
    using std::chrono::minutes;
    using std::chrono::seconds;
    const QLocale locale;
    const QString place = wait.place <= 1
        ? Translation::tr("You are next in line")
        //: Of those who wait for a server: 2 is behind the next one.
        : Translation::tr("Place %1 in line").arg(locale.toString(wait.place));
    const std::chrono::milliseconds left = wait.untilTurn.value_or(seconds(0)) - soFar;
    if (left <= seconds(0))
        return place;
    //: %1 is a place in a line, %2 a number of minutes until one's turn.
    return Translation::tr("%1, about %2 min")
        .arg(place, locale.toString(std::chrono::ceil<minutes>(left).count()));
}

} // namespace roadloom
