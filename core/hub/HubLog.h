// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Json.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace roadloom {

class Hub;
class HubRun;

/// What happens at a hub, for machines that watch over it: one JSON object a line, with `time`
/// (UTC) and `event` first. Seats and runs are named by their ids alone: no name, no goal, no token
/// and no code is in it.
class HubLog : public QObject {
    Q_OBJECT
public:
    /// Called with each line, whose end is part of it.
    using Write = std::function<void(const QByteArray& line)>;

    /// The hub must outlive it.
    HubLog(Hub& hub, Write write, QObject* parent = nullptr);

private:
    void noteEnd(const HubRun& run);
    void note(const char* event, const json::object& more);

    Write m_write;
};

} // namespace roadloom
