// SPDX-License-Identifier: Apache-2.0
#include "core/offline/GoalText.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool isLatin(QChar character)
{
    return character.isLetterOrNumber() && !isHan(character);
}

/// Words that any wish may hold and that say nothing about its subject.
constexpr std::array wishWords { "a"_L1, "about"_L1, "advanced"_L1, "all"_L1, "am"_L1, "an"_L1,
    "and"_L1, "app"_L1, "application"_L1, "applications"_L1, "apps"_L1, "at"_L1, "basic"_L1,
    "basics"_L1, "become"_L1, "beginner"_L1, "beginners"_L1, "better"_L1, "build"_L1, "building"_L1,
    "can"_L1, "career"_L1, "concept"_L1, "concepts"_L1, "course"_L1, "create"_L1, "creating"_L1,
    "day"_L1, "days"_L1, "deep"_L1, "develop"_L1, "developing"_L1, "dive"_L1, "do"_L1, "doing"_L1,
    "expert"_L1, "fast"_L1, "first"_L1, "for"_L1, "from"_L1, "fundamentals"_L1, "get"_L1, "good"_L1,
    "help"_L1, "hero"_L1, "how"_L1, "i"_L1, "in"_L1, "into"_L1, "introduction"_L1, "is"_L1, "it"_L1,
    "job"_L1, "know"_L1, "learn"_L1, "learning"_L1, "like"_L1, "make"_L1, "making"_L1, "master"_L1,
    "mastery"_L1, "me"_L1, "month"_L1, "months"_L1, "more"_L1, "my"_L1, "need"_L1, "new"_L1,
    "of"_L1, "on"_L1, "one"_L1, "our"_L1, "own"_L1, "please"_L1, "practice"_L1, "professional"_L1,
    "program"_L1, "programs"_L1, "project"_L1, "projects"_L1, "quickly"_L1, "real"_L1, "scratch"_L1,
    "simple"_L1, "skills"_L1, "small"_L1, "some"_L1, "start"_L1, "started"_L1, "step"_L1,
    "study"_L1, "stuff"_L1, "teach"_L1, "the"_L1, "thing"_L1, "things"_L1, "to"_L1, "tutorial"_L1,
    "understand"_L1, "understanding"_L1, "use"_L1, "using"_L1, "want"_L1, "week"_L1, "weeks"_L1,
    "well"_L1, "what"_L1, "with"_L1, "work"_L1, "works"_L1, "would"_L1, "write"_L1, "writing"_L1,
    "your"_L1, "zero"_L1 };

/// Longer ones first where one holds the other.
constexpr std::array<QStringView, 63> hanWishWords { u"从零开始", u"零基础", u"怎么样", u"是什么",
    u"我想要", u"系统地", u"如何", u"怎么", u"怎样", u"学习", u"学会", u"学好", u"掌握", u"了解",
    u"理解", u"熟悉", u"入门", u"精通", u"进阶", u"基础", u"教程", u"课程", u"知识", u"概念",
    u"使用", u"希望", u"需要", u"什么", u"一下", u"以及", u"想要", u"做出", u"制作", u"编写",
    u"搭建", u"实现", u"项目", u"应用", u"高手", u"专家", u"大神", u"自己", u"一个", u"简单",
    u"快速", u"想", u"学", u"我", u"会", u"用", u"和", u"与", u"的", u"及", u"请", u"教", u"到",
    u"从", u"做", u"写", u"转", u"换", u"岗" };

/// Terms of the curricula that everyday goals use in another sense.
constexpr std::array everydayWords { "amend"_L1, "bias"_L1, "branch"_L1, "branches"_L1,
    "branching"_L1, "closure"_L1, "closures"_L1, "composition"_L1, "concurrency"_L1,
    "conditionals"_L1, "conflicts"_L1, "cookie"_L1, "cookies"_L1, "correlation"_L1, "curl"_L1,
    "deployment"_L1, "events"_L1, "exception"_L1, "exceptions"_L1, "fixtures"_L1, "flask"_L1,
    "fixture"_L1, "functions"_L1, "generator"_L1, "generators"_L1, "grid"_L1, "hooks"_L1,
    "indexes"_L1, "indexing"_L1, "inheritance"_L1, "joins"_L1, "lists"_L1, "login"_L1, "loops"_L1,
    "median"_L1, "merging"_L1, "migrations"_L1, "outlier"_L1, "outliers"_L1, "permissions"_L1,
    "percentages"_L1, "pipes"_L1, "probability"_L1, "profiling"_L1, "props"_L1, "react"_L1,
    "rebasing"_L1, "remotes"_L1, "reporting"_L1, "rest"_L1, "routing"_L1, "sampling"_L1,
    "session"_L1, "sessions"_L1, "shell"_L1, "stash"_L1, "string"_L1, "strings"_L1, "sudo"_L1,
    "templates"_L1, "terminal"_L1, "transaction"_L1, "transactions"_L1, "unpacking"_L1,
    "variable"_L1, "variables"_L1, "variance"_L1, "views"_L1, "wildcard"_L1, "wildcards"_L1,
    "yield"_L1 };

bool isWishWord(QStringView word)
{
    return std::ranges::any_of(
        wishWords, [word](QLatin1StringView known) { return word == known; });
}

