// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Error.h"
#include "core/exporting/ExportFormat.h"
#include "core/storage/LibraryRecords.h"

#include <QObject>

#include <memory>
#include <optional>

class QThread;
class QWidget;

namespace roadloom {

class Library;

/// Writes a roadmap of the library, with its study, to a file that the learner chooses, in the form
/// that its name or the dialog says. On a thread of its own: a PDF of a large one takes seconds.
class RoadmapExporting : public QObject {
    Q_OBJECT
public:
    /// The dialog is over the window. Null: there is no library. Both must outlive it.
    RoadmapExporting(Library* library, QWidget& window);
    /// Waits for one that is being written.
    ~RoadmapExporting() override;
    Q_DISABLE_COPY_MOVE(RoadmapExporting)

    /// Returns at once. The title is untrusted.
    void ask(const QString& id, const QString& title);

Q_SIGNALS:
    void exported(const QString& path);
    void failed(const roadloom::Error& error);

private:
    void begin(const QString& path, ExportFormat format);
    void takeRoadmap(const QString& id, const Result<KeptRoadmap>& kept);
    void takeOutcome();

    Library* m_library;
    QWidget& m_window;
    QString m_id; ///< that was asked about
    QString m_wanted; ///< that is read, to be written
    QString m_path;
    ExportFormat m_format = ExportFormat::Roadloom;
    std::unique_ptr<QThread> m_thread; ///< while it is written
    std::optional<Error> m_outcome; ///< of the thread, when it has ended
};

} // namespace roadloom
