// SPDX-License-Identifier: Apache-2.0
#include "core/base/LogCategories.h"

namespace roadloom {

Q_LOGGING_CATEGORY(logProgram, "roadloom.program", QtWarningMsg)
Q_LOGGING_CATEGORY(logRun, "roadloom.run", QtWarningMsg)
Q_LOGGING_CATEGORY(logLibrary, "roadloom.library", QtWarningMsg)

} // namespace roadloom
