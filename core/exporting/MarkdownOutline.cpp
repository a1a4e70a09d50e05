// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/MarkdownOutline.h"

#include "core/exporting/MarkdownText.h"
#include "core/exporting/OutlineFacts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(MarkdownOutline)
};

/// How far a line is indented; a tab goes to the next fourth column.
qsizetype indentOf(QStringView line)
{
    constexpr qsizetype tabWidth = 4;
    qsizetype column = 0;
    for (const QChar character : line) {
        if (character == u'\t')
            column += tabWidth - column % tabWidth;
        else if (character == u' ')
            ++column;
        else
            break;
    }
    return column;
}

/// Without a number in front, as headings have: "1. ", "2) ", "3、".
QString withoutNumber(const QString& name)
{
    static const QRegularExpression number(u"^\\d{1,4}(?:[.)]\\s+|、\\s*)(?=\\S)"_s);
    return QString(name).remove(number);
}

/// Where the document begins behind what some programs write before it, between two rules.
qsizetype behindFrontMatter(const QString& text)
{
    constexpr QStringView rule = u"---\n";
    const qsizetype end = text.startsWith(rule) ? text.indexOf("\n---\n"_L1) : -1;
    return end < 0 ? 0 : end + rule.size() + 1;
}

/// Text that grows line by line. The lines of a paragraph become one.
class OutlineText {
public:
    void addLine(const QString& line)
    {
        if (line.isEmpty())
            m_isNew = true;
        else
            add(unescapedMarkdown(line), m_isNew ? "\n\n"_L1 : " "_L1);
    }
    /// Of code each line is one.
    void addCode(const QString& line) { add(line, "\n"_L1); }

    [[nodiscard]] const QString& text() const { return m_text; }

private:
    void add(const QString& text, QLatin1StringView separator)
    {
        if (!m_text.isEmpty())
            m_text += separator;
        m_text += text;
        m_isNew = false;
    }

    QString m_text;
    bool m_isNew = false; ///< the next line begins a paragraph
};

class MarkdownReader {
public:
    [[nodiscard]] Result<Outline> read(const QString& text)
    {
        // Line by line: a list of them all would take many times the room of the text.
        for (qsizetype start = behindFrontMatter(text); start < text.size();) {
            const qsizetype found = text.indexOf(u'\n', start);
            const qsizetype end = found < 0 ? text.size() : found;
            readLine(text.mid(start, end - start));
            start = end + 1;
            if (m_outline.items.size() > maxOutlineItems)
                return Error { ErrorKind::TooLarge,
                    Translation::tr("The outline has more than %L1 lines.").arg(maxOutlineItems),
                    {} };
        }
        endItem();
        takeTitle();
        return m_outline;
    }

private:
    /// What the lines that follow belong to.
    struct OpenItem {
        qsizetype index = -1; ///< in the outline; -1: the outline itself
        OutlineText description;
        QString note;
        bool isHeading = true;
    };

    void readLine(QString line)
    {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QString trimmed = line.trimmed();
        const bool isFence = trimmed.startsWith("```"_L1) || trimmed.startsWith("~~~"_L1);
        if (isFence)
            m_isFenced = !m_isFenced;
        if (isFence || m_isFenced) {
            m_open.description.addCode(trimmed);
            return;
        }
        if (trimmed.isEmpty()) {
            m_wasBlank = true;
            m_open.description.addLine({});
            return;
        }
        if (!readHeading(trimmed, line) && !readListItem(line) && !readQuotation(trimmed))
            readText(trimmed, line);
    }

