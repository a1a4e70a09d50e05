// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"
#include "core/base/Result.h"

#include <QHash>
#include <QStringList>

#include <initializer_list>
#include <utility>

namespace roadloom {

/// The built-in planner's sentences in both languages (resources/curricula/words/planner.json).
/// They are content of a plan, in the language of the answer, which need not be that of the user
/// interface.
class PlanWords {
public:
    using Values = std::initializer_list<std::pair<QStringView, QString>>;

    [[nodiscard]] static Result<PlanWords> builtIn();
    [[nodiscard]] static Result<PlanWords> read(QByteArrayView utf8);

    /// The text under the key with each {name} replaced by its value. A key that is missing is a
    /// defect: it is logged and stands for itself.
    [[nodiscard]] QString text(Language language, const QString& key, Values values = {}) const;

    /// "a, b and c"; with more than `most` items "a, b, c and 7 more".
    [[nodiscard]] QString list(
        Language language, const QStringList& items, qsizetype most = 8) const;
    /// The same of names; in quotation marks where it would else not be clear where one ends: “Git
    /// and the shell” beside others.
    [[nodiscard]] QString names(Language language, const QStringList& names) const;

private:
    QHash<QString, BilingualText> m_texts;
};

} // namespace roadloom
