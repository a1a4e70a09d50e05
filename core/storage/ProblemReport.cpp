// SPDX-License-Identifier: Apache-2.0
#include "core/storage/ProblemReport.h"

#include "core/base/PlainText.h"

#include <QDir>

#include <map>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestLine = 500;

QString seconds(std::chrono::milliseconds time)
{
    return QString::number(time.count() / 1000) + " s"_L1;
}

/// Whether it is this machine is what matters; which other one it is does not.
QString placeOf(const QUrl& url)
{
    if (url.isEmpty())
        return u"no address"_s;
    const QString host = url.host();
    const bool isHere = host == "localhost"_L1 || host.startsWith("127."_L1) || host == "::1"_L1;
    return url.scheme() + (isHere ? ", this machine"_L1 : ", another machine"_L1);
}

QString patienceText(const Patience& patience, const NetworkSettings& network)
{
    return "connecting %1, first word %2, silence %3, proxy %4, own certificates %5"_L1.arg(
        seconds(patience.connecting), seconds(patience.firstWord), seconds(patience.silence),
        wordFor(network.proxyUse, proxyUseWords), network.caFile.isEmpty() ? "no"_L1 : "yes"_L1);
}

QString formText(const std::optional<StructuredOutput>& form)
{
    if (!form)
        return u"not tried"_s;
    switch (*form) {
    case StructuredOutput::JsonSchema:
        return u"schema"_s;
    case StructuredOutput::JsonObject:
        return u"object"_s;
    case StructuredOutput::None:
        break;
    }
    return u"none"_s;
}

/// By the preset: names, addresses and models are the learner's own.
QString lineAbout(const ProviderSetup& setup)
{
    return "provider %1: style %2, %3, model %4, key %5, form %6, parallel %7, rounds %8, asks %9"_L1
               .arg(presetOf(setup).id, wordFor(setup.style, apiStyleWords), placeOf(setup.baseUrl),
                   setup.model.isEmpty() ? "none"_L1 : "chosen"_L1,
                   wordFor(setup.keyPlace, keyPlaceWords), formText(setup.structuredOutput),
                   QString::number(setup.parallel), QString::number(setup.reviewRounds),
                   setup.asksLearner ? "yes"_L1 : "no"_L1)
        + ", "_L1 + patienceText(setup.patience, setup.network);
}

QString lineAbout(const ServiceSetup& setup)
{
    return "hub: %1, %2"_L1.arg(placeOf(setup.url), patienceText(setup.patience, setup.network));
}

QString whoAnswers(const ConfiguredProviders& configured)
{
    if (const ProviderSetup* const setup = configured.provider(configured.defaultId))
        return "provider "_L1 + presetOf(*setup).id;
    return configured.service(configured.defaultId) != nullptr ? u"hub"_s : u"built-in courses"_s;
}

QStringList settingsLines(const ProblemReport& report)
{
    const Appearance& look = report.appearance;
    QStringList lines { "who answers: "_L1 + whoAnswers(report.configured) };
    for (const ProviderSetup& setup : report.configured.providers)
        lines.append(lineAbout(setup));
    for (const ServiceSetup& setup : report.configured.services)
        lines.append(lineAbout(setup));
    lines.append("theme %1, text %2 %, motion %3, language %4, send key %5"_L1.arg(
        wordFor(look.theme, themeWords), QString::number(look.textPercent),
        wordFor(look.motion, motionWords), wordFor(look.language, languageWords),
        wordFor(look.sendKey, sendKeyWords)));
    const QStringList fixed = report.policy.fixedKeys();
    lines.append(
        "fixed by an administrator: "_L1 + (fixed.isEmpty() ? u"nothing"_s : fixed.join(", "_L1)));
    if (!report.policy.problems.isEmpty())
        lines.append(
            "problems of the policy: %1"_L1.arg(QString::number(report.policy.problems.size())));
    return lines;
}

QStringList libraryLines(const LibraryHealth& library)
{
    if (!library.isThere)
        return { u"there is none"_s };
    QStringList lines { "%1 bytes, %2 in its journal, %3 backups"_L1.arg(
        QString::number(library.bytes), QString::number(library.journalBytes),
        QString::number(library.backups)) };
    if (!library.isOpened) {
        lines.append(
            "cannot be opened, SQLite's code %1"_L1.arg(QString::number(library.errorCode)));
        return lines;
    }
    if (library.isFrozen)
        lines.append(u"read-only: nothing can be written there"_s);
    else if (library.schema > library.newestSchema)
        lines.append(u"read-only: of a newer Roadloom"_s);
    lines.append("form %1 of %2, %3 roadmaps, %4 runs"_L1.arg(QString::number(library.schema),
        QString::number(library.newestSchema), QString::number(library.roadmaps),
        QString::number(library.runs)));
    if (library.errorCode != 0)
        lines.append(
            "cannot be checked, SQLite's code %1"_L1.arg(QString::number(library.errorCode)));
    else if (!library.isChecked)
        lines.append(u"not checked to its end"_s);
    else
        lines.append(library.problems == 0
                ? u"checked: whole"_s
                : "checked: %1 problems"_L1.arg(QString::number(library.problems)));
    return lines;
}

/// The kinds of errors in the log, and how often each came.
QStringList errorLines(const QList<QByteArray>& log)
{
    std::map<QString, int> kinds;
    for (const QByteArray& line : log) {
        for (const QByteArray& word : line.split(' ')) {
            if (word.startsWith("kind="))
                ++kinds[plainLine(QString::fromUtf8(word.sliced(5)))];
        }
    }
    QStringList lines;
    for (const auto& [kind, count] : kinds)
        lines.append("%1: %2"_L1.arg(kind, QString::number(count)));
    return lines.isEmpty() ? QStringList { u"none"_s } : lines;
}

QStringList logLines(const QList<QByteArray>& log)
{
    QStringList lines;
    for (const QByteArray& line : log)
        lines.append(QString::fromUtf8(line));
    return lines.isEmpty() ? QStringList { u"there is none"_s } : lines;
}

void add(QString& text, QLatin1StringView heading, const QStringList& lines)
{
    text += (text.isEmpty() ? QString() : u"\n"_s) + heading + u'\n';
    for (const QString& line : lines)
        text += "  "_L1 + shortLine(line, longestLine) + u'\n';
}

} // namespace

QString reportText(const ProblemReport& report)
{
    QString text;
    add(text, "Program"_L1, report.program);
    add(text, "Settings"_L1, settingsLines(report));
    add(text, "Library"_L1, libraryLines(report.library));
    add(text, "Errors"_L1, errorLines(report.log));
    add(text, "Log"_L1, logLines(report.log));
    // None should be there; it holds the user's name.
    return text.replace(QDir::homePath(), "~"_L1);
}

} // namespace roadloom