    bool readHeading(const QString& trimmed, const QString& line)
    {
        if (!trimmed.startsWith(u'#'))
            return false;
        static const QRegularExpression heading(u"^(#{1,6})(?:\\s+(.*))?$"_s);
        const QRegularExpressionMatch match = heading.match(trimmed);
        if (!match.hasMatch() || indentOf(line) > 3)
            return false;
        const int level = int(match.capturedLength(1));
        begin(true, level);
        m_listIndents.clear();
        QString name = match.captured(2);
        const HiddenFacts hidden = takeHiddenFacts(name);
        OutlineItem& item = m_outline.items.last();
        const QString before = name;
        item.hours = m_facts.take(name).hours;
        readHidden(hidden, item);
        const bool isOurModule = hidden.contains(u"module"_s);
        const bool isOurTitle = hidden.contains(u"roadmap"_s);
        if (isOurTitle)
            name = before;
        if (!isOurModule && !isOurTitle)
            name = withoutNumber(name);
        item.name = unescapedMarkdown(withoutClosingMarks(name));
        m_isTitle.append(level == 1);
        if (isOurTitle) {
            m_outline.id = item.id;
            m_outline.hoursPerWeek = hidden.value(u"hours-per-week"_s).value(0).toInt();
        }
        return true;
    }

    /// "# Name #" is another way to write "# Name".
    static QString withoutClosingMarks(QString name)
    {
        static const QRegularExpression marks(u"(?:^|\\s)#+$"_s);
        return name.remove(marks).trimmed();
    }

    bool readListItem(const QString& line)
    {
        // Of the trimmed line, so that no blanks at its end can be matched in many ways.
        const QString trimmed = line.trimmed();
        if (!u"-*+"_s.contains(trimmed[0]) && !trimmed[0].isDigit())
            return false;
        static const QRegularExpression listItem(
            u"^(?:[-*+]|\\d{1,9}[.)])\\s+(?:\\[([ xX])\\]\\s+)?(\\S.*)$"_s);
        static const QRegularExpression rule(u"^(?:(?:-\\s*){3,}|(?:\\*\\s*){3,})$"_s);
        const QRegularExpressionMatch match = listItem.match(trimmed);
        if (!match.hasMatch() || rule.match(trimmed).hasMatch())
            return false;
        begin(false, listLevel(indentOf(line)));
        QString name = match.captured(2);
        const HiddenFacts hidden = takeHiddenFacts(name);
        const OutlineFacts facts = m_facts.take(name);
        OutlineItem& item = m_outline.items.last();
        item.hours = facts.hours;
        item.difficulty = facts.difficulty;
        if (!match.captured(1).isEmpty())
            item.state = match.captured(1) == " "_L1 ? StudyState::ToDo : StudyState::Done;
        readHidden(hidden, item);
        item.name = unescapedMarkdown(withoutEmphasis(name));
        m_isTitle.append(false);
        return true;
    }

    /// Without the asterisks around a name that is bold as a whole.
    static QString withoutEmphasis(const QString& name)
    {
        constexpr qsizetype mark = 2;
        if (name.size() <= 2 * mark || !name.startsWith("**"_L1) || !name.endsWith("**"_L1))
            return name;
        QString inside = name.mid(mark).chopped(mark);
        for (qsizetype i = 0; i < inside.size(); ++i) {
            if (inside.at(i) == u'\\')
                ++i;
            else if (inside.at(i) == u'*')
                return name;
        }
        return inside;
    }

    bool readQuotation(const QString& trimmed)
    {
        if (!trimmed.startsWith(u'>') || m_open.isHeading)
            return false;
        const QString text = trimmed.mid(1);
        m_open.note += (text.startsWith(u' ') ? text.mid(1) : text) + u'\n';
        return true;
    }

    void readText(const QString& trimmed, const QString& line)
    {
        QString text = trimmed;
        const bool isComment = text.startsWith("<!--"_L1) && text.endsWith("-->"_L1);
        const HiddenFacts hidden = takeHiddenFacts(text);
        if (const auto weeks = hidden.constFind(u"weeks"_s); weeks != hidden.cend()) {
            m_outline.weeks = weeks->value(0).toInt(); // the rest of the line is reckoned
            return;
        }
        if (m_open.index >= 0 && readLabelled(text, hidden, m_outline.items[m_open.index]))
            return;
        // Text that is not indented ends a list, unless it goes on with the line before.
        if (m_wasBlank && indentOf(line) == 0)
            m_listIndents.clear();
        m_wasBlank = false;
        if (!isComment)
            m_open.description.addLine(text);
    }

