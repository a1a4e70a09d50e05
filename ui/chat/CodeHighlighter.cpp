// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/CodeHighlighter.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace roadloom {

/// How a language looks. An empty mark is none.
struct CodeLanguage {
    QStringView names; ///< after a fence, with blanks around each
    QStringView title;
    QStringView lineComment {};
    QStringView commentBegin {};
    QStringView commentEnd {};
    QStringView quotes {}; ///< each a character; a backslash takes the next one with it
    QStringView longQuotes {}; ///< of strings that go over line ends: each a run of one character
    QStringView keywords {}; ///< sorted
    bool ignoresCase = false;
    bool isMarkup = false; ///< tags and their attributes, and words between them
    bool namesBeforeColon = false; ///< what stands before a colon is a name
};

namespace {

constexpr QStringView pythonWords
    = u"False None True and as assert async await break case class continue def del elif else "
      "except finally for from global if import in is lambda match nonlocal not or pass raise "
      "return self try while with yield";
constexpr QStringView scriptWords
    = u"any as async await boolean break case catch class const continue debugger declare default "
      "delete do else enum export extends false finally for from function get if implements import "
      "in instanceof interface let new null number of private protected public readonly return set "
      "static string super switch this throw true try type typeof undefined var void while yield";
constexpr QStringView cWords
    = u"alignas alignof auto bool break case catch char char16_t char32_t class co_await co_return "
      "co_yield concept const constexpr continue decltype default define delete do double else "
      "endif enum explicit export extern false final float for friend goto if ifdef ifndef include "
      "inline int long mutable namespace new noexcept nullptr operator override pragma private "
      "protected public requires return short signed sizeof static static_assert struct switch "
      "template this throw true try typedef typename union unsigned using virtual void volatile "
      "while";
constexpr QStringView sqlWords
    = u"add all alter and as asc begin between by case check column commit constraint create cross "
      "database default delete desc distinct drop else end exists foreign from full group having "
      "if in index inner insert integer into is join key left like limit not null offset on or "
      "order outer primary references returning right rollback select set table text then "
      "transaction trigger union unique update using values varchar view when where with";
constexpr QStringView shellWords
    = u"alias break case cd continue declare do done echo elif else esac eval exec exit export fi "
      "for function if in local read return set shift source then trap unset until while";
constexpr QStringView cssWords = u"auto important inherit initial none unset";
constexpr QStringView jsonWords = u"false null true";

constexpr std::array languages {
    CodeLanguage { .names = u" py python python3 pycon ",
        .title = u"Python",
        .lineComment = u"#",
        .quotes = u"\"'",
        .longQuotes = u"\"\"\" '''",
        .keywords = pythonWords },
    CodeLanguage { .names = u" js javascript jsx mjs node ",
        .title = u"JavaScript",
        .lineComment = u"//",
        .commentBegin = u"/*",
        .commentEnd = u"*/",
        .quotes = u"\"'",
        .longQuotes = u"`",
        .keywords = scriptWords },
    CodeLanguage { .names = u" ts typescript tsx ",
        .title = u"TypeScript",
        .lineComment = u"//",
        .commentBegin = u"/*",
        .commentEnd = u"*/",
        .quotes = u"\"'",
        .longQuotes = u"`",
        .keywords = scriptWords },
    CodeLanguage { .names = u" html htm xml svg vue ",
        .title = u"HTML",
        .commentBegin = u"<!--",
        .commentEnd = u"-->",
        .quotes = u"\"'",
        .isMarkup = true },
    CodeLanguage { .names = u" css scss less ",
        .title = u"CSS",
        .commentBegin = u"/*",
        .commentEnd = u"*/",
        .quotes = u"\"'",
        .keywords = cssWords,
        .namesBeforeColon = true },
    CodeLanguage { .names = u" sql sqlite mysql postgres postgresql ",
        .title = u"SQL",
        .lineComment = u"--",
        .commentBegin = u"/*",
        .commentEnd = u"*/",
        .quotes = u"'\"",
        .keywords = sqlWords,
        .ignoresCase = true },
    CodeLanguage { .names = u" sh bash zsh shell console ",
        .title = u"Shell",
        .lineComment = u"#",
        .quotes = u"\"'",
        .keywords = shellWords },
    CodeLanguage { .names = u" json jsonc json5 ",
        .title = u"JSON",
        .lineComment = u"//",
        .quotes = u"\"",
        .keywords = jsonWords,
        .namesBeforeColon = true },
    CodeLanguage { .names = u" c h ",
        .title = u"C",
        .lineComment = u"//",
        .commentBegin = u"/*",
        .commentEnd = u"*/",
        .quotes = u"\"'",
        .keywords = cWords },
    CodeLanguage { .names = u" cpp c++ cc cxx hpp ",
        .title = u"C++",
        .lineComment = u"//",
        .commentBegin = u"/*",
        .commentEnd = u"*/",
        .quotes = u"\"'",
        .keywords = cWords },
};

constexpr qsizetype longestName = 40;

/// The first word of what stands after a fence.
QString fenceWord(QStringView language)
{
    const QStringView text = language.trimmed().left(longestName);
    const auto* const end
        = std::ranges::find_if(text, [](QChar c) { return c.isSpace() || c == u'{' || c == u','; });
    return text.first(end - text.begin()).toString();
}

const CodeLanguage* findLanguage(const QString& word)
{
    if (word.isEmpty())
        return nullptr;
    const QString name = u' ' + word.toLower() + u' ';
    const auto* const found = std::ranges::find_if(
        languages, [&name](const CodeLanguage& known) { return known.names.contains(name); });
    return found == languages.end() ? nullptr : found;
}

/// Sorted words with one blank between them: halves the text until the word is found.
bool hasWord(QStringView sorted, QStringView word, Qt::CaseSensitivity sensitivity)
{
    while (!sorted.isEmpty()) {
        const qsizetype blank = sorted.lastIndexOf(u' ', sorted.size() / 2);
        const qsizetype begin = blank + 1;
        const qsizetype after = sorted.indexOf(u' ', begin);
        const qsizetype end = after < 0 ? sorted.size() : after;
        const int order = word.compare(sorted.sliced(begin, end - begin), sensitivity);
        if (order == 0)
            return true;
        if (order < 0)
            sorted = sorted.first(std::max<qsizetype>(blank, 0));
        else
            sorted = sorted.sliced(std::min(end + 1, sorted.size()));
    }
    return false;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

qsizetype endOfWord(QStringView line, qsizetype at, QStringView alsoPart = {})
{
    while (at < line.size() && (isWordPart(line.at(at)) || alsoPart.contains(line.at(at))))
        ++at;
    return at;
}

bool startsAt(QStringView line, qsizetype at, QStringView mark)
{
    return !mark.isEmpty() && line.sliced(at).startsWith(mark);
}

bool isBeforeColon(QStringView line, qsizetype at)
{
    while (at < line.size() && line.at(at) == u' ')
        ++at;
    return at < line.size() && line.at(at) == u':';
}

} // namespace

CodeHighlighter::CodeHighlighter(QStringView language)
    : m_name(fenceWord(language))
{
    m_language = findLanguage(m_name);
    if (m_language != nullptr)
        m_name = m_language->title.toString();
}

QList<CodeSpan> CodeHighlighter::takeLine(QStringView line)
{
    m_spans.clear();
    m_at = 0;
    while (m_language != nullptr && m_at < line.size()) {
        if (m_open == Open::Comment || m_open == Open::String) {
            takeOpen(line);
            continue;
        }
        if (takeComment(line))
            continue;
        if (m_open == Open::Tag) {
            takeTag(line);
        } else if (m_language->isMarkup) {
            const qsizetype tag = line.indexOf(u'<', m_at);
            m_at = tag < 0 ? line.size() : tag;
            if (tag >= 0 && !startsAt(line, tag, m_language->commentBegin)) {
                m_open = Open::Tag;
                m_at = endOfWord(line, tag + 1, u"/!?-:");
                add(tag, CodeToken::Keyword);
            }
        } else if (!takeString(line)) {
            if (line.at(m_at).isDigit())
                takeNumber(line);
            else
                takeWord(line);
        }
    }
    return std::exchange(m_spans, {});
}

/// What the lines before have left open.
void CodeHighlighter::takeOpen(QStringView line)
{
    if (m_open == Open::String) {
        takeStringUpTo(line, m_stringEnd, true);
        return;
    }
    const qsizetype begin = m_at;
    const qsizetype end = line.indexOf(m_language->commentEnd, m_at);
    m_at = end < 0 ? line.size() : end + m_language->commentEnd.size();
    add(begin, CodeToken::Comment);
    if (end >= 0)
        m_open = Open::Nothing;
}

void CodeHighlighter::takeTag(QStringView line)
{
    const QChar next = line.at(m_at);
    if (next == u'>') {
        ++m_at;
        add(m_at - 1, CodeToken::Keyword);
        m_open = Open::Nothing;
    } else if (!takeString(line)) {
        const qsizetype begin = m_at;
        m_at = endOfWord(line, m_at, u"-:@.");
        if (m_at > begin)
            add(begin, CodeToken::Name);
        else
            ++m_at;
    }
}

bool CodeHighlighter::takeComment(QStringView line)
{
    // A sharp within a word is none in any of the languages that have it.
    const bool isInWord = line.at(m_at) == u'#' && m_at > 0 && !line.at(m_at - 1).isSpace();
    if (startsAt(line, m_at, m_language->lineComment) && !isInWord) {
        const qsizetype begin = std::exchange(m_at, line.size());
        add(begin, CodeToken::Comment);
        return true;
    }
    if (!startsAt(line, m_at, m_language->commentBegin))
        return false;
    const qsizetype begin = m_at;
    m_at += m_language->commentBegin.size();
    add(begin, CodeToken::Comment);
    m_open = Open::Comment;
    return true;
}

bool CodeHighlighter::takeString(QStringView line)
{
    QStringView longQuotes = m_language->longQuotes;
    while (!longQuotes.isEmpty()) {
        const qsizetype blank = longQuotes.indexOf(u' ');
        const QStringView mark = blank < 0 ? longQuotes : longQuotes.first(blank);
        longQuotes = blank < 0 ? QStringView() : longQuotes.sliced(blank + 1);
        if (!startsAt(line, m_at, mark))
            continue;
        const qsizetype begin = m_at;
        m_at += mark.size();
        add(begin, CodeToken::String);
        m_open = Open::String;
        m_stringEnd = mark.toString();
        return true;
    }
    if (!m_language->quotes.contains(line.at(m_at)))
        return false;
    const qsizetype begin = m_at;
    const QStringView quote = line.sliced(m_at, 1);
    ++m_at;
    m_spans.append({ begin, 1, CodeToken::String });
    takeStringUpTo(line, quote, false);
    if (m_language->namesBeforeColon && isBeforeColon(line, m_at))
        m_spans.last().token = CodeToken::Name;
    return true;
}

void CodeHighlighter::takeStringUpTo(QStringView line, QStringView end, bool goesOn)
{
    const qsizetype begin = m_at;
    while (m_at < line.size() && !startsAt(line, m_at, end))
        m_at += line.at(m_at) == u'\\' ? 2 : 1;
    const bool isClosed = m_at < line.size();
    m_at = std::min(m_at + (isClosed ? end.size() : 0), line.size());
    add(begin, CodeToken::String);
    if (isClosed && goesOn)
        m_open = Open::Nothing;
}

void CodeHighlighter::takeWord(QStringView line)
{
    const qsizetype begin = m_at;
    const bool isAtWord = line.at(m_at) == u'@';
    const QStringView alsoPart = m_language->namesBeforeColon ? QStringView(u"-") : QStringView();
    m_at = endOfWord(line, m_at + (isAtWord ? 1 : 0), alsoPart);
    if (m_at == begin) {
        ++m_at;
        return;
    }
    const Qt::CaseSensitivity sensitivity
        = m_language->ignoresCase ? Qt::CaseInsensitive : Qt::CaseSensitive;
    if (isAtWord || hasWord(m_language->keywords, line.sliced(begin, m_at - begin), sensitivity))
        add(begin, CodeToken::Keyword);
    else if (m_language->namesBeforeColon && isBeforeColon(line, m_at))
        add(begin, CodeToken::Name);
}

void CodeHighlighter::takeNumber(QStringView line)
{
    const qsizetype begin = m_at;
    m_at = endOfWord(line, m_at, u".%");
    add(begin, CodeToken::Number);
}

void CodeHighlighter::add(qsizetype start, CodeToken token)
{
    if (!m_spans.isEmpty() && m_spans.last().token == token
        && m_spans.last().start + m_spans.last().length == start)
        m_spans.last().length = m_at - m_spans.last().start;
    else
        m_spans.append({ start, m_at - start, token });
}

} // namespace roadloom
