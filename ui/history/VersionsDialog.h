// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/storage/Library.h"

#include <QDialog>
#include <QList>

class QListWidget;
class QPushButton;
class QTreeWidget;

namespace roadloom {

class TextLabel;

/// What a roadmap of the library was before, with its concepts: an earlier version can come back,
/// and the one that it takes the place of stays among them. Made for one use: it deletes itself
/// when it is closed.
class VersionsDialog : public QDialog {
    Q_OBJECT
public:
    /// The library must outlive it.
    VersionsDialog(Library& library, const LibraryLine& roadmap, QWidget* parent);

Q_SIGNALS:
    /// The learner wants a version in the place of the current one, which may be waitingVersion.
    void chosen(qint64 version, qint64 current);

private:
    void takeVersions(const QString& id, const Result<QList<RoadmapVersion>>& versions);
    [[nodiscard]] static QString textOf(const RoadmapVersion& version);
    [[nodiscard]] static int rowOf(qint64 version, const QList<RoadmapVersion>& all);
    void takeVersion(const QString& id, qint64 version, const Result<CurriculumDesign>& design);
    void readChosen();
    [[nodiscard]] const RoadmapVersion* chosenVersion() const;
    void choose();

    Library& m_library;
    QString m_id;
    QList<RoadmapVersion> m_all; ///< the newest first
    QListWidget* m_list;
    QTreeWidget* m_outline;
    TextLabel* m_said;
    QPushButton* m_bringBack;
};

} // namespace roadloom
