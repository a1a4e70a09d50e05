// SPDX-License-Identifier: Apache-2.0
#include "ui/window/RoadmapExporting.h"

#include "core/exchange/KeptDocument.h"
#include "core/exporting/Exporter.h"
#include "core/exporting/SafeFileName.h"
#include "core/storage/Library.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString filterOf(ExportFormat format)
{
    return u"%1 (*.%2)"_s.arg(exportFormatTitle(format), fileExtension(format));
}

/// Whole, or not at all.
std::optional<Error> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return Error { ErrorKind::Internal,
        RoadmapExporting::tr("The file %1 cannot be written: %2")
            .arg(QDir::toNativeSeparators(path), file.errorString()),
        {} };
}

std::optional<Error> exportTo(const QString& path, ExportFormat format, const KeptRoadmap& kept)
{
    ExportOptions options;
    options.calendar.times.firstDay = QDate::currentDate().addDays(1);
    options.calendar.stamp = QDateTime::currentDateTimeUtc();
    const Result<QByteArray> bytes = exportDocument(documentOf(kept), format, options);
    return bytes ? writeFile(path, bytes.value()) : std::optional(bytes.error());
}

} // namespace

RoadmapExporting::RoadmapExporting(Library* library, QWidget& window)
    : m_library(library)
    , m_window(window)
{
    if (library != nullptr)
        connect(library, &Library::roadmapRead, this, &RoadmapExporting::takeRoadmap);
}

RoadmapExporting::~RoadmapExporting()
{
    if (m_thread)
        m_thread->wait();
}

void RoadmapExporting::ask(const QString& id, const QString& title)
{
    if (m_library == nullptr || id.isEmpty() || m_thread)
        return;
    m_id = id;
    auto* const dialog = new QFileDialog(&m_window, tr("Export roadmap"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const ExportFormat format : exportFormats)
        filters.append(filterOf(format));
    dialog->setNameFilters(filters);
    const auto takeFilter = [dialog, title](const QString& filter) {
        for (const ExportFormat format : exportFormats) {
            if (filterOf(format) != filter)
                continue;
            dialog->setDefaultSuffix(fileExtension(format));
            const QStringList chosen = dialog->selectedFiles();
            const QString name
                = chosen.isEmpty() ? title : QFileInfo(chosen.first()).completeBaseName();
            dialog->selectFile(safeFileName(name, fileExtension(format)));
        }
    };
    connect(dialog, &QFileDialog::filterSelected, dialog, takeFilter);
    dialog->setDefaultSuffix(fileExtension(exportFormats.front()));
    dialog->selectFile(safeFileName(title, fileExtension(exportFormats.front())));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString& path) {
        // What the name says counts, for that is what other programs go by.
        std::optional<ExportFormat> format = exportFormatForFile(path);
        for (const ExportFormat each : exportFormats) {
            if (!format && filterOf(each) == dialog->selectedNameFilter())
                format = each;
        }
        begin(path, format.value_or(ExportFormat::Roadloom));
    });
    dialog->open();
}

void RoadmapExporting::begin(const QString& path, ExportFormat format)
{
    m_path = path;
    m_format = format;
    m_wanted = m_id;
    m_library->readRoadmap(m_wanted);
}

void RoadmapExporting::takeRoadmap(const QString& id, const Result<KeptRoadmap>& kept)
{
    if (id.isEmpty() || id != m_wanted || m_thread)
        return;
    m_wanted.clear();
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    m_thread.reset(
        QThread::create([this, path = m_path, format = m_format, roadmap = kept.value()] {
            m_outcome = exportTo(path, format, roadmap); // read when the thread has ended
        }));
    connect(m_thread.get(), &QThread::finished, this, &RoadmapExporting::takeOutcome);
    m_thread->start();
}

void RoadmapExporting::takeOutcome()
{
    m_thread->wait();
    m_thread.reset();
    if (const std::optional<Error> failure = std::exchange(m_outcome, std::nullopt))
        Q_EMIT failed(*failure);
    else
        Q_EMIT exported(m_path);
}

} // namespace roadloom
