// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/llm/LocalDiscovery.h"
#include "core/storage/KeySearch.h"
#include "core/storage/Policy.h"
#include "core/storage/ProviderBook.h"

#include <QLocale>

namespace roadloom {

class AppearanceBook;

/// What those need who show and change the settings: who answers, and how the window looks. The
/// books and the stores must outlive them.
struct Settings {
    ProviderBook& providers;
    SecretStores stores {}; ///< of the providers' keys
    /// Where servers on this machine are looked for.
    QList<LocalCandidate> candidates = localCandidates();
    /// On a fresh installation the learner is asked who should answer: no option said so.
    bool asksWhoAnswers = false;
    /// Null: the settings say nothing about how the window looks.
    AppearanceBook* appearance = nullptr;
    /// What this installation calls itself where a class is joined, see ClassPlace.
    QString client {};
    /// What the administrator has fixed; the books know it as well.
    Policy policy {};
};

/// The language in which data of ours is shown to this user.
[[nodiscard]] inline Language userLanguage()
{
    return languageForCode(QLocale().name());
}

} // namespace roadloom
