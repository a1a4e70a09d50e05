// SPDX-License-Identifier: Apache-2.0
#include "core/offline/CurriculumCheck.h"

#include "core/offline/CurriculumLibrary.h"
#include "core/offline/CurriculumReader.h"
#include "core/roadmap/RoadmapNorms.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(CurriculumCheck)
};

constexpr qsizetype mostFiles = 256;
constexpr qsizetype mostProblems = 500;
constexpr qsizetype leastAliasCharacters = 2;

struct SubjectFile {
    QString path;
    Curriculum subject;
};

bool isBlank(const BilingualText& text)
{
    return text.english.trimmed().isEmpty() || text.chinese.trimmed().isEmpty();
}

bool hasBlank(const QStringList& texts)
{
    return std::ranges::any_of(texts, [](const QString& text) { return text.trimmed().isEmpty(); });
}

/// Checks subjects that have been read, together with the shelf behind them.
class Checker {
public:
    Checker(const QList<SubjectFile>& files, const CurriculumLibrary& shelf, CurriculumCheck& check)
        : m_files(files)
        , m_check(check)
    {
        QSet<QString> given;
        for (const SubjectFile& file : files)
            given.insert(file.subject.id);
        // A file that is given stands in for the shelf's subject of the same id.
        for (const Curriculum& subject : shelf.subjects()) {
            if (!given.contains(subject.id))
                m_behind.append(subject);
        }
    }

    void run()
    {
        collectConcepts();
        for (const SubjectFile& file : m_files) {
            m_file = file.path;
            checkSubject(file.subject);
        }
        checkTogether();
    }

private:
    void report(const QString& place, const QString& text)
    {
        if (m_check.problems.size() < mostProblems)
            m_check.problems.append({ .file = m_file, .place = place, .text = text });
    }

    void collectConcepts()
    {
        const auto collect = [this](const Curriculum& subject) {
            for (const CurriculumTopic& topic : subject.topics) {
                for (const CurriculumConcept& item : topic.concepts)
                    m_concepts.insert(item.id, item);
            }
        };
        for (const Curriculum& subject : std::as_const(m_behind))
            collect(subject);
        for (const SubjectFile& file : m_files)
            collect(file.subject);
    }

    void checkTexts(const QString& place, const BilingualText& name, const BilingualText& text)
    {
        if (isBlank(name))
            report(place, Translation::tr("The name is blank in one language. Write it in both."));
        if (isBlank(text))
            report(place,
                Translation::tr("The description is blank in one language. Write it in both."));
    }

    void checkSubject(const Curriculum& subject)
    {
        checkTexts(subject.id, subject.name, subject.description);
        if (subject.names.isEmpty() || hasBlank(subject.names))
            report(subject.id,
                Translation::tr("\"names\" must hold at least one name by which a goal can ask for "
                                "the subject, and no blank one."));
        bool hasProject = false;
        for (const CurriculumTopic& topic : subject.topics) {
            checkTexts(topic.id, topic.name, topic.description);
            const qsizetype count = topic.concepts.size();
            if (!norms::conceptsOfModule.holds(count))
                report(topic.id,
                    Translation::tr("The topic has %n concept(s). Give it 3 to 6, so that it can "
                                    "be a module.",
                        nullptr, int(count)));
            for (const CurriculumConcept& item : topic.concepts) {
                checkConcept(item);
                hasProject = hasProject || item.project;
            }
        }
        if (!hasProject)
            report(subject.id,
                Translation::tr("There is no project. Mark at least one concept with \"project\": "
                                "true."));
    }

    void checkConcept(const CurriculumConcept& item)
    {
        checkTexts(item.id, item.name, item.description);
        checkHours(item);
        for (const QStringList& keywords : { item.keywords.english, item.keywords.chinese }) {
            if (!norms::keywordsOfConcept.holds(keywords.size()) || hasBlank(keywords))
                report(item.id,
                    Translation::tr("Give 2 to 5 keywords in each language, none of them blank."));
        }
        for (const QString& alias : item.aliases) {
            if (alias.trimmed().size() < leastAliasCharacters || alias != alias.toLower())
                report(item.id,
                    Translation::tr("The alias \"%1\" must have two characters or more, all in "
                                    "lower case.")
                        .arg(alias));
        }
        for (const QString& id : item.prerequisites)
            checkPrerequisite(item, id);
    }

