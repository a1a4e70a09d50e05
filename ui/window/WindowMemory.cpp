// SPDX-License-Identifier: Apache-2.0
#include "ui/window/WindowMemory.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString roadmapKey = u"window/roadmap"_s;

QString keyOf(const QString& pane)
{
    return u"shares/"_s + pane;
}

} // namespace

WindowMemory::WindowMemory(const QString& file)
    : m_file(file, QSettings::IniFormat)
{
}

bool WindowMemory::restore(QWidget& window) const
{
    const QByteArray geometry = m_file.value(geometryKey).toByteArray();
    return !geometry.isEmpty() && window.restoreGeometry(geometry);
}

void WindowMemory::keep(const QWidget& window)
{
    m_file.setValue(geometryKey, window.saveGeometry());
}

QString WindowMemory::roadmap() const
{
    return m_file.value(roadmapKey).toString();
}

void WindowMemory::keepRoadmap(const QString& id)
{
    m_file.setValue(roadmapKey, id);
}

std::optional<double> WindowMemory::share(const QString& pane) const
{
    bool isNumber = false;
    const double share = m_file.value(keyOf(pane)).toDouble(&isNumber);
    return isNumber && share > 0.0 && share < 1.0 ? std::optional(share) : std::nullopt;
}

void WindowMemory::keepShare(const QString& pane, std::optional<double> share)
{
    if (share)
        m_file.setValue(keyOf(pane), *share);
    else
        m_file.remove(keyOf(pane));
}

} // namespace roadloom
