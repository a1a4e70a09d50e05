// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>

namespace roadloom {

/// The bus of the desktop's session, where the environment names one. Without one in sight Qt would
/// start one, or wait for somebody to do so: that one is not connected.
[[nodiscard]] QDBusConnection sessionBus();

} // namespace roadloom
