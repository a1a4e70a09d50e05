// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/RoadmapOutline.h"

#include <map>

namespace roadloom {

/// What is finished of a design that is not complete: its outline, and some of its stages.
struct DesignParts {
    RoadmapOutline outline;
    std::map<qsizetype, Stage> stages {}; ///< by their index in the outline; never all of them
    /// What these said to the learner while an earlier stage had the word, and was not told yet.
    std::map<qsizetype, QString> unsaid {};

    bool operator==(const DesignParts&) const = default;
};

/// For a file of our own: `{"outline":{…},"stages":[{"index":0,"stage":{…}}],
/// "unsaid":[{"index":1,"text":"…"}]}`.
[[nodiscard]] json::object toJson(const DesignParts& parts);
/// ErrorKind::BadOutput for what could not be gone on with.
[[nodiscard]] Result<DesignParts> readDesignParts(const json::value& value);

} // namespace roadloom

Q_DECLARE_METATYPE(roadloom::DesignParts)
