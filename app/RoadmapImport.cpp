// SPDX-License-Identifier: Apache-2.0
#include "app/RoadmapImport.h"

#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/LibraryAccess.h"
#include "app/Terminal.h"
#include "core/base/PlainText.h"
#include "core/exchange/KeptDocument.h"
#include "core/exchange/LibraryImport.h"
#include "core/exporting/RoadmapImport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapImportCommand)
};

constexpr qsizetype mostTitleCharacters = 80;

Result<ImportedRoadmap> readFile(const QString& path)
{
    if (path != "-"_L1)
        return importFile(path);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error { ErrorKind::InvalidInput,
            Translation::tr("Standard input cannot be read: %1.").arg(input.errorString()), {} };
    return importDocument(input.read(maxImportBytes + 1), {});
}

/// The same roadmap, if the library has it.
Result<std::optional<KeptRoadmap>> findExisting(
    LibraryAccess& library, const QList<LibraryLine>& lines, const RoadmapDocument& imported)
{
    for (const QString& id : likelyIds(lines, imported)) {
        const Result<KeptRoadmap> kept = library.read(id);
        if (!kept)
            return kept.error();
        if (isSameRoadmap(withPlainTexts(documentOf(kept.value())), imported))
            return std::optional(kept.value());
    }
    return std::optional<KeptRoadmap>();
}

QStringList mergeSentences(const MergeCounts& counts)
{
    const auto sentence = [](const char* text, int count) {
        return count > 0 ? Translation::tr(text, nullptr, count) : QString();
    };
    QStringList sentences {
        sentence(
            QT_TRANSLATE_N_NOOP("RoadmapImportCommand", "%n concept(s) are new."), counts.added),
        sentence(QT_TRANSLATE_N_NOOP("RoadmapImportCommand",
                     "%n concept(s) are gone; what was studied of them is kept."),
            counts.gone),
        sentence(
            QT_TRANSLATE_N_NOOP("RoadmapImportCommand", "%n concept(s) are further in the file."),
            counts.advanced),
        sentence(QT_TRANSLATE_N_NOOP("RoadmapImportCommand", "%n note(s) came with the file."),
            counts.notesAdded),
        sentence(QT_TRANSLATE_N_NOOP("RoadmapImportCommand",
                     "Of %n concept(s) your own progress or note was kept."),
            counts.kept),
    };
    sentences.removeAll(QString());
    return sentences;
}

/// What became of a file, to the person.
void sayResult(const LibraryImport& import, const QStringList& findings)
{
    const Roadmap& roadmap = import.kept.entry.roadmap;
    const QString title = shortLine(roadmap.title, mostTitleCharacters);
    if (import.merge) {
        QStringList sentences = mergeSentences(*import.merge);
        sentences.prepend(
            Translation::tr("\"%1\" was in the library and is brought up to date.").arg(title));
        if (import.wasInBin)
            sentences.append(Translation::tr("It is taken back from the bin."));
        terminal::say(sentences.join(u' '));
    } else {
        terminal::say(Translation::tr("\"%1\" is in the library now, with %n concept(s).", nullptr,
            int(conceptCount(roadmap)))
                          .arg(title));
    }
    for (const QString& finding : findings)
        terminal::say(Translation::tr("Note: %1").arg(plainLine(finding)));
}

/// An error says what of the file or the library was in the way; then nothing is changed.
ExitStatus importOne(const QString& path, LibraryAccess& library)
{
    const Result<ImportedRoadmap> imported = readFile(path);
    if (!imported) {
        static_cast<void>(localFailure(imported.error()));
        return ExitStatus::WrongUsage;
    }
    const RoadmapDocument& document = imported.value().document;
    const Result<QList<LibraryLine>> lines = library.history();
    if (!lines)
        return localFailure(lines.error());
    const auto existing = findExisting(library, lines.value(), document);
    if (!existing)
        return localFailure(existing.error());
    const QDateTime now = QDateTime::currentDateTime();
    const LibraryImport import = existing.value() ? importInto(*existing.value(), document, now)
                                                  : importNew(lines.value(), document, now);
    if (const auto error = library.put(import.kept))
        return localFailure(*error);
    sayResult(import, imported.value().findings);
    return terminal::print(QString(import.kept.entry.id + u'\n')) ? ExitStatus::Success
                                                                  : ExitStatus::UnexpectedFailure;
}

} // namespace

ExitStatus runRoadmapImport(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "Puts the roadmaps of files into the library, with what was studied of them, and prints "
        "their ids. It reads Roadloom's own files, the JSON of roadmaps, the events of a run, OPML "
        "and Markdown outlines. A roadmap that is there already is brought up to date and keeps "
        "your progress and notes."));
    parser.addPositionalArgument(
        u"FILE"_s, Translation::tr("A file, or - for standard input."), u"FILE…"_s);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap import"_s))
        return *status;
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return wrongUsage(
            { ErrorKind::InvalidInput, Translation::tr("Use: roadmap import FILE."), {} });
    LibraryAccess library(chosenDataFolder(parser, policy).path());
    auto worst = ExitStatus::Success;
    for (const QString& file : files) {
        const ExitStatus status = importOne(file, library);
        if (status != ExitStatus::Success && worst != ExitStatus::UnexpectedFailure)
            worst = status;
    }
    return worst;
}

} // namespace roadloom
