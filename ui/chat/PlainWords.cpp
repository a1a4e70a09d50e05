// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/PlainWords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype longestAddress = 2000;

/// From the end of a link's words, "](…)": how much of it is no words; 0 if it is no link.
qsizetype addressLength(QStringView text)
{
    if (!text.startsWith(u"]("))
        return 0;
    const qsizetype end = text.left(longestAddress).indexOf(u')');
    const bool isOneLine = end > 0 && !text.first(end).contains(u'\n');
    return isOneLine ? end + 1 : 0;
}

/// Without the marks within a line.
void appendInline(QString& plain, QStringView line)
{
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
        } else if (c == u'_' && !isInWord) {
            continue;
        } else if (c == u'!' && next == u'[') {
            continue;
        } else if (c == u']' && addressLength(line.sliced(i)) > 0) {
            i += addressLength(line.sliced(i)) - 1;
        } else if (c != u'[' || !line.sliced(i).left(longestAddress).contains(u"](")) {
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

bool isFence(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith(u"```") || text.startsWith(u"~~~");
}

} // namespace

QString plainWords(QStringView markdown)
{
    QString plain;
    plain.reserve(markdown.size());
    bool isInCode = false;
    while (!markdown.isEmpty()) {
        const qsizetype end = markdown.indexOf(u'\n');
        const QStringView line = end < 0 ? markdown : markdown.first(end);
        markdown = end < 0 ? QStringView() : markdown.sliced(end + 1);
        if (isFence(line)) {
            isInCode = !isInCode;
            continue;
        }
        if (isInCode)
            plain += line;
        else
            appendInline(plain, withoutSigns(line));
        if (end >= 0)
            plain += u'\n';
    }
    return plain;
}

} // namespace roadloom
