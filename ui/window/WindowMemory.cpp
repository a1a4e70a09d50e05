// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WindowMemory.h"

#include <QFile>
#include <QFileInfo>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString roadmapKey = u"window/roadmap"_s;
const QString goalKey = u"window/goal"_s;

QString keyOf(const QString& pane)
{
    return u"shares/"_s + pane;
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
    setValue(goalKey, goal);
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

} // namespace roadloom
