// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/TrialWords.h"

#include "ui/look/ClockText.h"
#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(TrialWords)
};

QString whatText(WaitFor what)
{
    switch (what) {
    case WaitFor::Connection:
        return Translation::tr("Connecting");
    case WaitFor::FirstWord:
        return Translation::tr("Waiting for the first word");
    case WaitFor::NextWord:
        return Translation::tr("Waiting for the next word");
    case WaitFor::Reconnection:
        return Translation::tr("Connecting again");
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

QString waitText(const Wait& wait, std::chrono::milliseconds soFar)
{
    const QString what = whatText(wait.what);
    if (what.isEmpty())
        return {};
    if (wait.limit.count() == 0)
        //: What is waited for, and for how long so far.
        return Translation::tr("%1 · %2").arg(what, clockText(soFar));
    //: What is waited for, for how long so far, and when it is given up.
    return Translation::tr("%1 · %2 of %3").arg(what, clockText(soFar), clockText(wait.limit));
}

QString resultText(const TrialResult& result)
{
    const QLocale locale;
    const double seconds = double(result.firstWord.count()) / 1000.0;
    QStringList lines;
    if (!result.model.isEmpty())
        lines.append(Translation::tr("Model: %1").arg(displayLine(result.model, 100)));
    lines.append(
        Translation::tr("First word after %1 seconds").arg(locale.toString(seconds, 'f', 1)));
    lines.append(result.wordsPerSecond
            ? Translation::tr("%1 words per second")
                  .arg(locale.toString(*result.wordsPerSecond, 'f', 1))
            : Translation::tr("Too fast, or too short, to tell the speed"));
    lines.append(result.streams ? Translation::tr("Its words come one after the other.")
                                : Translation::tr("Its answer comes all at once."));
    if (result.reasons)
        lines.append(Translation::tr("It reasons before it answers."));
    lines.append(formText(result.structuredOutput));
    return lines.join(u'\n');
}

} // namespace roadloom
