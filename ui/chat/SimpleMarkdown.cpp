// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/SimpleMarkdown.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// Links, pictures, entities, markup, tables, what is struck out or escaped, and whatever may be an
/// address. So is what is no text: readers put something else in its place.
bool hasMore(QStringView line)
{
    static constexpr QStringView signs = u"_[]<>&\\|~@\t\r\u2028\u00A0";
    return !line.isValidUtf16()
        || std::ranges::any_of(line, [](QChar c) { return c.isNull() || signs.contains(c); })
        || line.contains(u"//") || line.contains(u"www.", Qt::CaseInsensitive);
}

/// A line that may begin something else than words.
bool beginsOddly(QStringView line)
{
    static constexpr QStringView signs = u" #>-+=";
    const bool isRule = std::ranges::all_of(line, [](QChar c) { return c == u'*' || c == u' '; });
    return line.isEmpty() || signs.contains(line.front()) || line.front().isDigit() || isRule
        || line.startsWith(u"* ") || line.startsWith(u"``");
}

bool looksLike(const MarkdownRun& run, const MarkdownRun& other)
{
    return run.isStrong == other.isStrong && run.isEmphasised == other.isEmphasised
        && run.isCode == other.isCode;
}

/// Parts the words of a line by the marks among them.
class InlineReader {
public:
    explicit InlineReader(QList<MarkdownRun>& runs)
        : m_runs(runs)
    {
    }

    /// False: there is more to it.
    [[nodiscard]] bool read(QStringView line)
    {
        for (qsizetype i = 0; i < line.size();) {
            const QStringView rest = line.sliced(i);
            const auto* const mark
                = std::ranges::find_if(rest, [](QChar c) { return c == u'`' || c == u'*'; });
            const qsizetype words = mark - rest.begin();
            if (words > 0)
                add(line.sliced(i, words));
            i += words;
            if (i == line.size())
                break;
            const qsizetype taken
                = line.at(i) == u'`' ? readCode(line.sliced(i)) : readStars(line, i);
            if (taken == 0)
                return false;
            i += taken;
        }
        return m_open == 0;
    }
    void breakLine() { add(u"\u2028"); }

private:
    void add(QStringView text, bool isCode = false)
    {
        const MarkdownRun look {
            .text = {}, .isStrong = m_open == 2, .isEmphasised = m_open == 1, .isCode = isCode
        };
        if (m_runs.isEmpty() || !looksLike(m_runs.constLast(), look))
            m_runs.append(look);
        m_runs.last().text += text;
    }

    qsizetype readCode(QStringView rest)
    {
        const qsizetype end = rest.indexOf(u'`', 1);
        const QStringView code = rest.sliced(1, std::max<qsizetype>(end - 1, 0));
        const bool isPlain = end > 1 && !code.front().isSpace() && !code.back().isSpace()
            && !rest.sliced(end + 1).startsWith(u'`');
        if (isPlain)
            add(code, true);
        return isPlain ? end + 1 : 0;
    }

    qsizetype readStars(QStringView line, qsizetype at)
    {
        qsizetype end = at;
        while (end < line.size() && line.at(end) == u'*')
            ++end;
        const qsizetype count = end - at;
        const QChar before = at > 0 ? line.at(at - 1) : QChar(u' ');
        const QChar after = end < line.size() ? line.at(end) : QChar(u' ');
        if (count > 2 || isUnsure(before) || isUnsure(after))
            return 0;
        const bool canOpen
            = !after.isSpace() && (!isSign(after) || before.isSpace() || isSign(before));
        const bool canClose
            = !before.isSpace() && (!isSign(before) || after.isSpace() || isSign(after));
        if (m_open == 0 && canOpen)
            m_open = int(count);
        else if (m_open == count && canClose && (!canOpen || (!isSign(before) && !isSign(after))))
            m_open = 0;
        else if (m_open == 0 && !canClose)
            add(line.sliced(at, count));
        else
            return 0;
        return count;
    }

    /// Readers do not agree on what these are.
    static bool isUnsure(QChar c)
    {
        return (c.isSymbol() && c.unicode() > 0x7F) || c.isSurrogate() || c == u'*';
    }
    static bool isSign(QChar c) { return c.isPunct() || c.isSymbol(); }

    QList<MarkdownRun>& m_runs;
    int m_open = 0; ///< marks of the emphasis that is open
};

std::optional<SimpleBlock> readBlock(QStringView text)
{
    SimpleBlock block;
    const QList<QStringView> lines = text.split(u'\n');
    InlineReader reader(block.runs);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QStringView line = lines.at(i);
        if (line.endsWith(u"  "))
            line.chop(2);
        if (i == 0 && line.startsWith(u'#')) {
            const auto* const words = std::ranges::find_if(line, [](QChar c) { return c != u'#'; });
            block.headingLevel = int(words - line.begin());
            if (block.headingLevel > 6 || lines.size() > 1 || words == line.end() || *words != u' '
                || line.endsWith(u'#'))
                return std::nullopt;
            line = line.sliced(block.headingLevel + 1);
        } else if (i == 0 && line.startsWith(u"> ")) {
            if (lines.size() > 1)
                return std::nullopt;
            block.isQuoted = true;
            line = line.sliced(2);
        }
        if (beginsOddly(line) || line.back().isSpace() || hasMore(line))
            return std::nullopt;
        if (i > 0)
            reader.breakLine();
        if (!reader.read(line))
            return std::nullopt;
    }
    return block;
}

} // namespace

std::optional<QList<SimpleBlock>> simpleMarkdown(QStringView markdown)
{
    QList<SimpleBlock> blocks;
    for (const QStringView text : markdown.split(u"\n\n"_s)) {
        QStringView lines = text;
        while (lines.startsWith(u'\n'))
            lines = lines.sliced(1);
        while (lines.endsWith(u'\n'))
            lines.chop(1);
        if (lines.trimmed().isEmpty())
            continue;
        std::optional<SimpleBlock> block = readBlock(lines);
        if (!block)
            return std::nullopt;
        blocks.append(*std::move(block));
    }
    return blocks;
}

} // namespace roadloom
