// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Language.h"
#include "core/roadmap/Roadmap.h"
#include "core/roadmap/StudyState.h"

#include <QDate>
#include <QLocale>
#include <QTranslator>

namespace roadloom {

/// The words that stand alone in documents: headings and the names of columns.
enum class DocumentWord {
    Stage,
    Module,
    Concept,
    Hours,
    Difficulty,
    State,
    Finished,
    BuildsOn,
    Keywords,
    Description,
    Note,
    Id,
    Contents,
    Rationale,
    Goal,
};

/// What documents say around the roadmap's own texts, in the language of the roadmap, whatever the
/// window or the terminal speaks: its translation is loaded for it and installed nowhere. Where it
/// cannot be loaded the words are English.
class DocumentWords {
public:
    /// The folder holds roadloom_en.qm and its like.
    explicit DocumentWords(Language language, const QString& folder = QStringLiteral(":/i18n"));
    Q_DISABLE_COPY_MOVE(DocumentWords)
    ~DocumentWords() = default;

    [[nodiscard]] Language language() const { return m_language; }

    [[nodiscard]] QString word(DocumentWord word) const;
    /// "Builds on: Variables, Loops"
    [[nodiscard]] QString labelled(DocumentWord word, const QString& text) const;
    /// What stands between the things of a list in a sentence: ", ".
    [[nodiscard]] QString listSeparator() const;

    /// "2 h", "1.5 h"
    [[nodiscard]] QString hours(double hours) const;
    [[nodiscard]] QString difficulty(Difficulty difficulty) const;
    [[nodiscard]] QString state(StudyState state) const;
    /// "12 concepts, 30.5 h, about 4 weeks"
    [[nodiscard]] QString totals(const Roadmap& roadmap) const;
    /// "3 of 12 concepts learnt"
    [[nodiscard]] QString progress(int learnt, int concepts) const;
    /// "Variables (part 1 of 3)"
    [[nodiscard]] QString part(const QString& name, int number, int count) const;
    [[nodiscard]] QString date(const QDate& date) const;
    /// "Page 2 of 9"
    [[nodiscard]] QString page(int number, int count) const;

private:
    [[nodiscard]] QString translated(const char* text, const char* comment = nullptr) const;
    [[nodiscard]] QString counted(const char* text, int count) const;

    Language m_language;
    QTranslator m_translator;
    QLocale m_locale;
};

/// A mark beside the state's word, for who looks over a page: "✓".
[[nodiscard]] QString stateMark(StudyState state);

} // namespace roadloom
