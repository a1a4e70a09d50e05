// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/LocalDiscovery.h"
#include "core/storage/KeySearch.h"
#include "core/storage/ProviderBook.h"

#include <QLocale>

namespace roadloom {

class AppearanceBook;

/// What those need who show and change who answers. The books and the stores must outlive them.
struct ModelSettings {
    ProviderBook& book;
    SecretStores stores {};
    /// Where servers on this machine are looked for.
    QList<LocalCandidate> candidates = localCandidates();
    /// On a fresh installation the learner is asked who should answer: no option said so.
    bool asksWhoAnswers = false;
    /// How the window looks; without it, the settings say nothing about that.
    AppearanceBook* appearance = nullptr;
};

/// The language in which data of ours is shown to this user.
[[nodiscard]] inline Language userLanguage()
{
    return languageForCode(QLocale().name());
}

} // namespace roadloom
