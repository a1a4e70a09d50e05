// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ExitStatus.h"
#include "core/storage/Policy.h"

#include <QStringList>

namespace roadloom {

/// `roadloom roadmap export ID`: a roadmap of the library as a document, to standard output, a file
/// or a folder.
[[nodiscard]] ExitStatus runRoadmapExport(const QStringList& arguments, const Policy& policy);

/// Whether the document is of a kind that is drawn with fonts. Needs no application.
[[nodiscard]] bool roadmapExportDraws(const QStringList& arguments);

} // namespace roadloom
