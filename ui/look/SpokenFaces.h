// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// Sees to it that readers of the screen are told what our own widgets are, where Qt would tell
/// them something else: of a FoldButton that it unfolds, and whether it has, not that it is a check
/// box; of a WorkflowPicture that it is a picture. Once is enough.
void installSpokenFaces();

} // namespace roadloom
