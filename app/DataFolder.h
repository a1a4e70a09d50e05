// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Policy.h"

namespace roadloom {

/// Where the program keeps what must stay: where the administrator says, else --data-dir, else
/// ROADLOOM_DATA_DIR, else the platform's folder for application data (XDG on Linux). Made when
/// something is first written there.
class DataFolder {
public:
    /// `chosen` is what --data-dir said; empty: not given.
    explicit DataFolder(const QString& chosen, const Policy& policy = {});

    [[nodiscard]] const QString& path() const { return m_path; }

    /// Where the program keeps what it can do without, e.g. where its window was:
    /// $XDG_STATE_HOME/roadloom, or the data folder where that was chosen.
    [[nodiscard]] const QString& statePath() const { return m_statePath; }

    /// The random id of this installation, made at the first call and kept. If it cannot be kept, a
    /// new one each time: it identifies no person and nothing depends on it.
    [[nodiscard]] QString installationId() const;

private:
    QString m_path;
    QString m_statePath;
};

} // namespace roadloom
