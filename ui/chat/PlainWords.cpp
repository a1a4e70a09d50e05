// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/PlainWords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestAddress = 2000;

/// Where a sign comes next, for places that only go forwards: looked for once.
class NextSign {
public:
    NextSign(QStringView line, QStringView sign)
        : m_line(line)
        , m_sign(sign)
    {
    }

    /// From there on and near enough for a link.
    [[nodiscard]] bool isNear(qsizetype from) { return next(from) - from < longestAddress; }
    [[nodiscard]] qsizetype next(qsizetype from)
    {
        if (m_next < from) {
            const qsizetype found = m_line.indexOf(m_sign, from);
            m_next = found < 0 ? m_line.size() + longestAddress : found;
        }
        return m_next;
    }

private:
    QStringView m_line;
    QStringView m_sign;
    qsizetype m_next = -1; ///< far behind the line: none
};

/// Without the marks within a line.
void appendInline(QString& plain, QStringView line)
{
    NextSign address(line, u"](");
    NextSign addressEnd(line, u")");
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        const QChar next = i + 1 < line.size() ? line.at(i + 1) : QChar();
        const bool isInWord = i > 0 && line.at(i - 1).isLetterOrNumber() && next.isLetterOrNumber();
        if (c == u'\\' && next.isPunct()) {
            plain += next;
            ++i;
        } else if (c == u'`' || c == u'*' || (c == u'~' && next == u'~')) {
            i += c == u'~' ? 1 : 0;
            // Between blanks it is a sign, such as that of a product.
            if (c == u'*' && (i == 0 || line.at(i - 1).isSpace()) && next.isSpace())
                plain += c;
        } else if ((c == u'_' && !isInWord) || (c == u'!' && next == u'[')) {
            continue;
        } else if (c == u']' && next == u'(' && addressEnd.isNear(i)) {
            i = addressEnd.next(i);
        } else if (c != u'[' || !address.isNear(i)) {
            plain += c;
        }
    }
}

QStringView withoutSigns(QStringView line)
{
    while (line.startsWith(u'>'))
        line = line.sliced(1).trimmed();
    const auto* const text = std::ranges::find_if(line, [](QChar c) { return c != u'#'; });
    const qsizetype signs = text - line.begin();
    const bool isHeading = signs > 0 && signs <= 6 && text != line.end() && text->isSpace();
    return isHeading ? line.sliced(signs).trimmed() : line;
}

/// The next lines, together about so many characters.
QString takePlain(QStringView all, qsizetype about, PlainWordsPlace& place)
{
    QString plain;
    const qsizetype enough = place.at + about;
    plain.reserve(std::min(about, all.size() - place.at));
    while (place.at < all.size() && place.at < enough) {
        qsizetype end = all.indexOf(u'\n', place.at);
        const bool hasEnd = end >= 0;
        if (!hasEnd)
            end = all.size();
        const bool isCut = end > place.at + 2 * about;
        if (isCut) {
            const qsizetype blank = all.indexOf(u' ', place.at + about);
            end = blank > 0 && blank < end ? blank + 1 : place.at + 2 * about;
        }
        const QStringView line = all.sliced(place.at, end - place.at);
        place.at = end + (hasEnd && !isCut ? 1 : 0);
        if (isFence(line)) {
            place.isInCode = !place.isInCode;
            continue;
        }
        if (place.isInCode)
            plain += line;
        else
            appendInline(plain, withoutSigns(line));
        if (hasEnd && !isCut)
            plain += u'\n';
    }
    return plain;
}

} // namespace

bool isFence(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith(u"```") || text.startsWith(u"~~~");
}

QString plainWords(QStringView markdown)
{
    PlainWordsPlace place;
    return takePlain(markdown, markdown.size(), place);
}

QString PlainWordsReader::take(qsizetype about)
{
    return takePlain(m_markdown, about, m_place);
}

} // namespace roadloom
