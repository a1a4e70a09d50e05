// SPDX-License-Identifier: Apache-2.0
#include "core/http/RetryAfter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace roadloom {

std::optional<std::chrono::seconds> retryAfter(QByteArrayView field, const QDateTime& now)
{
    constexpr std::chrono::seconds most = 24h;
    const QByteArray text = field.trimmed().toByteArray();
    bool isNumber = false;
    if (const qlonglong seconds = text.toLongLong(&isNumber); isNumber && seconds >= 0)
        return std::chrono::seconds(std::min<qlonglong>(seconds, most.count()));
    // "Sun, 06 Nov 1994 08:49:37 GMT", always in English and in UTC.
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    const qint64 wait = now.secsTo(date);
    return std::chrono::seconds(std::clamp<qint64>(wait, 0, most.count()));
}

} // namespace roadloom
