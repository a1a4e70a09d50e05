// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/SafeFileName.h"

#include "core/base/PlainText.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Windows takes these for devices, whatever stands behind a dot.
bool isDevice(const QString& name)
{
    static constexpr std::array devices { "con"_L1, "prn"_L1, "aux"_L1, "nul"_L1, "conin$"_L1,
        "conout$"_L1 };
    const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
    if (std::ranges::any_of(devices, [&](QLatin1StringView device) { return stem == device; }))
        return true;
    const auto isPortNumber
        = [](QChar c) { return c.isDigit() || c == u'\u00B9' || c == u'\u00B2' || c == u'\u00B3'; };
    return stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1))
        && isPortNumber(stem.back());
}

bool isForbidden(QChar character)
{
    static constexpr QStringView forbidden = u"/\\:*?\"<>|";
    return forbidden.contains(character);
}

/// What a name may hold but nobody could type or see.
bool isHidden(QChar character)
{
    return character.category() == QChar::Other_Format || character.isNonCharacter();
}

QString usableCharacters(QStringView title)
{
    QString name;
    const QString line = plainLine(title);
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar character = line[i];
        const bool isPair
            = character.isHighSurrogate() && i + 1 < line.size() && line[i + 1].isLowSurrogate();
        if (isPair)
            name += line.mid(i++, 2);
        else if (isForbidden(character))
            name += u' ';
        else if (!character.isSurrogate() && !isHidden(character))
            name += character;
    }
    return name.normalized(QString::NormalizationForm_C).simplified();
}

/// The beginning that fits, cut where people see one character end.
QString cutToBytes(const QString& name, qsizetype most)
{
    if (name.toUtf8().size() <= most)
        return name;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    qsizetype end = 0;
    qsizetype bytes = 0;
    while (true) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0)
            break;
        bytes += QStringView(name).mid(end, next - end).toUtf8().size();
        if (bytes > most)
            break;
        end = next;
    }
    return name.left(end);
}

QString trimmed(QString name)
{
    const auto isEdge = [](QChar c) { return c == u'.' || c == u'-' || c == u'~' || c.isSpace(); };
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    qsizetype start = 0;
    while (start < name.size() && isEdge(name[start]))
        ++start;
    return name.mid(start);
}

} // namespace

QString safeFileName(QStringView title, QStringView extension)
{
    const QString ending = extension.isEmpty() ? QString() : QString(u'.' + extension.toString());
    constexpr qsizetype mostRead = 1000; // far more characters than fit
    QString name = trimmed(usableCharacters(title.left(mostRead)));
    name = trimmed(cutToBytes(name, mostFileNameBytes - ending.toUtf8().size()));
    if (!hasVisibleCharacter(name))
        name = u"roadmap"_s;
    if (isDevice(name))
        name.prepend(u'_');
    return name + ending;
}

} // namespace roadloom
