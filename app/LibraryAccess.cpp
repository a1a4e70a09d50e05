// SPDX-License-Identifier: Apache-2.0
#include "app/LibraryAccess.h"

#include "app/LibraryAnswer.h"
#include "app/Terminal.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(LibraryAccess)
};

/// Of an id, that tell it from others.
constexpr qsizetype fewestCharacters = 4;

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

/// The library's own kinds are about its file, not about what a person typed, but for what is not
/// there.
Error failure(Error error)
{
    error.kind = error.kind == ErrorKind::NotFound ? ErrorKind::InvalidInput : ErrorKind::Internal;
    return error;
}

/// The answer of the library, with a failure as commands tell it.
template <class Value>
Result<Value> told(Result<Value> answer)
{
    return answer ? answer : failure(answer.error());
}

} // namespace

LibraryAccess::LibraryAccess(const QString& dataFolder)
    : m_library(dataFolder)
{
}

bool LibraryAccess::isThere() const
{
    return QFileInfo::exists(m_library.path());
}

Result<QList<LibraryLine>> LibraryAccess::history()
{
    if (!isThere())
        return QList<LibraryLine>();
    if (auto error = open())
        return *std::move(error);
    return told(answerOf<QList<LibraryLine>>(
        m_library, &Library::historyRead, [this] { m_library.readHistory(); }));
}

Result<QStringList> LibraryAccess::search(const QString& words)
{
    using Hits = QList<libraryTexts::Hit>;
    if (!isThere())
        return QStringList();
    if (auto error = open())
        return *std::move(error);
    const Result<Hits> hits
        = told(answerOf<Hits>(m_library, &Library::found, [&] { m_library.search(words); }));
    if (!hits)
        return hits.error();
    QStringList ids;
    for (const libraryTexts::Hit& hit : hits.value())
        ids.append(hit.roadmap);
    return ids;
}

Result<LibraryLine> LibraryAccess::find(const QString& given)
{
    const Result<QList<LibraryLine>> lines = history();
    if (!lines)
        return lines.error();
    QList<LibraryLine> found;
    for (const LibraryLine& line : lines.value()) {
        if (line.id == given)
            return line;
        if (line.id.startsWith(given, Qt::CaseInsensitive))
            found.append(line);
    }
    if (!found.isEmpty() && given.size() < fewestCharacters)
        return wrong(
            Translation::tr("\"%1\" is too short: give at least four characters of the id.")
                .arg(given));
    if (found.isEmpty())
        return wrong(Translation::tr("There is no roadmap \"%1\" in the library. See those that "
                                     "are there with \"roadloom roadmap list\".")
                         .arg(given));
    if (found.size() > 1)
        return wrong(
            Translation::tr("The ids of several roadmaps begin with \"%1\". Give more of it.")
                .arg(given));
    return found.first();
}

Result<KeptRoadmap> LibraryAccess::read(const QString& id)
{
    if (auto error = open())
        return *std::move(error);
    return told(answerOf<KeptRoadmap>(
        m_library, &Library::roadmapRead, [&] { m_library.readRoadmap(id); }));
}

Result<QList<RunLine>> LibraryAccess::unfinished()
{
    if (!isThere())
        return QList<RunLine>();
    if (auto error = open())
        return *std::move(error);
    return told(answerOf<QList<RunLine>>(
        m_library, &Library::unfinishedRead, [this] { m_library.readUnfinished(); }));
}

std::optional<Error> LibraryAccess::put(const KeptRoadmap& kept)
{
    if (auto error = openToWrite())
        return error;
    m_library.putStudied(kept);
    return settle();
}

std::optional<Error> LibraryAccess::remove(const QString& id)
{
    if (auto error = openToWrite())
        return error;
    m_library.remove(id);
    return settle();
}

std::optional<Error> LibraryAccess::takeBack(const QString& id)
{
    if (auto error = openToWrite())
        return error;
    m_library.takeBack(id);
    return settle();
}

std::optional<Error> LibraryAccess::purge(const QString& id)
{
    if (auto error = openToWrite())
        return error;
    m_library.remove(id); // only what is in the bin goes for good
    m_library.purge(id);
    return settle();
}

std::optional<Error> LibraryAccess::open()
{
    if (m_library.isOpen())
        return std::nullopt;
    const std::optional<Error> problem = m_library.open();
    if (!m_library.isOpen())
        return failure(*problem);
    if (!m_library.isWritable())
        m_problem = problem; // no matter to who reads
    else if (problem)
        terminal::say(problem->message);
    return std::nullopt;
}

std::optional<Error> LibraryAccess::openToWrite()
{
    if (auto error = open())
        return error;
    return m_library.isWritable() ? std::nullopt : std::optional(failure(*m_problem));
}

/// Until all is written, or cannot be.
std::optional<Error> LibraryAccess::settle()
{
    std::optional<Error> failed;
    QEventLoop loop;
    QObject::connect(&m_library, &Library::failed, &loop,
        [&](const Error& error, ChangeFate /*fate*/) { failed = failure(error); });
    QObject::connect(&m_library, &Library::keepingChanged, &loop, [&] {
        if (failed || m_library.keeping() == Keeping::Kept)
            loop.quit();
    });
    loop.exec();
    return failed;
}

} // namespace roadloom
