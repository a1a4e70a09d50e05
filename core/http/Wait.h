// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace roadloom {

enum class WaitFor {
    Nothing,
    Connection, ///< the request is not out yet
    FirstWord, ///< the request is out; the server is thinking, loading or queueing
    NextWord,
    Reconnection, ///< before a broken stream is taken up again
    Turn, ///< others that asked before; it is never given up
};

/// What a run is waiting for, from the moment this is told. The clock starts anew with each word.
struct Wait {
    WaitFor what = WaitFor::Nothing;
    /// When it is given up (or, before a reconnection, when that is tried); 0 = never.
    std::chrono::milliseconds limit { 0 };
    int place = 0; ///< in the line, while it is not one's turn: 1 is next
    std::optional<std::chrono::seconds> untilTurn {}; ///< about, where that can be told
    QString problem {}; ///< why it is waited before a reconnection: a translated sentence

    bool operator==(const Wait&) const = default;
};

} // namespace roadloom

Q_DECLARE_METATYPE(roadloom::Wait)
