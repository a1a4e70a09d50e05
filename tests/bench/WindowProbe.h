// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QGenericPlugin>

/// A Qt plugin that any program loads which is told so in QT_QPA_GENERIC_PLUGINS, and that measures
/// its start: CPU time up to the end of the first paint, CPU time and memory once the window has
/// settled. "windowprobe:rest" waits until nothing happens any more, and takes in addition how
/// often the program wakes up. Prints them as one JSON object and ends the program. So the real
/// program is measured, unchanged. Memory needs Linux: it is 0 elsewhere.
class WindowProbePlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "WindowProbe.json")
public:
    QObject* create(const QString& key, const QString& specification) override;
};
