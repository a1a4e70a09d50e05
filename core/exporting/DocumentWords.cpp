// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/DocumentWords.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr const char* context = "DocumentWords";
constexpr int shownDigits = 10;

struct CommentedText {
    const char* text;
    const char* comment;
};
constexpr CommentedText separatorText
    = QT_TRANSLATE_NOOP3("DocumentWords", ", ", "between the things of a list");
constexpr CommentedText hoursText = QT_TRANSLATE_NOOP3("DocumentWords", "%1 h", "hours of study");

const char* sourceOf(DocumentWord word)
{
    switch (word) {
    case DocumentWord::Stage:
        return QT_TRANSLATE_NOOP("DocumentWords", "Stage");
    case DocumentWord::Module:
        return QT_TRANSLATE_NOOP("DocumentWords", "Module");
    case DocumentWord::Concept:
        return QT_TRANSLATE_NOOP("DocumentWords", "Concept");
    case DocumentWord::Hours:
        return QT_TRANSLATE_NOOP("DocumentWords", "Hours");
    case DocumentWord::Difficulty:
        return QT_TRANSLATE_NOOP("DocumentWords", "Difficulty");
    case DocumentWord::State:
        return QT_TRANSLATE_NOOP("DocumentWords", "State");
    case DocumentWord::Finished:
        return QT_TRANSLATE_NOOP("DocumentWords", "Finished");
    case DocumentWord::BuildsOn:
        return QT_TRANSLATE_NOOP("DocumentWords", "Builds on");
    case DocumentWord::Keywords:
        return QT_TRANSLATE_NOOP("DocumentWords", "Keywords");
    case DocumentWord::Description:
        return QT_TRANSLATE_NOOP("DocumentWords", "Description");
    case DocumentWord::Note:
        return QT_TRANSLATE_NOOP("DocumentWords", "Note");
    case DocumentWord::Id:
        return QT_TRANSLATE_NOOP("DocumentWords", "ID");
    case DocumentWord::Contents:
        return QT_TRANSLATE_NOOP("DocumentWords", "Contents");
    case DocumentWord::Rationale:
        return QT_TRANSLATE_NOOP("DocumentWords", "Why this way");
    case DocumentWord::Goal:
        return QT_TRANSLATE_NOOP("DocumentWords", "Goal");
    }
    Q_UNREACHABLE();
}

const char* sourceOf(Difficulty difficulty)
{
    switch (difficulty) {
    case Difficulty::Easy:
        return QT_TRANSLATE_NOOP("DocumentWords", "easy");
    case Difficulty::Medium:
        return QT_TRANSLATE_NOOP("DocumentWords", "medium");
    case Difficulty::Hard:
        return QT_TRANSLATE_NOOP("DocumentWords", "hard");
    case Difficulty::Other:
        return QT_TRANSLATE_NOOP("DocumentWords", "difficulty unknown");
    }
    Q_UNREACHABLE();
}

const char* sourceOf(StudyState state)
{
    switch (state) {
    case StudyState::ToDo:
        return QT_TRANSLATE_NOOP("DocumentWords", "to do");
    case StudyState::Doing:
        return QT_TRANSLATE_NOOP("DocumentWords", "begun");
    case StudyState::Done:
        return QT_TRANSLATE_NOOP("DocumentWords", "done");
    case StudyState::Known:
        return QT_TRANSLATE_NOOP("DocumentWords", "known before");
    }
    Q_UNREACHABLE();
}

} // namespace

DocumentWords::DocumentWords(Language language, const QString& folder)
    : m_language(language)
    , m_locale(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                             : QLocale(QLocale::English, QLocale::UnitedStates))
{
    // English has a translation too: it holds the plural forms.
    static_cast<void>(m_translator.load(
        language == Language::Chinese ? u"roadloom_zh_CN"_s : u"roadloom_en"_s, folder));
}

QString DocumentWords::word(DocumentWord word) const
{
    return translated(sourceOf(word));
}

QString DocumentWords::labelled(DocumentWord word, const QString& text) const
{
    return translated(QT_TRANSLATE_NOOP("DocumentWords", "%1: %2")).arg(this->word(word), text);
}

QString DocumentWords::listSeparator() const
{
    return translated(separatorText.text, separatorText.comment);
}

QString DocumentWords::hours(double hours) const
{
    const double rounded = std::round(hours * 100.0) / 100.0;
    QLocale locale = m_locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // so that any reader finds the number
    return translated(hoursText.text, hoursText.comment)
        .arg(locale.toString(rounded, 'g', shownDigits));
}

QString DocumentWords::difficulty(Difficulty difficulty) const
{
    return translated(sourceOf(difficulty));
}

QString DocumentWords::state(StudyState state) const
{
    return translated(sourceOf(state));
}

QString DocumentWords::totals(const Roadmap& roadmap) const
{
    return translated(QT_TRANSLATE_NOOP("DocumentWords", "%1, %2, about %3"))
        .arg(counted(
                 QT_TRANSLATE_N_NOOP("DocumentWords", "%n concept(s)"), int(conceptCount(roadmap))),
            hours(roadmap.totalEstimatedHours),
            counted(QT_TRANSLATE_N_NOOP("DocumentWords", "%n week(s)"),
                roadmap.recommendedCompletionWeeks));
}

QString DocumentWords::progress(int learnt, int concepts) const
{
    return translated(QT_TRANSLATE_NOOP("DocumentWords", "%1 of %2 learnt"))
        .arg(QString::number(learnt),
            counted(QT_TRANSLATE_N_NOOP("DocumentWords", "%n concept(s)"), concepts));
}

QString DocumentWords::part(const QString& name, int number, int count) const
{
    if (count == 1)
        return name;
    return translated(QT_TRANSLATE_NOOP("DocumentWords", "%1 (part %2 of %3)"))
        .arg(name, QString::number(number), QString::number(count));
}

QString DocumentWords::date(const QDate& date) const
{
    return m_locale.toString(date, QLocale::LongFormat);
}

QString DocumentWords::page(int number, int count) const
{
    return translated(QT_TRANSLATE_NOOP("DocumentWords", "Page %1 of %2"))
        .arg(QString::number(number), QString::number(count));
}

QString DocumentWords::translated(const char* text, const char* comment) const
{
    const QString translation = m_translator.translate(context, text, comment);
    return translation.isEmpty() ? QString::fromUtf8(text) : translation;
}

QString DocumentWords::counted(const char* text, int count) const
{
    QString translation = m_translator.translate(context, text, nullptr, count);
    if (translation.isEmpty())
        translation = QString::fromUtf8(text);
    return translation.replace("%n"_L1, QString::number(count));
}

QString stateMark(StudyState state)
{
    switch (state) {
    case StudyState::ToDo:
        return u"○"_s;
    case StudyState::Doing:
        return u"◐"_s;
    case StudyState::Done:
    case StudyState::Known:
        return u"✓"_s;
    }
    Q_UNREACHABLE();
}

} // namespace roadloom
