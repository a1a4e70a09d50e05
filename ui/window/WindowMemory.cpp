// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WindowMemory.h"

#include "core/base/PlainText.h"
#include "core/roadmap/LearnerRequest.h"
#include "ui/classroom/ShareChoices.h"
#include "ui/roadmap/ReadingPlace.h"

#include <QFile>
#include <QFileInfo>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString roadmapKey = u"window/roadmap"_s;
const QString goalKey = u"window/goal"_s;
const QString placesKey = u"window/places"_s;
const QString addressKey = u"class/address"_s;
const QString nameKey = u"class/name"_s;
const QString portKey = u"class/port"_s;
const QString encryptedKey = u"class/encrypted"_s;
const QString runsKey = u"class/runsPerHour"_s;
const QString tokensKey = u"class/tokensPerDay"_s;
const QString handedOutKey = u"class/handedOut"_s;

QString keyOf(const QString& pane)
{
    return u"shares/"_s + pane;
}

QString hiddenKeyOf(const QString& pane)
{
    return u"hidden/"_s + pane;
}

QString columnsKeyOf(const QString& tree)
{
    return u"columns/"_s + tree;
}

// What is kept of a place, the last one first: roadmap, row, whether and how it was open.
constexpr qsizetype partsOfPlace = 3;
const QString open = u"open"_s;
const QString tall = u"tall"_s;

QString wordFor(const ReadingPlace& place)
{
    if (!place.isOpen)
        return {};
    return place.isTall ? tall : open;
}

/// Neither a device, nor more than we would ever write.
bool isReadable(const QString& file)
{
    constexpr qint64 most = 65'536; // bytes
    const QFileInfo info(file);
    return !info.exists() || (info.isFile() && info.size() <= most);
}

} // namespace

WindowMemory::WindowMemory(const QString& file)
{
    if (!isReadable(file))
        QFile::remove(file);
    if (isReadable(file))
        m_file.emplace(file, QSettings::IniFormat);
}

QVariant WindowMemory::value(const QString& key) const
{
    return m_file ? m_file->value(key) : QVariant();
}

void WindowMemory::setValue(const QString& key, const QVariant& value)
{
    if (m_file)
        m_file->setValue(key, value);
}

bool WindowMemory::restore(QWidget& window) const
{
    const QByteArray geometry = value(geometryKey).toByteArray();
    return !geometry.isEmpty() && window.restoreGeometry(geometry);
}

void WindowMemory::keep(const QWidget& window)
{
    setValue(geometryKey, window.saveGeometry());
}

QString WindowMemory::roadmap() const
{
    return value(roadmapKey).toString();
}

void WindowMemory::keepRoadmap(const QString& id)
{
    setValue(roadmapKey, id);
}

QString WindowMemory::goal() const
{
    return value(goalKey).toString();
}

void WindowMemory::keepGoal(const QString& goal)
{
    constexpr qsizetype most = requestLimits::goalCharacters;
    const bool fits = characterCount(goal) <= most;
    setValue(
        goalKey, fits ? goal : QString::fromStdU32String(goal.toStdU32String().substr(0, most)));
}

std::optional<ReadingPlace> WindowMemory::place(const QString& roadmap) const
{
    const QStringList parts = value(placesKey).toStringList();
    for (qsizetype i = 0; i + partsOfPlace <= parts.size(); i += partsOfPlace) {
        if (parts[i] == roadmap)
            return ReadingPlace { .id = parts[i + 1],
                .isOpen = parts[i + 2] == open || parts[i + 2] == tall,
                .isTall = parts[i + 2] == tall };
    }
    return std::nullopt;
}

void WindowMemory::keepPlace(const QString& roadmap, const ReadingPlace& place)
{
    constexpr qsizetype mostPlaces = 20;
    constexpr qsizetype longestId = 300; // a model may have made it up
    if (place.id.size() > longestId)
        return;
    const QStringList before = value(placesKey).toStringList();
    QStringList parts { roadmap, place.id, wordFor(place) };
    for (qsizetype i = 0; i + partsOfPlace <= before.size(); i += partsOfPlace) {
        if (before[i] != roadmap && parts.size() < mostPlaces * partsOfPlace)
            parts += before.mid(i, partsOfPlace);
    }
    setValue(placesKey, parts);
}

std::optional<double> WindowMemory::share(const QString& pane) const
{
    bool isNumber = false;
    const double share = value(keyOf(pane)).toDouble(&isNumber);
    return isNumber && share > 0.0 && share < 1.0 ? std::optional(share) : std::nullopt;
}

void WindowMemory::keepShare(const QString& pane, std::optional<double> share)
{
    if (share)
        setValue(keyOf(pane), *share);
    else if (m_file)
        m_file->remove(keyOf(pane));
}

QList<double> WindowMemory::columns(const QString& tree) const
{
    constexpr qsizetype mostColumns = 10;
    constexpr double widest = 200.0; // letters
    QList<double> letters;
    const QStringList kept = value(columnsKeyOf(tree)).toStringList();
    for (const QString& each : kept.first(std::min(mostColumns, kept.size()))) {
        const double width = each.toDouble(); // 0: it is none
        letters.append(width > 0.0 && width < widest ? width : 0.0);
    }
    return letters;
}

void WindowMemory::keepColumns(const QString& tree, const QList<double>& letters)
{
    QStringList kept;
    for (const double width : letters)
        kept.append(QString::number(width));
    setValue(columnsKeyOf(tree), kept);
}

bool WindowMemory::isHidden(const QString& pane) const
{
    return value(hiddenKeyOf(pane)).toBool();
}

void WindowMemory::keepHidden(const QString& pane, bool isHidden)
{
    setValue(hiddenKeyOf(pane), isHidden);
}

/// The form keeps each number within its bounds.
ShareChoices WindowMemory::shareChoices() const
{
    ShareChoices choices { .address = value(addressKey).toString(),
        .name = value(nameKey).toString(),
        .isEncrypted = value(encryptedKey).toBool(),
        .budget = { .runsPerHour = value(runsKey).toInt(),
            .tokensPerDay = value(tokensKey).toLongLong() } };
    if (const int port = value(portKey).toInt(); port > 0)
        choices.port = port;
    return choices;
}

void WindowMemory::keepShareChoices(const ShareChoices& choices)
{
    setValue(addressKey, choices.address);
    setValue(nameKey, choices.name);
    setValue(portKey, choices.port);
    setValue(encryptedKey, choices.isEncrypted);
    setValue(runsKey, choices.budget.runsPerHour);
    setValue(tokensKey, choices.budget.tokensPerDay);
}

bool WindowMemory::wasHandedOut(const QString& mark) const
{
    return value(handedOutKey).toStringList().contains(mark);
}

void WindowMemory::noteHandedOut(const QString& mark)
{
    constexpr qsizetype most = 500;
    QStringList marks = value(handedOutKey).toStringList();
    marks.append(mark);
    setValue(handedOutKey, marks.last(std::min(most, marks.size())));
}

} // namespace roadloom
