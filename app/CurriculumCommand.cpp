// SPDX-License-Identifier: Apache-2.0
#include "app/CurriculumCommand.h"

#include "app/CommandParser.h"
#include "app/Terminal.h"
#include "core/base/PlainText.h"
#include "core/offline/CurriculumCheck.h"
#include "core/offline/CurriculumLibrary.h"
#include "core/roadmap/RoadmapWords.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(CurriculumCommand)
};

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

Language userLanguage()
{
    return languageForCode(QLocale().bcp47Name());
}

double hoursOf(const Curriculum& subject)
{
    double hours = 0;
    for (const CurriculumTopic& topic : subject.topics) {
        for (const CurriculumConcept& item : topic.concepts)
            hours += item.hours;
    }
    return hours;
}

int conceptCount(const Curriculum& subject)
{
    qsizetype count = 0;
    for (const CurriculumTopic& topic : subject.topics)
        count += topic.concepts.size();
    return int(count);
}

ExitStatus listSubjects(const CurriculumLibrary& library)
{
    QString text;
    for (const Curriculum& subject : library.subjects()) {
        text += "%1  %2\n    %3\n"_L1.arg(subject.id.leftJustified(14),
            subject.name.in(userLanguage()),
            Translation::tr("%n concept(s), %1", nullptr, conceptCount(subject))
                .arg(hoursText(hoursOf(subject))));
    }
    return terminal::print(text) ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

ExitStatus showSubject(const CurriculumLibrary& library, const QString& id)
{
    const Curriculum* subject = library.subject(id);
    if (subject == nullptr) {
        QStringList ids;
        for (const Curriculum& known : library.subjects())
            ids.append(known.id);
        return wrongUsage(wrong(Translation::tr("There is no course \"%1\". Built in are: %2.")
                                    .arg(id, ids.join(u", "_s))));
    }
    const Language language = userLanguage();
    QString text = "%1 (%2)\n%3\n"_L1.arg(subject->name.in(language), hoursText(hoursOf(*subject)),
        subject->description.in(language));
    for (const CurriculumTopic& topic : subject->topics) {
        text += "\n%1\n"_L1.arg(topic.name.in(language));
        for (const CurriculumConcept& item : topic.concepts)
            text += "  %1 (%2, %3)\n"_L1.arg(
                item.name.in(language), hoursText(item.hours), difficultyText(item.difficulty));
    }
    return terminal::print(text) ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

ExitStatus checkPath(const QString& path)
{
    const Result<CurriculumCheck> check = checkCurricula(path);
    if (!check)
        return wrongUsage(check.error());
    const QList<CurriculumProblem>& problems = check.value().problems;
    QString text;
    for (const CurriculumProblem& problem : problems) {
        QStringList parts { problem.file, problem.place, problem.text };
        parts.removeAll(QString());
        text += plainText(parts.join(u": "_s)) + u'\n';
    }
    text += problems.isEmpty()
        ? Translation::tr("%n file(s) checked, no problem found.", nullptr, check.value().files)
        : Translation::tr("%n problem(s) found.", nullptr, int(problems.size()));
    if (!terminal::print(QString(text + u'\n')))
        return ExitStatus::UnexpectedFailure;
    return problems.isEmpty() ? ExitStatus::Success : ExitStatus::InvalidAnswer;
}

ExitStatus runAction(const QStringList& words)
{
    const QString action = words.value(0);
    const bool wantsArgument = action == "show"_L1 || action == "check"_L1;
    const bool known = action == "list"_L1 || wantsArgument;
    if (!known || words.size() != (wantsArgument ? 2 : 1))
        return wrongUsage(wrong(
            Translation::tr("Use one of: curriculum list, curriculum show ID, curriculum check "
                            "PATH.")));
    if (action == "check"_L1)
        return checkPath(words[1]);
    const Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
    if (!library) {
        terminal::say(library.error().message);
        return ExitStatus::UnexpectedFailure;
    }
    return action == "list"_L1 ? listSubjects(library.value())
                               : showSubject(library.value(), words[1]);
}

} // namespace

ExitStatus runCurriculumCommand(const QStringList& arguments, const Policy& /*policy*/)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Translation::tr("The built-in courses: a list, one of them in full, or a check of "
                        "curriculum files (exit status 4 if it finds problems)."));
    parser.addPositionalArgument(
        u"action"_s, Translation::tr("list, show or check."), u"list|show ID|check PATH"_s);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"curriculum"_s))
        return *status;
    return runAction(parser.positionalArguments());
}

} // namespace roadloom
