// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/TrialWords.h"

#include "ui/look/ClockText.h"
#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr std::chrono::seconds worthTelling { 3 }; // of a wait; a shorter one only flickers

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(TrialWords)
};

QString whatText(WaitFor what)
{
    switch (what) {
    case WaitFor::Connection:
        return Translation::tr("Connecting…");
    case WaitFor::FirstWord:
        return Translation::tr("Waiting for the first word…");
    case WaitFor::NextWord:
        return Translation::tr("Waiting for the next word…");
    case WaitFor::Reconnection:
        return Translation::tr("Connecting again…");
    case WaitFor::Turn: // a trial waits for none
    case WaitFor::Nothing:
        break;
    }
    return {};
}

QString formText(std::optional<StructuredOutput> form)
{
    if (!form)
        return Translation::tr("Whether it keeps to a form could not be found out this time.");
    switch (*form) {
    case StructuredOutput::JsonSchema:
        return Translation::tr("It keeps to a form that is asked for (JSON after a schema).");
    case StructuredOutput::JsonObject:
        return Translation::tr("It keeps to JSON, but not to a schema.");
    case StructuredOutput::None:
        break;
    }
    return Translation::tr("It answers in words alone; Roadloom reads them all the same.");
}

} // namespace

QString waitText(const Wait& wait, std::chrono::milliseconds soFar, bool isReasoning)
{
    const bool isShort = soFar < worthTelling;
    if (isShort && wait.what == WaitFor::NextWord && !isReasoning)
        return {};
    QString what = isReasoning ? Translation::tr("Reasoning…") : whatText(wait.what);
    if (what.isEmpty() || isShort)
        return what;
    const QString waited = durationText(std::chrono::floor<std::chrono::seconds>(soFar));
    if (wait.limit.count() == 0)
        //: What is waited for, and for how long so far.
        return Translation::tr("%1 %2").arg(what, waited);
    //: What is waited for, for how long so far, and after how long it is given up.
    return Translation::tr("%1 %2 (gives up after %3)")
        .arg(what, waited, durationText(std::chrono::ceil<std::chrono::seconds>(wait.limit)));
}

QString summaryText(const TrialResult& result)
{
    const QLocale locale;
    const double seconds = double(result.firstWord.count()) / 1000.0;
    QStringList parts {
        Translation::tr("%1 s to the first word").arg(locale.toString(seconds, 'f', 1))
    };
    if (result.wordsPerSecond)
        parts.append(Translation::tr("%1 words per second")
                         .arg(locale.toString(*result.wordsPerSecond, 'f', 1)));
    if (result.reasons)
        parts.append(Translation::tr("reasons first"));
    return parts.join(u" · "_s);
}

QString detailsText(const TrialResult& result)
{
    QStringList lines;
    if (!result.model.isEmpty())
        lines.append(Translation::tr("Model: %1").arg(displayLine(result.model, 100)));
    lines.append(result.streams ? Translation::tr("Its words come one after the other.")
                                : Translation::tr("Its answer comes all at once."));
    if (!result.wordsPerSecond)
        lines.append(Translation::tr("Too fast, or too short, to tell the speed"));
    lines.append(formText(result.structuredOutput));
    return lines.join(u'\n');
}

} // namespace roadloom
