// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/StudyCalendar.h"

#include "core/base/PlainText.h"
#include "core/exporting/StableHash.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(StudyCalendar)
};

/// A text as RFC 5545, 3.3.11, has it.
QString escaped(const QString& text)
{
    QString value;
    for (const QChar character : plainText(text)) {
        if (character == u'\n') {
            value += "\\n"_L1;
            continue;
        }
        if (u"\\;,"_s.contains(character))
            value += u'\\';
        value += character;
    }
    return value;
}

/// Where a piece of at most `most` bytes ends, without cutting a character.
qsizetype pieceEnd(const QByteArray& utf8, qsizetype start, qsizetype most)
{
    qsizetype end = std::min(start + most, utf8.size());
    const auto isInside = [&utf8](qsizetype at) {
        return at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
    };
    while (isInside(end))
        --end;
    return end;
}

/// A content line, folded after 75 bytes (RFC 5545, 3.1).
void appendLine(QByteArray& calendar, const QString& line)
{
    constexpr qsizetype mostBytes = 75;
    const QByteArray utf8 = line.toUtf8();
    for (qsizetype start = 0; start == 0 || start < utf8.size();) {
        const bool isFirst = start == 0;
        const qsizetype end = pieceEnd(utf8, start, isFirst ? mostBytes : mostBytes - 1);
        if (!isFirst)
            calendar += ' ';
        calendar += utf8.mid(start, end - start) + "\r\n";
        start = end;
        if (utf8.isEmpty())
            break;
    }
}

/// Without a zone: wherever the reader is.
QString wallClock(const QDate& day, const QTime& time)
{
    return day.toString(u"yyyyMMdd"_s) + u'T' + time.toString(u"HHmmss"_s);
}

QString description(const Concept& item, const RoadmapDocument& document)
{
    QStringList parts;
    for (const QString& text : { item.description, studyOf(document, item.id).note }) {
        if (hasVisibleCharacter(text))
            parts.append(text);
    }
    return parts.join(u"\n\n"_s);
}

void appendEvent(QByteArray& calendar, const StudySession& session, const RoadmapDocument& document,
    const DocumentWords& words, const QString& stamp)
{
    const Roadmap& roadmap = document.roadmap();
    const QString uid = stableHash({ u"session"_s, document.id, roadmap.id, session.item->id,
        QString::number(session.number) });
    appendLine(calendar, u"BEGIN:VEVENT"_s);
    appendLine(calendar, "UID:"_L1 + uid + "@roadloom.org"_L1);
    appendLine(calendar, "DTSTAMP:"_L1 + stamp);
    appendLine(calendar, "DTSTART:"_L1 + wallClock(session.day, session.start));
    appendLine(calendar, u"DURATION:PT%1M"_s.arg(session.minutes));
    appendLine(calendar,
        "SUMMARY:"_L1
            + escaped(words.part(plainLine(session.item->name), session.number, session.count)));
    if (const QString text = description(*session.item, document); !text.isEmpty())
        appendLine(calendar, "DESCRIPTION:"_L1 + escaped(text));
    appendLine(calendar, "CATEGORIES:"_L1 + escaped(plainLine(roadmap.title)));
    appendLine(calendar, u"END:VEVENT"_s);
}

} // namespace

Result<QByteArray> documentAsCalendar(
    const RoadmapDocument& document, const DocumentWords& words, const CalendarOptions& options)
{
    if (!options.stamp.isValid())
        return Error { ErrorKind::InvalidInput,
            Translation::tr("The calendar needs the time at which it is made."), {} };
    const Result<QList<StudySession>> sessions = planStudy(document, options.times);
    if (!sessions)
        return sessions.error();
    const QDateTime made = options.stamp.toUTC();
    const QString stamp = wallClock(made.date(), made.time()) + u'Z';
    const QString title = escaped(plainLine(document.roadmap().title));
    QByteArray calendar;
    appendLine(calendar, u"BEGIN:VCALENDAR"_s);
    appendLine(calendar, u"VERSION:2.0"_s);
    appendLine(calendar, u"PRODID:-//Roadloom//Roadloom//EN"_s);
    appendLine(calendar, u"CALSCALE:GREGORIAN"_s);
    appendLine(calendar, "X-WR-CALNAME:"_L1 + title);
    for (const StudySession& session : sessions.value())
        appendEvent(calendar, session, document, words, stamp);
    appendLine(calendar, u"END:VCALENDAR"_s);
    return calendar;
}

} // namespace roadloom
