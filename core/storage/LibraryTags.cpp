// SPDX-License-Identifier: Apache-2.0
#include "core/storage/LibraryTags.h"

#include "core/base/PlainText.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom::libraryTags {

namespace {

/// Of the beginning of what may be a huge text.
constexpr qsizetype mostRead = 8 * most * longest;

/// Two tags that look the same are the same: without marks that nobody sees, but for those that
/// join and part letters.
QString tagOf(const QString& typed)
{
    const QString whole = QString::fromUtf8(typed.toUtf8()); // no half of a character
    QString seen;
    for (const QChar character : whole.normalized(QString::NormalizationForm_C)) {
        const bool isJoiner = character == QChar(0x200c) || character == QChar(0x200d);
        if (isJoiner || character.category() != QChar::Other_Format)
            seen += character;
    }
    return hasVisibleCharacter(seen) ? shortLine(seen, longest - 1) : QString();
}

} // namespace

QStringList from(const QStringList& texts)
{
    static const QRegularExpression commas(u"[,，、]"_s);
    QStringList tags;
    QSet<QString> known;
    for (const QString& text : texts) {
        for (const QString& typed : text.left(mostRead).split(commas, Qt::SkipEmptyParts)) {
            const QString tag = tagOf(typed);
            if (tags.size() == most || tag.isEmpty() || known.contains(tag.toCaseFolded()))
                continue;
            known.insert(tag.toCaseFolded());
            tags.append(tag);
        }
    }
    std::ranges::sort(tags, [](const QString& one, const QString& other) {
        const int order = one.compare(other, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : one < other;
    });
    return tags;
}

} // namespace roadloom::libraryTags
