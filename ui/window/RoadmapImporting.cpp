// SPDX-License-Identifier: Apache-2.0
#include "ui/window/RoadmapImporting.h"

#include "core/exchange/KeptDocument.h"
#include "core/exchange/LibraryImport.h"
#include "core/exporting/ExportFormat.h"
#include "core/storage/Library.h"
#include "ui/look/DisplayText.h"

#include <QDateTime>
#include <QFileDialog>
#include <QStandardPaths>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString sentenceAbout(const LibraryImport& import, const QStringList& findings)
{
    constexpr qsizetype longest = 80; // characters
    const QString title = displayLine(import.kept.entry.roadmap.title, longest);
    QStringList sentences;
    if (import.merge)
        sentences.append(RoadmapImporting::tr("“%1” was in the library and is brought up to date. "
                                              "Your progress and your notes are kept.")
                             .arg(title));
    else
        sentences.append(RoadmapImporting::tr("“%1” is in the library now.").arg(title));
    if (import.wasInBin)
        sentences.append(RoadmapImporting::tr("It is taken back from the bin."));
    if (!findings.isEmpty())
        sentences.append(RoadmapImporting::tr(
            "%n thing(s) in the file had to be changed.", nullptr, int(findings.size())));
    return sentences.join(u' ');
}

} // namespace

RoadmapImporting::RoadmapImporting(Library* library, QWidget& window)
    : m_library(library)
    , m_window(window)
{
    if (library == nullptr)
        return;
    connect(library, &Library::historyRead, this, &RoadmapImporting::takeLines);
    connect(library, &Library::roadmapRead, this, &RoadmapImporting::takeRoadmap);
    connect(library, &Library::roadmapWritten, this, &RoadmapImporting::takeWritten);
    connect(library, &Library::roadmapGone, this, &RoadmapImporting::takeGone);
    connect(library, &Library::failed, this, &RoadmapImporting::takeFailure);
}

RoadmapImporting::~RoadmapImporting()
{
    if (m_thread)
        m_thread->wait();
}

void RoadmapImporting::ask()
{
    if (m_library == nullptr)
        return;
    QStringList patterns { u"*.json"_s, u"*.ndjson"_s, u"*.sse"_s };
    for (const ExportFormat format : exportFormats) {
        if (canBeImported(format))
            patterns.append("*."_L1 + fileExtension(format));
    }
    patterns.removeDuplicates();
    auto* const dialog = new QFileDialog(&m_window, tr("Import roadmap"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        { tr("Roadmaps") + u" ("_s + patterns.join(u' ') + u')', tr("All files") + u" (*)"_s });
    connect(dialog, &QFileDialog::fileSelected, this, &RoadmapImporting::take);
    dialog->open();
}

void RoadmapImporting::take(const QString& path)
{
    constexpr qsizetype most = 100; // another program may ask without end
    if (m_library == nullptr || !m_library->isWritable()) {
        Q_EMIT failed({ ErrorKind::Internal,
            tr("Nothing can be imported, since the library cannot be written."), {} });
        return;
    }
    if (!m_thread && !m_imported && !m_coming)
        read(path);
    else if (m_waiting.size() < most)
        m_waiting.append(path);
}

void RoadmapImporting::read(const QString& path)
{
    m_thread.reset(QThread::create([this, path] {
        m_read = importFile(path); // looked at when the thread has ended
    }));
    connect(m_thread.get(), &QThread::finished, this, &RoadmapImporting::takeFile);
    m_thread->start();
}

void RoadmapImporting::readNext()
{
    if (!m_waiting.isEmpty())
        read(m_waiting.takeFirst());
}

void RoadmapImporting::fail(const Error& error)
{
    Q_EMIT failed(error);
    readNext();
}

void RoadmapImporting::awaitWriting(const QString& id, const QString& sentence)
{
    m_coming = Coming { .id = id, .sentence = sentence };
}

void RoadmapImporting::takeWritten(const QString& id)
{
    if (!m_coming || m_coming->id != id)
        return;
    const Coming came = *std::exchange(m_coming, std::nullopt);
    Q_EMIT imported(came.id, came.sentence);
    readNext();
}

/// Another program deleted the one that it was to become part of.
void RoadmapImporting::takeGone(const QString& id)
{
    if (!m_coming || m_coming->id != id)
        return;
    m_coming.reset();
    fail({ ErrorKind::NotFound, tr("The file was not imported. Try it again."), {} });
}

/// What can only wait still comes, and what is lost of another roadmap is not this one.
void RoadmapImporting::takeFailure(const Error& error, ChangeFate fate, const QString& roadmap)
{
    if (!m_coming || fate == ChangeFate::Wait)
        return;
    if (fate == ChangeFate::Lost && roadmap != m_coming->id)
        return;
    m_coming.reset();
    fail(error);
}

void RoadmapImporting::takeFile()
{
    m_thread->wait();
    m_thread.reset();
    const Result<ImportedRoadmap> read = *std::exchange(m_read, std::nullopt);
    if (!read) {
        fail(read.error());
        return;
    }
    m_imported = read.value();
    m_lines.reset();
    m_library->readHistory();
}

/// Others may have asked for them as well.
void RoadmapImporting::takeLines(const Result<QList<LibraryLine>>& lines)
{
    if (!m_imported || m_lines)
        return;
    if (!lines) {
        m_imported.reset();
        fail(lines.error());
        return;
    }
    m_lines = lines.value();
    m_likely = likelyIds(*m_lines, m_imported->document);
    compareNext();
}

void RoadmapImporting::compareNext()
{
    if (m_likely.isEmpty())
        putNew();
    else
        m_library->readRoadmap(m_likely.first());
}

void RoadmapImporting::takeRoadmap(const QString& id, const Result<KeptRoadmap>& kept)
{
    if (!m_imported || m_likely.isEmpty() || id != m_likely.first())
        return;
    m_likely.removeFirst();
    const bool isSame
        = kept && isSameRoadmap(withPlainTexts(documentOf(kept.value())), m_imported->document);
    if (!isSame) {
        compareNext();
        return;
    }
    const ImportedRoadmap imported = *std::exchange(m_imported, std::nullopt);
    const LibraryImport import
        = importInto(kept.value(), imported.document, QDateTime::currentDateTime());
    awaitWriting(import.kept.entry.id, sentenceAbout(import, imported.findings));
    m_library->putStudied(import.kept);
}

void RoadmapImporting::putNew()
{
    const ImportedRoadmap imported = *std::exchange(m_imported, std::nullopt);
    const LibraryImport import
        = importNew(*m_lines, imported.document, QDateTime::currentDateTime());
    awaitWriting(import.kept.entry.id, sentenceAbout(import, imported.findings));
    m_library->addStudied(import.kept);
}

} // namespace roadloom
