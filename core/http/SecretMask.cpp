// SPDX-License-Identifier: Apache-2.0
#include "core/http/SecretMask.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype telling = 4; // characters of a secret that are worth hiding

/// The secret as it is and as JSON and URLs write it: each character plain, behind a backslash, as
/// \u002f or as %2F.
QRegularExpression patternFor(QStringView secret)
{
    QString pattern;
    for (const QChar character : secret) {
        const QString hex = QString::number(character.unicode(), 16).rightJustified(2, u'0');
        pattern
            += u"(?:\\\\?%1|(?i:\\\\u00%2|%%2))"_s.arg(QRegularExpression::escape(character), hex);
    }
    return QRegularExpression(pattern);
}

} // namespace

SecretMask::SecretMask(const QByteArray& secret)
    : m_secret(QString::fromUtf8(secret))
    , m_pattern(patternFor(m_secret))
{
}

QString SecretMask::without(QString foreign) const
{
    if (m_secret.isEmpty())
        return foreign;
    const QString mask = u"***"_s;
    foreign.replace(m_pattern, mask);
    for (qsizetype size = m_secret.size() - 1; size >= telling; --size) {
        if (foreign.endsWith(QStringView(m_secret).first(size))) {
            foreign.chop(size);
            foreign += mask;
            break;
        }
    }
    return foreign;
}

} // namespace roadloom