    void checkHours(const CurriculumConcept& item)
    {
        const auto norm = std::ranges::find(
            norms::difficulties, item.difficulty, &norms::DifficultyNorm::difficulty);
        if (norm == norms::difficulties.end() || norm->holdsHours(item.hours))
            return;
        const QLocale locale;
        report(item.id,
            Translation::tr("%1 hours do not go with its difficulty; %2 to %3 do. Change the hours "
                            "or the difficulty, or divide the concept.")
                .arg(locale.toString(item.hours), locale.toString(norm->leastHours),
                    locale.toString(norm->mostHours)));
    }

    void checkPrerequisite(const CurriculumConcept& item, const QString& id)
    {
        const auto needed = m_concepts.constFind(id);
        if (needed == m_concepts.constEnd())
            return; // the library names what is missing
        if (needed->difficulty > item.difficulty)
            report(item.id,
                Translation::tr("It needs %1, which is harder. Make that easier or this harder.")
                    .arg(id));
        if (needed->level > item.level)
            report(item.id,
                Translation::tr("It needs %1, which is of a higher level: learners of this level "
                                "would have to know it. Change one of the levels.")
                    .arg(id));
    }

    /// Ids, prerequisites and cycles over all files and the shelf behind them.
    void checkTogether()
    {
        QList<Curriculum> subjects = m_behind;
        for (const SubjectFile& file : m_files)
            subjects.append(file.subject);
        const Result<CurriculumLibrary> library
            = CurriculumLibrary::fromSubjects(std::move(subjects));
        if (library.ok())
            return;
        m_file = m_files.size() == 1 ? m_files.constFirst().path : QString();
        for (const QString& line : library.error().details.split(u'\n'))
            report(u"prerequisites"_s, line);
    }

    const QList<SubjectFile>& m_files;
    CurriculumCheck& m_check;
    QList<Curriculum> m_behind;
    QHash<QString, CurriculumConcept> m_concepts;
    QString m_file;
};

Error unreadable(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

Result<QStringList> filesAt(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return unreadable(Translation::tr("%1 does not exist. Name a curriculum file or a folder "
                                          "with some.")
                              .arg(path));
    if (!info.isDir())
        return QStringList { path };
    const QDir folder(path);
    QStringList files;
    for (const QString& name : folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name))
        files.append(folder.filePath(name));
    if (files.isEmpty())
        return unreadable(
            Translation::tr("The folder %1 holds no *.json file. Name one with curricula.")
                .arg(path));
    if (files.size() > mostFiles)
        return unreadable(Translation::tr("The folder %1 holds more than %L2 *.json files. Check "
                                          "them in smaller portions.")
                              .arg(path)
                              .arg(mostFiles));
    return files;
}

} // namespace

Result<CurriculumCheck> checkCurricula(const QString& path)
{
    const Result<QStringList> paths = filesAt(path);
    if (!paths.ok())
        return paths.error();
    const Result<CurriculumLibrary> shelf = CurriculumLibrary::builtIn();
    if (!shelf.ok())
        return shelf.error();
    CurriculumCheck check;
    QList<SubjectFile> files;
    for (const QString& file : paths.value()) {
        ++check.files;
        Result<Curriculum> subject = readCurriculumFile(file);
        if (subject.ok()) {
            files.append({ .path = file, .subject = std::move(subject).value() });
            continue;
        }
        const QStringList lines = subject.error().details.split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line :
            lines.isEmpty() ? QStringList { subject.error().message } : lines)
            check.problems.append({ .file = file, .place = {}, .text = line });
    }
    Checker(files, shelf.value(), check).run();
    return check;
}

} // namespace roadloom
