// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/ClassBoard.h"
#include "core/storage/Library.h"

#include <QHash>
#include <QObject>

#include <utility>

namespace roadloom {

/// What seats hand in at a hub without a window: kept in the library of the hub's machine, with the
/// learner's name as its tag, and told in the terminal. One that a seat hands in again takes the
/// place of the one before.
class HandInKeeping : public QObject {
    Q_OBJECT
public:
    /// Opens the library when there is something to keep.
    explicit HandInKeeping(const QString& dataFolder);

    void take(const HandedIn& handedIn);
    /// Takes what is still on its way here, and waits until all is written.
    void finish();

private:
    [[nodiscard]] bool open();
    void tellWritten(const QString& id);

    Library m_library;
    QHash<QString, QString> m_sentences; ///< to be said once a roadmap is written, by its id
    QHash<std::pair<QString, QString>, QString> m_ids; ///< in the library, by seat and roadmap
};

} // namespace roadloom
