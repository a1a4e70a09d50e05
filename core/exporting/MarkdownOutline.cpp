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

class MarkdownReader {
public:
    [[nodiscard]] Result<Outline> read(const QString& text)
    {
        QStringList lines = text.split(u'\n');
        qsizetype first = 0;
        if (lines.constFirst().trimmed() == "---"_L1) // front matter
            first = std::max<qsizetype>(0, lines.indexOf(u"---"_s, 1) + 1);
        for (qsizetype i = first; i < lines.size(); ++i) {
            readLine(lines[i]);
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
        QStringList description;
        QStringList note;
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
            m_open.description.append(trimmed);
            return;
        }
        if (!readHeading(trimmed, line) && !readListItem(line) && !readQuotation(trimmed))
            readText(trimmed, line);
    }

    bool readHeading(const QString& trimmed, const QString& line)
    {
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
        m_open.note.append(text.startsWith(u' ') ? text.mid(1) : text);
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
        if (!trimmed.isEmpty() && indentOf(line) == 0 && m_wasBlank)
            m_listIndents.clear();
        m_wasBlank = trimmed.isEmpty();
        if (!isComment)
            m_open.description.append(text);
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
        const QString description = paragraphs(std::exchange(m_open.description, {}));
        const QString note = std::exchange(m_open.note, {}).join(u'\n');
        if (m_open.index < 0) {
            m_outline.rationale = description;
            return;
        }
        m_outline.items[m_open.index].description = description;
        m_outline.items[m_open.index].note = note;
    }

    /// The lines of a paragraph become one.
    static QString paragraphs(const QStringList& lines)
    {
        QString text;
        bool isNew = false;
        for (const QString& line : lines) {
            if (line.isEmpty()) {
                isNew = true;
                continue;
            }
            if (!text.isEmpty())
                text += isNew ? "\n\n"_L1 : " "_L1;
            text += unescapedMarkdown(line);
            isNew = false;
        }
        return text;
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