/// A copy in which the words of any wish are blanks.
QString withoutWishWords(QString text)
{
    for (const QStringView word : hanWishWords) {
        for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at))
            text.replace(at, word.size(), QString(word.size(), u' '));
    }
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start;
        while (end < text.size() && isLatin(text.at(end)))
            ++end;
        if (end > start && isWishWord(QStringView(text).mid(start, end - start)))
            text.replace(start, end - start, QString(end - start, u' '));
        start = std::max(end, start + 1);
    }
    return text;
}

} // namespace

QString normalisedGoalText(QStringView text)
{
    const QString folded = text.toString()
                               .normalized(QString::NormalizationForm_KC)
                               .toCaseFolded()
                               .replace(u'’', u'\'')
                               .simplified();
    QString result;
    result.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const bool besideHan = folded.at(i) == u' '
            && (isHan(folded.at(i - 1)) || isHan(folded.at(i + 1))); // simplified: inner ones only
        if (!besideHan)
            result.append(folded.at(i));
    }
    return result;
}

bool isEverydayWord(QStringView word)
{
    return std::ranges::any_of(
        everydayWords, [word](QLatin1StringView known) { return word == known; });
}

bool standsAlone(QStringView text, qsizetype start, qsizetype length)
{
    const auto at = [text](qsizetype i) { return i >= 0 && i < text.size() ? text[i] : QChar(); };
    const qsizetype end = start + length;
    if (isLatin(at(start))) {
        const QChar before = at(start - 1);
        const bool insideDotted = before == u'.' && isLatin(at(start - 2));
        if (isLatin(before) || insideDotted || (length == 1 && (before == u'-' || before == u'\'')))
            return false;
    }
    if (!isLatin(at(end - 1)))
        return true;
    const QChar after = at(end);
    if (after == u'#' || (after == u'+' && (length == 1 || at(end + 1) == u'+')))
        return false;
    if (after == u'.' && isLatin(at(end + 1)) && !at(end + 1).isDigit())
        return false;
    if (length == 1 && (after == u'-' || after == u'\'' || after == u'&'))
        return false;
    // A version may follow a name at once: "python310".
    qsizetype next = end;
    while (length >= 3 && at(next).isDigit())
        ++next;
    return !isLatin(at(next));
}

bool mentions(QStringView text, const QString& term)
{
    for (qsizetype at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
        if (standsAlone(text, at, term.size()))
            return true;
    }
    return false;
}

QString unexplainedText(const QString& text, const QBitArray& covered)
{
    QString open = text;
    for (qsizetype i = 0; i < open.size(); ++i) {
        if (covered.testBit(i))
            open[i] = u' ';
    }
    open = withoutWishWords(std::move(open));
    open.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return open;
}

QStringList roughWords(const QString& text)
{
    const QString open = withoutWishWords(text);
    QSet<QString> seen;
    QStringList words;
    const auto take = [&](const QString& word) {
        if (!seen.contains(word)) {
            seen.insert(word);
            words.append(word);
        }
    };
    for (qsizetype start = 0; start < open.size();) {
        qsizetype end = start;
        while (end < open.size() && isLatin(open.at(end)))
            ++end;
        if (end - start >= 3)
            take(open.mid(start, end - start));
        if (start + 1 < open.size() && isHan(open.at(start)) && isHan(open.at(start + 1)))
            take(open.mid(start, 2));
        start = std::max(end, start + 1);
    }
    return words;
}

TextSpan startingPoint(const QString& text)
{
    static const QRegularExpression english(u"\\bfrom (.{1,80}?) (?:in)?to "_s);
    static const QRegularExpression brought(u"\\bwith (?:a |an |my )?(.{1,60}?) background\\b"_s);
    static const QRegularExpression chinese(u"从(.{1,40}?)(?:转|换|到)"_s);
    for (const QRegularExpression* pattern : { &english, &brought, &chinese }) {
        const QRegularExpressionMatch match = pattern->match(text);
        if (match.hasMatch())
            return { .start = match.capturedStart(1), .length = match.capturedLength(1) };
    }
    return {};
}

bool isNamedAsMeans(const QString& text, qsizetype start)
{
    const QStringView before = QStringView(text).first(start);
    const QStringView word = before.trimmed();
    for (const QStringView means : { u"with", u"using", u"via" }) {
        if (word.endsWith(means) && standsAlone(text, word.size() - means.size(), means.size()))
            return true;
    }
    return before.endsWith(u"用") || before.endsWith(u"基于") || before.endsWith(u"通过");
}

QList<TextSpan> exclusions(const QString& text)
{
    static const QRegularExpression english(
        u"\\b(?:without|except(?: for)?|excluding|instead of|rather than|(?:but|and) not|"
        "no need (?:for|of)|not interested in|(?:don't|dont|do not) (?:want|wish|like|need)) "
        "(?!.{0,40}\\b(?:know|knowing|knowledge|experience|background)\\b)"
        "(.{1,200}?)(?=\\.(?!\\w)|[,;:!?(]|$| (?:but|for|with|using|in|i|just|only)\\b)"_s);
    static const QRegularExpression chinese(
        u"(?:不想再?|不要|不需要|无需|不用|不必|不学|不包括|不含|而不是|别(?=[学用教]))[学习使用教]"
        u"*"
        "(.{1,100}?)(?=[，。；：！？,.;:!?(]|$|但|而|只|就|也|来|做|学|想|能|可)"_s);
    QList<TextSpan> spans;
    for (const QRegularExpression* pattern : { &english, &chinese }) {
        for (auto matches = pattern->globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            spans.append({ .start = match.capturedStart(), .length = match.capturedLength() });
        }
    }
    return spans;
}

} // namespace roadloom
