// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/MarkdownText.h"

#include "core/base/PlainText.h"

#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

bool isAsciiPunctuation(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'!' && code <= u'/') || (code >= u':' && code <= u'@')
        || (code >= u'[' && code <= u'`') || (code >= u'{' && code <= u'~');
}

/// Nothing in it can end a comment or a value.
QString encoded(const QString& value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value)).replace("--"_L1, "-%2D"_L1);
}

QString decoded(const QString& value)
{
    return QUrl::fromPercentEncoding(value.toUtf8());
}

} // namespace

QString escapedMarkdown(QStringView text)
{
    QString line;
    for (const QChar character : plainLine(text)) {
        if (u"\\`*_[]<>#|~&!"_s.contains(character))
            line += u'\\';
        line += character;
    }
    return line;
}

QString escapedMarkdownLine(QStringView text)
{
    QString line = escapedMarkdown(text);
    const auto* const end
        = std::ranges::find_if_not(std::as_const(line), [](QChar c) { return c.isDigit(); });
    const qsizetype digits = end - line.cbegin();
    const QChar mark = digits < line.size() ? line.at(digits) : QChar();
    const bool isMarkup = digits == 0 ? u"-+="_s.contains(mark) : u".)"_s.contains(mark);
    if (isMarkup && !mark.isNull())
        line.insert(digits, u'\\');
    return line;
}

QString escapedMarkdownList(const QStringList& texts)
{
    QStringList escaped;
    for (const QString& text : texts)
        escaped.append(escapedMarkdown(text).replace(u',', "\\,"_L1));
    return escaped.join(u", "_s);
}

QString unescapedMarkdown(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 1 < text.size() && isAsciiPunctuation(text[i + 1]))
            ++i;
        plain += text[i];
    }
    return plain;
}

QStringList unescapedMarkdownList(QStringView text)
{
    QStringList texts;
    const auto append = [&texts](QStringView part) {
        const QString plain = unescapedMarkdown(part.trimmed());
        if (!plain.isEmpty())
            texts.append(plain);
    };
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\') {
            ++i;
        } else if (text[i] == u',') {
            append(text.mid(start, i - start));
            start = i + 1;
        }
    }
    append(text.mid(start));
    return texts;
}

QString hiddenFacts(const QList<HiddenFact>& facts)
{
    QString comment = u"<!--"_s;
    for (const HiddenFact& fact : facts) {
        QStringList texts;
        for (const QString& text : fact.texts)
            texts.append(encoded(text));
        comment += u' ' + fact.name + u'=' + texts.join(u',');
    }
    return comment + " -->"_L1;
}

HiddenFacts takeHiddenFacts(QString& line)
{
    HiddenFacts facts;
    const QString whole = line.trimmed();
    const qsizetype start = whole.lastIndexOf("<!--"_L1);
    if (!whole.endsWith("-->"_L1) || start < 0)
        return facts;
    constexpr qsizetype markLength = 4;
    const QString inside = whole.mid(start + markLength).chopped(markLength - 1);
    for (const QString& part : inside.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals <= 0)
            continue;
        QStringList& texts = facts[part.left(equals)];
        for (const QString& text : part.mid(equals + 1).split(u','))
            texts.append(decoded(text));
    }
    line = whole.left(start).trimmed();
    return facts;
}

} // namespace roadloom
