// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/LearnerRequest.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace roadloom {

/// Services name the ways of learning with one of two sets of words, of which only "text" is in
/// both, and refuse a request (HTTP 422) that holds a word of the other set.
enum class ContentVocabulary {
    Original, ///< video, text, interactive, project
    Later, ///< visual, text, audio, hands_on
};

/// A service's complaint about `content_preference`.
struct ContentComplaint {
    std::optional<ContentVocabulary> wanted {}; ///< where the complaint lists the words it wants

    bool operator==(const ContentComplaint&) const = default;
};

/// The complaint in the body of a 422, as far as there is one: in `{"detail":[{loc,msg,type}]}`, in
/// `{"detail":"text"}` and in `{"error":{code,message,details}}`. What a body merely repeats of the
/// request is none.
[[nodiscard]] std::optional<ContentComplaint> contentComplaintIn(QByteArrayView body);

/// The choice in the words of the other set, each once, in order. Without a wish of the service the
/// other set is the one that the first telling word is not of. No set has a word for everything:
///   video ↔ visual, interactive ↔ hands_on, project → hands_on, and audio → video, which at least
///   is heard.
/// The learner's own choice stays what it is: this is for the wire only.
[[nodiscard]] QList<ContentPreference> mappedContentPreference(
    const QList<ContentPreference>& chosen, std::optional<ContentVocabulary> wanted = {});

} // namespace roadloom