    /// A line of ours behind a concept's description.
    static bool readLabelled(const QString& text, const HiddenFacts& hidden, OutlineItem& item)
    {
        if (const auto ids = hidden.constFind(u"builds-on"_s); ids != hidden.cend()) {
            item.needs = *ids;
            return true;
        }
        if (hidden.value(u"list"_s).value(0) != "keywords"_L1)
            return false;
        static const QRegularExpression label(u"^[^:：]*[:：]\\s*"_s);
        item.keywords = unescapedMarkdownList(QString(text).remove(label));
        return true;
    }

    static void readHidden(const HiddenFacts& hidden, OutlineItem& item)
    {
        for (const auto& kind : { u"roadmap"_s, u"stage"_s, u"module"_s, u"concept"_s }) {
            if (hidden.contains(kind))
                item.id = hidden.value(kind).value(0);
        }
        const auto state = studyStateFromName(hidden.value(u"state"_s).value(0));
        // Who ticks the box, or clears it, is right against what stood there before.
        if (state && isLearnt(*state) == isLearnt(item.state.value_or(StudyState::ToDo)))
            item.state = state;
    }

    /// A new item below the headings, or below them and the lists, that are open.
    void begin(bool isHeading, int level)
    {
        endItem();
        m_wasBlank = false;
        if (isHeading) {
            while (!m_headings.isEmpty() && m_headings.constLast() >= level)
                m_headings.removeLast();
            m_headings.append(level);
        }
        const qsizetype depth = m_headings.size() - 1 + (isHeading ? 0 : level + 1);
        const int deepest = m_outline.items.isEmpty() ? 0 : m_outline.items.constLast().depth + 1;
        OutlineItem item;
        item.depth = std::min({ int(depth), deepest, maxOutlineDepth });
        m_outline.items.append(item);
        m_open = { .index = m_outline.items.size() - 1,
            .description = {},
            .note = {},
            .isHeading = isHeading };
    }

    /// How many lists a list item is inside of.
    int listLevel(qsizetype indent)
    {
        while (!m_listIndents.isEmpty() && m_listIndents.constLast() >= indent)
            m_listIndents.removeLast();
        m_listIndents.append(indent);
        return int(m_listIndents.size()) - 1;
    }

    void endItem()
    {
        const QString description = std::exchange(m_open.description, {}).text();
        QString note = std::exchange(m_open.note, {});
        note.chop(1); // the last line's end
        if (m_open.index < 0) {
            m_outline.rationale = description;
            return;
        }
        m_outline.items[m_open.index].description = description;
        m_outline.items[m_open.index].note = note;
    }

    /// The only heading of the first level is the document's title, if it stands at the beginning.
    void takeTitle()
    {
        QList<OutlineItem>& items = m_outline.items;
        if (items.isEmpty() || !m_isTitle.constFirst() || m_isTitle.count(true) != 1)
            return;
        const OutlineItem title = items.takeFirst();
        m_outline.title = title.name;
        m_outline.rationale = title.description;
        for (OutlineItem& item : items)
            item.depth = std::max(0, item.depth - 1);
    }

    OutlineFactReader m_facts;
    Outline m_outline;
    OpenItem m_open;
    QList<int> m_headings; ///< the levels that are open
    QList<qsizetype> m_listIndents; ///< of the lists that are open
    QList<bool> m_isTitle; ///< of each item: a heading of the first level
    bool m_isFenced = false;
    bool m_wasBlank = false;
};

} // namespace

Result<Outline> readMarkdownOutline(const QString& text)
{
    return MarkdownReader().read(text);
}

} // namespace roadloom
