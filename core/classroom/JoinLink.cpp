// SPDX-License-Identifier: Apache-2.0
#include "core/classroom/JoinLink.h"

#include "core/base/PlainText.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr QLatin1StringView opening = "roadloom://join/"_L1;
constexpr qsizetype mostCharacters = 2048;
constexpr qsizetype mostCodeCharacters = 128;
constexpr qsizetype mostNameCharacters = 100;
constexpr qsizetype fingerprintBytes = 32;

/// The server's root, if the place is a host and a port and nothing besides.
std::optional<QUrl> hubAt(QStringView place, bool usesTls)
{
    // Nothing but these can begin another part of an address.
    if (std::ranges::any_of(place, [](QChar c) { return u"/\\?#@%"_s.contains(c); }))
        return std::nullopt;
    const QUrl url((usesTls ? u"https://"_s : u"http://"_s) + place.toString(), QUrl::StrictMode);
    const bool isPlace = url.isValid() && !url.host().isEmpty() && url.port() > 0;
    return isPlace ? std::optional(url) : std::nullopt;
}

bool isCode(const QString& text)
{
    return text.size() <= mostCodeCharacters && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7f;
    });
}

/// Empty if it is none.
QByteArray readHex(const QString& text)
{
    const bool isHex = text.size() == 2 * fingerprintBytes
        && std::ranges::all_of(
            text, [](QChar c) { return u"0123456789abcdefABCDEF"_s.contains(c); });
    return isHex ? QByteArray::fromHex(text.toLatin1()) : QByteArray();
}

/// Also what a query's own marks are.
QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

bool isJoinLink(QStringView text)
{
    return text.startsWith("roadloom:"_L1, Qt::CaseInsensitive);
}

QString joinLinkText(const JoinLink& link)
{
    QStringList members;
    if (!link.code.isEmpty())
        members.append("code="_L1 + encoded(QString::fromUtf8(link.code)));
    if (link.hub.scheme() == "https"_L1)
        members.append(u"tls=1"_s);
    if (!link.fingerprint.isEmpty())
        members.append("fingerprint="_L1 + QString::fromLatin1(link.fingerprint.toHex()));
    if (!link.name.isEmpty())
        members.append("name="_L1 + encoded(shortLine(link.name, mostNameCharacters)));
    const QString place = link.hub.authority(QUrl::FullyEncoded);
    return opening + place + (members.isEmpty() ? QString() : u'?' + members.join(u'&'));
}

std::optional<JoinLink> readJoinLink(QStringView text)
{
    text = text.trimmed();
    if (text.size() > mostCharacters || !text.startsWith(opening, Qt::CaseInsensitive))
        return std::nullopt;
    text = text.sliced(opening.size());
    const qsizetype mark = text.indexOf(u'?');
    QStringView place = mark < 0 ? text : text.first(mark);
    if (place.endsWith(u'/'))
        place.chop(1); // as some desktops write it
    const QUrlQuery query(mark < 0 ? QString() : text.sliced(mark + 1).toString());
    const auto member
        = [&query](const QString& key) { return query.queryItemValue(key, QUrl::FullyDecoded); };
    const QString tls = member(u"tls"_s);
    const QString code = member(u"code"_s);
    const QString fingerprint = member(u"fingerprint"_s);
    const bool usesTls = tls == "1"_L1;
    const auto hub = hubAt(place, usesTls);
    if (!hub || (!usesTls && !tls.isEmpty() && tls != "0"_L1) || !isCode(code))
        return std::nullopt;
    JoinLink link { .hub = *hub,
        .code = code.toLatin1(),
        .fingerprint = readHex(fingerprint),
        .name = shortLine(member(u"name"_s), mostNameCharacters) };
    // A hub that is to be known by its certificate is not asked without.
    if (!fingerprint.isEmpty() && (link.fingerprint.isEmpty() || !usesTls))
        return std::nullopt;
    return link;
}

} // namespace roadloom
