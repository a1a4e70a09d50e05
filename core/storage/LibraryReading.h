// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/Result.h"
#include "core/storage/LibraryRecords.h"

#include <QList>

#include <optional>

class QSqlDatabase;
class QSqlQuery;
class QVariant;

namespace roadloom {

/// What a library's file says of its roadmaps. Costs as much as there is of it: for threads that
/// show no window.
class LibraryReading {
public:
    /// Both must outlive it. The path is for sentences.
    LibraryReading(QSqlDatabase& database, const QString& path);

    /// Of those that are neither archived nor in the bin, the one opened last first; `most` of
    /// them, -1: all.
    [[nodiscard]] Result<QList<LibraryLine>> lines(int most) const;
    /// The same of all.
    [[nodiscard]] Result<QList<LibraryLine>> history() const;
    /// The one of that roadmap, if it is there.
    [[nodiscard]] Result<QList<LibraryLine>> line(const QString& id) const;
    /// False as well if it cannot be read.
    [[nodiscard]] bool has(const QString& id) const;
    /// Nothing if there is none with that id.
    [[nodiscard]] Result<std::optional<KeptRoadmap>> roadmap(const QString& id) const;

private:
    [[nodiscard]] Result<QList<LibraryLine>> linesOf(
        const QString& which, int most, const std::optional<QString>& id = {}) const;
    [[nodiscard]] Result<std::optional<KeptRoadmap>> entry(const QString& id) const;
    [[nodiscard]] std::optional<Error> errorAfter(const QSqlQuery& query) const;
    [[nodiscard]] std::optional<Error> readStudies(KeptRoadmap& kept) const;
    [[nodiscard]] std::optional<Error> readFinishes(KeptRoadmap& kept) const;

    QSqlDatabase& m_database;
    const QString& m_path;
};

/// A moment as the file has it.
[[nodiscard]] QDateTime momentOf(const QVariant& text);

/// As a list has them: the one opened last comes first.
void sortByOpening(QList<LibraryLine>& lines);

} // namespace roadloom
