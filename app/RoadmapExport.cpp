// SPDX-License-Identifier: Apache-2.0
#include "app/RoadmapExport.h"

#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/LibraryAccess.h"
#include "app/ResultOutput.h"
#include "app/Terminal.h"
#include "core/exchange/KeptDocument.h"
#include "core/exporting/Exporter.h"
#include "core/exporting/SafeFileName.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapExport)
};

struct ExportOrder {
    QString roadmap; ///< its id, as it was given
    ExportFormat format = ExportFormat::Roadloom;
    ExportOptions options;
    QString place; ///< a file or a folder; empty or "-": standard output
};

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

QString formatNames()
{
    QStringList names;
    for (const ExportFormat format : exportFormats)
        names.append(exportFormatName(format));
    return names.join(", "_L1);
}

void addExportOptions(QCommandLineParser& parser)
{
    parser.addPositionalArgument(
        u"ID"_s, Translation::tr("The roadmap's id, or the beginning of it."), u"ID"_s);
    parser.addOptions({
        { { u"f"_s, u"format"_s },
            Translation::tr("What to make of it: %1. Default: what the file's ending says, else "
                            "roadloom, which alone holds all there is.")
                .arg(formatNames()),
            u"FORMAT"_s },
        { { u"o"_s, u"output"_s },
            Translation::tr("Write it to a file, which is replaced, or into a folder, where it is "
                            "named after the roadmap, instead of standard output (-)."),
            u"FILE"_s },
        { u"without-personal-parts"_s,
            Translation::tr(
                "Leave out progress, notes and what you told of yourself, to give it to "
                "others.") },
        { u"first-day"_s,
            Translation::tr("First day of study in a calendar; default: today, from the evening on "
                            "tomorrow."),
            u"YYYY-MM-DD"_s },
    });
}

Result<ExportFormat> readFormat(const QCommandLineParser& parser)
{
    if (parser.isSet(u"format"_s)) {
        const QString name = parser.value(u"format"_s);
        if (const auto format = exportFormatFromName(name))
            return *format;
        return wrong(Translation::tr("There is no format \"%1\". Choose one of: %2.")
                         .arg(name, formatNames()));
    }
    const QFileInfo place(parser.value(u"output"_s));
    if (place.isDir())
        return ExportFormat::Roadloom;
    return exportFormatForFile(place.fileName()).value_or(ExportFormat::Roadloom);
}

Result<QDate> readFirstDay(const QCommandLineParser& parser, const StudyTimes& times)
{
    if (!parser.isSet(u"first-day"_s)) {
        const QDateTime now = QDateTime::currentDateTime();
        return now.time() < times.start ? now.date() : now.date().addDays(1);
    }
    const QString text = parser.value(u"first-day"_s);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return wrong(Translation::tr("\"%1\" is no day. Write it as YYYY-MM-DD.").arg(text));
    return day;
}

Result<ExportOrder> readOrder(const QCommandLineParser& parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return wrong(Translation::tr("Use: roadmap export ID."));
    ExportOrder order {
        .roadmap = words.first(), .options = {}, .place = parser.value(u"output"_s)
    };
    if (parser.isSet(u"output"_s) && order.place.isEmpty())
        return wrong(
            Translation::tr("-o needs the name of a file or folder, or - for standard output."));
    const Result<ExportFormat> format = readFormat(parser);
    if (!format)
        return format.error();
    order.format = format.value();
    if (parser.isSet(u"first-day"_s) && order.format != ExportFormat::Calendar)
        return wrong(Translation::tr("--first-day is for a calendar only."));
    if (parser.isSet(u"without-personal-parts"_s))
        order.options.personalParts = PersonalParts::LeftOut;
    const Result<QDate> firstDay = readFirstDay(parser, order.options.calendar.times);
    if (!firstDay)
        return firstDay.error();
    order.options.calendar.times.firstDay = firstDay.value();
    order.options.calendar.stamp = QDateTime::currentDateTimeUtc();
    return order;
}

