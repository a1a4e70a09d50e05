// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Policy.h"

#include <QObject>

namespace roadloom {

/// How the learner wants the window, as the program knows it now: read once, written with each
/// change, and told to whoever makes it so. What the administrator has fixed is as that says, and
/// stays in the file as it was.
class AppearanceBook final : public QObject {
    Q_OBJECT
public:
    explicit AppearanceBook(
        AppearanceSettings settings, Policy policy = {}, QObject* parent = nullptr);

    [[nodiscard]] const Appearance& appearance() const { return m_appearance; }

    /// Writes the change and tells it. If it cannot be written, it holds for this session all the
    /// same, and the error says so. Nothing if nothing changes. Where the settings are not to be
    /// changed, the error says that, and nothing is.
    std::optional<Error> change(const Appearance& appearance);

Q_SIGNALS:
    void changed(const roadloom::Appearance& appearance);

private:
    AppearanceSettings m_settings;
    Policy m_policy;
    Appearance m_own; ///< as the file has it
    Appearance m_appearance;
};

} // namespace roadloom
