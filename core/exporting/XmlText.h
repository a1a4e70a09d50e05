// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

/// plainText() without what XML 1.0 cannot hold in any form: noncharacters and halves of
/// characters.
[[nodiscard]] QString xmlText(QStringView text);

} // namespace roadloom
