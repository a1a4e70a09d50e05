// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/RoadmapImport.h"

#include "core/base/PlainText.h"
#include "core/exporting/ImportBounds.h"
#include "core/exporting/JsonImport.h"
#include "core/exporting/MarkdownOutline.h"
#include "core/exporting/OpmlFile.h"
#include "core/roadmap/RoadmapMender.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(RoadmapImport)
};

Error tooLarge(qint64 bytes)
{
    constexpr qint64 mebibyte = qint64(1024) * 1024;
    return { ErrorKind::TooLarge,
        Translation::tr(
            "This file is larger than a roadmap can be: it has %L1 MiB, and at most %L2 "
            "MiB are read.")
            .arg(bytes / mebibyte)
            .arg(maxImportBytes / mebibyte),
        {} };
}

Error notText()
{
    return { ErrorKind::InvalidInput,
        Translation::tr("This file is no text in UTF-8. Roadloom reads its own files, the JSON of "
                        "roadmaps, the events of a run, OPML and Markdown outlines."),
        {} };
}

/// A text for a title: the file's name without folder and ending.
QString titleFromName(const QString& fileName)
{
    constexpr qsizetype mostCharacters = 100;
    const QString name = QString(fileName).replace(u'\\', u'/').section(u'/', -1);
    const QString base = name.contains(u'.') ? name.section(u'.', 0, -2) : name;
    const QString title = shortLine(base, mostCharacters);
    return hasVisibleCharacter(title) ? title : Translation::tr("Imported roadmap");
}

Result<RoadmapDocument> fromOutline(const Result<Outline>& outline, const QString& fileName)
{
    if (!outline)
        return outline.error();
    Outline named = outline.value();
    if (!hasVisibleCharacter(named.title))
        named.title = titleFromName(fileName);
    if (named.items.isEmpty())
        return Error { ErrorKind::BadOutput,
            Translation::tr("This file has no headings or lists of which a roadmap could be made."),
            {} };
    return documentFromOutline(named);
}

Result<RoadmapDocument> readAnything(const QByteArray& bytes, const QString& fileName)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark off
    const QString text = decoder(bytes);
    if (decoder.hasError() || bytes.contains('\0'))
        return notText();
    const QByteArrayView beginning
        = QByteArrayView(bytes).sliced(bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0).trimmed();
    if (looksLikeEvents(beginning))
        return readEvents(beginning);
    if (beginning.startsWith('{') || beginning.startsWith('['))
        return readJsonDocument(beginning);
    // A Markdown document may begin with a comment.
    if (beginning.startsWith('<') && !beginning.startsWith("<!--"))
        return fromOutline(readOpml(bytes), fileName);
    if (fileName.endsWith(".opml"_L1, Qt::CaseInsensitive))
        return fromOutline(readOpml(bytes), fileName);
    return fromOutline(readMarkdownOutline(text), fileName);
}

bool hasTotals(const Roadmap& roadmap)
{
    return roadmap.totalEstimatedHours > 0.0 && std::isfinite(roadmap.totalEstimatedHours)
        && roadmap.recommendedCompletionWeeks > 0;
}

/// Changes nothing where nothing must be: other faults are for the learner to judge.
std::optional<Error> mend(ImportedRoadmap& imported)
{
    Roadmap& roadmap = imported.document.design.framework;
    imported.findings = boundDocument(imported.document);
    RuleContext context;
    context.request = &imported.document.request;
    if (!hasCriticalFinding(checkRoadmap(roadmap, context)) && hasTotals(roadmap)
        && imported.findings.isEmpty())
        return std::nullopt;
    MendedRoadmap mended = mendRoadmap(std::move(roadmap), context);
    roadmap = std::move(mended.roadmap);
    for (const Mend& each : std::as_const(mended.mends))
        imported.findings.append(each.what);
    if (conceptCount(roadmap) == 0)
        return Error { ErrorKind::BadOutput,
            Translation::tr("The roadmap in this file has no concepts."), {} };
    return std::nullopt;
}

} // namespace

Result<ImportedRoadmap> importDocument(const QByteArray& bytes, const QString& fileName)
{
    if (bytes.size() > maxImportBytes)
        return tooLarge(bytes.size());
    if (bytes.trimmed().isEmpty())
        return Error { ErrorKind::InvalidInput, Translation::tr("This file is empty."), {} };
    Result<RoadmapDocument> read = readAnything(bytes, fileName);
    if (!read)
        return read.error();
    ImportedRoadmap imported { .document = withPlainTexts(std::move(read).value()),
        .findings = {} };
    if (auto error = mend(imported))
        return *std::move(error);
    return imported;
}

Result<ImportedRoadmap> importFile(const QString& path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return Error { ErrorKind::InvalidInput,
            Translation::tr("%1 is no file.").arg(shortLine(path, 200)), {} };
    if (info.size() > maxImportBytes)
        return tooLarge(info.size());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { ErrorKind::InvalidInput,
            Translation::tr("The file %1 cannot be read: %2.")
                .arg(shortLine(path, 200), file.errorString()),
            {} };
    return importDocument(file.read(maxImportBytes + 1), info.fileName());
}

} // namespace roadloom