bool isToStandardOutput(const ExportOrder& order)
{
    return order.place.isEmpty() || order.place == "-"_L1;
}

bool isBinary(ExportFormat format)
{
    return format == ExportFormat::Pdf || format == ExportFormat::Png;
}

/// A file of the folder that is not there yet, named after the roadmap. Nobody has named the one
/// that is, so it may be another roadmap's.
QString newFileIn(const QString& folder, const QString& title, ExportFormat format)
{
    const QString name = safeFileName(title, fileExtension(format));
    const qsizetype stem = name.size() - fileExtension(format).size() - 1;
    QString path = QDir(folder).filePath(name);
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number)
        path = QDir(folder).filePath(name.first(stem) + u" (%1)"_s.arg(number) + name.sliced(stem));
    return path;
}

/// Waits until it is all written.
ExitStatus deliver(const QByteArray& bytes, const QString& path)
{
    Result<std::unique_ptr<ResultOutput>> opened
        = openResultOutput(path, ResultPieces::AllOrNothing);
    if (!opened)
        return localFailure(opened.error());
    const std::unique_ptr<ResultOutput> output = std::move(opened).value();
    std::optional<ExitStatus> status;
    QEventLoop loop;
    QObject::connect(output.get(), &ResultOutput::finished, &loop, [&] {
        status = status.value_or(ExitStatus::Success);
        loop.quit();
    });
    QObject::connect(output.get(), &ResultOutput::failed, &loop, [&](const QString& why) {
        terminal::say(Translation::tr("The document cannot be written: %1").arg(why));
        status = ExitStatus::UnexpectedFailure;
        loop.quit();
    });
    output->write(bytes);
    if (!status)
        output->finish();
    if (!status)
        loop.exec();
    return *status;
}

ExitStatus exportRoadmap(const ExportOrder& order, LibraryAccess& library)
{
    const Result<LibraryLine> line = library.find(order.roadmap);
    if (!line)
        return localFailure(line.error());
    const Result<KeptRoadmap> kept = library.read(line.value().id);
    if (!kept)
        return localFailure(kept.error());
    const RoadmapDocument document = documentOf(kept.value());
    const Result<QByteArray> bytes = exportDocument(document, order.format, order.options);
    if (!bytes)
        return localFailure(bytes.error());
    const bool isIntoFolder = !isToStandardOutput(order) && QFileInfo(order.place).isDir();
    const QString path = isIntoFolder
        ? newFileIn(order.place, document.roadmap().title, order.format)
        : order.place;
    const ExitStatus status = deliver(bytes.value(), path);
    if (status == ExitStatus::Success && isIntoFolder)
        terminal::say(Translation::tr("Written to %1.").arg(QDir::toNativeSeparators(path)));
    return status;
}

} // namespace

ExitStatus runRoadmapExport(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr("A roadmap that is saved, as a document."));
    addExportOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"roadmap export"_s))
        return *status;
    const Result<ExportOrder> order = readOrder(parser);
    if (!order)
        return wrongUsage(order.error());
    if (isToStandardOutput(order.value()) && isBinary(order.value().format)
        && ::isatty(STDOUT_FILENO) != 0)
        return wrongUsage(
            wrong(Translation::tr("A terminal cannot show this format. Name a file with -o.")));
    if (!policy.mayExport)
        return localFailure(
            wrong(Translation::tr("Your administrator allows no roadmaps to be exported.")));
    LibraryAccess library(chosenDataFolder(parser, policy).path());
    return exportRoadmap(order.value(), library);
}

bool roadmapExportDraws(const QStringList& arguments)
{
    QCommandLineParser parser;
    addExportOptions(parser);
    addCommonOptions(parser);
    if (!parser.parse(arguments))
        return false;
    const Result<ExportFormat> format = readFormat(parser);
    return format && needsFonts(format.value());
}

} // namespace roadloom
