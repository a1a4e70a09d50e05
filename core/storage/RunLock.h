// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace roadloom {

/// Shows others that a run is on: held while it is, by the program that it is in. When that dies,
/// however it does, nobody holds it. Null if it cannot be had: another program has it, nothing can
/// be written, or the id is none of Library::newId().
[[nodiscard]] std::unique_ptr<QLockFile> lockRun(const QString& libraryFolder, const QString& run);

/// Whether some program holds it, this one included.
[[nodiscard]] bool isRunLocked(const QString& libraryFolder, const QString& run);

} // namespace roadloom
